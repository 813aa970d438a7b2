//! For people: the message, the excerpt, the way out.

use std::io::IsTerminal;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::Messages;
use crate::diagnostic::Diagnostic;

/// All messages, errors last, since that is where a terminal ends.
pub(crate) fn human(messages: &Messages, diagnostics: &[Diagnostic]) -> String {
    let renderer = if has_colour() { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    let warnings = diagnostics.iter().filter(|diagnostic| !diagnostic.is_error());
    for diagnostic in warnings.chain(diagnostics.iter().filter(|diagnostic| diagnostic.is_error())) {
        out.push_str(&one(messages, diagnostic, &renderer));
        out.push_str("\n\n");
    }
    out
}

/// Whether messages are coloured: on a terminal, unless told otherwise (<https://no-color.org>).
pub(crate) fn has_colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

fn one(messages: &Messages, diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    let level = if diagnostic.is_error() { Level::ERROR } else { Level::WARNING };
    let name = messages.get(&format!("level-{}", diagnostic.code.severity().name()));
    let title = level.with_name(name).primary_title(messages.text(diagnostic)).id(diagnostic.code.id());
    let help = messages.help(diagnostic).map(|help| Level::HELP.with_name(messages.get("level-help")).message(help));
    let Some(at) = &diagnostic.at else {
        let elements: Vec<_> = help.into_iter().collect();
        return renderer.render(&[title.elements(elements)]);
    };
    let text = at.source.text();
    let span = at.span.start.min(text.len())..at.span.end.min(text.len());
    let span = first_line(text, span);
    let snippet = Snippet::source(text).path(at.source.path.as_str()).annotation(AnnotationKind::Primary.span(span));
    let group = title.element(snippet);
    renderer.render(&[match help {
        Some(help) => group.element(help),
        None => group,
    }])
}

/// Long spans are cut at their first line: the place matters, not the whole block.
fn first_line(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let mut start = span.start;
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let mut stop = span.end.clamp(start, end);
    while !text.is_char_boundary(stop) {
        stop -= 1;
    }
    start..stop.max(start)
}
