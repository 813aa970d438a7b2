//! Dates in words. The patterns are messages that translators own; the parts come from ICU's data.

use std::sync::{PoisonError, RwLock};

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::{Locale, MessageArg};
use crate::model::date::PartialDate;

/// Days as they were written before: a site has few of them and writes each many times.
#[derive(Default)]
pub(super) struct Days(RwLock<Known>);

/// Each day's texts, by their patterns.
type Known = FxHashMap<Date, Vec<(String, String)>>;

impl Days {
    fn get(&self, pattern: &str, date: Date, write: impl FnOnce() -> String) -> String {
        let find = |known: &Known| known.get(&date)?.iter().find(|(of, _)| of == pattern).map(|(_, text)| text.clone());
        if let Some(text) = find(&self.0.read().unwrap_or_else(PoisonError::into_inner)) {
            return text;
        }
        // Others wait meanwhile, so that nothing is written twice.
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        find(&known).unwrap_or_else(|| {
            let text = write();
            known.entry(date).or_default().push((pattern.to_string(), text.clone()));
            text
        })
    }
}

impl Locale {
    /// `22. September 2024` (message `date-long`), and the like for the other patterns.
    pub fn date(&self, pattern: &str, date: Date) -> String {
        self.days.get(pattern, date, || self.dated(pattern, &self.day_parts(date), || date.to_string()))
    }

    /// What a pattern for a day is fed with.
    pub(super) fn day_parts(&self, date: Date) -> Vec<(String, MessageArg)> {
        let mut args = self.parts("", date);
        args.push((
            "weekday".into(),
            MessageArg::Text(self.names.weekday(date.weekday().to_monday_one_offset()).into()),
        ));
        args
    }

    /// A date as exactly as it is known.
    pub fn partial_date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(date) => self.date("date-long", date),
            PartialDate::Month(year, month) => {
                let args = [
                    ("month".into(), MessageArg::Text(self.names.month(month).into())),
                    ("month-number".into(), MessageArg::Text(month.to_string())),
                    ("year".into(), MessageArg::Text(year.to_string())),
                ];
                self.dated("date-month", &args, || date.iso())
            }
            PartialDate::Year(year) => {
                self.dated("date-year", &[("year".into(), MessageArg::Text(year.to_string()))], || date.iso())
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
        let mut args = self.parts("start-", start);
        args.extend(self.parts("end-", end));
        args.extend(self.parts("", end).into_iter().filter(|(name, _)| name != "day"));
        self.dated(pattern, &args, || format!("{start}/{end}"))
    }

    /// Day, month and year as texts, so that no year is ever written `2.024`.
    fn parts(&self, prefix: &str, date: Date) -> Vec<(String, MessageArg)> {
        let part = |name: &str, value: String| (format!("{prefix}{name}"), MessageArg::Text(value));
        vec![
            part("day", date.day().to_string()),
            part("month", self.names.month(date.month()).to_string()),
            part("month-number", date.month().to_string()),
            part("year", date.year().to_string()),
        ]
    }

    fn dated(&self, pattern: &str, args: &[(String, MessageArg)], plain: impl FnOnce() -> String) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        self.message(pattern, &args).unwrap_or_else(|_| plain())
    }
}
