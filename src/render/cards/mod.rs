//! Social cards: for each page its drawing, by the theme's `card.svg`, checked but not drawn.
//!
//! In: the site, the theme's template and fonts. Out: [`Cards`]. Invariants: only pages that are public in their own
//! language have one; every character that is to be drawn has a glyph.

mod check;
mod faces;
mod fit;

use std::sync::Arc;

use rayon::prelude::*;
use resvg::usvg;
use tera::Tera;

pub use faces::faces;
pub use fit::{Room, fit};

use super::view::{self, Subject};
use super::{Stage, Theme, jobs, versions};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::card::{Card, Cards, fingerprint};
use crate::model::lang::Lang;
use crate::model::site::{EntryId, Page};

/// The template; a theme without it has no cards.
pub const TEMPLATE: &str = "card.svg";

/// Every page's card.
pub fn cards(stage: &Arc<Stage>, theme: &Theme, tera: &Tera, diagnostics: &mut Vec<Diagnostic>) -> Cards {
    if !stage.site.config.cards || !theme.has(TEMPLATE) {
        return Cards::new();
    }
    let fonts = fingerprint(&theme.fonts);
    let faces = faces(&theme.fonts);
    let entries = 0..stage.site.entries.len();
    let langs = || stage.site.config.languages.iter();
    let wanted: Vec<(EntryId, Lang, &Page)> = entries
        .flat_map(|id| langs().map(move |lang| (EntryId(id), lang)))
        .filter_map(|(id, lang)| Some((id, lang, stage.site.own_page(id, lang)?)))
        .collect();
    let drawn: Vec<Result<Card, Vec<Diagnostic>>> = wanted
        .par_iter()
        .map(|(id, lang, page)| {
            let svg = drawing(stage, theme, tera, (*id, *lang, page))?;
            let found = check::check(&svg, &faces, theme, page);
            let title = page.document.front.title.clone();
            let card = Card::new(&page.path, title, svg, &fonts).ok_or_else(Vec::new)?;
            if found.is_empty() { Ok(card) } else { Err(found) }
        })
        .collect();
    let mut cards = Cards::new();
    for ((id, lang, _), drawn) in wanted.iter().zip(drawn) {
        match drawn {
            Ok(card) => _ = cards.insert((*id, *lang), card),
            Err(found) => diagnostics.extend(found),
        }
    }
    // What is wrong with the drawing beyond its XML is so on each card: looking at one is enough, and quick.
    if let Some(card) = cards.values().next()
        && let Err(error) = usvg::Tree::from_str(&card.svg, &self_contained())
    {
        diagnostics.push(theme.broken(TEMPLATE, &error.to_string(), &card.title));
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
pub fn of_page<'c>(stage: &Stage, cards: &'c Cards, id: EntryId, lang: Lang) -> Option<&'c Card> {
    cards.get(&(id, stage.site.page(id, lang)?.document.lang))
}

/// The card of the language's home page, for pages that the program makes.
pub fn of_home<'c>(stage: &Stage, cards: &'c Cards, lang: Lang) -> Option<&'c Card> {
    of_page(stage, cards, stage.site.home()?, lang)
}

fn drawing(
    stage: &Stage,
    theme: &Theme,
    tera: &Tera,
    (id, lang, page): (EntryId, Lang, &Page),
) -> Result<String, Vec<Diagnostic>> {
    let root = stage.shared.root(&page.path.to_root());
    let (versions, section) = (versions::of_page(stage, id, 1), stage.site.entry(id).section);
    let subject = Subject { lang, path: &page.path, root: root.clone(), versions, section, parent: None, of: None };
    let (mut sight, _) = jobs::with_frame(stage, &subject);
    let Some(own) = view::page_view(stage, id, lang, &root) else { return Err(Vec::new()) };
    sight.insert("page", &own);
    let svg = tera.render(TEMPLATE, sight.context());
    let svg = svg.map_err(|error| vec![theme.diagnostic(&error, TEMPLATE, &page.document.source.path)])?;
    Ok(composed(&svg))
}

/// Letters and their marks as one character where there is one: fonts have glyphs for these.
pub fn composed(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// A font that the folder does not have, by the families that it has.
pub fn unknown_font(name: &str, faces: &[faces::Face<'_>]) -> Diagnostic {
    let known: Vec<&str> = faces.iter().map(|face| face.family.as_str()).collect();
    Diagnostic::new(Code::UnknownFont).with("name", name).nearest(name, known)
}
