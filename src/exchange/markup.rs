//! Inline markup: Markdown's events ↔ text with placeholders.
//!
//! Out: [`read`] gives pieces and marks; back: [`compose`] gives Markdown. Invariant: what is composed is read again, and
//! only a text that reads as it should is given; how delimiters are chosen is a matter of trying.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::escape::Ink;
use super::{Mark, MarkKind, Piece, Setting};
use crate::locale::Names;
use crate::parse::{self, RawCall, outline};

type Events<'e> = [(Event<'e>, Range<usize>)];

/// A text with its placeholders, and what stands inside them.
#[derive(Debug, Default)]
pub struct Marked {
    pub pieces: Vec<Piece>,
    pub marks: Vec<Mark>,
    /// Pictures: the events of their text alternatives, by index.
    pub alts: Vec<Range<usize>>,
    /// Shortcodes, by number.
    pub calls: Vec<usize>,
}

/// Reads inline events of `file`.
pub fn read(events: &Events<'_>, calls: &[RawCall], file: &str) -> Marked {
    let mut reader = Reader { file, calls, out: Marked::default(), open: Vec::new() };
    let mut at = 0;
    while at < events.len() {
        at += reader.event(events, at);
    }
    reader.out
}

struct Reader<'f> {
    file: &'f str,
    calls: &'f [RawCall],
    out: Marked,
    open: Vec<usize>,
}

impl Reader<'_> {
    /// Reads event number `at` and tells how many were used.
    fn event(&mut self, events: &Events<'_>, at: usize) -> usize {
        let (event, span) = &events[at];
        let span = span.clone();
        match event {
            Event::Start(Tag::Image { link_type, .. }) => {
                let end = close(events, at, &TagEnd::Image);
                // Where the text alternative is also the name of the address, it cannot be changed.
                if matches!(link_type, LinkType::Inline | LinkType::Reference) {
                    self.out.alts.push(at + 1..end);
                }
                self.alone(MarkKind::Image, span);
                return end + 1 - at;
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                self.alone(MarkKind::Raw, span);
                return close(events, at, &TagEnd::Link) + 1 - at;
            }
            Event::Start(tag) => self.start(tag, span),
            Event::End(_) => self.end(events[at - 1].1.end),
            Event::Text(text) => self.text(text),
            Event::Code(_) => self.alone(MarkKind::Code, span),
            Event::FootnoteReference(_) => self.alone(MarkKind::Note, span),
            Event::SoftBreak => self.push_text(" "),
            Event::HardBreak => self.hard_break(span.start),
            _ => self.alone(MarkKind::Raw, span),
        }
        1
    }

    fn start(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        let (kind, open) = match tag {
            Tag::Emphasis => (MarkKind::Emphasis, "*"),
            Tag::Strong => (MarkKind::Strong, "**"),
            Tag::Strikethrough => (MarkKind::Deleted, "~~"),
            _ => (MarkKind::Link, "["),
        };
        // A link that is its own name needs the name written out, since its text will change.
        let close = match tag {
            Tag::Link { link_type: LinkType::Collapsed | LinkType::Shortcut, .. } => "name",
            Tag::Link { .. } => "",
            _ => open,
        };
        self.open.push(self.out.marks.len());
        let id = self.mark(kind, open.into(), close.into(), span);
        self.out.pieces.push(Piece::Open(id));
    }

    fn end(&mut self, before: usize) {
        let Some(index) = self.open.pop() else { return };
        let mark = &mut self.out.marks[index];
        if mark.kind == MarkKind::Link {
            let inside = before.clamp(mark.span.start + 1, mark.span.end);
            let rest = &self.file[if before == mark.span.end { mark.span.start + 1 } else { inside }..mark.span.end];
            mark.close = match mark.close.as_str() {
                "name" => format!("][{}]", &self.file[mark.span.start + 1..inside]),
                _ => rest.to_string(),
            };
        }
        self.out.pieces.push(Piece::Close(mark.id.clone()));
    }

    fn text(&mut self, text: &str) {
        for (_, piece) in parse::pieces(text) {
            match piece {
                parse::Piece::Text(text) => self.push_text(text),
                parse::Piece::Call(number, padding) => {
                    let Some(call) = self.calls.get(number) else { continue };
                    self.out.calls.push(number);
                    self.alone(MarkKind::Call, call.span.clone());
                    // The placeholder is as long as the call; what follows it and looks the same is text.
                    let surplus = (6 + padding).saturating_sub(call.span.len());
                    self.push_text(&"x".repeat(surplus));
                }
            }
        }
    }

    fn push_text(&mut self, text: &str) {
        match self.out.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(before)) => before.push_str(text),
            _ => self.out.pieces.push(Piece::Text(text.to_string())),
        }
    }

    /// A break with the line's end and what the next line begins with: quotation marks and indents of its block.
    fn hard_break(&mut self, start: usize) {
        let rest = &self.file[start..];
        let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let next = rest[line..].len() - rest[line..].trim_start_matches([' ', '\t', '>']).len();
        self.alone(MarkKind::Break, start..start + line + next);
    }

    fn alone(&mut self, kind: MarkKind, span: Range<usize>) {
        let id = self.mark(kind, self.file[span.clone()].to_string(), String::new(), span);
        self.out.pieces.push(Piece::Alone(id));
    }

    fn mark(&mut self, kind: MarkKind, open: String, close: String, span: Range<usize>) -> String {
        let id = (self.out.marks.len() + 1).to_string();
        self.out.marks.push(Mark { id: id.clone(), kind, open, close, span });
        id
    }
}

