//! Feeds with their texts: each page that is in a feed is rendered once more, as `feed.html` shows it, with absolute
//! addresses.
//!
//! In: the plans of the site. Out: feeds. Invariant: a page is rendered once a language, however many feeds it is in, and
//! no address is found by searching in HTML.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ZonedDateTime;
use jiff::civil::Date;
use rayon::prelude::*;
use tera::Value;

use super::context::RenderContext;
use super::input::{RenderInput, SitePage};
use super::scene::Scene;
use super::view::frame::FrameInput;
use super::view::page::PageView;
use super::view::place::Place;
use super::view_cache::publisher_name;
use crate::diagnostic::Diagnostic;
use crate::model::html::escape;
use crate::model::url::encode;
use crate::model::{EntryId, Feed, FeedEntry, FeedFile, FeedOf, FeedPages, FeedPlan, Lang, Page, SitePath};

/// The template of a page in a feed, which a theme may leave out.
const TEMPLATE: &str = "feed.html";

/// Pages as they are in feeds.
pub(super) type Entries = BTreeMap<(EntryId, Lang), Arc<FeedEntry>>;

/// Every feed of the site. Pages that are in `entries` are not rendered again; those that are rendered are added.
pub(super) fn feeds<'a>(
    context: RenderContext<'a>,
    entries: &mut Entries,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Feed> {
    let input = context.input;
    let base = &input.base_path(&input.site.config.base_url);
    let languages = |(at, plan): (usize, &'a FeedPlan)| {
        plan.translations.iter().filter_map(move |(lang, own)| {
            let link = base.feeds(lang).get(at)?.as_ref()?;
            Some(LanguageFeed { plan, lang, own: own.as_ref()?, title: &link.title })
        })
    };
    let all: Vec<LanguageFeed<'_>> = input.site.feeds.iter().enumerate().flat_map(languages).collect();
    let keys = all.iter().flat_map(|feed| feed.own.entries.iter().map(|id| (*id, feed.lang)));
    let keys: BTreeSet<(EntryId, Lang)> = keys.filter(|key| !entries.contains_key(key)).collect();
    let wanted: Vec<SitePage<'_>> = keys.into_iter().filter_map(|(id, lang)| input.page(id, lang)).collect();
    let made: Vec<_> = wanted.par_iter().map(|shown| entry(context, *shown)).collect();
    for (shown, made) in wanted.iter().zip(made) {
        match made {
            Ok(made) => entries.extend(made.map(|made| ((shown.id, shown.lang), Arc::new(made)))),
            Err(found) => diagnostics.extend(found),
        }
    }
    all.iter().filter_map(|planned| feed(input, planned, entries)).collect()
}

struct LanguageFeed<'s> {
    plan: &'s FeedPlan,
    lang: Lang,
    own: &'s FeedPages,
    title: &'s str,
}

fn feed(input: &RenderInput, planned: &LanguageFeed<'_>, entries: &Entries) -> Option<Feed> {
    let LanguageFeed { plan, lang, own, title } = *planned;
    let config = &input.site.config;
    let absolute = |path: &SitePath| path.absolute(&config.base_url);
    let file = |path: &SitePath| FeedFile { path: path.clone(), url: absolute(path) };
    let entries: Vec<_> = own.entries.iter().filter_map(|id| entries.get(&(*id, lang)).cloned()).collect();
    let others = plan.translations.iter().filter(|(other, _)| *other != lang);
    let others = others.filter_map(|(other, pages)| Some((other.to_string(), absolute(&pages.as_ref()?.atom))));
    let described = match &plan.of {
        FeedOf::Language => input.site.home().and_then(|home| input.site.page(home, lang)),
        FeedOf::Section(id) => input.site.page(*id, lang),
        FeedOf::Tag(_) => None,
    };
    Some(Feed {
        atom: file(&own.atom),
        json: file(&own.json),
        id: feed_id(input, &plan.of, lang),
        lang: lang.to_string(),
        title: title.to_string(),
        description: described.and_then(|page| page.document.front.description.clone()),
        page: absolute(&own.page),
        others: others.collect(),
        author: publisher_name(&input.site, lang).unwrap_or_else(|| input.locales[lang].text(&config.title.value)),
        rights: config.license.clone(),
        updated: entries.iter().map(|entry| entry.updated.clone()).max()?,
        entries,
    })
}

