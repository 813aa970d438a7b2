//! Texts in one form, so that they can be compared and written.

use crate::exchange::unit::{Mark, MarkKind, Piece, push};

/// The same text with single spaces, none at the edges, and none between a delimiter and what it emphasises.
pub(crate) fn tidy(pieces: &[Piece], marks: &[Mark]) -> Vec<Piece> {
    let is_break = |id: &String| marks.iter().any(|mark| mark.id == *id && mark.kind == MarkKind::Break);
    let mut tidy = Tidy { out: Vec::new(), waiting: Vec::new(), space: false, fresh: true };
    for piece in pieces {
        match piece {
            Piece::Text(text) => tidy.text(text),
            // It opens where its first word stands.
            Piece::Open(_) => tidy.waiting.push(piece.clone()),
            Piece::Close(_) => {
                if !tidy.waiting.is_empty() {
                    tidy.show();
                }
                tidy.out.push(piece.clone());
            }
            Piece::Alone(id) => {
                tidy.space &= !is_break(id);
                tidy.show();
                tidy.out.push(piece.clone());
                tidy.fresh = is_break(id);
            }
        }
    }
    tidy.out
}

struct Tidy {
    out: Vec<Piece>,
    waiting: Vec<Piece>,
    /// A space is due before what shows next.
    space: bool,
    /// Nothing stands in this line yet.
    fresh: bool,
}

impl Tidy {
    fn text(&mut self, text: &str) {
        for part in text.split_inclusive(SPACES) {
            let word = part.trim_end_matches(SPACES);
            if !word.is_empty() {
                self.show();
                push(&mut self.out, Piece::Text(word.into()));
            }
            self.space |= word.len() < part.len();
        }
    }

    /// Something shows: the space before it, what opens here.
    fn show(&mut self) {
        push(&mut self.out, Piece::Text(if self.space && !self.fresh { " " } else { "" }.into()));
        self.out.append(&mut self.waiting);
        (self.space, self.fresh) = (false, false);
    }
}

/// What Markdown takes for space; a no-break space is none.
const SPACES: [char; 4] = [' ', '\t', '\n', '\r'];

/// What two texts must share to be the same: words, and kinds of marks in their order.
pub(crate) fn shape(pieces: &[Piece], marks: &[Mark]) -> String {
    let kind = |id: &String| marks.iter().find(|mark| mark.id == *id).map(|mark| mark.kind);
    let mut shape = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => shape.push_str(&text.replace('\u{A0}', " ")),
            Piece::Open(id) => shape.push_str(&format!("\u{1}{:?}(", kind(id))),
            Piece::Close(_) => shape.push_str("\u{1})"),
            Piece::Alone(id) if kind(id) == Some(MarkKind::Break) => shape.push_str("\u{1}break"),
            Piece::Alone(_) => shape.push_str("\u{1}alone"),
        }
    }
    shape
}

/// Words alone, with single spaces.
pub(crate) fn plain(pieces: &[Piece]) -> String {
    let texts = pieces.iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let text: String = texts.collect();
    text.split(SPACES).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
