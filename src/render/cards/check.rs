//! Whether a drawing can be drawn: it is XML, its fonts are there, and they have every character.

use resvg::usvg::roxmltree::{Document, Node};

use super::faces::{Face, composed, unknown_font};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Location, Page};

/// What is wrong with the drawing of a page; `template` is where it was drawn.
pub(super) fn check(svg: &str, faces: &[Face<'_>], template: Option<Location>, page: &Page) -> Vec<Diagnostic> {
    let document = match Document::parse(svg) {
        Ok(document) => document,
        Err(error) => return vec![broken(template, &error.to_string(), &page.document.source.path)],
    };
    let mut found = Vec::new();
    for node in document.descendants().filter(|node| node.is_text()) {
        if !node.ancestors().any(|above| above.has_tag_name((SVG, "text"))) {
            continue;
        }
        let (named, missing) = families(node);
        let own: Vec<&Face<'_>> = match &named {
            Some(named) => faces.iter().filter(|face| named.contains(&face.family)).collect(),
            None => faces.iter().collect(),
        };
        if own.is_empty() {
            let unknown = unknown_font(&missing, faces);
            found.push(Diagnostic { at: template.clone(), ..unknown });
            continue;
        }
        let text = node.text().unwrap_or_default();
        for c in text.chars().filter(|c| !is_blank(*c) && !own.iter().any(|face| face.has(*c))) {
            let glyph = Diagnostic::new(Code::MissingGlyph).with("char", c).with("code", format!("{:04X}", c as u32));
            let glyph = glyph.with("font", &own[0].family).with("page", &page.document.source.path);
            found.push(Diagnostic { at: place(c, page).or_else(|| template.clone()), ..glyph });
        }
    }
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    found.dedup();
    found
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// The families named for a text, and their names as written; CSS of a `<style>` is not looked at.
fn families(node: Node<'_, '_>) -> (Option<Vec<String>>, String) {
    let written = node.ancestors().find_map(|node| {
        let style = node.attribute("style").unwrap_or_default();
        let styled =
            style.split(';').find_map(|rule| rule.trim().strip_prefix("font-family")?.trim().strip_prefix(':'));
        styled.or_else(|| node.attribute("font-family"))
    });
    let bare = |name: &str| name.trim().trim_matches(['"', '\'']).to_string();
    (written.map(|names| names.split(',').map(bare).collect()), written.map(bare).unwrap_or_default())
}

/// What needs no glyph: white space, and marks that say where lines may break.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// What a template makes of a page is no drawing.
pub(super) fn broken(template: Option<Location>, reason: &str, page: &str) -> Diagnostic {
    let found = Diagnostic::new(Code::Template).with("reason", reason).with("page", page);
    Diagnostic { at: template, ..found }
}

/// The page's title if it holds the character; else it is the template's, or a message's.
fn place(c: char, page: &Page) -> Option<Location> {
    let document = &page.document;
    if !composed(&document.front.title).contains(c) {
        return None;
    }
    let span = document.front.title_span.clone();
    let written = document.source.text().get(span.clone()).unwrap_or_default();
    let span = written.find(c).map_or(span.clone(), |at| span.start + at..span.start + at + c.len_utf8());
    Some(Location { source: document.source.clone(), span })
}
