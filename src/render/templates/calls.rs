//! Templates → the messages they ask for: each call of `t` and `date` with its key and its arguments' names.
//!
//! In: a template's text. Out: calls with places, and every text literal in its code. Invariant: only what stands in
//! `{{ … }}` and `{% … %}` is read, comments are not.

use std::ops::Range;

#[derive(Debug)]
pub(super) struct Call<'t> {
    pub key: Key<'t>,
    /// The names of the other arguments.
    pub args: Vec<&'t str>,
    /// Whether it is `date`, whose messages get the parts of a day.
    pub date: bool,
}

/// The name of a message in a call.
#[derive(Debug, PartialEq)]
pub(super) enum Key<'t> {
    /// In so many words, with its place; a choice (`"a" if x else "b"`) has several.
    Literal(Vec<(usize, &'t str)>),
    /// The beginning of a name that is put together.
    Prefix(&'t str),
    Opaque,
}

#[derive(Debug, Default)]
pub(super) struct Scan<'t> {
    pub calls: Vec<Call<'t>>,
    pub literals: Vec<&'t str>,
}

pub(super) fn scan(text: &str) -> Scan<'_> {
    let mut scan = Scan::default();
    for range in code(text) {
        scan.code(text, range);
    }
    scan
}

/// Where the code of a template stands.
pub(super) fn code(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(start) = text[at..].find('{').map(|found| at + found) {
            let close = match text.as_bytes().get(start + 1) {
                Some(b'{') => "}}",
                Some(b'%') => "%}",
                Some(b'#') => {
                    at = text[start..].find("#}").map_or(text.len(), |end| start + end + 2);
                    continue;
                }
                _ => {
                    at = start + 1;
                    continue;
                }
            };
            at = code_end(text, start + 2, close);
            return Some(start + 2..at);
        }
        None
    })
}

/// Where the code that begins at `from` ends: at `close` outside of quotes.
fn code_end(text: &str, from: usize, close: &str) -> usize {
    let mut at = from;
    while at < text.len() {
        match text.as_bytes()[at] {
            b'"' | b'\'' | b'`' => at = literal(text, at).end + 1,
            _ if text.as_bytes()[at..].starts_with(close.as_bytes()) => return at,
            _ => at += 1,
        }
    }
    text.len()
}

/// The inside of the literal whose quotation mark stands at `at`.
pub(super) fn literal(text: &str, at: usize) -> Range<usize> {
    let quote = text.as_bytes()[at];
    let mut end = at + 1;
    while end < text.len() && text.as_bytes()[end] != quote {
        end += if text.as_bytes()[end] == b'\\' { 2 } else { 1 };
    }
    let end = end.min(text.len());
    at + 1..end
}

impl<'t> Scan<'t> {
    fn code(&mut self, text: &'t str, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            match text.as_bytes()[at] {
                b'"' | b'\'' | b'`' => {
                    let inside = literal(text, at);
                    at = inside.end + 1;
                    self.literals.extend(text.get(inside));
                }
                b'(' => {
                    let before = text[range.start..at].trim_end();
                    let word = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
                    let name = &before[word.len()..];
                    if matches!(name, "t" | "date") && !word.ends_with('.') {
                        self.calls.extend(call(text, at + 1..range.end, name == "date"));
                    }
                    at += 1;
                }
                _ => at += 1,
            }
        }
    }
}

/// Reads the arguments from `range.start` to the bracket that closes them.
fn call(text: &str, range: Range<usize>, date: bool) -> Option<Call<'_>> {
    let wanted = if date { "pattern" } else { "key" };
    let (mut key, mut args) = (None, Vec::new());
    for argument in arguments(text, range) {
        let (name, value) = text.get(argument.clone())?.split_once('=')?;
        match name.trim() {
            name if name == wanted => key = Some(self::key(text, argument.end - value.len()..argument.end)),
            "lang" => {}
            name => args.push(name),
        }
    }
    match key {
        Some(key) => Some(Call { key, args, date }),
        None => (!date).then_some(Call { key: Key::Opaque, args, date }),
    }
}

/// The ranges between the commas of a list of arguments.
fn arguments(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at, mut depth) = (range.start, range.start, 0_usize);
    while at < range.end {
        match text.as_bytes()[at] {
            b'"' | b'\'' | b'`' => at = literal(text, at).end,
            b'(' | b'[' | b'{' => depth += 1,
            b')' if depth == 0 => break,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                found.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    let end = at.min(range.end);
    if !text.get(start..end).unwrap_or_default().trim().is_empty() {
        found.push(start..end);
    }
    found
}

fn key(text: &str, range: Range<usize>) -> Key<'_> {
    let mut literals = Vec::new();
    let mut outside = String::new();
    let mut at = range.start;
    while at < range.end {
        match text.as_bytes()[at] {
            b'"' | b'\'' | b'`' => {
                let inside = literal(text, at);
                at = inside.end + 1;
                literals.extend(text.get(inside.clone()).map(|name| (inside.start, name)));
                outside.push('"');
            }
            byte => {
                outside.push(char::from(byte));
                at += 1;
            }
        }
    }
    let outside = outside.trim();
    match literals.first() {
        Some((_, name)) if outside.starts_with("\"") && outside[1..].trim_start().starts_with('~') => Key::Prefix(name),
        Some(_) if outside == "\"" => Key::Literal(literals),
        Some(_) if outside.starts_with("\" if ") && outside.ends_with(" else \"") && literals.len() == 2 => {
            Key::Literal(literals)
        }
        _ => Key::Opaque,
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, scan};

    #[test]
    fn keys_are_found_however_a_call_is_written() {
        let text = "{{ t(key=\"a\") }}{# {{ t(key=\"no\") }} #}{{ t( count = f(1, 2), key='b' ) | safe }}\
                    {% if x %}{{ t(key=\"c\" if x else \"d\", n=1) }}{% endif %} t(key=\"no\") {{ cat(key=\"no\") }}";
        let scan = scan(text);
        let keys: Vec<Vec<&str>> = scan
            .calls
            .iter()
            .map(|call| match &call.key {
                Key::Literal(names) => names
                    .iter()
                    .map(|(at, name)| {
                        assert!(text[*at..].starts_with(name));
                        *name
                    })
                    .collect(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(keys, [vec!["a"], vec!["b"], vec!["c", "d"]]);
        assert_eq!(scan.calls[1].args, ["count"]);
    }

    #[test]
    fn names_that_are_put_together_are_told_from_those_that_come_from_elsewhere() {
        let key = |text: &'static str| scan(text).calls.into_iter().map(|call| call.key).next();
        assert_eq!(key("{{ t(key=\"kind-\" ~ page.kind) }}"), Some(Key::Prefix("kind-")));
        assert_eq!(key("{{ t(key=label) }}"), Some(Key::Opaque));
        assert_eq!(key("{{ t(key=\"a\" | upper) }}"), Some(Key::Opaque));
        assert_eq!(key("{{ date(value=x) }}"), None);
        assert_eq!(scan("{{ t(key=\"unfinished").calls.len(), 1);
    }
}
