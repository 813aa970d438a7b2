//! Addresses: language first, then the sections' slugs, then the page's own; each by its language's rules.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::translations::{Group, inherit};
use super::{Placed, PlacedEntry, title_location};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::address::Address;
use crate::model::calendar;
use crate::model::config::EDITOR_FOLDER;
use crate::model::document::Document;
use crate::model::lang::{Lang, Languages, PerLang};
use crate::model::page_ref::section_key;
use crate::model::site::{Entry, EntryId, Published, Site, Tag};
use crate::model::slug::slugify;
use crate::model::source::Location;
use crate::model::url::SitePath;

/// What claims the addresses of the editor.
const EDITOR: &str = "site.yaml (features: editor)";

/// Gives every page its section and its address; with the pages by key.
pub fn place(
    groups: Vec<Group>,
    languages: &Languages,
    unsound: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<PlacedEntry>, FxHashMap<String, EntryId>) {
    let keys: FxHashMap<String, EntryId> =
        groups.iter().enumerate().map(|(index, group)| (group.key.clone(), EntryId(index))).collect();
    if !unsound.contains("_index") {
        no_home(&keys, &groups, languages, diagnostics);
    }
    let segments = groups.par_iter().map(|group| {
        let mut found = Vec::new();
        (languages.map(|lang| segment(group, lang, &mut found)), found)
    });
    let (segments, found): (Vec<PerLang<Option<String>>>, Vec<_>) = segments.unzip();
    diagnostics.extend(found.into_iter().flatten());
    let paths = groups.par_iter().zip(&segments).map(|(group, own)| paths(group, own, languages, &keys, &segments));
    let paths: Vec<PerLang<Option<SitePath>>> = paths.collect();
    let joined = groups.into_par_iter().zip(paths);
    (joined.map(|(group, paths)| entry(group, paths, &keys, languages)).collect(), keys)
}

fn no_home(
    keys: &FxHashMap<String, EntryId>,
    groups: &[Group],
    languages: &Languages,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let home = keys.get("_index").map(|id| &groups[id.0]);
    for lang in languages.iter().filter(|lang| home.is_none_or(|home| home.documents[*lang].is_none())) {
        diagnostics.push(Diagnostic::new(Code::NoHome).with("lang", lang));
    }
}

/// The page's own segment; empty for the home page.
fn segment(group: &Group, lang: Lang, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
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
        diagnostics.push(Diagnostic::at(Code::NoSlug, title_location(document)).with("title", title));
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

/// The addresses of a page whose own segments are `own`.
fn paths(
    group: &Group,
    own: &PerLang<Option<String>>,
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
        let own = own[lang].as_deref()?;
        let sections = folders.iter().rev().map(|(name, section)| {
            let known = section.and_then(|segments| segments[lang].as_deref()).map(Cow::Borrowed);
            known.unwrap_or_else(|| slugify(name, lang.tag()).into())
        });
        let parts = [Cow::Borrowed(lang.tag())].into_iter().chain(sections).chain([own.into()]);
        SitePath::page(&parts.filter(|part| !part.is_empty()).collect::<Vec<_>>())
    })
}

