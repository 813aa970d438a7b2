//! Picture files → [`Pictures`]: read once, turned, cleaned of what a camera or a drawing program wrote into them, and
//! planned in the widths that pages need.
//!
//! Nothing is encoded here. A version is an artifact that is made when its bytes are asked for (`build` writes all of
//! them, `check` none, `serve` those that a browser wants) and kept in the cache by what it depends on. Only whether a
//! picture can be read at all, and how large it is, is found out at once, and kept as well.

mod encode;
mod raster;
mod svg;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::url::encode;
use crate::model::{
    Assets, Cache, Content, Format, Location, MediaFile, Output, Picture, Pictures, Published, Site, SitePath,
    SourceText, Target, Version, is_picture_file,
};
use crate::panics;

use encode::Encoded;
use raster::Source;

/// The widths in pixels that pictures are offered in: a telephone, a column, a column on a fine screen, a wide screen.
const WIDTHS: [u32; 4] = [400, 800, 1200, 1800];

/// A picture's file, before it is read.
struct Found<'f> {
    label: String,
    file: &'f MediaFile,
    /// Where its versions stand: beside this.
    beside: SitePath,
    /// Where a drawing stands that has its place already.
    place: Option<&'f SitePath>,
    /// Whether readers see it; else it is offered as a file.
    shown: bool,
}

/// Reads and plans the pictures that pages show, those that they offer for download, and those of the theme.
pub(crate) fn pictures(site: &Site, assets: &Assets, cache: &Arc<Cache>) -> Checked<Pictures> {
    let linked = site.media.par_iter().filter(|(name, file)| is_picture_file(name, &file.file));
    let linked: Vec<_> = linked.collect();
    let all: BTreeMap<&String, &Published> = linked.into_iter().chain(&site.pictures).collect();
    let own = all.into_par_iter().map(|(name, file)| {
        let label = format!("content/{name}");
        let shown = site.pictures.contains_key(name);
        (name, read(&Found { label, file: &file.file, beside: file.path.clone(), place: None, shown }, cache))
    });
    let themes = assets.pictures.par_iter().map(|(name, file)| {
        let label = format!("assets/{name}");
        let beside = SitePath::file(&label).unwrap_or_else(|| file.path.clone());
        (file, read(&Found { label, file: &file.file, beside, place: Some(&file.path), shown: false }, cache))
    });
    let (own, themes): (Vec<_>, Vec<_>) = (own.collect(), themes.collect());
    let mut pictures = Pictures::default();
    let mut diagnostics = Vec::new();
    for (name, checked) in own {
        let Checked { value, diagnostics: mut found } = checked;
        for wrong in found.iter_mut().filter(|wrong| wrong.at.is_none()) {
            wrong.at = used_at(site, name);
        }
        diagnostics.append(&mut found);
        let Some(picture) = value else { continue };
        pictures.by_path.insert(encode(picture.plain().path().as_str()), name.clone());
        pictures.by_name.insert(name.clone(), picture);
    }
    for (file, checked) in themes {
        let Some(picture) = checked.report_to(&mut diagnostics) else { continue };
        pictures.assets.insert(encode(file.path.as_str()), picture);
    }
    Checked { value: pictures, diagnostics }
}

/// Where a page first shows or offers a file of `content/`: that is the line that can be mended.
fn used_at(site: &Site, name: &str) -> Option<Location> {
    let is_it = |target: &Target| matches!(target, Target::Media(file, _) | Target::Picture(file) if file == name);
    let pages = site.entries.iter().flat_map(|entry| entry.translations.present());
    let mut own = pages.filter(|(lang, page)| page.document.lang == *lang).map(|(_, page)| page);
    own.find_map(|page| {
        let front = &page.document.front;
        let links = page.document.links.iter().map(|link| &link.dest.span).zip(&page.targets);
        let image = front.image.iter().filter_map(|image| Some(&image.src.as_ref()?.span)).zip(&page.image);
        let attachments = front.attachments.iter().flatten().map(|file| &file.src.span).zip(&page.attachments);
        let (span, _) = links.chain(image).chain(attachments).find(|(_, target)| is_it(target))?;
        Some(Location { source: page.document.source.clone(), span: span.clone() })
    })
}

fn read(found: &Found<'_>, cache: &Arc<Cache>) -> Checked<Option<Picture>> {
    panics::catch(&found.label, || read_picture(found, cache))
        .unwrap_or_else(|panicked| Checked { value: None, diagnostics: vec![panicked.into()] })
}

