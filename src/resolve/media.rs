//! Pictures and files that public pages use, and their addresses. What nobody uses is not published, but named.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::links::{file_named, names_page};
use super::publication::{Options, visible};
use super::translations::TranslationSet;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Config, Document, Entry, Lang, Location, MediaFile, Page, Published, SitePath, Target, active_kind,
    is_picture_file, tells_place,
};

/// As everybody counts (SI).
const MEGABYTE: u64 = 1_000_000;

pub(super) fn publish<'n>(
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

/// Reports files that are published as they are, each where it is first used: what nobody may read, what browsers or
/// hosts would run, and what is heavy.
pub(super) fn check_downloads(
    entries: &[Arc<Entry>],
    published: &BTreeMap<String, Published>,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let pages = entries.iter().flat_map(|entry| entry.translations.present());
    let own = pages.filter(|(lang, page)| page.document.lang == *lang);
    for (page, name, span) in own.flat_map(|(_, page)| downloads(page).map(move |(name, span)| (page, name, span))) {
        let Some(file) = published.get(name).filter(|_| told.insert(name)) else { continue };
        let at = Location { source: page.document.source.clone(), span };
        diagnostics.extend(download(name, &file.file, config).map(|found| Diagnostic { at: Some(at), ..found }));
    }
}

fn download(name: &str, file: &MediaFile, config: &Config) -> Option<Diagnostic> {
    let found = |code| Diagnostic::new(code).with("file", format!("content/{name}"));
    // Pictures are read and cleaned by a stage of their own.
    if !is_picture_file(name, file) {
        if let Err(reason) = file.head(1) {
            return Some(found(Code::Unreadable).with("reason", reason));
        }
        if let Some(kind) = active_kind(name, file).filter(|kind| !config.allowed_files.contains(kind)) {
            return Some(found(Code::ActiveFile).with("kind", kind));
        }
        if tells_place(file) {
            return Some(found(Code::UncleanFilm));
        }
    }
    let limit = config.max_file_size;
    // Rounded up, so that it is more than the limit in words too.
    let heavy = || found(Code::HeavyFile).with("size", file.size.div_ceil(MEGABYTE)).with("limit", limit);
    (limit > 0 && file.size > limit * MEGABYTE).then(heavy)
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

/// Files in `content/` that no page uses, in order: right only if every page could be read. A file of a page that is not
/// public is not among them, whether that page uses it yet or not, since its name may tell what nobody is to know.
pub(super) fn unused(
    groups: &[TranslationSet],
    media: &BTreeMap<String, MediaFile>,
    options: Options,
) -> BTreeSet<String> {
    let file = |name: String| media.get_key_value(&name).map(|(name, _)| name.as_str());
    let files = |group| documents(group).flat_map(|(_, document)| files(document)).filter_map(file);
    let used: FxHashSet<&str> = groups.par_iter().flat_map_iter(files).collect();
    let secret: Vec<String> = groups.iter().filter_map(|group| secret_folder(group, options)).collect();
    let free = |name: &&String| {
        !used.contains(name.as_str()) && !secret.iter().any(|folder| name.starts_with(folder.as_str()))
    };
    media.keys().filter(free).cloned().collect()
}

fn documents(group: &TranslationSet) -> impl Iterator<Item = (Lang, &Document)> {
    group.documents.present().map(|(lang, document)| (lang, &**document))
}

/// What a page names that might be a file: links, pictures, attachments.
fn files(document: &Document) -> impl Iterator<Item = String> {
    let front = &document.front;
    let links = document.links.iter().map(|link| &link.dest.value);
    let image = front.image.iter().filter_map(|image| image.src.as_ref()).map(|src| &src.value);
    let attachments = front.attachments.iter().flatten().map(|file| &file.src.value);
    let all = links.chain(image).chain(attachments);
    // Most of what pages name are pages.
    all.filter(|dest| !names_page(dest)).filter_map(|dest| file_named(dest, &document.folder))
}

/// The folder of its own that a page has which is not public, with a slash at its end. For a bundle one language is enough;
/// a section's folder is as public as the section is in any language.
fn secret_folder(group: &TranslationSet, options: Options) -> Option<String> {
    let hidden = |(lang, document): (Lang, &Document)| {
        let public = visible(group, lang).is_some_and(|visible| visible.is_public(options));
        !public || document.front.withdrawn.is_some()
    };
    let is_secret = match group.key.strip_suffix("/_index") {
        Some(_) => documents(group).all(hidden),
        None => documents(group).any(hidden),
    };
    let own = documents(group).map(|(_, document)| &document.folder).find(|folder| {
        let key = group.key.strip_suffix("/_index").unwrap_or(&group.key);
        **folder == key && !folder.is_empty()
    });
    own.filter(|_| is_secret).map(|folder| format!("{folder}/"))
}
