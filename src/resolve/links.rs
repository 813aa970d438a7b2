//! Links: each destination as written → a [`Target`], checked with its anchor. Nothing leads out of the site's folder.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::addresses::section_key;
use super::{Placed, PlacedEntry};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locales;
use crate::model::config::{Config, MenuTarget};
use crate::model::document::{Document, Role};
use crate::model::lang::{Lang, PerLang};
use crate::model::picture::is_picture;
use crate::model::site::{EntryId, Target};
use crate::model::source::{Location, MediaFile, SourceText};

/// What links can lead to.
pub struct Book<'a> {
    pub entries: &'a [PlacedEntry],
    pub by_key: &'a FxHashMap<&'a str, EntryId>,
    /// Pages that exist but are not public.
    pub hidden: &'a BTreeSet<String>,
    /// Pages that exist but have mistakes of their own.
    pub unsound: &'a BTreeSet<String>,
    pub media: &'a BTreeMap<String, MediaFile>,
    pub config: &'a Config,
}

/// What one page's references lead to.
pub struct PageLinks {
    pub targets: Vec<Target>,
    pub image: Option<Target>,
    pub attachments: Vec<Target>,
}

/// For every page of every entry.
pub type Resolved = Vec<PerLang<Option<PageLinks>>>;

/// Resolves every link of every page, and checks the menus of `site.yaml`.
pub fn resolve_all(
    book: &Book<'_>,
    site: &Arc<SourceText>,
    locales: &Locales,
    diagnostics: &mut Vec<Diagnostic>,
) -> Resolved {
    check_labels(book, site, locales, diagnostics);
    check_menus(book, site, diagnostics);
    let of_entry = |entry: &PlacedEntry| {
        let mut found = Vec::new();
        let links = book.config.languages.map(|lang| {
            let (links, of_page) = page_links(book, entry.translations[lang].as_ref()?);
            found.extend(of_page);
            Some(links)
        });
        (links, found)
    };
    let (all, found): (Resolved, Vec<_>) = book.entries.par_iter().map(of_entry).unzip();
    diagnostics.extend(found.into_iter().flatten());
    all
}

/// The site's title and the menus' labels are messages: each language must have them.
fn check_labels(book: &Book<'_>, site: &Arc<SourceText>, locales: &Locales, diagnostics: &mut Vec<Diagnostic>) {
    let labels = book.config.menus.values().flatten().filter_map(|entry| entry.label.as_ref());
    for label in labels.chain([&book.config.title]) {
        for (lang, locale) in locales.iter().filter(|(_, locale)| locale.lacks(&label.value)) {
            let at = (!label.span.is_empty()).then(|| Location { source: site.clone(), span: label.span.clone() });
            let missing = Diagnostic::new(Code::MissingMessage).with("message", &label.value).with("lang", lang);
            let known = locale.known("");
            let missing = missing.nearest(&label.value, known.iter().map(String::as_str));
            diagnostics.push(Diagnostic { at, ..missing });
        }
    }
}

fn check_menus(book: &Book<'_>, site: &Arc<SourceText>, diagnostics: &mut Vec<Diagnostic>) {
    for entry in book.config.menus.values().flatten() {
        let MenuTarget::Page(page) = &entry.target else { continue };
        let at = Location { source: site.clone(), span: page.span.clone() };
        match key_of(&page.value, book.config) {
            Some((key, _)) if book.find(&key).is_some() || book.is_unsound(&key) => {}
            Some((key, _)) if book.hidden.contains(&key) => {
                diagnostics.push(Diagnostic::at(Code::LinkToUnpublished, at).with("dest", &page.value));
            }
            _ => diagnostics.push(book.broken(at, &page.value)),
        }
    }
}

fn page_links(book: &Book<'_>, page: &Placed) -> (PageLinks, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let document = &page.document;
    let is_fallback = page.lang != document.lang;
    let mut go = |dest: &str, span: &Range<usize>, role: Role, source: &Document| {
        let at = Location { source: source.source.clone(), span: span.clone() };
        let link = Link { book, page: document, lang: page.lang, folder: &source.folder, dest, at, role };
        // What is wrong with a page is said once, where it was written. Where it stands in for a translation, its links
        // lead to the reader's language as far as they can.
        if is_fallback {
            let own = Link { lang: document.lang, ..link.clone() };
            let target = link.resolve(&mut Vec::new()).or_else(|_| own.resolve(&mut Vec::new()));
            return target.unwrap_or(Target::Raw(String::new()));
        }
        match link.resolve(&mut found) {
            Ok(target) => target,
            Err(wrong) => {
                found.push(*wrong);
                Target::Raw(String::new())
            }
        }
    };
    let targets: Vec<Target> =
        document.links.iter().map(|link| go(&link.dest.value, &link.dest.span, link.role, document)).collect();
    let source = original(book, document);
    let image = page.meta.image.as_ref().and_then(|image| image.src.as_ref()).map(|src| {
        let own = document.front.image.as_ref().is_some_and(|image| image.src.is_some());
        go(&src.value, &src.span, Role::Picture, if own { document } else { source })
    });
    let own = document.front.attachments.is_some();
    let attachments: Vec<Target> = page
        .meta
        .attachments
        .iter()
        .map(|file| go(&file.src.value, &file.src.span, Role::Link, if own { document } else { source }))
        .collect();
    if let Some(image) = page.meta.image.as_ref().filter(|_| !is_fallback) {
        let own = document.front.image.as_ref().map(|image| image.span.clone());
        let span = own.unwrap_or_else(|| document.front.title_span.clone());
        let at = || Location { source: document.source.clone(), span: span.clone() };
        if image.alt.is_none() {
            found.push(Diagnostic::at(Code::MissingAlt, at()));
        }
        if image.credit.is_none() {
            found.push(Diagnostic::at(Code::MissingCredit, at()).with("form", "front"));
        }
    }
    (PageLinks { targets, image, attachments }, found)
}

