//! Tags: language-neutral keys whose names and slugs are messages, so that they stay linked across languages.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::lists;
use super::place::PlacedEntry;
use crate::diagnostic::{Code, Diagnostic, SUGGESTIONS};
use crate::locale::{Locale, Locales};
use crate::model::{Config, EntryId, Lang, Location, PerLang, SitePath, Tag, TagPage, slugify};

type Tags = BTreeMap<String, Tag>;

/// Collects the tags of all pages, with their addresses.
pub(super) fn collect(
    entries: &[PlacedEntry],
    locales: &Locales,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Tags, PerLang<Option<SitePath>>) {
    let used = used(entries, config);
    let indexes = config.languages.map(|lang| {
        let any = used.values().any(|pages| !pages[lang].is_empty());
        any.then(|| SitePath::page(&[lang.tag(), &slug(&locales[lang], "tags")])).flatten()
    });
    let mut tags = Tags::new();
    let mut unnamed = BTreeMap::new();
    for (key, mut pages) in used {
        let translations = config.languages.map(|lang| {
            let mut ids = std::mem::take(&mut pages[lang]);
            let first = *ids.first()?;
            lists::newest_first(&mut ids, entries, lang);
            let message = format!("tag-{key}");
            if !locales[lang].has(&message) {
                if locales[lang].lacks(&message) {
                    unnamed.entry((first, lang)).or_insert_with(Vec::new).push(key.clone());
                }
                return None;
            }
            let path = indexes[lang].as_ref()?.join(&[&slug(&locales[lang], &message)])?;
            Some(TagPage { name: locales[lang].text(&message), path, pages: ids })
        });
        tags.insert(key, Tag { translations });
    }
    for ((first, lang), keys) in unnamed {
        diagnostics.extend(unnamed_tags(&entries[first.0], lang, &keys, &locales[lang]));
    }
    (tags, indexes)
}

/// The pages that have each tag.
fn used(entries: &[PlacedEntry], config: &Config) -> BTreeMap<String, PerLang<Vec<EntryId>>> {
    let mut used: BTreeMap<String, PerLang<Vec<EntryId>>> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        for (lang, page) in entry.translations.present() {
            for tag in &page.meta.tags {
                let pages = used.entry(tag.clone()).or_insert_with(|| config.languages.map(|_| Vec::new()));
                // Whoever names a tag twice has it once.
                if pages[lang].last() != Some(&EntryId(index)) {
                    pages[lang].push(EntryId(index));
                }
            }
        }
    }
    used
}

/// The attribute `.slug` of a message, else its text by the language's rules.
pub(super) fn slug(locale: &Locale, message: &str) -> String {
    let attribute = format!("{message}.slug");
    match locale.has(&attribute) {
        true => slugify(&locale.text(&attribute), locale.lang.tag()),
        false => slugify(&locale.text(message), locale.lang.tag()),
    }
}

/// Reports the tags of a page that have no name in a language.
fn unnamed_tags(entry: &PlacedEntry, lang: Lang, keys: &[String], locale: &Locale) -> Vec<Diagnostic> {
    let page = entry.translations[entry.original].as_ref().or(entry.translations[lang].as_ref());
    let mut spans: FxHashMap<&str, Range<usize>> = FxHashMap::default();
    for tag in page.iter().flat_map(|page| page.document.front.tags.iter().flatten()) {
        spans.entry(&tag.value).or_insert(tag.span.clone());
    }
    let known = locale.known("tag-");
    let mut found = Vec::new();
    for key in keys {
        let message = format!("tag-{key}");
        let mut missing = Diagnostic::new(Code::MissingMessage).with("message", &message).with("lang", lang);
        missing.at = page.map(|page| {
            let span = spans.get(&**key).cloned().unwrap_or(0..0);
            Location { source: page.document.source.clone(), span }
        });
        let known = known.iter().map(String::as_str).take(if found.len() < SUGGESTIONS { usize::MAX } else { 0 });
        found.push(missing.nearest(&message, known));
    }
    found
}
