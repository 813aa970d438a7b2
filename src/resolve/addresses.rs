//! Addresses: language first, then the sections' slugs, then the page's own; each by its language's rules.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::address_registry::AddressRegistry;
use super::translations::TranslationSet;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Document, Entry, EntryId, FeedPlan, Lang, Languages, Location, Meta, Page, PerLang, Published, SitePath, State,
    Tag, is_section, section_key, slugify,
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

/// Gives every page its section and its address; with the pages by key.
pub(super) fn place(
    groups: Vec<TranslationSet>,
    languages: &Languages,
    invalid: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<PlacedEntry>, FxHashMap<String, EntryId>) {
    let keys: FxHashMap<String, EntryId> =
        groups.iter().enumerate().map(|(index, group)| (group.key.clone(), EntryId(index))).collect();
    if !invalid.contains("_index") {
        no_home(&keys, &groups, languages, diagnostics);
    }
    let segments = groups.par_iter().map(|group| {
        let mut found = Vec::new();
        (languages.map(|lang| segment(group, lang, &mut found)), found)
    });
    let (segments, found): (Vec<PerLang<Option<String>>>, Vec<_>) = segments.unzip();
    diagnostics.extend(found.into_iter().flatten());
    let paths = groups.par_iter().map(|group| paths(group, languages, &keys, &segments));
    let paths: Vec<PerLang<Option<SitePath>>> = paths.collect();
    let joined = groups.into_par_iter().zip(paths);
    (joined.map(|(group, paths)| entry(group, paths, &keys, languages)).collect(), keys)
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

fn paths(
    group: &TranslationSet,
    languages: &Languages,
    keys: &FxHashMap<String, EntryId>,
    segments: &[PerLang<Option<String>>],
) -> PerLang<Option<SitePath>> {
    // From the innermost to the outermost: the folder's name, and its section's segments if it is one.
    let mut folders = Vec::new();
    let mut folder = parent_folder(&group.key).filter(|name| !name.is_empty());
    while let Some(name) = folder {
        let (outer, last) = name.rsplit_once('/').map_or((None, name), |(outer, last)| (Some(outer), last));
        folders.push((last, keys.get(&section_key(name)).map(|id| &segments[id.0])));
        folder = outer;
    }
    languages.map(|lang| {
        let own = segments[keys.get(&group.key)?.0][lang].as_deref()?;
        let sections = folders.iter().rev().map(|(name, section)| {
            let known = section.and_then(|segments| segments[lang].as_deref()).map(Cow::Borrowed);
            known.unwrap_or_else(|| slugify(name, lang.tag()).into())
        });
        let parts = [Cow::Borrowed(lang.tag())].into_iter().chain(sections).chain([own.into()]);
        SitePath::page(&parts.filter(|part| !part.is_empty()).collect::<Vec<_>>())
    })
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

pub(super) struct Claims<'a> {
    pub entries: &'a [Arc<Entry>],
    pub tags: &'a BTreeMap<String, Tag>,
    pub tags_index: &'a PerLang<Option<SitePath>>,
    pub calendars: &'a [SitePath],
    pub media: &'a BTreeMap<String, Published>,
    pub feeds: &'a [FeedPlan],
    pub kits: &'a BTreeMap<(EntryId, Lang), SitePath>,
}

impl<'a> Claims<'a> {
    /// Claims all addresses but those of aliases, and reports those that two have.
    pub(super) fn claim(&self, registry: &mut AddressRegistry<'a>) {
        for (_, path) in self.tags_index.present() {
            registry.claim(path, "locales", || None);
        }
        for path in self.calendars {
            registry.claim(path, path.to_string(), || None);
        }
        for (key, tag) in self.tags {
            for (lang, page) in tag.translations.present() {
                registry.claim(&page.path, format!("locales/{lang} (tag-{key})"), || None);
            }
        }
        for (_, _, page) in pages(self.entries) {
            let document = &page.document;
            registry.claim(&page.path, &*document.source.path, || Some(document.title_location()));
        }
        for (name, file) in self.media {
            registry.claim(&file.path, format!("content/{name}"), || None);
        }
        let feeds = self.feeds.iter().flat_map(|plan| plan.translations.present());
        for path in feeds.flat_map(|(_, pages)| [&pages.atom, &pages.json]).chain(self.kits.values()) {
            registry.claim(path, path.to_string(), || None);
        }
    }
}

/// Every page in every language that has it.
fn pages(entries: &[Arc<Entry>]) -> impl Iterator<Item = (EntryId, Lang, &Page)> {
    let entries = entries.iter().enumerate();
    entries
        .flat_map(|(index, entry)| entry.translations.present().map(move |(lang, page)| (EntryId(index), lang, page)))
}

/// Earlier addresses of a page, each with its place in the page's file.
type Alias<'a> = (SitePath, (EntryId, Lang), &'a Document, Location);

/// Earlier addresses that pages name: each a path from the site's root.
pub(super) fn aliases<'a>(entries: &'a [Arc<Entry>], diagnostics: &mut Vec<Diagnostic>) -> Vec<Alias<'a>> {
    let mut found = Vec::new();
    // Where the original stands in for a translation, its earlier addresses are its own.
    for (id, lang, page) in pages(entries).filter(|(_, lang, page)| page.document.lang == *lang) {
        for alias in &page.document.front.aliases {
            let at = Location { source: page.document.source.clone(), span: alias.span.clone() };
            let segments: Vec<&str> = alias.value.split('/').filter(|segment| !segment.is_empty()).collect();
            match SitePath::page(&segments).filter(|_| !segments.is_empty()) {
                Some(path) => found.push((path, (id, lang), &*page.document, at)),
                None => diagnostics.push(Diagnostic::at(Code::BadUrl, at).with("value", &alias.value)),
            }
        }
    }
    found
}

/// The free ones of them.
pub(super) fn free_aliases<'a>(
    aliases: &'a [Alias<'a>],
    registry: &mut AddressRegistry<'a>,
) -> BTreeMap<SitePath, (EntryId, Lang)> {
    let mut is_free =
        |(path, _, document, at): &&'a Alias<'a>| registry.claim_alias(path, &document.source.path, at.clone());
    aliases.iter().filter(|alias| is_free(alias)).map(|(path, of, ..)| (path.clone(), *of)).collect()
}
