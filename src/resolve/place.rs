//! Addresses: language first, then the sections' slugs, then the page's own; each by its language's rules.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::publication::Split;
use super::translations::TranslationSet;
use crate::addresses::Window;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Document, EntryId, Lang, Languages, Meta, PerLang, SitePath, State, is_section, section_key, slugify,
};

/// A document with its place in the site, before links are resolved.
pub(super) struct Placed {
    /// The language it stands in; the document's own, unless it stands in for a missing translation.
    pub lang: Lang,
    pub document: Arc<Document>,
    pub meta: Meta,
    pub path: SitePath,
}

/// A page in all languages, before links are resolved.
pub(super) struct PlacedEntry {
    pub key: String,
    pub original: Lang,
    pub section: Option<EntryId>,
    pub states: PerLang<State>,
    pub translations: PerLang<Option<Placed>>,
}

impl PlacedEntry {
    pub(super) fn is_section(&self) -> bool {
        is_section(&self.key)
    }
}

/// Every page with its section and its address.
pub(super) struct Placing {
    pub entries: Vec<PlacedEntry>,
    /// The pages by key.
    pub keys: FxHashMap<String, EntryId>,
    pub later: Vec<LaterPage>,
}

/// A page that is not public, with the address that it will have.
pub(super) struct LaterPage {
    pub document: Arc<Document>,
    pub lang: Lang,
    /// What stands in its place until then.
    pub now: Option<EntryId>,
    pub path: SitePath,
    pub window: Window,
}

/// Gives every page its section and its address.
pub(super) fn place(
    split: Split,
    languages: &Languages,
    invalid: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Placing {
    let Split { public: groups, later, .. } = split;
    let keys: FxHashMap<String, EntryId> =
        groups.iter().enumerate().map(|(index, group)| (group.key.clone(), EntryId(index))).collect();
    if !invalid.contains("_index") {
        no_home(&keys, &groups, languages, diagnostics);
    }
    let segments = groups.par_iter().map(|group| {
        let mut found = Vec::new();
        (languages.map(|lang| segment(group, lang, &mut found)), found)
    });
    let (public, found): (Vec<PerLang<Option<String>>>, Vec<_>) = segments.unzip();
    diagnostics.extend(found.into_iter().flatten());
    // What is wrong with pages that nobody sees yet is not said here.
    let of_later = |(group, _): &(TranslationSet, _)| languages.map(|lang| segment(group, lang, &mut Vec::new()));
    let later_segments = later.iter().map(|set| (set.0.key.as_str(), of_later(set))).collect();
    let segments = Segments { languages, keys: &keys, public: &public, later: later_segments };
    let paths = groups.par_iter().map(|group| segments.paths(&group.key, segments.of_public(&group.key)));
    let paths: Vec<PerLang<Option<SitePath>>> = paths.collect();
    let upcoming = later.iter().flat_map(|(group, windows)| segments.upcoming(group, windows)).collect();
    let joined = groups.into_par_iter().zip(paths);
    let entries = joined.map(|(group, paths)| entry(group, paths, &keys, languages)).collect();
    Placing { entries, later: upcoming, keys }
}

/// The segments of all pages, of public ones and of others.
struct Segments<'a> {
    languages: &'a Languages,
    keys: &'a FxHashMap<String, EntryId>,
    public: &'a [PerLang<Option<String>>],
    later: BTreeMap<&'a str, PerLang<Option<String>>>,
}

