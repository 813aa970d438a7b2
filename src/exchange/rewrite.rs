//! A body with other words: the source's bytes, with each unit's replaced by its translation.
//!
//! Invariant: what is no unit stays as it is, byte by byte.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::markup::{ReturnedText, argument, compose};
use super::unit::{Kind, Mark, Piece, Unit};
use crate::locale::CalendarNames;

/// The words to put in.
pub(super) struct Rewrite<'a> {
    pub file: &'a str,
    pub units: &'a [Unit],
    pub words: BTreeMap<&'a str, &'a [Piece]>,
    /// The names of months and weekdays in the language translated into.
    pub names: &'a CalendarNames,
    /// Units whose markup Markdown cannot write.
    pub failed: RefCell<Vec<String>>,
}

impl Rewrite<'_> {
    /// The bytes of `range` with other words.
    pub(super) fn range(&self, range: Range<usize>, without: Option<&Unit>) -> String {
        let mut out = String::with_capacity(range.len() * 5 / 4);
        let mut done = range.start;
        for unit in self.units.iter().filter(|unit| without.is_none_or(|without| without.id != unit.id)) {
            if unit.span.start >= done && unit.span.end <= range.end {
                out.push_str(&self.file[done..unit.span.start]);
                out.push_str(&self.unit(unit));
                done = unit.span.end;
            }
        }
        out.push_str(&self.file[done..range.end]);
        out
    }

    fn unit(&self, unit: &Unit) -> String {
        let Some(pieces) = self.words.get(unit.id.as_str()) else {
            return self.range(unit.span.clone(), Some(unit));
        };
        if unit.kind == Kind::Argument {
            return argument(pieces);
        }
        let text = ReturnedText { pieces, marks: &unit.marks, setting: unit.setting, names: self.names };
        let inside = |mark: &Mark| self.range(mark.span.clone(), None);
        compose(&text, &inside).unwrap_or_else(|| {
            self.failed.borrow_mut().push(unit.id.clone());
            String::new()
        })
    }
}
