//! The package's files → outputs below `/admin/`.

use std::collections::BTreeMap;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::{Content, EDITOR_FOLDER, MediaFile, Output, SitePath};

/// What the package imports of others by name, and the file that stands for it.
pub(super) const MODULES: [(&str, &str, &str); 2] = [
    ("immutable", "immutable/dist/immutable.es.js", "cms/immutable.js"),
    ("turndown/lib/turndown.browser.es.js", "turndown/lib/turndown.browser.es.js", "cms/turndown.js"),
];

/// The package's own script.
const SCRIPT: &str = "@sveltia/cms/npm/index.js";

/// Mistakes of the script, mended. 0.221.1 lists what is wrong with a page in each language that it is written in, and looks
/// for such a list where a language has none: after a first try to save, none could be switched on any more. In another
/// version these are not found and change nothing.
const MENDED: [(&str, &str); 3] = [
    (".validities[t.locale][", ".validities[t.locale]?.["),
    (".validities[t.locale].", ".validities[t.locale]?."),
    ("Object.values(R(l)[t])", "Object.values(R(l)[t]??{})"),
];

/// The outputs of the files, which are named by their paths below `node_modules/`.
pub(crate) fn package(files: &BTreeMap<String, MediaFile>) -> Checked<Vec<Output>> {
    let mut outputs = Vec::new();
    let mut diagnostics = Vec::new();
    for (name, file) in files {
        let Some(path) = published(name).and_then(|path| SitePath::file(&format!("{EDITOR_FOLDER}{path}"))) else {
            continue;
        };
        match content(name, file) {
            Ok(content) => outputs.push(Output { path, content }),
            Err(reason) => {
                let file = format!("node_modules/{name}");
                diagnostics.push(Diagnostic::new(Code::Unreadable).with("file", file).with("reason", reason));
            }
        }
    }
    Checked { value: outputs, diagnostics }
}

/// A file as browsers take it: they import no JSON unless it is asked for as such, which the package leaves to bundlers.
fn content(name: &str, file: &MediaFile) -> std::io::Result<Content> {
    let bytes = if name.ends_with(".json") {
        [b"export default ", &file.read()?[..]].concat()
    } else if name == SCRIPT {
        let script = String::from_utf8_lossy(&file.read()?).into_owned();
        MENDED.iter().fold(script, |script, (wrong, right)| script.replace(wrong, right)).into_bytes()
    } else {
        return Ok(Content::of(file));
    };
    Ok(Content::Bytes(bytes.into()))
}

/// Where a file of the package stands below the editor's folder; source maps stand nowhere.
fn published(name: &str) -> Option<String> {
    if let Some(file) = name.strip_prefix("@sveltia/cms/npm/") {
        return (!file.ends_with(".map")).then(|| format!("cms/{file}"));
    }
    if let Some(lang) = name.strip_prefix("@sveltia/cms/locales/").and_then(|file| file.strip_suffix(".json")) {
        return Some(format!("locales/{lang}.js"));
    }
    if let Some((_, _, file)) = MODULES.iter().find(|(_, own, _)| *own == name) {
        return Some((*file).to_string());
    }
    // The licences ask to go along.
    let owner = name.strip_suffix("/LICENSE").or_else(|| name.strip_suffix("/LICENSE.txt"))?;
    Some(format!("cms/{}.LICENSE.txt", owner.trim_start_matches('@').replace('/', "-")))
}
