//! A parsed page: front matter and a body whose HTML is written but for what only the whole site can tell.
//!
//! The Markdown events become HTML while they are read, once. Where a link, a picture or a shortcode stands, the HTML
//! has a *slot*: nothing is ever found again by searching in text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::front_matter::FrontMatter;
use super::lang::Lang;
use super::page_ref::is_section;
use super::revision::Revision;
use super::source::{At, Location, SourceText};
use super::translatable_text::TranslatableText;

#[derive(Debug)]
pub struct Document {
    /// The page without its language; see [`super::source::PageSource::key`].
    pub key: String,
    /// The folder that relative links start from.
    pub folder: String,
    pub lang: Lang,
    /// The file; without the Markdown where nobody needs it any more.
    pub source: Arc<SourceText>,
    pub text: Range<usize>,
    /// What its revision is made of.
    pub translatable: TranslatableText,
    pub front: FrontMatter,
    pub body: Body,
    /// Every reference to a page or file in the body, shortcodes included; slots name them by index.
    pub links: Vec<Link>,
    pub headings: Vec<Heading>,
    /// All ids that a link may point to, headings and footnotes.
    pub anchors: BTreeSet<String>,
}

impl Document {
    pub fn revision(&self) -> Revision {
        self.translatable.revision(|| &self.source.text()[self.text.clone()])
    }

    /// The place of its title, for messages about the page as a whole.
    pub fn title_location(&self) -> Location {
        Location { source: self.source.clone(), span: self.front.title_span.clone() }
    }

    /// The path of its file in another language, be it there or not.
    pub fn path_in(&self, lang: Lang) -> String {
        let path = &self.source.path;
        let stem = path.strip_suffix(&format!(".{}.md", self.lang)).unwrap_or(path);
        format!("{stem}.{lang}.md")
    }

    /// Whether this is the page of a section (or, at the top, the home page).
    pub fn is_section(&self) -> bool {
        is_section(&self.key)
    }
}

/// HTML with slots.
#[derive(Debug, Default)]
pub struct Body {
    pub html: String,
    /// What to put in, and where, in ascending order.
    pub slots: Vec<(usize, Slot)>,
}

impl Body {
    pub fn calls(&self) -> bool {
        self.slots.iter().any(|(_, slot)| matches!(slot, Slot::Call(_)))
    }
}

/// What only the whole site, or the theme, can tell.
#[derive(Debug)]
pub enum Slot {
    /// The address for link number N of the document.
    Link(usize),
    /// The page's own address before a fragment: nothing on the page itself, all of it where the text stands elsewhere.
    Here,
    /// The picture that link number N leads to, with its text alternative.
    Picture(usize, String),
    Call(Box<Call>),
}

/// A shortcode's call, its arguments checked against the theme's component.
#[derive(Debug)]
pub struct Call {
    pub name: String,
    pub args: BTreeMap<String, Arg>,
    /// What stands between `{% name() %}` and `{% end %}`.
    pub body: Option<Body>,
    pub span: Range<usize>,
}

#[derive(Clone, Debug)]
pub enum Arg {
    Text(String),
    /// Inline HTML, safe: typographic quotes set.
    Html(String),
    Int(i64),
    Bool(bool),
    /// The address for link number N of the document.
    Link(usize),
}

/// A reference as written.
#[derive(Debug)]
pub struct Link {
    /// The destination, fragment included.
    pub dest: At<String>,
    pub role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Link,
    /// A shortcode shows or offers a file, so that a page will not do.
    File,
    Picture,
}

#[derive(Clone, Debug)]
pub struct Heading {
    pub id: String,
    pub level: u8,
    pub title: String,
}
