//! The YAML that nearly all front matter is, put into a tree straight from the parser's events. The way of all YAML leads
//! through serde, which takes twice as long for it.
//!
//! In: a text. Out: its tree; `None` for a text with a mistake, an anchor, an alias, a tag, or anything else that is not
//! plain, which the other way then reads. Invariant: both ways give the same tree.

use std::borrow::Cow;
use std::ops::Range;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::{Node, Placed, read as read_any};

/// The longest text, in bytes, the deepest one, and the most keys of a mapping: far below what the other way allows.
const LENGTH: usize = 64 * 1024;
const DEPTH: usize = 16;
const KEYS: usize = 64;

/// Words that are no texts, or would be none in another version of YAML.
const WORDS: [&str; 12] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity"];

/// The tree of a text.
pub fn read(text: &str) -> Option<Placed<Node>> {
    let mut events = Events((text.len() <= LENGTH).then(|| Parser::new_from_str(text))?);
    let (Event::StreamStart, _) = events.next()? else { return None };
    let (Event::DocumentStart(false, None), _) = events.next()? else { return None };
    let root = events.next()?;
    let root = events.node(root, 0)?;
    let (Event::DocumentEnd, _) = events.next()? else { return None };
    let (Event::StreamEnd, _) = events.next()? else { return None };
    Some(root)
}

struct Events<'t>(Parser<'t, StrInput<'t>>);

impl<'t> Events<'t> {
    fn next(&mut self) -> Option<(Event<'t>, Span)> {
        self.0.next_event()?.ok()
    }

    fn node(&mut self, (event, span): (Event<'t>, Span), depth: usize) -> Option<Placed<Node>> {
        let span = bytes(&span)?;
        let value = match event {
            Event::Scalar(text, style, 0, None) => scalar(text, style)?,
            Event::SequenceStart(_, 0, None) if depth < DEPTH => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break Node::List(items),
                        item => items.push(self.node(item, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(_, 0, None) if depth < DEPTH => {
                // Most have fewer keys.
                let mut entries: Vec<(Placed<String>, Placed<Node>)> = Vec::with_capacity(8);
                loop {
                    let key = match self.next()? {
                        (Event::MappingEnd, _) => break Node::Map(entries),
                        (Event::Scalar(key, ScalarStyle::Plain, 0, None), span) if is_name(&key) => {
                            Placed { value: key.into_owned(), span: bytes(&span)? }
                        }
                        _ => return None,
                    };
                    if entries.len() >= KEYS || entries.iter().any(|(known, _)| known.value == key.value) {
                        return None;
                    }
                    let value = self.next()?;
                    entries.push((key, self.node(value, depth + 1)?));
                }
            }
            _ => return None,
        };
        Some(Placed { value, span })
    }
}

fn bytes(span: &Span) -> Option<Range<usize>> {
    Some(span.start.byte_offset()?..span.end.byte_offset()?)
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle) -> Option<Node> {
    match style {
        ScalarStyle::Plain if text.is_empty() => Some(Node::Null),
        ScalarStyle::Plain if !is_text(&text) => {
            // A number, or one of the words: the other way knows which.
            let may_be = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-');
            text.bytes().all(may_be).then(|| read_any(&text).ok()?)?.map(|scalar| scalar.value)
        }
        _ => Some(Node::Text(text.into_owned())),
    }
}

/// Whether it is a text in every version of YAML: a space in it, or a beginning as words and dates have it.
fn is_text(plain: &str) -> bool {
    plain.contains(' ') || is_date(plain.as_bytes()) || plain.starts_with(char::is_alphabetic) && !is_word(plain)
}

fn is_date(plain: &[u8]) -> bool {
    matches!(plain, [y, _, _, _, b'-', m, _, b'-', d, ..] if [y, m, d].iter().all(|byte| byte.is_ascii_digit()))
}

fn is_word(text: &str) -> bool {
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

fn is_name(key: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-');
    key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.bytes().all(sound) && !is_word(key)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::read as read_any;
    use super::read;

    /// Front matter as people write it, and as they do not.
    fn texts() -> impl Strategy<Value = String> {
        let scalar = prop_oneof![
            "[A-Za-zäöüßáếđ ]{1,12}",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(Z|\\+02:00)?)?",
            "[-+]?[0-9.eExob_:]{1,6}",
            prop::sample::select(vec![
                "true",
                "False",
                "null",
                "~",
                "yes",
                "No",
                ".nan",
                ".inf",
                "-.INF",
                "NaN",
                "inf",
                "",
                "0x1F",
                "0o7",
                "1e3",
                "\"\"",
                "'it''s'",
                "\"a\\nb\"",
                "*a",
                "&a b",
                "!!str 1",
                "!x y",
                "<<",
                "a: b",
                "a # b",
                "[1, b, null]",
                "{c: d, e: 2}",
                "[]",
                "{}",
                "|\n    lines\n    more",
                ">-\n    folded\n    text",
                "two\n    lines",
                "@x",
                "%x",
                "-",
                "? x",
                "\u{FEFF}x",
                "\tx",
                "1_000",
                "+1",
                "-0",
                "08",
                "12:30",
                "2024",
                "1.5",
                "a:b",
                "-a",
                ". x",
            ])
            .prop_map(str::to_string),
        ];
        let key =
            prop::sample::select(vec!["title", "date", "tags", "extra", "a_b", "n", "y", "on", "2", "\"q\"", "? k"]);
        let value = prop_oneof![
            4 => scalar.clone(),
            1 => prop::collection::vec(scalar.clone(), 0..4)
                .prop_map(|items| items.iter().map(|item| format!("\n  - {item}")).collect()),
            1 => prop::collection::vec((key.clone(), scalar), 0..3)
                .prop_map(|map| map.iter().map(|(key, value)| format!("\n  {key}: {value}")).collect()),
        ];
        let line = (key, value).prop_map(|(key, value)| format!("{key}: {value}\n"));
        prop_oneof![
            9 => prop::collection::vec(line, 0..6).prop_map(|lines| lines.concat()),
            1 => "[-a-z0-9:#{}\\[\\],&*!|>'\"%@`? \n\t~.]{0,40}",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn both_ways_give_the_same_tree(text in texts()) {
            if let Some(tree) = read(&text) {
                let other = read_any(&text);
                prop_assert!(other.is_ok(), "{text}: {other:?}");
                let other = other.ok().flatten();
                prop_assert_eq!(format!("{:?}", Some(tree)), format!("{other:?}"), "{}", text);
            }
        }
    }

    #[test]
    fn common_front_matter_is_plain() {
        let text = "title: \"Đoàn\"\ndescription: Über etwas\ndate: 2024-09-22\ntags: [a, b]\nweight: 3\ndraft: true\n\
                    image:\n  src: a.jpg\n  alt: >-\n    Two\n    lines\ncontacts:\n  - name: A\n    phone: +49 341\n";
        let tree = read(text);
        assert!(tree.is_some());
        assert_eq!(tree, read_any(text).ok().flatten());
        for other in ["", "a: &x b\nc: *x\n", "a: !!str 1\n", "a: b\na: c\n", "a: [\n", "a: b\n---\nc: d\n", "<<: a\n"]
        {
            assert!(read(other).is_none(), "{other}");
        }
    }
}
