//! Values that many pages see alike, made once: Tera hands them on without a copy.
//!
//! What nearly every page sees is made once a thread: a value counts who holds it, and a count that two threads change by
//! turns is slower than everything else here.

use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::Value;

use super::view::LangView;
use crate::model::feed::FeedOf;
use crate::model::lang::{Lang, Languages, PerLang};
use crate::model::site::{EntryId, Site};
use crate::model::url::SitePath;

/// What a build has made so far. Which thread made it does not show.
#[derive(Debug)]
pub struct Shared {
    local: Vec<Local>,
    menu_paths: PerLang<OnceLock<Vec<Option<SitePath>>>>,
    dates: PerLang<Table<Date, Value>>,
    pager_words: PerLang<OnceLock<String>>,
    changed: PerLang<Table<Listing, Option<Date>>>,
    feed_titles: PerLang<Table<FeedOf, String>>,
    mentions: Vec<PerLang<OnceLock<Option<Mention>>>>,
    of: Languages,
}

/// What a thread has made for itself, apart from what others have.
#[derive(Debug)]
#[repr(align(128))]
struct Local {
    languages: PerLang<OnceLock<(LangView, Value)>>,
    roots: Table<String, Arc<Root>>,
}

/// A way to the site's root, and what pages see alike that have the same.
#[derive(Debug)]
pub struct Root {
    way: String,
    /// How many folders up it goes; `None` for one that holds anywhere.
    depth: Option<usize>,
    sites: PerLang<OnceLock<Value>>,
    menus: PerLang<Table<String, Value>>,
    around: PerLang<Table<(Around, Option<EntryId>), Value>>,
    tags: PerLang<Table<String, Option<Value>>>,
}

/// What other pages say of a page in a language; null where there is nothing to say.
#[derive(Debug)]
pub struct Mention {
    /// A text.
    pub title: Value,
    /// A text.
    pub description: Value,
    /// A [`DateView`](super::view::DateView).
    pub date: Value,
    /// The date's, or an empty text.
    pub year: Value,
    /// Its language, where that is another one.
    pub lang: Value,
    /// That language's own name.
    pub lang_name: Value,
    /// Its path, percent-encoded.
    path: String,
    /// How many folders that has.
    depth: usize,
    /// What pages see of it that stand as deep as itself: most that name it do.
    url: OnceLock<Value>,
    tags: OnceLock<Value>,
}

/// A list of pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Listing {
    /// A section's.
    Section(EntryId),
    /// A tag's, by its key.
    Tag(String),
}

/// What stands around the pages of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Around {
    /// The pages above them.
    Trail,
    /// The feeds that they offer.
    Feeds,
}

