//! Each page of the output with its template and what that sees.

use std::sync::Arc;

use tera::{Context, Value};

use super::output_page::{NOT_FOUND, NOT_FOUND_ANYWHERE, OutputPage, PageKind, TagList};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Alternate, Cards, FeedOf, Lang, Location, SitePath, TAG_PAGE};
use crate::render::cards;
use crate::render::context::RenderContext;
use crate::render::input::{RenderInput, SitePage};
use crate::render::scene::{Scene, framed};
use crate::render::view::details::card;
use crate::render::view::frame::{Crumb, FrameInput, choices};
use crate::render::view::lists::{List, items};
use crate::render::view::page::{NOT_FOUND_KIND, PageView};
use crate::render::view::pager::pager;
use crate::render::view::place::Place;
use crate::render::view::{structured, versions};
use crate::render::view_cache::{BasePath, TagView, tag_view};

pub(super) struct PreparedPage {
    pub template: String,
    pub context: Context,
    /// The page's own text; empty for a page without a file.
    pub body: String,
    pub alternates: Arc<[Alternate]>,
}

type Prepared = Result<PreparedPage, Vec<Diagnostic>>;

/// Values for a template, and the page's versions for search engines.
type Values = (Context, Arc<[Alternate]>);

#[derive(Clone, Copy)]
pub(super) struct Preparation<'a> {
    pub context: RenderContext<'a>,
    pub cards: &'a Cards,
}

impl Preparation<'_> {
    /// The template of a page and what it sees.
    pub(super) fn prepare(self, page: &OutputPage<'_>) -> Prepared {
        let input = self.context.input;
        let path = &page.path;
        let (template, (context, alternates)) = match &page.kind {
            PageKind::Page { shown, number } => return self.site_page(*shown, *number, path),
            PageKind::LanguageChoice => ("root.html", self.language_choice(path)),
            PageKind::Alias(shown) => ("alias.html", (alias(input, *shown, path), Arc::default())),
            PageKind::Tag(list) => ("tag.html", self.tag_list(list, path)),
            PageKind::Tags(lang) => ("tags.html", self.tags(*lang, path)),
            PageKind::NotFound(lang) => (NOT_FOUND, self.not_found(*lang, path)),
            PageKind::NotFoundAnywhere => (NOT_FOUND_ANYWHERE, self.not_found_anywhere(path)),
        };
        Ok(PreparedPage { template: template.to_string(), context, body: String::new(), alternates })
    }

    fn site_page(self, shown: SitePage<'_>, number: usize, path: &SitePath) -> Prepared {
        let Self { context, cards } = self;
        let (input, SitePage { id, lang, .. }) = (context.input, shown);
        let entry = input.site.entry(id);
        let base = input.base_path(&path.to_root());
        let around = FrameInput {
            versions: versions::of_page(input, id, number),
            // A later page of a list lies in its section.
            section: if number > 1 { Some(id) } else { entry.section },
            of: entry.children.is_some().then_some(FeedOf::Section(id)),
            ..FrameInput::alone(input, lang, path, &base)
        };
        let mut scene = Scene::of(context, shown, &around);
        let place = Place { root: base.prefix(), here: "" };
        let body = if number == 1 { scene.text(context, shown, place)? } else { String::new() };
        let page = &mut scene.page;
        page.html = Value::safe_string(&body);
        if number > 1 && !page.fallback {
            page.canonical = Some(path.absolute(&input.site.config.base_url));
        }
        page.path = path.clone();
        page.card = cards::of_page(input, cards, id, lang).map(|own| card(input, own));
        if input.used_fields.structured {
            page.structured = structured::graph(input, &around, shown, page.card.as_ref());
        }
        let template = template(context, shown, page.kind).map_err(|wrong| vec![*wrong])?;
        let mut context = scene.context;
        context.insert("page", &scene.page);
        context.insert("list", &section_list(input, shown, number, &base));
        context.insert("tags", &Vec::<TagView>::new());
        Ok(PreparedPage { template, context, body, alternates: scene.alternates })
    }

    fn tag_list(self, list: &TagList<'_>, path: &SitePath) -> Values {
        let (input, TagList { key, lang, tag, number }) = (self.context.input, *list);
        let base = input.base_path(&path.to_root());
        let index = input.site.tags_index[lang].clone();
        let around = FrameInput {
            versions: versions::of_tag(input, key, number),
            section: input.site.home(),
            parent: index.map(|path| Crumb { title: input.locale(lang).text("tags"), path }),
            of: Some(FeedOf::Tag(key.to_string())),
            ..FrameInput::alone(input, lang, path, &base)
        };
        let (mut context, alternates) = self.generated("tag", &tag.name, &around);
        let shown = tag.pages.chunks(TAG_PAGE).nth(number - 1).unwrap_or_default();
        let first = tag.path.below(base.prefix());
        let pager = pager(&first, &input.site.pager_words[lang], number, tag.page_count());
        let list = List { items: items(input, shown, lang, &base), sections: Vec::new(), pager };
        context.insert("list", &list);
        (context, alternates)
    }

    fn tags(self, lang: Lang, path: &SitePath) -> Values {
        let input = self.context.input;
        let (locale, base) = (input.locale(lang), input.base_path(&path.to_root()));
        let around = FrameInput {
            versions: versions::of_tags(input),
            section: input.site.home(),
            ..FrameInput::alone(input, lang, path, &base)
        };
        let (mut context, alternates) = self.generated("tags", &locale.text("tags"), &around);
        let keys = input.site.tags.keys();
        let mut all: Vec<_> = keys.filter_map(|key| tag_view(&input.site, key, lang, base.prefix())).collect();
        all.sort_by(|a, b| locale.compare(&a.name, &b.name));
        context.insert("tags", &all);
        (context, alternates)
    }

    /// A page without a file, in its frame. It shows the card of the language's home page.
    fn generated(self, kind: &'static str, title: &str, around: &FrameInput<'_>) -> Values {
        let (input, lang) = (self.context.input, around.lang);
        let (mut context, alternates) = framed(self.context, around);
        let mut page = PageView::generated(input, kind, title, around);
        if kind != NOT_FOUND_KIND {
            page.card = cards::of_home(input, self.cards, lang).map(|own| card(input, own));
            page.structured =
                input.used_fields.structured.then(|| structured::breadcrumbs(input, around, title)).flatten();
        }
        context.insert("page", &page);
        context.insert("list", &None::<List>);
        context.insert("tags", &Vec::<TagView>::new());
        (context, alternates)
    }

    fn language_choice(self, path: &SitePath) -> Values {
        let input = self.context.input;
        let base = input.base_path(&path.to_root());
        let lang = input.site.config.languages.first();
        let versions = versions::of_home(input);
        let around = FrameInput { versions, ..FrameInput::alone(input, lang, path, &base) };
        let (mut context, alternates) = framed(self.context, &around);
        context.insert("choice", &choices(input, &base));
        context.insert("canonical", &path.absolute(&input.site.config.base_url));
        (context, alternates)
    }

    /// Shown at any address, so all its links begin at the domain's root. The theme's template says in words what it is.
    fn not_found(self, lang: Lang, path: &SitePath) -> Values {
        let input = self.context.input;
        let base = input.base_path(&SitePath::root_anywhere(&input.site.config.base_url));
        self.generated(NOT_FOUND_KIND, "404", &FrameInput::alone(input, lang, path, &base))
    }

    /// The same for a host that knows one such page only, which therefore speaks every language.
    fn not_found_anywhere(self, path: &SitePath) -> Values {
        let input = self.context.input;
        let (mut context, alternates) = self.not_found(input.site.config.languages.first(), path);
        let base = input.base_path(&SitePath::root_anywhere(&input.site.config.base_url));
        context.insert("choice", &choices(input, &base));
        (context, alternates)
    }
}

