//! A page's versions in the site's languages, for whatever names them: the language switcher, the head, the sitemap.
//!
//! In: the site. Out: an address and a title a language. Invariant: reciprocal by construction; every version of a page
//! names all of them, itself included. What stands in for a missing translation is none; only drafts name drafts.

use std::sync::Arc;

use tera::Value;

use super::{Stage, view};
use crate::model::lang::{Lang, PerLang};
use crate::model::listing::{Alternate, Hreflang};
use crate::model::site::{Children, EntryId, TagPage};
use crate::model::url::SitePath;

/// Pages of a tag's list.
pub const TAG_PAGE: usize = 50;

/// A page in a language.
#[derive(Clone)]
pub struct Version {
    pub path: SitePath,
    /// A text.
    pub title: Value,
    /// The entry whose page it is; `None` for a further page of a list, and for what the program makes.
    pub entry: Option<EntryId>,
    /// Whether it was written or translated in that language, not put in for a missing translation.
    pub own: bool,
    /// Whether only those who build with drafts see it.
    pub draft: bool,
}

/// A page in each language that has it.
pub type Versions = PerLang<Option<Version>>;

impl Version {
    /// A page of the site in `lang`, if the language has it.
    pub fn of(stage: &Stage, id: EntryId, lang: Lang) -> Option<Self> {
        let page = stage.site.page(id, lang)?;
        let title = view::mention(stage, id, lang)?.title.clone();
        let own = page.document.lang == lang && page.document.front.withdrawn.is_none();
        Some(Self { path: page.path.clone(), title, entry: Some(id), own, draft: page.meta.draft })
    }

    /// A page that the program makes.
    fn made(path: SitePath, title: &str) -> Self {
        Self { path, title: Value::from(title), entry: None, own: true, draft: false }
    }
}

/// Pages of a section's list.
pub fn pages_of(children: &Children) -> usize {
    children.paginate_by.map_or(1, |by| children.pages.len().div_ceil(by).max(1))
}

/// A tag's list in a language.
pub fn tag_page<'s>(stage: &'s Stage, key: &str, lang: Lang) -> Option<&'s TagPage> {
    stage.site.tags.get(key)?.translations[lang].as_ref()
}

/// A page, or page N of its list in each language that has as many.
pub fn of_page(stage: &Stage, id: EntryId, number: usize) -> Versions {
    stage.site.config.languages.map(|lang| {
        let version = Version::of(stage, id, lang)?;
        if number == 1 {
            return Some(version);
        }
        let pages = stage.site.entry(id).children.as_ref().map_or(1, |children| pages_of(&children[lang]));
        let path = view::pager_path(stage, lang, &version.path, number);
        (number <= pages).then_some(Version { path, entry: None, ..version })
    })
}

/// Page N of a tag's list.
pub fn of_tag(stage: &Stage, key: &str, number: usize) -> Versions {
    stage.site.config.languages.map(|lang| {
        let tag = tag_page(stage, key, lang)?;
        let path = view::pager_path(stage, lang, &tag.path, number);
        (number <= tag.pages.len().div_ceil(TAG_PAGE)).then(|| Version::made(path, &tag.name))
    })
}

/// The list of tags.
pub fn of_tags(stage: &Stage) -> Versions {
    stage.site.config.languages.map(|lang| {
        let path = stage.site.tags_index[lang].clone()?;
        Some(Version::made(path, &stage.locales[lang].text("tags")))
    })
}

/// The home page, for the language-choice page, which is none of its versions but what stands before them.
pub fn of_home(stage: &Stage) -> Versions {
    let home = stage.site.home();
    stage.site.config.languages.map(|lang| Version::of(stage, home?, lang))
}

/// A page's versions for search engines, and the same as templates see it: a list of [`Alternate`].
#[derive(Clone, Debug)]
pub struct Alternates {
    pub list: Arc<[Alternate]>,
    pub value: Value,
}

impl Alternates {
    /// Of a page that nobody is to find.
    pub fn none() -> Self {
        Self::of(Vec::new())
    }

    fn of(list: Vec<Alternate>) -> Self {
        let value = Value::from_serializable(&list);
        Self { list: list.into(), value }
    }
}

/// The versions of the page that was made last: its other languages are made next, and name the same.
#[derive(Debug, Default)]
pub struct Last(Option<(Same, Alternates)>);

/// The entry, the number of its list's page, and whether the version is of its own language and a draft.
type Same = (EntryId, usize, Option<(bool, bool)>);

impl Last {
    /// Those of page N of an entry in a language: what was made last, or what `make` makes.
    pub fn alternates(
        &mut self,
        (id, lang, number): (EntryId, Lang, usize),
        versions: &Versions,
        make: impl FnOnce() -> Alternates,
    ) -> Alternates {
        let same = (id, number, versions[lang].as_ref().map(|version| (version.own, version.draft)));
        match &self.0 {
            Some((of, known)) if *of == same => known.clone(),
            _ => self.0.insert((same, make())).1.clone(),
        }
    }
}

/// The versions for search engines, for the page of them that stands at `path` and is in `lang`. `x-default` is the
/// language-choice page for home pages, else the first version there is.
pub fn alternates(stage: &Stage, lang: Lang, path: &SitePath, versions: &Versions) -> Alternates {
    let base_url = &stage.site.config.base_url;
    let draft = versions[lang].as_ref().is_some_and(|version| version.draft);
    let public = |version: &&Version| version.own && (draft || !version.draft);
    if versions[lang].as_ref().filter(public).is_none() {
        return Alternates::none();
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
    Alternates::of(all)
}
