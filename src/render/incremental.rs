//! Pages with another text and nothing else that is other: they alone are rendered again.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use tera::Tera;

use super::context::RenderContext;
use super::feeds::{self, feeds};
use super::input::RenderInput;
use super::page::{OutputPage, PageRenderer};
use super::press_kits::{self, PressKits, press_kits};
use super::templates::Theme;
use crate::model::{Cards, EntryId, Feed, Output, PageText};

/// What pages were rendered with, for texts that are edited later.
#[derive(Debug)]
pub(crate) struct RenderState {
    pub(super) tera: Tera,
    pub(super) cards: Cards,
    pub(super) kits: PressKits,
    pub(super) entries: feeds::Entries,
}

/// What has changed where nothing but the texts of some pages has.
pub(crate) struct PartialRender {
    /// The files that are others now.
    pub outputs: Vec<Output>,
    /// The feeds, if any of the pages is in one.
    pub feeds: Option<Vec<Feed>>,
    /// What the pages say now.
    pub texts: Vec<Arc<PageText>>,
    /// How many pages were rendered.
    pub rendered: usize,
}

/// Renders the pages of some entries, of which nothing but the text has changed: not what it links to, nor its headings'
/// anchors, nor its front matter. `input` must be the one that `state` was made with, but for these texts. `None` where
/// that does not end well; then `state` is of no more use.
pub(crate) fn render_partial(
    input: &Arc<RenderInput>,
    theme: &Theme,
    state: &mut RenderState,
    touched: &BTreeSet<EntryId>,
) -> Option<PartialRender> {
    let mut diagnostics = Vec::new();
    // What functions answer does not depend on the texts, so an engine over the earlier input answers the same.
    let context = RenderContext { input, theme, tera: &state.tera };
    let kits = press_kits(context, |id| touched.contains(&id), &mut diagnostics);
    let mut outputs = press_kits::outputs(input, &kits);
    state.kits.extend(kits);
    let renderer = PageRenderer { context, cards: &state.cards, kits: &state.kits, sink: None };
    let pages: Vec<OutputPage<'_>> = touched.iter().flat_map(|id| OutputPage::of_entry(input, *id)).collect();
    let made: Vec<_> = pages.par_iter().map(|page| renderer.render(page)).collect();
    let mut texts = Vec::new();
    for made in made {
        let made = made.ok()?;
        outputs.extend(made.output);
        texts.extend(made.text);
    }
    let before = state.entries.len();
    state.entries.retain(|(id, _), _| !touched.contains(id));
    let in_feeds = state.entries.len() < before;
    let feeds = in_feeds.then(|| feeds(context, &mut state.entries, &mut diagnostics));
    diagnostics.is_empty().then_some(PartialRender { outputs, feeds, texts, rendered: pages.len() })
}
