//! What an exchange with a translation office did: a line a file, or one JSON object.

use serde_json::json;

use super::{Messages, count, json, text};
use crate::diagnostic::Diagnostic;

/// Files written by an exchange.
pub(crate) struct Exchanged {
    /// The message for each: `exported` or `imported`.
    pub key: &'static str,
    /// Path, and a number: pages in an exported file, untranslated texts in an imported page.
    pub files: Vec<(String, usize)>,
}

pub(crate) fn exchange(messages: &Messages, done: &Exchanged) -> String {
    let line = |(path, number): &(String, usize)| {
        messages.format(done.key, &[text("path", path), count("count", *number)]) + "\n"
    };
    match done.files.is_empty() {
        true => messages.get(&format!("{}-none", done.key)) + "\n",
        false => done.files.iter().map(line).collect(),
    }
}

pub(crate) fn exchange_json(messages: &Messages, done: &Exchanged, diagnostics: &[Diagnostic]) -> String {
    let files = done.files.iter().map(|(path, count)| json!({ "path": path, "count": count }));
    json::object(messages, diagnostics, [(done.key, files.collect())])
}
