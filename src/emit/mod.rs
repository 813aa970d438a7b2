//! Everything beside the pages: the list of emitters, one line each. An emitter is a file of this folder.

pub(crate) mod assets;
pub(crate) mod atom;
pub(crate) mod calendar;
pub(crate) mod cards;
pub(crate) mod editor;
pub(crate) mod json_feed;
pub(crate) mod media;
pub(crate) mod robots;
pub(crate) mod search;
pub(crate) mod sitemap;
pub(crate) mod styles;

use std::sync::Arc;

use rayon::prelude::*;

use crate::addresses::{AddressRegistry, Claim, Owner};
use crate::locale::Locales;
use crate::model::{
    Assets, Cache, Cards, Content, EDITOR_FOLDER, Feed, Fonts, Listed, Output, PageText, Pictures, Sink, Site, SitePath,
};

/// What outputs are made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Emitting<'a> {
    pub site: &'a Site,
    pub locales: &'a Locales,
    pub assets: &'a Assets,
    pub pictures: &'a Pictures,
    pub fonts: &'a Fonts,
    pub feeds: &'a [Feed],
    pub listed: &'a [Listed],
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

/// Claims the addresses of pictures' versions and of assets: their names have a hash, so only a name made on purpose
/// meets one.
pub(crate) fn claim(site: &Site, pictures: &Pictures, assets: &Assets, addresses: &mut AddressRegistry) {
    let mut claim = |output: &Output, of| addresses.claim(Claim::for_ever(output.path.clone(), Owner::named(of)));
    media::pictures(&site.pictures, pictures).iter().for_each(|version| claim(version, "bruecke"));
    let assets = media::assets(&assets.pictures, pictures).into_iter().chain(assets.outputs.iter().cloned());
    // The editor's folder is its own.
    let assets = assets.filter(|asset| !asset.path.as_str().starts_with(EDITOR_FOLDER));
    assets.for_each(|asset| claim(&asset, "themes"));
}

pub(crate) fn feeds(feeds: &[Feed]) -> Vec<Output> {
    feeds.par_iter().flat_map_iter(|feed| [atom::atom(feed), json_feed::json_feed(feed)]).collect()
}

/// A file of text at the site's root.
fn text(name: &str, text: String) -> Option<Output> {
    Some(Output { path: SitePath::file(name)?, content: Content::Bytes(text.into_bytes().into()) })
}

/// How many bytes the file of a feed will have, and hardly more: what is escaped makes a text up to a quarter longer.
fn capacity(feed: &Feed) -> usize {
    let around = 2048;
    feed.entries.iter().map(|page| page.html.len() * 5 / 4 + around).sum::<usize>() + around
}

/// An instant as feeds write it (RFC 3339), with the offset of its zone.
fn rfc3339(at: &jiff::ZonedDateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
