//! A page's own view: what it says, and what its front matter says of it.

use serde::Serialize;
use tera::Value;

use super::details::{
    AttachmentView, ContactView, CorrectionView, EventView, ImageView, SourceView, attachments, contact, event, image,
    source_view,
};
use super::{CardView, DateView, LinkView, date, date_value, tag_values};
use crate::model::config::Extra;
use crate::model::document::Heading;
use crate::model::lang::Lang;
use crate::model::site::{Children, EntryId};
use crate::model::translation::State;
use crate::model::url::SitePath;
use crate::render::Stage;
use crate::render::body::Place;

/// The page as templates see it. Lists are empty and single values null where there is nothing.
#[derive(Debug, Serialize)]
pub struct PageView {
    /// `home`, `page`, `section`, `tag`, `tags` or `not-found`.
    pub kind: &'static str,
    /// The template that its front matter names; null where the kind's own serves.
    pub template: Option<String>,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub description: Option<String>,
    /// Absolute; the original's where that stands in for a missing translation; null for a page that is shown at any
    /// address.
    pub canonical: Option<String>,
    /// Below the site's root.
    pub path: String,
    /// The body.
    pub html: Value,
    /// Headings, nested.
    pub toc: Vec<TocEntry>,
    /// Whether it is a draft, shown because the builder asked for drafts.
    pub draft: bool,
    /// Date of publication, like all dates a [`DateView`].
    pub date: Option<Value>,
    /// Date of the last change of substance.
    pub updated: Option<Value>,
    /// The day of the last change since publication, corrections included.
    pub modified: Option<Value>,
    /// Tags, each a [`TagView`](super::TagView).
    pub tags: Vec<Value>,
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
    pub authors: Vec<String>,
    /// Corrections.
    pub corrections: Vec<CorrectionView>,
    /// The neighbour before it in its section's order.
    pub prev: Option<LinkView>,
    /// The neighbour after it.
    pub next: Option<LinkView>,
    /// Free values of the front matter.
    pub extra: Extra,
    /// The language of the body.
    pub lang_of_body: String,
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
pub struct TocEntry {
    /// The heading's id.
    pub id: String,
    /// Its text.
    pub title: String,
    /// 2 to 6.
    pub level: u8,
    /// Headings below it.
    pub children: Vec<TocEntry>,
}

/// A page of the site, seen from a place whose way to the root is `root`; its body is still to be filled in.
pub fn page_view(stage: &Stage, id: EntryId, lang: Lang, root: &str) -> Option<PageView> {
    let page = stage.site.page(id, lang)?;
    let place = Place { root, here: "" };
    let entry = stage.site.entry(id);
    let section = entry.section.and_then(|section| link_to(stage, section, lang, place));
    let (prev, next) = neighbours(stage, id, lang, place);
    let front = &page.document.front;
    let meta = &page.meta;
    let fallback = page.document.lang != lang;
    let shown = stage.site.page(id, page.document.lang).unwrap_or(page);
    Some(PageView {
        kind: match (entry.section, &entry.children) {
            (None, Some(_)) => "home",
            (_, Some(_)) => "section",
            _ => "page",
        },
        template: meta.template.clone(),
        title: front.title.clone(),
        description: front.description.clone(),
        canonical: Some(shown.path.absolute(&stage.site.config.base_url)),
        path: page.path.as_str().to_string(),
        html: Value::safe_string(""),
        toc: toc(&page.document.headings),
        draft: meta.draft,
        date: meta.date.map(|day| date_value(stage, lang, day)),
        updated: meta.updated.map(|day| date_value(stage, lang, day)),
        modified: page.modified().map(|day| date_value(stage, lang, day)),
        tags: tag_values(stage, &meta.tags, lang, root),
        section,
        image: image(stage, place, page),
        event: event(stage, (id, lang), place, page),
        attachments: attachments(stage, lang, place, page),
        sources: meta.sources.iter().map(|source| source_view(stage, lang, source)).collect(),
        contacts: meta.contacts.iter().map(contact).collect(),
        authors: meta.authors.clone(),
        corrections: front
            .corrections
            .iter()
            .map(|correction| CorrectionView {
                date: date(stage, lang, correction.date),
                note: correction.note.clone(),
            })
            .collect(),
        prev,
        next,
        extra: meta.extra.clone().unwrap_or(Extra::Map(Default::default())),
        lang_of_body: page.document.lang.to_string(),
        fallback,
        outdated: entry.states[lang] == State::Outdated && stage.site.config.outdated_notice,
        withdrawn: front.withdrawn.as_ref().map(|withdrawn| WithdrawnView {
            date: withdrawn.date.map(|day| date(stage, lang, day)),
            reason: withdrawn.reason.clone(),
        }),
        source: source_page(stage, id, lang, place),
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

impl PageView {
    /// A page without a file: a tag, the list of tags, or the one for addresses that lead nowhere.
    pub fn generated(stage: &Stage, kind: &'static str, title: String, path: &SitePath, lang: Lang) -> Self {
        let canonical = (kind != "not-found").then(|| path.absolute(&stage.site.config.base_url));
        Self {
            kind,
            template: None,
            title,
            description: None,
            canonical,
            path: path.as_str().to_string(),
            html: Value::safe_string(""),
            toc: Vec::new(),
            draft: false,
            date: None,
            updated: None,
            modified: None,
            tags: Vec::new(),
            section: None,
            image: None,
            event: None,
            attachments: Vec::new(),
            sources: Vec::new(),
            contacts: Vec::new(),
            authors: Vec::new(),
            corrections: Vec::new(),
            prev: None,
            next: None,
            extra: Extra::Map(Default::default()),
            lang_of_body: lang.to_string(),
            fallback: false,
            outdated: false,
            withdrawn: None,
            source: None,
            card: None,
            structured: None,
        }
    }
}

fn link_to(stage: &Stage, id: EntryId, lang: Lang, place: Place<'_>) -> Option<LinkView> {
    let page = stage.site.page(id, lang)?;
    Some(LinkView { title: page.document.front.title.clone(), url: place.link(&page.path) })
}

/// The pages before and after this one in its section's list.
fn neighbours(stage: &Stage, id: EntryId, lang: Lang, place: Place<'_>) -> (Option<LinkView>, Option<LinkView>) {
    // The home page lists the newest pages, not those beside it, so these have no order to follow.
    let section = stage.site.entry(id).section.filter(|section| stage.site.home() != Some(*section));
    let children: Option<&Children> =
        section.and_then(|section| stage.site.entry(section).children.as_ref()).map(|children| &children[lang]);
    let Some((pages, at)) = children.and_then(|children| Some((&children.pages, children.places.get(&id)?))) else {
        return (None, None);
    };
    let link = |at: Option<usize>| at.and_then(|at| pages.get(at)).and_then(|id| link_to(stage, *id, lang, place));
    (link(at.checked_sub(1)), link(Some(at + 1)))
}

fn toc(headings: &[Heading]) -> Vec<TocEntry> {
    let mut entries: Vec<TocEntry> = Vec::new();
    let mut rest = headings;
    while let Some((first, tail)) = rest.split_first() {
        let below = tail.iter().take_while(|heading| heading.level > first.level).count();
        let (id, title, level) = (first.id.clone(), first.title.clone(), first.level);
        entries.push(TocEntry { id, title, level, children: toc(&tail[..below]) });
        rest = &tail[below..];
    }
    entries
}
