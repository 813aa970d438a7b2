//! One JSON object, for programs: every message with its place, and how the build went.

use serde_json::{Value, json};

use super::{Messages, Summary, totals};
use crate::diagnostic::Diagnostic;
use crate::pipeline::Built;

/// The whole report as one line of JSON. Lines and columns count from 1, columns in characters.
pub(crate) fn json(messages: &Messages, diagnostics: &[Diagnostic], summary: &Summary<'_>) -> String {
    let languages: Vec<Value> = summary
        .built
        .iter()
        .flat_map(|built| &built.languages)
        .map(|counts| {
            json!({
                "lang": counts.lang.tag(),
                "pages": counts.pages,
                "translated": counts.translated,
                "missing": counts.missing,
            })
        })
        .collect();
    let written = summary.written.map(
        |written| json!({ "changed": written.changed, "unchanged": written.unchanged, "removed": written.removed }),
    );
    let [next, output] = [
        summary.built.and_then(Built::next).map(|next| next.timestamp().to_string()),
        summary.output.map(|output| output.display().to_string()),
    ];
    let more = [
        ("languages", json!(languages)),
        ("next", json!(next)),
        ("output", json!(output)),
        ("written", json!(written)),
        ("made", json!(summary.built.map_or(0, |built| built.cache.made()))),
        ("milliseconds", json!(u64::try_from(summary.took.as_millis()).unwrap_or(u64::MAX))),
    ];
    object(messages, diagnostics, more)
}

/// One JSON object of messages and `more`.
pub(super) fn object<const N: usize>(
    messages: &Messages,
    diagnostics: &[Diagnostic],
    more: [(&str, Value); N],
) -> String {
    let (errors, warnings) = totals(diagnostics);
    let diagnostics: Vec<Value> = diagnostics.iter().map(|diagnostic| one(messages, diagnostic)).collect();
    let mut object = json!({ "errors": errors, "warnings": warnings, "diagnostics": diagnostics });
    more.into_iter().for_each(|(name, value)| object[name] = value);
    object.to_string()
}

fn one(messages: &Messages, diagnostic: &Diagnostic) -> Value {
    let place = diagnostic.at.as_ref().map(|at| {
        let (line, column) = at.source.line_column(at.span.start);
        let (end_line, end_column) = at.source.line_column(at.span.end);
        json!({
            "file": at.source.path,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
        })
    });
    json!({
        "code": diagnostic.code.id(),
        "severity": diagnostic.code.severity().name(),
        "message": messages.text(diagnostic),
        "help": messages.help(diagnostic),
        "at": place,
    })
}