impl Segments<'_> {
    fn of_public(&self, key: &str) -> Option<&PerLang<Option<String>>> {
        self.keys.get(key).map(|id| &self.public[id.0])
    }

    /// The addresses of a page with these segments of its own.
    fn paths(&self, key: &str, own: Option<&PerLang<Option<String>>>) -> PerLang<Option<SitePath>> {
        // From the innermost to the outermost: the folder's name, and its section's segments if it is one.
        let mut folders = Vec::new();
        let mut folder = parent_folder(key).filter(|name| !name.is_empty());
        while let Some(name) = folder {
            let (outer, last) = name.rsplit_once('/').map_or((None, name), |(outer, last)| (Some(outer), last));
            let section = section_key(name);
            folders.push((last, self.of_public(&section), self.later.get(&*section)));
            folder = outer;
        }
        self.languages.map(|lang| {
            let own = own?[lang].as_deref()?;
            let sections = folders.iter().rev().map(|(name, section, later)| {
                let known = section.iter().chain(later).find_map(|segments| segments[lang].as_deref());
                known.map_or_else(|| slugify(name, lang.tag()).into(), Cow::Borrowed)
            });
            let parts = [Cow::Borrowed(lang.tag())].into_iter().chain(sections).chain([own.into()]);
            SitePath::page(&parts.filter(|part| !part.is_empty()).collect::<Vec<_>>())
        })
    }

    /// The pages of a set that is not public.
    fn upcoming(&self, group: &TranslationSet, windows: &PerLang<Window>) -> Vec<LaterPage> {
        let paths = self.paths(&group.key, self.later.get(&*group.key));
        let page = |(lang, document): (Lang, &Arc<Document>)| {
            let (path, now) = (paths[lang].clone()?, self.keys.get(&group.key).copied());
            Some(LaterPage { document: document.clone(), lang, now, path, window: windows[lang] })
        };
        group.documents.present().filter_map(page).collect()
    }
}

fn no_home(
    keys: &FxHashMap<String, EntryId>,
    groups: &[TranslationSet],
    languages: &Languages,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let home = keys.get("_index").map(|id| &groups[id.0]);
    for lang in languages.iter().filter(|lang| home.is_none_or(|home| home.documents[*lang].is_none())) {
        diagnostics.push(Diagnostic::new(Code::NoHome).with("lang", lang));
    }
}

/// The page's own segment; empty for the home page.
fn segment(group: &TranslationSet, lang: Lang, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let document = group.documents[lang].as_ref()?;
    if group.key == "_index" {
        return Some(String::new());
    }
    if let Some(slug) = &document.front.slug {
        return Some(slug.value.clone());
    }
    let slug = slugify(&document.front.title, document.lang.tag());
    if slug.is_empty() {
        let title = &document.front.title;
        diagnostics.push(Diagnostic::at(Code::NoSlug, document.title_location()).with("title", title));
        return None;
    }
    Some(slug)
}

/// The folder whose section page `key` is, or that the page `key` lies in.
fn parent_folder(key: &str) -> Option<&str> {
    let own = key.strip_suffix("/_index").unwrap_or(key);
    if key == "_index" {
        return None;
    }
    Some(own.rsplit_once('/').map_or("", |(folder, _)| folder))
}

fn entry(
    mut group: TranslationSet,
    mut paths: PerLang<Option<SitePath>>,
    keys: &FxHashMap<String, EntryId>,
    languages: &Languages,
) -> PlacedEntry {
    let original = group.original;
    let metas = languages.map(|lang| {
        let own = &group.documents[lang].as_ref()?.front;
        let source = group.documents[original].as_ref().map_or(own, |document| &document.front);
        // What was withdrawn inherits nothing.
        let source = if own.withdrawn.is_some() { own } else { source };
        Some(Meta::of(own, source))
    });
    let mut metas = metas;
    let translations = languages.map(|lang| {
        let (document, meta, path) = (group.documents[lang].take()?, metas[lang].take()?, paths[lang].take()?);
        Some(Placed { lang, document, meta, path })
    });
    let mut folder = parent_folder(&group.key);
    let mut section = None;
    while let Some(name) = folder {
        section = keys.get(&section_key(name)).copied();
        if section.is_some() || name.is_empty() {
            break;
        }
        folder = Some(name.rsplit_once('/').map_or("", |(outer, _)| outer));
    }
    PlacedEntry { key: group.key, original, section, states: group.states, translations }
}
