//! What is rendered: every page of the output, with its template and its view.

use std::sync::Arc;

use tera::{Context, Value};

use super::body::{Filler, Place};
use super::sight::Sight;
use super::versions::{Alternates, Last, TAG_PAGE, pages_of, tag_page};
use super::view::{self, Crumb, List, PageView, Subject};
use super::{Desk, Stage, Theme, cards, versions};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::feed::FeedOf;
use crate::model::lang::Lang;
use crate::model::listing::Alternate;
use crate::model::site::{EntryId, Page};
use crate::model::source::Location;
use crate::model::url::SitePath;

/// One page of the output.
#[derive(Debug)]
pub enum Job {
    /// The language-choice page.
    Root,
    /// A page, or page N of a section's list.
    Page(EntryId, Lang, usize),
    /// A tag's list, page N.
    Tag(String, Lang, usize),
    /// The list of tags.
    Tags(Lang),
    /// A redirect from an old address.
    Alias(SitePath, EntryId, Lang),
    /// What a host shows for an address that leads nowhere: in one language, or in all.
    NotFound(Option<Lang>),
}

/// Templates of the pages for addresses that lead nowhere, which a theme may leave out.
const NOT_FOUND: &str = "not-found.html";
const NOT_FOUND_ANYWHERE: &str = "404.html";

/// Every page of the output, in a fixed order.
pub fn all(stage: &Stage, theme: &Theme) -> Vec<Job> {
    let site = &stage.site;
    let mut jobs = vec![Job::Root];
    for (index, entry) in site.entries.iter().enumerate() {
        let id = EntryId(index);
        for (lang, _) in entry.translations.iter().filter(|(_, page)| page.is_some()) {
            let pages = entry.children.as_ref().map_or(1, |children| pages_of(&children[lang]));
            jobs.extend((1..=pages).map(|page| Job::Page(id, lang, page)));
        }
    }
    for lang in site.config.languages.iter() {
        jobs.extend(site.tags_index[lang].as_ref().map(|_| Job::Tags(lang)));
        for (key, tag) in &site.tags {
            let pages = tag.translations[lang].as_ref().map_or(0, |tag| tag.pages.len().div_ceil(TAG_PAGE));
            jobs.extend((1..=pages).map(|page| Job::Tag(key.clone(), lang, page)));
        }
    }
    if theme.has(NOT_FOUND) {
        jobs.extend(site.config.languages.iter().map(|lang| Job::NotFound(Some(lang))));
    }
    jobs.extend(theme.has(NOT_FOUND_ANYWHERE).then_some(Job::NotFound(None)));
    jobs.extend(site.aliases.iter().map(|(path, (id, lang))| Job::Alias(path.clone(), *id, *lang)));
    jobs
}

/// How a page is made.
pub struct View {
    pub template: String,
    /// What the template sees.
    pub sight: Sight,
    /// The page's own text, filled in; empty for a page without a file.
    pub body: Value,
    /// Its versions for search engines.
    pub alternates: Arc<[Alternate]>,
}

impl View {
    /// A page without a text of its own.
    fn made(template: &str, (sight, alternates): Seen) -> Self {
        Self { template: template.into(), sight, body: Value::safe_string(""), alternates }
    }
}

/// What a template sees, and the page's versions for search engines.
pub type Seen = (Sight, Arc<[Alternate]>);

type Viewed = Result<View, Vec<Diagnostic>>;

impl Job {
    /// The language of the page; the language-choice page has none of its own.
    pub fn lang(&self) -> Option<Lang> {
        match self {
            Self::Root | Self::Alias(..) | Self::NotFound(_) => None,
            Self::Page(_, lang, _) | Self::Tag(_, lang, _) | Self::Tags(lang) => Some(*lang),
        }
    }

