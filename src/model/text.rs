//! What pages say, without markup: for search, and for whoever else reads words and not HTML.
//!
//! `render` makes it from the HTML that it has filled in for the page itself. Invariant: only what a reader of the page can
//! see is in it, and only of pages that are public and in their own language.

use jiff::civil::Date;

use super::lang::Lang;
use super::url::SitePath;

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The page's title.
    Title,
    /// A heading.
    Heading,
    /// What sums the page up: its description, its topics.
    Lead,
    /// Everything else.
    Text,
}

/// A paragraph, a heading, a list's entry: what is read in one breath.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text: white space collapsed, never empty, composed (NFC).
    pub text: String,
    /// Its language, where that is not the page's.
    pub lang: Option<String>,
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
