//! What pages say, without markup: for search and for press kits.
//!
//! Invariant: only what a reader of the page can see is in it, and only of pages that are public and in their own language.

use jiff::civil::Date;

use super::lang::Lang;
use super::url::SitePath;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Title,
    /// What sums the page up: its description, its topics.
    Lead,
    /// A heading of level 1 to 6.
    Heading(u8),
    Paragraph,
    /// The beginning of an item of a list, with its number where the list has numbers.
    Item(Option<u64>),
    /// The beginning of a row of a table.
    Row,
    /// More of it, so many columns further.
    Cell(u64),
    /// A paragraph of a quotation.
    Quote,
    /// What stands under a picture or a quotation.
    Caption,
    /// Text with lines of its own.
    Code,
    /// What a definition list defines.
    Term,
    Detail,
}

/// A paragraph, a heading, an item of a list: what is read in one breath.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: Kind,
    /// Never empty, composed (NFC).
    pub text: Box<str>,
    /// Its language, where that is not the page's.
    pub lang: Option<Box<str>>,
    /// How many lists it stands in.
    pub depth: usize,
}

/// A page for readers of words.
#[derive(Clone, Debug)]
pub struct PageText {
    /// The language.
    pub lang: Lang,
    /// Its address.
    pub path: SitePath,
    /// Its title.
    pub title: String,
    /// The title of the section it lies in.
    pub section: String,
    /// Its date, and that in words.
    pub date: Option<(Date, String)>,
    /// All that it says, the title first.
    pub blocks: Vec<Block>,
}

impl PageText {
    /// How many bytes its blocks have.
    pub fn size(&self) -> usize {
        self.blocks.iter().map(|block| block.text.len()).sum()
    }
}
