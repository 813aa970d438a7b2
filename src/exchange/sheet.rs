//! A page as it goes to the office.

use super::unit::{Piece, Unit};
use super::{align, extract};
use crate::model::{Document, Lang, Revision, State};
use crate::parse::Rules;

/// A page for the office.
pub(crate) struct Sheet<'a> {
    pub source: &'a Document,
    /// Its state before; `None` when there is no translation.
    pub state: State,
    pub units: Vec<Unit>,
    /// The translation there is of each, with the marks of the source.
    pub targets: Vec<Option<Vec<Piece>>>,
}

/// Makes a page ready for the office. A translation that has the same structure is given along.
pub(crate) fn sheet<'a>(
    source: &'a Document,
    translation: Option<&Document>,
    state: State,
    rules: Rules<'_>,
) -> Sheet<'a> {
    let own = extract::units(source, rules);
    let targets = match translation {
        Some(translation) => align::targets(&own, &extract::units(translation, rules)),
        None => vec![None; own.len()],
    };
    Sheet { source, state, units: own, targets }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct LanguagePair {
    pub from: Lang,
    pub to: Lang,
}

/// A page's revision as part of an id, which no tool may change.
pub(super) fn file_id(number: usize, revision: Revision) -> String {
    format!("p{number}-{revision}")
}
