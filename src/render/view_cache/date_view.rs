//! A day as templates see it.

use jiff::civil::Date;
use serde::Serialize;

use crate::locale::Locale;

/// A day, for `<time>`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DateView {
    /// For `datetime`.
    pub iso: String,
    pub long: String,
    /// The short form.
    pub short: String,
}

impl DateView {
    /// A day in the language's words.
    pub(crate) fn of(day: Date, locale: &Locale) -> Self {
        let [long, short] = ["date-long", "date-short"].map(|pattern| locale.date(pattern, day));
        Self { iso: day.to_string(), long, short }
    }
}
