//! Edits of a page's file that change nothing else in it: the noted revision of its source.

use crate::model::{Document, Revision};
use crate::parse;

/// The file's text with `revision` noted in `translation`.
///
/// `None` when the file is no translation. Comments, order and spelling of everything else stay.
pub(crate) fn note(document: &Document, revision: Revision) -> Option<String> {
    let text = &document.source.text();
    let front = parse::fields(&document.source)?;
    let (range, new) = match front.find("translation.revision") {
        Some((_, value)) if value.is_set() => (value.span(), format!("\"{revision}\"")),
        Some((key, _)) => {
            let colon = key.span.end + text[key.span.end..].find(':')? + 1;
            (colon..colon, format!(" \"{revision}\""))
        }
        None => {
            let (_, translation) = front.find("translation")?;
            let (from, value) = front.find("translation.from")?;
            let end = value.span().end;
            if text[translation.span().start..].starts_with('{') {
                (end..end, format!(", revision: \"{revision}\""))
            } else {
                // A line of its own, behind a comment on the line of `from`.
                let end = text[end..].find('\n').map_or(text.len(), |length| end + length);
                let line = text[..from.span.start].rfind('\n').map_or(0, |at| at + 1);
                (end..end, format!("\n{}revision: \"{revision}\"", &text[line..from.span.start]))
            }
        }
    };
    Some([&text[..range.start], &new, &text[range.end..]].concat())
}
