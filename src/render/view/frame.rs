//! What surrounds every page: the site, menus, the language switcher, alternates, breadcrumbs.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::LinkView;
use crate::model::config::{Localized, MenuEntry, MenuTarget};
use crate::model::lang::{Lang, PerLang};
use crate::model::site::{EntryId, Page};
use crate::model::url::{SitePath, encode};
use crate::render::Stage;

/// A language as templates see it.
#[derive(Debug, Serialize)]
pub struct LangView {
    /// BCP 47 tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
}

/// The site as templates see it.
#[derive(Debug, Serialize)]
pub struct SiteView {
    /// Its title.
    pub title: String,
    /// The home page's description.
    pub description: Option<String>,
    /// The language's home page, relative.
    pub home: String,
    /// The public address.
    pub base_url: String,
    /// The page to search from, relative; null where the language has none.
    pub search: Option<String>,
    /// The calendar of the language's events, relative; null where it has none.
    pub calendar: Option<String>,
    /// The content's licence.
    pub license: Option<String>,
    /// The publisher's fields, each a text or nothing; groups are mappings.
    pub publisher: Value,
    /// Fields of the publisher that are unset.
    pub unset: Vec<String>,
}

/// A menu's entry.
#[derive(Debug, Serialize)]
pub struct MenuView {
    /// Its text.
    pub label: String,
    /// Its address.
    pub url: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether this page lies in it.
    pub ancestor: bool,
}

/// An entry of the language switcher.
#[derive(Debug, Serialize)]
pub struct SwitchView {
    /// BCP 47 tag.
    pub tag: String,
    /// The language's own name.
    pub name: String,
    /// Where it leads.
    pub url: String,
    /// Whether it is this page's language.
    pub current: bool,
    /// Whether it leads to this page's translation, not to the nearest page that exists.
    pub translated: bool,
    /// The title of what it leads to.
    pub title: String,
}

/// `<link rel="alternate" hreflang>`.
#[derive(Debug, Serialize)]
pub struct Alternate {
    /// A BCP 47 tag, or `x-default`.
    pub hreflang: String,
    /// Absolute.
    pub href: String,
}

/// Everything around a page.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// The page's language.
    pub lang: LangView,
    /// The way up to the site's root, for functions.
    pub root: String,
    /// The site.
    pub site: SiteView,
    /// Menus by name.
    pub menus: BTreeMap<String, Vec<MenuView>>,
    /// The language switcher.
    pub languages: Vec<SwitchView>,
    /// The page's versions for search engines.
    pub alternates: Vec<Alternate>,
    /// From the home page to the parent.
    pub breadcrumbs: Vec<LinkView>,
}

/// What the frame needs to know of the page inside it.
pub struct Subject<'a> {
    pub lang: Lang,
    pub path: &'a SitePath,
    /// The way to the site's root: relative, but for a page that is shown at any address.
    pub root: String,
    /// The page in each language that has it.
    pub versions: PerLang<Option<Version>>,
    /// The section it lies in, from which breadcrumbs go up and the switcher falls back.
    pub section: Option<EntryId>,
    /// A further breadcrumb before the page: the list of tags.
    pub parent: Option<LinkView>,
}

/// A page in a language.
#[derive(Clone)]
pub struct Version {
    pub path: SitePath,
    pub title: String,
    /// Whether it was written or translated in that language, not put in for a missing translation, nor withdrawn.
    pub own: bool,
}

impl Version {
    /// A page of the site in `lang`.
    pub fn of(page: &Page, lang: Lang) -> Self {
        let own = page.document.lang == lang && page.document.front.withdrawn.is_none();
        Self { path: page.path.clone(), title: page.document.front.title.clone(), own }
    }
}

impl Subject<'_> {
    /// The address of a page of the site, as this page names it.
    fn link(&self, path: &SitePath) -> String {
        format!("{}{}", self.root, encode(path.as_str()))
    }
}

/// A language's own name.
pub fn own_name(stage: &Stage, lang: Lang) -> String {
    stage.locales[lang].text("language-name")
}

/// A language for templates.
pub fn lang_view(stage: &Stage, lang: Lang) -> LangView {
    let dir = match lang.primary() {
        "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "dv" | "ckb" => "rtl",
        _ => "ltr",
    };
    LangView { tag: lang.to_string(), name: own_name(stage, lang), dir }
}

