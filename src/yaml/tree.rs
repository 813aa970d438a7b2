//! Text → tree, from the parser's events: the only reader of YAML.
//!
//! In: a text that stands in a file from byte `base` on. Out: its tree, in which every key and value knows its bytes in the
//! file, or the first mistake. Numbers and words are told from texts as YAML 1.2 does, with `_` between digits and `0b`.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashSet;
use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span, StrInput, StructureStyle, Tag};

use crate::model::At;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub(super) node: Node,
    pub(super) span: Range<usize>,
}

/// A value as written; a number keeps its text, since a telephone number or a year is one too.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Int(i64, String),
    Float(f64, String),
    Text(String),
    List(Vec<Item>),
    Map(Vec<(At<String>, Item)>),
}

#[derive(Debug, PartialEq)]
pub(super) enum Mistake {
    Syntax { at: usize, reason: String },
    DuplicateKey(At<String>),
}

/// How many values aliases may repeat: with aliases of aliases, a few lines would fill the memory.
const REPEATED: usize = 10_000;

/// The tree of a text; nothing where there is no document.
pub(super) fn read(text: &str, base: usize) -> Result<Option<Item>, Mistake> {
    let parser = Parser::new_from_str(text);
    let mut events = Events { parser, text, base, anchors: Vec::new(), repeated: 0 };
    events.next()?;
    let (Event::DocumentStart(..), _) = events.next()? else { return Ok(None) };
    let first = events.next()?;
    let root = events.item(first)?;
    events.next()?;
    match events.next()? {
        (Event::StreamEnd, _) => Ok(Some(root)),
        (_, span) => Err(events.wrong(&span, "only one document is expected")),
    }
}

struct Events<'t> {
    parser: Parser<'t, StrInput<'t>>,
    text: &'t str,
    base: usize,
    /// Values with an anchor, by the parser's number for it.
    anchors: Vec<(usize, Item)>,
    repeated: usize,
}

impl<'t> Events<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Span), Mistake> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
                Err(Mistake::Syntax { at: self.base + at, reason: error.info() })
            }
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn wrong(&self, span: &Span, reason: &str) -> Mistake {
        Mistake::Syntax { at: self.span(span).start, reason: reason.into() }
    }

    /// The bytes in the file, without white space at their end.
    fn span(&self, span: &Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or_default();
        let written = self.text.get(range.clone()).unwrap_or_default();
        let start = self.base + range.start;
        start..start + written.trim_end().len()
    }

    fn item(&mut self, (event, span): (Event<'t>, Span)) -> Result<Item, Mistake> {
        let (anchor, item) = match event {
            Event::Alias(anchor) => return self.repeat(anchor, &span),
            Event::Scalar(text, style, anchor, tag) => {
                (anchor, Item { node: scalar(text, style, tag.as_deref()), span: self.span(&span) })
            }
            Event::SequenceStart(style, anchor, _) => (anchor, self.list(style, self.span(&span))?),
            Event::MappingStart(style, anchor, _) => (anchor, self.map(style, self.span(&span))?),
            _ => return Err(self.wrong(&span, "a value is expected")),
        };
        if anchor > 0 {
            self.anchors.push((anchor, item.clone()));
        }
        Ok(item)
    }

    fn repeat(&mut self, anchor: usize, span: &Span) -> Result<Item, Mistake> {
        let Some((_, item)) = self.anchors.iter().find(|(known, _)| *known == anchor) else {
            return Err(self.wrong(span, "an alias stands inside the value that it repeats"));
        };
        self.repeated += item.node.size();
        if self.repeated > REPEATED {
            return Err(self.wrong(span, "aliases repeat too many values"));
        }
        Ok(Item { node: item.node.clone(), span: self.span(span) })
    }

    fn list(&mut self, style: StructureStyle, start: Range<usize>) -> Result<Item, Mistake> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, end) => {
                    let last = items.last().map(|item: &Item| item.span.end);
                    let span = self.whole(style, start, last, &end);
                    return Ok(Item { node: Node::List(items), span });
                }
                item => items.push(self.item(item)?),
            }
        }
    }

    fn map(&mut self, style: StructureStyle, start: Range<usize>) -> Result<Item, Mistake> {
        // Most have fewer keys.
        let mut entries: Vec<(At<String>, Item)> = Vec::with_capacity(8);
        let end = loop {
            let key = match self.next()? {
                (Event::MappingEnd, end) => break end,
                (Event::Scalar(key, style, _, tag), span)
                    if scalar(key.clone(), style, tag.as_deref()) != Node::Null =>
                {
                    At { value: key.into_owned(), span: self.span(&span) }
                }
                (_, span) => return Err(self.wrong(&span, "a key must be a text")),
            };
            let value = self.next()?;
            entries.push((key, self.item(value)?));
        };
        let mut seen = FxHashSet::default();
        if let Some((key, _)) = entries.iter().find(|(key, _)| !seen.insert(key.value.as_str())) {
            return Err(Mistake::DuplicateKey(key.clone()));
        }
        let span = self.whole(style, start, entries.last().map(|(_, value)| value.span.end), &end);
        merge(&mut entries);
        Ok(Item { node: Node::Map(entries), span })
    }

    /// The bytes of a collection: up to its bracket, or to the end of its last value.
    fn whole(&self, style: StructureStyle, start: Range<usize>, last: Option<usize>, end: &Span) -> Range<usize> {
        match style {
            StructureStyle::Flow => start.start..self.span(end).end,
            StructureStyle::Block => start.start..last.unwrap_or(start.end).max(start.end),
        }
    }
}

