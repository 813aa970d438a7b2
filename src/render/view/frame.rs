//! What surrounds every page: the site, menus, the language switcher, breadcrumbs, feeds.

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Value};

use super::versions::{self, Version, Versions};
use crate::model::{EntryId, FeedOf, FeedPlan, Lang, SitePath};
use crate::render::input::RenderInput;
use crate::render::view_cache::{BasePath, PageSummary, search_path};

#[derive(Debug, Serialize)]
pub(crate) struct LinkView {
    pub title: Value,
    pub url: Value,
}

impl LinkView {
    pub(crate) fn to(summary: &PageSummary, base: &BasePath) -> Self {
        Self { title: summary.title.clone(), url: summary.url(base) }
    }
}

/// An entry of the language switcher.
#[derive(Debug, Serialize)]
struct SwitchView<'s> {
    /// BCP 47 tag.
    tag: &'s str,
    name: &'s str,
    /// As for the page's language.
    locale: Option<&'s str>,
    url: Value,
    /// Whether it is this page's language.
    current: bool,
    /// Whether it leads to this page's translation, not to the nearest page that exists.
    translated: bool,
    /// The title of what it leads to, a text.
    title: Value,
}

/// What the frame needs to know of the page inside it.
pub(crate) struct FrameInput<'a> {
    pub lang: Lang,
    pub path: &'a SitePath,
    /// The way to the site's root: relative, but for a page that is shown at any address.
    pub base: Arc<BasePath>,
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
pub(crate) struct Crumb {
    pub title: String,
    pub path: SitePath,
}

impl<'a> FrameInput<'a> {
    /// Of a page of the site that has no versions and lies nowhere.
    pub(crate) fn alone(input: &RenderInput, lang: Lang, path: &'a SitePath, base: &Arc<BasePath>) -> Self {
        let versions = versions::none(input);
        Self { lang, path, base: base.clone(), versions, section: None, parent: None, of: None }
    }
}

/// The frame of a page, by the names that templates know. What many pages have alike is a value that they share.
pub(crate) fn frame(input: &RenderInput, frame: &FrameInput<'_>) -> Context {
    let (lang, base) = (frame.lang, &frame.base);
    let link = |crumb: Crumb| LinkView { url: base.link(&crumb.path), title: Value::from(crumb.title) };
    let breadcrumbs: Vec<_> = trail(input, frame).into_iter().map(link).collect();
    let mut context = Context::new();
    context.insert_value("lang", input.views.language(lang).1.clone());
    context.insert("root", base.prefix());
    context.insert_value("site", base.site(lang));
    context.insert_value("menus", base.menus(lang, frame.path));
    context.insert("languages", &switcher(input, frame));
    context.insert("breadcrumbs", &breadcrumbs);
    context.insert_value("feeds", feeds(input, frame));
    context
}

/// The feeds of the language, of the sections that the page lies in, and of the page itself.
fn feeds(input: &RenderInput, frame: &FrameInput<'_>) -> Value {
    let offered = |plan: &FeedPlan| {
        let around = match &plan.of {
            FeedOf::Language => true,
            FeedOf::Section(id) => sections_above(input, frame.section).any(|section| section == *id),
            FeedOf::Tag(_) => false,
        };
        around || frame.of.as_ref() == Some(&plan.of)
    };
    let links = input.site.feeds.iter().zip(frame.base.feeds(frame.lang));
    let links = links.filter(|(plan, _)| offered(plan)).filter_map(|(_, link)| link.as_ref());
    Value::from(links.flat_map(|link| link.formats.clone()).collect::<Vec<_>>())
}

/// A section and those that it lies in, up to the home page.
fn sections_above(input: &RenderInput, section: Option<EntryId>) -> impl Iterator<Item = EntryId> {
    std::iter::successors(section, |id| input.site.entry(*id).section)
}

/// Each language's own version, or the nearest section that exists in it.
fn switcher<'s>(input: &'s RenderInput, frame: &FrameInput<'_>) -> Vec<SwitchView<'s>> {
    let view = |lang: Lang| {
        let version = frame.versions[lang].as_ref();
        let nearest =
            || sections_above(input, frame.section.or(input.site.home())).find_map(|id| Version::of(input, id, lang));
        let shown = version.cloned().or_else(nearest)?;
        let (view, _) = input.views.language(lang);
        Some(SwitchView {
            tag: &view.tag,
            name: &view.name,
            locale: view.locale.as_deref(),
            url: frame.base.link(&shown.path),
            current: lang == frame.lang,
            translated: version.is_some_and(|version| version.own),
            title: shown.title,
        })
    };
    input.site.config.languages.iter().filter_map(view).collect()
}

/// The pages above a page, from the home page to its parent.
pub(crate) fn trail(input: &RenderInput, frame: &FrameInput<'_>) -> Vec<Crumb> {
    let pages = sections_above(input, frame.section).filter_map(|id| input.site.page(id, frame.lang));
    let crumb =
        |page: &crate::model::site::Page| Crumb { title: page.document.front.title.clone(), path: page.path.clone() };
    let mut crumbs: Vec<Crumb> = pages.map(crumb).collect();
    crumbs.reverse();
    crumbs.extend(frame.parent.clone());
    crumbs
}

#[derive(Debug, Serialize)]
pub(crate) struct Choice<'s> {
    tag: &'s str,
    name: &'s str,
    url: Value,
    title: String,
    description: Option<&'s str>,
    search: Option<Value>,
    /// The menus by name, in the language.
    menus: Value,
}

/// Every language, for a page that speaks all of them.
pub(crate) fn choices<'s>(input: &'s RenderInput, base: &BasePath) -> Vec<Choice<'s>> {
    let choice = |lang: Lang| {
        let home = input.site.page(input.site.home()?, lang)?;
        let (view, _) = input.views.language(lang);
        Some(Choice {
            tag: &view.tag,
            name: &view.name,
            url: base.link(&home.path),
            title: input.locale(lang).text(&input.site.config.title.value),
            description: home.document.front.description.as_deref(),
            search: search_path(&input.site, lang).map(|path| base.link(path)),
            menus: base.menus(lang, &SitePath::root()),
        })
    };
    input.site.config.languages.iter().filter_map(choice).collect()
}
