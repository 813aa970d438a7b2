//! Files in `content/` that no page uses.
//!
//! In: every page that can be read, public or not, and the files. Out: names. Invariant: a file of a page that is not public
//! is not among them, whether that page uses it yet or not: its name may tell what nobody is to know.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::Options;
use super::links::{file_named, names_page};
use super::translations::{Group, visible};
use crate::model::document::Document;
use crate::model::lang::Lang;
use crate::model::source::MediaFile;

/// The names, in order. They are right only if every page could be read.
pub fn unused(groups: &[Group], media: &BTreeMap<String, MediaFile>, options: Options) -> BTreeSet<String> {
    let file = |name: String| media.get_key_value(&name).map(|(name, _)| name.as_str());
    let files = |group| documents(group).flat_map(|(_, document)| files(document)).filter_map(file);
    let used: FxHashSet<&str> = groups.par_iter().flat_map_iter(files).collect();
    let secret: Vec<String> = groups.iter().filter_map(|group| secret_folder(group, options)).collect();
    let free = |name: &&String| {
        !used.contains(name.as_str()) && !secret.iter().any(|folder| name.starts_with(folder.as_str()))
    };
    media.keys().filter(free).cloned().collect()
}

fn documents(group: &Group) -> impl Iterator<Item = (Lang, &Document)> {
    group.documents.iter().filter_map(|(lang, document)| Some((lang, document.as_deref()?)))
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
fn secret_folder(group: &Group, options: Options) -> Option<String> {
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
