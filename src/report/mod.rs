//! How messages read: Fluent messages in German, Vietnamese and English, printed for people or as JSON.

mod edits;
mod exchange;
mod html;
mod human;
mod json;
mod talk;
pub mod translations;

use std::path::Path;
use std::time::Duration;

use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::Built;
use crate::write::{NotOurs, Written};

pub use edits::{edits, edits_json};
pub use exchange::{Exchanged, exchange, exchange_json};
pub use html::html;
pub use human::{has_colour, human};
pub use json::json;
pub use talk::Talk;

/// How a build went.
#[derive(Debug)]
pub struct Summary<'a> {
    /// What was built; nothing when there are errors.
    pub built: Option<&'a Built>,
    /// Where it went.
    pub output: Option<&'a Path>,
    /// What writing did; `None` when nothing was written.
    pub written: Option<Written>,
    /// How long it took.
    pub took: Duration,
}

/// How many errors and warnings there are.
fn totals(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|d| d.code.severity() == Severity::Error).count();
    (errors, diagnostics.len() - errors)
}

/// A line a language, then what was written where, or that nothing was.
pub fn summary(talk: &Talk, summary: &Summary<'_>, diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) = totals(diagnostics);
    let counts = || [("errors", errors.to_string()), ("warnings", warnings.to_string())];
    let last = match (summary.written, summary.output) {
        _ if errors > 0 => talk.say("summary-failed", &counts()) + "\n",
        (Some(done), Some(output)) => written(talk, done, output, summary.took),
        _ => {
            let [errors, warnings] = counts();
            talk.say("summary-checked", &[errors, warnings, took(summary.took)]) + "\n"
        }
    };
    summary.built.map_or_else(String::new, |built| languages(talk, built)) + &last
}

/// A line a language, and when to build again.
pub fn languages(talk: &Talk, built: &Built) -> String {
    let mut lines = String::new();
    for counts in &built.languages {
        let numbers = [("pages", counts.pages), ("translated", counts.translated), ("missing", counts.missing)];
        let mut args: Vec<(&str, String)> = numbers.iter().map(|(name, n)| (*name, n.to_string())).collect();
        args.push(("lang", counts.lang.to_string()));
        lines.push_str(&(talk.say("summary-language", &args) + "\n"));
    }
    if let Some(next) = built.next() {
        let next = next.strftime("%Y-%m-%d %H:%M %Z").to_string();
        lines.push_str(&(talk.say("summary-next", &[("time", next)]) + "\n"));
    }
    lines
}

/// What was written where.
pub fn written(talk: &Talk, written: Written, output: &Path, time: Duration) -> String {
    let args = [
        ("changed", written.changed.to_string()),
        ("unchanged", written.unchanged.to_string()),
        ("removed", written.removed.to_string()),
        ("output", output.display().to_string()),
        took(time),
    ];
    talk.say("summary-written", &args) + "\n"
}

fn took(time: Duration) -> (&'static str, String) {
    ("ms", time.as_millis().to_string())
}

/// An error of the environment, with the way out where it is known.
pub fn failure(talk: &Talk, error: &anyhow::Error) -> String {
    match error.downcast_ref::<NotOurs>() {
        Some(not_ours) => {
            let key = if not_ours.is_file { "not-ours-file" } else { "not-ours" };
            talk.say(key, &[("path", not_ours.path.display().to_string())])
        }
        None => talk.say("failure", &[("reason", format!("{error:#}"))]),
    }
}
