//! Files that pages link to, and pictures that they show.

use std::collections::BTreeMap;

use crate::model::output::{Content, Output};
use crate::model::picture::Pictures;
use crate::model::site::Published;

/// One output a linked file: as it is, a picture in its own size and cleaned.
pub fn media(published: &BTreeMap<String, Published>, pictures: &Pictures) -> Vec<Output> {
    let output = |(name, file): (&String, &Published)| {
        let content = pictures.get(name).map_or_else(|| Content::of(&file.file), |picture| picture.full.clone());
        Output { path: file.path.clone(), content }
    };
    published.iter().map(output).collect()
}

/// Every version of the pictures that pages show.
pub fn pictures(shown: &BTreeMap<String, Published>, pictures: &Pictures) -> Vec<Output> {
    let shown = shown.keys().filter_map(|name| pictures.get(name));
    shown
        .flat_map(|picture| picture.versions.iter().chain(&picture.modern))
        .map(|version| version.output.clone())
        .collect()
}
