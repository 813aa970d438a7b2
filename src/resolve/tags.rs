//! Tags: language-neutral keys whose names and slugs are messages, so that they stay linked across languages.

use std::collections::BTreeMap;

use super::addresses::PlacedEntry;
use super::lists;
use crate::diagnostic::{Code, Diagnostic};
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
    for (key, mut pages) in used {
        let translations = config.languages.map(|lang| {
            let mut ids = std::mem::take(&mut pages[lang]);
            let first = *ids.first()?;
            lists::newest_first(&mut ids, entries, lang);
            let message = format!("tag-{key}");
            if !locales[lang].has(&message) {
                let lacks = locales[lang].lacks(&message);
                diagnostics.extend(lacks.then(|| unnamed(&entries[first.0], lang, &key, &locales[lang])));
                return None;
            }
            let path = indexes[lang].as_ref()?.join(&[&slug(&locales[lang], &message)])?;
            Some(TagPage { name: locales[lang].text(&message), path, pages: ids })
        });
        tags.insert(key, Tag { translations });
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

fn unnamed(entry: &PlacedEntry, lang: Lang, key: &str, locale: &Locale) -> Diagnostic {
    let page = entry.translations[entry.original].as_ref().or(entry.translations[lang].as_ref());
    let at = page.map(|page| {
        let written = page.document.front.tags.iter().flatten().find(|tag| tag.value == key);
        let span = written.map_or(0..0, |tag| tag.span.clone());
        Location { source: page.document.source.clone(), span }
    });
    let mut missing = Diagnostic::new(Code::MissingMessage).with("message", format!("tag-{key}")).with("lang", lang);
    missing.at = at;
    let known = locale.known("tag-");
    missing.nearest(&format!("tag-{key}"), known.iter().map(String::as_str))
}
