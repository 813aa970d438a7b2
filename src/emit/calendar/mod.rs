//! Calendars (iCalendar, RFC 5545 and RFC 7986): one beside each page with an event, one of each language, one of all.
//!
//! In: the site, and its title in a language. Out: one file a calendar; none where there are no events, since a calendar
//! must not be empty (section 3.6).
//!
//! The crate `icalendar` would serve for days, but it knows no `VTIMEZONE`, and it asks the clock and chance for what it
//! is not given.

mod event;
mod lines;
mod zone;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use lines::Lines;

use crate::locale::Locales;
use crate::model::calendar::{in_all, in_language, of_page, of_site};
use crate::model::{Appointment, Content, Lang, Output, Site, SitePath, When};

pub(crate) fn calendars(site: &Site, locales: &Locales) -> Vec<Output> {
    let languages = &site.config.languages;
    if languages.iter().all(|lang| site.calendars[lang].is_none()) {
        return Vec::new();
    }
    let title = |lang: Lang| locales[lang].text(&site.config.title.value);
    let mut outputs = Vec::new();
    for lang in languages.iter() {
        let events = in_language(&site.entries, lang);
        let single = |event: &Appointment<'_>| {
            let path = of_page(event.page)?;
            Some(output(path, calendar(site, std::slice::from_ref(event), None)))
        };
        outputs.extend(events.iter().filter_map(single));
        outputs.extend(collection(site, &events, site.calendars[lang].as_ref(), &title(lang)));
    }
    let all = in_all(&site.entries, languages);
    outputs.extend(collection(site, &all, of_site().as_ref(), &title(languages.first())));
    outputs
}

fn output(path: SitePath, text: String) -> Output {
    Output { path, content: Content::Bytes(text.into_bytes().into()) }
}

/// A calendar to subscribe to.
fn collection(site: &Site, events: &[Appointment<'_>], path: Option<&SitePath>, title: &str) -> Option<Output> {
    let path = path.filter(|_| !events.is_empty())?;
    Some(output(path.clone(), calendar(site, events, Some((title, path)))))
}

fn calendar(site: &Site, events: &[Appointment<'_>], collection: Option<(&str, &SitePath)>) -> String {
    let mut lines = Lines::default();
    lines.component("VCALENDAR", |lines| {
        lines.line("VERSION:2.0");
        lines.line("PRODID:-//bruecke//bruecke//EN");
        lines.line("CALSCALE:GREGORIAN");
        if let Some((title, path)) = collection {
            lines.text("NAME", title);
            lines.text("X-WR-CALNAME", title);
            lines.line(&format!("SOURCE;VALUE=URI:{}", path.absolute(&site.config.base_url)));
            lines.line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
            lines.line("X-PUBLISHED-TTL:P1D");
        }
        for (name, (zone, (first, last))) in zones(events) {
            zone::zone(lines, name, zone, first..=last);
        }
        for appointment in events {
            event::event(lines, site, appointment);
        }
    });
    lines.into_string()
}

/// The zones of the events' times by name, each with the first and the last year it is needed for.
fn zones<'e>(events: &'e [Appointment<'_>]) -> BTreeMap<&'e str, (&'e TimeZone, (i16, i16))> {
    let mut zones: BTreeMap<&str, (&TimeZone, (i16, i16))> = BTreeMap::new();
    for event in events {
        let When::Times(start, end) = &event.when else { continue };
        for time in std::iter::once(start).chain(end) {
            let Some((name, zone)) = event::named_zone(time) else { continue };
            let (_, years) = zones.entry(name).or_insert((zone, (time.year(), time.year())));
            *years = (years.0.min(time.year()), years.1.max(time.year()));
        }
    }
    zones
}
