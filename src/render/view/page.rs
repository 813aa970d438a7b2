//! A page's own view: what it says, and what its front matter says of it.

use serde::Serialize;
use tera::Value;

use super::{DateView, LinkView, TagView, date, media, tags};
use crate::model::calendar;
use crate::model::config::Extra;
use crate::model::date::Moment;
use crate::model::document::Heading;
use crate::model::front_matter::{Citation, Contact};
use crate::model::lang::Lang;
use crate::model::site::{Children, EntryId, Page};
use crate::model::translation::State;
use crate::model::url::SitePath;
use crate::render::Stage;
use crate::render::body::href;

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
    /// Date of publication.
    pub date: Option<DateView>,
    /// Date of the last change of substance.
    pub updated: Option<DateView>,
    /// Tags.
    pub tags: Vec<TagView>,
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

/// A picture.
#[derive(Debug, Serialize)]
pub struct ImageView {
    /// Its address.
    pub src: String,
    /// Text alternative.
    pub alt: Option<String>,
    /// Whose picture it is.
    pub credit: Option<String>,
    /// Caption.
    pub caption: Option<String>,
    /// In pixels.
    pub width: Option<u32>,
    /// In pixels.
    pub height: Option<u32>,
}

/// An event.
#[derive(Debug, Serialize)]
pub struct EventView {
    /// In words, from the first to the last day.
    pub range: String,
    /// The beginning.
    pub start: Option<DateView>,
    /// The end.
    pub end: Option<DateView>,
    /// Where.
    pub place: Option<String>,
    /// The file that puts it into a calendar, relative; null for an event without a beginning.
    pub calendar: Option<String>,
}

/// A download.
#[derive(Debug, Serialize)]
pub struct AttachmentView {
    /// Its address.
    pub url: String,
    /// Its name.
    pub title: String,
    /// `PDF`.
    pub kind: String,
    /// `1,2 MB`.
    pub size: String,
}

/// A source.
#[derive(Debug, Serialize)]
pub struct SourceView {
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: Option<String>,
    /// When, as exactly as known.
    pub date: Option<DateView>,
    /// Its address.
    pub url: Option<String>,
    /// Its language.
    pub lang: Option<String>,
}

/// Who answers questions.
#[derive(Debug, Serialize)]
pub struct ContactView {
    /// Name.
    pub name: String,
    /// Office or role.
    pub role: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
}

/// A correction.
#[derive(Debug, Serialize)]
pub struct CorrectionView {
    /// When it was made.
    pub date: DateView,
    /// What was wrong.
    pub note: String,
}

/// A page of the site. `html` is its body with slots filled.
pub fn page_view(stage: &Stage, id: EntryId, lang: Lang, page: &Page, html: String) -> PageView {
    let root = page.path.to_root();
    let entry = stage.site.entry(id);
    let section = entry.section.and_then(|section| link_to(stage, section, lang, &page.path));
    let (prev, next) = neighbours(stage, id, lang, &page.path);
    let front = &page.document.front;
    let meta = &page.meta;
    let fallback = page.document.lang != lang;
    let shown = stage.site.page(id, page.document.lang).unwrap_or(page);
    PageView {
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
        html: Value::safe_string(&html),
        toc: toc(&page.document.headings),
        draft: meta.draft,
        date: meta.date.map(|day| date(stage, lang, day)),
        updated: meta.updated.map(|day| date(stage, lang, day)),
        tags: tags(stage, &meta.tags, lang, &root),
        section,
        image: image(stage, page),
        event: event(stage, (id, lang), page),
        attachments: attachments(stage, lang, page),
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
        source: source_page(stage, id, lang, page),
    }
}

/// The page that `page` was translated from, or that it shows in place of a translation.
fn source_page(stage: &Stage, id: EntryId, lang: Lang, page: &Page) -> Option<SourcePageView> {
    let translated = page.document.front.translation.as_ref().filter(|_| page.document.lang == lang);
    let from = match translated {
        Some(translation) => translation.from.value,
        None if page.document.lang != lang => page.document.lang,
        None => return None,
    };
    let source = stage.site.own_page(id, from)?;
    Some(SourcePageView {
        title: source.document.front.title.clone(),
        url: page.path.relative(&source.path),
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
        }
    }
}

