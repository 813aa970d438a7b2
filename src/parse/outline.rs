//! What a body is made of, for those who change its words and keep its structure: `exchange`.
//!
//! In: the bytes of a body in a file. Out: Markdown's events and the calls of shortcodes, read by the same rules as the
//! page. Invariant: all places are bytes of the file.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::markdown::{code_ranges, options, shift};
use super::{dates, shortcodes};
use crate::locale::CalendarNames;
use crate::model::source::At;

pub(crate) use super::shortcodes::{Piece, RawCall, Value, pieces};

/// The events and calls of one body; a call in a text is a placeholder that [`pieces`] finds.
#[derive(Debug)]
pub(crate) struct Outline {
    pub events: Vec<(Event<'static>, Range<usize>)>,
    /// The calls by the numbers of their placeholders.
    pub calls: Vec<RawCall>,
}

/// Reads the body in the bytes `range` of `file`; `names` are those of its language.
pub(crate) fn outline(file: &str, range: Range<usize>, names: &CalendarNames) -> Outline {
    let base = range.start;
    let text = &file[range];
    let masked = shortcodes::mask(text, &code_ranges(text));
    let guarded = dates::guard(masked.text, names);
    let events = Parser::new_ext(&guarded, options()).into_offset_iter();
    let mut events: Vec<_> = events.map(|(event, span)| (event.into_static(), shift(span, base))).collect();
    dates::unguard(&mut events);
    Outline { events, calls: masked.calls.into_iter().map(|call| moved(call, base)).collect() }
}

/// Whether a line begins with a date that is no list; see `dates`.
pub(crate) fn begins_with_date(line: &str, names: &CalendarNames) -> bool {
    dates::date(line, names).is_some()
}

fn moved(call: RawCall, by: usize) -> RawCall {
    RawCall {
        name: At { span: shift(call.name.span, by), ..call.name },
        args: call.args.into_iter().map(|(name, value)| (at(name, by), at(value, by))).collect(),
        body: call.body.map(|body| shift(body, by)),
        span: shift(call.span, by),
    }
}

fn at<T>(value: At<T>, by: usize) -> At<T> {
    At { span: shift(value.span, by), ..value }
}
