//! A site → its pages with where they stand, in the order of keys.

use jiff::Timestamp;

use crate::model::lang::Lang;
use crate::model::overview::{Row, Standing};
use crate::model::site::{Entry, Page, Site};
use crate::model::translation::State;

/// Every page of the site in every language, for the instant of its build.
pub fn overview(site: &Site, at: Timestamp) -> Vec<Row> {
    pages(site).map(|(entry, lang, page)| row(entry, lang, page, at)).collect()
}

/// The page at an address.
pub fn row_at(site: &Site, path: &str, at: Timestamp) -> Option<Row> {
    let (entry, lang, page) = pages(site).find(|(_, _, page)| page.path.as_str() == path)?;
    Some(row(entry, lang, page, at))
}

fn pages(site: &Site) -> impl Iterator<Item = (&Entry, Lang, &Page)> {
    site.entries
        .iter()
        .flat_map(|entry| entry.translations.iter().filter_map(|(lang, page)| Some((&**entry, lang, page.as_ref()?))))
}

fn row(entry: &Entry, lang: Lang, page: &Page, at: Timestamp) -> Row {
    let own = page.document.lang == lang;
    Row {
        key: entry.key.clone(),
        lang,
        title: page.document.front.title.clone(),
        path: page.path.clone(),
        state: if own { entry.states[lang] } else { State::Missing },
        standing: standing(page, at),
        changed: page.changed(),
    }
}

fn standing(page: &Page, at: Timestamp) -> Standing {
    match page.meta.publish.filter(|publish| *publish > at) {
        _ if page.meta.draft => Standing::Draft,
        Some(publish) => Standing::Embargoed(publish),
        None => Standing::Public,
    }
}
