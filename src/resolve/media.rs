//! Pictures and files that public pages use, and their addresses. What nobody uses is not published.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::site::Published;
use crate::model::source::MediaFile;
use crate::model::url::SitePath;

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