/// Where what begins at `at` ends.
fn close(events: &Events<'_>, at: usize, end: &TagEnd) -> usize {
    let found = events[at..].iter().position(|(event, _)| matches!(event, Event::End(tag) if tag == end));
    found.map_or(events.len() - 1, |found| at + found)
}

/// A unit's text as the office sent it, with what its placeholders stand for.
pub struct Sent<'a> {
    pub pieces: &'a [Piece],
    pub marks: &'a [Mark],
    pub setting: Setting,
    /// The names of the language written in.
    pub names: &'a Names,
}

/// How delimiters are written.
#[derive(Clone, Copy)]
struct Style {
    /// `_` where emphasis meets emphasis.
    mixed: bool,
    /// Letters beside delimiters as entities, so that Markdown sees no word there.
    guarded: bool,
}

/// The Markdown of a text; `alone` writes what stands alone. `None` when Markdown has no way to write it.
pub fn compose(sent: &Sent<'_>, alone: &dyn Fn(&Mark) -> String) -> Option<String> {
    let pieces = tidy(sent.pieces, sent.marks);
    let wanted = shape(&pieces, sent.marks);
    let styles = [(false, false), (true, false), (false, true), (true, true)];
    let styles = styles.map(|(mixed, guarded)| Style { mixed, guarded });
    let probe = |mark: &Mark| match mark.kind {
        MarkKind::Break => "\\\n".to_string(),
        MarkKind::Call => mark.open.clone(),
        _ => "`0`".to_string(),
    };
    // A text that begins no line is tried behind a word.
    let before = if sent.setting.line { "" } else { "0 " };
    let wanted = format!("{before}{wanted}");
    let sound = |style: &Style| {
        let text = before.to_string() + &ink(sent, &pieces, *style, &probe, true);
        let read_back = outline(&text, 0..text.len(), sent.names);
        let inner = inline(&read_back.events);
        inner.is_some_and(|inner| {
            let marked = read(inner, &read_back.calls, &text);
            shape(&tidy(&marked.pieces, &marked.marks), &marked.marks) == wanted
        })
    };
    let style = styles.iter().find(|style| sound(style))?;
    Some(ink(sent, &pieces, *style, alone, false))
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

fn ink(sent: &Sent<'_>, pieces: &[Piece], style: Style, alone: &dyn Fn(&Mark) -> String, probe: bool) -> String {
    let mut ink = Ink::new(sent.setting, sent.names);
    let mut depth = 0_usize;
    let find = |id: &String| sent.marks.iter().find(|mark| mark.id == *id);
    for (at, piece) in pieces.iter().enumerate() {
        let next = pieces.get(at + 1);
        match piece {
            Piece::Text(text) => ink.text(text, next.is_some()),
            Piece::Open(id) => {
                let Some(mark) = find(id) else { continue };
                let delimiter = delimiter(mark, style, depth);
                depth += 1;
                let word = matches!(next, Some(Piece::Text(text)) if text.starts_with(char::is_alphanumeric));
                ink.delimiter(&delimiter, guards(mark, &delimiter, word, style));
            }
            Piece::Close(id) => {
                let Some(mark) = find(id) else { continue };
                depth = depth.saturating_sub(1);
                let text = match mark.kind {
                    MarkKind::Link if probe => "](0)".to_string(),
                    MarkKind::Link => mark.close.clone(),
                    _ => delimiter(mark, style, depth),
                };
                let word = ink.out.ends_with(char::is_alphanumeric);
                ink.delimiter(&text, false);
                ink.guard_next = guards(mark, &text, word, style);
            }
            Piece::Alone(id) => {
                let Some(mark) = find(id) else { continue };
                ink.raw(&alone(mark), mark.kind == MarkKind::Break);
            }
        }
    }
    ink.out
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

/// The same text with single spaces, none at the edges, and none between a delimiter and what it emphasises.
pub fn tidy(pieces: &[Piece], marks: &[Mark]) -> Vec<Piece> {
    let is_break = |id: &String| marks.iter().any(|mark| mark.id == *id && mark.kind == MarkKind::Break);
    let mut tidy = Tidy { out: Vec::new(), waiting: Vec::new(), space: false, fresh: true };
    for piece in pieces {
        match piece {
            Piece::Text(text) => tidy.text(text),
            // It opens where its first word stands.
            Piece::Open(_) => tidy.waiting.push(piece.clone()),
            Piece::Close(_) => {
                if !tidy.waiting.is_empty() {
                    tidy.show();
                }
                tidy.out.push(piece.clone());
            }
            Piece::Alone(id) => {
                tidy.space &= !is_break(id);
                tidy.show();
                tidy.out.push(piece.clone());
                tidy.fresh = is_break(id);
            }
        }
    }
    tidy.out
}

struct Tidy {
    out: Vec<Piece>,
    waiting: Vec<Piece>,
    /// A space is due before what shows next.
    space: bool,
    /// Nothing stands in this line yet.
    fresh: bool,
}

impl Tidy {
    fn text(&mut self, text: &str) {
        for part in text.split_inclusive(SPACES) {
            let word = part.trim_end_matches(SPACES);
            if !word.is_empty() {
                self.show();
                push(&mut self.out, word);
            }
            self.space |= word.len() < part.len();
        }
    }

    /// Something shows: the space before it, what opens here.
    fn show(&mut self) {
        push(&mut self.out, if self.space && !self.fresh { " " } else { "" });
        self.out.append(&mut self.waiting);
        (self.space, self.fresh) = (false, false);
    }
}

/// What Markdown takes for space; a no-break space is none.
const SPACES: [char; 4] = [' ', '\t', '\n', '\r'];

fn push(out: &mut Vec<Piece>, text: &str) {
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(Piece::Text(before)) => before.push_str(text),
        _ => out.push(Piece::Text(text.to_string())),
    }
}

/// What two texts must share to be the same: words, and kinds of marks in their order.
pub fn shape(pieces: &[Piece], marks: &[Mark]) -> String {
    let kind = |id: &String| marks.iter().find(|mark| mark.id == *id).map(|mark| mark.kind);
    let mut shape = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => shape.push_str(&text.replace('\u{A0}', " ")),
            Piece::Open(id) => shape.push_str(&format!("\u{1}{:?}(", kind(id))),
            Piece::Close(_) => shape.push_str("\u{1})"),
            Piece::Alone(id) if kind(id) == Some(MarkKind::Break) => shape.push_str("\u{1}break"),
            Piece::Alone(_) => shape.push_str("\u{1}alone"),
        }
    }
    shape
}

/// Words in a shortcode's argument.
pub fn argument(pieces: &[Piece]) -> String {
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

/// Words alone, with single spaces.
pub fn plain(pieces: &[Piece]) -> String {
    let texts = pieces.iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let text: String = texts.collect();
    text.split(SPACES).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