/// The frame of a page.
pub fn frame(stage: &Stage, subject: Subject<'_>) -> Frame {
    let root = subject.root.clone();
    Frame {
        lang: lang_view(stage, subject.lang),
        site: site_view(stage, subject.lang, &root),
        menus: menus(stage, &subject),
        languages: switcher(stage, &subject),
        alternates: alternates(stage, &subject),
        breadcrumbs: breadcrumbs(stage, &subject),
        root,
    }
}

/// The site for templates.
pub fn site_view(stage: &Stage, lang: Lang, root: &str) -> SiteView {
    let config = &stage.site.config;
    let home = stage.site.home().and_then(|home| stage.site.page(home, lang));
    SiteView {
        title: stage.locales[lang].text(&config.title.value),
        description: home.and_then(|home| home.document.front.description.clone()),
        home: format!("{root}{lang}/"),
        base_url: config.base_url.clone(),
        search: search(stage, lang, root),
        calendar: stage.site.calendars[lang].as_ref().map(|path| format!("{root}{}", encode(path.as_str()))),
        license: config.license.clone(),
        publisher: publisher(stage, lang),
        unset: config.unset.clone(),
    }
}

/// The address of the language's search page, from a page whose way to the root is `root`.
fn search(stage: &Stage, lang: Lang, root: &str) -> Option<String> {
    let page = stage.site.own_page(stage.site.search?, lang)?;
    Some(format!("{root}{}", encode(page.path.as_str())))
}

/// Fields as nested mappings: `publisher.press.email`.
fn publisher(stage: &Stage, lang: Lang) -> Value {
    let text = |value: &Option<Localized>| {
        let value = value.as_ref()?;
        value.get(lang.tag()).or_else(|| value.get("")).or_else(|| value.values().next()).cloned()
    };
    let mut fields: BTreeMap<&str, Value> = BTreeMap::new();
    let mut groups: BTreeMap<&str, BTreeMap<&str, Option<String>>> = BTreeMap::new();
    for (path, value) in &stage.site.config.publisher {
        match path.split_once('.') {
            Some((group, key)) => _ = groups.entry(group).or_default().insert(key, text(value)),
            None => _ = fields.insert(path, Value::from_serializable(&text(value))),
        }
    }
    fields.extend(groups.iter().map(|(group, values)| (*group, Value::from_serializable(values))));
    Value::from_serializable(&fields)
}

fn menus(stage: &Stage, subject: &Subject<'_>) -> BTreeMap<String, Vec<MenuView>> {
    let menus = stage.site.config.menus.iter();
    menus.map(|(name, entries)| (name.clone(), menu(stage, subject, entries))).collect()
}

fn menu(stage: &Stage, subject: &Subject<'_>, entries: &[MenuEntry]) -> Vec<MenuView> {
    entries.iter().filter_map(|entry| menu_entry(stage, subject, entry)).collect()
}

fn menu_entry(stage: &Stage, subject: &Subject<'_>, entry: &MenuEntry) -> Option<MenuView> {
    let (site, lang) = (&stage.site, subject.lang);
    let locale = &stage.locales[lang];
    let label = entry.label.as_ref().map(|label| locale.text(&label.value));
    let (path, title) = match &entry.target {
        MenuTarget::Url(url) => {
            let label = label.unwrap_or_else(|| url.clone());
            return Some(MenuView { label, url: url.clone(), current: false, ancestor: false });
        }
        MenuTarget::Tags => (site.tags_index[lang].as_ref()?, locale.text("tags")),
        MenuTarget::Page(page) => {
            let id = find(stage, &page.value)?;
            let page = site.page(id, lang)?;
            (&page.path, page.document.front.title.clone())
        }
    };
    let home = path.as_str().trim_end_matches('/') == lang.tag();
    Some(MenuView {
        label: label.unwrap_or(title),
        url: subject.link(path),
        current: path == subject.path,
        ancestor: !home && path != subject.path && subject.path.as_str().starts_with(path.as_str()),
    })
}

