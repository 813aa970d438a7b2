//! Menus: each entry as pages see it that are it, lie in it, or are elsewhere.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::locale::Locale;
use crate::model::config::{MenuEntry, MenuTarget};
use crate::model::lang::Lang;
use crate::model::site::{EntryId, Site};
use crate::model::url::SitePath;

/// A menu's entry.
#[derive(Debug, Serialize)]
struct MenuView {
    /// Its text.
    label: String,
    /// Its address.
    url: String,
    /// Whether it is this page.
    current: bool,
    /// Whether this page lies in it.
    ancestor: bool,
}

/// The menus of a language by name.
#[derive(Debug)]
pub struct Menus(Vec<(String, Vec<Entry>)>);

#[derive(Debug)]
struct Entry {
    /// The page it leads to; `None` where it leads to another site.
    path: Option<SitePath>,
    elsewhere: Value,
    current: Value,
    ancestor: Value,
}

impl Menus {
    /// The menus from where the way to the site's root is `prefix`.
    pub fn of(site: &Site, locale: &Locale, prefix: &str) -> Self {
        let entry = |entry| menu_entry(site, locale, prefix, entry);
        let menus = site.config.menus.iter();
        Self(menus.map(|(name, entries)| (name.clone(), entries.iter().filter_map(entry).collect())).collect())
    }

    /// The menus as the page at `path` sees them.
    pub fn seen_from(&self, lang: Lang, path: &SitePath) -> Value {
        let entries = |entries: &[Entry]| entries.iter().map(|entry| entry.seen_from(lang, path)).collect::<Vec<_>>();
        let menus: BTreeMap<&str, Vec<Value>> =
            self.0.iter().map(|(name, menu)| (name.as_str(), entries(menu))).collect();
        Value::from_serializable(&menus)
    }
}

impl Entry {
    fn seen_from(&self, lang: Lang, path: &SitePath) -> Value {
        let Some(own) = &self.path else { return self.elsewhere.clone() };
        let home = own.as_str().trim_end_matches('/') == lang.tag();
        let view = match own == path {
            true => &self.current,
            // Every page lies in the home page.
            false if !home && path.as_str().starts_with(own.as_str()) => &self.ancestor,
            false => &self.elsewhere,
        };
        view.clone()
    }
}

fn menu_entry(site: &Site, locale: &Locale, prefix: &str, entry: &MenuEntry) -> Option<Entry> {
    let (path, title) = match &entry.target {
        MenuTarget::Url(url) => (None, url.clone()),
        MenuTarget::Tags => (Some(site.tags_index[locale.lang].as_ref()?), locale.text("tags")),
        MenuTarget::Page(page) => {
            let page = site.page(find(site, &page.value)?, locale.lang)?;
            (Some(&page.path), page.document.front.title.clone())
        }
    };
    let label = entry.label.as_ref().map_or(title, |label| locale.text(&label.value));
    let url = match (&entry.target, path) {
        (MenuTarget::Url(url), _) => url.clone(),
        (_, path) => path?.below(prefix),
    };
    let view = |current, ancestor| {
        Value::from_serializable(&MenuView { label: label.clone(), url: url.clone(), current, ancestor })
    };
    let (elsewhere, current, ancestor) = (view(false, false), view(true, false), view(false, true));
    Some(Entry { path: path.cloned(), elsewhere, current, ancestor })
}

/// The entry that a menu's page names; `resolve` has checked that it exists.
fn find(site: &Site, page: &str) -> Option<EntryId> {
    let key = page.trim_matches('/').trim_end_matches(".md");
    let candidates = [key.to_string(), format!("{key}/_index"), key.trim_end_matches("/index").to_string()];
    let key = if key.is_empty() { vec!["_index".to_string()] } else { candidates.to_vec() };
    key.iter().find_map(|key| site.by_key.get(key)).copied()
}
