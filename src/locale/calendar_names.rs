//! Names of months and weekdays, from ICU's data, looked up once a language.

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{E, M};
use icu_locale_core::Locale;

pub struct CalendarNames {
    months: Vec<String>,
    weekdays: Vec<String>,
}

impl CalendarNames {
    /// Looks the names up; a language without data gets numbers.
    pub fn new(locale: &Locale) -> Self {
        let date = |month: u8, day: u8| Date::try_new_gregorian(2024, month, day).ok();
        let months = FixedCalendarDateTimeFormatter::<Gregorian, M>::try_new(locale.into(), M::long()).ok();
        let weekdays = FixedCalendarDateTimeFormatter::<Gregorian, E>::try_new(locale.into(), E::long()).ok();
        let month = |number: u8| Some(months.as_ref()?.format(&date(number, 1)?).to_string());
        // 1 January 2024 was a Monday.
        let weekday = |number: u8| Some(weekdays.as_ref()?.format(&date(1, number)?).to_string());
        let named = |number: u8, name: Option<String>| name.unwrap_or_else(|| number.to_string());
        Self {
            months: (1..=12).map(|number| named(number, month(number))).collect(),
            weekdays: (1..=7).map(|number| named(number, weekday(number))).collect(),
        }
    }

    pub fn month(&self, number: i8) -> &str {
        self.months.get((number - 1).max(0) as usize).map_or("", String::as_str)
    }

    /// The name of weekday 1 (Monday) – 7.
    pub fn weekday(&self, number: i8) -> &str {
        self.weekdays.get((number - 1).max(0) as usize).map_or("", String::as_str)
    }
}
