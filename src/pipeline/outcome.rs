//! What a build hands on: the site, or what has become of it, and how much work that was.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::model::{Cache, Change, Lang, Output, PageStatus, PageText, SitePath, State};
use crate::render::RenderInput;
use crate::resolve;

/// A built site.
#[derive(Clone, Debug)]
pub struct Built {
    /// Every file, but for those of the search index in [`rebuild`](super::rebuild).
    pub outputs: Vec<Output>,
    /// What the pages were rendered from: the resolved site and all beside it.
    pub(crate) input: Arc<RenderInput>,
    /// What the pages say, for the search index.
    pub texts: Vec<Arc<PageText>>,
    /// What each language has.
    pub languages: Vec<Counts>,
    /// The instant that it was built for.
    pub at: Timestamp,
    /// Where outputs that are expensive to make are kept.
    pub(crate) cache: Arc<Cache>,
    /// What had to be done for it.
    pub work: Work,
    /// How long that took.
    pub timings: Timings,
}

impl Built {
    /// The path of the site's public address: `/` where it has a domain of its own.
    pub fn base_path(&self) -> String {
        SitePath::root_anywhere(&self.input.site.config.base_url)
    }

    /// Every page with where it stands.
    pub fn overview(&self) -> Vec<PageStatus> {
        resolve::overview(&self.input.site, self.at)
    }

    /// Where the page at an address stands, by its path without a leading slash.
    pub fn row_at(&self, path: &str) -> Option<PageStatus> {
        resolve::row_at(&self.input.site, path, self.at)
    }

    /// When pages will go public and expire.
    pub fn schedule(&self) -> impl Iterator<Item = &Change> {
        self.input.site.schedule.iter().filter(|change| change.at > self.at)
    }

    /// The site's time zone.
    pub fn timezone(&self) -> TimeZone {
        self.input.site.config.timezone.clone()
    }

    /// When the next page goes public or expires, in the site's zone: build again then.
    pub fn next(&self) -> Option<ZonedDateTime> {
        let site = &self.input.site;
        site.next.map(|next| next.to_zoned_datetime(site.config.timezone.clone()))
    }

    /// Until when the site would be the same if nothing were edited: the next page, or the next day in the site's zone.
    pub fn until(&self) -> Option<Timestamp> {
        let site = &self.input.site;
        let now = self.at.to_zoned_datetime(site.config.timezone.clone());
        let midnight = now.tomorrow().and_then(|day| day.start_of_day()).ok()?.timestamp();
        Some(site.next.map_or(midnight, |next| next.min(midnight)))
    }
}

/// What a build that follows others has made.
#[derive(Clone, Debug)]
pub enum Rebuild {
    /// The whole site.
    Full(Box<Built>),
    /// Less, since the rest is as it was in the last build without errors.
    Partial(Partial),
}

/// What other texts of some pages make of a site.
#[derive(Clone, Debug)]
pub struct Partial {
    /// The files that are others now.
    pub outputs: Vec<Output>,
    /// What those pages say now.
    pub texts: Vec<Arc<PageText>>,
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

impl Counts {
    /// Those of a language for which so many pages were made.
    pub(super) fn of(input: &RenderInput, lang: Lang, pages: usize) -> Self {
        let entries = input.site.entries.iter();
        let translated = entries.filter(|entry| !matches!(entry.states[lang], State::Original | State::Missing));
        Self { lang, pages, translated: translated.count(), missing: input.site.missing[lang] }
    }
}

/// How long each stage took, in their order.
#[derive(Clone, Debug, Default)]
pub struct Timings(pub Vec<(&'static str, Duration)>);

impl Timings {
    /// Does a stage's work, and notes how long it took.
    pub fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let begin = Instant::now();
        let done = work();
        self.0.push((stage, begin.elapsed()));
        done
    }
}