/// The document that a page's inherited values were written in.
fn original<'b>(book: &Book<'b>, document: &'b Document) -> &'b Document {
    let entry = book.by_key.get(&*document.key).map(|id| &book.entries[id.0]);
    entry.and_then(|entry| entry.translations[entry.original].as_ref()).map_or(document, |page| &page.document)
}

/// The key of a page's path as written, and the language it names, if it does. `None` when the path leaves `content/`.
pub fn key_of(path: &str, config: &Config) -> Option<(String, Option<Lang>)> {
    Some(key_at(&join("", path)?, config))
}

/// The same for a path that was joined.
fn key_at(joined: &str, config: &Config) -> (String, Option<Lang>) {
    let Some(stem) = joined.strip_suffix(".md") else { return (section_key(joined), None) };
    let (stem, lang) = match stem.rsplit_once('.') {
        Some((stem, tag)) if config.languages.get(tag).is_some() => (stem, config.languages.get(tag)),
        _ => (stem, None),
    };
    let key = match stem.strip_suffix("/index") {
        Some(bundle) => bundle.to_string(),
        None if stem == "index" => "_index".into(),
        None => stem.to_string(),
    };
    (key, lang)
}

/// A path relative to `folder` (or to `content/` with a leading slash), without dots; `None` when it leaves `content/`.
fn join(folder: &str, path: &str) -> Option<String> {
    let (folder, path) = path.strip_prefix('/').map_or((folder, path), |path| ("", path));
    // Most paths are written as they are.
    if is_plain(path) && (folder.is_empty() || is_plain(folder)) {
        return Some(if folder.is_empty() { path.to_string() } else { [folder, "/", path].concat() });
    }
    let mut joined = String::with_capacity(folder.len() + 1 + path.len());
    for segment in folder.split('/').chain(path.split('/')) {
        match segment {
            "" | "." => {}
            ".." if joined.is_empty() => return None,
            ".." => joined.truncate(joined.rfind('/').unwrap_or(0)),
            segment => {
                joined.push_str(if joined.is_empty() { "" } else { "/" });
                joined.push_str(segment);
            }
        }
    }
    Some(joined)
}

/// Whether no segment of a path is empty or begins with a dot.
fn is_plain(path: &str) -> bool {
    let mut begins = true;
    for byte in path.bytes() {
        if begins && matches!(byte, b'/' | b'.') {
            return false;
        }
        begins = byte == b'/';
    }
    !begins
}

impl<'a> Book<'a> {
    /// An entry by key; a folder's page may be a section or a bundle.
    pub fn find(&self, key: &str) -> Option<&'a PlacedEntry> {
        let bundle = || key.strip_suffix("/_index").and_then(|folder| self.by_key.get(folder));
        self.by_key.get(key).or_else(bundle).map(|id| &self.entries[id.0])
    }

    /// Whether a page is there but was left out, since it has mistakes: they are reported, its links are not.
    pub fn is_unsound(&self, key: &str) -> bool {
        self.unsound.contains(key) || key.strip_suffix("/_index").is_some_and(|bundle| self.unsound.contains(bundle))
    }

    /// The message that a page does not exist.
    pub fn broken(&self, at: Location, dest: &str) -> Diagnostic {
        let (path, _) = split_fragment(dest);
        let names: Vec<String> = self.entries.iter().map(|entry| format!("/{}.md", entry.key)).collect();
        let wanted = format!("/{}", path.trim_start_matches('/'));
        Diagnostic::at(Code::BrokenLink, at).with("dest", dest).nearest(&wanted, names.iter().map(String::as_str))
    }
}

fn split_fragment(dest: &str) -> (&str, Option<&str>) {
    match dest.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (dest, None),
    }
}

/// Whether a destination can lead to nothing but a page.
pub fn names_page(dest: &str) -> bool {
    split_fragment(dest).0.ends_with(".md")
}

/// The path in `content/` that a destination would have if it were a file's.
pub fn file_named(dest: &str, folder: &str) -> Option<String> {
    join(folder, &decode(split_fragment(dest).0))
}

