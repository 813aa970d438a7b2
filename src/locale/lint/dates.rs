//! Patterns of dates: each must show what its dates consist of.
//!
//! In: one language. Out: warnings at the pattern. Variables that do not exist are errors, found with all others.

use super::Side;
use crate::diagnostic::{Code, Diagnostic};

/// Each pattern with the parts it must show; of the variables of a part, one is enough.
const PARTS: [(&str, &[Part]); 7] = [
    ("date-long", &[DAY, MONTH, YEAR]),
    ("date-short", &[DAY, MONTH]),
    ("date-month", &[MONTH, YEAR]),
    ("date-year", &[YEAR]),
    ("date-range-month", &[START, END, ANY_MONTH, ANY_YEAR]),
    ("date-range-year", &[START, START_MONTH, END, END_MONTH, ANY_YEAR]),
    ("date-range", &[START, START_MONTH, START_YEAR, END, END_MONTH, END_YEAR]),
];

/// What is said to be missing, and the variables that show it.
type Part = (&'static str, &'static [&'static str]);

const DAY: Part = ("$day", &["day"]);
const MONTH: Part = ("$month", &["month", "month-number"]);
const YEAR: Part = ("$year", &["year"]);
const START: Part = ("$start-day", &["start-day"]);
const START_MONTH: Part = ("$start-month", &["start-month", "start-month-number"]);
const START_YEAR: Part = ("$start-year", &["start-year"]);
const END: Part = ("$end-day", &["end-day"]);
const END_MONTH: Part = ("$end-month", &["end-month", "end-month-number", "month", "month-number"]);
const END_YEAR: Part = ("$end-year", &["end-year", "year"]);
const ANY_MONTH: Part =
    ("$month", &["month", "month-number", "start-month", "start-month-number", "end-month", "end-month-number"]);
const ANY_YEAR: Part = ("$year", &["year", "start-year", "end-year"]);

/// Patterns that leave a part out, so that readers could not tell which day is meant.
pub(super) fn check(side: &Side<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, parts) in PARTS {
        let Some(entry) = side.catalog.get(id) else { continue };
        let Some(shape) = &entry.value else { continue };
        let lacks = |names: &[&str]| !names.iter().any(|name| shape.variables.contains_key(*name));
        let missing: Vec<&str> = parts.iter().filter(|(_, names)| lacks(names)).map(|(name, _)| *name).collect();
        // A pattern that refers to another is not looked through.
        if !missing.is_empty() && shape.references.is_empty() {
            let gap = Diagnostic::at(Code::DatePattern, entry.at(entry.span.clone())).with("message", id);
            found.push(gap.with("missing", missing.join(", ")).with("lang", side.lang));
        }
    }
    found
}
