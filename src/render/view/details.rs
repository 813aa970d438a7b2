//! What stands around a page's text: its picture, event, downloads, sources, contacts and corrections.

use serde::Serialize;

use super::place::{Place, href};
use crate::locale::Locale;
use crate::model::calendar;
use crate::model::card::SIZE;
use crate::model::{Archive, Card, Citation, Correction, FrontMatter, Moment, Page, Target};
use crate::render::input::{RenderInput, SitePage};
use crate::render::view_cache::DateView;

#[derive(Debug, Serialize)]
pub(crate) struct ImageView {
    pub src: String,
    /// The address of its widest version, absolute.
    pub absolute: Option<String>,
    pub alt: Option<String>,
    pub credit: Option<String>,
    pub caption: Option<String>,
    /// Of its widest version, in pixels.
    pub width: Option<u32>,
    /// Of its widest version, in pixels.
    pub height: Option<u32>,
}

#[derive(Debug, Serialize)]
pub(crate) struct EventView {
    /// In words, from the first to the last day.
    pub range: String,
    pub start: Option<DateView>,
    pub end: Option<DateView>,
    pub place: Option<String>,
    /// Whether it was over when the page was published.
    pub past: bool,
    /// The file that puts it into a calendar, relative; null for an event without a beginning.
    pub calendar: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AttachmentView {
    pub url: String,
    pub title: String,
    /// `PDF`.
    pub kind: String,
    /// `1,2 MB`.
    pub size: String,
}

/// A press kit: the release, its pictures and its attachments in one file (ZIP).
#[derive(Debug, Serialize)]
pub(crate) struct PressKitView {
    pub url: String,
    /// `1,2 MB`.
    pub size: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct SourceView {
    /// Who published it.
    pub publisher: String,
    pub title: Option<String>,
    /// When, as exactly as known.
    pub date: Option<DateView>,
    pub url: Option<String>,
    pub lang: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct CorrectionView {
    /// When it was made.
    pub date: DateView,
    pub note: String,
}

pub(crate) fn image(input: &RenderInput, place: Place<'_>, page: &Page) -> Option<ImageView> {
    let (target, image) = (page.image.as_ref()?, page.meta.image.as_ref()?);
    let Target::Picture(name) = target else { return None };
    let widest = input.pictures.get(name)?.widest();
    Some(ImageView {
        src: href(input, place, target),
        absolute: Some(widest.path().absolute(&input.site.config.base_url)),
        alt: image.alt.clone(),
        credit: image.credit.clone(),
        caption: image.caption.clone(),
        width: widest.size.map(|(width, _)| width),
        height: widest.size.map(|(_, height)| height),
    })
}

pub(crate) fn event(input: &RenderInput, shown: SitePage<'_>, place: Place<'_>) -> Option<EventView> {
    let event = shown.page.meta.event.as_ref()?;
    let locale = input.locale(shown.lang);
    let moment = |moment: &Moment| DateView { iso: moment.iso(), ..DateView::of(moment.day(), locale) };
    let range = match (&event.start, &event.end) {
        (Some(start), Some(end)) => locale.date_range(start.day(), end.day()),
        (Some(day), None) | (None, Some(day)) => locale.date("date-long", day.day()),
        (None, None) => String::new(),
    };
    // A page that stands in has the original's calendar.
    let appointment = calendar::appointment(input.site.entry(shown.id), shown.page.document.lang);
    let calendar = appointment.and_then(|appointment| calendar::of_page(appointment.page));
    Some(EventView {
        range,
        start: event.start.as_ref().map(moment),
        end: event.end.as_ref().map(moment),
        place: event.place.clone(),
        past: event.last_day().zip(shown.page.meta.date).is_some_and(|(last, published)| last < published),
        calendar: calendar.map(|path| place.link(&path)),
    })
}

pub(crate) fn attachments(input: &RenderInput, shown: SitePage<'_>, place: Place<'_>) -> Vec<AttachmentView> {
    let files = shown.page.meta.attachments.iter().zip(&shown.page.attachments);
    let view = files.filter_map(|(attachment, target)| {
        let Target::Media(name, _) = target else { return None };
        let file = input.site.media.get(name)?;
        Some(AttachmentView {
            url: href(input, place, target),
            title: attachment.title.clone(),
            kind: file.path.as_str().rsplit_once('.').map(|(_, kind)| kind.to_uppercase()).unwrap_or_default(),
            size: input.locale(shown.lang).file_size(file.file.size),
        })
    });
    view.collect()
}

/// A page's press kit, seen from the page.
pub(crate) fn press_kit(input: &RenderInput, shown: SitePage<'_>, archive: &Archive) -> Option<PressKitView> {
    let path = input.site.kits.get(&(shown.id, shown.lang))?;
    let size = archive.size().ok()?;
    Some(PressKitView { url: shown.page.path.relative(path), size: input.locale(shown.lang).file_size(size) })
}

pub(crate) fn source(source: &Citation, locale: &Locale) -> SourceView {
    let date = source.date.map(|date| {
        let long = locale.partial_date(date);
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

pub(crate) fn correction(correction: &Correction, locale: &Locale) -> CorrectionView {
    CorrectionView { date: DateView::of(correction.date, locale), note: correction.note.clone() }
}

#[derive(Debug, Serialize)]
pub(crate) struct WithdrawnView {
    pub date: Option<DateView>,
    pub reason: Option<String>,
}

pub(crate) fn withdrawn(front: &FrontMatter, locale: &Locale) -> Option<WithdrawnView> {
    let withdrawn = front.withdrawn.as_ref()?;
    let date = withdrawn.date.map(|day| DateView::of(day, locale));
    Some(WithdrawnView { date, reason: withdrawn.reason.clone() })
}

/// A page's social card.
#[derive(Debug, Serialize)]
pub(crate) struct CardView {
    pub absolute: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    pub alt: String,
}

pub(crate) fn card(input: &RenderInput, card: &Card) -> CardView {
    let (width, height) = SIZE;
    CardView { absolute: card.path.absolute(&input.site.config.base_url), width, height, alt: card.title.clone() }
}
