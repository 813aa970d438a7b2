//! Dates in words. The patterns are messages that translators own; the parts come from ICU's data.

use jiff::civil::Date;

use super::{Locale, MessageArg};
use crate::model::PartialDate;

const PARTS: [&str; 4] = ["day", "month", "month-number", "year"];

impl Locale {
    /// `22. September 2024` (message `date-long`), and the like for the other patterns.
    pub fn date(&self, pattern: &str, date: Date) -> String {
        self.dated(pattern, &self.day_parts(date), || date.to_string())
    }

    /// What a pattern for a day is fed with.
    pub(super) fn day_parts(&self, date: Date) -> [(&'static str, MessageArg); 5] {
        let [day, month, number, year] = self.parts(PARTS, date);
        let weekday = self.names.weekday(date.weekday().to_monday_one_offset());
        [day, month, number, year, ("weekday", MessageArg::Text(weekday.into()))]
    }

    /// A date as exactly as it is known.
    pub fn partial_date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(date) => self.date("date-long", date),
            PartialDate::Month(year, month) => {
                let args = [
                    ("month", MessageArg::Text(self.names.month(month).into())),
                    ("month-number", MessageArg::Text(month.to_string())),
                    ("year", MessageArg::Text(year.to_string())),
                ];
                self.dated("date-month", &args, || date.iso())
            }
            PartialDate::Year(year) => {
                self.dated("date-year", &[("year", MessageArg::Text(year.to_string()))], || date.iso())
            }
        }
    }

    /// A range of days, both included: within a month, across months, across years.
    pub fn date_range(&self, start: Date, end: Date) -> String {
        if start == end {
            return self.date("date-long", start);
        }
        let pattern = match (start.year() == end.year(), start.month() == end.month()) {
            (true, true) => "date-range-month",
            (true, false) => "date-range-year",
            (false, _) => "date-range",
        };
        let [_, month, number, year] = self.parts(PARTS, end);
        let starts = self.parts(["start-day", "start-month", "start-month-number", "start-year"], start);
        let ends = self.parts(["end-day", "end-month", "end-month-number", "end-year"], end);
        let args: Vec<_> = starts.into_iter().chain(ends).chain([month, number, year]).collect();
        self.dated(pattern, &args, || format!("{start}/{end}"))
    }

    /// Day, month and year as texts, so that no year is ever written `2.024`.
    fn parts(&self, names: [&'static str; 4], date: Date) -> [(&'static str, MessageArg); 4] {
        let [day, month, number, year] = names;
        [
            (day, MessageArg::Text(date.day().to_string())),
            (month, MessageArg::Text(self.names.month(date.month()).into())),
            (number, MessageArg::Text(date.month().to_string())),
            (year, MessageArg::Text(date.year().to_string())),
        ]
    }

    fn dated(&self, pattern: &str, args: &[(&str, MessageArg)], plain: impl FnOnce() -> String) -> String {
        self.message(pattern, args).unwrap_or_else(|_| plain())
    }
}