/// A tag URI (RFC 4151): the page's key and language. Neither changes with its title, date or address.
fn tag_uri(input: &RenderInput, name: &str, lang: Lang) -> String {
    let prefix = input.site.config.feeds.as_ref().map_or("", |feeds| feeds.id.as_str());
    format!("tag:{prefix}{name}/{lang}")
}

/// The same for a feed. A page's key has no question mark, so a tag is never taken for a page.
fn feed_id(input: &RenderInput, of: &FeedOf, lang: Lang) -> String {
    match of {
        FeedOf::Language => tag_uri(input, "_index", lang),
        FeedOf::Section(id) => tag_uri(input, &encode(&input.site.entry(*id).key), lang),
        FeedOf::Tag(key) => tag_uri(input, &format!("?tag/{}", encode(key)), lang),
    }
}

fn entry(context: RenderContext<'_>, shown: SitePage<'_>) -> Result<Option<FeedEntry>, Vec<Diagnostic>> {
    let (input, SitePage { id, lang, page, .. }) = (context.input, shown);
    let url = page.path.absolute(&input.site.config.base_url);
    let Some((published, updated)) = dates(input, page) else { return Ok(None) };
    let (html, image) = text(context, shown, &url)?;
    let name = |key: &String| Some((key.clone(), input.site.tags.get(key)?.translations[lang].as_ref()?.name.clone()));
    Ok(Some(FeedEntry {
        id: tag_uri(input, &encode(&input.site.entry(id).key), lang),
        url,
        title: page.document.front.title.clone(),
        summary: page.document.front.description.clone(),
        html,
        image,
        published,
        updated,
        authors: page.meta.authors.clone(),
        tags: page.meta.tags.iter().filter_map(name).collect(),
    }))
}

/// When a page was published and last changed. Days begin at midnight where the site is; a correction is a change, and
/// nothing changes before it is published.
fn dates(input: &RenderInput, page: &Page) -> Option<(ZonedDateTime, ZonedDateTime)> {
    let zone = &input.site.config.timezone;
    let day = |day: Date| day.to_zoned_datetime(zone.clone()).ok();
    let date = day(page.meta.date?)?;
    let published = page.meta.publish.map_or(date.clone(), |instant| instant.to_zoned_datetime(zone.clone()));
    let corrected = page.document.front.corrections.iter().map(|correction| correction.date);
    let changes = page.meta.updated.into_iter().chain(corrected).filter_map(day);
    let updated = changes.chain([date, published.clone()]).max()?;
    Some((published, updated))
}

/// A page's text for readers elsewhere, and its picture.
fn text(
    context: RenderContext<'_>,
    shown: SitePage<'_>,
    url: &str,
) -> Result<(String, Option<String>), Vec<Diagnostic>> {
    let (input, theme) = (context.input, context.theme);
    let base = input.base_path(&input.site.config.base_url);
    let section = input.site.entry(shown.id).section;
    let around = FrameInput { section, ..FrameInput::alone(input, shown.lang, &shown.page.path, &base) };
    let mut scene = Scene::of(context, shown, &around);
    let mut html = scene.text(context, shown, Place { root: base.prefix(), here: url })?;
    if theme.has(TEMPLATE) {
        scene.page.html = Value::safe_string(&html);
        scene.context.insert("page", &scene.page);
        let source = &shown.page.document.source.path;
        let rendered = context.tera.render(TEMPLATE, &scene.context);
        html = rendered.map_err(|error| vec![theme.diagnostic(&error, TEMPLATE, source)])?;
    } else {
        corrections(&scene.page, &mut html);
    }
    trim(&mut html);
    Ok((html, scene.page.image.map(|image| image.src)))
}

/// Removes white space around a text, where it is.
fn trim(text: &mut String) {
    text.truncate(text.trim_end().len());
    text.drain(..text.len() - text.trim_start().len());
}

/// Readers of feeds see no page, so what was corrected is said in the text, also where the theme does not say how.
fn corrections(page: &PageView<'_>, html: &mut String) {
    if page.corrections.is_empty() {
        return;
    }
    html.push_str("<ul>");
    for correction in &page.corrections {
        html.push_str("<li>");
        escape(&format!("{}: {}", correction.date.long, correction.note), html);
        html.push_str("</li>");
    }
    html.push_str("</ul>");
}
