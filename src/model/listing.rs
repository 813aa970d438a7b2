//! What search engines are told of a page: its address, when it changed, and its versions in other languages.

use jiff::civil::Date;
use serde::Serialize;

use super::url::SitePath;

/// A version of a page for search engines: `<link rel="alternate" hreflang>` and `xhtml:link` of a sitemap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// A BCP 47 tag, or `x-default`.
    pub hreflang: String,
    /// Absolute.
    pub href: String,
}

/// A page that search engines may list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its address.
    pub path: SitePath,
    /// The day it last changed, as front matter says; for a list the newest of its pages.
    pub changed: Option<Date>,
    /// Its versions, itself included: those that the head of the page names.
    pub alternates: Vec<Alternate>,
}
