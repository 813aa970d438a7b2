//! Edits of a page's file that change nothing else in it: the noted revision of its source.

use std::ops::Range;

use crate::model::document::Document;
use crate::model::front_matter::Translation;
use crate::model::revision::Revision;

/// The file's text with `revision` noted in `translation`.
///
/// `None` when the file is no translation. Comments, order and spelling of everything else stay.
pub fn note(document: &Document, revision: Revision) -> Option<String> {
    let translation = document.front.translation.as_ref()?;
    let text = &document.source.text;
    let (range, new) = match text[translation.span.start..].starts_with('{') {
        true => in_braces(text, translation, revision),
        false => in_lines(text, translation, revision),
    };
    Some(format!("{}{new}{}", &text[..range.start], &text[range.end..]))
}

/// `{from: de, by: N. N.}`: the value of `revision`, or a place before the closing brace.
fn in_braces(text: &str, translation: &Translation, revision: Revision) -> (Range<usize>, String) {
    let span = translation.span.start..closing(text, translation.span.start);
    if let Some(value) = value(text, span.clone(), &[',', '}']) {
        return (value, format!(" \"{revision}\""));
    }
    let end = span.start + text[span].trim_end().trim_end_matches(',').len();
    (end..end, format!(", revision: \"{revision}\""))
}

/// Keys on lines of their own, indented below `translation:`.
fn in_lines(text: &str, translation: &Translation, revision: Revision) -> (Range<usize>, String) {
    let span = translation.span.start..block_end(text, translation.span.start);
    if let Some(value) = value(text, span.clone(), &['\n', '#']) {
        return (value, format!(" \"{revision}\""));
    }
    let line_start = text[..translation.from.span.start].rfind('\n').map_or(0, |at| at + 1);
    let indent: String = text[line_start..].chars().take_while(|c| *c == ' ').collect();
    let line_end = text[translation.from.span.end..].find('\n').map_or(text.len(), |at| translation.from.span.end + at);
    (line_end..line_end, format!("\n{indent}revision: \"{revision}\""))
}

/// Where the braces that open at `start` close, quotes heeded; the closing brace is not included.
fn closing(text: &str, start: usize) -> usize {
    let (mut depth, mut quote) = (0, None);
    for (at, c) in text[start..].char_indices() {
        match (quote, c) {
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') if depth == 1 => return start + at,
            (None, '}' | ']') => depth -= 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// Where the indented lines from `start` on end: at the next line without indentation.
fn block_end(text: &str, start: usize) -> usize {
    let ends = text[start..].match_indices('\n').map(|(at, _)| start + at);
    ends.into_iter().find(|at| !text[at + 1..].starts_with([' ', '\n'])).unwrap_or(text.len())
}

/// The bytes of the value of the key `revision` inside `span`, up to one of `ends`.
fn value(text: &str, span: Range<usize>, ends: &[char]) -> Option<Range<usize>> {
    let inside = &text[span.clone()];
    let key = inside.match_indices("revision:").find(|(at, _)| {
        let before = inside[..*at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '{' | ','))
    })?;
    let start = span.start + key.0 + key.1.len();
    let rest = &text[start..span.end];
    let end = rest.find(ends).unwrap_or(rest.len());
    let end = rest[..end].trim_end().len();
    Some(start..start + end)
}
