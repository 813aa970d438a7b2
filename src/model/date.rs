//! Dates as they are known: a source may name only the month or the year.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A date that is as exact as its source: a day, a month, or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialDate {
    Year(i16),
    Month(i16, i8),
    Day(Date),
}

impl PartialDate {
    /// Reads `2024`, `2024-09` or `2024-09-22` (ISO 8601); `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        match text.len() {
            4 if digits(text) => text.parse().ok().map(Self::Year),
            7 if digits(&text[..4]) && &text[4..5] == "-" && digits(&text[5..]) => {
                let month = text[5..].parse().ok().filter(|month| (1..=12).contains(month))?;
                Some(Self::Month(text[..4].parse().ok()?, month))
            }
            10 => parse_day(text).map(Self::Day),
            _ => None,
        }
    }

    /// The ISO 8601 form, for `<time datetime>`.
    pub fn iso(&self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Day(date) => date.to_string(),
        }
    }
}

/// Reads `2024-09-22` and nothing else.
pub(crate) fn parse_day(text: &str) -> Option<Date> {
    let plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    plain.then(|| text.parse().ok()).flatten()
}

/// When an event begins or ends: a whole day, or an instant in a zone.
#[derive(Clone, Debug, PartialEq)]
pub enum Moment {
    Day(Date),
    Time(ZonedDateTime),
    /// A time written without a zone, as it would be in the site's; the event's own zone may move it.
    Local(ZonedDateTime),
}

impl Moment {
    /// The day it falls on, in its own zone.
    pub fn day(&self) -> Date {
        match self {
            Self::Day(date) => *date,
            Self::Time(time) | Self::Local(time) => time.date(),
        }
    }

    /// The instant, unless it is a day.
    pub fn time(&self) -> Option<&ZonedDateTime> {
        match self {
            Self::Day(_) => None,
            Self::Time(time) | Self::Local(time) => Some(time),
        }
    }

    /// The same in the zone of its event: a local time keeps its hour, another time its instant. Without a zone it stays
    /// where it is.
    pub fn settled(&self, zone: Option<&TimeZone>) -> Self {
        match (self, zone) {
            (Self::Day(date), _) => Self::Day(*date),
            (Self::Time(time) | Self::Local(time), None) => Self::Time(time.clone()),
            (Self::Time(time), Some(zone)) => Self::Time(time.with_time_zone(zone.clone())),
            (Self::Local(time), Some(zone)) => {
                // Beyond the years of the calendar there is no such time; the hour of the site's zone is as good.
                Self::Time(time.datetime().to_zoned_datetime(zone.clone()).unwrap_or_else(|_| time.clone()))
            }
        }
    }

    pub fn iso(&self) -> String {
        match self {
            Self::Day(date) => date.to_string(),
            Self::Time(time) | Self::Local(time) => time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        }
    }
}
