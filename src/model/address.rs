//! Where pages stand, and where they once stood: what is compared when a page has moved.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Location;
use super::url::SitePath;

/// A page of the site in one language: the page without its language, and the language's tag.
pub type PageId = (String, String);

/// The address of a page in a language that it was written or translated in.
#[derive(Clone, Debug)]
pub struct Address {
    /// Which page.
    pub page: PageId,
    /// Its address.
    pub path: SitePath,
    /// What its address is made of: the slug, or else the title.
    pub at: Location,
    /// The earlier addresses that its file names, as written.
    pub aliases: Vec<String>,
}

/// The addresses of each page that the last build left behind: its own, and lost ones that nothing leads on from.
pub type Addresses = BTreeMap<PageId, BTreeSet<SitePath>>;
