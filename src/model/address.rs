//! Where pages stand, and where they once stood: what is compared when a page has moved.

use super::source::Location;
use super::url::SitePath;

/// A page of the site in one language: the page without its language, and the language's tag.
pub(crate) type PageId = (String, String);

/// The address of a page in a language that it was written or translated in.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    pub page: PageId,
    pub path: SitePath,
    /// What its address is made of: the slug, or else the title.
    pub at: Location,
    /// The earlier addresses that its file names, as written.
    pub aliases: Vec<String>,
}

/// The addresses of each page that the last build left behind: its own, and lost ones that nothing leads on from. In the
/// order of pages and addresses, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Addresses(Vec<(PageId, SitePath)>);

impl Addresses {
    pub(crate) fn of<'a>(&'a self, page: &'a PageId) -> impl Iterator<Item = &'a SitePath> {
        let first = self.0.partition_point(|(other, _)| other < page);
        self.0[first..].iter().take_while(move |(other, _)| other == page).map(|(_, path)| path)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &(PageId, SitePath)> {
        self.0.iter()
    }
}

impl FromIterator<(PageId, SitePath)> for Addresses {
    fn from_iter<I: IntoIterator<Item = (PageId, SitePath)>>(addresses: I) -> Self {
        let mut addresses: Vec<_> = addresses.into_iter().collect();
        addresses.sort_unstable();
        addresses.dedup();
        Self(addresses)
    }
}
