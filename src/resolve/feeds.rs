//! Which feeds and press kits the site has, and which pages are in each.
//!
//! In: the entries with their tags, and what `site.yaml` asks for. Out: plans. Invariant: a feed or kit of a language holds
//! only dated pages written in it or translated into it; never a draft, and never another language's page in its place.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::links::{Found, LinkTargets};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locales;
use crate::model::{
    At, Config, Entry, EntryId, FeedOf, FeedPages, FeedPlan, FeedTags, Feeds, Lang, Page, SitePath, Tag, is_section,
    is_within,
};

/// A press kit's name, beside its page.
const KIT: &str = "press-kit.zip";

/// The sections that `site.yaml` names; `no_section` is what is said of another page. One that is not public yet will have
/// its feed when it is.
pub(super) fn sections(
    targets: &LinkTargets<'_>,
    named: &[At<String>],
    no_section: Code,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<EntryId> {
    let mut found = Vec::new();
    for page in named {
        let at = targets.at(&page.span);
        match targets.find(&page.value) {
            Found::Page(id, _) if is_section(&targets.entries[id.0].key) => found.push(id),
            Found::Page(..) => diagnostics.push(Diagnostic::at(no_section, at).with("dest", &page.value)),
            Found::Invalid | Found::Hidden => {}
            Found::Nothing => diagnostics.push(targets.broken(at, &page.value, true)),
        }
    }
    found
}

/// Reports tags in `feeds` that no page and no locale file knows.
pub(super) fn check_tags(
    targets: &LinkTargets<'_>,
    tags: &BTreeMap<String, Tag>,
    locales: &Locales,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(Feeds { tags: FeedTags::Named(named), .. }) = &targets.config.feeds else { return };
    let names = locales.iter().flat_map(|(_, locale)| locale.known("tag-"));
    let known: Vec<String> = names.filter_map(|name| Some(name.strip_prefix("tag-")?.to_string())).collect();
    for tag in named.iter().filter(|tag| !tags.contains_key(&tag.value) && !known.contains(&tag.value)) {
        let at = targets.at(&tag.span);
        let unknown = Diagnostic::at(Code::UnknownTag, at).with("tag", &tag.value);
        let known = known.iter().chain(tags.keys()).map(String::as_str);
        diagnostics.push(unknown.nearest(&tag.value, known));
    }
}

/// What feeds are planned from.
pub(super) struct FeedPlanner<'a> {
    pub config: &'a Config,
    pub entries: &'a [Arc<Entry>],
    pub tags: &'a BTreeMap<String, Tag>,
    pub sections: &'a [EntryId],
}

impl FeedPlanner<'_> {
    /// The feeds: the languages' own, then those of sections, then those of tags.
    pub(super) fn plan(&self) -> Vec<FeedPlan> {
        let Some(feeds) = &self.config.feeds else { return Vec::new() };
        let all: Vec<EntryId> = (0..self.entries.len()).map(EntryId).collect();
        let home = self.entries.iter().position(|entry| entry.key == "_index").map(EntryId);
        let mut plans = Vec::new();
        plans.extend(home.map(|home| self.of_page(FeedOf::Language, home, &all)));
        for (index, id) in self.sections.iter().enumerate() {
            if Some(*id) != home && !self.sections[..index].contains(id) {
                let inside: Vec<EntryId> = all
                    .iter()
                    .copied()
                    .filter(|page| is_within(self.entries, self.entries[page.0].section, *id))
                    .collect();
                plans.push(self.of_page(FeedOf::Section(*id), *id, &inside));
            }
        }
        let wanted = |key: &str| match &feeds.tags {
            FeedTags::All => true,
            FeedTags::Named(named) => named.iter().any(|tag| tag.value == key),
        };
        plans.extend(self.tags.iter().filter(|(key, _)| wanted(key)).map(|(key, tag)| self.of_tag(key, tag)));
        plans
    }

    /// The feed beside a home page or a section's page.
    fn of_page(&self, of: FeedOf, id: EntryId, pages: &[EntryId]) -> FeedPlan {
        let translations = self.config.languages.map(|lang| {
            let page = self.own(id, lang)?;
            self.pages(&page.path, lang, pages)
        });
        FeedPlan { of, translations }
    }

    fn of_tag(&self, key: &str, tag: &Tag) -> FeedPlan {
        let translations = self.config.languages.map(|lang| {
            let tag = tag.translations[lang].as_ref()?;
            self.pages(&tag.path, lang, &tag.pages)
        });
        FeedPlan { of: FeedOf::Tag(key.to_string()), translations }
    }

    fn pages(&self, page: &SitePath, lang: Lang, ids: &[EntryId]) -> Option<FeedPages> {
        let dated = |id: &EntryId| {
            let entry = &self.entries[id.0];
            let page = self.own(*id, lang).filter(|page| !page.meta.draft && entry.children.is_none())?;
            // What was published on one day stands in the order of events.
            Some((Reverse(page.meta.date?), Reverse(page.meta.listed_day()), entry.key.as_str(), *id))
        };
        let mut entries: Vec<_> = ids.iter().filter_map(dated).collect();
        let most = self.config.feeds.as_ref().map_or(0, |feeds| feeds.items);
        if most < entries.len() {
            entries.select_nth_unstable(most);
            entries.truncate(most);
        }
        entries.sort_unstable();
        let entries: Vec<EntryId> = entries.into_iter().map(|(.., id)| id).collect();
        let file = |name: &str| SitePath::file(&format!("{}{name}", page.as_str()));
        let (atom, json) = (file("feed.xml")?, file("feed.json")?);
        (!entries.is_empty()).then(|| FeedPages { page: page.clone(), atom, json, entries })
    }

    /// The page in a language, unless another language's stands in its place.
    fn own(&self, id: EntryId, lang: Lang) -> Option<&Page> {
        self.entries[id.0].translations[lang].as_ref().filter(|page| page.document.lang == lang)
    }
}

/// The press kits, by page and language: those of the pages in these sections.
pub(super) fn press_kits(entries: &[Arc<Entry>], sections: &[EntryId]) -> BTreeMap<(EntryId, Lang), SitePath> {
    let mut kits = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.children.is_none()) {
        if !sections.iter().any(|section| is_within(entries, entry.section, *section)) {
            continue;
        }
        for (lang, page) in entry.translations.present() {
            let is_release = page.document.lang == lang && page.meta.date.is_some() && !page.meta.draft;
            if is_release && page.document.front.withdrawn.is_none() {
                let path = SitePath::file(&format!("{}{KIT}", page.path.as_str()));
                kits.extend(path.map(|path| ((EntryId(index), lang), path)));
            }
        }
    }
    kits
}
