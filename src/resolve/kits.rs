//! Which pages have a press kit: the dated ones in the sections that `site.yaml` names, each in the languages it was written
//! or translated in. Never a draft, and never another language's page in its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::feeds::{lies_in, sections};
use super::links::Book;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::lang::Lang;
use crate::model::site::{Entry, EntryId};
use crate::model::source::SourceText;
use crate::model::url::SitePath;

/// The kit's name, beside its page.
const NAME: &str = "press-kit.zip";

/// The sections whose pages have one.
pub fn asked(book: &Book<'_>, site: &Arc<SourceText>, diagnostics: &mut Vec<Diagnostic>) -> Vec<EntryId> {
    sections(book, site, (&book.config.press_kits, Code::KitOfPage), diagnostics)
}

/// The kits, by page and language.
pub fn plan(entries: &[Arc<Entry>], sections: &[EntryId]) -> BTreeMap<(EntryId, Lang), SitePath> {
    let mut kits = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.children.is_none()) {
        if !sections.iter().any(|section| lies_in(entries, EntryId(index), *section)) {
            continue;
        }
        for (lang, page) in entry.translations.iter().filter_map(|(lang, page)| Some((lang, page.as_ref()?))) {
            let is_release = page.document.lang == lang && page.meta.date.is_some() && !page.meta.draft;
            if is_release && page.document.front.withdrawn.is_none() {
                let path = SitePath::file(&format!("{}{NAME}", page.path.as_str()));
                kits.extend(path.map(|path| ((EntryId(index), lang), path)));
            }
        }
    }
    kits
}
