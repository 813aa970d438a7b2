//! What surrounds every page: the site, menus, the language switcher, breadcrumbs.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::feeds;
use super::{LinkView, locale, mention};
use crate::model::config::Localized;
use crate::model::feed::FeedOf;
use crate::model::lang::Lang;
use crate::model::site::{Destination, EntryId, MenuItem};
use crate::model::url::SitePath;
use crate::render::Stage;
use crate::render::shared::{Around, Root};
use crate::render::versions::{Version, Versions};

/// A language as templates see it.
#[derive(Debug, Serialize)]
pub struct LangView {
    /// BCP 47 tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language with its region for Open Graph, such as `de_DE`; null where the region is not known.
    pub locale: Option<String>,
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
    /// The list of tags, relative; null where the language has none.
    pub tags: Option<String>,
    /// The calendar of the language's events, relative; null where it has none.
    pub calendar: Option<String>,
    /// Whether search engines may list the site.
    pub index: bool,
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
    /// Its address, a text.
    pub url: Value,
    /// Whether it is this page.
    pub current: bool,
    /// Whether this page lies in it.
    pub ancestor: bool,
}

/// An entry of the language switcher.
#[derive(Debug, Serialize)]
pub struct SwitchView<'s> {
    /// BCP 47 tag.
    pub tag: &'s str,
    /// The language's own name.
    pub name: &'s str,
    /// As for the page's language.
    pub locale: Option<&'s str>,
    /// Where it leads, a text.
    pub url: Value,
    /// Whether it is this page's language.
    pub current: bool,
    /// Whether it leads to this page's translation, not to the nearest page that exists.
    pub translated: bool,
    /// The title of what it leads to, a text.
    pub title: Value,
}

/// Everything around a page. What many pages have alike is a value that they share.
#[derive(Debug)]
pub struct Frame<'s> {
    /// The page's language: a [`LangView`].
    pub lang: Value,
    /// The way up to the site's root, for functions.
    pub root: Arc<Root>,
    /// The site: a [`SiteView`].
    pub site: Value,
    /// Menus by name, each a list of [`MenuView`].
    pub menus: Value,
    /// The language switcher.
    pub languages: Vec<SwitchView<'s>>,
    /// From the home page to the parent: a list of [`LinkView`].
    pub breadcrumbs: Value,
    /// Feeds that this page is to offer, the language's first: a list of [`FeedView`](super::feeds::FeedView).
    pub feeds: Value,
}

impl Frame<'_> {
    /// By the names that templates know.
    pub fn fields(self) -> [(&'static str, Value); 7] {
        [
            ("lang", self.lang),
            ("root", Value::from(self.root.way())),
            ("site", self.site),
            ("menus", self.menus),
            ("languages", Value::from_serializable(&self.languages)),
            ("breadcrumbs", self.breadcrumbs),
            ("feeds", self.feeds),
        ]
    }
}

/// What the frame needs to know of the page inside it.
pub struct Subject<'a> {
    pub lang: Lang,
    pub path: &'a SitePath,
    /// The way to the site's root: relative, but for a page that is shown at any address.
    pub root: Arc<Root>,
    /// The page in each language that has it.
    pub versions: Versions,
    /// The section it lies in, from which breadcrumbs go up and the switcher falls back.
    pub section: Option<EntryId>,
    /// A further breadcrumb before the page: the list of tags.
    pub parent: Option<Crumb>,
    /// The section or tag that it is the page of.
    pub of: Option<FeedOf>,
}

/// A page above another one.
#[derive(Clone)]
pub struct Crumb {
    pub title: String,
    pub path: SitePath,
}

impl Subject<'_> {
    /// The address of a page of the site, as this page names it.
    pub fn link(&self, path: &SitePath) -> Value {
        self.root.link(path)
    }
}

/// A language's own name.
pub fn own_name(stage: &Stage, lang: Lang) -> String {
    stage.locales[lang].text("language-name")
}

