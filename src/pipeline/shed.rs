//! Texts that are no longer needed: once a page is parsed, only messages point into its Markdown. A site's texts are a third
//! of all that a build keeps in memory, so a build that no other follows drops them, and reads a file again if something is
//! to be said of it.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::discover;
use crate::model::document::Document;
use crate::model::lang::Lang;
use crate::model::source::{PageSource, SourceText};
use crate::parse::{self, Parsed, Rules};

/// How many pages are parsed before their texts are dropped.
const PART: usize = 4096;

/// Parses every page, and drops the texts of some before it parses the next.
pub fn parse(pages: Vec<PageSource>, rules: Rules<'_>, all: &mut Vec<Diagnostic>) -> Parsed {
    let mut parsed = Parsed::default();
    let mut pages = pages.into_iter().peekable();
    while pages.peek().is_some() {
        let mut part: Vec<PageSource> = pages.by_ref().take(PART).collect();
        // A page's languages stand together, and must stay so: they ask each other for revisions.
        let key = part.last().map(|page| page.key.clone()).unwrap_or_default();
        part.extend(std::iter::from_fn(|| pages.next_if(|page| page.key == key)));
        let mut some = parse::parse(part, rules).report_to(all);
        shed(&mut some.documents);
        parsed.documents.append(&mut some.documents);
        parsed.unsound.append(&mut some.unsound);
        parsed.read += some.read;
    }
    parsed
}

/// Drops the Markdown of documents; their front matter stays. What translations must know of it is asked for before.
fn shed(documents: &mut [Arc<Document>]) {
    let pins = |document: &Arc<Document>| {
        let translation = document.front.translation.as_ref().filter(|translation| translation.revision.is_some())?;
        Some((document.key.clone(), translation.from.value))
    };
    let sources: HashSet<(String, Lang)> = documents.iter().filter_map(pins).collect();
    documents.par_iter_mut().filter_map(Arc::get_mut).for_each(|document| {
        if sources.contains(&(document.key.clone(), document.lang)) {
            document.revision();
        }
        let SourceText { path, text } = &*document.source;
        let front = text.get(..document.text.start).unwrap_or(text).to_string();
        document.source = Arc::new(SourceText { path: path.clone(), text: front });
    });
}

/// Gives messages the whole texts that they point into, as far as the files are what they were.
pub fn restore(root: &Path, diagnostics: &mut [Diagnostic]) {
    let mut whole: BTreeMap<String, Option<Arc<SourceText>>> = BTreeMap::new();
    for at in diagnostics.iter_mut().filter_map(|found| found.at.as_mut()) {
        if at.span.end <= at.source.text.len() {
            continue;
        }
        let read = || discover::again(root, &at.source.path).filter(|now| now.text.starts_with(&at.source.text));
        let text = whole.entry(at.source.path.clone()).or_insert_with(|| read().map(Arc::new));
        at.source = text.clone().unwrap_or_else(|| at.source.clone());
    }
}
