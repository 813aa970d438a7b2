//! The theme's assets, with a hash of their content in the name, so that hosts may let them be cached for ever.
//!
//! In: the themes' files, nearest theme first. Out: [`Assets`]. Style sheets come last, since they name others.

use std::collections::BTreeMap;

use super::styles::{Sheets, styles};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::assets::Assets;
use crate::model::output::{Content, Output};
use crate::model::source::MediaFile;
use crate::model::url::SitePath;

/// A theme's assets: its style sheets, and its other files.
pub type ThemeAssets<'t> = (&'t Sheets, &'t BTreeMap<String, MediaFile>);

/// Names and prepares every asset.
pub fn assets<'t>(themes: impl DoubleEndedIterator<Item = ThemeAssets<'t>>) -> Checked<Assets> {
    let mut sheets = Sheets::new();
    let mut files: BTreeMap<&String, &MediaFile> = BTreeMap::new();
    for (own_sheets, own_files) in themes.rev() {
        sheets.extend(own_sheets.iter().map(|(name, source)| (name.clone(), source.clone())));
        files.extend(own_files);
    }
    let mut assets = Assets::default();
    let mut diagnostics = Vec::new();
    for (name, file) in files {
        match file.read() {
            Ok(bytes) => publish(name, bytes, &mut assets, &mut diagnostics),
            Err(reason) => {
                let file = format!("assets/{name}");
                diagnostics.push(Diagnostic::new(Code::Unreadable).with("file", file).with("reason", reason));
            }
        }
    }
    for (name, css) in styles(&sheets, &assets.paths).report_to(&mut diagnostics) {
        publish(&name, css.into_bytes(), &mut assets, &mut diagnostics);
    }
    Checked { value: assets, diagnostics }
}

fn publish(name: &str, bytes: Vec<u8>, assets: &mut Assets, diagnostics: &mut Vec<Diagnostic>) {
    let hash = blake3::hash(&bytes).to_hex();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    match SitePath::file(&format!("assets/{stem}.{}.{extension}", &hash[..8])) {
        Some(path) => {
            assets.paths.insert(name.to_string(), path.clone());
            assets.outputs.push(Output { path, content: Content::Bytes(bytes.into()) });
        }
        None => diagnostics.push(Diagnostic::new(Code::BadFileName).with("file", name)),
    }
}
