//! Feeds: which there are, and what is in them, whatever the format.
//!
//! `resolve` makes the plans, `render` the feeds, `emit` the files. Invariant: a feed has at least one entry, so its
//! date never needs a clock.

use std::sync::Arc;

use jiff::ZonedDateTime;

use super::ids::EntryId;
use super::lang::PerLang;
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

#[derive(Clone, Debug)]
pub(crate) struct FeedPlan {
    pub of: FeedOf,
    /// The feed in each language; `None` where it would be empty.
    pub translations: PerLang<Option<FeedPages>>,
}

#[derive(Clone, Debug)]
pub(crate) struct FeedPages {
    /// The page with the same list, for readers.
    pub page: SitePath,
    pub atom: SitePath,
    pub json: SitePath,
    /// Its pages, newest first; never empty.
    pub entries: Vec<EntryId>,
}

/// A feed with its texts. Every address is absolute.
#[derive(Debug)]
pub(crate) struct Feed {
    pub atom: FeedFile,
    pub json: FeedFile,
    /// A tag URI (RFC 4151).
    pub id: String,
    pub lang: String,
    pub title: String,
    pub description: Option<String>,
    pub page: String,
    /// The same feed in other languages, in Atom: language and address.
    pub others: Vec<(String, String)>,
    pub author: String,
    pub rights: Option<String>,
    /// When the newest of its entries was updated.
    pub updated: ZonedDateTime,
    pub entries: Vec<Arc<FeedEntry>>,
}

#[derive(Debug)]
pub(crate) struct FeedFile {
    pub path: SitePath,
    pub url: String,
}

#[derive(Debug)]
pub(crate) struct FeedEntry {
    /// A tag URI (RFC 4151), the same whatever becomes of the page's title, date and address.
    pub id: String,
    pub url: String,
    pub title: String,
    pub summary: Option<String>,
    pub html: String,
    pub image: Option<String>,
    pub published: ZonedDateTime,
    /// When it was last changed or corrected.
    pub updated: ZonedDateTime,
    pub authors: Vec<String>,
    /// Its tags: key and name.
    pub tags: Vec<(String, String)>,
}
