//! Which pages are public at the instant of the build, when that changes, and what is left of pages that were taken back.
//!
//! Invariant: a page that is not public is in nothing that comes after; of one that was withdrawn only title, address and
//! notice are. An original that is withdrawn takes its translations along. All languages of a page go public together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::translations::{TranslationSet, original};
use crate::addresses::Window;
use crate::model::{Body, Change, Document, FrontMatter, Lang, Languages, PerLang, State, Withdrawn};

/// What the builder decides, not the site.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    /// The instant the site is built for: what is under embargo then stays out.
    pub at: Timestamp,
    /// Whether drafts are public.
    pub drafts: bool,
    pub embargoed: bool,
}

/// All pages, by whether they are public at the instant of the build.
pub(super) struct Split {
    pub public: Vec<TranslationSet>,
    /// Until when each public page is.
    pub windows: Vec<PerLang<Window>>,
    /// The keys of pages that are not public in any language.
    pub hidden: BTreeSet<String>,
    /// What may become public: nobody sees anything of it but its addresses, which nothing else may have then.
    pub later: Vec<(TranslationSet, PerLang<Window>)>,
}

/// Divides pages into public ones and others.
pub(super) fn split_public(groups: Vec<TranslationSet>, languages: &Languages, options: Options) -> Split {
    let mut split = Split { public: Vec::new(), windows: Vec::new(), hidden: BTreeSet::new(), later: Vec::new() };
    for mut group in groups {
        let windows = languages.map(|lang| window(&group, lang));
        let public_in = |lang| visible(&group, lang).is_none_or(|visible| visible.is_public(options));
        let secret: Vec<Lang> = languages.iter().filter(|lang| !public_in(*lang)).collect();
        if !secret.is_empty() {
            split.later.push((group.only(&secret, languages), windows.clone()));
        }
        for lang in secret {
            group.documents[lang] = None;
            group.states[lang] = State::Missing;
        }
        if group.documents.present().next().is_none() {
            split.hidden.insert(group.key);
        } else {
            if group.documents[group.original].is_none() {
                group.original = original(&group.documents, languages);
            }
            // Whoever asks for drafts and embargoed pages gets them now.
            split.windows.push(languages.map(|lang| Window { from: None, draft: false, ..windows[lang] }));
            split.public.push(group);
        }
    }
    split.hide_sections(languages);
    split
}

impl Split {
    /// What lies in a section that is not public is not public either, and becomes so with it.
    fn hide_sections(&mut self, languages: &Languages) {
        let sections = |key: &str| {
            let folders = key.match_indices('/').map(|(at, _)| format!("{}/_index", &key[..at]));
            folders.filter(|section| self.hidden.contains(section)).collect::<Vec<_>>()
        };
        let of_sections: BTreeMap<String, PerLang<Window>> =
            self.later.iter().map(|(group, windows)| (group.key.clone(), windows.clone())).collect();
        let groups = std::mem::take(&mut self.public).into_iter().zip(std::mem::take(&mut self.windows));
        let (inside, public): (Vec<_>, Vec<_>) = groups.partition(|(group, _)| !sections(&group.key).is_empty());
        let mut later = std::mem::take(&mut self.later);
        let keys: Vec<String> = inside.iter().map(|(group, _)| group.key.clone()).collect();
        later.extend(inside);
        for (group, windows) in &mut later {
            for section in sections(&group.key).iter().filter_map(|section| of_sections.get(section)) {
                *windows = languages.map(|lang| windows[lang].within(section[lang]));
            }
        }
        (self.public, self.windows) = public.into_iter().unzip();
        self.later = later;
        self.hidden.extend(keys);
    }
}

/// When a page is public in a language: as its own file says, or else the original's.
fn window(group: &TranslationSet, lang: Lang) -> Window {
    let Publication { draft, publish, expires } =
        visible(group, lang).or_else(|| visible(group, group.original)).unwrap_or_default();
    Window { from: publish, until: expires, draft: draft == Some(true) }
}