fn alias(input: &RenderInput, shown: SitePage<'_>, path: &SitePath) -> Context {
    let page = shown.page;
    let mut context = Context::new();
    context.insert_value("lang", input.views.language(shown.lang).1.clone());
    context.insert("root", &path.to_root());
    context.insert("title", &page.document.front.title);
    context.insert("url", &path.relative(&page.path));
    context.insert("canonical", &page.path.absolute(&input.site.config.base_url));
    context
}

fn section_list(input: &RenderInput, shown: SitePage<'_>, number: usize, base: &BasePath) -> Option<List> {
    let SitePage { id, lang, page, .. } = shown;
    let children = &input.site.entry(id).children.as_ref()?[lang];
    let is_home = input.site.home() == Some(id);
    let ids = if is_home { &input.site.newest[lang] } else { &children.pages };
    let by = if is_home { None } else { children.paginate_by };
    let ids = by.map_or(&ids[..], |by| ids.chunks(by).nth(number - 1).unwrap_or_default());
    let first = page.path.below(base.prefix());
    let pager = pager(&first, &input.site.pager_words[lang], number, children.page_count());
    let sections = if number == 1 { items(input, &children.sections, lang, base) } else { Vec::new() };
    Some(List { items: items(input, ids, lang, base), sections, pager })
}

fn template(context: RenderContext<'_>, shown: SitePage<'_>, kind: &str) -> Result<String, Box<Diagnostic>> {
    let (site, theme, page) = (&context.input.site, context.theme, shown.page);
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
    let source = site.page(shown.id, site.entry(shown.id).original);
    let writer = [Some(page), source].into_iter().flatten().find(|page| page.document.front.template.is_some());
    let document = &writer.unwrap_or(page).document;
    let span = document.front.template.as_ref().map_or(0..0, |template| template.span.clone());
    let at = Location { source: document.source.clone(), span };
    let names = theme.templates.keys().map(String::as_str).filter(|name| !name.contains('/'));
    Err(Box::new(Diagnostic::at(Code::UnknownTemplate, at).with("template", template).nearest(template, names)))
}
