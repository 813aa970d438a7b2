//! One JSON object, for programs: every message with its place, and how the build went.

use serde_json::{Value, json};

use super::{Summary, Talk, totals};
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::Built;

/// The whole report as one line of JSON. Lines and columns count from 1, columns in characters.
pub fn json(talk: &Talk, diagnostics: &[Diagnostic], summary: &Summary<'_>) -> String {
    let (errors, warnings) = totals(diagnostics);
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
    json!({
        "errors": errors,
        "warnings": warnings,
        "diagnostics": diagnostics.iter().map(|diagnostic| one(talk, diagnostic)).collect::<Vec<_>>(),
        "languages": languages,
        "next": summary.built.and_then(Built::next).map(|next| next.timestamp().to_string()),
        "output": summary.output.map(|output| output.display().to_string()),
        "written": written,
        "made": summary.built.map_or(0, |built| built.cache.made()),
        "milliseconds": u64::try_from(summary.took.as_millis()).unwrap_or(u64::MAX),
    })
    .to_string()
}

/// One message.
pub fn one(talk: &Talk, diagnostic: &Diagnostic) -> Value {
    let severity = match diagnostic.code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
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
        "severity": severity,
        "message": talk.text(diagnostic),
        "help": talk.help(diagnostic),
        "at": place,
    })
}
