//! What lies in a section, in which order, the newest pages of a language, and what it lacks.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::place::PlacedEntry;
use super::translations::policy;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Locale, Locales};
use crate::model::{Children, EntryId, Lang, Languages, MissingPolicy, PerLang, SortBy, State};

/// For each entry, its children if it is a section.
pub(super) fn children(
    entries: &[PlacedEntry],
    locales: &Locales,
    languages: &Languages,
) -> Vec<Option<PerLang<Children>>> {
    let mut inside: Vec<Vec<EntryId>> = entries.iter().map(|_| Vec::new()).collect();
    for (index, entry) in entries.iter().enumerate() {
        if let Some(section) = entry.section {
            inside[section.0].push(EntryId(index));
        }
    }
    let list = |(entry, inside): (&PlacedEntry, Vec<EntryId>)| {
        entry.is_section().then(|| languages.map(|lang| sorted(entry, &inside, entries, &locales[lang])))
    };
    entries.iter().zip(inside).map(list).collect()
}

fn sorted(section: &PlacedEntry, inside: &[EntryId], entries: &[PlacedEntry], locale: &Locale) -> Children {
    let lang = locale.lang;
    let setting = |lang: Lang| section.translations[lang].as_ref().map(|page| &page.document.front);
    let (own, source) = (setting(lang), setting(section.original));
    let sort_by = own.and_then(|front| front.sort_by).or(source.and_then(|front| front.sort_by)).unwrap_or_default();
    let paginate_by = own.and_then(|front| front.paginate_by).or(source.and_then(|front| front.paginate_by));
    let exists = |id: &&EntryId| {
        entries[id.0].translations[lang].as_ref().is_some_and(|page| page.document.front.withdrawn.is_none())
    };
    let (mut sections, mut pages): (Vec<EntryId>, Vec<EntryId>) =
        inside.iter().filter(exists).partition(|id| entries[id.0].is_section());
    let page = |id: &EntryId| entries[id.0].translations[lang].as_ref();
    let title = |id: &EntryId| page(id).map_or("", |page| page.document.front.title.as_str());
    let weight = |id: &EntryId| page(id).map_or(0, |page| page.meta.weight);
    let key = |id: &EntryId| entries[id.0].key.as_str();
    match sort_by {
        SortBy::Date => newest_first(&mut pages, entries, lang),
        SortBy::Weight => {
            pages.sort_by(|a, b| (weight(a), key(a)).cmp(&(weight(b), key(b))));
        }
        SortBy::Title => pages.sort_by(|a, b| locale.compare(title(a), title(b)).then_with(|| key(a).cmp(key(b)))),
    }
    sections.sort_by(|a, b| (weight(a), key(a)).cmp(&(weight(b), key(b))));
    let places = pages.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    Children { pages, places, sections, paginate_by }
}

/// Sorts pages: newest first, those without a day last, then by key, so that the order never depends on the disk.
pub(super) fn newest_first(pages: &mut [EntryId], entries: &[PlacedEntry], lang: Lang) {
    // Pages lie far apart in memory: each is asked once.
    pages.sort_by_cached_key(|id| {
        let entry = &entries[id.0];
        let day = entry.translations[lang].as_ref().and_then(|page| page.meta.listed_day());
        (Reverse(day), entry.key.as_str())
    });
}

/// The newest dated pages of each language.
pub(super) fn newest(entries: &[PlacedEntry], count: usize, languages: &Languages) -> PerLang<Vec<EntryId>> {
    languages.map(|lang| {
        let dated =
            |entry: &PlacedEntry| entry.translations[lang].as_ref().is_some_and(|page| page.meta.date.is_some());
        let all = entries.iter().enumerate().filter(|(_, entry)| !entry.is_section() && dated(entry));
        let mut ids: Vec<EntryId> = all.map(|(index, _)| EntryId(index)).collect();
        newest_first(&mut ids, entries, lang);
        ids.truncate(count);
        ids
    })
}

/// Counts what each language lacks, and says so once a page. What a section leaves out by its own `missing: omit` is meant for
/// its language alone, so nothing is lacking there.
pub(super) fn report_missing(
    entries: &[PlacedEntry],
    languages: &Languages,
    invalid: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> PerLang<usize> {
    let mut missing = languages.map(|_| 0);
    let said = |entry: &PlacedEntry| entry.translations[entry.original].as_ref()?.document.front.missing;
    let sections = entries.iter().filter_map(|entry| Some((entry.key.clone(), said(entry)?))).collect();
    for entry in entries.iter().filter(|entry| policy(&entry.key, &sections) != Some(MissingPolicy::Omit)) {
        let lacking: Vec<Lang> = languages.iter().filter(|lang| entry.states[*lang] == State::Missing).collect();
        for lang in &lacking {
            missing[*lang] += 1;
        }
        if entry.key == "_index" || invalid.contains(&entry.key) {
            continue;
        }
        if let (false, Some(original)) = (lacking.is_empty(), &entry.translations[entry.original]) {
            let names = lacking.iter().map(|lang| lang.to_string()).collect::<Vec<_>>().join(", ");
            let at = original.document.title_location();
            diagnostics.push(Diagnostic::at(Code::MissingTranslation, at).with("languages", names));
        }
    }
    missing
}
