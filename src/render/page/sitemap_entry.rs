//! Which pages search engines may list, with what they are told of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::output_page::{OutputPage, PageKind, TagList};
use crate::model::{Alternate, EntryId, Lang, Listed, PerLang};
use crate::render::input::{RenderInput, SitePage};

/// When lists last changed: with the newest of their pages.
pub(crate) struct ListDates<'s> {
    input: &'s RenderInput,
    sections: BTreeMap<EntryId, PerLang<Option<Date>>>,
    tags: BTreeMap<&'s str, PerLang<Option<Date>>>,
}

impl<'s> ListDates<'s> {
    pub(crate) fn of(input: &'s RenderInput) -> Self {
        let site = &input.site;
        let newest = |ids: &[EntryId], lang: Lang| {
            let pages = ids.iter().filter_map(|id| site.listed_page(*id, lang));
            pages.filter_map(|page| past(input, page.changed())).max()
        };
        let sections = site.entries.iter().enumerate().filter_map(|(index, entry)| {
            let children = entry.children.as_ref()?;
            let is_home = site.home() == Some(EntryId(index));
            let ids = |lang: Lang| if is_home { &site.newest[lang] } else { &children[lang].pages };
            Some((EntryId(index), site.config.languages.map(|lang| newest(ids(lang), lang))))
        });
        let tags = site.tags.iter().map(|(key, tag)| {
            let newest = |lang| newest(&tag.translations[lang].as_ref()?.pages, lang);
            (key.as_str(), site.config.languages.map(newest))
        });
        Self { input, sections: sections.collect(), tags: tags.collect() }
    }

    /// What search engines are told; `None` for what they should not list: a page that stands in for a missing translation,
    /// a draft, an old address, a page for lost addresses.
    pub(crate) fn listed(&self, page: &OutputPage<'_>, alternates: Arc<[Alternate]>) -> Option<Listed> {
        let changed = match &page.kind {
            PageKind::LanguageChoice => None,
            PageKind::Page { shown: SitePage { id, lang, .. }, .. } => {
                let page = self.input.site.own_page(*id, *lang).filter(|page| !page.meta.draft)?;
                let list = self.sections.get(id).and_then(|dates| dates[*lang]);
                // A page changes when its file does, a list also when one of its pages does.
                past(self.input, page.changed()).max(list)
            }
            PageKind::Tag(TagList { key, lang, .. }) => self.tags.get(key).and_then(|dates| dates[*lang]),
            PageKind::Tags(lang) => self.tags.values().filter_map(|dates| dates[*lang]).max(),
            PageKind::Alias(_) | PageKind::NotFound(_) | PageKind::NotFoundAnywhere => return None,
        };
        Some(Listed { path: page.path.clone(), changed, alternates })
    }
}

/// A release may bear the date of an event to come; nothing has changed on a day that is still ahead.
fn past(input: &RenderInput, day: Option<Date>) -> Option<Date> {
    day.filter(|day| *day <= input.today)
}