    /// Whether both are the same page in two languages, and the first of a list if they are lists.
    pub fn is_version_of(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Page(id, _, 1), Self::Page(other, _, 1)) if id == other)
    }

    /// The page's address.
    pub fn path(&self, stage: &Stage) -> SitePath {
        let site = &stage.site;
        let path = match self {
            Self::Root => Some(SitePath::root()),
            Self::Alias(path, ..) => Some(path.clone()),
            Self::Page(id, lang, number) => {
                site.page(*id, *lang).map(|page| view::pager_path(stage, *lang, &page.path, *number))
            }
            Self::Tag(key, lang, number) => {
                tag_page(stage, key, *lang).map(|tag| view::pager_path(stage, *lang, &tag.path, *number))
            }
            Self::Tags(lang) => site.tags_index[*lang].clone(),
            Self::NotFound(Some(lang)) => SitePath::file(&format!("{lang}/404.html")),
            Self::NotFound(None) => SitePath::file("404.html"),
        };
        path.unwrap_or_else(SitePath::root)
    }

    /// What to call it in messages.
    pub fn name(&self, stage: &Stage) -> String {
        match self {
            Self::Page(id, lang, _) => {
                stage.site.page(*id, *lang).map(|page| page.document.source.path.clone()).unwrap_or_default()
            }
            _ => self.path(stage).to_string(),
        }
    }

    /// The template and what it sees.
    pub fn view(&self, desk: &Desk<'_>, last: &mut Last) -> Viewed {
        let stage = desk.stage;
        match self {
            Self::Root => Ok(View::made("root.html", root(stage))),
            Self::Alias(path, id, lang) => Ok(View::made("alias.html", alias(stage, path, *id, *lang))),
            Self::Page(id, lang, number) => match stage.site.page(*id, *lang) {
                Some(page) => site_page(desk, (*id, *lang, *number), page, last),
                None => Err(Vec::new()),
            },
            Self::Tag(key, lang, number) => Ok(View::made("tag.html", tag(desk, key, *lang, *number))),
            Self::Tags(lang) => Ok(View::made("tags.html", tags(desk, *lang))),
            Self::NotFound(Some(lang)) => Ok(View::made(NOT_FOUND, not_found(stage, *lang, &self.path(stage)))),
            Self::NotFound(None) => Ok(View::made(NOT_FOUND_ANYWHERE, not_found_anywhere(stage, &self.path(stage)))),
        }
    }
}

/// What surrounds a page, for templates.
pub fn with_frame(stage: &Stage, subject: &Subject<'_>) -> Seen {
    framed(stage, subject, versions::alternates(stage, subject.lang, subject.path, &subject.versions))
}

fn framed(stage: &Stage, subject: &Subject<'_>, alternates: Alternates) -> Seen {
    let mut sight = Sight::of(view::frame(stage, subject).fields());
    sight.insert("alternates", &alternates.value);
    (sight, alternates.list)
}

fn site_page(desk: &Desk<'_>, (id, lang, number): (EntryId, Lang, usize), page: &Page, last: &mut Last) -> Viewed {
    let Desk { stage, theme, tera, .. } = *desk;
    let entry = stage.site.entry(id);
    let path = view::pager_path(stage, lang, &page.path, number);
    let versions = versions::of_page(stage, id, number);
    // A later page of a list lies in its section.
    let section = if number > 1 { Some(id) } else { entry.section };
    let of = entry.children.is_some().then_some(FeedOf::Section(id));
    let root = stage.shared.root(&path.to_root());
    let subject = Subject { lang, path: &path, root: root.clone(), versions, section, parent: None, of };
    let alternates = || versions::alternates(stage, lang, &path, &subject.versions);
    let alternates = last.alternates((id, lang, number), &subject.versions, alternates);
    let (mut sight, alternates) = framed(stage, &subject, alternates);
    let Some(mut own) = view::page_view(stage, id, lang, &root) else { return Err(Vec::new()) };
    let kind = own.kind;
    let implicits = implicits(stage, &sight, &own, page);
    let place = Place { root: root.way(), here: "" };
    let mut filler = Filler::new(stage, theme, tera, (page, place), &implicits);
    let html = if number == 1 { filler.value(&page.document.body) } else { Value::safe_string("") };
    if !filler.diagnostics.is_empty() {
        return Err(filler.diagnostics);
    }
    own.html = html.clone();
    if !own.fallback && path != page.path {
        own.canonical = Some(path.absolute(&stage.site.config.base_url));
    }
    own.path = path.clone();
    own.card = cards::of_page(stage, desk.cards, id, lang).map(|card| view::card(stage, card));
    own.structured = stage.asked.then("structured", || view::graph(stage, &subject, id, own.card.as_ref()));
    sight.insert("page", &own);
    sight.insert("list", &section_list(stage, id, lang, number, &page.path));
    sight.insert("tags", &Vec::<view::TagView>::new());
    let template = template(stage, theme, page, kind).map_err(|wrong| vec![*wrong])?;
    Ok(View { template, sight, body: html, alternates })
}

