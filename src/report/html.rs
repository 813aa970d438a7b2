//! For browsers: the message, the line with the place marked, the way out. In `serve`, over the page or on its own.

use super::Talk;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::html::escape;

/// All messages as a list, errors first, since that is where a page begins.
pub fn html(talk: &Talk, diagnostics: &[Diagnostic]) -> String {
    let mut out = String::from("<ol class=\"problems\">");
    let errors = diagnostics.iter().filter(|found| found.is_error());
    for found in errors.chain(diagnostics.iter().filter(|found| !found.is_error())) {
        one(talk, found, &mut out);
    }
    out.push_str("</ol>");
    out
}

fn one(talk: &Talk, found: &Diagnostic, out: &mut String) {
    let level = match found.code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    out.push_str(&format!("<li class=\"{level}\"><p class=\"message\"><strong>"));
    escape(&talk.say(&format!("level-{level}"), &[]), out);
    out.push_str("</strong> ");
    escape(&talk.text(found), out);
    out.push_str("</p>");
    if let Some(at) = &found.at {
        let (line, column) = at.source.line_column(at.span.start);
        out.push_str("<p class=\"place\"><code>");
        escape(&format!("{}:{line}:{column}", at.source.path), out);
        out.push_str("</code></p>");
        let text = at.source.text.lines().nth(line - 1).unwrap_or_default();
        let (before, rest) = cut(text, column - 1);
        let length =
            at.source.text.get(at.span.clone()).map_or(0, |span| span.lines().next().unwrap_or("").chars().count());
        let (marked, after) = cut(rest, length);
        if !text.trim().is_empty() {
            // Reached by keyboard, since long lines scroll.
            out.push_str("<pre tabindex=\"0\">");
            escape(before, out);
            out.push_str("<mark>");
            escape(marked, out);
            out.push_str("</mark>");
            escape(after, out);
            out.push_str("</pre>");
        }
    }
    if let Some(help) = talk.help(found) {
        out.push_str("<p class=\"help\">");
        escape(&help, out);
        out.push_str("</p>");
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
    use crate::model::source::{Location, SourceText};

    #[test]
    fn the_place_is_marked_and_everything_is_escaped() {
        let source = Arc::new(SourceText { path: "content/a.de.md".into(), text: "---\nä <b>: x\n---\n".into() });
        let at = Location { source, span: 7..10 };
        let found = Diagnostic::at(Code::UnknownKey, at).with("key", "<b>").nearest("<b>", []);
        let html = html(&Talk::new(Some("en")).unwrap(), &[found]);
        assert!(html.contains("<code>content/a.de.md:2:3</code>"), "{html}");
        assert!(html.contains("<pre tabindex=\"0\">ä <mark>&lt;b&gt;</mark>: x</pre>"), "{html}");
        assert!(!html.contains("<b>"), "{html}");
    }
}
