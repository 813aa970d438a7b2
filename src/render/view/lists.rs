//! Lists of pages: of a section, a tag, the newest, and of the whole site.

use serde::Serialize;
use tera::Value;

use super::pager::Pager;
use crate::model::{EntryId, Lang};
use crate::render::input::RenderInput;
use crate::render::view_cache::{BasePath, LangView};

/// An entry of a list; null where there is nothing.
#[derive(Debug, Serialize)]
pub(crate) struct Item {
    title: Value,
    description: Value,
    url: Value,
    date: Value,
    year: Value,
    tags: Value,
    /// The language it is in, where that is not the list's: a text.
    lang: Value,
    lang_name: Value,
}

impl Item {
    /// The same as pages in `lang` name it, where it was asked for in the language `shown`.
    pub(crate) fn named_in(mut self, lang: Lang, shown: Lang, language: &LangView) -> Self {
        if shown != lang && self.lang.is_none() {
            self.lang = Value::from(language.tag.as_str());
            self.lang_name = Value::from(language.name.as_str());
        }
        self
    }
}

/// A list: of a section, a tag, or the newest pages.
#[derive(Debug, Serialize)]
pub(crate) struct List {
    pub items: Vec<Item>,
    pub sections: Vec<Item>,
    /// How to get to the rest; `None` when all is here.
    pub pager: Option<Pager>,
}

/// A section with the pages right in it.
#[derive(Debug, Serialize)]
pub(crate) struct SectionView {
    title: Value,
    url: Value,
    items: Vec<Item>,
    count: usize,
}

/// A page as an entry of a list in `lang`; where it has no version in it, the original.
pub(crate) fn item(input: &RenderInput, id: EntryId, lang: Lang, base: &BasePath) -> Option<Item> {
    let summary = input.views.summary(id, lang)?;
    let page = input.site.listed_page(id, lang)?;
    Some(Item {
        title: summary.title.clone(),
        description: summary.description.clone(),
        url: summary.url(base),
        date: summary.listed.clone(),
        year: summary.year.clone(),
        tags: base.tags(lang, &page.meta.tags),
        lang: summary.lang.clone(),
        lang_name: summary.lang_name.clone(),
    })
}

pub(crate) fn items(input: &RenderInput, ids: &[EntryId], lang: Lang, base: &BasePath) -> Vec<Item> {
    ids.iter().filter_map(|id| item(input, *id, lang, base)).collect()
}

/// The sections of a language with their pages, from the home page down; without those in another language. `most` is
/// how many pages of each are listed; the home page's own, which no other list has, are listed all.
pub(crate) fn sections(input: &RenderInput, lang: Lang, base: &BasePath, most: usize) -> Vec<SectionView> {
    let site = &input.site;
    let mut sections = Vec::new();
    let mut next: Vec<EntryId> = site.home().into_iter().collect();
    while let Some(id) = next.pop() {
        let Some(children) = &site.entry(id).children else { continue };
        next.extend(children[lang].sections.iter().rev());
        let Some(Item { title, url, .. }) = item(input, id, lang, base) else { continue };
        let mut own = children[lang].pages.clone();
        own.retain(|id| site.own_page(*id, lang).is_some());
        let count = own.len();
        own.truncate(if sections.is_empty() { usize::MAX } else { most });
        sections.push(SectionView { title, url, items: items(input, &own, lang, base), count });
    }
    sections
}
