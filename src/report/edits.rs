//! What was put into locale files, for people and for programs.

use serde_json::json;

use super::{Talk, json, totals};
use crate::diagnostic::Diagnostic;
use crate::model::edit::Edit;

/// A line a file; `done` is the message for one that was changed.
pub fn edits(talk: &Talk, edits: &[Edit], diagnostics: &[Diagnostic], done: &str) -> String {
    let (errors, warnings) = totals(diagnostics);
    if errors > 0 {
        let counts = [("errors", errors.to_string()), ("warnings", warnings.to_string())];
        return talk.say("summary-failed", &counts) + "\n";
    }
    let line = |edit: &Edit| {
        let count = ("count", edit.added.len().to_string());
        talk.say(done, &[("path", edit.path.clone()), count, ("names", edit.added.join(", "))])
    };
    let lines: Vec<String> = edits.iter().map(line).collect();
    if lines.is_empty() { talk.say("sync-nothing", &[]) + "\n" } else { lines.join("\n") + "\n" }
}

/// One object: the files with the names added, and the messages as `check` gives them.
pub fn edits_json(talk: &Talk, edits: &[Edit], diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) = totals(diagnostics);
    let files = edits.iter().map(|edit| json!({ "file": edit.path, "added": edit.added }));
    json!({
        "errors": errors,
        "warnings": warnings,
        "diagnostics": diagnostics.iter().map(|diagnostic| json::one(talk, diagnostic)).collect::<Vec<_>>(),
        "edits": files.collect::<Vec<_>>(),
    })
    .to_string()
}
