//! Links: each destination as written → a [`Target`], checked with its anchor. Nothing leads out of the site's folder.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::place::{Placed, PlacedEntry};
use crate::diagnostic::{Code, Diagnostic, SUGGESTIONS};
use crate::model::page_ref::decode;
use crate::model::{
    At, Config, Document, EntryId, Lang, Location, MediaFile, PageRef, PerLang, Role, SourceText, Target, content_path,
    is_picture,
};

/// So many anchors of a page are named.
const SHOWN: usize = 20;

/// What links can lead to.
pub(super) struct LinkTargets<'a> {
    pub entries: &'a [PlacedEntry],
    pub by_key: &'a FxHashMap<String, EntryId>,
    /// Pages that exist but are not public.
    pub hidden: &'a BTreeSet<String>,
    /// Pages that exist but have mistakes of their own.
    pub invalid: &'a BTreeSet<String>,
    pub media: &'a BTreeMap<String, MediaFile>,
    pub config: &'a Config,
    /// `site.yaml`, for messages about it.
    pub file: &'a Arc<SourceText>,
}

/// What a name of a page stands for.
pub(super) enum Found {
    /// A page, and the language that the name holds.
    Page(EntryId, Option<Lang>),
    /// A page with mistakes of its own.
    Invalid,
    /// A page that is not public.
    Hidden,
    Nothing,
}

/// What one page's references lead to.
pub(super) struct PageLinks {
    pub targets: Vec<Target>,
    pub image: Option<Target>,
    pub attachments: Vec<Target>,
}

/// For every page of every entry.
pub(super) type Resolved = Vec<PerLang<Option<PageLinks>>>;

pub(super) fn resolve_all(targets: &LinkTargets<'_>, diagnostics: &mut Vec<Diagnostic>) -> Resolved {
    let of_entry = |entry: &PlacedEntry| {
        let mut found = Vec::new();
        let links = targets.config.languages.map(|lang| {
            let (links, of_page) = page_links(targets, entry.translations[lang].as_ref()?);
            found.extend(of_page);
            Some(links)
        });
        (links, found)
    };
    let (all, found): (Resolved, Vec<_>) = targets.entries.par_iter().map(of_entry).unzip();
    diagnostics.extend(found.into_iter().flatten());
    all
}

fn page_links(targets: &LinkTargets<'_>, page: &Placed) -> (PageLinks, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let document = &page.document;
    let mut lead = |dest: &At<String>, role: Role, source: &Document| {
        let at = Location { source: source.source.clone(), span: dest.span.clone() };
        // What stands in for a translation has its mistakes reported where it was written.
        let suggests = page.lang == document.lang && found.len() < SUGGESTIONS;
        let (lang, folder, dest) = (page.lang, &*source.folder, &*dest.value);
        let link = Link { targets, page: document, lang, folder, dest, at, role, suggests };
        link.lead(&mut found)
    };
    let links = document.links.iter().map(|link| lead(&link.dest, link.role, document)).collect();
    let original = original(targets, document);
    let image = page.meta.image.as_ref().and_then(|image| image.src.as_ref()).map(|src| {
        let own = document.front.image.as_ref().is_some_and(|image| image.src.is_some());
        lead(src, Role::Picture, if own { document } else { original })
    });
    let source = if document.front.attachments.is_some() { document } else { original };
    let attachments = page.meta.attachments.iter().map(|file| lead(&file.src, Role::Link, source)).collect();
    found.extend(lacking(page));
    (PageLinks { targets: links, image, attachments }, found)
}

/// What a page's main picture lacks, unless the page stands in for a translation: then it was said of the original.
fn lacking(page: &Placed) -> Vec<Diagnostic> {
    let document = &page.document;
    let Some(image) = page.meta.image.as_ref().filter(|_| page.lang == document.lang) else { return Vec::new() };
    let own = document.front.image.as_ref().map(|image| image.span.clone());
    let span = own.unwrap_or_else(|| document.front.title_span.clone());
    let wrong = |code| Diagnostic::at(code, Location { source: document.source.clone(), span: span.clone() });
    let alt = image.alt.is_none().then(|| wrong(Code::MissingAlt));
    let credit = image.credit.is_none().then(|| wrong(Code::MissingCredit).with("form", "front"));
    alt.into_iter().chain(credit).collect()
}

