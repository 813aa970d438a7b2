//! The feeds that a page names in its head, and what feeds are called.
//!
//! In: the plans of the site. Out: links, the language's own feed first.

use serde::Serialize;
use tera::Value;

use super::frame::Subject;
use crate::locale::MessageArg;
use crate::model::feed::{ATOM, FeedOf, FeedPlan, JSON_FEED};
use crate::model::lang::Lang;
use crate::model::site::is_within;
use crate::render::Stage;

/// `<link rel="alternate">` to a feed.
#[derive(Debug, Serialize)]
pub struct FeedView {
    /// What it is called.
    pub title: String,
    /// Its address, a text.
    pub url: Value,
    /// Its media type.
    pub r#type: &'static str,
}

/// The feeds of the language, of the sections that the page lies in, and of the page itself.
pub fn feeds(stage: &Stage, subject: &Subject<'_>) -> Vec<FeedView> {
    let around = |plan: &FeedPlan| match &plan.of {
        FeedOf::Language => true,
        FeedOf::Section(id) => is_within(&stage.site.entries, subject.section, *id),
        FeedOf::Tag(_) => false,
    };
    let offered = stage.site.feeds.iter().filter(|plan| subject.of.as_ref() == Some(&plan.of) || around(plan));
    let views = offered.filter_map(|plan| {
        let pages = plan.translations[subject.lang].as_ref()?;
        let title = feed_title(stage, subject.lang, &plan.of);
        let view = |path, r#type| FeedView { title: title.clone(), url: subject.link(path), r#type };
        Some([view(&pages.atom, ATOM), view(&pages.json, JSON_FEED)])
    });
    views.flatten().collect()
}

/// What a feed is called in a language.
pub fn feed_title(stage: &Stage, lang: Lang, of: &FeedOf) -> String {
    stage.shared.feed_title(lang, of, || new_feed_title(stage, lang, of))
}

fn new_feed_title(stage: &Stage, lang: Lang, of: &FeedOf) -> String {
    let locale = &stage.locales[lang];
    let site = locale.text(&stage.site.config.title.value);
    let name = match of {
        FeedOf::Language => None,
        FeedOf::Section(id) => stage.site.page(*id, lang).map(|page| page.document.front.title.clone()),
        FeedOf::Tag(key) => {
            stage.site.tags.get(key).and_then(|tag| Some(tag.translations[lang].as_ref()?.name.clone()))
        }
    };
    let site_arg = ("site", MessageArg::Text(site.clone()));
    let title = match name {
        None => locale.message("feed-title", &[site_arg]),
        Some(name) => locale.message("feed-title-of", &[site_arg, ("name", MessageArg::Text(name))]),
    };
    title.unwrap_or(site)
}
