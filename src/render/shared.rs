//! Values that many pages see alike, made once: Tera hands them on without a copy.

use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::Value;

use super::view::LangView;
use crate::model::lang::Lang;
use crate::model::site::EntryId;
use crate::model::url::SitePath;

/// What a build has made so far. Which thread made it does not show. A `root` is a page's way to the site's root.
#[derive(Debug, Default)]
pub struct Shared {
    sites: Table<(Lang, String), Value>,
    languages: Table<Lang, (Arc<LangView>, Value)>,
    menus: Table<(Lang, String), Value>,
    menu_paths: Table<Lang, Arc<[Option<SitePath>]>>,
    around: Table<(Around, Lang, String, Option<EntryId>), Value>,
    tags: Table<(Lang, String), Option<Value>>,
    dates: Table<(Lang, Date), Value>,
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
    fn get(&self, key: K, make: impl FnOnce() -> V) -> V {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        // Others wait meanwhile, so that nothing is made twice.
        known.unwrap_or_else(|| {
            self.0.write().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert_with(make).clone()
        })
    }
}

fn value<V: Serialize>(view: &V) -> Value {
    Value::from_serializable(view)
}

impl Shared {
    /// The site as pages of a language see it.
    pub fn site<V: Serialize>(&self, lang: Lang, root: &str, make: impl FnOnce() -> V) -> Value {
        self.sites.get((lang, root.to_string()), || value(&make()))
    }

    /// A language.
    pub fn lang(&self, lang: Lang, make: impl FnOnce() -> LangView) -> (Arc<LangView>, Value) {
        self.languages.get(lang, || {
            let view = make();
            let value = value(&view);
            (Arc::new(view), value)
        })
    }

    /// Where the entries of all menus lead in a language, as far as that is a page.
    pub fn menu_paths(&self, lang: Lang, make: impl FnOnce() -> Vec<Option<SitePath>>) -> Arc<[Option<SitePath>]> {
        self.menu_paths.get(lang, || make().into())
    }

    /// The menus, by how each entry stands to the page and by the root.
    pub fn menus<V: Serialize>(&self, lang: Lang, by: String, make: impl FnOnce() -> V) -> Value {
        self.menus.get((lang, by), || value(&make()))
    }

    /// What pages of a section have around them alike.
    pub fn around<V: Serialize>(
        &self,
        what: Around,
        (lang, root, section): (Lang, &str, Option<EntryId>),
        make: impl FnOnce() -> V,
    ) -> Value {
        self.around.get((what, lang, root.to_string(), section), || value(&make()))
    }

    /// A tag, if the language has it.
    pub fn tag<V: Serialize>(
        &self,
        lang: Lang,
        root: &str,
        key: &str,
        make: impl FnOnce() -> Option<V>,
    ) -> Option<Value> {
        // No address holds a line break.
        self.tags.get((lang, format!("{root}\n{key}")), || make().map(|view| value(&view)))
    }

    /// A day.
    pub fn date<V: Serialize>(&self, lang: Lang, day: Date, make: impl FnOnce() -> V) -> Value {
        self.dates.get((lang, day), || value(&make()))
    }
}
