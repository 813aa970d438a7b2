//! Texts that are no longer needed: once a page is parsed, only messages point into its Markdown. A site's texts are a third
//! of all that a build would keep in memory, so a build that no other follows reads a page when it parses it, drops the text
//! at once, and reads the file again if something is to be said of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::discover::{self, Known, PageFile};
use crate::model::document::Document;
use crate::model::lang::Lang;
use crate::model::source::SourceText;
use crate::parse::{self, Parsed, Rules};

/// Reads and parses every page, and drops its text.
pub fn parse(files: &[PageFile], known: &Known, rules: Rules<'_>, all: &mut Vec<Diagnostic>) -> Parsed {
    // A page's languages stand together, and must stay so: they ask each other for revisions.
    let groups: Vec<&[PageFile]> = files.chunk_by(|a, b| a.key() == b.key()).collect();
    let read = |files: &&[PageFile]| {
        let mut group = Group::default();
        for file in *files {
            let Some(page) = file.read(known, &mut group.found) else { continue };
            group.parsed.read += 1;
            match parse::one(page, rules).report_to(&mut group.found) {
                Some(document) => group.parsed.documents.push(document),
                None => _ = group.parsed.unsound.insert(file.key().to_string()),
            }
        }
        shed(&mut group.parsed.documents);
        group
    };
    let read: Vec<Group> = groups.par_iter().map(read).collect();
    let mut whole = Parsed { documents: Vec::with_capacity(files.len()), ..Parsed::default() };
    for mut group in read {
        all.append(&mut group.found);
        whole.documents.append(&mut group.parsed.documents);
        whole.unsound.append(&mut group.parsed.unsound);
        whole.read += group.parsed.read;
    }
    whole
}

/// A page in all its languages, and what is to be said of it.
#[derive(Default)]
struct Group {
    parsed: Parsed,
    found: Vec<Diagnostic>,
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
        document.written.shed();
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
