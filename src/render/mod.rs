//! [`Site`](crate::model::site::Site) → HTML, by the theme's Tera templates; pages in parallel, each rendered once.
//!
//! Each file uses only those above it in this list.
//!
//! | File | Does |
//! |---|---|
//! | `templates/` | a theme's templates as texts: fields and messages they name, errors in them |
//! | `view_cache/` | what many pages show alike |
//! | `input.rs` | what rendering draws on |
//! | `view/` | what templates see |
//! | `context.rs` | input, theme and engine |
//! | `body/` | a page's text with its addresses, pictures and shortcodes |
//! | `scene.rs` | a page in its frame, wherever it is read |
//! | `cards/`, `press_kits.rs`, `feeds.rs` | social cards, press kits and feeds |
//! | `functions.rs`, `engine.rs` | what templates call; templates compiled |
//! | `page/` | which pages there are, what each is made of, one page made |
//! | `incremental.rs` | pages of which only the text has changed |
//!
//! Invariant: a template sees nothing but its view and the functions.

mod body;
mod cards;
mod context;
mod engine;
mod feeds;
mod functions;
mod incremental;
mod input;
mod page;
mod press_kits;
mod scene;
mod templates;
mod view;
mod view_cache;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

pub(crate) use engine::{Compiled, compile, components};
pub(crate) use incremental::{RenderState, render_partial};
pub(crate) use input::RenderInput;
pub(crate) use templates::{Theme, check, uses};
pub(crate) use view_cache::ViewCache;

use crate::diagnostic::{Checked, Diagnostic};
use crate::model::{Cards, Feed, Lang, Listed, Output, PageText, Sink, SitePath};
use context::RenderContext;
use page::{ListDates, OutputPage, PageRenderer, RenderedPage};

/// How many pages one thread takes at a time. Lists follow each other and take longest: they must not all be left to one.
const PAGES_AT_ONCE: usize = 16;

#[derive(Debug, Default)]
pub(crate) struct Rendered {
    pub outputs: Vec<Output>,
    pub feeds: Vec<Feed>,
    pub counts: Vec<(Lang, usize)>,
    /// The pages that search engines may list.
    pub listed: Vec<Listed>,
    /// The pages' social cards, still to be drawn.
    pub cards: Cards,
    pub texts: Vec<Arc<PageText>>,
    pub rendered: usize,
    /// For texts that are edited later; `None` where templates are broken.
    pub state: Option<RenderState>,
}

#[derive(Default)]
pub(crate) struct Options<'a> {
    /// Gets some before the others.
    pub first: Option<First<'a>>,
    /// Takes each as soon as it is made.
    pub sink: Option<&'a dyn Sink>,
}

pub(crate) struct First<'a> {
    /// Their paths.
    pub wanted: &'a BTreeSet<SitePath>,
    /// Gets them, unless one of them cannot be rendered.
    pub show: &'a mut dyn FnMut(Vec<Output>),
}

/// Renders every page by a theme that was compiled.
pub(crate) fn render(
    input: &Arc<RenderInput>,
    theme: &Theme,
    compiled: Compiled,
    options: Options<'_>,
) -> Checked<Rendered> {
    let mut diagnostics = check(theme, &input.locales);
    let mut tera = match compiled {
        Ok(tera) if diagnostics.is_empty() => tera,
        compiled => {
            diagnostics.extend(compiled.err().map(|error| *error));
            return Checked { value: Rendered::default(), diagnostics };
        }
    };
    functions::register(&mut tera, input, theme);
    let context = RenderContext { input, theme, tera: &tera };
    let cards = cards::cards(context, &mut diagnostics);
    // Before the pages, which tell how large they are.
    let kits = press_kits::press_kits(context, |_| true, &mut diagnostics);
    let pages = OutputPage::all(input, theme);
    let renderer = PageRenderer { context, cards: &cards, kits: &kits, sink: options.sink };
    let mut rendered = rendered_pages(renderer, &pages, options.first, &mut diagnostics);
    let mut entries = feeds::Entries::new();
    rendered.feeds = feeds::feeds(context, &mut entries, &mut diagnostics);
    // One broken template fails on every page that uses it; once is enough.
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup_by(|a, b| a.at.is_some() && a.code == b.code && a.at == b.at);
    rendered.cards = cards.clone();
    rendered.state = Some(RenderState { tera, cards, kits, entries });
    Checked { value: rendered, diagnostics }
}

fn rendered_pages(
    renderer: PageRenderer<'_>,
    pages: &[OutputPage<'_>],
    first: Option<First<'_>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Rendered {
    let input = renderer.context.input;
    let is_first = |page: &&OutputPage<'_>| first.as_ref().is_some_and(|first| first.wanted.contains(&page.path));
    let (early, late): (Vec<_>, Vec<_>) = pages.iter().partition(is_first);
    let make = |pages: &[&OutputPage<'_>]| {
        let pages = pages.par_iter().with_max_len(PAGES_AT_ONCE);
        pages.map(|page| renderer.render(page)).collect::<Vec<_>>()
    };
    let made_early = make(&early);
    if let Some(First { show, .. }) = first
        && diagnostics.is_empty()
        && made_early.iter().all(Result::is_ok)
    {
        show(made_early.iter().flatten().filter_map(|made| made.output.clone()).collect());
    }
    let made_late = make(&late);
    let dates = input.site.config.index.then(|| ListDates::of(input));
    let mut rendered = Rendered { outputs: press_kits::outputs(input, renderer.kits), ..Rendered::default() };
    rendered.outputs.reserve(pages.len());
    for (page, made) in early.into_iter().chain(late).zip(made_early.into_iter().chain(made_late)) {
        match made {
            Ok(RenderedPage { output, text, alternates }) => {
                rendered.outputs.extend(output);
                rendered.texts.extend(text);
                rendered.listed.extend(dates.as_ref().and_then(|dates| dates.listed(page, alternates)));
            }
            Err(found) => diagnostics.extend(found),
        }
    }
    let languages = input.site.config.languages.iter();
    let counts = languages.map(|lang| (lang, pages.iter().filter(|page| page.lang() == Some(lang)).count()));
    Rendered { counts: counts.collect(), rendered: pages.len(), ..rendered }
}