/// The document that a page's inherited values were written in.
fn original<'b>(targets: &LinkTargets<'b>, document: &'b Document) -> &'b Document {
    let entry = targets.by_key.get(&*document.key).map(|id| &targets.entries[id.0]);
    entry.and_then(|entry| entry.translations[entry.original].as_ref()).map_or(document, |page| &page.document)
}

impl<'a> LinkTargets<'a> {
    /// A place in `site.yaml`.
    pub(super) fn at(&self, span: &Range<usize>) -> Location {
        Location { source: self.file.clone(), span: span.clone() }
    }

    /// The page of a name in `site.yaml`.
    pub(super) fn find(&self, name: &str) -> Found {
        let Some(page) = PageRef::parse(name, &self.config.languages) else { return Found::Nothing };
        match page.find(|key| self.by_key.get(key).copied()) {
            Some(id) => Found::Page(id, page.lang),
            None if self.is_invalid(&page) => Found::Invalid,
            None if self.is_hidden(&page) => Found::Hidden,
            None => Found::Nothing,
        }
    }

    /// Whether a page is there but was left out, since it has mistakes: they are reported, its links are not.
    fn is_invalid(&self, page: &PageRef) -> bool {
        page.find(|key| self.invalid.get(key)).is_some()
    }

    fn is_hidden(&self, page: &PageRef) -> bool {
        page.find(|key| self.hidden.get(key)).is_some()
    }

    /// The language in which a page that was named is shown: the wanted one, or else its original's, which is reported at
    /// the place that names it.
    pub(super) fn shown_in(&self, id: EntryId, wanted: Lang, untranslated: impl FnOnce(Lang)) -> Lang {
        let entry = &self.entries[id.0];
        if entry.translations[wanted].is_some() {
            return wanted;
        }
        untranslated(entry.original);
        entry.original
    }

    /// The message that a page does not exist.
    pub(super) fn broken(&self, at: Location, dest: &str, suggests: bool) -> Diagnostic {
        let broken = Diagnostic::at(Code::BrokenLink, at).with("dest", dest);
        if !suggests {
            return broken.nearest(dest, []);
        }
        let (path, _) = split_fragment(dest);
        let names: Vec<String> = self.entries.iter().map(|entry| format!("/{}.md", entry.key)).collect();
        let wanted = format!("/{}", path.trim_start_matches('/'));
        broken.nearest(&wanted, names.iter().map(String::as_str))
    }
}

fn split_fragment(dest: &str) -> (&str, Option<&str>) {
    match dest.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (dest, None),
    }
}

/// Whether a destination can lead to nothing but a page.
pub(super) fn names_page(dest: &str) -> bool {
    split_fragment(dest).0.ends_with(".md")
}

/// The path in `content/` that a destination would have if it were a file's.
pub(super) fn file_named(dest: &str, folder: &str) -> Option<String> {
    content_path(split_fragment(dest).0, folder)
}

/// The scheme of a destination, if it has one (RFC 3986, section 3.1).
fn scheme(dest: &str) -> Option<&str> {
    let (scheme, _) = dest.split_once(':')?;
    let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(sound)).then_some(scheme)
}

#[derive(Clone)]
struct Link<'l, 'a> {
    targets: &'l LinkTargets<'a>,
    page: &'l Document,
    /// The language that it leads to unless it names another.
    lang: Lang,
    folder: &'l str,
    dest: &'l str,
    at: Location,
    role: Role,
    /// Whether what may have been meant is looked for.
    suggests: bool,
}

type Wrong = Box<Diagnostic>;