/// What was made, by what it was made for.
#[derive(Debug)]
struct Table<K, V>(RwLock<FxHashMap<K, V>>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone> Table<K, V> {
    fn get<Q: ?Sized + Eq + Hash + ToOwned<Owned = K>>(&self, key: &Q, make: impl FnOnce() -> V) -> V
    where
        K: Borrow<Q>,
    {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
        // Others wait meanwhile, so that nothing is made twice.
        known.unwrap_or_else(|| {
            let mut table = self.0.write().unwrap_or_else(PoisonError::into_inner);
            table.entry(key.to_owned()).or_insert_with(make).clone()
        })
    }
}

fn value<V: Serialize>(view: &V) -> Value {
    Value::from_serializable(view)
}

impl Shared {
    /// For a site.
    pub fn new(site: &Site) -> Self {
        let languages = &site.config.languages;
        let local = || Local { languages: languages.map(|_| OnceLock::new()), roots: Table::default() };
        Self {
            // One is for whoever is none of the threads that share the work.
            local: (0..=rayon::current_num_threads()).map(|_| local()).collect(),
            menu_paths: languages.map(|_| OnceLock::new()),
            dates: languages.map(|_| Table::default()),
            pager_words: languages.map(|_| OnceLock::new()),
            changed: languages.map(|_| Table::default()),
            feed_titles: languages.map(|_| Table::default()),
            mentions: site.entries.iter().map(|_| languages.map(|_| OnceLock::new())).collect(),
            of: languages.clone(),
        }
    }

    fn local(&self) -> &Local {
        let place = rayon::current_thread_index().map_or(0, |index| index + 1);
        &self.local[place % self.local.len()]
    }

    /// What pages see alike whose way to the site's root is `way`.
    pub fn root(&self, way: &str) -> Arc<Root> {
        self.local().roots.get(way, || Arc::new(Root::new(way, &self.of)))
    }

    /// A language.
    pub fn lang(&self, lang: Lang, make: impl FnOnce() -> LangView) -> &(LangView, Value) {
        self.local().languages[lang].get_or_init(|| {
            let view = make();
            let value = value(&view);
            (view, value)
        })
    }

    /// Where the entries of all menus lead in a language, as far as that is a page.
    pub fn menu_paths(&self, lang: Lang, make: impl FnOnce() -> Vec<Option<SitePath>>) -> &[Option<SitePath>] {
        self.menu_paths[lang].get_or_init(make)
    }

    /// The word for the further pages of a list in their addresses.
    pub fn pager_word(&self, lang: Lang, make: impl FnOnce() -> String) -> &str {
        self.pager_words[lang].get_or_init(make)
    }

    /// When a list last changed.
    pub fn changed(&self, lang: Lang, of: &Listing, find: impl FnOnce() -> Option<Date>) -> Option<Date> {
        self.changed[lang].get(of, find)
    }

    /// What a feed is called.
    pub fn feed_title(&self, lang: Lang, of: &FeedOf, make: impl FnOnce() -> String) -> String {
        self.feed_titles[lang].get(of, make)
    }

    /// What other pages say of a page in a language, if there is one.
    pub fn mention(&self, id: EntryId, lang: Lang, make: impl FnOnce() -> Option<Mention>) -> Option<&Mention> {
        self.mentions[id.0][lang].get_or_init(make).as_ref()
    }

    /// A day.
    pub fn date<V: Serialize>(&self, lang: Lang, day: Date, make: impl FnOnce() -> V) -> Value {
        self.dates[lang].get(&day, || value(&make()))
    }
}

impl Mention {
    /// Of a page by its address and its own words.
    pub fn new(path: &SitePath, title: &str, description: Option<&str>, date: Option<(Value, i16)>) -> Self {
        let (date, year) = date.map_or((Value::none(), String::new()), |(date, year)| (date, year.to_string()));
        Self {
            title: Value::from(title),
            description: value(&description),
            date,
            year: Value::from(year.as_str()),
            lang: Value::none(),
            lang_name: Value::none(),
            path: path.below(""),
            depth: path.depth(),
            url: OnceLock::new(),
            tags: OnceLock::new(),
        }
    }

    /// Its address from a page that has a way to the root, a text.
    pub fn url(&self, root: &Root) -> Value {
        self.near(root, &self.url, || root.to(|url| url.push_str(&self.path)))
    }

    /// Its tags, whose addresses are those from there: a list of [`TagView`](super::view::TagView).
    pub fn tags(&self, root: &Root, make: impl FnOnce() -> Value) -> Value {
        self.near(root, &self.tags, make)
    }

    fn near(&self, root: &Root, known: &OnceLock<Value>, make: impl FnOnce() -> Value) -> Value {
        if root.depth == Some(self.depth) { known.get_or_init(make).clone() } else { make() }
    }
}

impl Root {
    fn new(way: &str, languages: &Languages) -> Self {
        Self {
            way: way.to_string(),
            depth: (way.len() == 3 * way.matches("../").count()).then_some(way.len() / 3),
            sites: languages.map(|_| OnceLock::new()),
            menus: languages.map(|_| Table::default()),
            around: languages.map(|_| Table::default()),
            tags: languages.map(|_| Table::default()),
        }
    }

    /// The way: relative, or the path or address of the site itself; it ends in a slash.
    pub fn way(&self) -> &str {
        &self.way
    }

    /// The address of a page or file of the site, as templates see it.
    pub fn link(&self, path: &SitePath) -> Value {
        self.to(|url| path.write_below("", url))
    }

    /// The address of what `write` adds to the way.
    fn to(&self, write: impl FnOnce(&mut String)) -> Value {
        let mut url = self.way.clone();
        write(&mut url);
        Value::from(url.as_str())
    }

    /// The site as pages of a language see it.
    pub fn site<V: Serialize>(&self, lang: Lang, make: impl FnOnce() -> V) -> Value {
        self.sites[lang].get_or_init(|| value(&make())).clone()
    }

    /// The menus, by how each entry stands to the page.
    pub fn menus<V: Serialize>(&self, lang: Lang, standing: &str, make: impl FnOnce() -> V) -> Value {
        self.menus[lang].get(standing, || value(&make()))
    }

    /// What pages of a section have around them alike.
    pub fn around<V: Serialize>(
        &self,
        what: Around,
        (lang, section): (Lang, Option<EntryId>),
        make: impl FnOnce() -> V,
    ) -> Value {
        self.around[lang].get(&(what, section), || value(&make()))
    }

    /// A tag, if the language has it.
    pub fn tag<V: Serialize>(&self, lang: Lang, key: &str, make: impl FnOnce() -> Option<V>) -> Option<Value> {
        self.tags[lang].get(key, || make().map(|view| value(&view)))
    }
}
