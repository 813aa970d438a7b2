//! `node_modules/` → the files of the editor in the browser, Sveltia CMS, where the site has one.
//!
//! The site's owner installs the package; the build takes it as it is and never asks the network.

use std::collections::BTreeMap;
use std::path::Path;

use super::SourceCache;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Location, MediaFile};

const PACKAGE: &str = "@sveltia/cms";

/// The version that the tests run with.
const TESTED: &str = "0.221.1";

/// What the package is started by.
const ENTRY: &str = "npm/index.js";

/// What it needs of others: files by their packages. It asks for more only for fields that no page has.
const NEEDED: [(&str, &str); 2] = [("immutable", "dist/immutable.es.js"), ("turndown", "lib/turndown.browser.es.js")];

/// Finds the files, or says at the place `at` of `site.yaml` which is missing.
pub(super) fn package(
    root: &Path,
    at: &Location,
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, MediaFile> {
    let found = files(&root.join("node_modules"), sources, diagnostics);
    let needed = [(PACKAGE, "package.json"), (PACKAGE, ENTRY)].into_iter().chain(NEEDED);
    let missing = needed.map(|(package, file)| format!("{package}/{file}")).find(|name| !found.contains_key(name));
    if let Some(file) = missing {
        diagnostics.push(Diagnostic::at(Code::EditorPackage, at.clone()).with("file", file).with("version", TESTED));
        return BTreeMap::new();
    }
    let version = found.get(&format!("{PACKAGE}/package.json")).and_then(version).unwrap_or_default();
    if version != TESTED {
        let other = Diagnostic::at(Code::EditorVersion, at.clone()).with("version", version);
        diagnostics.push(other.with("tested", TESTED));
    }
    found
}

fn files(modules: &Path, sources: &SourceCache, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, MediaFile> {
    let own = modules.join(PACKAGE);
    let mut found = BTreeMap::new();
    for part in ["npm", "locales"] {
        let files = sources.other_files(&own, &own.join(part), diagnostics).into_iter();
        found.extend(files.map(|file| (format!("{PACKAGE}/{part}/{}", file.name), file.into_media())));
    }
    let mut single = vec![(PACKAGE, own.clone(), "package.json"), (PACKAGE, own.clone(), "LICENSE.txt")];
    for (package, file) in NEEDED {
        // npm puts what a package needs beside it, or into it where another version lies beside.
        let inside = own.join("node_modules").join(package);
        let is_inside = matches!(sources.file(&inside.join(file)), Ok(Some(_)));
        let folder = if is_inside { inside } else { modules.join(package) };
        single.extend([file, "LICENSE"].map(|name| (package, folder.clone(), name)));
    }
    for (package, folder, name) in single {
        let file = sources.file(&folder.join(name)).ok().flatten();
        found.extend(file.map(|file| (format!("{package}/{name}"), file.into_media())));
    }
    found
}

fn version(file: &MediaFile) -> Option<String> {
    let package: serde_json::Value = serde_json::from_slice(&file.read().ok()?).ok()?;
    Some(package.get("version")?.as_str()?.to_string())
}
