//! Social cards: for each page its drawing, by the theme's `card.svg`, checked but not drawn.
//!
//! In: the site, the theme's template and fonts. Out: [`Cards`]. Invariants: only pages that are public in their own
//! language have one; every character that is to be drawn has a glyph.

mod check;
mod faces;
mod fit;

use rayon::prelude::*;
use resvg::usvg;

pub(super) use faces::{composed, faces, unknown_font};
pub(super) use fit::{Room, fit};

use super::context::RenderContext;
use super::input::{RenderInput, SitePage};
use super::scene::Scene;
use super::view::frame::FrameInput;
use super::view::versions;
use crate::diagnostic::Diagnostic;
use crate::model::card::fingerprint;
use crate::model::{Card, Cards, EntryId, Lang};
use crate::panics;

/// The template; a theme without it has no cards.
const TEMPLATE: &str = "card.svg";

pub(super) fn cards(context: RenderContext<'_>, diagnostics: &mut Vec<Diagnostic>) -> Cards {
    let RenderContext { input, theme, .. } = context;
    if !input.site.config.cards || !theme.has(TEMPLATE) {
        return Cards::new();
    }
    let (fonts, faces) = (fingerprint(&theme.fonts), faces(&theme.fonts));
    let ids = (0..input.site.entries.len()).map(EntryId);
    let pages = ids.flat_map(|id| input.site.config.languages.iter().filter_map(move |lang| input.own_page(id, lang)));
    let pages: Vec<SitePage<'_>> = pages.collect();
    let card = |shown: &SitePage<'_>| {
        let svg = drawing(context, *shown)?;
        let found = check::check(&svg, &faces, theme.place(TEMPLATE), shown.page);
        let title = shown.page.document.front.title.clone();
        let card = Card::new(&shown.page.path, title, svg, &fonts).ok_or_else(Vec::new)?;
        if found.is_empty() { Ok(card) } else { Err(found) }
    };
    let caught = |shown: &SitePage<'_>| {
        let file = &shown.page.document.source.path;
        panics::catch(file, || card(shown)).unwrap_or_else(|panicked| Err(vec![panicked.into()]))
    };
    let drawn: Vec<Result<Card, Vec<Diagnostic>>> = pages.par_iter().map(caught).collect();
    let mut cards = Cards::new();
    for (shown, drawn) in pages.iter().zip(drawn) {
        match drawn {
            Ok(card) => _ = cards.insert((shown.id, shown.lang), card),
            Err(found) => diagnostics.extend(found),
        }
    }
    // What is wrong with the drawing beyond its XML is so on each card: looking at one is enough, and quick.
    if let Some(card) = cards.values().next()
        && let Err(error) = usvg::Tree::from_str(&card.svg, &self_contained())
    {
        diagnostics.push(check::broken(theme.place(TEMPLATE), &error.to_string(), &card.title));
    }
    cards
}

/// Nothing is read but the drawing itself, as when it is drawn.
fn self_contained<'o>() -> usvg::Options<'o> {
    let image_href_resolver = usvg::ImageHrefResolver {
        resolve_data: usvg::ImageHrefResolver::default_data_resolver(),
        resolve_string: Box::new(|_, _| None),
    };
    usvg::Options { image_href_resolver, ..Default::default() }
}

/// The card of a page in a language: its own, or the original's where that stands in.
pub(super) fn of_page<'c>(input: &RenderInput, cards: &'c Cards, id: EntryId, lang: Lang) -> Option<&'c Card> {
    cards.get(&(id, input.site.page(id, lang)?.document.lang))
}

/// The card of the language's home page, for pages that the program makes.
pub(super) fn of_home<'c>(input: &RenderInput, cards: &'c Cards, lang: Lang) -> Option<&'c Card> {
    of_page(input, cards, input.site.home()?, lang)
}

fn drawing(context: RenderContext<'_>, shown: SitePage<'_>) -> Result<String, Vec<Diagnostic>> {
    let (input, page) = (context.input, shown.page);
    let base = input.base_path(&page.path.to_root());
    let around = FrameInput {
        versions: versions::of_page(input, shown.id, 1),
        section: input.site.entry(shown.id).section,
        ..FrameInput::alone(input, shown.lang, &page.path, &base)
    };
    let mut scene = Scene::of(context, shown, &around);
    scene.context.insert("page", &scene.page);
    let svg = context.tera.render(TEMPLATE, &scene.context);
    let svg = svg.map_err(|error| vec![context.theme.diagnostic(&error, TEMPLATE, &page.document.source.path)])?;
    Ok(composed(&svg))
}
