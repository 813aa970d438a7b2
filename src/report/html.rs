//! For browsers: the message, the line with the place marked, the way out. In `serve`, over the page or on its own.

use std::fmt::Write as _;

use super::Messages;
use crate::diagnostic::Diagnostic;
use crate::model::escaped;

/// All messages as a list, errors first, since that is where a page begins.
pub(crate) fn html(messages: &Messages, diagnostics: &[Diagnostic]) -> String {
    let mut out = String::from("<ol class=\"problems\">");
    let errors = diagnostics.iter().filter(|found| found.is_error());
    for found in errors.chain(diagnostics.iter().filter(|found| !found.is_error())) {
        one(messages, found, &mut out);
    }
    out.push_str("</ol>");
    out
}

fn one(messages: &Messages, found: &Diagnostic, out: &mut String) {
    let level = found.code.severity().name();
    let (name, message) = (escaped(&messages.get(&format!("level-{level}"))), escaped(&messages.text(found)));
    _ = write!(out, "<li class=\"{level}\"><p class=\"message\"><strong>{name}</strong> {message}</p>");
    if let Some(at) = &found.at {
        let (line, column) = at.source.line_column(at.span.start);
        _ = write!(out, "<p class=\"place\"><code>{}:{line}:{column}</code></p>", escaped(&at.source.path));
        let text = at.source.text().lines().nth(line - 1).unwrap_or_default();
        let (before, rest) = cut(text, column - 1);
        let length =
            at.source.text().get(at.span.clone()).map_or(0, |span| span.lines().next().unwrap_or("").chars().count());
        let (marked, after) = cut(rest, length);
        if !text.trim().is_empty() {
            // Reached by keyboard, since long lines scroll.
            let [before, marked, after] = [before, marked, after].map(escaped);
            _ = write!(out, "<pre tabindex=\"0\">{before}<mark>{marked}</mark>{after}</pre>");
        }
    }
    if let Some(help) = messages.help(found) {
        _ = write!(out, "<p class=\"help\">{}</p>", escaped(&help));
    }
    out.push_str("</li>");
}

/// A line cut after so many characters.
fn cut(line: &str, characters: usize) -> (&str, &str) {
    line.split_at(line.char_indices().nth(characters).map_or(line.len(), |(at, _)| at))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Code;
    use crate::model::{Location, SourceText};

    #[test]
    fn the_place_is_marked_and_everything_is_escaped() {
        let source = Arc::new(SourceText::new("content/a.de.md", "---\nä <b>: x\n---\n"));
        let at = Location { source, span: 7..10 };
        let found = Diagnostic::at(Code::UnknownKey, at).with("key", "<b>").nearest("<b>", []);
        let html = html(&Messages::find("en").unwrap(), &[found]);
        assert!(html.contains("<code>content/a.de.md:2:3</code>"), "{html}");
        assert!(html.contains("<pre tabindex=\"0\">ä <mark>&lt;b&gt;</mark>: x</pre>"), "{html}");
        assert!(!html.contains("<b>"), "{html}");
    }
}
