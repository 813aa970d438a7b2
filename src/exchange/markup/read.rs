//! Markdown's inline events → text with placeholders.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::exchange::unit::{Mark, MarkKind, Piece, push};
use crate::parse::{self, RawCall};

pub(super) type Events<'e> = [(Event<'e>, Range<usize>)];

/// A text with its placeholders, and what stands inside them.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    pub pieces: Vec<Piece>,
    pub marks: Vec<Mark>,
    /// Pictures: the events of their text alternatives, by index.
    pub alts: Vec<Range<usize>>,
    pub calls: Vec<usize>,
}

/// Reads inline events of `file`.
pub(crate) fn read(events: &Events<'_>, calls: &[RawCall], file: &str) -> Marked {
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
        push(&mut self.out.pieces, Piece::Text(text.into()));
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