/// What shortcodes may ask for: copies of all that the template sees, so there is nothing where a text, like most, calls none.
/// What they say stands in the text, so it is said in the text's language.
pub fn implicits(stage: &Stage, frame: &Sight, own: &PageView<'_>, page: &Page) -> Context {
    if !page.document.body.calls() {
        return Context::new();
    }
    let mut implicits = frame.context().clone();
    implicits.insert("lang", &view::lang_view(stage, page.document.lang).1);
    implicits.insert("page", own);
    implicits
}

fn template(stage: &Stage, theme: &Theme, page: &Page, kind: &str) -> Result<String, Box<Diagnostic>> {
    let default = match kind {
        "home" => "home.html",
        "section" => "section.html",
        _ => "page.html",
    };
    let Some(template) = &page.meta.template else { return Ok(default.into()) };
    if theme.has(template) {
        return Ok(theme.plain(template).to_string());
    }
    // An inherited template is written in the original's file.
    let id = stage.site.by_key.get(&page.document.key);
    let source = id.and_then(|id| stage.site.page(*id, stage.site.entry(*id).original));
    let writer = [Some(page), source].into_iter().flatten().find(|page| page.document.front.template.is_some());
    let document = &writer.unwrap_or(page).document;
    let span = document.front.template.as_ref().map_or(0..0, |template| template.span.clone());
    let at = Location { source: document.source.clone(), span };
    let names = theme.templates.keys().map(String::as_str).filter(|name| !name.contains('/'));
    Err(Box::new(Diagnostic::at(Code::UnknownTemplate, at).with("template", template).nearest(template, names)))
}

fn section_list(stage: &Stage, id: EntryId, lang: Lang, number: usize, path: &SitePath) -> Option<List> {
    let children = &stage.site.entry(id).children.as_ref()?[lang];
    let here = view::pager_path(stage, lang, path, number);
    let root = stage.shared.root(&here.to_root());
    let is_home = stage.site.home() == Some(id);
    let ids = if is_home { &stage.site.newest[lang] } else { &children.pages };
    let by = if is_home { None } else { children.paginate_by };
    let shown = by.map_or(&ids[..], |by| ids.chunks(by).nth(number - 1).unwrap_or_default());
    let items = |ids: &[EntryId]| ids.iter().filter_map(|id| view::item(stage, *id, lang, &root)).collect();
    let pager = view::pager(stage, lang, path, number, pages_of(children));
    let sections = if number == 1 { items(&children.sections) } else { Vec::new() };
    Some(List { items: items(shown), sections, pager })
}

fn tag(desk: &Desk<'_>, key: &str, lang: Lang, number: usize) -> Seen {
    let stage = desk.stage;
    let Some(tag) = tag_page(stage, key, lang) else { return Seen::default() };
    let path = view::pager_path(stage, lang, &tag.path, number);
    let versions = versions::of_tag(stage, key, number);
    let index = stage.site.tags_index[lang].clone();
    let parent = index.map(|path| Crumb { title: stage.locales[lang].text("tags"), path });
    let (section, of) = (stage.site.home(), Some(FeedOf::Tag(key.to_string())));
    let root = stage.shared.root(&path.to_root());
    let subject = Subject { lang, path: &path, versions, section, parent, root: root.clone(), of };
    let (mut sight, alternates) = with_frame(stage, &subject);
    let shown = tag.pages.chunks(TAG_PAGE).nth(number - 1).unwrap_or_default();
    let items = shown.iter().filter_map(|id| view::item(stage, *id, lang, &root)).collect();
    let pager = view::pager(stage, lang, &tag.path, number, tag.pages.len().div_ceil(TAG_PAGE));
    let structured = stage.asked.then("structured", || view::breadcrumbs(stage, &subject, &tag.name));
    let card = home_card(desk, lang);
    let page = PageView { card, structured, ..PageView::generated(stage, "tag", tag.name.as_str(), &path, lang) };
    sight.insert("page", &page);
    sight.insert("list", &List { items, sections: Vec::new(), pager });
    sight.insert("tags", &Vec::<view::TagView>::new());
    (sight, alternates)
}