/// `<<: *defaults`: the keys of another mapping, or of several, which the mapping's own ones win over.
fn merge(entries: &mut Vec<(At<String>, Item)>) {
    let Some(at) = entries.iter().position(|(key, item)| key.value == "<<" && item.node.has_keys()) else { return };
    let sources = match entries.remove(at).1.node {
        Node::List(items) => items.into_iter().map(|item| item.node).collect(),
        node => vec![node],
    };
    for source in sources {
        let Node::Map(merged) = source else { continue };
        for (key, item) in merged {
            if entries.iter().all(|(known, _)| known.value != key.value) {
                entries.push((key, item));
            }
        }
    }
}

impl Node {
    fn size(&self) -> usize {
        match self {
            Self::List(items) => 1 + items.iter().map(|item| item.node.size()).sum::<usize>(),
            Self::Map(entries) => 1 + entries.iter().map(|(_, item)| item.node.size()).sum::<usize>(),
            _ => 1,
        }
    }

    /// Whether it is a mapping, or mappings.
    fn has_keys(&self) -> bool {
        match self {
            Self::List(items) => items.iter().all(|item| matches!(item.node, Self::Map(_))),
            node => matches!(node, Self::Map(_)),
        }
    }
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle, tag: Option<&Tag>) -> Node {
    let is_text = |tag: &Tag| tag.core_suffix() == Some("str") || tag.parts() == ("", "!");
    if style != ScalarStyle::Plain || tag.is_some_and(is_text) {
        return Node::Text(text.into_owned());
    }
    match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Node::Null,
        "true" | "True" | "TRUE" => Node::Bool(true),
        "false" | "False" | "FALSE" => Node::Bool(false),
        plain if plain.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.')) => {
            number(plain).unwrap_or_else(|| Node::Text(text.into_owned()))
        }
        _ => Node::Text(text.into_owned()),
    }
}

fn number(text: &str) -> Option<Node> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_negative = text.starts_with('-');
    if let Some(value) = int(unsigned) {
        let value = if is_negative { -value } else { value };
        let exact = i64::try_from(value).map(|value| Node::Int(value, text.into()));
        return Some(exact.unwrap_or_else(|_| Node::Float(value as f64, text.into())));
    }
    let value = match unsigned {
        ".inf" | ".Inf" | ".INF" if is_negative => f64::NEG_INFINITY,
        ".inf" | ".Inf" | ".INF" => f64::INFINITY,
        ".nan" | ".NaN" | ".NAN" if text == unsigned => f64::NAN,
        _ if unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') => {
            text.parse().ok().filter(|value: &f64| value.is_finite())?
        }
        _ => return None,
    };
    Some(Node::Float(value, text.into()))
}

