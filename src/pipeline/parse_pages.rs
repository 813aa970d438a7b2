//! Texts that are no longer needed: once a page is parsed, only messages point into its Markdown. A site's texts are a third
//! of all that a build would keep in memory, so a build that no other follows reads a page when it parses it, drops the text
//! at once, and reads the file again if something is to be said of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Checked, Diagnostic};
use crate::discover::{self, PageFile, SourceCache};
use crate::model::document::Document;
use crate::model::lang::Lang;
use crate::model::source::SourceText;
use crate::parse::{self, Parsed, Rules};

/// Reads and parses every page, and drops its text.
pub(super) fn parse(files: &[PageFile], sources: &SourceCache, rules: Rules<'_>) -> Checked<Parsed> {
    // A page's languages stand together, and must stay so: they ask each other for revisions.
    let pages: Vec<&[PageFile]> = files.chunk_by(|a, b| a.key() == b.key()).collect();
    let pages: Vec<Checked<Parsed>> = pages.par_iter().map(|page| parse_page(page, sources, rules)).collect();
    let (mut all, mut diagnostics) = (Parsed::default(), Vec::new());
    for page in pages {
        let mut page = page.report_to(&mut diagnostics);
        all.documents.append(&mut page.documents);
        all.unsound.append(&mut page.unsound);
        all.read += page.read;
    }
    Checked { value: all, diagnostics }
}

/// A page in all its languages.
fn parse_page(files: &[PageFile], sources: &SourceCache, rules: Rules<'_>) -> Checked<Parsed> {
    let (mut parsed, mut diagnostics) = (Parsed::default(), Vec::new());
    for file in files {
        let Some(page) = file.read(sources, &mut diagnostics) else { continue };
        parsed.read += 1;
        match parse::one(page, rules).report_to(&mut diagnostics) {
            Some(document) => parsed.documents.push(document),
            None => _ = parsed.unsound.insert(file.key().to_string()),
        }
    }
    shed(&mut parsed.documents);
    Checked { value: parsed, diagnostics }
}

/// Drops the Markdown of a page's documents; their front matter stays. What translations must know of it is asked for before.
fn shed(documents: &mut [Arc<Document>]) {
    let pins = |document: &Arc<Document>| {
        let translation = document.front.translation.as_ref().filter(|translation| translation.revision.is_some())?;
        Some(translation.from.value)
    };
    let sources: Vec<Lang> = documents.iter().filter_map(pins).collect();
    documents.iter_mut().filter_map(Arc::get_mut).for_each(|document| {
        if sources.contains(&document.lang) {
            document.revision();
        }
        document.translatable.shed();
        let SourceText { path, text } = &*document.source;
        let front = text.get(..document.text.start).unwrap_or(text).to_string();
        document.source = Arc::new(SourceText { path: path.clone(), text: front });
    });
}

/// Gives messages the whole texts that they point into, as far as the files are what they were.
pub(super) fn restore(root: &Path, diagnostics: &mut [Diagnostic]) {
    let mut whole: BTreeMap<String, Option<Arc<SourceText>>> = BTreeMap::new();
    for at in diagnostics.iter_mut().filter_map(|found| found.at.as_mut()) {
        if at.span.end <= at.source.text.len() {
            continue;
        }
        let read = || discover::reread(root, &at.source.path).filter(|now| now.text.starts_with(&at.source.text));
        let text = whole.entry(at.source.path.clone()).or_insert_with(|| read().map(Arc::new));
        at.source = text.clone().unwrap_or_else(|| at.source.clone());
    }
}
