//! Plural forms: those a language never uses, and those it needs and a message lacks.
//!
//! In: one language's choices between plurals. Out: warnings. The rules are the ones that Fluent itself chooses by.
//! Invariant: a form needed only for fractions or millions is not asked for.

use std::collections::BTreeSet;

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::Side;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::catalog::Entry;
use crate::locale::message_shape::Plural;

pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Whole numbers up to here show every category that a text must have.
const COUNT: u32 = 200;

/// Numbers beyond, that show categories a language can have at all.
const RARE: [&str; 15] = [
    "1000", "10000", "100000", "1000000", "2000000", "0.0", "0.1", "0.5", "1.0", "1.1", "1.5", "2.0", "2.5", "5.5",
    "10.0",
];

/// Languages that have "many" for millions; the rules that Fluent brings are from before that was written down.
const MILLIONS: [&str; 5] = ["ca", "es", "fr", "it", "pt"];

/// A language's rules, asked once.
struct Rules {
    /// The category of each whole number up to [`COUNT`].
    counts: Vec<&'static str>,
    possible: BTreeSet<&'static str>,
}

pub(super) fn check(side: &Side<'_>) -> Vec<Diagnostic> {
    let cardinal = rules(side.lang.tag(), PluralRuleType::CARDINAL);
    let ordinal = rules(side.lang.tag(), PluralRuleType::ORDINAL);
    let mut found = Vec::new();
    for entry in side.catalog.values() {
        for plural in entry.parts().flat_map(|(_, shape)| &shape.plurals) {
            let rules = if plural.ordinal { &ordinal } else { &cardinal };
            if let Some(rules) = rules {
                found.extend(impossible(side, entry, plural, rules));
                found.extend(missing(side, entry, plural, rules).filter(|_| !entry.on_purpose()));
            }
        }
    }
    found
}

/// The rules of the language itself; `None` where Fluent has none and takes the English ones.
fn rules(tag: &str, kind: PluralRuleType) -> Option<Rules> {
    let id: LanguageIdentifier = tag.parse().ok()?;
    let known = PluralRules::get_locales(kind);
    let general = LanguageIdentifier::from_parts(id.language, None, None, &[]);
    let id = [id, general].into_iter().find(|id| known.contains(id))?;
    let rules = PluralRules::create(id, kind).ok()?;
    let counts: Vec<&'static str> = (0..=COUNT).filter_map(|n| rules.select(n).ok()).map(name).collect();
    let rare = RARE.iter().filter_map(|n| rules.select(*n).ok()).map(name);
    let millions =
        (kind == PluralRuleType::CARDINAL && MILLIONS.iter().any(|lang| tag.starts_with(lang))).then_some("many");
    Some(Rules { possible: counts.iter().copied().chain(rare).chain(millions).collect(), counts })
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

fn impossible(side: &Side<'_>, entry: &Entry, plural: &Plural, rules: &Rules) -> Vec<Diagnostic> {
    let wrong = |key: &str, default: bool| CATEGORIES.contains(&key) && !rules.possible.contains(key) && !default;
    let wrong = plural.keys.iter().filter(|(key, _, default)| wrong(key, *default));
    let found = wrong.map(|(key, span, _)| {
        let never = Diagnostic::at(Code::PluralImpossible, entry.at(span.clone())).with("category", key);
        never.with("lang", side.lang).with("known", Vec::from_iter(rules.possible.iter().copied()).join(", "))
    });
    found.collect()
}

/// Forms that whole numbers need, if the message makes a difference between forms at all.
fn missing(side: &Side<'_>, entry: &Entry, plural: &Plural, rules: &Rules) -> Option<Diagnostic> {
    let has = |name: &str| plural.keys.iter().any(|(key, _, _)| key == name);
    CATEGORIES.iter().find(|name| **name != "other" && has(name))?;
    let counts = rules.counts.iter().enumerate();
    let gaps = counts.filter(|(number, category)| !has(category) && !has(&number.to_string()));
    let lacking: BTreeSet<&str> = gaps.map(|(_, category)| *category).collect();
    let span = plural.keys.first().map(|(_, span, _)| span.clone())?;
    let missing: Vec<&str> = CATEGORIES.iter().filter(|name| lacking.contains(*name)).copied().collect();
    let found = Diagnostic::at(Code::PluralMissing, entry.at(span)).with("message", &entry.id).with("lang", side.lang);
    (!missing.is_empty()).then(|| found.with("missing", missing.join(", ")).count("count", missing.len()))
}
