//! A page's own view: what it says, and what its front matter says of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use super::details::{
    AttachmentView, ContactView, CorrectionView, EventView, ImageView, SourceView, attachments, contact, event, image,
    source_view,
};
use super::{CardView, DateView, LinkView, date, date_value, mention, tags_of};
use crate::model::config::Extra;
use crate::model::document::Heading;
use crate::model::lang::Lang;
use crate::model::site::{Children, EntryId};
use crate::model::translation::State;
use crate::model::url::SitePath;
use crate::render::Stage;
use crate::render::body::Place;
use crate::render::shared::Root;

/// The page as templates see it. Lists are empty and single values null where there is nothing.
#[derive(Debug, Serialize)]
pub struct PageView<'s> {
    /// `home`, `page`, `section`, `tag`, `tags` or `not-found`.
    pub kind: &'static str,
    /// The template that its front matter names; null where the kind's own serves.
    pub template: Option<&'s str>,
    /// Its title, a text.
    pub title: Value,
    /// One sentence, a text or null.
    pub description: Value,
    /// Absolute; the original's where that stands in for a missing translation; null for a page that is shown at any
    /// address.
    pub canonical: Option<String>,
    /// Below the site's root.
    pub path: SitePath,
    /// The body.
    pub html: Value,
    /// Headings, nested.
    pub toc: Vec<TocEntry<'s>>,
    /// Whether it is a draft, shown because the builder asked for drafts.
    pub draft: bool,
    /// Date of publication, like all dates a [`DateView`].
    pub date: Option<Value>,
    /// Date of the last change of substance.
    pub updated: Option<Value>,
    /// The day of the last change since publication, corrections included.
    pub modified: Option<Value>,
    /// Tags: a list of [`TagView`](super::TagView).
    pub tags: Value,
    /// The section it lies in.
    pub section: Option<LinkView>,
    /// The main picture.
    pub image: Option<ImageView>,
    /// The event.
    pub event: Option<EventView>,
    /// Downloads.
    pub attachments: Vec<AttachmentView>,
    /// Sources.
    pub sources: Vec<SourceView>,
    /// Contacts.
    pub contacts: Vec<ContactView>,
    /// Authors.
    pub authors: &'s [String],
    /// Corrections.
    pub corrections: Vec<CorrectionView>,
    /// The neighbour before it in its section's order.
    pub prev: Option<LinkView>,
    /// The neighbour after it.
    pub next: Option<LinkView>,
    /// Free values of the front matter.
    pub extra: &'s Extra,
    /// The language of the body.
    pub lang_of_body: Cow<'s, str>,
    /// Whether the original stands in for a missing translation.
    pub fallback: bool,
    /// Whether its source has changed since it was translated, and readers are to be told.
    pub outdated: bool,
    /// That it was taken back: when and why.
    pub withdrawn: Option<WithdrawnView>,
    /// The page it was translated from, or that it shows.
    pub source: Option<SourcePageView>,
    /// The picture for networks that show links; null where there is none.
    pub card: Option<CardView>,
    /// JSON-LD about the page, safe inside a `script` element; null where there is nothing to say.
    pub structured: Option<Value>,
}

/// That a page was taken back.
#[derive(Debug, Serialize)]
pub struct WithdrawnView {
    /// When.
    pub date: Option<DateView>,
    /// Why.
    pub reason: Option<String>,
}

/// The page that a page was translated from.
#[derive(Debug, Serialize)]
pub struct SourcePageView {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Its language.
    pub lang: String,
    /// Its language's own name.
    pub name: String,
    /// When it last changed, as its front matter says: `updated`, else `date`.
    pub changed: Option<DateView>,
}

/// An entry of the table of contents.
#[derive(Debug, Serialize)]
pub struct TocEntry<'s> {
    /// The heading's id.
    pub id: &'s str,
    /// Its text.
    pub title: &'s str,
    /// 2 to 6.
    pub level: u8,
    /// Headings below it.
    pub children: Vec<TocEntry<'s>>,
}

/// Where the front matter has no free values.
static NO_EXTRA: Extra = Extra::Map(BTreeMap::new());

