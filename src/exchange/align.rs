//! The translation there is, unit by unit, in the marks of the source.
//!
//! Invariant: a text is only given where its marks are those of the source; a body only where its structure is the same.

use super::unit::{Kind, Mark, Piece, Unit};

/// For each unit of the source, its translation.
pub(super) fn targets(source: &[Unit], translation: &[Unit]) -> Vec<Option<Vec<Piece>>> {
    let kinds = |units: &[Unit]| -> Vec<(Kind, bool)> {
        units.iter().filter(|unit| unit.is_body()).map(|unit| (unit.kind, unit.nested)).collect()
    };
    let same = kinds(source) == kinds(translation);
    let target = |unit: &Unit| {
        let found = translation.iter().find(|other| other.id == unit.id && other.kind == unit.kind)?;
        let fits = (same || !unit.is_body()) && !unit.keep;
        fits.then(|| renamed(found, &unit.marks)).flatten()
    };
    source.iter().map(target).collect()
}

/// The text with the source's marks for its own: those that say the same first, then those of the same kind.
fn renamed(unit: &Unit, marks: &[Mark]) -> Option<Vec<Piece>> {
    if unit.marks.len() != marks.len() {
        return None;
    }
    let mut free: Vec<&Mark> = marks.iter().collect();
    let mut names: Vec<(&str, &str)> = Vec::new();
    for exact in [true, false] {
        for mark in unit.marks.iter() {
            let same = |other: &&Mark| {
                mark.kind == other.kind && (!exact || (&mark.open, &mark.close) == (&other.open, &other.close))
            };
            if names.iter().any(|(name, _)| *name == mark.id) {
                continue;
            }
            if let Some(at) = free.iter().position(same) {
                names.push((&mark.id, &free.remove(at).id));
            }
        }
    }
    let name = |id: &String| Some(names.iter().find(|(name, _)| name == id)?.1.to_string());
    let renamed = unit.pieces.iter().map(|piece| {
        Some(match piece {
            Piece::Text(text) => Piece::Text(text.clone()),
            Piece::Open(id) => Piece::Open(name(id)?),
            Piece::Close(id) => Piece::Close(name(id)?),
            Piece::Alone(id) => Piece::Alone(name(id)?),
        })
    });
    renamed.collect()
}
