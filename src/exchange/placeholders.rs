//! Whether a translation has the placeholders of its source: each once, in pairs that close.

use super::unit::{Piece, Unit};
use crate::diagnostic::Code;

/// What is wrong with the placeholders of a translation: a code, and the placeholder as it reads in the source.
pub(super) fn wrong(unit: &Unit, target: &[Piece]) -> Vec<(Code, String)> {
    let mut found = Vec::new();
    for mark in &unit.marks {
        let count = |wanted: &Piece| target.iter().filter(|piece| *piece == wanted).count();
        let id = || mark.id.clone();
        let counts = match mark.kind.is_pair() {
            true => vec![count(&Piece::Open(id())), count(&Piece::Close(id()))],
            false => vec![count(&Piece::Alone(id()))],
        };
        let shown = match mark.kind.is_pair() {
            true => format!("{}…{}", mark.open, mark.close),
            false => mark.open.trim_end().to_string(),
        };
        if counts.contains(&0) {
            found.push((Code::PlaceholderLost, shown));
        } else if counts.iter().any(|count| *count > 1) {
            found.push((Code::PlaceholderTwice, shown));
        }
    }
    for piece in target {
        let (id, pair) = match piece {
            Piece::Text(_) => continue,
            Piece::Open(id) | Piece::Close(id) => (id, true),
            Piece::Alone(id) => (id, false),
        };
        if !unit.marks.iter().any(|mark| mark.id == *id && mark.kind.is_pair() == pair) {
            found.push((Code::PlaceholderUnknown, id.clone()));
        }
    }
    if found.is_empty() && !nested(target) {
        found.push((Code::PlaceholderOrder, String::new()));
    }
    found
}

/// Whether what opens last closes first.
fn nested(pieces: &[Piece]) -> bool {
    let mut open: Vec<&String> = Vec::new();
    pieces.iter().all(|piece| match piece {
        Piece::Open(id) => {
            open.push(id);
            true
        }
        Piece::Close(id) => open.pop() == Some(id),
        _ => true,
    })
}