/// A page of the site, seen from a place whose way to the root is `root`; its body is still to be filled in.
pub fn page_view<'s>(stage: &'s Stage, id: EntryId, lang: Lang, root: &Root) -> Option<PageView<'s>> {
    let page = stage.site.page(id, lang)?;
    let mention = mention(stage, id, lang)?;
    let place = Place { root: root.way(), here: "" };
    let entry = stage.site.entry(id);
    let asked = &stage.asked;
    let (prev, next) = neighbours(stage, id, lang);
    let front = &page.document.front;
    let meta = &page.meta;
    let fallback = page.document.lang != lang;
    let day = |field, day: Option<Date>| asked.then(field, || day.map(|day| date_value(stage, lang, day)));
    Some(PageView {
        kind: match (entry.section, &entry.children) {
            (None, Some(_)) => "home",
            (_, Some(_)) => "section",
            _ => "page",
        },
        template: meta.template.as_deref(),
        title: mention.title.clone(),
        description: mention.description.clone(),
        canonical: asked.then("canonical", || {
            let shown = stage.site.page(id, page.document.lang).unwrap_or(page);
            Some(shown.path.absolute(&stage.site.config.base_url))
        }),
        path: page.path.clone(),
        html: Value::safe_string(""),
        toc: asked.then("toc", || toc(&page.document.headings)),
        draft: meta.draft,
        date: asked.then("date", || Some(mention.date.clone())),
        updated: day("updated", meta.updated),
        modified: day("modified", page.modified()),
        tags: asked.then("tags", || tags_of(stage, id, lang, root)).unwrap_or_else(no_tags),
        section: asked.then("section", || link_to(stage, entry.section?, lang, root)),
        image: image(stage, place, page),
        event: asked.then("event", || event(stage, (id, lang), place, page)),
        attachments: asked.then("attachments", || attachments(stage, lang, place, page)),
        sources: asked.then("sources", || meta.sources.iter().map(|source| source_view(stage, lang, source)).collect()),
        contacts: asked.then("contacts", || meta.contacts.iter().map(contact).collect()),
        authors: &meta.authors,
        corrections: front
            .corrections
            .iter()
            .map(|correction| CorrectionView {
                date: date(stage, lang, correction.date),
                note: correction.note.clone(),
            })
            .collect(),
        prev: asked.then("prev", || prev.and_then(|id| link_to(stage, id, lang, root))),
        next: asked.then("next", || next.and_then(|id| link_to(stage, id, lang, root))),
        extra: meta.extra.as_ref().unwrap_or(&NO_EXTRA),
        lang_of_body: Cow::Borrowed(page.document.lang.tag()),
        fallback,
        outdated: entry.states[lang] == State::Outdated && stage.site.config.outdated_notice,
        withdrawn: front.withdrawn.as_ref().map(|withdrawn| WithdrawnView {
            date: withdrawn.date.map(|day| date(stage, lang, day)),
            reason: withdrawn.reason.clone(),
        }),
        source: asked.then("source", || source_page(stage, id, lang, place)),
        card: None,
        structured: None,
    })
}

/// The page that a page was translated from, or that it shows in place of a translation.
fn source_page(stage: &Stage, id: EntryId, lang: Lang, place: Place<'_>) -> Option<SourcePageView> {
    let page = stage.site.page(id, lang)?;
    let translated = page.document.front.translation.as_ref().filter(|_| page.document.lang == lang);
    let from = match translated {
        Some(translation) => translation.from.value,
        None if page.document.lang != lang => page.document.lang,
        None => return None,
    };
    let source = stage.site.own_page(id, from)?;
    Some(SourcePageView {
        title: source.document.front.title.clone(),
        url: place.link(&source.path),
        lang: from.to_string(),
        name: stage.locales[from].text("language-name"),
        changed: source.meta.updated.or(source.meta.date).map(|day| date(stage, lang, day)),
    })
}

impl<'s> PageView<'s> {
    /// A page without a file: a tag, the list of tags, or the one for addresses that lead nowhere.
    pub fn generated(stage: &Stage, kind: &'static str, title: &str, path: &SitePath, lang: Lang) -> Self {
        let canonical = (kind != "not-found").then(|| path.absolute(&stage.site.config.base_url));
        Self {
            kind,
            template: None,
            title: Value::from(title),
            description: Value::none(),
            canonical,
            path: path.clone(),
            html: Value::safe_string(""),
            toc: Vec::new(),
            draft: false,
            date: None,
            updated: None,
            modified: None,
            tags: no_tags(),
            section: None,
            image: None,
            event: None,
            attachments: Vec::new(),
            sources: Vec::new(),
            contacts: Vec::new(),
            authors: &[],
            corrections: Vec::new(),
            prev: None,
            next: None,
            extra: &NO_EXTRA,
            lang_of_body: Cow::Owned(lang.to_string()),
            fallback: false,
            outdated: false,
            withdrawn: None,
            source: None,
            card: None,
            structured: None,
        }
    }
}

fn no_tags() -> Value {
    Value::from(Vec::<Value>::new())
}

fn link_to(stage: &Stage, id: EntryId, lang: Lang, root: &Root) -> Option<LinkView> {
    stage.site.page(id, lang)?;
    let mention = mention(stage, id, lang)?;
    Some(LinkView { title: mention.title.clone(), url: mention.url(root) })
}

/// The pages before and after this one in its section's list.
fn neighbours(stage: &Stage, id: EntryId, lang: Lang) -> (Option<EntryId>, Option<EntryId>) {
    // The home page lists the newest pages, not those beside it, so these have no order to follow.
    let section = stage.site.entry(id).section.filter(|section| stage.site.home() != Some(*section));
    let children: Option<&Children> =
        section.and_then(|section| stage.site.entry(section).children.as_ref()).map(|children| &children[lang]);
    let Some((pages, at)) = children.and_then(|children| Some((&children.pages, children.places.get(&id)?))) else {
        return (None, None);
    };
    let at_place = |at: Option<usize>| at.and_then(|at| pages.get(at)).copied();
    (at_place(at.checked_sub(1)), at_place(Some(at + 1)))
}

fn toc(headings: &[Heading]) -> Vec<TocEntry<'_>> {
    let mut entries = Vec::new();
    let mut rest = headings;
    while let Some((first, tail)) = rest.split_first() {
        let below = tail.iter().take_while(|heading| heading.level > first.level).count();
        let (id, title) = (first.id.as_str(), first.title.as_str());
        entries.push(TocEntry { id, title, level: first.level, children: toc(&tail[..below]) });
        rest = &tail[below..];
    }
    entries
}
