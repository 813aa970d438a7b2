//! The front matter of one file, read and checked, and what a page says with the values that it inherits.
//!
//! Longer than other files, since a key's field, its inheritance and its text to translate stand side by side.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::config::Extra;
use super::date::{Moment, PartialDate};
use super::lang::Lang;
use super::revision::Revision;
use super::source::At;
use super::translation::MissingPolicy;

/// All keys a page may have, as written in its own file. `None` means: not written here.
#[derive(Debug, Default)]
pub struct FrontMatter {
    /// `title`: always there.
    pub title: String,
    /// The bytes of its value: where messages about the page as a whole point.
    pub title_span: Range<usize>,
    /// `description`: one sentence for lists and search engines.
    pub description: Option<String>,
    /// `date`: the day of publication or of the event reported.
    pub date: Option<Date>,
    /// `updated`: the day of the last change of substance.
    pub updated: Option<Date>,
    /// `slug`: the page's segment of the address, in this language.
    pub slug: Option<At<String>>,
    /// `aliases`: earlier addresses, from the site's root.
    pub aliases: Vec<At<String>>,
    /// `tags`: language-neutral keys.
    pub tags: Option<Vec<At<String>>>,
    /// `template`: a template of the theme.
    pub template: Option<At<String>>,
    /// `weight`: place in lists sorted by weight, small first.
    pub weight: Option<i64>,
    /// `draft`: not public yet.
    pub draft: Option<bool>,
    /// `publish`: embargo; public from this instant on.
    pub publish: Option<Timestamp>,
    /// `expires`: no longer public from this instant on.
    pub expires: Option<Timestamp>,
    /// `authors`.
    pub authors: Option<Vec<String>>,
    /// `image`: the page's main picture.
    pub image: Option<Box<Image>>,
    /// `event`: what the page announces.
    pub event: Option<Box<Event>>,
    /// `attachments`: files to download.
    pub attachments: Option<Vec<Attachment>>,
    /// `sources`: where the facts are from.
    pub sources: Option<Vec<Citation>>,
    /// `contacts`: who answers questions.
    pub contacts: Option<Vec<Contact>>,
    /// `corrections`: what was wrong and when it was mended.
    pub corrections: Vec<Correction>,
    /// `withdrawn`: when and why the page was taken back; its address stays.
    pub withdrawn: Option<Withdrawn>,
    /// `translation`: what this file is translated from.
    pub translation: Option<Translation>,
    /// `extra`: free values for themes.
    pub extra: Option<Extra>,
    /// `sort_by` of a section.
    pub sort_by: Option<SortBy>,
    /// `paginate_by` of a section: entries a page.
    pub paginate_by: Option<usize>,
    /// `missing` of a section: what stands where a page in it is missing in a language.
    pub missing: Option<MissingPolicy>,
}

/// A page's front matter with what it inherits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meta {
    /// Date of publication.
    pub date: Option<Date>,
    /// Date of the last change of substance.
    pub updated: Option<Date>,
    /// The instant it became public, where that is written.
    pub publish: Option<Timestamp>,
    /// Tags by key.
    pub tags: Vec<String>,
    /// The template; `None` for the kind's own.
    pub template: Option<String>,
    /// Whether it is a draft, shown because the builder asked for drafts.
    pub draft: bool,
    /// Place in lists by weight.
    pub weight: i64,
    /// Authors.
    pub authors: Vec<String>,
    /// The main picture.
    pub image: Option<Box<Image>>,
    /// The event.
    pub event: Option<Box<Event>>,
    /// Downloads.
    pub attachments: Vec<Attachment>,
    /// Sources.
    pub sources: Vec<Citation>,
    /// Contacts.
    pub contacts: Vec<Contact>,
    /// Free values.
    pub extra: Option<Extra>,
}

/// A picture with what the law and readers ask of it.
#[derive(Clone, Debug, Default)]
pub struct Image {
    /// The bytes of the whole value.
    pub span: Range<usize>,
    /// The file, relative to the page, or from `content/` with a leading slash.
    pub src: Option<At<String>>,
    /// Text alternative, in the page's language; empty for a picture that only decorates.
    pub alt: Option<String>,
    /// `decorative`: the picture says nothing that the text does not say.
    pub decorative: bool,
    /// Whose picture it is.
    pub credit: Option<String>,
    /// Caption, in the page's language.
    pub caption: Option<String>,
}

/// When and where something takes place.
#[derive(Clone, Debug)]
pub struct Event {
    /// First day or instant.
    pub start: Option<Moment>,
    /// Last day (inclusive) or instant.
    pub end: Option<Moment>,
    /// Where.
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

    /// Whether it ends before it begins.
    pub fn is_backwards(&self) -> bool {
        let Self { start: Some(start), end: Some(end), .. } = self.clone().settled() else { return false };
        match (start.time(), end.time()) {
            (Some(start), Some(end)) => end < start,
            _ => end.day() < start.day(),
        }
    }
}

/// A file to download.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The file, as for [`Image::src`].
    pub src: At<String>,
    /// Its name for readers.
    pub title: String,
}

/// Where a fact is from.
#[derive(Clone, Debug)]
pub struct Citation {
    /// Who published it.
    pub publisher: String,
    /// Its title, in its own language.
    pub title: Option<String>,
    /// When, as exactly as known.
    pub date: Option<PartialDate>,
    /// Its address (https).
    pub url: Option<String>,
    /// Its language, a BCP 47 tag.
    pub lang: Option<String>,
}

/// Who answers questions about a page.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// Office or role.
    pub role: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

/// A correction after publication.
#[derive(Clone, Debug)]
pub struct Correction {
    /// When it was made.
    pub date: Date,
    /// What was wrong, in the page's language.
    pub note: String,
}

/// A page that was taken back after publication.
#[derive(Clone, Debug, Default)]
pub struct Withdrawn {
    /// When; in a translation that of its source unless given.
    pub date: Option<Date>,
    /// Why, in the page's language.
    pub reason: Option<String>,
}

/// What a file was translated from.
#[derive(Clone, Debug)]
pub struct Translation {
    /// `from`: the source's language.
    pub from: At<Lang>,
    /// `revision`: fingerprint of the source when it was translated.
    pub revision: Option<Revision>,
    /// `by`: the translator.
    pub by: Option<String>,
}

/// How a section's list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SortBy {
    /// Newest first; pages without a date last.
    #[default]
    Date,
    /// Smallest `weight` first.
    Weight,
    /// Alphabetically, by the language's own rules.
    Title,
}

impl Meta {
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
