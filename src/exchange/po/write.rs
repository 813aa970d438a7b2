//! Sheets → gettext PO: a message a unit, placeholders as tags: `<1>…</1>`, `<2/>`.
//!
//! Invariant: the context of a message, `KEY#UNIT`, is unique; the header knows the revision of every page.

use std::fmt::Write;

use crate::exchange::sheet::{LanguagePair, Sheet};
use crate::exchange::unit::{Mark, Piece, Unit};
use crate::model::State;

/// The catalogue for the pages of one pair of languages.
pub(crate) fn write(pair: LanguagePair, sheets: &[Sheet<'_>]) -> String {
    let mut header = format!(
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\
         Language: {}\nX-Source-Language: {}\nX-Generator: bruecke\n",
        pair.to, pair.from
    );
    for (number, sheet) in sheets.iter().enumerate() {
        _ = writeln!(header, "X-Page-{}: {} {}", number + 1, sheet.source.revision(), sheet.source.key);
    }
    let mut out = format!("msgid \"\"\nmsgstr {}\n", quoted(&header));
    for sheet in sheets {
        let units = sheet.units.iter().zip(&sheet.targets).filter(|(unit, _)| !unit.keep);
        units.for_each(|(unit, target)| message(sheet, unit, target.as_deref(), &mut out));
    }
    out
}

fn message(sheet: &Sheet<'_>, unit: &Unit, target: Option<&[Piece]>, out: &mut String) {
    let path = &sheet.source.source.path;
    let (line, _) = sheet.source.source.line_column(unit.span.start);
    _ = writeln!(out, "\n#. {}", unit.kind.name());
    if unit.is_body() && !unit.heading.is_empty() {
        _ = writeln!(out, "#. under: {}", one_line(&unit.heading));
    }
    for mark in &unit.marks {
        _ = writeln!(out, "#. {}", one_line(&shown(mark)));
    }
    _ = writeln!(out, "#: {path}:{line}");
    if target.is_some() && sheet.state != State::Current {
        out.push_str("#, fuzzy\n");
    }
    _ = writeln!(out, "msgctxt {}", quoted(&format!("{}#{}", sheet.source.key, unit.id)));
    _ = writeln!(out, "msgid {}", quoted(&tagged(&unit.pieces)));
    _ = writeln!(out, "msgstr {}", quoted(&target.map(tagged).unwrap_or_default()));
}

fn shown(mark: &Mark) -> String {
    let id = &mark.id;
    match mark.kind.is_pair() {
        true => format!("<{id}>…</{id}> = {}…{}", mark.open, mark.close),
        false => format!("<{id}/> = {}", mark.open),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tagged(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        _ = match piece {
            Piece::Text(text) => {
                out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
                Ok(())
            }
            Piece::Open(id) => write!(out, "<{id}>"),
            Piece::Close(id) => write!(out, "</{id}>"),
            Piece::Alone(id) => write!(out, "<{id}/>"),
        };
    }
    out
}

/// A text in quotation marks; with line ends in it, a line each, as gettext writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from(if text.contains('\n') { "\"\"\n\"" } else { "\"" });
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\n' => out.push_str(if rest.peek().is_some() { "\\n\"\n\"" } else { "\\n" }),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
