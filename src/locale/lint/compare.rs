//! Each language beside the source language: what is missing, what differs, what was left as it was.
//!
//! In: two languages. Out: warnings at the translation's line. Invariant: what languages may rightly do differently
//! (patterns of dates, addresses, a choice that another grammar does not need) is never reported.

use std::collections::{BTreeMap, BTreeSet};

use super::{Side, listed};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::catalog::Entry;
use crate::locale::message_shape::MessageShape;
use crate::locale::uses::{Given, REQUIRED, Uses};

/// An attribute that each language may have or not: the word in the address.
const SLUG: &str = "slug";

/// Messages that some languages have and others lack, where no template needs them.
pub(super) fn missing(sides: &[Side<'_>], uses: &Uses) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, &Entry> = BTreeMap::new();
    for side in sides {
        for entry in side.catalog.values().filter(|entry| !entry.is_term()) {
            first.entry(entry.id.as_str()).or_insert(entry);
        }
    }
    let mut found = Vec::new();
    for (id, entry) in first.into_iter().filter(|(id, _)| !uses.needs(id)) {
        let lacking: Vec<&str> = sides.iter().filter(|side| !side.has(id)).map(|side| side.lang.tag()).collect();
        if !lacking.is_empty() {
            let missing = Diagnostic::at(Code::MessageUntranslated, entry.at(entry.span.clone()));
            found.push(missing.with("message", id).with("languages", lacking.join(", ")));
        }
    }
    found
}

/// One translation of every message beside its source.
pub(super) fn check(source: &Side<'_>, other: &Side<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in other.catalog.values().filter(|entry| !entry.is_term() && !entry.on_purpose()) {
        let Some(original) = source.catalog.get(&entry.id) else { continue };
        let pair = Pair { entry, original, given: other.reached.get(&entry.id) };
        found.extend(pair.attributes());
        found.extend(pair.variables());
        found.extend(pair.html());
        if source.lang.primary() != other.lang.primary() {
            found.extend(pair.same(other.lang.tag()));
        }
    }
    found
}

struct Pair<'a> {
    entry: &'a Entry,
    original: &'a Entry,
    given: Option<&'a Given>,
}

impl<'a> Pair<'a> {
    fn note(&self, code: Code) -> Diagnostic {
        Diagnostic::at(code, self.entry.at(self.entry.span.clone())).with("message", &self.entry.id)
    }

    /// The texts that both languages have, the original's first.
    fn texts(&self) -> impl Iterator<Item = (&'a MessageShape, &'a MessageShape)> {
        let value = self.original.value.as_ref().zip(self.entry.value.as_ref());
        let own = self.entry.attributes.iter().filter(|attribute| attribute.name != SLUG);
        let original = self.original;
        value.into_iter().chain(own.filter_map(|own| Some((original.part(Some(&own.name))?, &own.shape))))
    }

    /// Attributes (and whether there is a text at all) that one of the two lacks.
    fn attributes(&self) -> Option<Diagnostic> {
        let names = |entry: &Entry| -> BTreeSet<String> {
            let named = entry.attributes.iter().map(|attribute| attribute.name.clone()).filter(|name| name != SLUG);
            named.collect()
        };
        let (own, original) = (names(self.entry), names(self.original));
        let missing: Vec<&String> = original.difference(&own).collect();
        let extra: Vec<&String> = own.difference(&original).collect();
        let text = self.entry.value.is_some() == self.original.value.is_some();
        if missing.is_empty() && extra.is_empty() && text {
            return None;
        }
        let differ = self.note(Code::AttributesDiffer);
        let differ = differ.with("missing", listed(&missing, ".")).with("extra", listed(&extra, "."));
        Some(differ.with("text", text))
    }

    /// Variables that the translation lost or made up; one that only chooses a form may be left out.
    fn variables(&self) -> Option<Diagnostic> {
        if REQUIRED.iter().any(|(id, _)| *id == self.entry.id) {
            return None;
        }
        let (mut missing, mut extra) = (BTreeSet::new(), BTreeSet::new());
        for (original, own) in self.texts() {
            let shown = original.variables.iter().filter(|(_, variable)| variable.shown).map(|(name, _)| name);
            missing.extend(shown.filter(|name| !own.variables.contains_key(*name)).cloned());
            let new = own.variables.keys().filter(|name| !original.variables.contains_key(*name));
            // Where it is known what the message gets, that decides; see `super::variables`.
            extra.extend(new.filter(|_| !matches!(self.given, Some(Given::Known(_)))).cloned());
        }
        if missing.is_empty() && extra.is_empty() {
            return None;
        }
        let (missing, extra) = (Vec::from_iter(missing), Vec::from_iter(extra));
        let differ = self.note(Code::VariablesDiffer).with("missing", listed(&missing, "$"));
        Some(differ.with("extra", listed(&extra, "$")))
    }

    fn html(&self) -> Option<Diagnostic> {
        let mut differ = self.texts().map(|(original, own)| (original.tags(), own.tags()));
        let (original, own) = differ.find(|(original, own)| original != own)?;
        let differ = self.note(Code::HtmlDiffers).with("source", listed(&original, ""));
        Some(differ.with("translation", listed(&own, "")))
    }

    /// A text that is the source's, word for word.
    fn same(&self, lang: &str) -> Option<Diagnostic> {
        if self.original.on_purpose() {
            return None;
        }
        let (original, _) = self.texts().find(|(original, own)| original.text == own.text && own.has_words())?;
        let text = original.plain();
        let same = self.note(Code::SameAsSource).with("lang", lang);
        Some(same.with("text", text.split_whitespace().collect::<Vec<_>>().join(" ")))
    }
}
