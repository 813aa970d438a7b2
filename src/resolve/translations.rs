//! Which files are one page, what translations inherit, and which pages are public.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Config, Document, Lang, Languages, Location, MissingPolicy, PerLang, State};

/// The files of one page.
pub struct TranslationSet {
    /// The page without its language, such as `news/2024-09-22-delegation`.
    pub key: String,
    /// The language that the others are translated from, directly or in a chain.
    pub original: Lang,
    /// Its files.
    pub documents: PerLang<Option<Arc<Document>>>,
    /// How far each language is.
    pub states: PerLang<State>,
}

impl TranslationSet {
    /// The same with the files of some languages only.
    pub(super) fn only(&self, langs: &[Lang], languages: &Languages) -> Self {
        let documents = languages.map(|lang| self.documents[lang].clone().filter(|_| langs.contains(&lang)));
        Self { key: self.key.clone(), original: self.original, documents, states: self.states.clone() }
    }
}

pub(crate) fn group(
    mut documents: Vec<Arc<Document>>,
    languages: &Languages,
    invalid: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<TranslationSet> {
    // They mostly are in this order.
    documents.sort_by(|a, b| a.key.cmp(&b.key));
    let mut groups: Vec<(String, PerLang<Option<Arc<Document>>>)> = Vec::new();
    for document in documents {
        if groups.last().is_none_or(|(key, _)| *key != document.key) {
            groups.push((document.key.clone(), languages.map(|_| None)));
        }
        let Some((_, group)) = groups.last_mut() else { continue };
        let lang = document.lang;
        group[lang] = Some(document);
    }
    let group = |(key, documents): (String, PerLang<Option<Arc<Document>>>)| {
        if !invalid.contains(&key) {
            check_sources(&documents, languages, diagnostics);
        }
        let original = original(&documents, languages);
        let states = states(&documents, languages);
        TranslationSet { key, original, documents, states }
    };
    groups.into_iter().map(group).collect()
}

/// The first language whose file is translated from nothing; failing that, the first that exists.
pub(super) fn original(documents: &PerLang<Option<Arc<Document>>>, languages: &Languages) -> Lang {
    let existing = || languages.iter().filter(|lang| documents[*lang].is_some());
    let source = existing().find(|lang| documents[*lang].as_ref().is_some_and(|d| d.front.translation.is_none()));
    source.or_else(|| existing().next()).unwrap_or_else(|| languages.first())
}

fn check_sources(documents: &PerLang<Option<Arc<Document>>>, languages: &Languages, diagnostics: &mut Vec<Diagnostic>) {
    for (_, document) in documents.present() {
        let Some(translation) = &document.front.translation else { continue };
        let at = || Location { source: document.source.clone(), span: translation.from.span.clone() };
        if documents[translation.from.value].is_none() {
            let missing = Diagnostic::at(Code::NoSource, at()).with("from", translation.from.value);
            diagnostics.push(missing.with("key", &document.key));
            continue;
        }
        let mut lang = document.lang;
        for _ in languages.iter() {
            let Some(next) = documents[lang].as_ref().and_then(|document| document.front.translation.as_ref()) else {
                break;
            };
            lang = next.from.value;
            if lang == document.lang {
                diagnostics.push(Diagnostic::at(Code::TranslationCycle, at()).with("from", translation.from.value));
                break;
            }
        }
    }
}

/// The state of a page in each language. A translation of an outdated translation is outdated too.
pub(crate) fn states(documents: &PerLang<Option<Arc<Document>>>, languages: &Languages) -> PerLang<State> {
    languages.map(|lang| {
        let mut next = lang;
        let mut state = State::Original;
        // A circle is an error of its own; following it ends all the same.
        for _ in languages.iter() {
            let Some(document) = &documents[next] else { return State::Missing };
            let Some(translation) = &document.front.translation else { break };
            let Some(source) = &documents[translation.from.value] else { break };
            match translation.revision {
                None if next == lang => return State::Unmarked,
                None => break,
                Some(revision) if revision != source.revision() => return State::Outdated,
                Some(_) => state = State::Current,
            }
            next = translation.from.value;
        }
        state
    })
}

/// Puts the original where a page is missing in a language, if the site or its section wants it so.
pub(super) fn fall_back<'g>(
    groups: impl Iterator<Item = &'g mut TranslationSet>,
    sections: &BTreeMap<String, MissingPolicy>,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for group in groups.filter(|group| group.key != "_index") {
        let policy = policy(&group.key, sections).unwrap_or(config.missing);
        let Some(original) = group.documents[group.original].clone() else { continue };
        for lang in config.languages.iter().filter(|lang| group.states[*lang] == State::Missing) {
            match policy {
                MissingPolicy::Fallback => group.documents[lang] = Some(original.clone()),
                MissingPolicy::Omit => {}
                MissingPolicy::Error => {
                    let required = Diagnostic::at(Code::TranslationRequired, original.title_location());
                    diagnostics.push(required.with("lang", lang));
                }
            }
        }
    }
}

/// What sections say of pages that are missing.
pub(super) fn policies<'g>(groups: impl Iterator<Item = &'g TranslationSet>) -> BTreeMap<String, MissingPolicy> {
    let said = |group: &TranslationSet| group.documents[group.original].as_ref()?.front.missing;
    groups.filter_map(|group| Some((group.key.clone(), said(group)?))).collect()
}

/// The pages that a section leaves out of other languages by its own `missing: omit`: they are meant for theirs alone.
pub(crate) fn for_one_language(groups: &[TranslationSet]) -> BTreeSet<&str> {
    let sections = policies(groups.iter());
    let keys = groups.iter().map(|group| group.key.as_str());
    keys.filter(|key| policy(key, &sections) == Some(MissingPolicy::Omit)).collect()
}

/// What the nearest section says that says anything, the page's own included if it is one.
pub(super) fn policy(key: &str, sections: &BTreeMap<String, MissingPolicy>) -> Option<MissingPolicy> {
    let folder = key.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut folders = vec![folder];
    while let Some((outer, _)) = folders.last().and_then(|folder| folder.rsplit_once('/')) {
        folders.push(outer);
    }
    folders
        .iter()
        .filter(|folder| !folder.is_empty())
        .find_map(|folder| sections.get(&format!("{folder}/_index")))
        .copied()
}
