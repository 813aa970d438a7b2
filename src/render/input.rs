//! What rendering draws on: the resolved site and all that belongs to it. It does not change while pages are rendered.

use std::sync::Arc;

use super::templates::UsedFields;
use super::view_cache::{BasePath, PageSummary, ViewCache};
use crate::locale::{Locale, Locales};
use crate::model::{Assets, EntryId, Lang, Page, Pictures, Site};

#[derive(Clone, Debug)]
pub(crate) struct RenderInput {
    pub site: Site,
    pub locales: Arc<Locales>,
    pub assets: Arc<Assets>,
    pub pictures: Arc<Pictures>,
    /// The day the site is built for, in its own zone.
    pub today: jiff::civil::Date,
    /// The fields of pages that the theme's templates use.
    pub used_fields: UsedFields,
    /// What pages show alike.
    pub views: Arc<ViewCache>,
}

/// A page of the site in a language.
#[derive(Clone, Copy)]
pub(crate) struct SitePage<'s> {
    pub id: EntryId,
    pub lang: Lang,
    pub page: &'s Page,
    pub summary: &'s PageSummary,
}

impl RenderInput {
    /// The page of an entry in a language, if it has one.
    pub(crate) fn page(&self, id: EntryId, lang: Lang) -> Option<SitePage<'_>> {
        Some(SitePage { id, lang, page: self.site.page(id, lang)?, summary: self.views.summary(id, lang)? })
    }

    /// The same, if it was written or translated in that language and was not withdrawn.
    pub(crate) fn own_page(&self, id: EntryId, lang: Lang) -> Option<SitePage<'_>> {
        self.site.own_page(id, lang).and_then(|_| self.page(id, lang))
    }

    pub(crate) fn locale(&self, lang: Lang) -> &Locale {
        &self.locales[lang]
    }

    /// What pages show alike that have this way to the site's root. A template may put another one in its place.
    pub(crate) fn base_path(&self, prefix: &str) -> Arc<BasePath> {
        let known = self.views.base_path(prefix).cloned();
        known.unwrap_or_else(|| Arc::new(BasePath::new(&self.site, &self.locales, prefix)))
    }
}
