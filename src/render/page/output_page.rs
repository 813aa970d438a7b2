//! Which pages are made, each with its address.

use crate::model::{EntryId, Lang, SitePath, TagPage, list_path};
use crate::render::input::{RenderInput, SitePage};
use crate::render::templates::Theme;

/// Templates of the pages for addresses that lead nowhere, which a theme may leave out.
pub(super) const NOT_FOUND: &str = "not-found.html";
pub(super) const NOT_FOUND_ANYWHERE: &str = "404.html";

pub(crate) struct OutputPage<'s> {
    pub kind: PageKind<'s>,
    pub path: SitePath,
}

/// What is at an address. Lists have several pages, counted from 1.
pub(crate) enum PageKind<'s> {
    /// The page that lets readers choose a language.
    LanguageChoice,
    /// A page, or one of a section's list.
    Page {
        shown: SitePage<'s>,
        number: usize,
    },
    Tag(TagList<'s>),
    Tags(Lang),
    /// A redirect from an old address.
    Alias(SitePage<'s>),
    /// What a host shows for an address that leads nowhere, in one language.
    NotFound(Lang),
    /// The same in all languages.
    NotFoundAnywhere,
}

/// A page of a tag's list.
#[derive(Clone, Copy)]
pub(crate) struct TagList<'s> {
    pub key: &'s str,
    pub lang: Lang,
    pub tag: &'s TagPage,
    pub number: usize,
}

impl<'s> OutputPage<'s> {
    /// Every page of the output, in a fixed order.
    pub(crate) fn all(input: &'s RenderInput, theme: &Theme) -> Vec<Self> {
        let site = &input.site;
        let mut pages = vec![Self { kind: PageKind::LanguageChoice, path: SitePath::root() }];
        pages.extend((0..site.entries.len()).flat_map(|index| Self::of_entry(input, EntryId(index))));
        for lang in site.config.languages.iter() {
            let tags = site.tags_index[lang].iter();
            pages.extend(tags.map(|path| Self { kind: PageKind::Tags(lang), path: path.clone() }));
            pages.extend(site.tags.iter().flat_map(|(key, tag)| {
                tag.translations[lang].iter().flat_map(move |tag| Self::of_tag(input, key, lang, tag))
            }));
        }
        pages.extend(not_found(input, theme));
        let alias = |(path, (id, lang)): (&SitePath, &(EntryId, Lang))| {
            Some(Self { kind: PageKind::Alias(input.page(*id, *lang)?), path: path.clone() })
        };
        pages.extend(site.aliases.iter().filter_map(alias));
        pages
    }

    /// The pages of an entry in all languages.
    pub(crate) fn of_entry(input: &'s RenderInput, id: EntryId) -> impl Iterator<Item = Self> {
        let children = input.site.entry(id).children.as_ref();
        input.site.config.languages.iter().filter_map(move |lang| input.page(id, lang)).flat_map(move |shown| {
            let pages = children.map_or(1, |children| children[shown.lang].page_count());
            (1..=pages).filter_map(move |number| {
                let path = list_path(&shown.page.path, &input.site.pager_words[shown.lang], number)?;
                Some(Self { kind: PageKind::Page { shown, number }, path })
            })
        })
    }

    fn of_tag(input: &'s RenderInput, key: &'s str, lang: Lang, tag: &'s TagPage) -> impl Iterator<Item = Self> {
        (1..=tag.page_count()).filter_map(move |number| {
            let path = list_path(&tag.path, &input.site.pager_words[lang], number)?;
            Some(Self { kind: PageKind::Tag(TagList { key, lang, tag, number }), path })
        })
    }

    /// The language that a page counts for; those for all languages and redirects count for none.
    pub(crate) fn lang(&self) -> Option<Lang> {
        match &self.kind {
            PageKind::Page { shown, .. } => Some(shown.lang),
            PageKind::Tag(TagList { lang, .. }) | PageKind::Tags(lang) => Some(*lang),
            _ => None,
        }
    }

    /// What to call it in messages.
    pub(crate) fn name(&self) -> String {
        match &self.kind {
            PageKind::Page { shown, .. } => shown.page.document.source.path.clone(),
            _ => self.path.to_string(),
        }
    }
}

fn not_found<'s>(input: &'s RenderInput, theme: &Theme) -> Vec<OutputPage<'s>> {
    let languages = input.site.config.languages.iter().filter(|_| theme.has(NOT_FOUND));
    let own = languages.map(|lang| (PageKind::NotFound(lang), format!("{lang}/404.html")));
    let anywhere = theme.has(NOT_FOUND_ANYWHERE).then(|| (PageKind::NotFoundAnywhere, "404.html".to_string()));
    let pages = own.chain(anywhere);
    pages.filter_map(|(kind, path)| Some(OutputPage { kind, path: SitePath::file(&path)? })).collect()
}
