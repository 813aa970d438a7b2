//! Markdown's events with their places in the file: the only call of the parser, so that a page is read by the same rules
//! when it is shown, looked through for shortcodes, and taken apart for translators.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, TagEnd};

/// The events of a text that stands in its file from byte `base` on.
pub(super) fn events(text: &str, base: usize) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST;
    let events = Parser::new_ext(text, options).into_offset_iter();
    events.map(move |(event, span)| (event, span.start + base..span.end + base))
}

/// Whether running text goes on in and behind it.
pub(super) fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}
