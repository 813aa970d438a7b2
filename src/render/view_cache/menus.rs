//! Menus: each entry as pages see it that are it, lie in it, or are elsewhere.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::locale::Locale;
use crate::model::{Destination, Lang, MenuItem, Site, SitePath};

#[derive(Debug, Serialize)]
struct MenuView {
    label: String,
    url: String,
    /// Whether it is this page.
    current: bool,
    ancestor: bool,
}

#[derive(Debug)]
pub(super) struct Menus(Vec<(String, Vec<Entry>)>);

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
    pub(super) fn of(site: &Site, locale: &Locale, prefix: &str) -> Self {
        let entry = |entry| menu_entry(site, locale, prefix, entry);
        let menus = site.menus.iter();
        Self(menus.map(|(name, entries)| (name.clone(), entries.iter().filter_map(entry).collect())).collect())
    }

    /// The menus as the page at `path` sees them.
    pub(super) fn seen_from(&self, lang: Lang, path: &SitePath) -> Value {
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

fn menu_entry(site: &Site, locale: &Locale, prefix: &str, item: &MenuItem) -> Option<Entry> {
    let lang = locale.lang;
    let (path, url, title) = match &item.destination {
        Destination::Url(url) => (None, url.clone(), url.clone()),
        Destination::Tags => {
            let path = site.tags_index[lang].as_ref()?;
            (Some(path.clone()), path.below(prefix), locale.text("tags"))
        }
        Destination::Page(id, named) => {
            let page = site.page(*id, named.unwrap_or(lang))?;
            (Some(page.path.clone()), page.path.below(prefix), page.document.front.title.clone())
        }
    };
    let label = item.label.as_ref().map_or(title, |label| locale.text(label));
    let view = |current, ancestor| {
        Value::from_serializable(&MenuView { label: label.clone(), url: url.clone(), current, ancestor })
    };
    Some(Entry { path, elsewhere: view(false, false), current: view(true, false), ancestor: view(false, true) })
}
