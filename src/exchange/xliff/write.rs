//! Sheets → XLIFF 2.0 (OASIS Standard, 5 August 2014): a file a page, a unit a text, markup as protected placeholders.
//!
//! Invariant: ids are NMTOKENs and unique where the standard asks for it; the same sheets give the same bytes.

use crate::exchange::sheet::{LanguagePair, Sheet, file_id};
use crate::exchange::unit::{Mark, MarkKind, Piece, Unit};
use crate::model::State;
use crate::xml::{Attribute, Writer, is_forbidden};

/// The document for the pages of one pair of languages.
pub(crate) fn write(pair: LanguagePair, sheets: &[Sheet<'_>]) -> String {
    let mut out = Writer::new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", 1024);
    let schema = "urn:oasis:names:tc:xliff:document:2.0";
    let languages = [("srcLang", pair.from.tag()), ("trgLang", pair.to.tag())];
    out.open("xliff", &[("xmlns", schema), ("version", "2.0"), languages[0], languages[1]]);
    out.end_line();
    for (number, sheet) in sheets.iter().enumerate() {
        file(sheet, number + 1, &mut out);
    }
    close(&mut out, 0, "xliff");
    out.finish()
}

fn file(sheet: &Sheet<'_>, number: usize, out: &mut Writer) {
    let source = sheet.source;
    let revision = source.revision();
    open(out, 1, "file", &[("id", &file_id(number, revision)), ("original", &source.source.path)]);
    open(out, 2, "notes", &[]);
    note(out, 3, "page", &source.front.title);
    note(out, 3, "revision", &revision.to_string());
    note(out, 3, "state", sheet.state.name());
    close(out, 2, "notes");
    for (unit, target) in sheet.units.iter().zip(&sheet.targets) {
        self::unit(sheet, unit, target.as_deref(), out);
    }
    close(out, 1, "file");
}

fn unit(sheet: &Sheet<'_>, unit: &Unit, target: Option<&[Piece]>, out: &mut Writer) {
    let name = unit.kind.name();
    let mut attributes = vec![("id", unit.id.as_str()), ("name", name)];
    attributes.extend(unit.keep.then_some(("translate", "no")));
    attributes.push(("xml:space", "preserve"));
    open(out, 2, "unit", &attributes);
    notes(sheet, unit, out);
    if !unit.marks.is_empty() {
        open(out, 3, "originalData", &[]);
        unit.marks.iter().for_each(|mark| data(mark, out));
        close(out, 3, "originalData");
    }
    let state: &[_] = match (target, sheet.state) {
        (None, _) => &[],
        (Some(_), State::Current) => &[("state", "translated")],
        // The office has to look: only a text whose state it raises counts as translated.
        (Some(_), _) => &[("state", "initial")],
    };
    open(out, 3, "segment", state);
    pieces(out, "source", &unit.pieces, &unit.marks);
    if let Some(target) = target {
        pieces(out, "target", target, &unit.marks);
    }
    close(out, 3, "segment");
    close(out, 2, "unit");
}

fn notes(sheet: &Sheet<'_>, unit: &Unit, out: &mut Writer) {
    let source = &sheet.source.source;
    open(out, 3, "notes", &[]);
    note(out, 4, "kind", unit.kind.name());
    note(out, 4, "place", &format!("{}:{}", source.path, source.line_column(unit.span.start).0));
    if unit.is_body() && !unit.heading.is_empty() {
        note(out, 4, "heading", &unit.heading);
    }
    close(out, 3, "notes");
}

/// What a mark stands for, under the names by which [`pieces`] refers to it.
fn data(mark: &Mark, out: &mut Writer) {
    let mut part = |id: String, markdown: &str| {
        out.indent(4);
        out.open("data", &[("id", &id)]);
        words(out, markdown);
        out.close("data");
        out.end_line();
    };
    part(format!("d{}", mark.id), &mark.open);
    if mark.kind.is_pair() {
        part(format!("e{}", mark.id), &mark.close);
    }
}

fn pieces(out: &mut Writer, name: &str, pieces: &[Piece], marks: &[Mark]) {
    const FIXED: [(&str, &str); 2] = [("canCopy", "no"), ("canDelete", "no")];
    let find = |id: &String| marks.iter().find(|mark| mark.id == *id);
    out.indent(4);
    out.open(name, &[]);
    for piece in pieces {
        match piece {
            Piece::Text(text) => words(out, text),
            Piece::Open(id) => {
                let (start, end) = (format!("d{id}"), format!("e{id}"));
                let kind = find(id).map_or(&[][..], |mark| pair_type(mark.kind));
                let refs = [("dataRefStart", start.as_str()), ("dataRefEnd", end.as_str())];
                out.open("pc", &[&[("id", id.as_str())], kind, &refs, &FIXED].concat());
            }
            Piece::Close(_) => out.close("pc"),
            Piece::Alone(id) => {
                let Some(mark) = find(id) else { continue };
                let data = format!("d{id}");
                let shown = [("dataRef", data.as_str()), ("disp", mark.open.as_str())];
                out.empty("ph", &[&[("id", id.as_str())], alone_type(mark.kind), &shown, &FIXED].concat());
            }
        }
    }
    out.close(name);
    out.end_line();
}

fn pair_type(kind: MarkKind) -> &'static [Attribute<'static>] {
    match kind {
        MarkKind::Emphasis => &[("type", "fmt"), ("subType", "xlf:i")],
        MarkKind::Strong => &[("type", "fmt"), ("subType", "xlf:b")],
        MarkKind::Link => &[("type", "link")],
        _ => &[("type", "fmt")],
    }
}

fn alone_type(kind: MarkKind) -> &'static [Attribute<'static>] {
    match kind {
        MarkKind::Image => &[("type", "image")],
        MarkKind::Break => &[("type", "fmt"), ("subType", "xlf:lb")],
        _ => &[("type", "other")],
    }
}

/// `<cp>` stands for a character that XML cannot hold.
fn words(out: &mut Writer, text: &str) {
    for part in text.split_inclusive(is_forbidden) {
        out.words(part);
        if let Some(c) = part.chars().next_back().filter(|c| is_forbidden(*c)) {
            out.empty("cp", &[("hex", &format!("{:04X}", u32::from(c)))]);
        }
    }
}

fn note(out: &mut Writer, depth: usize, category: &str, text: &str) {
    out.indent(depth);
    out.text("note", &[("category", category)], text);
    out.end_line();
}

fn open(out: &mut Writer, depth: usize, name: &str, attributes: &[Attribute<'_>]) {
    out.indent(depth);
    out.open(name, attributes);
    out.end_line();
}

fn close(out: &mut Writer, depth: usize, name: &str) {
    out.indent(depth);
    out.close(name);
    out.end_line();
}
