//! Pictures and files that public pages use: their addresses and sizes. What nobody uses is not published.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::site::{Entry, Page, Published, Target};
use crate::model::source::{FileOrigin, Location, MediaFile};
use crate::model::url::SitePath;

/// As everybody counts (SI).
const MEGABYTE: u64 = 1_000_000;

/// The media of all pages.
pub fn publish(
    entries: &[Entry],
    files: &BTreeMap<String, MediaFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Published> {
    let used: BTreeSet<&String> = entries.iter().flat_map(|entry| &entry.media).collect();
    let mut published = BTreeMap::new();
    for name in used {
        let Some(file) = files.get(name) else { continue };
        match SitePath::file(name) {
            Some(path) => {
                let size = pixels(file);
                published.insert(name.clone(), Published { path, file: file.clone(), size });
            }
            None => diagnostics.push(Diagnostic::new(Code::BadFileName).with("file", name)),
        }
    }
    published
}

/// Reports files that are published as they are and are heavier than `limit` megabytes, each where it is first used.
pub fn weigh(
    entries: &[Entry],
    (published, limit): (&BTreeMap<String, Published>, u64),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let pages = entries.iter().flat_map(|entry| entry.translations.iter());
    let own = pages.filter_map(|(lang, page)| page.as_ref().filter(|page| page.document.lang == lang));
    for (page, name, span) in own.flat_map(|page| downloads(page).map(move |(name, span)| (page, name, span))) {
        let size = published.get(name).map_or(0, |file| file.file.size);
        if limit > 0 && size > limit * MEGABYTE && told.insert(name) {
            let at = Location { source: page.document.source.clone(), span };
            let heavy = Diagnostic::at(Code::HeavyFile, at).with("file", format!("content/{name}"));
            // Rounded up, so that it is more than the limit in words too.
            diagnostics.push(heavy.with("size", size.div_ceil(MEGABYTE)).with("limit", limit));
        }
    }
}

/// The files that a page's own file offers, with the bytes that name them: attachments, and what is linked. Pictures that it
/// shows are none, since readers get these in a size that fits.
fn downloads(page: &Page) -> impl Iterator<Item = (&str, Range<usize>)> {
    let attachments = page.document.front.attachments.iter().flatten().zip(&page.attachments);
    let attachments = attachments.map(|(file, target)| (target, false, &file.src.span));
    let links = page.document.links.iter().zip(&page.targets);
    let links = links.map(|(link, target)| (target, link.embeds, &link.dest.span));
    attachments.chain(links).filter_map(|(target, embeds, span)| match target {
        Target::Media(name, _) if !(embeds && is_picture(name)) => Some((name.as_str(), span.clone())),
        _ => None,
    })
}

/// Whether a file is a picture, by its name.
fn is_picture(name: &str) -> bool {
    let kind = name.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase());
    kind.is_some_and(|kind| ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"].contains(&kind.as_str()))
}

/// Width and height from the head of a PNG, GIF, JPEG or SVG file; `None` when it is none of them.
fn pixels(file: &MediaFile) -> Option<(u32, u32)> {
    let head = match &file.origin {
        FileOrigin::Embedded(bytes) => bytes.to_vec(),
        FileOrigin::Disk(path) => {
            let mut head = Vec::new();
            std::fs::File::open(path).ok()?.take(256 * 1024).read_to_end(&mut head).ok()?;
            head
        }
    };
    size_of(&head)
}

fn size_of(head: &[u8]) -> Option<(u32, u32)> {
    let be32 = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    let le16 = |at: usize| Some(u32::from(u16::from_le_bytes(head.get(at..at + 2)?.try_into().ok()?)));
    if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((be32(16)?, be32(20)?));
    }
    if head.starts_with(b"GIF8") {
        return Some((le16(6)?, le16(8)?));
    }
    if head.starts_with(b"\xff\xd8") {
        return jpeg(head);
    }
    svg(std::str::from_utf8(head).ok()?)
}

/// The first start-of-frame segment (ITU T.81, B.2.2).
fn jpeg(head: &[u8]) -> Option<(u32, u32)> {
    let be16 = |at: usize| Some(u32::from(u16::from_be_bytes(head.get(at..at + 2)?.try_into().ok()?)));
    let mut at = 2;
    loop {
        let marker = *head.get(at + 1)?;
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return Some((be16(at + 7)?, be16(at + 5)?));
        }
        at += 2 + be16(at + 2)? as usize;
    }
}

/// `width` and `height` of the root element, in pixels.
fn svg(text: &str) -> Option<(u32, u32)> {
    let root = &text[text.find("<svg")?..];
    let root = &root[..root.find('>')?];
    let value = |name: &str| {
        let at = root.find(&format!(" {name}=\""))? + name.len() + 3;
        let text = &root[at..at + root[at..].find('"')?];
        text.trim_end_matches("px").parse::<f64>().ok().map(|number| number.round() as u32)
    };
    Some((value("width")?, value("height")?))
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_are_read_from_the_head() {
        assert_eq!(super::size_of(b"GIF89a\x0a\x00\x14\x00"), Some((10, 20)));
        assert_eq!(super::size_of(b"<svg width=\"12\" height=\"7px\" viewBox=\"0 0 1 1\">"), Some((12, 7)));
        assert_eq!(super::size_of(b"\x89PNG\r\n\x1a\n"), None);
    }
}
