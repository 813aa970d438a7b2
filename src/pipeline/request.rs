//! What whoever builds asks for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::model::{Config, Output, SitePath};
use crate::resolve;

/// What the user asked for.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The site's folder.
    pub root: &'a Path,
    /// Stands in for `base_url` of `site.yaml`.
    pub base_url: Option<&'a str>,
    /// Whether drafts are public.
    pub drafts: bool,
    /// Whether pages under embargo are public: for those who write them, never for a host.
    pub embargoed: bool,
    /// The instant the site is built for.
    pub at: Timestamp,
}

impl Request<'_> {
    /// The day of that instant where the site is.
    pub(super) fn today(&self, config: &Config) -> Date {
        config.timezone.to_datetime(self.at).date()
    }

    /// What decides which pages are public.
    pub(super) fn options(&self) -> resolve::Options {
        resolve::Options { at: self.at, drafts: self.drafts, embargoed: self.embargoed }
    }
}

/// What may have changed since the last build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Anything: every file is looked at.
    Anything,
    /// These files, by their paths in the site's folder, and nothing else below it that a build reads.
    Files(BTreeSet<PathBuf>),
}

/// Pages that somebody looks at: they are made before the others.
pub struct Priority<'a> {
    /// Their paths.
    pub wanted: &'a BTreeSet<SitePath>,
    /// Gets them, and the files beside them, before the other pages are made. What is wrong with those is not known yet.
    pub show: &'a mut dyn FnMut(Vec<Output>),
}

impl std::fmt::Debug for Priority<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Priority({:?})", self.wanted)
    }
}
