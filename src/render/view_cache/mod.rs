//! What many pages show alike, made before pages are rendered and only read while they are. Tera hands such values on
//! without a copy.

mod base_path;
mod date_view;
mod feed_links;
mod language;
mod menus;
mod page_summary;
mod site_view;
mod tag_view;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tera::Value;

use crate::locale::Locales;
use crate::model::{EntryId, Lang, Page, PerLang, Site, SitePath};

pub(super) use base_path::BasePath;
pub(super) use date_view::DateView;
pub(super) use language::LangView;
pub(super) use page_summary::PageSummary;
pub(super) use site_view::{publisher_name, search_path};
pub(super) use tag_view::{TagView, tag_view};

/// How many folders further pages of a list lie below its first one.
const PAGER_DEPTH: usize = 2;

/// Views by language, by page, and by the way from a page to the site's root.
#[derive(Debug)]
pub(crate) struct ViewCache {
    languages: PerLang<(LangView, Value)>,
    days: PerLang<FxHashMap<Date, Value>>,
    summaries: Vec<PerLang<Option<PageSummary>>>,
    base_paths: Vec<Arc<BasePath>>,
}

impl ViewCache {
    pub(crate) fn new(site: &Site, locales: &Locales) -> Self {
        let languages = &site.config.languages;
        let language = |lang| {
            let view = LangView::of(lang, locales);
            let value = Value::from_serializable(&view);
            (view, value)
        };
        let days = days(site, locales);
        let summary = |id, lang| Some(PageSummary::of(site.listed_page(id, lang)?, (lang, locales), &days[lang]));
        let summaries = (0..site.entries.len()).into_par_iter().map(EntryId);
        let base_paths = prefixes(site).into_par_iter();
        Self {
            languages: languages.map(language),
            summaries: summaries.map(|id| languages.map(|lang| summary(id, lang))).collect(),
            days,
            base_paths: base_paths.map(|prefix| Arc::new(BasePath::new(site, locales, &prefix))).collect(),
        }
    }

    pub(crate) fn language(&self, lang: Lang) -> &(LangView, Value) {
        &self.languages[lang]
    }

    /// A page's day in a language as a [`DateView`]; null where there is none.
    pub(crate) fn day(&self, lang: Lang, day: Option<Date>) -> Value {
        day.and_then(|day| self.days[lang].get(&day)).cloned().unwrap_or(Value::none())
    }

    /// What other pages say of a page in a language; where it has no version in it, of the original.
    pub(crate) fn summary(&self, id: EntryId, lang: Lang) -> Option<&PageSummary> {
        self.summaries[id.0][lang].as_ref()
    }

    /// What pages show alike that have the same way to the site's root; `None` for one that no page of the site has.
    pub(crate) fn base_path(&self, prefix: &str) -> Option<&Arc<BasePath>> {
        self.base_paths.iter().find(|base| base.prefix() == prefix)
    }
}

/// The days of all pages in the words of each language, since a translation tells its source's: many pages have the same.
fn days(site: &Site, locales: &Locales) -> PerLang<FxHashMap<Date, Value>> {
    let days = pages(site)
        .flat_map(|page| [page.meta.date, page.meta.listed_day(), page.meta.updated, page.modified()])
        .flatten();
    let days: BTreeSet<Date> = days.collect();
    site.config.languages.map(|lang| {
        let view = |day: &Date| (*day, Value::from_serializable(&DateView::of(*day, &locales[lang])));
        days.par_iter().map(view).collect()
    })
}

fn pages(site: &Site) -> impl Iterator<Item = &Page> {
    site.entries.iter().flat_map(|entry| entry.translations.present()).map(|(_, page)| page)
}

/// The ways to the site's root from its pages, and those that hold anywhere.
fn prefixes(site: &Site) -> Vec<String> {
    let tags = site.tags.values().flat_map(|tag| tag.translations.present()).map(|(_, tag)| tag);
    let lists = pages(site).map(|page| &page.path).chain(tags.map(|tag| &tag.path));
    let lists = lists.map(|path| path.depth() + PAGER_DEPTH);
    let deepest = lists.chain(site.aliases.keys().map(SitePath::depth)).max().unwrap_or(PAGER_DEPTH);
    let base_url = &site.config.base_url;
    let mut prefixes: Vec<String> = (1..=deepest).map(|depth| "../".repeat(depth)).collect();
    prefixes.extend([SitePath::root().to_root(), SitePath::root_anywhere(base_url), base_url.clone()]);
    prefixes
}
