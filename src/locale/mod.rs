//! Everything that is different from language to language: Fluent messages, dates, numbers, lists, order.
//!
//! In: the locale files of the site and its themes. Out: a [`Locale`] for each language. Invariant: the site's messages
//! win over the theme's, and no mark of isolation (U+2068, U+2069) ever reaches the output.

mod calendar_names;
mod catalog;
mod dates;
mod draft;
mod glossary;
mod guard;
mod hyphens;
mod lint;
mod load;
mod message_shape;
mod tags;
mod uses;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use fluent::concurrent::FluentBundle;
use fluent::types::{FluentNumber, FluentNumberOptions};
use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use icu_collator::CollatorBorrowed;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use rustc_hash::FxHashMap;

use crate::model::{Lang, Location, PerLang};

use catalog::Catalog;

pub(crate) use calendar_names::CalendarNames;
pub(crate) use draft::{begin, sync};
pub(crate) use glossary::{Candidates, Form, Glossary};
pub(crate) use hyphens::soft_hyphenate;
pub(crate) use lint::{check, required};
pub(crate) use load::load;
pub(crate) use uses::{DAY, Uses};

pub(crate) type Locales = PerLang<Locale>;

pub struct Locale {
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
    names: CalendarNames,
    decimal: Option<DecimalFormatter>,
    list: Option<ListFormatter>,
    collator: Option<CollatorBorrowed<'static>>,
    catalog: Catalog,
    /// The messages that take no arguments, since pages show most of them again and again.
    texts: FxHashMap<String, String>,
    /// How often a message was formatted since somebody asked.
    formatted: AtomicUsize,
    /// Messages that are there, with mistakes of syntax.
    broken: BTreeSet<String>,
    glossary: Glossary,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Locale({})", self.lang)
    }
}

/// Why a message could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageError {
    /// The language has no such message or attribute.
    Missing,
    /// It refers to something that is not there; the reason is Fluent's.
    Broken(String),
}

#[derive(Clone, Debug, PartialEq)]
pub enum MessageArg {
    Text(String),
    /// A number, for plurals and as the language writes it.
    Number(f64),
}

fn arguments<'a>(args: &'a [(&'a str, MessageArg)]) -> FluentArgs<'a> {
    let value = |value: &'a MessageArg| match value {
        MessageArg::Text(text) => FluentValue::from(text.as_str()),
        MessageArg::Number(number) => FluentValue::Number(FluentNumber::new(*number, FluentNumberOptions::default())),
    };
    args.iter().map(|(name, arg)| (*name, value(arg))).collect()
}

impl Locale {
    pub fn names(&self) -> &CalendarNames {
        &self.names
    }

    /// Whether the language has the message (`name`) or attribute (`name.attribute`).
    pub fn has(&self, key: &str) -> bool {
        self.pattern(key).is_some()
    }

    /// Whether the language lacks a message; one with a mistake of syntax has been reported as such.
    pub fn lacks(&self, key: &str) -> bool {
        !self.has(key) && !self.broken.contains(uses::split(key).0)
    }

    /// Where a message is written, the theme's included.
    pub fn place(&self, key: &str) -> Option<Location> {
        self.catalog.get(key).map(|entry| entry.at(entry.span.clone()))
    }

    /// The ids of messages that begin with `prefix`, for suggestions.
    pub fn known(&self, prefix: &str) -> Vec<String> {
        self.catalog.keys().filter(|id| id.starts_with(prefix) && !id.starts_with('-')).cloned().collect()
    }

    pub fn glossary(&self) -> &Glossary {
        &self.glossary
    }

    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        match key.split_once('.') {
            Some((id, attribute)) => Some(self.bundle.get_message(id)?.get_attribute(attribute)?.value()),
            None => self.bundle.get_message(key)?.value(),
        }
    }

    /// Formats a message (`name`) or attribute (`name.attribute`).
    pub fn message(&self, key: &str, args: &[(&str, MessageArg)]) -> Result<String, MessageError> {
        match self.texts.get(key).filter(|_| args.is_empty()) {
            Some(text) => Ok(text.clone()),
            None => self.format(key, args),
        }
    }

    /// How often a message was formatted since this was asked the last time.
    pub fn take_formatted(&self) -> usize {
        self.formatted.swap(0, Ordering::Relaxed)
    }

    fn format(&self, key: &str, args: &[(&str, MessageArg)]) -> Result<String, MessageError> {
        self.formatted.fetch_add(1, Ordering::Relaxed);
        let pattern = self.pattern(key).ok_or(MessageError::Missing)?;
        let mut errors = Vec::new();
        let args = arguments(args);
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(MessageError::Broken(error.to_string())),
        }
    }

    /// A message without arguments, or the key itself where it is missing: for what is checked when locales load.
    pub fn text(&self, key: &str) -> String {
        self.message(key, &[]).unwrap_or_else(|_| key.to_string())
    }

    /// A whole number as the language writes it: `1.000`, `1,000`.
    pub fn number(&self, value: u64) -> String {
        self.decimal(&Decimal::from(value))
    }

    /// A number with one decimal place, given in tenths: 12 is `1,2`.
    fn tenths(&self, tenths: u64) -> String {
        let mut decimal = Decimal::from(tenths);
        decimal.multiply_pow10(-1);
        self.decimal(&decimal)
    }

    fn decimal(&self, number: &Decimal) -> String {
        self.decimal.as_ref().map_or_else(|| number.to_string(), |formatter| formatter.format_to_string(number))
    }

    pub fn list(&self, items: &[String]) -> String {
        match &self.list {
            Some(formatter) => formatter.format_to_string(items.iter().map(String::as_str)),
            None => items.join(", "),
        }
    }

    /// The alphabetical order of two texts by the language's rules.
    pub fn compare(&self, a: &str, b: &str) -> std::cmp::Ordering {
        let by_rules = self.collator.as_ref().map_or(std::cmp::Ordering::Equal, |collator| collator.compare(a, b));
        by_rules.then_with(|| a.cmp(b))
    }

    /// A file's size for readers: `1,2 MB`; decimal units (SI).
    pub fn file_size(&self, bytes: u64) -> String {
        let (key, size) = match bytes {
            0..1_000 => ("file-size-bytes", MessageArg::Number(bytes as f64)),
            1_000..1_000_000 => ("file-size-kb", MessageArg::Number(bytes.div_ceil(1_000) as f64)),
            _ => ("file-size-mb", MessageArg::Text(self.tenths(bytes.div_ceil(100_000)))),
        };
        self.message(key, &[("size", size)]).unwrap_or_else(|_| bytes.to_string())
    }
}
