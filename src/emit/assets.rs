//! The theme's assets, with a hash of their content in the name, so that hosts may let them be cached for ever.
//!
//! In: the themes' files, nearest theme first. Out: [`Assets`]. Style sheets come last, since they name others. Pictures
//! get their names here and are left to the stage that cleans them.

use std::collections::BTreeMap;

use super::styles::{Sheets, styles};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::{Assets, Content, MediaFile, Output, Published, SitePath, is_picture};

/// A theme's assets: its style sheets, and its other files.
pub(crate) type ThemeAssets<'t> = (&'t Sheets, &'t BTreeMap<String, MediaFile>);

pub(crate) fn assets<'t>(themes: impl DoubleEndedIterator<Item = ThemeAssets<'t>>) -> Checked<Assets> {
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
            Ok(bytes) => {
                let Some(path) = named(name, &bytes, &mut assets, &mut diagnostics) else { continue };
                if is_picture(name) {
                    assets.pictures.insert(name.clone(), Published { path, file: file.clone() });
                } else {
                    assets.outputs.push(Output { path, content: Content::Bytes(bytes.into()) });
                }
            }
            Err(reason) => {
                let file = format!("assets/{name}");
                diagnostics.push(Diagnostic::new(Code::Unreadable).with("file", file).with("reason", reason));
            }
        }
    }
    for (name, css) in styles(&sheets, &assets.paths).report_to(&mut diagnostics) {
        if let Some(path) = named(&name, css.as_bytes(), &mut assets, &mut diagnostics) {
            assets.outputs.push(Output { path, content: Content::Bytes(css.into_bytes().into()) });
        }
    }
    Checked { value: assets, diagnostics }
}

/// The path of an asset, by which templates and style sheets find it from now on.
fn named(name: &str, bytes: &[u8], assets: &mut Assets, diagnostics: &mut Vec<Diagnostic>) -> Option<SitePath> {
    let hash = blake3::hash(bytes).to_hex();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let path = SitePath::file(&format!("assets/{stem}.{}.{extension}", &hash[..8]));
    match &path {
        Some(path) => drop(assets.paths.insert(name.to_string(), path.clone())),
        None => diagnostics.push(Diagnostic::new(Code::BadFileName).with("file", name)),
    }
    path
}