/// The scheme of a destination, if it has one (RFC 3986, section 3.1).
fn scheme(dest: &str) -> Option<&str> {
    let (scheme, _) = dest.split_once(':')?;
    let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(sound)).then_some(scheme)
}

/// One reference being resolved.
#[derive(Clone)]
struct Link<'l, 'a> {
    book: &'l Book<'a>,
    page: &'l Document,
    /// The language that it leads to unless it names another.
    lang: Lang,
    folder: &'l str,
    dest: &'l str,
    at: Location,
    role: Role,
}

type Wrong = Box<Diagnostic>;

impl Link<'_, '_> {
    fn wrong(&self, code: Code) -> Diagnostic {
        Diagnostic::at(code, self.at.clone()).with("dest", self.dest)
    }

    fn resolve(&self, found: &mut Vec<Diagnostic>) -> Result<Target, Wrong> {
        if self.dest.starts_with("//") || self.dest.contains('\\') {
            return Err(Box::new(self.wrong(Code::BadScheme).with("scheme", "//")));
        }
        if let Some(scheme) = scheme(self.dest) {
            let allowed = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel");
            return match (allowed, self.role) {
                (true, Role::Link) => Ok(Target::Raw(self.dest.to_string())),
                _ => Err(Box::new(self.wrong(Code::BadScheme).with("scheme", scheme))),
            };
        }
        let (path, fragment) = split_fragment(self.dest);
        if path.is_empty() && fragment.is_some() {
            self.anchor(self.page, fragment)?;
            return Ok(Target::Raw(self.dest.to_string()));
        }
        let path = decode(path);
        let Some(joined) = join(self.folder, &path) else { return Err(Box::new(self.wrong(Code::LinkEscapes))) };
        if self.book.media.contains_key(&joined) {
            return match (self.role, is_picture(&joined)) {
                (Role::Picture | Role::File, true) => Ok(Target::Picture(joined)),
                (Role::Picture, false) => {
                    let file = format!("content/{joined}");
                    Err(Box::new(self.wrong(Code::BadPicture).with("file", file).with("reason", "format")))
                }
                _ => Ok(Target::Media(joined, fragment.map(str::to_string))),
            };
        }
        let is_page = path.ends_with(".md") || path.ends_with('/');
        if !is_page || self.role != Role::Link {
            let names = self.book.media.keys().map(String::as_str);
            return Err(Box::new(self.wrong(Code::MissingFile).nearest(&joined, names)));
        }
        self.to_page(&joined, fragment, found)
    }

    fn to_page(&self, joined: &str, fragment: Option<&str>, found: &mut Vec<Diagnostic>) -> Result<Target, Wrong> {
        let (key, lang) = key_at(joined, self.book.config);
        if self.book.is_unsound(&key) {
            return Ok(Target::Raw(String::new()));
        }
        let Some(entry) = self.book.find(&key) else {
            return Err(Box::new(match self.book.hidden.contains(&key) {
                true => self.wrong(Code::LinkToUnpublished),
                false => self.book.broken(self.at.clone(), self.dest),
            }));
        };
        let wanted = lang.unwrap_or(self.lang);
        let page = match entry.translations[wanted].as_ref() {
            Some(page) => page,
            None => {
                found.push(self.wrong(Code::LinkUntranslated).with("lang", wanted).with("other", entry.original));
                match entry.translations[entry.original].as_ref() {
                    Some(page) => page,
                    None => return Err(Box::new(self.wrong(Code::LinkToUnpublished))),
                }
            }
        };
        self.anchor(&page.document, fragment)?;
        Ok(Target::Page(page.path.clone(), fragment.map(str::to_string)))
    }

    fn anchor(&self, document: &Document, fragment: Option<&str>) -> Result<(), Wrong> {
        let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else { return Ok(()) };
        let fragment = decode(fragment);
        if document.anchors.iter().any(|anchor| **anchor == *fragment) {
            return Ok(());
        }
        let known = document.anchors.join(", ");
        let broken = self.wrong(Code::BrokenAnchor).with("anchor", &fragment).with("file", &document.source.path);
        let broken = broken.with("known", known);
        Err(Box::new(broken.nearest(&fragment, document.anchors.iter().map(String::as_str))))
    }
}

/// Percent-decoding; what is not valid stays as it is.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (byte, hex) {
            (b'%', Some(decoded)) => {
                bytes.push(decoded);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::join;

    /// Segment by segment.
    fn plainly(folder: &str, path: &str) -> Option<String> {
        let folder = if path.starts_with('/') { "" } else { folder };
        let mut segments = Vec::new();
        for segment in folder.split('/').chain(path.split('/')) {
            match segment {
                "" | "." => {}
                ".." => _ = segments.pop()?,
                segment => segments.push(segment),
            }
        }
        Some(segments.join("/"))
    }

    proptest! {
        #[test]
        fn paths_are_joined_segment_by_segment(folder in "(a|b/c)?", path in "[a./]{0,8}") {
            prop_assert_eq!(join(&folder, &path), plainly(&folder, &path));
        }
    }
}
