//! The feeds that pages name in their heads, and what feeds are called.

use serde::Serialize;
use tera::Value;

use crate::locale::{Locale, MessageArg};
use crate::model::{ATOM, FeedOf, FeedPlan, JSON_FEED, Site, SitePath};

/// `<link rel="alternate">` to a feed.
#[derive(Debug, Serialize)]
struct FeedView<'t> {
    title: &'t str,
    url: String,
    r#type: &'static str,
}

#[derive(Debug)]
pub(crate) struct FeedLink {
    pub title: String,
    pub formats: [Value; 2],
}

/// The feeds of the site; `None` where a language does not have one.
pub(super) type FeedLinks = Vec<Option<FeedLink>>;

/// The links from where the way to the site's root is `prefix`.
pub(super) fn feed_links(site: &Site, locale: &Locale, prefix: &str) -> FeedLinks {
    let links = |plan: &FeedPlan| {
        let pages = plan.translations[locale.lang].as_ref()?;
        let title = feed_title(site, locale, &plan.of);
        let formats = [(&pages.atom, ATOM), (&pages.json, JSON_FEED)];
        let view = |(path, r#type): (&SitePath, _)| {
            Value::from_serializable(&FeedView { title: &title, url: path.below(prefix), r#type })
        };
        Some(FeedLink { formats: formats.map(view), title })
    };
    site.feeds.iter().map(links).collect()
}

/// What a feed is called in a language.
fn feed_title(site: &Site, locale: &Locale, of: &FeedOf) -> String {
    let lang = locale.lang;
    let site_title = locale.text(&site.config.title.value);
    let name = match of {
        FeedOf::Language => None,
        FeedOf::Section(id) => site.page(*id, lang).map(|page| page.document.front.title.clone()),
        FeedOf::Tag(key) => site.tags.get(key).and_then(|tag| Some(tag.translations[lang].as_ref()?.name.clone())),
    };
    let site_arg = ("site", MessageArg::Text(site_title.clone()));
    let title = match name {
        None => locale.message("feed-title", &[site_arg]),
        Some(name) => locale.message("feed-title-of", &[site_arg, ("name", MessageArg::Text(name))]),
    };
    title.unwrap_or(site_title)
}
