//! Text with placeholders → Markdown.
//!
//! Invariant: what is composed is read again, and only a text that reads as it should is given; how delimiters are chosen
//! is a matter of trying.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::read::{Events, read};
use super::tidy::{plain, shape, tidy};
use super::writer::MarkdownWriter;
use crate::exchange::unit::{Mark, MarkKind, Piece, Setting};
use crate::locale::CalendarNames;
use crate::parse::outline;

/// A unit's text as the office returned it, with what its placeholders stand for.
pub(crate) struct ReturnedText<'a> {
    pub pieces: &'a [Piece],
    pub marks: &'a [Mark],
    pub setting: Setting,
    /// The names of the language written in.
    pub names: &'a CalendarNames,
}

#[derive(Clone, Copy)]
struct Style {
    /// `_` where emphasis meets emphasis.
    mixed: bool,
    /// Letters beside delimiters as entities, so that Markdown sees no word there.
    guarded: bool,
}

/// The Markdown of a text; `alone` writes what stands alone. `None` when Markdown has no way to write it.
pub(crate) fn compose(text: &ReturnedText<'_>, alone: &dyn Fn(&Mark) -> String) -> Option<String> {
    let pieces = tidy(text.pieces, text.marks);
    let wanted = shape(&pieces, text.marks);
    let styles = [(false, false), (true, false), (false, true), (true, true)];
    let styles = styles.map(|(mixed, guarded)| Style { mixed, guarded });
    let probe = |mark: &Mark| match mark.kind {
        MarkKind::Break => "\\\n".to_string(),
        MarkKind::Call => mark.open.clone(),
        MarkKind::Link => "](0)".to_string(),
        _ => "`0`".to_string(),
    };
    let real = |mark: &Mark| if mark.kind == MarkKind::Link { mark.close.clone() } else { alone(mark) };
    // A text that begins no line is tried behind a word.
    let before = if text.setting.line { "" } else { "0 " };
    let wanted = format!("{before}{wanted}");
    let sound = |style: &Style| {
        let markdown = before.to_string() + &written(text, &pieces, *style, &probe);
        let read_back = outline(&markdown, 0..markdown.len(), text.names);
        let inner = inline(&read_back.events);
        inner.is_some_and(|inner| {
            let marked = read(inner, &read_back.calls, &markdown);
            shape(&tidy(&marked.pieces, &marked.marks), &marked.marks) == wanted
        })
    };
    let style = styles.iter().find(|style| sound(style))?;
    Some(written(text, &pieces, *style, &real))
}

/// The events of the only paragraph; `None` when there is anything else.
fn inline<'a, 'e>(events: &'a Events<'e>) -> Option<&'a Events<'e>> {
    match events {
        [] => Some(events),
        [(Event::Start(Tag::Paragraph), _), inner @ .., (Event::End(TagEnd::Paragraph), _)] => {
            let one = !inner.iter().any(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph)));
            one.then_some(inner)
        }
        _ => None,
    }
}

/// `markdown` gives that of a mark that stands alone, and the end of a link.
fn written(text: &ReturnedText<'_>, pieces: &[Piece], style: Style, markdown: &dyn Fn(&Mark) -> String) -> String {
    let mut out = MarkdownWriter::new(text.setting, text.names);
    let mut depth = 0_usize;
    let find = |id: &String| text.marks.iter().find(|mark| mark.id == *id);
    for (at, piece) in pieces.iter().enumerate() {
        let next = pieces.get(at + 1);
        match piece {
            Piece::Text(text) => out.text(text, next.is_some()),
            Piece::Open(id) => {
                let Some(mark) = find(id) else { continue };
                let delimiter = delimiter(mark, style, depth);
                depth += 1;
                let word = matches!(next, Some(Piece::Text(text)) if text.starts_with(char::is_alphanumeric));
                out.delimiter(&delimiter, guards(mark, &delimiter, word, style));
            }
            Piece::Close(id) => {
                let Some(mark) = find(id) else { continue };
                depth = depth.saturating_sub(1);
                let text = match mark.kind {
                    MarkKind::Link => markdown(mark),
                    _ => delimiter(mark, style, depth),
                };
                let word = out.out.ends_with(char::is_alphanumeric);
                out.delimiter(&text, false);
                out.guard_next = guards(mark, &text, word, style);
            }
            Piece::Alone(id) => {
                let Some(mark) = find(id) else { continue };
                out.raw(&markdown(mark), mark.kind == MarkKind::Break);
            }
        }
    }
    out.out
}

/// Whether a letter on the other side would keep a delimiter from being one: beside punctuation, and for `_` always
/// (CommonMark's flanking runs).
fn guards(mark: &Mark, delimiter: &str, word: bool, style: Style) -> bool {
    mark.kind != MarkKind::Link && (style.guarded || !word || delimiter.starts_with('_'))
}

fn delimiter(mark: &Mark, style: Style, depth: usize) -> String {
    match style.mixed && depth % 2 == 1 && mark.kind != MarkKind::Deleted {
        true => mark.open.replace('*', "_"),
        false => mark.open.clone(),
    }
}

/// Words in a shortcode's argument.
pub(crate) fn argument(pieces: &[Piece]) -> String {
    let mut out = String::from("\"");
    for c in plain(pieces).chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}