/// A language for templates.
pub fn lang_view(stage: &Stage, lang: Lang) -> &(LangView, Value) {
    stage.shared.lang(lang, || new_lang_view(stage, lang))
}

fn new_lang_view(stage: &Stage, lang: Lang) -> LangView {
    let dir = match lang.primary() {
        "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "dv" | "ckb" => "rtl",
        _ => "ltr",
    };
    LangView { tag: lang.to_string(), name: own_name(stage, lang), dir, locale: locale(lang.tag()) }
}

/// The frame of a page.
pub fn frame<'s>(stage: &'s Stage, subject: &Subject<'s>) -> Frame<'s> {
    let (lang, root, section) = (subject.lang, subject.root.clone(), subject.section);
    let trail = || {
        let crumbs = trail(stage, subject).into_iter();
        crumbs
            .map(|crumb| LinkView { title: Value::from(crumb.title.as_str()), url: subject.link(&crumb.path) })
            .collect::<Vec<_>>()
    };
    let breadcrumbs = match subject.parent {
        None => root.around(Around::Trail, (lang, section), trail),
        Some(_) => Value::from_serializable(&trail()),
    };
    let feeds = match subject.of {
        None => root.around(Around::Feeds, (lang, section), || feeds::feeds(stage, subject)),
        Some(_) => Value::from_serializable(&feeds::feeds(stage, subject)),
    };
    Frame {
        lang: lang_view(stage, lang).1.clone(),
        site: root.site(lang, || site_view(stage, lang, root.way())),
        menus: shared_menus(stage, subject),
        languages: switcher(stage, subject),
        breadcrumbs,
        feeds,
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
        tags: stage.site.tags_index[lang].as_ref().map(|path| path.below(root)),
        calendar: stage.site.calendars[lang].as_ref().map(|path| path.below(root)),
        index: config.index,
        license: config.license.clone(),
        publisher: publisher(stage, lang),
        unset: config.unset.clone(),
    }
}

/// The address of the language's search page, from a page whose way to the root is `root`.
fn search(stage: &Stage, lang: Lang, root: &str) -> Option<String> {
    let page = stage.site.own_page(stage.site.search?, lang)?;
    Some(page.path.below(root))
}

/// A text in a language, else the one for all, else any.
pub fn in_language(value: &Localized, lang: Lang) -> Option<String> {
    value.get(lang.tag()).or_else(|| value.get("")).or_else(|| value.values().next()).cloned()
}

/// The publisher's name, where it is set.
pub fn publisher_name(stage: &Stage, lang: Lang) -> Option<String> {
    in_language(stage.site.config.publisher.get("name")?.as_ref()?, lang)
}

/// Fields as nested mappings: `publisher.press.email`.
fn publisher(stage: &Stage, lang: Lang) -> Value {
    let text = |value: &Option<Localized>| in_language(value.as_ref()?, lang);
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

/// The menus as all pages see them to which their entries stand in the same way.
fn shared_menus(stage: &Stage, subject: &Subject<'_>) -> Value {
    let entries = || stage.site.menus.values().flatten();
    let path = |entry| target(stage, subject.lang, entry).map(|(path, _)| path.clone());
    let paths = stage.shared.menu_paths(subject.lang, || entries().map(path).collect());
    let by = paths.iter().map(|path| match path.as_ref().map(|path| standing(subject, path)) {
        Some((true, _)) => '=',
        Some((_, true)) => '<',
        _ => '-',
    });
    subject.root.menus(subject.lang, &by.collect::<String>(), || menus(stage, subject))
}

fn menus(stage: &Stage, subject: &Subject<'_>) -> BTreeMap<String, Vec<MenuView>> {
    let menu = |entries: &[MenuItem]| entries.iter().filter_map(|entry| menu_entry(stage, subject, entry)).collect();
    stage.site.menus.iter().map(|(name, entries)| (name.clone(), menu(entries))).collect()
}

fn menu_entry(stage: &Stage, subject: &Subject<'_>, entry: &MenuItem) -> Option<MenuView> {
    let label = entry.label.as_ref().map(|label| stage.locales[subject.lang].text(label));
    if let Destination::Url(url) = &entry.destination {
        let label = label.unwrap_or_else(|| url.clone());
        return Some(MenuView { label, url: Value::from(url.as_str()), current: false, ancestor: false });
    }
    let (path, title) = target(stage, subject.lang, entry)?;
    let (current, ancestor) = standing(subject, path);
    Some(MenuView { label: label.unwrap_or(title), url: subject.link(path), current, ancestor })
}

/// The page of the site that an entry leads to, with its title; `None` where the language has none, or it leads elsewhere.
fn target<'s>(stage: &'s Stage, lang: Lang, entry: &MenuItem) -> Option<(&'s SitePath, String)> {
    match &entry.destination {
        Destination::Url(_) => None,
        Destination::Tags => Some((stage.site.tags_index[lang].as_ref()?, stage.locales[lang].text("tags"))),
        Destination::Page(id, named) => {
            let page = stage.site.page(*id, named.unwrap_or(lang))?;
            Some((&page.path, page.document.front.title.clone()))
        }
    }
}

