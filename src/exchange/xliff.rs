//! Sheets → XLIFF 2.0 (OASIS Standard, 5 August 2014): a file a page, a unit a text, markup as protected placeholders.
//!
//! Invariant: ids are NMTOKENs and unique where the standard asks for it; the same sheets give the same bytes.

use std::fmt::Write;

use super::{Mark, MarkKind, Pair, Piece, Sheet, Unit, file_id, match_up};
use crate::model::translation::State;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\"";

/// The document for the pages of one pair of languages.
pub fn write(pair: Pair, sheets: &[Sheet<'_>]) -> String {
    let mut out = format!("{HEAD} srcLang=\"{}\" trgLang=\"{}\">\n", pair.from, pair.to);
    for (number, sheet) in sheets.iter().enumerate() {
        file(sheet, number + 1, &mut out);
    }
    out.push_str("</xliff>\n");
    out
}

fn file(sheet: &Sheet<'_>, number: usize, out: &mut String) {
    let source = sheet.source;
    let id = file_id(number, source.revision());
    line(out, 1, &format!("<file id=\"{id}\" original=\"{}\">", attribute(&source.source.path)));
    line(out, 2, "<notes>");
    line(out, 3, &format!("<note category=\"page\">{}</note>", attribute(&source.front.title)));
    line(out, 3, &format!("<note category=\"revision\">{}</note>", source.revision()));
    line(out, 3, &format!("<note category=\"state\">{}</note>", sheet.state.name()));
    line(out, 2, "</notes>");
    for (unit, target) in sheet.units.iter().zip(&sheet.targets) {
        self::unit(sheet, unit, target.as_deref(), out);
    }
    line(out, 1, "</file>");
}

fn unit(sheet: &Sheet<'_>, unit: &Unit, target: Option<&[Piece]>, out: &mut String) {
    let keep = if unit.keep { " translate=\"no\"" } else { "" };
    let (id, name) = (&unit.id, unit.kind.name());
    line(out, 2, &format!("<unit id=\"{id}\" name=\"{name}\"{keep} xml:space=\"preserve\">"));
    line(out, 3, "<notes>");
    let (row, _) = sheet.source.source.line_column(unit.span.start);
    line(out, 4, &format!("<note category=\"kind\">{name}</note>"));
    line(out, 4, &format!("<note category=\"place\">{}:{row}</note>", attribute(&sheet.source.source.path)));
    if match_up::is_body(unit) && !unit.heading.is_empty() {
        line(out, 4, &format!("<note category=\"heading\">{}</note>", attribute(&unit.heading)));
    }
    line(out, 3, "</notes>");
    if !unit.marks.is_empty() {
        line(out, 3, "<originalData>");
        unit.marks.iter().for_each(|mark| data(mark, out));
        line(out, 3, "</originalData>");
    }
    let state = match (target, sheet.state) {
        (None, _) => "",
        (Some(_), State::Current) => " state=\"translated\"",
        // The office has to look: only a text whose state it raises counts as translated.
        (Some(_), _) => " state=\"initial\"",
    };
    line(out, 3, &format!("<segment{state}>"));
    line(out, 4, &format!("<source>{}</source>", pieces(&unit.pieces, &unit.marks)));
    if let Some(target) = target {
        line(out, 4, &format!("<target>{}</target>", pieces(target, &unit.marks)));
    }
    line(out, 3, "</segment>");
    line(out, 2, "</unit>");
}

fn data(mark: &Mark, out: &mut String) {
    line(out, 4, &format!("<data id=\"d{}\">{}</data>", mark.id, text(&mark.open)));
    if mark.kind.is_pair() {
        line(out, 4, &format!("<data id=\"e{}\">{}</data>", mark.id, text(&mark.close)));
    }
}

fn pieces(pieces: &[Piece], marks: &[Mark]) -> String {
    let mut out = String::new();
    for piece in pieces {
        let mark = |id: &String| marks.iter().find(|mark| mark.id == *id);
        match piece {
            Piece::Text(words) => out.push_str(&text(words)),
            Piece::Open(id) => {
                let kind = mark(id).map_or("", |mark| pair_type(mark.kind));
                _ = write!(
                    out,
                    "<pc id=\"{id}\"{kind} dataRefStart=\"d{id}\" dataRefEnd=\"e{id}\" canCopy=\"no\" canDelete=\"no\">"
                );
            }
            Piece::Close(_) => out.push_str("</pc>"),
            Piece::Alone(id) => {
                let Some(mark) = mark(id) else { continue };
                let (kind, shown) = (alone_type(mark.kind), attribute(&mark.open));
                _ = write!(
                    out,
                    "<ph id=\"{id}\"{kind} dataRef=\"d{id}\" disp=\"{shown}\" canCopy=\"no\" canDelete=\"no\"/>"
                );
            }
        }
    }
    out
}

fn pair_type(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Emphasis => " type=\"fmt\" subType=\"xlf:i\"",
        MarkKind::Strong => " type=\"fmt\" subType=\"xlf:b\"",
        MarkKind::Link => " type=\"link\"",
        _ => " type=\"fmt\"",
    }
}

fn alone_type(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Image => " type=\"image\"",
        MarkKind::Break => " type=\"fmt\" subType=\"xlf:lb\"",
        _ => " type=\"other\"",
    }
}

fn line(out: &mut String, depth: usize, text: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(text);
    out.push('\n');
}

/// Characters that XML cannot hold, not even as references.
fn forbidden(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// A text; `<cp>` stands for a character that XML cannot hold.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            c if forbidden(c) => _ = write!(out, "<cp hex=\"{:04X}\"/>", u32::from(c)),
            c => out.push(c),
        }
    }
    out
}

fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            c if forbidden(c) || c == '\r' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
