//! XLIFF 2.x as an office returns it → [`ReturnedFile`].
//!
//! Tolerated: split segments (`<sc>` and `<ec>` for a pair cut in two), annotations, modules, any order of attributes.
//! Invariant: a unit without a whole target has none.

use std::sync::Arc;

use crate::exchange::returned::{ParseError, ReturnedFile, ReturnedPage, ReturnedUnit};
use crate::exchange::unit::{Piece, push};
use crate::model::{Revision, SourceText};
use crate::xml::{self, Element, Node};

pub(crate) fn read(source: &Arc<SourceText>) -> Result<ReturnedFile, ParseError> {
    let root = xml::read(source.text()).map_err(|error| ParseError::new(error.at, "xml", error.detail))?;
    if root.name != "xliff" {
        return Err(ParseError::new(root.at, "xliff", &root.name));
    }
    let version = root.get("version").unwrap_or_default();
    if !version.starts_with("2.") {
        return Err(ParseError::new(root.at, "version", version));
    }
    let (Some(from), Some(to)) = (root.get("srcLang"), root.get("trgLang")) else {
        return Err(ParseError::new(root.at, "languages", ""));
    };
    let pages = root.all("file").map(page).collect();
    Ok(ReturnedFile { source: source.clone(), from: from.into(), to: to.into(), pages })
}

fn page(file: &Element) -> ReturnedPage {
    let mut units = Vec::new();
    collect(file, &mut units);
    let revision = file.get("id").and_then(|id| Revision::parse(id.rsplit('-').next()?));
    let page = file.get("original").unwrap_or_default().replace('\\', "/");
    ReturnedPage { page, revision, units, span: file.at..file.at + "<file".len() }
}

/// The units of a file, those in groups included.
fn collect(element: &Element, units: &mut Vec<ReturnedUnit>) {
    for child in element.elements() {
        match child.name.as_str() {
            "unit" if child.get("translate") != Some("no") => units.push(unit(child)),
            "group" => collect(child, units),
            _ => {}
        }
    }
}

fn unit(unit: &Element) -> ReturnedUnit {
    let mut read = ReturnedUnit {
        id: unit.get("id").unwrap_or_default().into(),
        confirmed: true,
        span: unit.at..unit.at + "<unit".len(),
        ..ReturnedUnit::default()
    };
    let mut targets: Vec<(usize, Vec<Piece>)> = Vec::new();
    let mut whole = true;
    for (number, part) in
        unit.elements().filter(|part| matches!(part.name.as_str(), "segment" | "ignorable")).enumerate()
    {
        let source = pieces(part.all("source").next());
        let target = part.all("target").next();
        // Spaces between segments need no translation.
        let words = match target {
            None if part.name == "ignorable" => source.clone(),
            target => pieces(target),
        };
        whole &= part.name == "ignorable" || !words.is_empty() || source.is_empty();
        read.confirmed &= target.is_none() || part.get("state") != Some("initial");
        let order = target.and_then(|target| target.get("order")).and_then(|order| order.parse().ok());
        targets.push((order.unwrap_or(number + 1), words));
        source.into_iter().for_each(|piece| push(&mut read.source, piece));
    }
    targets.sort_by_key(|(order, _)| *order);
    if whole {
        targets.into_iter().flat_map(|(_, words)| words).for_each(|piece| push(&mut read.target, piece));
    }
    read
}

fn pieces(element: Option<&Element>) -> Vec<Piece> {
    let mut out = Vec::new();
    if let Some(element) = element {
        inline(element, &mut out);
    }
    out
}

fn inline(element: &Element, out: &mut Vec<Piece>) {
    for node in &element.children {
        let child = match node {
            Node::Text(text) => {
                push(out, Piece::Text(text.clone()));
                continue;
            }
            Node::Element(child) => child,
        };
        let id = || child.get("id").unwrap_or_default().to_string();
        match child.name.as_str() {
            "pc" => {
                out.push(Piece::Open(id()));
                inline(child, out);
                out.push(Piece::Close(id()));
            }
            "ph" => out.push(Piece::Alone(id())),
            "sc" => out.push(Piece::Open(id())),
            "ec" => out.push(Piece::Close(child.get("startRef").map_or_else(id, str::to_string))),
            "mrk" => inline(child, out),
            "cp" => {
                let number = child.get("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                push(out, Piece::Text(number.and_then(char::from_u32).map(String::from).unwrap_or_default()));
            }
            _ => {}
        }
    }
}
