//! The list of outputs beside the pages, one line each.

use std::sync::Arc;

use rayon::prelude::*;

use super::{atom, calendar, cards, editor, json_feed, media, robots, search, sitemap};
use crate::locale::Locales;
use crate::model::assets::Assets;
use crate::model::cache::Cache;
use crate::model::card::{Cards, Fonts};
use crate::model::feed::Feed;
use crate::model::listing::Listed;
use crate::model::output::{Output, Sink};
use crate::model::picture::Pictures;
use crate::model::site::Site;
use crate::model::text::PageText;

/// What outputs are made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Emitting<'a> {
    /// The resolved site.
    pub site: &'a Site,
    /// Its languages' messages and rules.
    pub locales: &'a Locales,
    /// Its theme's assets.
    pub assets: &'a Assets,
    /// Its pictures.
    pub pictures: &'a Pictures,
    /// The fonts of social cards.
    pub fonts: &'a Fonts,
    /// The feeds.
    pub feeds: &'a [Feed],
    /// The pages that search engines may list.
    pub listed: &'a [Listed],
    /// The pages' social cards.
    pub cards: &'a Cards,
    /// What the pages say; nothing where the search index is left to somebody else.
    pub texts: &'a [Arc<PageText>],
    /// Where outputs that are expensive to make are kept.
    pub cache: &'a Arc<Cache>,
    /// Takes files as soon as they are made.
    pub sink: Option<&'a dyn Sink>,
}

/// Every emitter: what a site has beside its pages.
const EMITTERS: [fn(&Emitting<'_>) -> Vec<Output>; 8] = [
    |e| files(e.site, e.pictures, e.assets),
    |e| feeds(e.feeds),
    |e| sitemap::sitemap(e.listed, &e.site.config.base_url, sitemap::LIMITS),
    |e| robots::robots(&e.site.config.base_url, e.site.config.index).into_iter().collect(),
    |e| calendar::calendars(e.site, e.locales),
    |e| cards::cards(e.cards, e.fonts, e.cache),
    |e| search::search(e.texts),
    |e| editor::editor(e.site, e.locales, &e.assets.outputs),
];

/// All outputs beside the pages.
pub(crate) fn all(emitting: &Emitting<'_>) -> Vec<Output> {
    let emitted = EMITTERS.par_iter().flat_map_iter(|emit| emit(emitting));
    emitted.filter_map(|output| output.unless_taken(emitting.sink)).collect()
}

/// What pages show and link to, and the theme's assets.
pub(crate) fn files(site: &Site, pictures: &Pictures, assets: &Assets) -> Vec<Output> {
    let mut files = media::media(&site.media, pictures);
    files.extend(media::pictures(&site.pictures, pictures));
    files.extend(media::assets(&assets.pictures, pictures));
    files.extend(assets.outputs.iter().cloned());
    files
}

pub(crate) fn feeds(feeds: &[Feed]) -> Vec<Output> {
    feeds.par_iter().flat_map_iter(|feed| [atom::atom(feed), json_feed::json_feed(feed)]).collect()
}