/// Pages that the program makes show the language's home page's.
fn home_card(desk: &Desk<'_>, lang: Lang) -> Option<view::CardView> {
    cards::of_home(desk.stage, desk.cards, lang).map(|card| view::card(desk.stage, card))
}

fn tags(desk: &Desk<'_>, lang: Lang) -> Seen {
    let stage = desk.stage;
    let Some(path) = stage.site.tags_index[lang].clone() else { return Seen::default() };
    let locale = &stage.locales[lang];
    let root = stage.shared.root(&path.to_root());
    let (section, versions) = (stage.site.home(), versions::of_tags(stage));
    let subject = Subject { lang, path: &path, versions, section, parent: None, root: root.clone(), of: None };
    let (mut sight, alternates) = with_frame(stage, &subject);
    let mut all: Vec<_> = stage.site.tags.keys().filter_map(|key| view::tag(stage, key, lang, root.way())).collect();
    all.sort_by(|a, b| locale.compare(&a.name, &b.name));
    let structured = stage.asked.then("structured", || view::breadcrumbs(stage, &subject, &locale.text("tags")));
    let card = home_card(desk, lang);
    let page = PageView { card, structured, ..PageView::generated(stage, "tags", &locale.text("tags"), &path, lang) };
    sight.insert("page", &page);
    sight.insert("list", &None::<List>);
    sight.insert("tags", &all);
    (sight, alternates)
}

fn root(stage: &Stage) -> Seen {
    let lang = stage.site.config.languages.first();
    let path = SitePath::root();
    let versions = versions::of_home(stage);
    let root = stage.shared.root(&path.to_root());
    let subject = Subject { lang, path: &path, root: root.clone(), versions, section: None, parent: None, of: None };
    let (mut sight, alternates) = with_frame(stage, &subject);
    sight.insert("choice", &view::choices(stage, &root));
    sight.insert("canonical", &path.absolute(&stage.site.config.base_url));
    (sight, alternates)
}

fn alias(stage: &Stage, path: &SitePath, id: EntryId, lang: Lang) -> Seen {
    let mut sight = Sight::default();
    sight.insert("lang", &view::lang_view(stage, lang).1);
    sight.insert("root", &path.to_root());
    if let Some(page) = stage.site.page(id, lang) {
        sight.insert("title", &page.document.front.title);
        sight.insert("url", &path.relative(&page.path));
        sight.insert("canonical", &page.path.absolute(&stage.site.config.base_url));
    }
    (sight, Arc::default())
}

/// Shown at any address, so all its links begin at the domain's root.
fn not_found(stage: &Stage, lang: Lang, path: &SitePath) -> Seen {
    let versions = stage.site.config.languages.map(|_| None);
    let root = stage.shared.root(&SitePath::root_anywhere(&stage.site.config.base_url));
    let (mut sight, alternates) =
        with_frame(stage, &Subject { lang, path, root, versions, section: None, parent: None, of: None });
    // The theme's template says it in words.
    sight.insert("page", &PageView::generated(stage, "not-found", "404", path, lang));
    sight.insert("list", &None::<List>);
    sight.insert("tags", &Vec::<view::TagView>::new());
    (sight, alternates)
}

/// The same for a host that knows one such page only, which therefore speaks every language.
fn not_found_anywhere(stage: &Stage, path: &SitePath) -> Seen {
    let (mut sight, alternates) = not_found(stage, stage.site.config.languages.first(), path);
    let root = stage.shared.root(&SitePath::root_anywhere(&stage.site.config.base_url));
    sight.insert("choice", &view::choices(stage, &root));
    (sight, alternates)
}
