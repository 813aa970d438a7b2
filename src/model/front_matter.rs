//! The front matter of one file, read and checked, and what a page says with the values that it inherits.
//!
//! What each key means says [`super::keys`].

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::config::Extra;
use super::date::{Moment, PartialDate};
use super::lang::Lang;
use super::revision::Revision;
use super::source::At;
use super::translation::MissingPolicy;

/// All keys a page may have, as written in its own file. `None` means: not written here.
#[derive(Debug, Default)]
pub struct FrontMatter {
    pub title: String,
    /// The bytes of its value: where messages about the page as a whole point.
    pub title_span: Range<usize>,
    pub description: Option<String>,
    pub date: Option<Date>,
    pub updated: Option<Date>,
    pub slug: Option<At<String>>,
    pub aliases: Vec<At<String>>,
    pub tags: Option<Vec<At<String>>>,
    pub template: Option<At<String>>,
    pub weight: Option<i64>,
    pub draft: Option<bool>,
    pub publish: Option<Timestamp>,
    pub expires: Option<Timestamp>,
    pub authors: Option<Vec<String>>,
    pub image: Option<Box<Image>>,
    pub event: Option<Box<Event>>,
    pub attachments: Option<Vec<Attachment>>,
    pub sources: Option<Vec<Citation>>,
    pub contacts: Option<Vec<Contact>>,
    pub corrections: Vec<Correction>,
    pub withdrawn: Option<Withdrawn>,
    pub translation: Option<Translation>,
    pub extra: Option<Extra>,
    pub sort_by: Option<SortBy>,
    pub paginate_by: Option<usize>,
    pub missing: Option<MissingPolicy>,
}

/// A page's front matter with what it inherits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meta {
    pub date: Option<Date>,
    pub updated: Option<Date>,
    /// The instant it became public, where that is written.
    pub publish: Option<Timestamp>,
    pub tags: Vec<String>,
    /// The template; `None` for the kind's own.
    pub template: Option<String>,
    /// Whether it is a draft, shown because the builder asked for drafts.
    pub draft: bool,
    pub weight: i64,
    pub authors: Vec<String>,
    pub image: Option<Box<Image>>,
    pub event: Option<Box<Event>>,
    pub attachments: Vec<Attachment>,
    pub sources: Vec<Citation>,
    pub contacts: Vec<Contact>,
    pub extra: Option<Extra>,
}

/// A picture with what the law and readers ask of it.
#[derive(Clone, Debug, Default)]
pub struct Image {
    /// The bytes of the whole value.
    pub span: Range<usize>,
    pub src: Option<At<String>>,
    /// Text alternative, in the page's language; empty for a picture that only decorates.
    pub alt: Option<String>,
    pub decorative: bool,
    pub credit: Option<String>,
    pub caption: Option<String>,
}

/// When and where something takes place.
#[derive(Clone, Debug)]
pub struct Event {
    pub start: Option<Moment>,
    /// Last day (inclusive) or instant.
    pub end: Option<Moment>,
    pub place: Option<String>,
    /// The zone of its times (IANA name); without one they are meant in the site's.
    pub timezone: Option<TimeZone>,
}

impl Event {
    /// The same with its times in its own zone, if it has one.
    pub fn settled(self) -> Self {
        let zone = self.timezone.as_ref();
        let settle = |moment: Option<Moment>| moment.map(|moment| moment.settled(zone));
        Self { start: settle(self.start), end: settle(self.end), ..self }
    }

    /// Its last day, as far as it is known.
    pub(crate) fn last_day(&self) -> Option<Date> {
        self.end.as_ref().or(self.start.as_ref()).map(Moment::day)
    }

    /// Whether it ends before it begins.
    pub fn is_backwards(&self) -> bool {
        let Self { start: Some(start), end: Some(end), .. } = self.clone().settled() else { return false };
        match (start.time(), end.time()) {
            (Some(start), Some(end)) => end < start,
            _ => end.day() < start.day(),
        }
    }
}

#[derive(Clone, Debug)]
pub struct Attachment {
    pub src: At<String>,
    pub title: String,
}

