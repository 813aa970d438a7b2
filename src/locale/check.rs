//! Locale files before they are used: syntax, duplicates, and the messages the program itself needs.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use fluent_syntax::ast::Entry;
use jiff::civil::date;

use super::{Locales, MessageError, missing};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::source::{Location, SourceText};

/// Messages that the program formats itself, whatever the theme.
pub const REQUIRED: [&str; 13] = [
    "language-name",
    "tags",
    "pager-slug",
    "date-long",
    "date-short",
    "date-month",
    "date-year",
    "date-range-month",
    "date-range-year",
    "date-range",
    "file-size-bytes",
    "file-size-kb",
    "file-size-mb",
];

/// What is wrong in one file, and which messages it defines that its layer (the site, or one theme) has already.
pub fn file(source: &Arc<SourceText>, layer: usize, seen: &mut BTreeMap<(usize, String), ()>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let at = |span: Range<usize>| Location { source: source.clone(), span };
    let resource = match fluent_syntax::parser::parse(source.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let syntax = Diagnostic::at(Code::FluentSyntax, at(error.pos.clone()));
                found.push(syntax.with("reason", error.kind));
            }
            resource
        }
    };
    for entry in &resource.body {
        let id = match entry {
            Entry::Message(message) => message.id.name.to_string(),
            Entry::Term(term) => format!("-{}", term.id.name),
            _ => continue,
        };
        if seen.insert((layer, id.clone()), ()).is_some() {
            let start = last_definition(&source.text, &id);
            found.push(Diagnostic::at(Code::DuplicateMessage, at(start..start + id.len())).with("message", id));
        }
    }
    found
}

/// Where the last line begins that defines `id`.
fn last_definition(text: &str, id: &str) -> usize {
    let mut at = 0;
    let mut found = 0;
    for line in text.split_inclusive('\n') {
        let defines = line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
        found = if defines { at } else { found };
        at += line.len();
    }
    found
}

/// The messages that must be there in every language, and formatted without a gap.
pub fn required(locales: &Locales) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (lang, locale) in locales.iter() {
        for key in REQUIRED.iter().filter(|key| !locale.has(key)) {
            found.push(missing(Diagnostic::new(Code::MissingMessage), lang, key));
        }
        for key in ["language-name", "tags", "pager-slug"] {
            if let Err(MessageError::Broken(reason)) = locale.message(key, &[]) {
                found.push(missing(Diagnostic::new(Code::BrokenMessage), lang, key).with("reason", reason));
            }
        }
        for key in ["date-long", "date-short"] {
            let args = locale.day_parts(date(2024, 9, 22));
            let args: Vec<_> = args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
            if let Err(MessageError::Broken(reason)) = locale.message(key, &args) {
                found.push(missing(Diagnostic::new(Code::BrokenMessage), lang, key).with("reason", reason));
            }
        }
    }
    found
}
