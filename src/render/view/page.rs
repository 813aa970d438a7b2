//! A page's own view: what it says, and what its front matter says of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::details::{self, AttachmentView, CardView, CorrectionView, EventView, ImageView, SourceView, WithdrawnView};
use super::frame::{FrameInput, LinkView};
use super::place::Place;
use crate::model::{Children, Contact, Entry, EntryId, Extra, Heading, Lang, SitePath, State};
use crate::render::input::{RenderInput, SitePage};
use crate::render::view_cache::BasePath;

/// The kind of pages for addresses that lead nowhere.
pub(crate) const NOT_FOUND_KIND: &str = "not-found";

/// The page as templates see it. Lists are empty and single values null where there is nothing.
#[derive(Debug, Serialize)]
pub(crate) struct PageView<'s> {
    /// `home`, `page`, `section`, `tag`, `tags` or `not-found`.
    pub kind: &'static str,
    /// The template that its front matter names; null where the kind's own serves.
    pub template: Option<&'s str>,
    pub title: Value,
    pub description: Value,
    /// Absolute; the original's where that stands in for a missing translation; null for a page that is shown at any
    /// address.
    pub canonical: Option<String>,
    pub path: SitePath,
    pub html: Value,
    /// Headings, nested.
    pub toc: Vec<TocEntry<'s>>,
    /// Whether it is a draft, shown because the builder asked for drafts.
    pub draft: bool,
    /// Date of publication, like all dates a [`DateView`](crate::render::view_cache::DateView).
    pub date: Value,
    /// Date of the last change of substance.
    pub updated: Value,
    /// The day of the last change since publication, corrections included.
    pub modified: Value,
    /// Tags: a list of [`TagView`](crate::render::view_cache::TagView).
    pub tags: Value,
    pub section: Option<LinkView>,
    pub image: Option<ImageView>,
    pub event: Option<EventView>,
    pub attachments: Vec<AttachmentView>,
    pub sources: Vec<SourceView>,
    pub contacts: &'s [Contact],
    pub authors: &'s [String],
    pub corrections: Vec<CorrectionView>,
    /// The neighbour before it in its section's order.
    pub prev: Option<LinkView>,
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

/// The page that a page was translated from.
#[derive(Debug, Serialize)]
pub(crate) struct SourcePageView {
    pub title: String,
    pub url: String,
    pub lang: String,
    pub name: String,
    /// When it last changed, as its front matter says: `updated`, else `date`; a [`DateView`](crate::render::view_cache::DateView) or null.
    pub changed: Value,
}

/// An entry of the table of contents.
#[derive(Debug, Serialize)]
pub(crate) struct TocEntry<'s> {
    pub id: &'s str,
    pub title: &'s str,
    /// 2 to 6.
    pub level: u8,
    pub children: Vec<TocEntry<'s>>,
}

/// Where the front matter has no free values.
static NO_EXTRA: Extra = Extra::Map(BTreeMap::new());

impl<'s> PageView<'s> {
    /// A page of the site; its body is still to be filled in.
    pub(crate) fn of(input: &'s RenderInput, shown: SitePage<'s>, base: &BasePath) -> Self {
        let SitePage { id, lang, page, summary } = shown;
        let place = Place { root: base.prefix(), here: "" };
        let (config, locale, entry) = (&input.site.config, input.locale(lang), input.site.entry(id));
        let (front, meta, (prev, next)) = (&page.document.front, &page.meta, neighbours(input, id, lang));
        let link = |id: Option<EntryId>| Some(LinkView::to(input.page(id?, lang)?.summary, base));
        Self {
            kind: kind(entry),
            template: meta.template.as_deref(),
            title: summary.title.clone(),
            description: summary.description.clone(),
            canonical: Some(input.site.page(id, page.document.lang).unwrap_or(page).path.absolute(&config.base_url)),
            path: page.path.clone(),
            html: Value::safe_string(""),
            toc: if input.used_fields.toc { toc(&page.document.headings) } else { Vec::new() },
            draft: meta.draft,
            date: summary.date.clone(),
            updated: summary.updated.clone(),
            modified: summary.modified.clone(),
            tags: base.tags(lang, &meta.tags),
            section: link(entry.section),
            image: details::image(input, place, page),
            event: details::event(input, shown, place),
            attachments: details::attachments(input, shown, place),
            sources: meta.sources.iter().map(|source| details::source(source, locale)).collect(),
            contacts: &meta.contacts,
            authors: &meta.authors,
            corrections: front.corrections.iter().map(|correction| details::correction(correction, locale)).collect(),
            prev: link(prev),
            next: link(next),
            extra: meta.extra.as_ref().unwrap_or(&NO_EXTRA),
            lang_of_body: Cow::Borrowed(page.document.lang.tag()),
            fallback: page.document.lang != lang,
            outdated: entry.states[lang] == State::Outdated && config.outdated_notice,
            withdrawn: details::withdrawn(front, locale),
            source: source_page(input, shown, place),
            card: None,
            structured: None,
        }
    }

    /// A page without a file: a tag, the list of tags, or the one for addresses that lead nowhere.
    pub(crate) fn generated(input: &RenderInput, kind: &'static str, title: &str, around: &FrameInput<'_>) -> Self {
        let canonical = (kind != NOT_FOUND_KIND).then(|| around.path.absolute(&input.site.config.base_url));
        Self {
            kind,
            template: None,
            title: Value::from(title),
            description: Value::none(),
            canonical,
            path: around.path.clone(),
            html: Value::safe_string(""),
            toc: Vec::new(),
            draft: false,
            date: Value::none(),
            updated: Value::none(),
            modified: Value::none(),
            tags: Value::from(Vec::<Value>::new()),
            section: None,
            image: None,
            event: None,
            attachments: Vec::new(),
            sources: Vec::new(),
            contacts: &[],
            authors: &[],
            corrections: Vec::new(),
            prev: None,
            next: None,
            extra: &NO_EXTRA,
            lang_of_body: Cow::Owned(around.lang.to_string()),
            fallback: false,
            outdated: false,
            withdrawn: None,
            source: None,
            card: None,
            structured: None,
        }
    }
}

/// The page that a page was translated from, or that it shows in place of a translation.
fn source_page(input: &RenderInput, shown: SitePage<'_>, place: Place<'_>) -> Option<SourcePageView> {
    let SitePage { id, lang, page, .. } = shown;
    let translated = page.document.front.translation.as_ref().filter(|_| page.document.lang == lang);
    let from = match translated {
        Some(translation) => translation.from.value,
        None if page.document.lang != lang => page.document.lang,
        None => return None,
    };
    let source = input.site.own_page(id, from)?;
    Some(SourcePageView {
        title: source.document.front.title.clone(),
        url: place.link(&source.path),
        lang: from.to_string(),
        name: input.views.language(from).0.name.clone(),
        changed: input.views.day(lang, source.meta.updated.or(source.meta.date)),
    })
}

fn kind(entry: &Entry) -> &'static str {
    match (entry.section, &entry.children) {
        (None, Some(_)) => "home",
        (_, Some(_)) => "section",
        _ => "page",
    }
}

/// The pages before and after this one in its section's list.
fn neighbours(input: &RenderInput, id: EntryId, lang: Lang) -> (Option<EntryId>, Option<EntryId>) {
    // The home page lists the newest pages, not those beside it, so these have no order to follow.
    let section = input.site.entry(id).section.filter(|section| input.site.home() != Some(*section));
    let children: Option<&Children> =
        section.and_then(|section| input.site.entry(section).children.as_ref()).map(|children| &children[lang]);
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
