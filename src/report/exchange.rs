//! What an exchange with a translation office did: a line a file, or one JSON object.

use serde_json::json;

use super::json::one;
use super::{Talk, totals};
use crate::diagnostic::Diagnostic;

/// Files written by an exchange.
#[derive(Debug)]
pub struct Exchanged {
    /// The message for each: `exported` or `imported`.
    pub key: &'static str,
    /// Path, and a number: pages in an exported file, untranslated texts in an imported page.
    pub files: Vec<(String, usize)>,
}

/// The lines for people.
pub fn exchange(talk: &Talk, done: &Exchanged) -> String {
    let line = |(path, count): &(String, usize)| {
        talk.say(done.key, &[("path", path.clone()), ("count", count.to_string())]) + "\n"
    };
    match done.files.is_empty() {
        true => talk.say(&format!("{}-none", done.key), &[]) + "\n",
        false => done.files.iter().map(line).collect(),
    }
}

/// The object for programs.
pub fn exchange_json(talk: &Talk, done: &Exchanged, diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) = totals(diagnostics);
    let files = done.files.iter().map(|(path, count)| json!({ "path": path, "count": count }));
    let object = json!({
        "errors": errors,
        "warnings": warnings,
        "diagnostics": diagnostics.iter().map(|diagnostic| one(talk, diagnostic)).collect::<Vec<_>>(),
        (done.key): files.collect::<Vec<_>>(),
    });
    format!("{object}\n")
}
