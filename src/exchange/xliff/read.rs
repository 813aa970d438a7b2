//! XLIFF 2.x as an office returns it → [`ReturnedFile`].
//!
//! Tolerated: split segments (`<sc>` and `<ec>` for a pair cut in two), annotations, modules, any order of attributes.
//! Invariant: a unit without a whole target has none.

use std::sync::Arc;

use roxmltree::{Document, Node};

use crate::exchange::returned::{ParseError, ReturnedFile, ReturnedPage, ReturnedUnit};
use crate::exchange::unit::{Piece, push};
use crate::model::{Revision, SourceText};

/// Deeper than any file that people exchange; one that goes on is not worth the stack.
const DEPTH: usize = 64;

pub(crate) fn read(source: &Arc<SourceText>) -> Result<ReturnedFile, ParseError> {
    let document = Document::parse(source.text()).map_err(|error| {
        let at = source.offset(error.pos().row as usize, error.pos().col as usize);
        ParseError::new(at, "xml", error)
    })?;
    if let Some(deep) = document.descendants().find(|node| node.ancestors().nth(DEPTH).is_some()) {
        return Err(ParseError::new(at(deep), "xml", ""));
    }
    let root = document.root_element();
    if name(root) != "xliff" {
        return Err(ParseError::new(at(root), "xliff", name(root)));
    }
    let version = root.attribute("version").unwrap_or_default();
    if !version.starts_with("2.") {
        return Err(ParseError::new(at(root), "version", version));
    }
    let (Some(from), Some(to)) = (root.attribute("srcLang"), root.attribute("trgLang")) else {
        return Err(ParseError::new(at(root), "languages", ""));
    };
    let pages = all(root, "file").map(page).collect();
    Ok(ReturnedFile { source: source.clone(), from: from.into(), to: to.into(), pages })
}

/// The name without its prefix.
fn name<'n>(node: Node<'n, '_>) -> &'n str {
    node.tag_name().name()
}

fn at(node: Node<'_, '_>) -> usize {
    node.range().start
}

fn all<'n, 't>(node: Node<'n, 't>, wanted: &'n str) -> impl Iterator<Item = Node<'n, 't>> {
    node.children().filter(move |child| name(*child) == wanted)
}

fn page(file: Node<'_, '_>) -> ReturnedPage {
    let mut units = Vec::new();
    collect(file, &mut units);
    let revision = file.attribute("id").and_then(|id| Revision::parse(id.rsplit('-').next()?));
    let page = file.attribute("original").unwrap_or_default().replace('\\', "/");
    ReturnedPage { page, revision, units, span: at(file)..at(file) + "<file".len() }
}

/// The units of a file, those in groups included.
fn collect(element: Node<'_, '_>, units: &mut Vec<ReturnedUnit>) {
    for child in element.children() {
        match name(child) {
            "unit" if child.attribute("translate") != Some("no") => units.push(unit(child)),
            "group" => collect(child, units),
            _ => {}
        }
    }
}

fn unit(unit: Node<'_, '_>) -> ReturnedUnit {
    let mut read = ReturnedUnit {
        id: unit.attribute("id").unwrap_or_default().into(),
        confirmed: true,
        span: at(unit)..at(unit) + "<unit".len(),
        ..ReturnedUnit::default()
    };
    let mut targets: Vec<(usize, Vec<Piece>)> = Vec::new();
    let mut whole = true;
    for (number, part) in unit.children().filter(|part| matches!(name(*part), "segment" | "ignorable")).enumerate() {
        let source = pieces(all(part, "source").next());
        let target = all(part, "target").next();
        // Spaces between segments need no translation.
        let words = match target {
            None if name(part) == "ignorable" => source.clone(),
            target => pieces(target),
        };
        whole &= name(part) == "ignorable" || !words.is_empty() || source.is_empty();
        read.confirmed &= target.is_none() || part.attribute("state") != Some("initial");
        let order = target.and_then(|target| target.attribute("order")).and_then(|order| order.parse().ok());
        targets.push((order.unwrap_or(number + 1), words));
        source.into_iter().for_each(|piece| push(&mut read.source, piece));
    }
    targets.sort_by_key(|(order, _)| *order);
    if whole {
        targets.into_iter().flat_map(|(_, words)| words).for_each(|piece| push(&mut read.target, piece));
    }
    read
}

fn pieces(element: Option<Node<'_, '_>>) -> Vec<Piece> {
    let mut out = Vec::new();
    if let Some(element) = element {
        inline(element, &mut out);
    }
    out
}

fn inline(element: Node<'_, '_>, out: &mut Vec<Piece>) {
    for child in element.children() {
        let id = || child.attribute("id").unwrap_or_default().to_string();
        match name(child) {
            _ if child.is_text() => push(out, Piece::Text(child.text().unwrap_or_default().to_string())),
            "pc" => {
                out.push(Piece::Open(id()));
                inline(child, out);
                out.push(Piece::Close(id()));
            }
            "ph" => out.push(Piece::Alone(id())),
            "sc" => out.push(Piece::Open(id())),
            "ec" => out.push(Piece::Close(child.attribute("startRef").map_or_else(id, str::to_string))),
            "mrk" => inline(child, out),
            "cp" => {
                let number = child.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                push(out, Piece::Text(number.and_then(char::from_u32).map(String::from).unwrap_or_default()));
            }
            _ => {}
        }
    }
}
