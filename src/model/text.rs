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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block<'t> {
    /// What it is.
    pub kind: BlockKind,
    /// Its text: white space collapsed, never empty, composed (NFC).
    pub text: &'t str,
    /// Its language, where that is not the page's.
    pub lang: Option<&'t str>,
}

/// A page's blocks. Their texts stand in one, since a large site has hundreds of thousands of them.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    text: String,
    /// Of each block: what it is, where it ends, its language.
    ends: Vec<(BlockKind, usize, Option<Box<str>>)>,
}

impl Blocks {
    /// Where a block is written, after those before it.
    pub fn text_mut(&mut self) -> &mut String {
        &mut self.text
    }

    /// Where the block that is being written begins.
    pub fn begin(&self) -> usize {
        self.ends.last().map_or(0, |(_, end, _)| *end)
    }

    /// Ends the block that is being written.
    pub fn end(&mut self, kind: BlockKind, lang: Option<&str>) {
        self.ends.push((kind, self.text.len(), lang.map(Box::from)));
    }

    /// The blocks, in order.
    pub fn iter(&self) -> impl Iterator<Item = Block<'_>> {
        let mut begin = 0;
        self.ends.iter().map(move |(kind, end, lang)| {
            let text = &self.text[std::mem::replace(&mut begin, *end)..*end];
            Block { kind: *kind, text, lang: lang.as_deref() }
        })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// How many bytes their texts have.
    pub fn size(&self) -> usize {
        self.text.len()
    }
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
    pub blocks: Blocks,
}
