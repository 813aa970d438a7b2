//! Markdown's events with their places in the file: the only call of the parser, so that a page is read by the same rules
//! when it is shown, looked through for shortcodes, and taken apart for translators.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Diagnostic, unwanted_character};
use crate::model::{Location, SourceText, unwanted};

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

/// Characters that are no text and were written as references, such as `&#x202E;`.
pub(super) fn unwanted_references(source: &Arc<SourceText>, events: &[(Event<'_>, Range<usize>)]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (event, span) in events {
        let texts = match event {
            // A reference is an event of its own.
            Event::Text(text) if source.text().as_bytes().get(span.start) == Some(&b'&') => [Some(text), None],
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                [Some(dest_url), Some(title)]
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => [Some(info), None],
            _ => continue,
        };
        let characters = texts.into_iter().flatten().flat_map(|text| unwanted(text));
        let at = || Location { source: source.clone(), span: span.clone() };
        found.extend(characters.map(|(_, c)| unwanted_character(at(), c)));
    }
    found
}