#[derive(Clone, Debug)]
pub struct Citation {
    pub publisher: String,
    pub title: Option<String>,
    pub date: Option<PartialDate>,
    pub url: Option<String>,
    pub lang: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Contact {
    pub name: String,
    pub role: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Correction {
    pub date: Date,
    pub note: String,
}

#[derive(Clone, Debug, Default)]
pub struct Withdrawn {
    /// When; in a translation that of its source unless given.
    pub date: Option<Date>,
    pub reason: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Translation {
    pub from: At<Lang>,
    pub revision: Option<Revision>,
    pub by: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SortBy {
    /// Newest first, by the event's day where there is one; pages without a day last.
    #[default]
    Date,
    Weight,
    /// Alphabetically, by the language's own rules.
    Title,
}

impl Meta {
    /// The day that lists sort by: the event's first, where the page tells of one, else that of publication.
    pub(crate) fn listed_day(&self) -> Option<Date> {
        let start = self.event.as_ref().and_then(|event| event.start.as_ref());
        start.map(Moment::day).or(self.date)
    }

    /// A page's own values over its source's. Text that must be translated is never inherited.
    pub(crate) fn of(own: &FrontMatter, source: &FrontMatter) -> Self {
        Self {
            date: own.date.or(source.date),
            updated: own.updated.or(source.updated),
            publish: own.publish.or(source.publish),
            tags: own
                .tags
                .as_ref()
                .or(source.tags.as_ref())
                .into_iter()
                .flatten()
                .map(|tag| tag.value.clone())
                .collect(),
            template: own.template.as_ref().or(source.template.as_ref()).map(|template| template.value.clone()),
            draft: own.draft.or(source.draft).unwrap_or(false),
            weight: own.weight.or(source.weight).unwrap_or(0),
            authors: either(&own.authors, &source.authors),
            image: image(own.image.as_deref(), source.image.as_deref()).map(Box::new),
            event: event(own.event.as_deref(), source.event.as_deref()).map(Box::new),
            attachments: either(&own.attachments, &source.attachments),
            sources: either(&own.sources, &source.sources),
            contacts: either(&own.contacts, &source.contacts),
            extra: own.extra.clone().or_else(|| source.extra.clone()),
        }
    }
}

fn either<T: Clone>(own: &Option<Vec<T>>, source: &Option<Vec<T>>) -> Vec<T> {
    own.as_ref().or(source.as_ref()).cloned().unwrap_or_default()
}

/// File and credit are inherited; text alternative and caption are the language's own.
fn image(own: Option<&Image>, source: Option<&Image>) -> Option<Image> {
    let source = source.cloned();
    let (src, credit, decorative) = source.map(|image| (image.src, image.credit, image.decorative)).unwrap_or_default();
    let own = own.cloned().unwrap_or_default();
    let decorative = own.decorative || decorative;
    let alt = own.alt.or(decorative.then(String::new));
    let image = Image { src: own.src.or(src), credit: own.credit.or(credit), alt, decorative, ..own };
    image.src.is_some().then_some(image)
}

fn event(own: Option<&Event>, source: Option<&Event>) -> Option<Event> {
    let (own, source) = match (own, source) {
        (None, None) => return None,
        (Some(event), None) | (None, Some(event)) => return Some(event.clone().settled()),
        (Some(own), Some(source)) => (own, source),
    };
    let event = Event {
        start: own.start.clone().or_else(|| source.start.clone()),
        end: own.end.clone().or_else(|| source.end.clone()),
        place: own.place.clone().or_else(|| source.place.clone()),
        timezone: own.timezone.clone().or_else(|| source.timezone.clone()),
    };
    Some(event.settled())
}

/// A text of a page, with the name of its key in the front matter; `text` is the body.
pub(crate) type Part<'a> = (&'static str, &'a str);

/// What of a page must be translated, in a fixed order, since revisions are made of it. `front` is its front matter as
/// written, `body` its Markdown. A part of the first five that is not there is empty.
pub(crate) fn parts<'a>(front: &'a FrontMatter, body: &'a str) -> Vec<Part<'a>> {
    let image = front.image.as_ref();
    let or_empty = |text: Option<&'a String>| text.map_or("", String::as_str);
    let mut parts = vec![
        ("title", front.title.as_str()),
        ("description", or_empty(front.description.as_ref())),
        ("image.alt", or_empty(image.and_then(|image| image.alt.as_ref()))),
        ("image.caption", or_empty(image.and_then(|image| image.caption.as_ref()))),
        ("event.place", or_empty(front.event.as_ref().and_then(|event| event.place.as_ref()))),
    ];
    parts.extend(front.attachments.iter().flatten().map(|file| ("attachments", file.title.as_str())));
    parts.extend(front.corrections.iter().map(|correction| ("corrections", correction.note.as_str())));
    parts.push(("text", body));
    parts
}
