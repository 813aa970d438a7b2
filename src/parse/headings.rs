//! Ids of headings: stable, made by the language's own rules, unique in a page.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Lang, slugify};

#[derive(Debug, Default)]
pub(super) struct HeadingIds {
    taken: BTreeSet<String>,
    /// The number that the next heading of a text gets: those below are taken, and stay so.
    next: BTreeMap<String, usize>,
}

impl HeadingIds {
    /// Takes the id that an author wrote; `false` when the page has it already.
    pub(super) fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_string())
    }

    /// Makes an id from a heading's text; a second one like it gets a number.
    pub(super) fn make(&mut self, text: &str, lang: Lang) -> String {
        let stem = match slugify(text, lang.tag()) {
            stem if stem.is_empty() => "section".to_string(),
            stem => stem,
        };
        let mut id = stem.clone();
        while self.taken.contains(&id) {
            let number = self.next.entry(stem.clone()).or_insert(1);
            *number += 1;
            id = format!("{stem}-{number}");
        }
        self.taken.insert(id.clone());
        id
    }
}
