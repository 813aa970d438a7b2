//! A site → its pages with where they stand, in the order of keys.

use jiff::Timestamp;

use crate::model::overview::{Row, Standing};
use crate::model::site::{Page, Site};
use crate::model::translation::State;

/// Every page of the site in every language, for the instant of its build.
pub fn overview(site: &Site, at: Timestamp) -> Vec<Row> {
    let mut rows = Vec::new();
    for entry in &site.entries {
        for lang in site.config.languages.iter() {
            let Some(page) = &entry.translations[lang] else { continue };
            let own = page.document.lang == lang;
            rows.push(Row {
                key: entry.key.clone(),
                lang,
                title: page.document.front.title.clone(),
                path: page.path.clone(),
                state: if own { entry.states[lang] } else { State::Missing },
                standing: standing(page, at),
                changed: page.changed(),
            });
        }
    }
    rows
}

fn standing(page: &Page, at: Timestamp) -> Standing {
    match page.meta.publish.filter(|publish| *publish > at) {
        _ if page.meta.draft => Standing::Draft,
        Some(publish) => Standing::Embargoed(publish),
        None => Standing::Public,
    }
}
