//! What a build hands on: the site, or what has become of it, and how much work that was.

use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::model::address::Address;
use crate::model::cache::Cache;
use crate::model::lang::Lang;
use crate::model::listing::Listed;
use crate::model::output::Output;
use crate::model::overview::{Change, Row};
use crate::model::text::PageText;
use crate::render::Stage;

/// A built site.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// Every file.
    pub outputs: Vec<Output>,
    /// The path of the site's public address: `/` where it has a domain of its own.
    pub base_path: String,
    /// Where each page stands, in the languages it was written or translated in; only where no build follows.
    pub addresses: Vec<Address>,
    /// What each language has.
    pub languages: Vec<Counts>,
    /// When the next page goes public or expires, in the site's zone: build again then.
    pub next: Option<ZonedDateTime>,
    /// Until when the site would be the same if nothing were edited: the next page, or the next day in the site's zone.
    pub until: Option<Timestamp>,
    /// Where outputs that are expensive to make are kept; `None` when there are errors.
    pub cache: Option<Arc<Cache>>,
    /// What the pages say, where the files of the search index are still to be made of it ([`index`](super::index)): a build that
    /// follows others leaves that to whoever wants them.
    pub unindexed: Vec<Arc<PageText>>,
    /// Every page with where it stands; only where a build follows others.
    pub overview: Vec<Row>,
    /// When pages will go public and expire; likewise.
    pub schedule: Vec<Change>,
    /// The site's time zone; likewise.
    pub timezone: Option<TimeZone>,
    /// What had to be done for it.
    pub work: Work,
    /// What it was made of, where no build follows.
    pub remains: Remains,
}

/// What is left of a build. To take a large site apart takes as long as a good part of making it: who is about to end the
/// program does better to forget it.
#[derive(Clone, Debug, Default)]
pub struct Remains {
    _stage: Option<Arc<Stage>>,
    _listed: Vec<Listed>,
}

impl Remains {
    /// What is left of a site, and of what search engines were told of its pages.
    pub(super) fn of(stage: &Arc<Stage>, listed: Vec<Listed>) -> Self {
        Self { _stage: Some(stage.clone()), _listed: listed }
    }
}

/// What a build that follows others has made.
#[derive(Clone, Debug)]
pub enum Rebuilt {
    /// The whole site.
    Whole(Box<Built>),
    /// Less, since the rest is as it was in the last build without errors.
    Edited(Edited),
}

/// What other texts of some pages make of a site.
#[derive(Clone, Debug)]
pub struct Edited {
    /// The files that are others now.
    pub outputs: Vec<Output>,
    /// What those pages say now.
    pub unindexed: Vec<Arc<PageText>>,
    /// What had to be done for it.
    pub work: Work,
}

/// How much of the site was made, and not known from an earlier build.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Text files read.
    pub read: usize,
    /// Messages formatted, dates and numbers in words included.
    pub formatted: usize,
    /// Pages parsed.
    pub parsed: usize,
    /// Pages rendered.
    pub rendered: usize,
    /// Whether addresses, links and lists were resolved.
    pub resolved: bool,
}

/// A language's pages.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// The language.
    pub lang: Lang,
    /// Pages made, lists included.
    pub pages: usize,
    /// Pages translated into it.
    pub translated: usize,
    /// Pages it lacks.
    pub missing: usize,
}