/// Whether the page is the one at `path`, or lies in it.
fn standing(subject: &Subject<'_>, path: &SitePath) -> (bool, bool) {
    let home = path.as_str().trim_end_matches('/') == subject.lang.tag();
    let current = path == subject.path;
    (current, !home && !current && subject.path.as_str().starts_with(path.as_str()))
}

/// Each language's own version, or the nearest section that exists in it.
fn switcher<'s>(stage: &'s Stage, subject: &Subject<'s>) -> Vec<SwitchView<'s>> {
    let view = |lang: Lang| {
        let version = subject.versions[lang].as_ref();
        let translated = version.is_some_and(|version| version.own);
        let nearest = if version.is_none() { nearest_section(stage, subject.section, lang) } else { None };
        let Version { path, title, entry, .. } = version.or(nearest.as_ref())?;
        let (view, _) = lang_view(stage, lang);
        Some(SwitchView {
            tag: &view.tag,
            name: &view.name,
            locale: view.locale.as_deref(),
            url: entry
                .and_then(|id| mention(stage, id, lang))
                .map_or_else(|| subject.link(path), |mention| mention.url(&subject.root)),
            current: lang == subject.lang,
            translated,
            title: title.clone(),
        })
    };
    stage.site.config.languages.iter().filter_map(view).collect()
}

fn nearest_section(stage: &Stage, section: Option<EntryId>, lang: Lang) -> Option<Version> {
    let mut next = section.or(stage.site.home());
    while let Some(id) = next {
        let version = Version::of(stage, id, lang);
        if version.is_some() {
            return version;
        }
        next = stage.site.entry(id).section;
    }
    None
}

/// The pages above a page, from the home page to its parent.
pub fn trail(stage: &Stage, subject: &Subject<'_>) -> Vec<Crumb> {
    let mut crumbs: Vec<Crumb> = Vec::new();
    let mut next = subject.section;
    while let Some(id) = next {
        if let Some(page) = stage.site.page(id, subject.lang) {
            crumbs.push(Crumb { title: page.document.front.title.clone(), path: page.path.clone() });
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
pub fn choices(stage: &Stage, root: &Arc<Root>) -> Vec<Choice> {
    let here = SitePath::root();
    let choice = |lang: Lang| {
        let home = stage.site.page(stage.site.home()?, lang)?;
        let versions = stage.site.config.languages.map(|_| None);
        let subject =
            Subject { lang, path: &here, root: root.clone(), versions, section: None, parent: None, of: None };
        Some(Choice {
            tag: lang.to_string(),
            name: own_name(stage, lang),
            url: home.path.below(root.way()),
            title: stage.locales[lang].text(&stage.site.config.title.value),
            description: home.document.front.description.clone(),
            search: search(stage, lang, root.way()),
            menus: menus(stage, &subject),
        })
    };
    stage.site.config.languages.iter().filter_map(choice).collect()
}
