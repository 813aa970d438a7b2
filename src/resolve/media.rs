//! Pictures and files that public pages use, and their addresses. What nobody uses is not published.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::site::{Entry, Page, Published, Target};
use crate::model::source::{Location, MediaFile};
use crate::model::url::SitePath;

/// As everybody counts (SI).
const MEGABYTE: u64 = 1_000_000;

/// The files of these names.
pub fn publish<'n>(
    names: impl Iterator<Item = &'n String>,
    files: &BTreeMap<String, MediaFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Published> {
    let mut published = BTreeMap::new();
    for name in names.collect::<BTreeSet<_>>() {
        let Some(file) = files.get(name) else { continue };
        match SitePath::file(name) {
            Some(path) => _ = published.insert(name.clone(), Published { path, file: file.clone() }),
            None => diagnostics.push(Diagnostic::new(Code::BadFileName).with("file", name)),
        }
    }
    published
}

/// Reports files that are published as they are and are heavier than `limit` megabytes, each where it is first used.
pub fn weigh(
    entries: &[Arc<Entry>],
    (published, limit): (&BTreeMap<String, Published>, u64),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let pages = entries.iter().flat_map(|entry| entry.translations.iter());
    let own = pages.filter_map(|(lang, page)| page.as_ref().filter(|page| page.document.lang == lang));
    for (page, name, span) in own.flat_map(|page| downloads(page).map(move |(name, span)| (page, name, span))) {
        let size = published.get(name).map_or(0, |file| file.file.size);
        if limit > 0 && size > limit * MEGABYTE && told.insert(name) {
            let at = Location { source: page.document.source.clone(), span };
            let heavy = Diagnostic::at(Code::HeavyFile, at).with("file", format!("content/{name}"));
            // Rounded up, so that it is more than the limit in words too.
            diagnostics.push(heavy.with("size", size.div_ceil(MEGABYTE)).with("limit", limit));
        }
    }
}

/// The files that a page's own file offers, with the bytes that name them: attachments, and what is linked. Pictures that it
/// shows are none, since readers get these in a size that fits.
fn downloads(page: &Page) -> impl Iterator<Item = (&str, Range<usize>)> {
    let attachments = page.document.front.attachments.iter().flatten().zip(&page.attachments);
    let attachments = attachments.map(|(file, target)| (target, &file.src.span));
    let links = page.document.links.iter().zip(&page.targets);
    let links = links.map(|(link, target)| (target, &link.dest.span));
    attachments.chain(links).filter_map(|(target, span)| match target {
        Target::Media(name, _) => Some((name.as_str(), span.clone())),
        _ => None,
    })
}
