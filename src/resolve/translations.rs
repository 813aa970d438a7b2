//! Which files are one page, what translations inherit, and which pages are public.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Options, PlacedEntry, title_location};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::config::Config;
use crate::model::document::Document;
use crate::model::front_matter::FrontMatter;
use crate::model::lang::{Lang, Languages, PerLang};
use crate::model::source::Location;
use crate::model::translation::{MissingPolicy, State};

/// The files of one page.
#[derive(Debug)]
pub struct Group {
    /// The page without its language, such as `news/2024-09-22-delegation`.
    pub key: String,
    /// The language that the others are translated from, directly or in a chain.
    pub original: Lang,
    /// Its files.
    pub documents: PerLang<Option<Arc<Document>>>,
    /// How far each language is.
    pub states: PerLang<State>,
}

/// Groups documents by page and checks `translation.from`.
pub fn group(
    mut documents: Vec<Arc<Document>>,
    languages: &Languages,
    unsound: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Group> {
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
        if !unsound.contains(&key) {
            check_sources(&documents, languages, diagnostics);
        }
        let original = original(&documents, languages);
        let states = states(&documents, languages);
        Group { key, original, documents, states }
    };
    groups.into_iter().map(group).collect()
}

/// The first language whose file is translated from nothing; failing that, the first that exists.
fn original(documents: &PerLang<Option<Arc<Document>>>, languages: &Languages) -> Lang {
    let existing = || languages.iter().filter(|lang| documents[*lang].is_some());
    let source = existing().find(|lang| documents[*lang].as_ref().is_some_and(|d| d.front.translation.is_none()));
    source.or_else(|| existing().next()).unwrap_or_else(|| languages.first())
}

fn check_sources(documents: &PerLang<Option<Arc<Document>>>, languages: &Languages, diagnostics: &mut Vec<Diagnostic>) {
    for document in documents.iter().filter_map(|(_, document)| document.as_ref()) {
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
pub fn states(documents: &PerLang<Option<Arc<Document>>>, languages: &Languages) -> PerLang<State> {
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
pub fn fall_back(groups: &mut [Group], config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let sections: BTreeMap<String, MissingPolicy> = groups
        .iter()
        .filter_map(|group| Some((group.key.clone(), group.documents[group.original].as_ref()?.front.missing?)))
        .collect();
    for group in groups.iter_mut().filter(|group| group.key != "_index") {
        let policy = policy(&group.key, &sections).unwrap_or(config.missing);
        let Some(original) = group.documents[group.original].clone() else { continue };
        for lang in config.languages.iter().filter(|lang| group.states[*lang] == State::Missing) {
            match policy {
                MissingPolicy::Fallback => group.documents[lang] = Some(original.clone()),
                MissingPolicy::Omit => {}
                MissingPolicy::Error => {
                    let required = Diagnostic::at(Code::TranslationRequired, title_location(&original));
                    diagnostics.push(required.with("lang", lang));
                }
            }
        }
    }
}

/// What the nearest section says that says anything, the page's own included if it is one.
fn policy(key: &str, sections: &BTreeMap<String, MissingPolicy>) -> Option<MissingPolicy> {
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

/// Divides pages into public ones and the keys of those that are not; all languages of a page go public together.
pub fn split_public(groups: Vec<Group>, languages: &Languages, options: Options) -> (Vec<Group>, BTreeSet<String>) {
    let mut hidden = BTreeSet::new();
    let mut public = Vec::new();
    for mut group in groups {
        let inherited = group.documents[group.original].as_ref().map(|document| visibility(&document.front));
        for lang in languages.iter() {
            let own = group.documents[lang].as_ref().map(|document| visibility(&document.front));
            if let Some(own) = own
                && !own.over(inherited.unwrap_or_default()).is_public(options)
            {
                group.documents[lang] = None;
                group.states[lang] = State::Missing;
            }
        }
        if group.documents.iter().all(|(_, document)| document.is_none()) {
            hidden.insert(group.key);
        } else {
            if group.documents[group.original].is_none() {
                group.original = original(&group.documents, languages);
            }
            public.push(group);
        }
    }
    // What lies in a section that is not public is not public either.
    let in_hidden = |key: &str| {
        let folders = key.match_indices('/').map(|(at, _)| format!("{}/_index", &key[..at]));
        folders.into_iter().any(|section| hidden.contains(&section))
    };
    let (inside, public): (Vec<_>, Vec<_>) = public.into_iter().partition(|group| in_hidden(&group.key));
    let inside: Vec<String> = inside.into_iter().map(|group| group.key).collect();
    hidden.extend(inside);
    (public, hidden)
}

/// What decides whether a page is public.
#[derive(Clone, Copy, Default)]
pub struct Visibility {
    pub draft: Option<bool>,
    pub publish: Option<jiff::Timestamp>,
    pub expires: Option<jiff::Timestamp>,
}

/// What a page's file says of that, or else its original; `None` where it has no file.
pub fn visible(group: &Group, lang: Lang) -> Option<Visibility> {
    let own = visibility(&group.documents[lang].as_ref()?.front);
    let inherited = group.documents[group.original].as_ref().map(|document| visibility(&document.front));
    Some(own.over(inherited.unwrap_or_default()))
}

fn visibility(front: &FrontMatter) -> Visibility {
    Visibility { draft: front.draft, publish: front.publish, expires: front.expires }
}

impl Visibility {
    fn over(self, source: Visibility) -> Self {
        Self {
            draft: self.draft.or(source.draft),
            publish: self.publish.or(source.publish),
            expires: self.expires.or(source.expires),
        }
    }

    /// Whether that is so at the instant of the build.
    pub fn is_public(self, options: Options) -> bool {
        (options.drafts || self.draft != Some(true))
            && (options.embargoed || self.publish.is_none_or(|publish| publish <= options.at))
            && self.expires.is_none_or(|expires| options.at < expires)
    }
}

/// Counts what each language lacks, and says so once a page.
pub fn report_missing(
    entries: &[PlacedEntry],
    languages: &Languages,
    unsound: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> PerLang<usize> {
    let mut missing = languages.map(|_| 0);
    for entry in entries {
        let lacking: Vec<Lang> = languages.iter().filter(|lang| entry.states[*lang] == State::Missing).collect();
        for lang in &lacking {
            missing[*lang] += 1;
        }
        if entry.key == "_index" || unsound.contains(&entry.key) {
            continue;
        }
        if let (false, Some(original)) = (lacking.is_empty(), &entry.translations[entry.original]) {
            let names = lacking.iter().map(|lang| lang.to_string()).collect::<Vec<_>>().join(", ");
            let at = title_location(&original.document);
            diagnostics.push(Diagnostic::at(Code::MissingTranslation, at).with("languages", names));
        }
    }
    missing
}
