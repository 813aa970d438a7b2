//! How messages read: Fluent messages in German, Vietnamese and English, printed for people or as JSON.

mod edits;
mod exchange;
mod html;
mod human;
mod json;
mod messages;
pub(crate) mod translations;

use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use crate::diagnostic::{Arg, Diagnostic, Failed, Severity};
use crate::panics::Panicked;
use crate::pipeline::Built;
use crate::write::{InTheWay, Written};

pub(crate) use edits::{edits, edits_json};
pub(crate) use exchange::{Exchanged, exchange, exchange_json};
pub(crate) use html::html;
pub(crate) use human::{has_colour, human};
pub(crate) use json::json;
pub(crate) use messages::{Messages, count, text};

pub(crate) struct Summary<'a> {
    /// What was built; nothing when there are errors.
    pub built: Option<&'a Built>,
    /// Where it went.
    pub output: Option<&'a Path>,
    /// What writing did; `None` when nothing was written.
    pub written: Option<Written>,
    /// How long it took.
    pub took: Duration,
}

fn totals(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|d| d.code.severity() == Severity::Error).count();
    (errors, diagnostics.len() - errors)
}

/// A line a language, then what was written where, or that nothing was.
pub(crate) fn summary(messages: &Messages, summary: &Summary<'_>, diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) = totals(diagnostics);
    let counts = [count("errors", errors), count("warnings", warnings)];
    let last = match (summary.written, summary.output) {
        _ if errors > 0 => messages.format("summary-failed", &counts) + "\n",
        (Some(done), Some(output)) => written(messages, done, output, summary.took),
        _ => {
            let [errors, warnings] = counts;
            messages.format("summary-checked", &[errors, warnings, took(summary.took)]) + "\n"
        }
    };
    summary.built.map_or_else(String::new, |built| languages(messages, built)) + &last
}

/// A line a language, and when to build again.
pub(crate) fn languages(messages: &Messages, built: &Built) -> String {
    let mut lines = String::new();
    for counts in &built.languages {
        let args = [
            text("lang", counts.lang),
            count("pages", counts.pages),
            count("translated", counts.translated),
            count("missing", counts.missing),
        ];
        lines.push_str(&(messages.format("summary-language", &args) + "\n"));
    }
    if let Some(next) = built.next() {
        let next = next.strftime("%Y-%m-%d %H:%M %Z").to_string();
        lines.push_str(&(messages.format("summary-next", &[text("time", next)]) + "\n"));
    }
    lines
}

pub(crate) fn written(messages: &Messages, written: Written, output: &Path, time: Duration) -> String {
    let args = [
        count("changed", written.changed),
        count("unchanged", written.unchanged),
        count("removed", written.removed),
        text("output", output.display()),
        took(time),
    ];
    messages.format("summary-written", &args) + "\n"
}

fn took(time: Duration) -> (&'static str, Arg) {
    text("ms", time.as_millis())
}

/// An error of the environment, with the way out where it is known.
pub(crate) fn failure(messages: &Messages, error: &anyhow::Error) -> String {
    if let Some(found) = error.downcast_ref::<InTheWay>() {
        return in_the_way(messages, found);
    }
    if let Some(panicked) = error.chain().find_map(panicked) {
        return human(messages, &[panicked.clone().into()]);
    }
    let Some(failed) = error.downcast_ref::<Failed>() else {
        return messages.format("failure", &[text("reason", format!("{error:#}"))]);
    };
    let what = messages.format(failed.message, &[text("what", &failed.what)]);
    let reason = error.chain().skip(1).last().map(|cause| reason(messages, cause));
    messages.format("failure", &[text("reason", reason.map_or(what.clone(), |reason| format!("{what}: {reason}")))])
}

/// So many names of files that are in the way are printed.
const NAMES: usize = 10;

fn in_the_way(messages: &Messages, found: &InTheWay) -> String {
    let key = if found.whole { "not-ours" } else { "not-ours-file" };
    let names = found.names.iter().take(NAMES).map(|name| format!("\n  {}", found.folder.join(name).display()));
    let further = found.names.len().saturating_sub(NAMES);
    let further =
        (further > 0).then(|| "\n  ".to_string() + &messages.format("not-ours-further", &[count("count", further)]));
    let names: String = names.chain(further).collect();
    messages.format(key, &[text("path", found.folder.display())]) + &names
}

/// Why the system refused; in its own words where they are rare.
fn reason(messages: &Messages, cause: &(dyn std::error::Error + 'static)) -> String {
    let kind = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    let key = match kind {
        Some(ErrorKind::NotFound) => "io-not-found",
        Some(ErrorKind::PermissionDenied) => "io-permission",
        Some(ErrorKind::ReadOnlyFilesystem) => "io-read-only",
        Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => "io-full",
        Some(ErrorKind::IsADirectory) => "io-folder",
        Some(ErrorKind::NotADirectory) => "io-no-folder",
        Some(ErrorKind::AddrInUse) => "io-in-use",
        _ => return cause.to_string(),
    };
    messages.get(key)
}

/// The bug of ours that an error of the disk holds.
fn panicked<'e>(error: &'e (dyn std::error::Error + 'static)) -> Option<&'e Panicked> {
    error.downcast_ref::<std::io::Error>()?.get_ref()?.downcast_ref()
}
