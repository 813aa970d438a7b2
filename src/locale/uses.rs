//! Which messages a site asks for, and with which variables.
//!
//! In: what templates, `site.yaml` and pages name. Out: for each message of a language whether anything reaches it, and
//! what it is given. Invariant: what cannot be known (a name put together while a page is rendered) counts as used.

use std::collections::{BTreeMap, BTreeSet};

use super::catalog::Catalog;

/// Messages the program formats itself, whatever the theme, with the variables they get.
pub(crate) const REQUIRED: [(&str, &[&str]); 15] = [
    ("language-name", &[]),
    ("tags", &[]),
    ("feed-title", &["site"]),
    ("feed-title-of", &["site", "name"]),
    ("pager-slug", &[]),
    ("date-long", &DAY),
    ("date-short", &DAY),
    ("date-month", &["month", "month-number", "year"]),
    ("date-year", &["year"]),
    ("date-range-month", &RANGE),
    ("date-range-year", &RANGE),
    ("date-range", &RANGE),
    ("file-size-bytes", &["size"]),
    ("file-size-kb", &["size"]),
    ("file-size-mb", &["size"]),
];

/// The parts of a day that patterns may show.
pub(crate) const DAY: [&str; 5] = ["day", "month", "month-number", "year", "weekday"];

const RANGE: [&str; 11] = [
    "start-day",
    "start-month",
    "start-month-number",
    "start-year",
    "end-day",
    "end-month",
    "end-month-number",
    "end-year",
    "month",
    "month-number",
    "year",
];

/// What the site's templates, settings and pages ask for.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    /// Messages and attributes named in so many words, with all variables any call gives.
    pub calls: BTreeMap<String, BTreeSet<String>>,
    /// Beginnings of names that are put together.
    pub prefixes: BTreeSet<String>,
    /// Texts in templates, which may be names.
    pub literals: BTreeSet<String>,
    /// Whether a template takes a name from elsewhere, so that any message may be used.
    pub opaque: bool,
}

/// The variables that reach a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    Any,
    Known(BTreeSet<String>),
}

impl Given {
    /// Whether a variable reaches the message, as far as can be known.
    pub(crate) fn has(&self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Known(names) => names.contains(name),
        }
    }

    /// Adds what another way brings; tells whether that was something new.
    fn add(&mut self, other: &Self) -> bool {
        match (&mut *self, other) {
            (Self::Any, _) => false,
            (Self::Known(_), Self::Any) => {
                *self = Self::Any;
                true
            }
            (Self::Known(names), Self::Known(more)) => {
                let before = names.len();
                names.extend(more.iter().cloned());
                names.len() > before
            }
        }
    }
}

impl Uses {
    /// Adds a message that is asked for with these variables.
    pub(crate) fn call<'a>(&mut self, key: impl Into<String>, variables: impl IntoIterator<Item = &'a str>) {
        let known = self.calls.entry(key.into()).or_default();
        known.extend(variables.into_iter().map(str::to_string));
    }

    /// Whether every language must have the message, so that its lack is an error of its own.
    pub(crate) fn needs(&self, key: &str) -> bool {
        self.calls.contains_key(key) || REQUIRED.iter().any(|(required, _)| *required == key)
    }

    /// What is given to a key when it is asked for directly; `None` when it is not.
    fn direct(&self, key: &str) -> Option<Given> {
        if self.opaque || self.prefixes.iter().any(|prefix| key.starts_with(prefix.as_str())) {
            return Some(Given::Any);
        }
        let own = REQUIRED.iter().find(|(required, _)| *required == key);
        let own = own.map(|(_, names)| names.iter().map(|name| name.to_string()));
        match (own, self.calls.get(key)) {
            (None, None) => self.literals.contains(key).then_some(Given::Any),
            (own, call) => {
                Some(Given::Known(own.into_iter().flatten().chain(call.into_iter().flatten().cloned()).collect()))
            }
        }
    }

    /// Every key of the catalogue that something reaches, with what it is given; references hand their variables on.
    pub(crate) fn reach(&self, catalog: &Catalog) -> BTreeMap<String, Given> {
        let mut reached: BTreeMap<String, Given> = BTreeMap::new();
        let mut open: Vec<String> = Vec::new();
        for (key, _) in catalog.values().filter(|entry| !entry.is_term()).flat_map(|entry| entry.parts()) {
            if let Some(given) = self.direct(&key) {
                reached.insert(key.clone(), given);
                open.push(key);
            }
        }
        while let Some(key) = open.pop() {
            let given = reached[&key].clone();
            let (id, attribute) = split(&key);
            let Some(shape) = catalog.get(id).and_then(|entry| entry.part(attribute)) else { continue };
            for reference in &shape.references {
                // A term sees only what the reference gives it.
                let given = if reference.to.starts_with('-') { Given::Any } else { given.clone() };
                let new = match reached.get_mut(&reference.to) {
                    Some(known) => known.add(&given),
                    None => reached.insert(reference.to.clone(), given).is_none(),
                };
                if new {
                    open.push(reference.to.clone());
                }
            }
        }
        reached
    }
}

pub(super) fn split(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    }
}
