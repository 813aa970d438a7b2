//! `VEVENT` (RFC 5545, section 3.6.1) of a page with an event.
//!
//! Invariant: nothing comes from a clock, so the same sources make the same file. The UID is the page's key at the site's
//! host, in every language: the page stays the same event whatever its title, address or date.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Unit, ZonedDateTime};

use super::lines::{Lines, escape, quoted};
use super::zone::local;
use crate::model::{Appointment, Lang, Site, When, publisher_text};

pub(super) fn event(lines: &mut Lines, site: &Site, appointment: &Appointment<'_>) {
    lines.component("VEVENT", |lines| {
        lines.text("UID", &format!("{}@{}", appointment.entry.key, host(&site.config.base_url)));
        revision(lines, appointment);
        when(lines, &appointment.when);
        words(lines, site, appointment);
        lines.line(&format!("URL:{}", appointment.page.path.absolute(&site.config.base_url)));
        organizer(lines, site, appointment.page.document.lang);
        lines.line("STATUS:CONFIRMED");
        lines.line("CLASS:PUBLIC");
        // Days of a festival do not keep those who note them from other appointments; hours do.
        let days = matches!(appointment.when, When::Days(..));
        lines.line(if days { "TRANSP:TRANSPARENT" } else { "TRANSP:OPAQUE" });
    });
}

/// The host of an address, without a port.
fn host(base_url: &str) -> &str {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or(rest);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    }
}

/// Which state of the event this is. SEQUENCE is the day of the last change, counted from 1 January 1970: it grows with
/// `updated` and with nothing else, so that a date that is moved cannot make it smaller. All languages have the same.
fn revision(lines: &mut Lines, appointment: &Appointment<'_>) {
    let pages = appointment.entry.translations.present().map(|(_, page)| page);
    let updated = pages.filter_map(|page| page.meta.updated).max();
    let known = updated.or(appointment.page.meta.date).unwrap_or_else(|| appointment.when.first_day());
    let stamp = format!("{}T000000Z", day(known));
    lines.line(&format!("DTSTAMP:{stamp}"));
    lines.line(&format!("LAST-MODIFIED:{stamp}"));
    let epoch = Date::constant(1970, 1, 1);
    let days = updated.and_then(|updated| updated.since((Unit::Day, epoch)).ok()).map_or(0, |span| span.get_days());
    lines.line(&format!("SEQUENCE:{}", days.max(0)));
}

fn when(lines: &mut Lines, when: &When) {
    match when {
        When::Days(first, after) => {
            lines.line(&format!("DTSTART;VALUE=DATE:{}", day(*first)));
            lines.line(&format!("DTEND;VALUE=DATE:{}", day(*after)));
        }
        When::Times(start, end) => {
            lines.line(&time("DTSTART", start));
            if let Some(end) = end {
                lines.line(&time("DTEND", end));
            }
        }
    }
}

/// The zone that `VTIMEZONE` must describe for a time. Offsets without a name and UTC need none: those times are in UTC.
pub(super) fn named_zone(time: &ZonedDateTime) -> Option<(&str, &TimeZone)> {
    let zone = time.time_zone();
    zone.iana_name().filter(|name| *name != "UTC").map(|name| (name, zone))
}

fn time(name: &str, time: &ZonedDateTime) -> String {
    match named_zone(time) {
        Some((zone, _)) => format!("{name};TZID={zone}:{}", local(time.datetime())),
        None => format!("{name}:{}Z", local(time.with_time_zone(TimeZone::UTC).datetime())),
    }
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// What readers see, each text with its language.
fn words(lines: &mut Lines, site: &Site, appointment: &Appointment<'_>) {
    let Appointment { entry, page, event, .. } = appointment;
    let (front, lang) = (&page.document.front, page.document.lang);
    lines.text(&format!("SUMMARY;LANGUAGE={lang}"), &front.title);
    if let Some(place) = &event.place {
        // A translation without a place of its own has the original's.
        let own = front.event.as_ref().is_some_and(|event| event.place.is_some());
        let lang = if own { lang } else { entry.original };
        lines.text(&format!("LOCATION;LANGUAGE={lang}"), place);
    }
    if let Some(description) = &front.description {
        lines.text(&format!("DESCRIPTION;LANGUAGE={lang}"), description);
    }
    let tags = page.meta.tags.iter().filter_map(|tag| site.tags.get(tag)?.translations[lang].as_ref());
    let names: Vec<String> = tags.map(|tag| escape(&tag.name)).collect();
    if !names.is_empty() {
        lines.line(&format!("CATEGORIES;LANGUAGE={lang}:{}", names.join(",")));
    }
}

/// The publisher, where it can be written to.
fn organizer(lines: &mut Lines, site: &Site, lang: Lang) {
    let field = |name: &str| publisher_text(&site.config.publisher, name, lang);
    let Some(email) = field("email") else { return };
    let name = field("name").map(|name| format!(";CN={}", quoted(name))).unwrap_or_default();
    lines.line(&format!("ORGANIZER{name}:mailto:{}", email.trim()));
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_host_has_no_port_and_no_path() {
        for url in ["https://example.org/", "http://example.org:8080/a/", "https://me@example.org/"] {
            assert_eq!(super::host(url), "example.org", "{url}");
        }
    }
}
