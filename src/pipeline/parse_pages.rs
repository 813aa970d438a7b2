//! Pages for a build that no other follows: each is read when it is parsed, and its text released at once, so that the texts
//! of a large site are never in memory together.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Checked;
use crate::discover::{PageFile, SourceCache};
use crate::model::{Document, Lang};
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
        all.invalid.append(&mut page.invalid);
        all.read += page.read;
    }
    Checked { value: all, diagnostics }
}

/// A page in all its languages.
fn parse_page(files: &[PageFile], sources: &SourceCache, rules: Rules<'_>) -> Checked<Parsed> {
    let (mut parsed, mut diagnostics) = (Parsed::default(), Vec::new());
    let mut read = Vec::new();
    for file in files {
        let Some(page) = file.read(sources, &mut diagnostics) else { continue };
        parsed.read += 1;
        match parse::one(page, rules).report_to(&mut diagnostics) {
            Some(document) => read.push((document, file)),
            None => _ = parsed.invalid.insert(file.key().to_string()),
        }
    }
    // What translations will ask of their sources is known before the text goes.
    let pinned = |(document, _): &(Arc<Document>, _)| {
        let translation = document.front.translation.as_ref().filter(|translation| translation.revision.is_some())?;
        Some(translation.from.value)
    };
    let pinned: Vec<Lang> = read.iter().filter_map(pinned).collect();
    for (mut document, file) in read {
        if pinned.contains(&document.lang) {
            document.revision();
        }
        if let Some(document) = Arc::get_mut(&mut document) {
            document.source = Arc::new(document.source.released(file.on_disk()));
        }
        parsed.documents.push(document);
    }
    Checked { value: parsed, diagnostics }
}
