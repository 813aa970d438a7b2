//! A page's versions in the site's languages, for whatever names them: the language switcher, the head, the sitemap.
//!
//! Invariant: reciprocal by construction; every version of a page names all of them, itself included. What stands in for a
//! missing translation is none; only drafts name drafts.

use std::sync::Arc;

use tera::Value;

use crate::model::{Alternate, EntryId, Hreflang, Lang, PerLang, SitePath, TagPage, list_path};
use crate::render::input::{RenderInput, SitePage};

#[derive(Clone)]
pub(crate) struct Version {
    pub path: SitePath,
    pub title: Value,
    /// Whether it was written or translated in that language, not put in for a missing translation.
    pub own: bool,
    /// Whether only those who build with drafts see it.
    pub draft: bool,
}

/// A page in each language that has it.
pub(crate) type Versions = PerLang<Option<Version>>;

impl Version {
    /// A page of the site in `lang`, if the language has it.
    pub(crate) fn of(input: &RenderInput, id: EntryId, lang: Lang) -> Option<Self> {
        let SitePage { page, summary, .. } = input.page(id, lang)?;
        let own = page.document.lang == lang && page.document.front.withdrawn.is_none();
        Some(Self { path: page.path.clone(), title: summary.title.clone(), own, draft: page.meta.draft })
    }

    /// A page that the program makes.
    fn made(path: SitePath, title: &str) -> Self {
        Self { path, title: Value::from(title), own: true, draft: false }
    }
}

/// Of a page that has none.
pub(crate) fn none(input: &RenderInput) -> Versions {
    input.site.config.languages.map(|_| None)
}

/// A page, or page N of its list in each language that has as many.
pub(crate) fn of_page(input: &RenderInput, id: EntryId, number: usize) -> Versions {
    input.site.config.languages.map(|lang| {
        let version = Version::of(input, id, lang)?;
        let pages = input.site.entry(id).children.as_ref().map_or(1, |children| children[lang].page_count());
        let path = (number <= pages).then(|| list_path(&version.path, &input.site.pager_words[lang], number))??;
        Some(Version { path, ..version })
    })
}

/// A tag's list in a language.
pub(crate) fn tag_page<'s>(input: &'s RenderInput, key: &str, lang: Lang) -> Option<&'s TagPage> {
    input.site.tags.get(key)?.translations[lang].as_ref()
}

pub(crate) fn of_tag(input: &RenderInput, key: &str, number: usize) -> Versions {
    input.site.config.languages.map(|lang| {
        let tag = tag_page(input, key, lang).filter(|tag| number <= tag.page_count())?;
        Some(Version::made(list_path(&tag.path, &input.site.pager_words[lang], number)?, &tag.name))
    })
}

pub(crate) fn of_tags(input: &RenderInput) -> Versions {
    input.site.config.languages.map(|lang| {
        let path = input.site.tags_index[lang].clone()?;
        Some(Version::made(path, &input.locale(lang).text("tags")))
    })
}

/// The home page, for the language-choice page, which is none of its versions but what stands before them.
pub(crate) fn of_home(input: &RenderInput) -> Versions {
    let home = input.site.home();
    input.site.config.languages.map(|lang| Version::of(input, home?, lang))
}

/// The versions for search engines, for the page of them that stands at `path` and is in `lang`. `x-default` is the
/// language-choice page for home pages, else the first version there is.
pub(crate) fn alternates(input: &RenderInput, lang: Lang, path: &SitePath, versions: &Versions) -> Arc<[Alternate]> {
    let base_url = &input.site.config.base_url;
    let draft = versions[lang].as_ref().is_some_and(|version| version.draft);
    let public = |version: &&Version| version.own && (draft || !version.draft);
    if versions[lang].as_ref().filter(public).is_none() {
        return Arc::default();
    }
    let all = versions.iter().filter_map(|(lang, version)| Some((lang, version.as_ref().filter(public)?)));
    let mut all: Vec<Alternate> = all
        .map(|(lang, version)| Alternate { hreflang: Hreflang::Lang(lang), href: version.path.absolute(base_url) })
        .collect();
    let short = path.as_str().trim_end_matches('/');
    let is_home = short.is_empty() || short == lang.tag();
    let default = is_home.then(|| SitePath::root().absolute(base_url));
    let first = default.or_else(|| all.first().map(|alternate| alternate.href.clone()));
    all.extend(first.map(|href| Alternate { hreflang: Hreflang::Default, href }));
    all.into()
}