fn read_picture(found: &Found<'_>, cache: &Arc<Cache>) -> Checked<Option<Picture>> {
    let wrong = |code: Code, reason: &str| Checked {
        value: None,
        diagnostics: vec![Diagnostic::new(code).with("file", &found.label).with("reason", reason)],
    };
    let bytes = match found.file.read() {
        Ok(bytes) => bytes,
        Err(error) => return wrong(Code::Unreadable, &error.to_string()),
    };
    if found.label.to_ascii_lowercase().ends_with(".svg") {
        return drawing(found, bytes);
    }
    let source = Source::new(&found.label, found.file.clone(), &bytes);
    match source.facts(cache) {
        Ok(facts) => Checked::clean(Some(photograph(&found.beside, &Arc::new(source), facts, cache))),
        // What nobody can show may still be a good file for a printer; only nobody has looked into it.
        Err("format") if !found.shown => wrong(Code::UncleanPicture, "format"),
        Err(reason) => wrong(Code::BadPicture, reason),
    }
}

/// A picture made of pixels, in all its versions.
fn photograph(path: &SitePath, source: &Arc<Source>, facts: raster::Facts, cache: &Arc<Cache>) -> Picture {
    let (width, height) = facts.size;
    let version = |format: Format, wide: u32| {
        let high = ((u64::from(wide) * u64::from(height) + u64::from(width) / 2) / u64::from(width)).max(1) as u32;
        let version = Encoded { source: source.clone(), format, size: (wide, high), fine: false };
        let path = beside(path, &format!("{}-{wide}", &source.hash[..8]), format);
        let content = Content::Lazy(Arc::new(version), cache.clone());
        Version { size: Some((wide, high)), output: Output { path, content } }
    };
    let versions = |format: Format| widths(width).into_iter().map(|wide| version(format, wide)).collect();
    let full = Encoded { source: source.clone(), format: facts.came_as, size: facts.size, fine: true };
    Picture {
        format: facts.format,
        size: Some(facts.size),
        versions: versions(facts.format),
        modern: versions(Format::Avif),
        full: Content::Lazy(Arc::new(full), cache.clone()),
    }
}

/// The widths for a picture: every step that is clearly smaller, and its own, up to the widest step.
fn widths(width: u32) -> Vec<u32> {
    let widest = width.min(WIDTHS[WIDTHS.len() - 1]);
    let clearly_smaller = |step: &u32| u64::from(*step) * 8 <= u64::from(widest) * 7;
    WIDTHS.into_iter().filter(clearly_smaller).chain([widest]).collect()
}

fn drawing(found: &Found<'_>, bytes: Vec<u8>) -> Checked<Option<Picture>> {
    let path = found.label.clone();
    let Ok(text) = String::from_utf8(bytes) else {
        return Checked { value: None, diagnostics: vec![Diagnostic::new(Code::NotUtf8).with("file", path)] };
    };
    let source = Arc::new(SourceText::new(path, text));
    let Checked { value, diagnostics } = svg::clean(&source);
    let picture = value.map(|clean| {
        let hash = blake3::hash(clean.text.as_bytes()).to_hex();
        let path = found.place.cloned().unwrap_or_else(|| beside(&found.beside, &hash[..8], Format::Svg));
        let content = Content::Bytes(clean.text.into_bytes().into());
        let output = Output { path, content: content.clone() };
        let versions = vec![Version { size: clean.size, output }];
        Picture { format: Format::Svg, size: clean.size, versions, modern: Vec::new(), full: content }
    });
    Checked { value: picture, diagnostics }
}

/// `news/arc.png` → `news/arc.1a2b3c4d-800.avif`: a name that changes with the picture, so that hosts may let it be
/// cached for ever.
fn beside(path: &SitePath, mark: &str, format: Format) -> SitePath {
    let name = path.as_str();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    SitePath::file(&format!("{stem}.{mark}.{}", format.extension())).unwrap_or_else(|| path.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_rise_to_the_pictures_own_and_no_further() {
        assert_eq!(widths(4000), [400, 800, 1200, 1800]);
        assert_eq!(widths(1000), [400, 800, 1000]);
        assert_eq!(widths(850), [400, 850]);
        assert_eq!(widths(400), [400]);
        assert_eq!(widths(1), [1]);
    }
}
