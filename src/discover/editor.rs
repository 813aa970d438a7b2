//! `node_modules/` → the files of the editor in the browser, Sveltia CMS, where the site has one.
//!
//! The site's owner installs the package; the build takes it as it is and never asks the network.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::SourceCache;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::source::{FileOrigin, Location, MediaFile};

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
    let mut found = BTreeMap::new();
    let own = root.join("node_modules").join(PACKAGE);
    for part in ["npm", "locales"] {
        for file in sources.files(&own.join(part), diagnostics) {
            sources.beside(&file.path, file.stamp);
            let media = MediaFile { origin: FileOrigin::Disk(file.path), size: file.stamp.size };
            found.insert(format!("{PACKAGE}/{part}/{}", file.name), media);
        }
    }
    let mut one = |name: String, path: PathBuf| {
        let Ok(Some(stamp)) = sources.file(&path) else { return };
        sources.beside(&path, stamp);
        found.insert(name, MediaFile { origin: FileOrigin::Disk(path), size: stamp.size });
    };
    for file in ["package.json", "LICENSE.txt"] {
        one(format!("{PACKAGE}/{file}"), own.join(file));
    }
    for (package, file) in NEEDED {
        // npm puts what a package needs beside it, or into it where another version lies beside.
        let inside = own.join("node_modules").join(package);
        let beside = root.join("node_modules").join(package);
        let folder = if sources.file(&inside.join(file)).is_ok_and(|found| found.is_some()) { inside } else { beside };
        for name in [file, "LICENSE"] {
            one(format!("{package}/{name}"), folder.join(name));
        }
    }
    let needed = NEEDED.iter().map(|(package, file)| format!("{package}/{file}"));
    let needed = [format!("{PACKAGE}/package.json"), format!("{PACKAGE}/{ENTRY}")].into_iter().chain(needed);
    let missing = needed.into_iter().find(|name| !found.contains_key(name));
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

fn version(file: &MediaFile) -> Option<String> {
    let package: serde_json::Value = serde_json::from_slice(&file.read().ok()?).ok()?;
    Some(package.get("version")?.as_str()?.to_string())
}