fn int(unsigned: &str) -> Option<i128> {
    let (radix, digits) = match unsigned.get(..2) {
        Some("0x") => (16, &unsigned[2..]),
        Some("0o") => (8, &unsigned[2..]),
        Some("0b") => (2, &unsigned[2..]),
        _ if unsigned.starts_with('0') && unsigned != "0" => return None,
        _ => (10, unsigned),
    };
    let groups = digits.split('_').all(|group| !group.is_empty() && group.chars().all(|c| c.is_digit(radix)));
    groups.then(|| i128::from_str_radix(&digits.replace('_', ""), radix).ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::{Item, Mistake, Node, read};

    /// Front matter as people write it, and as they do not.
    fn texts() -> impl Strategy<Value = String> {
        let scalar = prop_oneof![
            "[A-Za-zäöüßáếđ ]{1,12}",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(Z|\\+02:00)?)?",
            "[-+]?[0-9.eExob_:]{1,6}",
            prop::sample::select(odd()).prop_map(str::to_string),
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

    /// Values that are read with care, with § between them.
    const ODD: &str = "true§False§null§~§yes§No§007§-.5§-0x1F§NaN§inf§§0x1F§0o7§1e3§\"\"§'it''s'§\"a\\nb\"§*a§&a b§!!str 1§\
        !x y§<<§a: b§a # b§[1, b, null]§{c: d, e: 2}§[]§{}§|\n    lines\n    more§>-\n    folded\n    text§\
        two\n    lines§@x§%x§-§? x§\u{FEFF}x§\tx§1_000§+1§-0§08§12:30§2024§1.5§a:b§-a§. x§&x {a: 1}§[&y 2, *y]";

    fn odd() -> Vec<&'static str> {
        ODD.split('§').collect()
    }

    /// A reader by other people.
    fn other(text: &str) -> Result<Option<Value>, serde_yaml::Error> {
        serde_yaml::from_str_with_options(text, serde_yaml::options! { strict_booleans: true, with_snippet: false })
    }

    fn value(item: &Item) -> Value {
        match &item.node {
            Node::Null => Value::Null,
            Node::Bool(value) => (*value).into(),
            Node::Int(value, _) => (*value).into(),
            Node::Float(value, _) => (*value).into(),
            Node::Text(text) => text.as_str().into(),
            Node::List(items) => items.iter().map(value).collect(),
            Node::Map(entries) => entries.iter().map(|(key, item)| (key.value.clone(), value(item))).collect(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn it_reads_what_others_read(text in texts()) {
            match (read(&text, 0), other(&text)) {
                (Ok(tree), Ok(other)) => {
                    let tree = tree.map_or(Value::Null, |tree| value(&tree));
                    prop_assert_eq!(tree, other.unwrap_or_default(), "{}", text);
                }
                (Err(_), Err(_)) => {}
                // Only JSON has no place for numbers beyond all bounds.
                (Ok(_), Err(other)) if other.to_string().contains("finite") => {}
                (tree, other) => prop_assert!(false, "{text}: {tree:?}\n{other:?}"),
            }
        }

        #[test]
        fn every_place_is_in_the_text(text in texts(), base in 0usize..9) {
            fn check(item: &Item, whole: &std::ops::Range<usize>) -> Result<(), TestCaseError> {
                prop_assert!(item.span.start >= whole.start && item.span.end <= whole.end, "{item:?} in {whole:?}");
                match &item.node {
                    Node::List(items) => items.iter().try_for_each(|item| check(item, whole)),
                    Node::Map(entries) => entries.iter().try_for_each(|(_, item)| check(item, whole)),
                    _ => Ok(()),
                }
            }
            if let Ok(Some(tree)) = read(&text, base) {
                check(&tree, &(base..base + text.len()))?;
            }
        }
    }

    #[test]
    fn numbers_and_words_are_told_from_texts_as_others_do() {
        for scalar in odd().into_iter().filter(|scalar| !scalar.contains('\n')) {
            let text = format!("a: {scalar}\n");
            match (read(&text, 0), other(&text)) {
                (Ok(Some(tree)), Ok(Some(other))) => assert_eq!(value(&tree), other, "{text}"),
                (Err(_), Err(_)) => {}
                (tree, other) => panic!("{text}: {tree:?}\n{other:?}"),
            }
        }
    }

    #[test]
    fn keys_and_values_know_their_places() {
        let text = "title: \"Đoàn: a\" # b\nimage:\n  src: a.jpg\n  alt: >-\n    Two\n    lines\n\n# c\ntags: [a, b ]  # d\n\
                    empty:\nlist:\n  - x: 007\n    y: z\nmap: {a: 1,}\n";
        let Ok(Some(Item { node: Node::Map(entries), .. })) = read(text, 0) else { panic!() };
        let written = entries.iter().map(|(key, item)| (&text[key.span.clone()], &text[item.span.clone()]));
        let expected = [
            ("title", "\"Đoàn: a\""),
            ("image", "src: a.jpg\n  alt: >-\n    Two\n    lines"),
            ("tags", "[a, b ]"),
            ("empty", ""),
            ("list", "- x: 007\n    y: z"),
            ("map", "{a: 1,}"),
        ];
        assert_eq!(written.collect::<Vec<_>>(), expected);
        assert!(entries[3].1.span.start >= entries[3].0.span.end && entries[3].1.span.start <= entries[4].0.span.start);
    }

    #[test]
    fn few_lines_do_not_fill_the_memory() {
        let lines = (1..9).map(|n| format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 10].join(", ")));
        let text = format!("a0: &a0 x\n{}", lines.collect::<String>());
        let Err(Mistake::Syntax { reason, .. }) = read(&text, 0) else { panic!() };
        assert_eq!(reason, "aliases repeat too many values");
        let deep = "[".repeat(100_000);
        assert!(read(&deep, 0).is_err());
    }
}