impl Link<'_, '_> {
    fn wrong(&self, code: Code) -> Diagnostic {
        Diagnostic::at(code, self.at.clone()).with("dest", self.dest)
    }

    /// Where it leads. What is wrong with a page is said once, where it was written. Where it stands in for a translation,
    /// its links lead to the reader's language as far as they can.
    fn lead(&self, found: &mut Vec<Diagnostic>) -> Target {
        let nowhere = Target::Raw(String::new());
        if self.lang == self.page.lang {
            return self.resolve(found).unwrap_or_else(|wrong| {
                found.push(*wrong);
                nowhere
            });
        }
        let own = Link { lang: self.page.lang, ..self.clone() };
        self.resolve(&mut Vec::new()).or_else(|_| own.resolve(&mut Vec::new())).unwrap_or(nowhere)
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
        let Some(joined) = content_path(path, self.folder) else {
            return Err(Box::new(self.wrong(Code::LinkEscapes)));
        };
        if self.targets.media.contains_key(&joined) {
            return match (self.role, is_picture(&joined)) {
                (Role::Picture | Role::File, true) => Ok(Target::Picture(joined)),
                (Role::Picture, false) => {
                    let file = format!("content/{joined}");
                    Err(Box::new(self.wrong(Code::BadPicture).with("file", file).with("reason", "format")))
                }
                _ => Ok(Target::Media(joined, fragment.map(str::to_string))),
            };
        }
        let is_folder = path.ends_with('/');
        if !(is_folder || joined.ends_with(".md")) || self.role != Role::Link {
            let names = self.targets.media.keys().map(String::as_str);
            return Err(self.nearest(self.wrong(Code::MissingFile), &joined, names));
        }
        let page = PageRef::of_path(&joined, is_folder, &self.targets.config.languages);
        self.to_page(&page, fragment, found)
    }

    fn to_page(&self, page: &PageRef, fragment: Option<&str>, found: &mut Vec<Diagnostic>) -> Result<Target, Wrong> {
        if self.targets.is_invalid(page) {
            return Ok(Target::Raw(String::new()));
        }
        let Some(id) = page.find(|key| self.targets.by_key.get(key).copied()) else {
            return Err(Box::new(match self.targets.is_hidden(page) {
                true => self.wrong(Code::LinkToUnpublished),
                false => self.targets.broken(self.at.clone(), self.dest, self.suggests),
            }));
        };
        let wanted = page.lang.unwrap_or(self.lang);
        let untranslated =
            |other| found.push(self.wrong(Code::LinkUntranslated).with("lang", wanted).with("other", other));
        let lang = self.targets.shown_in(id, wanted, untranslated);
        let Some(page) = &self.targets.entries[id.0].translations[lang] else {
            return Err(Box::new(self.wrong(Code::LinkToUnpublished)));
        };
        self.anchor(&page.document, fragment)?;
        Ok(Target::Page(page.path.clone(), fragment.map(str::to_string)))
    }

    fn anchor(&self, document: &Document, fragment: Option<&str>) -> Result<(), Wrong> {
        let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else { return Ok(()) };
        let fragment = decode(fragment);
        if document.anchors.contains(&*fragment) {
            return Ok(());
        }
        let mut known: Vec<&str> = document.anchors.iter().map(String::as_str).take(SHOWN + 1).collect();
        if let Some(rest) = known.get_mut(SHOWN) {
            *rest = "…";
        }
        let broken = self.wrong(Code::BrokenAnchor).with("anchor", &fragment).with("file", &document.source.path);
        let broken = broken.with("known", known.join(", "));
        Err(self.nearest(broken, &fragment, document.anchors.iter().map(String::as_str)))
    }

    fn nearest<'n>(&self, wrong: Diagnostic, wanted: &str, names: impl Iterator<Item = &'n str>) -> Wrong {
        Box::new(wrong.nearest(wanted, names.take(if self.suggests { usize::MAX } else { 0 })))
    }
}
