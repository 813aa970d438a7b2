//! What stands around a page's text: its picture, event, downloads, sources, contacts and corrections.

use serde::Serialize;

use super::{DateView, date, media};
use crate::model::archive::Archive;
use crate::model::calendar;
use crate::model::date::Moment;
use crate::model::front_matter::{Citation, Contact};
use crate::model::lang::Lang;
use crate::model::site::{EntryId, Page, Target};
use crate::model::url::SitePath;
use crate::render::Stage;
use crate::render::body::{Place, href};

/// A picture.
#[derive(Debug, Serialize)]
pub struct ImageView {
    /// Its address.
    pub src: String,
    /// The address of its widest version, absolute.
    pub absolute: Option<String>,
    /// Text alternative.
    pub alt: Option<String>,
    /// Whose picture it is.
    pub credit: Option<String>,
    /// Caption.
    pub caption: Option<String>,
    /// Of its widest version, in pixels.
    pub width: Option<u32>,
    /// Of its widest version, in pixels.
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

/// A press kit: the release, its pictures and its attachments in one file (ZIP).
#[derive(Debug, Serialize)]
pub struct KitView {
    /// Its address.
    pub url: String,
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

pub fn image(stage: &Stage, place: Place<'_>, page: &Page) -> Option<ImageView> {
    let (target, image) = (page.image.as_ref()?, page.meta.image.as_ref()?);
    let Target::Picture(name) = target else { return None };
    let widest = stage.pictures.get(name)?.widest();
    Some(ImageView {
        src: href(stage, place, target),
        absolute: Some(widest.path().absolute(&stage.site.config.base_url)),
        alt: image.alt.clone(),
        credit: image.credit.clone(),
        caption: image.caption.clone(),
        width: widest.size.map(|(width, _)| width),
        height: widest.size.map(|(_, height)| height),
    })
}

pub fn event(stage: &Stage, (id, lang): (EntryId, Lang), place: Place<'_>, page: &Page) -> Option<EventView> {
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
        calendar: event_calendar(stage, id, place, page),
    })
}

/// The file that puts the event into a calendar; a page that stands in has the original's.
fn event_calendar(stage: &Stage, id: EntryId, place: Place<'_>, page: &Page) -> Option<String> {
    let event = calendar::appointment(stage.site.entry(id), page.document.lang)?;
    Some(place.link(&calendar::of_page(event.page)?))
}

pub fn attachments(stage: &Stage, lang: Lang, place: Place<'_>, page: &Page) -> Vec<AttachmentView> {
    let files = page.meta.attachments.iter().zip(&page.attachments);
    let view = files.filter_map(|(attachment, target)| {
        let file = media(stage, target)?;
        let name = file.path.as_str();
        Some(AttachmentView {
            url: href(stage, place, target),
            title: attachment.title.clone(),
            kind: name.rsplit_once('.').map(|(_, kind)| kind.to_uppercase()).unwrap_or_default(),
            size: stage.locales[lang].file_size(file.file.size),
        })
    });
    view.collect()
}

/// A page's press kit, seen from the page.
pub fn kit(stage: &Stage, (id, lang): (EntryId, Lang), from: &SitePath, archive: &Archive) -> Option<KitView> {
    let path = stage.site.kits.get(&(id, lang))?;
    let size = archive.size().ok()?;
    Some(KitView { url: from.relative(path), size: stage.locales[lang].file_size(size) })
}

pub fn source_view(stage: &Stage, lang: Lang, source: &Citation) -> SourceView {
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

pub fn contact(contact: &Contact) -> ContactView {
    ContactView {
        name: contact.name.clone(),
        role: contact.role.clone(),
        phone: contact.phone.clone(),
        email: contact.email.clone(),
    }
}
