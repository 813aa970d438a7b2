//! For people: the message, the excerpt, the way out.

use std::io::IsTerminal;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Messages, count};
use crate::diagnostic::Diagnostic;

/// The most messages that are printed: more than anybody reads before the first ones are mended.
const MOST: usize = 100;

/// Bytes of a line that are shown: some screens full.
const WIDEST: usize = 1000;

/// Messages, errors last, since that is where a terminal ends. Beyond the first hundred they are only counted, warnings first.
pub(crate) fn human(messages: &Messages, diagnostics: &[Diagnostic]) -> String {
    let renderer = if has_colour() { Renderer::styled() } else { Renderer::plain() };
    let (errors, warnings): (Vec<_>, Vec<_>) = diagnostics.iter().partition(|diagnostic| diagnostic.is_error());
    let shown_errors = errors.len().min(MOST);
    let shown_warnings = warnings.len().min(MOST - shown_errors);
    let mut out = String::new();
    for diagnostic in warnings.iter().take(shown_warnings).chain(errors.iter().take(shown_errors)) {
        out.push_str(&one(messages, diagnostic, &renderer));
        out.push_str("\n\n");
    }
    let rest = diagnostics.len() - shown_errors - shown_warnings;
    if rest > 0 {
        out.push_str(&messages.format("more-messages", &[count("count", rest)]));
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
    let group = match window(text, &span, at.source.line_around(span.start)) {
        (window, true) => {
            let (line, column) = at.source.line_column(span.start);
            let place = Origin::path(at.source.path.as_str()).line(line).char_column(column);
            title.element(place).element(excerpt(text, &span, window).line_start(line))
        }
        (window, false) => {
            let line = at.source.line_column(span.start).0;
            title.element(excerpt(text, &span, window).line_start(line).path(at.source.path.as_str()))
        }
    };
    renderer.render(&[match help {
        Some(help) => group.element(help),
        None => group,
    }])
}

fn excerpt<'t>(text: &'t str, span: &Range<usize>, window: Range<usize>) -> Snippet<'t, Annotation<'t>> {
    let own = span.start - window.start..span.end.min(window.end) - window.start;
    Snippet::source(&text[window]).annotation(AnnotationKind::Primary.span(own))
}

/// The part of its line that is shown around a span, and whether it begins within the line. A file may be one line.
fn window(text: &str, span: &Range<usize>, line: Range<usize>) -> (Range<usize>, bool) {
    let cuts = span.start - line.start > WIDEST;
    let mut start = if cuts { span.start - WIDEST / 4 } else { line.start };
    let mut end = line.end.min(span.start + WIDEST);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (start..end, cuts)
}

/// Long spans are cut at their first line: the place matters, not the whole block.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
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
