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
use tera::{Tera, Value};

use super::body::{Filler, Place};
use super::sight::Sight;
use super::view::{self, Subject};
use super::{Stage, Theme, jobs};
use crate::diagnostic::Diagnostic;
use crate::model::feed::{Feed, FeedEntry, FeedFile, FeedOf, FeedPages, FeedPlan};
use crate::model::html::escape;
use crate::model::lang::Lang;
use crate::model::site::{EntryId, Page};
use crate::model::url::{SitePath, encode};

/// The template of a page in a feed, which a theme may leave out.
const TEMPLATE: &str = "feed.html";

/// Pages as they are in feeds.
pub type Entries = BTreeMap<(EntryId, Lang), Arc<FeedEntry>>;

/// Every feed of the site. Pages that are in `entries` are not rendered again; those that are rendered are added.
pub fn feeds(
    stage: &Arc<Stage>,
    theme: &Theme,
    tera: &Tera,
    entries: &mut Entries,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Feed> {
    let all =
        || stage.site.feeds.iter().flat_map(|plan| plan.translations.iter().map(move |(lang, own)| (plan, lang, own)));
    let pages =
        all().flat_map(|(_, lang, own)| own.iter().flat_map(move |own| own.entries.iter().map(move |id| (*id, lang))));
    let wanted = pages.filter(|key| !entries.contains_key(key)).collect::<BTreeSet<_>>();
    let wanted: Vec<(EntryId, Lang)> = wanted.into_iter().collect();
    let made: Vec<_> = wanted.par_iter().map(|(id, lang)| entry(stage, theme, tera, (*id, *lang))).collect();
    for (key, made) in wanted.into_iter().zip(made) {
        match made {
            Ok(made) => _ = made.map(|made| entries.insert(key, Arc::new(made))),
            Err(found) => diagnostics.extend(found),
        }
    }
    all().filter_map(|(plan, lang, own)| feed(stage, plan, (lang, own.as_ref()?), entries)).collect()
}

fn feed(stage: &Stage, plan: &FeedPlan, (lang, own): (Lang, &FeedPages), entries: &Entries) -> Option<Feed> {
    let config = &stage.site.config;
    let absolute = |path: &SitePath| path.absolute(&config.base_url);
    let file = |path: &SitePath| FeedFile { path: path.clone(), url: absolute(path) };
    let entries: Vec<_> = own.entries.iter().filter_map(|id| entries.get(&(*id, lang)).cloned()).collect();
    let others = plan.translations.iter().filter(|(other, _)| *other != lang);
    let others = others.filter_map(|(other, pages)| Some((other.to_string(), absolute(&pages.as_ref()?.atom))));
    let described = match &plan.of {
        FeedOf::Language => stage.site.home().and_then(|home| stage.site.page(home, lang)),
        FeedOf::Section(id) => stage.site.page(*id, lang),
        FeedOf::Tag(_) => None,
    };
    let publisher = config.publisher.get("name").and_then(|name| view::in_language(name.as_ref()?, lang));
    Some(Feed {
        atom: file(&own.atom),
        json: file(&own.json),
        id: feed_id(stage, &plan.of, lang),
        lang: lang.to_string(),
        title: view::feed_title(stage, lang, &plan.of),
        description: described.and_then(|page| page.document.front.description.clone()),
        page: absolute(&own.page),
        others: others.collect(),
        author: publisher.unwrap_or_else(|| stage.locales[lang].text(&config.title.value)),
        rights: config.license.clone(),
        updated: entries.iter().map(|entry| entry.updated.clone()).max()?,
        entries,
    })
}

/// A tag URI (RFC 4151): the page's key and language. Neither changes with its title, date or address.
fn tag_uri(stage: &Stage, name: &str, lang: Lang) -> String {
    let prefix = stage.site.config.feeds.as_ref().map_or("", |feeds| feeds.id.as_str());
    format!("tag:{prefix}{name}/{lang}")
}

/// The same for a feed. A page's key has no question mark, so a tag is never taken for a page.
fn feed_id(stage: &Stage, of: &FeedOf, lang: Lang) -> String {
    match of {
        FeedOf::Language => tag_uri(stage, "_index", lang),
        FeedOf::Section(id) => tag_uri(stage, &encode(&stage.site.entry(*id).key), lang),
        FeedOf::Tag(key) => tag_uri(stage, &format!("?tag/{}", encode(key)), lang),
    }
}

fn entry(
    stage: &Arc<Stage>,
    theme: &Theme,
    tera: &Tera,
    (id, lang): (EntryId, Lang),
) -> Result<Option<FeedEntry>, Vec<Diagnostic>> {
    let Some(page) = stage.site.page(id, lang) else { return Ok(None) };
    let root = stage.site.config.base_url.as_str();
    let place = Place { root, here: &page.path.absolute(root) };
    let Some((published, updated)) = dates(stage, page) else { return Ok(None) };
    let (html, image) = text(stage, theme, tera, (id, lang, page, place))?;
    let tags = view::tags(stage, &page.meta.tags, lang, root);
    Ok(Some(FeedEntry {
        id: tag_uri(stage, &encode(&stage.site.entry(id).key), lang),
        url: place.here.to_string(),
        title: page.document.front.title.clone(),
        summary: page.document.front.description.clone(),
        html,
        image,
        published,
        updated,
        authors: page.meta.authors.clone(),
        tags: tags.into_iter().map(|tag| (tag.key, tag.name)).collect(),
    }))
}

/// When a page was published and last changed. Days begin at midnight where the site is; a correction is a change, and
/// nothing changes before it is published.
fn dates(stage: &Stage, page: &Page) -> Option<(ZonedDateTime, ZonedDateTime)> {
    let zone = &stage.site.config.timezone;
    let day = |day: Date| day.to_zoned_datetime(zone.clone()).ok();
    let date = day(page.meta.date?)?;
    let published = page.meta.publish.map_or(date.clone(), |instant| instant.to_zoned_datetime(zone.clone()));
    let corrected = page.document.front.corrections.iter().map(|correction| correction.date);
    let changes = page.meta.updated.into_iter().chain(corrected).filter_map(day);
    let updated = changes.chain([date, published.clone()]).max()?;
    Some((published, updated))
}

type Wanted<'p> = (EntryId, Lang, &'p Page, Place<'p>);

/// A page's text for readers elsewhere, and its picture.
fn text(
    stage: &Arc<Stage>,
    theme: &Theme,
    tera: &Tera,
    (id, lang, page, place): Wanted<'_>,
) -> Result<(String, Option<String>), Vec<Diagnostic>> {
    let versions = stage.site.config.languages.map(|_| None);
    let (root, section) = (stage.shared.root(place.root), stage.site.entry(id).section);
    let subject = Subject { lang, path: &page.path, root: root.clone(), versions, section, parent: None, of: None };
    // Nobody else looks at it, and most texts call nothing.
    let is_framed = page.document.body.calls() || theme.has(TEMPLATE);
    let mut sight = if is_framed { jobs::with_frame(stage, &subject).0 } else { Sight::default() };
    let Some(mut own) = view::page_view(stage, id, lang, &root) else { return Err(Vec::new()) };
    let implicits = jobs::implicits(stage, &sight, &own, page);
    let mut filler = Filler::new(stage, theme, tera, (page, place), &implicits);
    let mut html = filler.fill(&page.document.body);
    if !filler.diagnostics.is_empty() {
        return Err(filler.diagnostics);
    }
    if theme.has(TEMPLATE) {
        own.html = Value::safe_string(&html);
        sight.insert("page", &own);
        html = tera
            .render(TEMPLATE, sight.context())
            .map_err(|error| vec![theme.diagnostic(&error, TEMPLATE, &page.document.source.path)])?;
    } else {
        corrections(&own, &mut html);
    }
    trim(&mut html);
    Ok((html, own.image.map(|image| image.src)))
}

/// Removes white space around a text, where it is.
fn trim(text: &mut String) {
    text.truncate(text.trim_end().len());
    text.drain(..text.len() - text.trim_start().len());
}

/// Readers of feeds see no page, so what was corrected is said in the text, also where the theme does not say how.
fn corrections(page: &view::PageView<'_>, html: &mut String) {
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
