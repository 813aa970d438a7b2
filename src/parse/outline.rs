//! What a body is made of, for those who change its words and keep its structure: `exchange`.
//!
//! In: the bytes of a body in a file. Out: Markdown's events and the calls of shortcodes, read by the same rules as the
//! page. Invariant: all places are bytes of the file.

use std::ops::Range;

use pulldown_cmark::Event;

use super::events::events;
use super::{dates, shortcodes};
use crate::locale::CalendarNames;

pub(crate) use super::shortcodes::{Piece, RawCall, Value, pieces};

/// The events and calls of one body; a call in a text is a placeholder that [`pieces`] finds.
pub(crate) struct Outline {
    pub events: Vec<(Event<'static>, Range<usize>)>,
    /// The calls by the numbers of their placeholders.
    pub calls: Vec<RawCall>,
}

/// Reads the body in the bytes `range` of `file`; `names` are those of its language.
pub(crate) fn outline(file: &str, range: Range<usize>, names: &CalendarNames) -> Outline {
    let masked = shortcodes::mask(file, range.clone());
    let guarded = dates::guard(masked.text, names);
    let mut events: Vec<_> = events(&guarded, range.start).map(|(event, span)| (event.into_static(), span)).collect();
    dates::unguard(&mut events);
    Outline { events, calls: masked.calls }
}

/// Whether a line begins with a date that is no list; see `dates`.
pub(crate) fn begins_with_date(line: &str, names: &CalendarNames) -> bool {
    dates::date(line, names).is_some()
}
