//! Which pages are events, when they take place, and where their calendars stand: asked by `resolve` for addresses,
//! by `render` for links, by `emit` for the files.
//!
//! Invariant: a page that stands in for a missing translation is no event of its language.

use jiff::ZonedDateTime;
use std::sync::Arc;

use jiff::civil::Date;

use super::front_matter::Event;
use super::lang::{Lang, Languages};
use super::site::{Entry, Page};
use super::url::SitePath;

/// A page that announces something with a beginning.
#[derive(Clone, Debug)]
pub(crate) struct Appointment<'s> {
    pub entry: &'s Entry,
    pub page: &'s Page,
    pub event: &'s Event,
    pub when: When,
}

/// From when to when, as RFC 5545 counts (section 3.6.1): the end is the first day or instant after it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum When {
    Days(Date, Date),
    Times(ZonedDateTime, Option<ZonedDateTime>),
}

impl When {
    /// An event's days or times; days as soon as one of both ends is only known as a day.
    fn of(event: &Event) -> Option<Self> {
        let start = event.start.as_ref()?;
        match (start.time(), event.end.as_ref().map(|end| end.time())) {
            (Some(start), None) => Some(Self::Times(start.clone(), None)),
            // Inherited parts may contradict each other; RFC 5545 wants the end after the beginning.
            (Some(start), Some(Some(end))) => Some(Self::Times(start.clone(), Some(end.clone()).filter(|e| e > start))),
            _ => {
                let last = event.end.as_ref().map_or(start.day(), |end| end.day().max(start.day()));
                Some(Self::Days(start.day(), last.tomorrow().ok()?))
            }
        }
    }

    /// The first day, in the event's own zone.
    pub(crate) fn first_day(&self) -> Date {
        match self {
            Self::Days(first, _) => *first,
            Self::Times(start, _) => start.date(),
        }
    }

    /// For sorting: by day, whole days before times.
    fn order(&self) -> (Date, Option<&ZonedDateTime>) {
        match self {
            Self::Days(first, _) => (*first, None),
            Self::Times(start, _) => (start.date(), Some(start)),
        }
    }
}

/// The page of `entry` in `lang` as an event, if it is one and was written or translated in it.
pub(crate) fn appointment(entry: &Entry, lang: Lang) -> Option<Appointment<'_>> {
    let page = entry.translations[lang].as_ref()?;
    let event = page.meta.event.as_ref().filter(|_| page.document.lang == lang)?;
    Some(Appointment { entry, page, event, when: When::of(event)? })
}

/// The events of a language, in the order of their beginnings.
pub(crate) fn in_language(entries: &[Arc<Entry>], lang: Lang) -> Vec<Appointment<'_>> {
    sorted(entries.iter().filter_map(|entry| appointment(entry, lang)).collect())
}

/// Every event once, in the language it was first written in.
pub(crate) fn in_all<'s>(entries: &'s [Arc<Entry>], languages: &Languages) -> Vec<Appointment<'s>> {
    let first = |entry: &'s Arc<Entry>| {
        let order = std::iter::once(entry.original).chain(languages.iter());
        order.into_iter().find_map(|lang| appointment(entry, lang))
    };
    sorted(entries.iter().filter_map(first).collect())
}

fn sorted(mut all: Vec<Appointment<'_>>) -> Vec<Appointment<'_>> {
    all.sort_by(|a, b| (a.when.order(), &a.entry.key).cmp(&(b.when.order(), &b.entry.key)));
    all
}

/// The calendar of one event, beside its page.
pub(crate) fn of_page(page: &Page) -> Option<SitePath> {
    SitePath::file(&format!("{}event.ics", page.path.as_str()))
}

/// The calendar of a language, if it has events.
pub(crate) fn of_language(lang: Lang, entries: &[Arc<Entry>]) -> Option<SitePath> {
    let any = entries.iter().any(|entry| appointment(entry, lang).is_some());
    any.then(|| SitePath::file(&format!("{lang}/calendar.ics"))).flatten()
}

/// The calendar of all languages; it exists where one of a language does.
pub(crate) fn of_site() -> Option<SitePath> {
    SitePath::file("calendar.ics")
}
