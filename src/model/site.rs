//! The whole site, resolved: every page with its address, its translations and what surrounds it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::config::Config;
use super::document::Document;
use super::feed::FeedPlan;
use super::front_matter::Meta;
use super::ids::EntryId;
use super::lang::{Lang, PerLang};
use super::overview::Change;
use super::source::MediaFile;
use super::translation::State;
use super::url::SitePath;

#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub config: Arc<Config>,
    pub entries: Vec<Arc<Entry>>,
    pub by_key: FxHashMap<String, EntryId>,
    pub tags: BTreeMap<String, Tag>,
    /// The list of tags in each language; `None` where there are no tags.
    pub tags_index: PerLang<Option<SitePath>>,
    /// What each language calls a page of a long list in addresses.
    pub pager_words: PerLang<String>,
    /// The calendar of each language; `None` where there are no events.
    pub calendars: PerLang<Option<SitePath>>,
    pub newest: PerLang<Vec<EntryId>>,
    /// Files that pages link to: path in `content/`, where it is published, and the file.
    pub media: BTreeMap<String, Published>,
    /// Pictures that pages show, by path in `content/`.
    pub pictures: BTreeMap<String, Published>,
    /// Files of `content/` that no page uses, public or not.
    pub unused: BTreeSet<String>,
    /// The page that readers search the site from: the first with the template `search.html`.
    pub search: Option<EntryId>,
    pub menus: BTreeMap<String, Vec<MenuItem>>,
    /// Redirect pages: the old address, and the page that stands in for it.
    pub aliases: BTreeMap<SitePath, (EntryId, Lang)>,
    /// The feeds, the languages' own first.
    pub feeds: Vec<FeedPlan>,
    /// Press kits: the pages that have one, and where it is.
    pub kits: BTreeMap<(EntryId, Lang), SitePath>,
    pub missing: PerLang<usize>,
    /// When the next page goes public or expires, after the instant of the build.
    pub next: Option<Timestamp>,
    /// When pages go public and expire, past changes included.
    pub schedule: Vec<Change>,
}

#[derive(Clone, Debug)]
pub(crate) struct MenuItem {
    /// The Fluent message of its label; without one, the page's title serves.
    pub label: Option<String>,
    pub destination: Destination,
}

#[derive(Clone, Debug)]
pub(crate) enum Destination {
    /// A page; in the language that the menu names, or else in the reader's.
    Page(EntryId, Option<Lang>),
    Tags,
    Url(String),
}

#[derive(Clone, Debug)]
pub struct Published {
    pub path: SitePath,
    pub file: MediaFile,
}

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The page without its language, such as `news/2024-09-22-delegation`.
    pub key: String,
    /// The section it belongs to; the home page has none.
    pub section: Option<EntryId>,
    /// The language it was first written in.
    pub original: Lang,
    pub states: PerLang<State>,
    /// Its translations; a missing one is a value. Where the original stands in for it, the page's document is in another
    /// language.
    pub translations: PerLang<Option<Page>>,
    /// What lies in it, if it is a section.
    pub children: Option<PerLang<Children>>,
    /// The files its pages link to, by path in `content/`.
    pub media: BTreeSet<String>,
    /// The pictures its pages show, by path in `content/`.
    pub pictures: BTreeSet<String>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Children {
    pub pages: Vec<EntryId>,
    /// Each page's place among them.
    pub places: BTreeMap<EntryId, usize>,
    /// Sections, by weight.
    pub sections: Vec<EntryId>,
    /// Entries a page; `None` for one page.
    pub paginate_by: Option<usize>,
}

impl Children {
    /// On how many pages its list is.
    pub(crate) fn page_count(&self) -> usize {
        self.paginate_by.map_or(1, |by| self.pages.len().div_ceil(by).max(1))
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub document: Arc<Document>,
    /// What it says of itself, inherited values included.
    pub meta: Meta,
    pub path: SitePath,
    pub targets: Vec<Target>,
    pub image: Option<Target>,
    pub attachments: Vec<Target>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A page of the site, with a fragment.
    Page(SitePath, Option<String>),
    /// A published file: its path in `content/`, with a fragment (`#page=2` of a PDF).
    Media(String, Option<String>),
    /// A picture that the page shows: its path in `content/`.
    Picture(String),
    /// Another site, or a place in the same page: as written.
    Raw(String),
}

#[derive(Clone, Debug)]
pub(crate) struct Tag {
    /// Its name, address and pages in each language; `None` where it has no pages.
    pub translations: PerLang<Option<TagPage>>,
}

#[derive(Clone, Debug)]
pub(crate) struct TagPage {
    pub name: String,
    pub path: SitePath,
    pub pages: Vec<EntryId>,
}

/// Entries on a page of a tag's list.
pub(crate) const TAG_PAGE: usize = 50;

impl TagPage {
    /// On how many pages its list is.
    pub(crate) fn page_count(&self) -> usize {
        self.pages.len().div_ceil(TAG_PAGE)
    }
}

/// The path of page N, counted from 1, of a list at `path`; `word` is what its language calls a page in addresses.
pub(crate) fn list_path(path: &SitePath, word: &str, page: usize) -> Option<SitePath> {
    match page {
        1 => Some(path.clone()),
        _ => path.join(&[word, &page.to_string()]),
    }
}

impl Page {
    /// The day of the last change since publication: `updated`, or a later correction.
    pub(crate) fn modified(&self) -> Option<Date> {
        self.document.front.corrections.iter().map(|correction| correction.date).chain(self.meta.updated).max()
    }

    /// The day it last changed: [`Page::modified`], else the day of publication. Never the time of a file.
    pub(crate) fn changed(&self) -> Option<Date> {
        self.modified().or(self.meta.date)
    }
}

/// Whether `section` is `outer` or lies in it, at any depth.
pub(crate) fn is_within(entries: &[Arc<Entry>], section: Option<EntryId>, outer: EntryId) -> bool {
    let mut next = section;
    while let Some(id) = next {
        if id == outer {
            return true;
        }
        next = entries[id.0].section;
    }
    false
}

impl Site {
    pub(crate) fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0]
    }

    pub(crate) fn page(&self, id: EntryId, lang: Lang) -> Option<&Page> {
        self.entry(id).translations[lang].as_ref()
    }

    /// A page in a language, if it was written or translated in it and was not withdrawn: what search engines, feeds and
    /// lists may name.
    pub(crate) fn own_page(&self, id: EntryId, lang: Lang) -> Option<&Page> {
        self.page(id, lang).filter(|page| page.document.lang == lang && page.document.front.withdrawn.is_none())
    }

    /// What a list in a language shows for an entry: its page, or the original where there is none.
    pub(crate) fn listed_page(&self, id: EntryId, lang: Lang) -> Option<&Page> {
        self.page(id, lang).or_else(|| self.page(id, self.entry(id).original))
    }

    pub(crate) fn home(&self) -> Option<EntryId> {
        self.by_key.get("_index").copied()
    }
}
