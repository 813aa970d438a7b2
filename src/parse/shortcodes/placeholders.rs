//! What stands for calls while Markdown is read: as many bytes as the call, so that all places stay where they are.

use super::RawCall;

const OPEN: char = '\u{E000}';
const FIRST: u32 = 0xE100;

/// A private-use mark, the number as another, and padding. A block at the start of a line brings the blank lines that make
/// it a block.
pub(super) fn placeholder(number: usize, call: &RawCall, begins_line: bool, out: &mut String) {
    let len = call.span.len();
    let block = call.body.is_some() && begins_line && len > 12;
    out.push_str(if block { "\n" } else { "" });
    out.push(OPEN);
    out.push(char::from_u32(FIRST + (number as u32).min(6000)).unwrap_or(OPEN));
    let padding = len - if block { 9 } else { 6 };
    out.extend(std::iter::repeat_n('x', padding));
    out.push_str(if block { "\n\n" } else { "" });
}

/// Splits text at placeholders: plain text and numbers of calls, with offsets.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = (usize, Piece<'_>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        if rest.is_empty() {
            return None;
        }
        let start = at;
        if let Some(after) = rest.strip_prefix(OPEN)
            && let Some(number) = after.chars().next().filter(|c| (FIRST..0xF8FF).contains(&(*c as u32)))
        {
            let padding = after[3..].bytes().take_while(|byte| *byte == b'x').count();
            at += 6 + padding;
            return Some((start, Piece::Call(number as usize - FIRST as usize, padding)));
        }
        let skip = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest[skip..].find(OPEN).map_or(rest.len(), |found| found + skip);
        at += end;
        Some((start, Piece::Text(&rest[..end])))
    })
}

#[derive(Debug, PartialEq)]
pub(crate) enum Piece<'t> {
    Text(&'t str),
    /// Call number N; the padding tells how much text after it belongs to the placeholder.
    Call(usize, usize),
}
