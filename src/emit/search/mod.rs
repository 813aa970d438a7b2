//! What pages say → an index for each language, in small files of which a reader loads only what the query needs.
//!
//! In: the pages' texts. Out: `search/LANG.js`, which names all others, and below `search/LANG/`, with a hash of their
//! content in the name, three kinds: `words` (vocabulary), `lists` (where each word stands) and `texts` (titles,
//! addresses and the text itself, for excerpts). Each is a script that calls `searchData(NAME, DATA)`, since a page opened
//! from a disk may load scripts and nothing else, and a strict policy allows them.
//!
//! The index does the work, so that the browser need not know a language: words that have a stem in common are one
//! *group*, under the folded stem; a German compound also stands in the groups of its later parts. The browser folds what
//! readers type (`words.rs` says how) and looks it up. `docs/themes.md` describes the files for whoever writes another script.
//!
//! Invariant: the same texts give the same bytes; every word of a page is found by its folded form.

mod files;
mod index;
mod language;
mod postings;
mod scripts;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{Lang, Output, PageText};

pub(crate) fn search(texts: &[Arc<PageText>]) -> Vec<Output> {
    let mut languages: BTreeMap<Lang, Vec<Arc<PageText>>> = BTreeMap::new();
    for text in texts {
        languages.entry(text.lang).or_default().push(text.clone());
    }
    let languages: Vec<_> = languages.into_iter().collect();
    languages
        .into_par_iter()
        .flat_map(|(lang, texts)| files::files(lang, &index::Index::new(lang.primary(), texts)))
        .collect()
}
