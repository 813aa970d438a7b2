//! Ids of headings: stable, made by the language's own rules, unique in a page.

use std::collections::BTreeSet;

use crate::model::{Lang, slugify};

#[derive(Debug, Default)]
pub(super) struct HeadingIds(BTreeSet<String>);

impl HeadingIds {
    /// Takes the id that an author wrote; `false` when the page has it already.
    pub(super) fn take(&mut self, id: &str) -> bool {
        self.0.insert(id.to_string())
    }

    /// Makes an id from a heading's text; a second one like it gets a number.
    pub(super) fn make(&mut self, text: &str, lang: Lang) -> String {
        let stem = match slugify(text, lang.tag()) {
            stem if stem.is_empty() => "section".to_string(),
            stem => stem,
        };
        let numbered = || (2..).map(|number| format!("{stem}-{number}")).find(|id| !self.0.contains(id));
        let id = if self.0.contains(&stem) { numbered().unwrap_or_default() } else { stem };
        self.0.insert(id.clone());
        id
    }
}
