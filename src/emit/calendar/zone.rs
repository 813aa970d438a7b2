//! `VTIMEZONE` (RFC 5545, section 3.6.5) of any zone of the IANA database, by the transitions that the binary knows.
//!
//! In: a zone and the years its events lie in. Out: every offset of these years, each onset by its date. Rules that go on
//! for ever (RRULE) would promise what laws may change; an event that moves to another year brings a new file.

use std::ops::RangeInclusive;

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::lines::Lines;

/// An offset with the times at which it begins.
struct Observance {
    dst: bool,
    from: Offset,
    to: Offset,
    name: String,
    onsets: Vec<DateTime>,
}

/// Writes the zone `name` for some years.
pub(super) fn zone(lines: &mut Lines, name: &str, zone: &TimeZone, years: RangeInclusive<i16>) {
    lines.component("VTIMEZONE", |lines| {
        lines.text("TZID", name);
        for observance in observances(zone, *years.start(), *years.end()) {
            write(lines, &observance);
        }
    });
}

fn write(lines: &mut Lines, observance: &Observance) {
    let kind = if observance.dst { "DAYLIGHT" } else { "STANDARD" };
    let onsets: Vec<String> = observance.onsets.iter().map(|onset| local(*onset)).collect();
    let Some((first, further)) = onsets.split_first() else { return };
    lines.component(kind, |lines| {
        lines.line(&format!("DTSTART:{first}"));
        lines.line(&format!("TZOFFSETFROM:{}", offset(observance.from)));
        lines.line(&format!("TZOFFSETTO:{}", offset(observance.to)));
        lines.text("TZNAME", &observance.name);
        if !further.is_empty() {
            lines.line(&format!("RDATE:{}", further.join(",")));
        }
    });
}

/// What holds when the first year begins, and every change until the last year ends.
fn observances(zone: &TimeZone, first: i16, last: i16) -> Vec<Observance> {
    let start = new_year(zone, first);
    let end = new_year(zone, last.saturating_add(1));
    let just_before = start.checked_sub(SignedDuration::from_nanos(1)).unwrap_or(start);
    let held = zone.preceding(start).next();
    let mut all: Vec<Observance> = match &held {
        Some(_) => Vec::new(),
        None => vec![always(zone, start)],
    };
    let changes = held.into_iter().chain(zone.following(just_before).take_while(|change| change.timestamp() < end));
    for change in changes {
        let before = change.timestamp().checked_sub(SignedDuration::from_secs(1)).unwrap_or(change.timestamp());
        let (from, to) = (zone.to_offset(before), change.offset());
        let (dst, name) = (change.dst().is_dst(), change.abbreviation().to_string());
        let onset = from.to_datetime(change.timestamp());
        let same = |other: &&mut Observance| (other.dst, other.from, other.to, &other.name) == (dst, from, to, &name);
        match all.iter_mut().find(same) {
            Some(known) => known.onsets.push(onset),
            None => all.push(Observance { dst, from, to, name, onsets: vec![onset] }),
        }
    }
    all
}

/// The offset of a zone that had no other before.
fn always(zone: &TimeZone, at: Timestamp) -> Observance {
    let info = zone.to_offset_info(at);
    let (offset, name) = (info.offset(), info.abbreviation().to_string());
    let onset = Date::constant(1970, 1, 1).at(0, 0, 0, 0);
    Observance { dst: info.dst().is_dst(), from: offset, to: offset, name, onsets: vec![onset] }
}

fn new_year(zone: &TimeZone, year: i16) -> Timestamp {
    let date = Date::new(year, 1, 1).and_then(|date| date.to_zoned_datetime(zone.clone()));
    date.map_or(Timestamp::MAX, |date| date.timestamp())
}

/// A time without a zone (section 3.3.5, form 1).
pub(super) fn local(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}

/// `+0100`, with seconds where history has them (section 3.3.14).
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (minutes, rest) = (seconds.abs() / 60, seconds.abs() % 60);
    let text = format!("{sign}{:02}{:02}", minutes / 60, minutes % 60);
    if rest == 0 { text } else { format!("{text}{rest:02}") }
}