/// The entry that a menu's page names; `resolve` has checked that it exists.
fn find(stage: &Stage, page: &str) -> Option<EntryId> {
    let key = page.trim_matches('/').trim_end_matches(".md");
    let candidates = [key.to_string(), format!("{key}/_index"), key.trim_end_matches("/index").to_string()];
    let key = if key.is_empty() { vec!["_index".to_string()] } else { candidates.to_vec() };
    key.iter().find_map(|key| stage.site.by_key.get(key)).copied()
}

/// Each language's own version, or the nearest section that exists in it.
fn switcher(stage: &Stage, subject: &Subject<'_>) -> Vec<SwitchView> {
    let view = |lang: Lang| {
        let version = subject.versions[lang].clone();
        let translated = version.as_ref().is_some_and(|version| version.own);
        let Version { path, title, .. } = version.or_else(|| nearest_section(stage, subject.section, lang))?;
        Some(SwitchView {
            tag: lang.to_string(),
            name: own_name(stage, lang),
            url: subject.link(&path),
            current: lang == subject.lang,
            translated,
            title,
        })
    };
    stage.site.config.languages.iter().filter_map(view).collect()
}

fn nearest_section(stage: &Stage, section: Option<EntryId>, lang: Lang) -> Option<Version> {
    let mut next = section.or(stage.site.home());
    while let Some(id) = next {
        if let Some(page) = stage.site.page(id, lang) {
            return Some(Version::of(page, lang));
        }
        next = stage.site.entry(id).section;
    }
    None
}

/// Reciprocal by construction: every version of a page lists all of them, itself included. What stands in for a missing
/// translation is none.
fn alternates(stage: &Stage, subject: &Subject<'_>) -> Vec<Alternate> {
    let base_url = &stage.site.config.base_url;
    if subject.versions[subject.lang].as_ref().is_none_or(|version| !version.own) {
        return Vec::new();
    }
    let own =
        |version: &Option<Version>| version.as_ref().filter(|version| version.own).map(|version| version.path.clone());
    let versions = subject.versions.iter().filter_map(|(lang, version)| Some((lang, own(version)?)));
    let mut all: Vec<Alternate> =
        versions.map(|(lang, path)| Alternate { hreflang: lang.to_string(), href: path.absolute(base_url) }).collect();
    let is_home = subject.path.as_str().trim_end_matches('/') == subject.lang.tag();
    let default = if is_home { Some(SitePath::root().absolute(base_url)) } else { None };
    let first = default.or_else(|| all.first().map(|alternate| alternate.href.clone()));
    all.extend(first.map(|href| Alternate { hreflang: "x-default".into(), href }));
    all
}

fn breadcrumbs(stage: &Stage, subject: &Subject<'_>) -> Vec<LinkView> {
    let mut crumbs: Vec<LinkView> = Vec::new();
    let mut next = subject.section;
    while let Some(id) = next {
        if let Some(page) = stage.site.page(id, subject.lang) {
            let title = page.document.front.title.clone();
            crumbs.push(LinkView { title, url: subject.link(&page.path) });
        }
        next = stage.site.entry(id).section;
    }
    crumbs.reverse();
    crumbs.extend(subject.parent.clone());
    crumbs
}

/// A language on the language-choice page.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// BCP 47 tag.
    pub tag: String,
    /// The language's own name.
    pub name: String,
    /// Its home page.
    pub url: String,
    /// The site's title in it.
    pub title: String,
    /// The home page's description in it.
    pub description: Option<String>,
    /// Its search page.
    pub search: Option<String>,
    /// The menus by name, in the language.
    pub menus: BTreeMap<String, Vec<MenuView>>,
}

/// Every language, for a page that speaks all of them; `root` is its way to the site's root.
pub fn choices(stage: &Stage, root: &str) -> Vec<Choice> {
    let here = SitePath::root();
    let choice = |lang: Lang| {
        let home = stage.site.page(stage.site.home()?, lang)?;
        let versions = stage.site.config.languages.map(|_| None);
        let subject = Subject { lang, path: &here, root: root.into(), versions, section: None, parent: None };
        Some(Choice {
            tag: lang.to_string(),
            name: own_name(stage, lang),
            url: format!("{root}{}", encode(home.path.as_str())),
            title: stage.locales[lang].text(&stage.site.config.title.value),
            description: home.document.front.description.clone(),
            search: search(stage, lang, root),
            menus: menus(stage, &subject),
        })
    };
    stage.site.config.languages.iter().filter_map(choice).collect()
}
