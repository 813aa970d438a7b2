//! Files that pages link to, and pictures that pages and themes show.

use std::collections::BTreeMap;
use std::fs::File;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::url::encode;
use crate::model::{Content, FileOrigin, MediaFile, Output, Pictures, Published, is_picture};

/// One output a linked file: as it is, a picture in its own size and cleaned.
pub(crate) fn media(published: &BTreeMap<String, Published>, pictures: &Pictures) -> Vec<Output> {
    let output = |(name, file): (&String, &Published)| {
        let content = pictures.get(name).map_or_else(|| Content::of(&file.file), |picture| picture.full.clone());
        Output { path: file.path.clone(), content }
    };
    published.iter().map(output).collect()
}

/// Linked files that nobody may read: a build would find that out only when it copies them.
pub(crate) fn unreadable(published: &BTreeMap<String, Published>) -> Vec<Diagnostic> {
    let reason = |file: &MediaFile| match &file.origin {
        FileOrigin::Disk(path) => File::open(path).err(),
        FileOrigin::Embedded(_) => None,
    };
    let files = published.par_iter().filter(|(name, _)| !is_picture(name)).filter_map(|(name, file)| {
        let unreadable = Diagnostic::new(Code::Unreadable).with("file", format!("content/{name}"));
        Some(unreadable.with("reason", reason(&file.file)?))
    });
    files.collect()
}

/// Every version of the pictures that pages show.
pub(crate) fn pictures(shown: &BTreeMap<String, Published>, pictures: &Pictures) -> Vec<Output> {
    let shown = shown.keys().filter_map(|name| pictures.get(name));
    shown
        .flat_map(|picture| picture.versions.iter().chain(&picture.modern))
        .map(|version| version.output.clone())
        .collect()
}

/// The theme's pictures, each in its own size for style sheets and links, and in every version for `picture()`.
pub(crate) fn assets(published: &BTreeMap<String, Published>, pictures: &Pictures) -> Vec<Output> {
    let outputs = |file: &Published| {
        let picture = pictures.at(&encode(file.path.as_str()));
        let content = picture.map_or_else(|| Content::of(&file.file), |picture| picture.full.clone());
        let versions = picture.into_iter().flat_map(|picture| picture.versions.iter().chain(&picture.modern));
        // A drawing has one version, and that is itself.
        let others = versions.filter(|version| *version.path() != file.path).map(|version| version.output.clone());
        std::iter::once(Output { path: file.path.clone(), content }).chain(others).collect::<Vec<_>>()
    };
    published.values().flat_map(outputs).collect()
}
