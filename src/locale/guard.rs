//! A text that Fluent's parser can read to its end.
//!
//! fluent-syntax 0.12 panics on an escape that breaks off at a letter of more than one byte: `{ "\u12ü" }`. In: a file's
//! text. Out: the same with such a letter replaced by signs of the same length, so that the parser reports the escape as
//! the mistake it is. Invariant: every offset stays true, and a text without such an escape is not touched.

use std::borrow::Cow;

pub(super) fn guard(text: &str) -> Cow<'_, str> {
    let bad: Vec<usize> = text.match_indices('\\').filter_map(|(at, _)| broken_off(text, at)).collect();
    if bad.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match bad.contains(&at) {
            true => safe.extend(std::iter::repeat_n('?', c.len_utf8())),
            false => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// Where the letter stands at which the escape at `at` breaks off.
fn broken_off(text: &str, at: usize) -> Option<usize> {
    let digits = match text.as_bytes().get(at + 1)? {
        b'u' => 4,
        b'U' => 6,
        _ => return None,
    };
    let hex = text[at + 2..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
    let next = text[at + 2 + hex..].chars().next()?;
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    // Only texts in quotes within braces have escapes.
    let quoted = text[line..at].find('{').is_some_and(|brace| text[line + brace..at].contains('"'));
    (hex < digits && !next.is_ascii() && quoted).then_some(at + 2 + hex)
}

#[cfg(test)]
mod tests {
    use super::guard;

    #[test]
    fn only_what_the_parser_cannot_bear_is_replaced() {
        assert_eq!(guard("a = { \"\\u12ü\" } ü"), "a = { \"\\u12??\" } ü");
        for fine in ["a = { \"\\u00E9é\" }", "a = C:\\ünder", "a = \\u12ü", "a = { \"\\"] {
            assert_eq!(guard(fine), fine);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_file_makes_the_parser_panic(text in "(a = |\\{ ?|\"|\\\\[uU]?|[0-9a-f]{1,4}|[üđ…\n ]|\\}|->|\\*?\\[one\\]|\\.x = |#|-){0,24}") {
            _ = fluent_syntax::parser::parse(guard(&text).as_ref());
        }
    }
}
