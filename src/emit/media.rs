//! Files that pages link to, and pictures that pages and themes show.

use std::collections::BTreeMap;

use crate::model::url::encode;
use crate::model::{Content, Output, Pictures, Published};

/// One output a linked file: as it is, a picture in its own size and cleaned.
pub(crate) fn media(published: &BTreeMap<String, Published>, pictures: &Pictures) -> Vec<Output> {
    let output = |(name, file): (&String, &Published)| {
        let content = pictures.get(name).map_or_else(|| Content::of(&file.file), |picture| picture.full.clone());
        Output { path: file.path.clone(), content }
    };
    published.iter().map(output).collect()
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
