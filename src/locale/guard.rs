//! A text that Fluent's parser can read to its end.
//!
//! fluent-syntax 0.12 panics on an escape that breaks off at a letter of more than one byte, `{ "\u12ü" }`, and calls itself
//! for each bracket in a bracket, until the stack is full. In: a file's text. Out: the same with such a letter or bracket
//! replaced by signs of the same length, so that the parser reports a mistake there. Invariant: every offset stays true, and
//! a text without such places is not touched.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// Brackets in brackets: nobody writes ten, and the parser's stack is not full at a thousand.
pub(super) const DEEPEST: usize = 50;

pub(super) fn guard(text: &str) -> Cow<'_, str> {
    let bad: BTreeSet<usize> = broken_off(text).chain(too_deep(text)).collect();
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

/// What a bracket that is still open holds.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Expression,
    /// The text of a variant: quotes mean nothing in it.
    Text,
}

/// The brackets that stand in [`DEEPEST`] others; of a message, the first.
pub(super) fn too_deep(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open: Vec<Holds> = Vec::new();
    let mut start = 0;
    let mut skips = false;
    for line in text.split_inclusive('\n') {
        if line.starts_with('#') || begins(line) {
            open.clear();
            skips = line.starts_with('#');
        }
        if !skips && let Some(at) = deep_in(line, &mut open) {
            found.push(start + at);
            skips = true;
        }
        start += line.len();
    }
    found
}

/// Whether a line begins a message or term, so that nothing before it can go on in it.
pub(super) fn begins(line: &str) -> bool {
    let id = line.split_once('=').map(|(id, _)| id.trim_end().strip_prefix('-').unwrap_or(id.trim_end()));
    let name = |id: &str| id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    id.is_some_and(|id| id.starts_with(|c: char| c.is_ascii_alphabetic()) && name(id))
}

/// Follows the brackets of a line, up to one that is too deep.
fn deep_in(line: &str, open: &mut Vec<Holds>) -> Option<usize> {
    let mut quoted = false;
    let mut escaped = false;
    let mut first = true;
    for (at, c) in line.char_indices() {
        if first && !c.is_whitespace() {
            first = false;
            // A variant's text ends where the next variant or the closing bracket begins a line.
            if matches!(c, '[' | '*' | '}')
                && let Some(holds) = open.last_mut()
            {
                *holds = Holds::Expression;
            }
        }
        if quoted {
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
            continue;
        }
        match (open.last_mut(), c) {
            (_, '{') | (Some(Holds::Expression), '(') => {
                if open.len() == DEEPEST {
                    return Some(at);
                }
                open.push(Holds::Expression);
            }
            (Some(Holds::Expression), '}' | ')') => _ = open.pop(),
            (Some(Holds::Expression), '"') => quoted = true,
            (Some(holds @ Holds::Expression), ']') => *holds = Holds::Text,
            _ => {}
        }
    }
    None
}

/// The letters at which escapes break off.
fn broken_off(text: &str) -> impl Iterator<Item = usize> {
    let starts =
        text.split_inclusive('\n').scan(0, |next, line| Some((std::mem::replace(next, *next + line.len()), line)));
    starts.flat_map(|(start, line)| {
        // Only texts in quotes within braces have escapes.
        let brace = line.find('{').unwrap_or(line.len());
        let quote = line[brace..].find('"').map_or(line.len(), |at| brace + at);
        let escapes = line[quote..].match_indices('\\').map(move |(at, _)| quote + at);
        escapes.filter_map(move |at| Some(start + at + letter_after(&line[at..])?))
    })
}

/// Where the letter stands that breaks off the escape that a text begins with.
fn letter_after(escape: &str) -> Option<usize> {
    let digits = match escape.as_bytes().get(1)? {
        b'u' => 4,
        b'U' => 6,
        _ => return None,
    };
    let hex = escape[2..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
    let next = escape[2 + hex..].chars().next()?;
    (hex < digits && !next.is_ascii()).then_some(2 + hex)
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, guard, too_deep};

    #[test]
    fn only_what_the_parser_cannot_bear_is_replaced() {
        assert_eq!(guard("a = { \"\\u12ü\" } ü"), "a = { \"\\u12??\" } ü");
        for fine in ["a = { \"\\u00E9é\" }", "a = C:\\ünder", "a = \\u12ü", "a = { \"\\"] {
            assert_eq!(guard(fine), fine);
        }
    }

    #[test]
    fn brackets_are_counted_as_the_parser_does() {
        let nested = |open: &str, close: &str| {
            let text = |times: usize| format!("a = {}\nb = x\n", open.repeat(times) + "$x" + &close.repeat(times));
            assert_eq!(too_deep(&text(DEEPEST)), Vec::<usize>::new(), "{open}");
            assert_eq!(too_deep(&text(DEEPEST + 1)).len(), 1, "{open}");
            let many = text(30_000);
            let guarded = guard(&many);
            let read = fluent_syntax::parser::parse(guarded.as_ref()).unwrap_err();
            assert!(read.0.body.iter().any(|node| matches!(node, fluent_syntax::ast::Entry::Message(_))), "{open}");
        };
        nested("{ ", "}");
        nested("{\n", "\n}");
        nested("{ $a ->\n *[x] \" ", "\n}");
        let quoted = |times: usize| format!("a = {}", "{ \"}\\\"}\" ->\n *[x] \" ".repeat(times));
        assert_eq!((too_deep(&quoted(DEEPEST)).len(), too_deep(&quoted(DEEPEST + 1)).len()), (0, 1));
        let call = |times: usize| format!("a = {{ {}1{} }}", "A(".repeat(times), ")".repeat(times));
        assert_eq!((too_deep(&call(DEEPEST - 1)).len(), too_deep(&call(DEEPEST)).len()), (0, 1));
        let one = "a = { \"{\" } ( { $b ->\n [x] ( { $c }\n *[y] (\n }\n";
        assert_eq!(too_deep(&one.repeat(200)), Vec::<usize>::new());
        assert_eq!(too_deep(&format!("# {}\na = b\n", "{".repeat(200))), Vec::<usize>::new());
    }

    proptest::proptest! {
        #[test]
        fn no_file_makes_the_parser_panic(text in "(a = |\\{ ?|\"|\\\\[uU]?|[0-9a-f]{1,4}|[üđ…\n ]|\\}|->|\\*?\\[one\\]|\\.x = |#|-){0,24}") {
            _ = fluent_syntax::parser::parse(guard(&text).as_ref());
        }
    }
}
