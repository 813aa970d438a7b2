//! The theme's assets, with a hash of their content in the name, so that hosts may let them be cached for ever.
//!
//! In: the themes' files, nearest theme first. Out: [`Assets`]. `url(…)` in style sheets follows the new names.

use std::collections::BTreeMap;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::assets::Assets;
use crate::model::output::{Content, Output};
use crate::model::source::{FileOrigin, MediaFile};
use crate::model::url::{SitePath, encode};

/// Names and prepares every asset; style sheets come last, since they name others.
pub fn assets<'t>(themes: impl DoubleEndedIterator<Item = &'t BTreeMap<String, MediaFile>>) -> Checked<Assets> {
    let mut files: BTreeMap<&String, &MediaFile> = BTreeMap::new();
    for own in themes.rev() {
        files.extend(own);
    }
    let mut assets = Assets::default();
    let mut diagnostics = Vec::new();
    let (styles, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| name.ends_with(".css"));
    for (name, file) in others.into_iter().chain(styles) {
        let bytes = match read(file) {
            Ok(bytes) => bytes,
            Err(reason) => {
                let file = format!("assets/{name}");
                diagnostics.push(Diagnostic::new(Code::Unreadable).with("file", file).with("reason", reason));
                continue;
            }
        };
        let bytes = match std::str::from_utf8(&bytes) {
            Ok(css) if name.ends_with(".css") => follow_urls(css, name, &assets).into_bytes(),
            _ => bytes,
        };
        let hash = blake3::hash(&bytes).to_hex();
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        match SitePath::file(&format!("assets/{stem}.{}.{extension}", &hash[..8])) {
            Some(path) => {
                assets.paths.insert(name.clone(), path.clone());
                assets.outputs.push(Output { path, content: Content::Bytes(bytes.into()) });
            }
            None => diagnostics.push(Diagnostic::new(Code::BadFileName).with("file", name)),
        }
    }
    Checked { value: assets, diagnostics }
}

fn read(file: &MediaFile) -> std::io::Result<Vec<u8>> {
    match &file.origin {
        FileOrigin::Disk(path) => std::fs::read(path),
        FileOrigin::Embedded(bytes) => Ok(bytes.to_vec()),
    }
}

/// Replaces `url(name)` by the asset's published name, relative to the style sheet; what is no asset stays.
fn follow_urls(css: &str, name: &str, assets: &Assets) -> String {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let up = "../".repeat(name.matches('/').count());
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("url(") {
        let start = at + 4;
        out.push_str(&rest[..start]);
        let Some(end) = rest[start..].find(')') else { break };
        let written = &rest[start..start + end];
        let url = written.trim().trim_matches(['"', '\'']);
        let target = match folder {
            "" => url.trim_start_matches("./").to_string(),
            folder => format!("{folder}/{}", url.trim_start_matches("./")),
        };
        match assets.paths.get(&target) {
            Some(path) => {
                let below = path.as_str().strip_prefix("assets/").unwrap_or(path.as_str());
                out.push_str(&format!("\"{up}{}\"", encode(below)));
            }
            None => out.push_str(written),
        }
        rest = &rest[start + end..];
    }
    out.push_str(rest);
    out
}