fn link_to(stage: &Stage, id: EntryId, lang: Lang, from: &SitePath) -> Option<LinkView> {
    let page = stage.site.page(id, lang)?;
    Some(LinkView { title: page.document.front.title.clone(), url: from.relative(&page.path) })
}

/// The pages before and after this one in its section's list.
fn neighbours(stage: &Stage, id: EntryId, lang: Lang, from: &SitePath) -> (Option<LinkView>, Option<LinkView>) {
    // The home page lists the newest pages, not those beside it, so these have no order to follow.
    let section = stage.site.entry(id).section.filter(|section| stage.site.home() != Some(*section));
    let children: Option<&Children> =
        section.and_then(|section| stage.site.entry(section).children.as_ref()).map(|children| &children[lang]);
    let Some((pages, at)) = children.and_then(|children| Some((&children.pages, children.places.get(&id)?))) else {
        return (None, None);
    };
    let link = |at: Option<usize>| at.and_then(|at| pages.get(at)).and_then(|id| link_to(stage, *id, lang, from));
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

fn image(stage: &Stage, page: &Page) -> Option<ImageView> {
    let (target, image) = (page.image.as_ref()?, page.meta.image.as_ref()?);
    let size = media(stage, target).and_then(|file| file.size);
    Some(ImageView {
        src: href(stage, &page.path, target),
        alt: image.alt.clone(),
        credit: image.credit.clone(),
        caption: image.caption.clone(),
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
    })
}

fn event(stage: &Stage, (id, lang): (EntryId, Lang), page: &Page) -> Option<EventView> {
    let event = page.meta.event.as_ref()?;
    let moment = |moment: &Moment| DateView { iso: moment.iso(), ..date(stage, lang, moment.day()) };
    let locale = &stage.locales[lang];
    let range = match (&event.start, &event.end) {
        (Some(start), Some(end)) => locale.date_range(start.day(), end.day()),
        (Some(day), None) | (None, Some(day)) => locale.date("date-long", day.day()),
        (None, None) => String::new(),
    };
    Some(EventView {
        range,
        start: event.start.as_ref().map(moment),
        end: event.end.as_ref().map(moment),
        place: event.place.clone(),
        calendar: event_calendar(stage, id, page),
    })
}

/// The file that puts the event into a calendar; a page that stands in has the original's.
fn event_calendar(stage: &Stage, id: EntryId, page: &Page) -> Option<String> {
    let event = calendar::appointment(stage.site.entry(id), page.document.lang)?;
    Some(page.path.relative(&calendar::of_page(event.page)?))
}

fn attachments(stage: &Stage, lang: Lang, page: &Page) -> Vec<AttachmentView> {
    let files = page.meta.attachments.iter().zip(&page.attachments);
    let view = files.filter_map(|(attachment, target)| {
        let file = media(stage, target)?;
        let name = file.path.as_str();
        Some(AttachmentView {
            url: href(stage, &page.path, target),
            title: attachment.title.clone(),
            kind: name.rsplit_once('.').map(|(_, kind)| kind.to_uppercase()).unwrap_or_default(),
            size: stage.locales[lang].file_size(file.file.size),
        })
    });
    view.collect()
}

fn source_view(stage: &Stage, lang: Lang, source: &Citation) -> SourceView {
    let date = source.date.map(|date| {
        let long = stage.locales[lang].partial_date(date);
        DateView { iso: date.iso(), short: long.clone(), long }
    });
    SourceView {
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        date,
        url: source.url.clone(),
        lang: source.lang.clone(),
    }
}

fn contact(contact: &Contact) -> ContactView {
    ContactView {
        name: contact.name.clone(),
        role: contact.role.clone(),
        phone: contact.phone.clone(),
        email: contact.email.clone(),
    }
}
