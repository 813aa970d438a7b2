//! What search engines are told of a page: its address, when it changed, and its versions in other languages.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::lang::Lang;
use super::url::SitePath;

/// A version of a page for search engines: `<link rel="alternate" hreflang>` and `xhtml:link` of a sitemap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Alternate {
    pub hreflang: Hreflang,
    pub href: String,
}

/// For whom a version is: `hreflang` of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hreflang {
    Lang(Lang),
    /// Everybody else: `x-default`.
    Default,
}

impl Hreflang {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Lang(lang) => lang.tag(),
            Self::Default => "x-default",
        }
    }
}

impl Serialize for Hreflang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub path: SitePath,
    /// The day it last changed, as front matter says; for a list the newest of its pages.
    pub changed: Option<Date>,
    /// Its versions, itself included: those that the head of the page names.
    pub alternates: Arc<[Alternate]>,
}
