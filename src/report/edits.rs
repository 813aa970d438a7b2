//! What was put into locale files, for people and for programs.

use serde_json::json;

use super::{Messages, count, json, text, totals};
use crate::diagnostic::Diagnostic;
use crate::model::Edit;

/// A line a file; `done` is the message for one that was changed.
pub(crate) fn edits(messages: &Messages, edits: &[Edit], diagnostics: &[Diagnostic], done: &str) -> String {
    let (errors, warnings) = totals(diagnostics);
    if errors > 0 {
        let counts = [count("errors", errors), count("warnings", warnings)];
        return messages.format("summary-failed", &counts) + "\n";
    }
    let line = |edit: &Edit| {
        let added = &edit.added;
        messages.format(done, &[text("path", &edit.path), count("count", added.len()), text("names", added.join(", "))])
    };
    let lines: Vec<String> = edits.iter().map(line).collect();
    if lines.is_empty() { messages.get("sync-nothing") + "\n" } else { lines.join("\n") + "\n" }
}

/// One object: the files with the names added, and the messages as `check` gives them.
pub(crate) fn edits_json(messages: &Messages, edits: &[Edit], diagnostics: &[Diagnostic]) -> String {
    let files = edits.iter().map(|edit| json!({ "file": edit.path, "added": edit.added }));
    json::object(messages, diagnostics, [("edits", files.collect())])
}