fn entry(
    mut group: Group,
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
        Some(inherit(own, source))
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

/// Where each page stands in its own languages, in the order of pages and languages' tags. A withdrawn page keeps its address for its notice only; one that stands in
/// for a translation has its own elsewhere.
pub fn own(site: &Site) -> Vec<Address> {
    let ids = (0..site.entries.len()).map(EntryId);
    let mut languages: Vec<Lang> = site.config.languages.iter().collect();
    languages.sort_by(|a, b| a.tag().cmp(b.tag()));
    let pages = ids.flat_map(|id| languages.iter().map(move |lang| (id, *lang)));
    let address = |(id, lang): (EntryId, Lang)| {
        let page = site.own_page(id, lang)?;
        let (document, front) = (&page.document, &page.document.front);
        let slug = front.slug.as_ref();
        let at = slug.map(|slug| Location { source: document.source.clone(), span: slug.span.clone() });
        Some(Address {
            page: (site.entry(id).key.clone(), lang.tag().to_string()),
            path: page.path.clone(),
            at: at.unwrap_or_else(|| title_location(document)),
            aliases: front.aliases.iter().map(|alias| alias.value.clone()).collect(),
        })
    };
    pages.filter_map(address).collect()
}

/// Old addresses of pages: each a path from the site's root.
pub fn aliases(
    entries: &[PlacedEntry],
    editor: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<SitePath, (EntryId, Lang)> {
    let mut found = BTreeMap::new();
    let pages = || entries.iter().flat_map(|entry| entry.translations.iter().filter_map(|(_, page)| page.as_ref()));
    if pages().all(|page| page.document.front.aliases.is_empty()) {
        return found;
    }
    let mut taken: BTreeMap<SitePath, &Document> = BTreeMap::new();
    for page in pages() {
        taken.insert(page.path.clone(), &page.document);
    }
    for (index, entry) in entries.iter().enumerate() {
        for (lang, page) in entry.translations.iter().filter_map(|(lang, page)| Some((lang, page.as_ref()?))) {
            // Where the original stands in for a translation, its earlier addresses are its own.
            let aliases = page.document.front.aliases.iter().filter(|_| page.document.lang == lang);
            for alias in aliases {
                let at = Location { source: page.document.source.clone(), span: alias.span.clone() };
                let segments: Vec<&str> = alias.value.split('/').filter(|segment| !segment.is_empty()).collect();
                let Some(path) = SitePath::page(&segments).filter(|_| !segments.is_empty()) else {
                    diagnostics.push(Diagnostic::at(Code::BadUrl, at).with("value", &alias.value));
                    continue;
                };
                let of_editor = editor && path.as_str().to_lowercase().starts_with(EDITOR_FOLDER);
                let other = taken.get(&path).map(|other| other.source.path.as_str());
                if let Some(other) = other.or(of_editor.then_some(EDITOR)) {
                    let same = Diagnostic::at(Code::SameAddress, at).with("path", &path);
                    diagnostics.push(same.with("other", other));
                    continue;
                }
                taken.insert(path.clone(), &page.document);
                found.insert(path, (EntryId(index), lang));
            }
        }
    }
    found
}

/// All that has an address.
#[derive(Clone, Copy)]
pub struct Taken<'s> {
    pub entries: &'s [Arc<Entry>],
    pub tags: &'s BTreeMap<String, Tag>,
    pub tags_index: &'s PerLang<Option<SitePath>>,
    pub media: &'s BTreeMap<String, Published>,
}

impl Taken<'_> {
    /// Reports addresses that two pages, tags or files claim. Hosts without case are common, so case does not tell apart.
    pub fn check_unique(self, editor: bool, diagnostics: &mut Vec<Diagnostic>) {
        let Self { entries, tags, tags_index, media } = self;
        let mut taken: FxHashMap<Cow<'_, str>, Cow<'_, str>> = FxHashMap::default();
        taken.reserve(entries.iter().map(|entry| entry.translations.iter().count()).sum());
        // A language may have that tag.
        taken.extend(editor.then(|| (EDITOR_FOLDER.into(), EDITOR.into())));
        for (_, path) in tags_index.iter() {
            taken.extend(path.iter().map(|path| (fold(path), "locales".into())));
        }
        let languages = tags_index.iter().map(|(lang, _)| lang);
        for file in calendar::files(entries, languages) {
            let folded = fold(&file).into_owned();
            // A folder of that name would be in the way as a file would.
            taken.insert(format!("{folded}/").into(), file.to_string().into());
            taken.insert(folded.into(), file.to_string().into());
        }
        for (key, tag) in tags {
            for (lang, page) in tag.translations.iter().filter_map(|(lang, page)| Some((lang, page.as_ref()?))) {
                if let Some(other) = taken.insert(fold(&page.path), format!("locales/{lang} (tag-{key})").into()) {
                    let same = Diagnostic::new(Code::SameAddress).with("path", &page.path);
                    diagnostics.push(same.with("other", other));
                }
            }
        }
        for page in entries.iter().flat_map(|entry| entry.translations.iter().filter_map(|(_, page)| page.as_ref())) {
            if let Some(other) = taken.insert(fold(&page.path), Cow::Borrowed(&page.document.source.path)) {
                let same = Diagnostic::at(Code::SameAddress, title_location(&page.document)).with("path", &page.path);
                diagnostics.push(same.with("other", other));
            }
        }
        for (name, file) in media {
            if is_made(&fold(&file.path), editor) {
                diagnostics.push(Diagnostic::new(Code::SameAddress).with("path", &file.path).with("other", "bruecke"));
            }
            if let Some(other) = taken.insert(fold(&file.path), format!("content/{name}").into()) {
                diagnostics.push(Diagnostic::new(Code::SameAddress).with("path", &file.path).with("other", other));
            }
        }
    }
}

/// A path as hosts see it that know no case.
fn fold(path: &SitePath) -> Cow<'_, str> {
    match path.as_str().bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        true => path.as_str().into(),
        false => path.as_str().to_lowercase().into(),
    }
}

/// Whether the build makes a file of this name itself, for search engines or, if there is an editor, for it.
fn is_made(path: &str, editor: bool) -> bool {
    editor && path.starts_with(EDITOR_FOLDER)
        || path == "robots.txt"
        || !path.contains('/') && path.starts_with("sitemap") && path.ends_with(".xml")
}
