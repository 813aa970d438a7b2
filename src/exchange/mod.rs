//! Exchange with translation offices: pages out as XLIFF 2.0 (OASIS) or gettext PO, translations back in as Markdown.
//!
//! In: documents, or what an office delivers. Out: texts of files. Invariant: an office changes words and nothing else;
//! markup, links and shortcodes travel as placeholders, and a page is written only when reading it back gives what the
//! office sent.

mod deliver;
mod escape;
mod front;
mod import;
mod markup;
mod match_up;
mod placeholders;
mod po;
mod po_read;
mod rewrite;
mod units;
mod xliff;
mod xliff_read;
mod xml;

use std::ops::Range;

use crate::model::document::Document;
use crate::model::lang::Lang;
use crate::model::revision::Revision;
use crate::model::translation::State;
use crate::parse::Rules;

pub use deliver::{Delivered, DeliveredUnit, Delivery, read};
pub use import::{Files, Imported, Order, import};
pub use po::write as po;
pub use xliff::write as xliff;

/// A part of a unit's text. Ids name marks; see [`Mark::id`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, without Markdown's escapes.
    Text(String),
    /// Where emphasis or a link begins.
    Open(String),
    /// Where it ends.
    Close(String),
    /// Something that stands alone: code, a picture, a shortcode, a note's number, a break.
    Alone(String),
}

/// Inline markup that the office moves but does not see into.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Its number in the unit, from 1.
    pub id: String,
    /// What it is.
    pub kind: MarkKind,
    /// The Markdown at its beginning; of something that stands alone, all of it.
    pub open: String,
    /// The Markdown at its end.
    pub close: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// Kinds of inline markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// `*…*`
    Emphasis,
    /// `**…**`
    Strong,
    /// `~~…~~`
    Deleted,
    /// `[…](…)`
    Link,
    /// Code.
    Code,
    /// A picture.
    Image,
    /// A shortcode.
    Call,
    /// A footnote's number.
    Note,
    /// A line break that is meant.
    Break,
    /// An address that is its own text, or HTML.
    Raw,
}

impl MarkKind {
    /// Whether it has a beginning and an end.
    pub fn is_pair(self) -> bool {
        matches!(self, Self::Emphasis | Self::Strong | Self::Deleted | Self::Link)
    }
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `title` of the front matter.
    Title,
    /// `description`.
    Description,
    /// `image.alt`.
    ImageAlt,
    /// `image.caption`.
    ImageCaption,
    /// `event.place`.
    EventPlace,
    /// `title` of an attachment.
    Attachment,
    /// `note` of a correction.
    Correction,
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// Text of a list's item.
    Item,
    /// A table's cell.
    Cell,
    /// What a definition list defines.
    Term,
    /// A definition.
    Definition,
    /// A paragraph of a quotation.
    Quotation,
    /// A footnote.
    Footnote,
    /// A picture's text alternative in the body.
    Alt,
    /// A shortcode's argument.
    Argument,
}

impl Kind {
    /// Its part of an id: a unit of another kind is another unit.
    fn code(self) -> &'static str {
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
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::ImageAlt => "text alternative of the main picture",
            Self::ImageCaption => "caption of the main picture",
            Self::EventPlace => "place of the event",
            Self::Attachment => "title of a file",
            Self::Correction => "correction",
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
pub struct Setting {
    /// It begins a line, where Markdown sees lists and headings.
    pub line: bool,
    /// It is in a table, where a bar ends the cell.
    pub cell: bool,
    /// It is a heading of the form `## …`, where braces and number signs at the end mean something.
    pub heading: bool,
}

/// The smallest text that is translated at once.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its name in the page.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// Its text.
    pub pieces: Vec<Piece>,
    /// Its markup.
    pub marks: Vec<Mark>,
    /// How it is written.
    pub setting: Setting,
    /// The heading above it.
    pub heading: String,
    /// In another language on purpose: shown to the office, not translated.
    pub keep: bool,
    /// Inside a placeholder of another unit.
    pub nested: bool,
}

/// A page for the office.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The page in the language translated from.
    pub source: &'a Document,
    /// Its state before; `None` when there is no translation.
    pub state: State,
    /// Its texts.
    pub units: Vec<Unit>,
    /// The translation there is of each, with the marks of the source.
    pub targets: Vec<Option<Vec<Piece>>>,
}

/// Makes a page ready for the office. A translation that has the same structure is given along.
pub fn sheet<'a>(source: &'a Document, translation: Option<&Document>, state: State, rules: Rules<'_>) -> Sheet<'a> {
    let own = units::units(source, rules);
    let targets = match translation {
        Some(translation) => match_up::targets(&own, &units::units(translation, rules)),
        None => vec![None; own.len()],
    };
    Sheet { source, state, units: own, targets }
}

/// The languages of an exchange.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Translated from.
    pub from: Lang,
    /// Translated into.
    pub to: Lang,
}

/// A page's revision as part of an id, which no tool may change.
fn file_id(number: usize, revision: Revision) -> String {
    format!("p{number}-{revision}")
}

#[cfg(test)]
mod tests;