/// What decides whether a page is public.
#[derive(Clone, Copy, Default)]
pub(super) struct Publication {
    pub draft: Option<bool>,
    pub publish: Option<Timestamp>,
    pub expires: Option<Timestamp>,
}

/// What a page's file says of that, or else its original; `None` where it has no file.
pub(super) fn visible(group: &TranslationSet, lang: Lang) -> Option<Publication> {
    let own = publication(&group.documents[lang].as_ref()?.front);
    let inherited = group.documents[group.original].as_ref().map(|document| publication(&document.front));
    Some(own.over(inherited.unwrap_or_default()))
}

fn publication(front: &FrontMatter) -> Publication {
    Publication { draft: front.draft, publish: front.publish, expires: front.expires }
}

impl Publication {
    fn over(self, source: Publication) -> Self {
        Self {
            draft: self.draft.or(source.draft),
            publish: self.publish.or(source.publish),
            expires: self.expires.or(source.expires),
        }
    }

    /// Whether that is so at the instant of the build.
    pub(super) fn is_public(self, options: Options) -> bool {
        (options.drafts || self.draft != Some(true))
            && (options.embargoed || self.publish.is_none_or(|publish| publish <= options.at))
            && self.expires.is_none_or(|expires| options.at < expires)
    }
}

/// Every change of every page, past ones included.
pub(crate) fn schedule(groups: &[TranslationSet], languages: &Languages) -> Vec<Change> {
    let mut changes: BTreeMap<(Timestamp, &str, bool), Vec<Lang>> = BTreeMap::new();
    for group in groups {
        for lang in languages.iter() {
            let Some(own) = visible(group, lang).filter(|own| own.draft != Some(true)) else { continue };
            for (at, publishes) in [(own.publish, true), (own.expires, false)] {
                let Some(at) = at else { continue };
                changes.entry((at, group.key.as_str(), publishes)).or_default().push(lang);
            }
        }
    }
    let change = |((at, key, publishes), langs)| Change { at, publishes, key: str::to_string(key), langs };
    changes.into_iter().map(change).collect()
}

pub(super) fn withdraw(groups: &mut [TranslationSet]) {
    for group in groups {
        if !group.documents.present().any(|(_, document)| document.front.withdrawn.is_some()) {
            continue;
        }
        let original = group.documents[group.original].as_ref().and_then(|document| document.front.withdrawn.clone());
        let documents: Vec<_> = group.documents.present().map(|(lang, document)| (lang, document.clone())).collect();
        for (lang, document) in documents {
            let own = document.front.withdrawn.clone();
            if own.is_none() && original.is_none() {
                continue;
            }
            // The date is the same in every language; the reason is a text of its own.
            let date = own.as_ref().and_then(|own| own.date).or(original.as_ref().and_then(|source| source.date));
            let withdrawn = Withdrawn { date, reason: own.and_then(|own| own.reason) };
            group.documents[lang] = Some(Arc::new(emptied(&document, withdrawn)));
        }
    }
}

/// The page with its title, its address and the notice, and nothing else.
fn emptied(document: &Document, withdrawn: Withdrawn) -> Document {
    let front = FrontMatter {
        title: document.front.title.clone(),
        title_span: document.front.title_span.clone(),
        slug: document.front.slug.clone(),
        aliases: document.front.aliases.clone(),
        missing: document.front.missing,
        translation: document.front.translation.clone(),
        withdrawn: Some(withdrawn),
        ..FrontMatter::default()
    };
    Document {
        key: document.key.clone(),
        folder: document.folder.clone(),
        lang: document.lang,
        source: document.source.clone(),
        text: document.text.clone(),
        translatable: document.translatable.clone(),
        front,
        body: Body::default(),
        links: Vec::new(),
        headings: Vec::new(),
        anchors: document.anchors.clone(),
    }
}
