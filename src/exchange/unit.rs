//! The smallest text that is translated at once, with its markup as placeholders.

use std::ops::Range;

/// A part of a unit's text. Ids name marks; see [`Mark::id`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words, without Markdown's escapes.
    Text(String),
    /// Where emphasis or a link begins.
    Open(String),
    Close(String),
    /// Something that stands alone: code, a picture, a shortcode, a note's number, a break.
    Alone(String),
}

/// Inline markup that the office moves but does not see into.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// Its number in the unit, from 1.
    pub id: String,
    pub kind: MarkKind,
    /// The Markdown at its beginning; of something that stands alone, all of it.
    pub open: String,
    /// The Markdown at its end.
    pub close: String,
    pub span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// `*…*`
    Emphasis,
    /// `**…**`
    Strong,
    /// `~~…~~`
    Deleted,
    /// `[…](…)`
    Link,
    Code,
    Image,
    Call,
    Note,
    /// A line break that is meant.
    Break,
    /// An address that is its own text, or HTML.
    Raw,
}

impl MarkKind {
    /// Whether it has a beginning and an end.
    pub(crate) fn is_pair(self) -> bool {
        matches!(self, Self::Emphasis | Self::Strong | Self::Deleted | Self::Link)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A text of the front matter, and its name for the office.
    Front(&'static str),
    Heading,
    Paragraph,
    Item,
    Cell,
    /// What a definition list defines.
    Term,
    Definition,
    /// A paragraph of a quotation.
    Quotation,
    Footnote,
    /// A picture's text alternative in the body.
    Alt,
    Argument,
}

impl Kind {
    /// Its part of an id: a unit of another kind is another unit.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Heading => "h",
            Self::Item => "li",
            Self::Cell => "td",
            Self::Term => "dt",
            Self::Definition => "dd",
            Self::Quotation => "q",
            Self::Footnote => "fn",
            Self::Alt => "alt",
            Self::Argument => "arg",
            _ => "p",
        }
    }

    /// Its name for the office.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Front(name) => name,
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Item => "list item",
            Self::Cell => "table cell",
            Self::Term => "term",
            Self::Definition => "definition",
            Self::Quotation => "quotation",
            Self::Footnote => "footnote",
            Self::Alt => "text alternative of a picture",
            Self::Argument => "text of a building block",
        }
    }
}

/// How a unit's text is written in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Setting {
    /// It begins a line, where Markdown sees lists and headings.
    pub line: bool,
    /// It is in a table, where a bar ends the cell.
    pub cell: bool,
    /// It is a heading of the form `## …`, where braces and number signs at the end mean something.
    pub heading: bool,
}

/// The smallest text that is translated at once.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub id: String,
    pub kind: Kind,
    pub span: Range<usize>,
    pub pieces: Vec<Piece>,
    pub marks: Vec<Mark>,
    pub setting: Setting,
    pub heading: String,
    /// In another language on purpose: shown to the office, not translated.
    pub keep: bool,
    /// Inside a placeholder of another unit.
    pub nested: bool,
}

impl Unit {
    pub(crate) fn is_body(&self) -> bool {
        self.kind >= Kind::Heading
    }
}

/// Adds a piece; texts that meet become one.
pub(super) fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (_, Piece::Text(text)) if text.is_empty() => {}
        (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
        (_, piece) => pieces.push(piece),
    }
}
