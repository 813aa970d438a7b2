//! Feeds: which there are, and what is in them, whatever the format.
//!
//! `resolve` makes the plans, `render` the feeds, `emit` the files. Invariant: a feed has at least one entry, so its
//! date never needs a clock.

use std::sync::Arc;

use jiff::ZonedDateTime;

use super::lang::PerLang;
use super::site::EntryId;
use super::url::SitePath;

/// The media type of Atom (RFC 4287, section 7).
pub(crate) const ATOM: &str = "application/atom+xml";
/// The media type of JSON Feed 1.1.
pub(crate) const JSON_FEED: &str = "application/feed+json";

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum FeedOf {
    Language,
    /// A section with all that lies in it.
    Section(EntryId),
    Tag(String),
}

/// A feed that the site has.
#[derive(Clone, Debug)]
pub(crate) struct FeedPlan {
    /// What it is of.
    pub of: FeedOf,
    /// The feed in each language; `None` where it would be empty.
    pub translations: PerLang<Option<FeedPages>>,
}

/// A feed in one language.
#[derive(Clone, Debug)]
pub(crate) struct FeedPages {
    /// The page with the same list, for readers.
    pub page: SitePath,
    /// Where the feed is in Atom.
    pub atom: SitePath,
    /// Where it is as JSON Feed.
    pub json: SitePath,
    /// Its pages, newest first; never empty.
    pub entries: Vec<EntryId>,
}

/// A feed with its texts. Every address is absolute.
#[derive(Debug)]
pub(crate) struct Feed {
    /// Where it is in Atom.
    pub atom: FeedFile,
    /// Where it is as JSON Feed.
    pub json: FeedFile,
    /// A tag URI (RFC 4151).
    pub id: String,
    /// BCP 47 tag.
    pub lang: String,
    /// What it is called.
    pub title: String,
    /// One sentence.
    pub description: Option<String>,
    /// The page with the same list.
    pub page: String,
    /// The same feed in other languages, in Atom: language and address.
    pub others: Vec<(String, String)>,
    /// Who publishes it.
    pub author: String,
    /// The licence of what it says.
    pub rights: Option<String>,
    /// When the newest of its entries was updated.
    pub updated: ZonedDateTime,
    /// Its entries, newest first.
    pub entries: Vec<Arc<FeedEntry>>,
}

#[derive(Debug)]
pub(crate) struct FeedFile {
    /// Its path.
    pub path: SitePath,
    /// Its address.
    pub url: String,
}

#[derive(Debug)]
pub(crate) struct FeedEntry {
    /// A tag URI (RFC 4151), the same whatever becomes of the page's title, date and address.
    pub id: String,
    /// The page.
    pub url: String,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: Option<String>,
    /// The whole text.
    pub html: String,
    /// Its picture.
    pub image: Option<String>,
    /// When it was published.
    pub published: ZonedDateTime,
    /// When it was last changed or corrected.
    pub updated: ZonedDateTime,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Its tags: key and name.
    pub tags: Vec<(String, String)>,
}
