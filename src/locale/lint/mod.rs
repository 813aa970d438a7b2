//! Locale files against each other, against themselves and against the templates.
//!
//! In: the languages' catalogues and what the site asks for. Out: messages at the line that translators must look at.
//! Invariant: what makes a page wrong is an error; what may be meant is a warning.

pub(super) mod chains;
mod compare;
mod dates;
mod plurals;
mod references;
mod slugs;

use std::collections::{BTreeMap, BTreeSet};

use super::catalog::{Catalog, Entry};
use super::uses::{Given, REQUIRED, Uses, split};
use super::{Locale, Locales};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Lang;

pub(super) use plurals::CATEGORIES;

/// A language with what reaches its messages.
struct Side<'a> {
    lang: Lang,
    catalog: &'a Catalog,
    /// Messages with mistakes of syntax: they are there, but nobody knows what they say.
    broken: &'a BTreeSet<String>,
    reached: BTreeMap<String, Given>,
}

impl Side<'_> {
    /// Whether the language has a message, be it with mistakes.
    fn has(&self, id: &str) -> bool {
        self.catalog.contains_key(id) || self.broken.contains(id)
    }

    /// Whether anything asks for a message or one of its attributes.
    fn uses(&self, id: &str) -> bool {
        let from = self.reached.range(id.to_string()..);
        let mut near = from.map(|(key, _)| key).take_while(|key| key.starts_with(id));
        near.any(|key| split(key).0 == id)
    }
}

/// Checks all languages; the first is the source language.
pub(crate) fn check(locales: &Locales, uses: &Uses) -> Vec<Diagnostic> {
    let side = |(lang, locale): (Lang, &'_ Locale)| (lang, uses.reach(&locale.catalog));
    let reached: Vec<_> = locales.iter().map(side).collect();
    let side = |(lang, reached)| Side { lang, catalog: &locales[lang].catalog, broken: &locales[lang].broken, reached };
    let sides = reached.into_iter().map(side);
    let sides: Vec<Side<'_>> = sides.collect();
    let mut found = compare::missing(&sides, uses);
    if let Some((source, others)) = sides.split_first() {
        others.iter().for_each(|other| found.extend(compare::check(source, other)));
    }
    for side in &sides {
        found.extend(references::unknown(side));
        found.extend(references::cycles(side));
        found.extend(plurals::check(side));
        found.extend(dates::check(side));
        found.extend(slugs::check(&locales[side.lang]));
        found.extend(variables(side));
    }
    found.extend(unused(&sides));
    found
}

/// The messages of [`REQUIRED`] that languages lack.
pub(crate) fn required(locales: &Locales) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (lang, locale) in locales.iter() {
        for (key, _) in REQUIRED.iter().filter(|(key, _)| locale.lacks(key)) {
            let missing = Diagnostic::new(Code::MissingMessage).with("message", key).with("lang", lang);
            found.push(missing.with("nearest", "none"));
        }
    }
    found
}

/// Variables that nobody gives to the message that shows them.
fn variables(side: &Side<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in side.catalog.values().filter(|entry| !entry.is_term()) {
        for (key, shape) in entry.parts() {
            let Some(given @ Given::Known(known)) = side.reached.get(&key) else { continue };
            // Templates may write an underscore for Fluent's hyphen; one of the two is enough to tell.
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            for (name, variable) in shape.variables.iter().filter(|(name, _)| !given.has(name)) {
                let unknown = Diagnostic::at(Code::UnknownVariable, entry.at(variable.span.clone()));
                let unknown = unknown.with("message", &key).with("variable", name).with("known", listed(&known, "$"));
                found.push(unknown.nearest(name, known.iter().copied()));
            }
        }
    }
    found
}

/// The site's own messages and terms that nothing asks for, each in the first language that has it. A theme's may be for
/// pages that this site does not have, and a glossary's terms are for people.
fn unused(sides: &[Side<'_>]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, &Entry> = BTreeMap::new();
    for side in sides {
        let glossary =
            |entry: &Entry| entry.source.path.ends_with("/-terms.ftl") || entry.listed("never").next().is_some();
        let own = side.catalog.values().filter(|entry| entry.layer == 0 && !(entry.is_term() && glossary(entry)));
        for entry in own.filter(|entry| !side.uses(&entry.id)) {
            first.entry(&entry.id).or_insert(entry);
        }
    }
    let note = |entry: &Entry| Diagnostic::at(Code::UnusedMessage, entry.at(entry.span.clone()));
    first.into_values().map(|entry| note(entry).with("message", &entry.id)).collect()
}

fn listed<T: AsRef<str>>(names: &[T], sign: &str) -> String {
    match names {
        [] => "none".into(),
        _ => names.iter().map(|name| format!("{sign}{}", name.as_ref())).collect::<Vec<_>>().join(", "),
    }
}
