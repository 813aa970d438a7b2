//! YAML as a tree in which every value knows its place, and a reader that reports all mistakes, not the first.
//!
//! In: the text of `site.yaml`, `theme.yaml` or a page's front matter. Out: typed values. Invariant: what is read is
//! taken off the tree, so that what is left over is a key nobody knows.

mod plain;
mod scalar;

pub use scalar::{line_scalar, scalar};

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::config::{Extra, Localized};
use crate::model::source::{At, Location, SourceText};

/// A value as written.
#[derive(Clone, Debug, PartialEq)]
enum Node {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Placed<Node>>),
    Map(Vec<(Placed<String>, Placed<Node>)>),
}

/// Something and its bytes in the text.
#[derive(Clone, Debug, PartialEq)]
struct Placed<T> {
    value: T,
    span: Range<usize>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, referenced, .. } = Spanned::<T>::deserialize(deserializer)?;
        let span = referenced.span();
        let (start, len) = (span.byte_offset().unwrap_or(0) as usize, span.byte_len().unwrap_or(0) as usize);
        Ok(Self { value, span: start..start + len })
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NodeVisitor;
        impl<'de> Visitor<'de> for NodeVisitor {
            type Value = Node;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Null)
            }
            fn visit_none<E>(self) -> Result<Node, E> {
                Ok(Node::Null)
            }
            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
                Node::deserialize(deserializer)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
                Ok(Node::Bool(value))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
                Ok(Node::Int(value))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
                Ok(i64::try_from(value).map_or(Node::Float(value as f64), Node::Int))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
                Ok(Node::Float(value))
            }
            fn visit_str<E>(self, value: &str) -> Result<Node, E> {
                Ok(Node::Text(value.into()))
            }
            fn visit_string<E>(self, value: String) -> Result<Node, E> {
                Ok(Node::Text(value))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Node::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Node::Map(entries))
            }
        }
        deserializer.deserialize_any(NodeVisitor)
    }
}

/// Reads any YAML there is; nothing where there is no document.
fn read(text: &str) -> Result<Option<Placed<Node>>, serde_yaml::Error> {
    let options = serde_yaml::options! { strict_booleans: true, with_snippet: false };
    serde_yaml::from_str_with_options(text, options)
}

/// A value that has not been read yet.
#[derive(Clone, Debug)]
pub struct Item {
    node: Node,
    span: Range<usize>,
}

/// What is being read: where it stands, and the mistakes so far.
#[derive(Debug)]
pub struct Reader {
    source: Arc<SourceText>,
    base: usize,
    /// The mistakes found so far.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many keys a page's front matter may have, or so.
const KEYS: usize = 32;

/// A mapping whose keys are taken one by one.
#[derive(Debug)]
pub struct Fields {
    entries: Vec<(At<String>, Option<Item>)>,
    span: Range<usize>,
    known: Vec<&'static str>,
}

impl Item {
    /// Its place in the file.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Whether it is `true` or `false`, where other kinds of values are allowed too.
    pub fn is_bool(&self) -> bool {
        matches!(self.node, Node::Bool(_))
    }

    /// Whether it is one text, where a list is allowed too.
    pub fn is_text(&self) -> bool {
        matches!(self.node, Node::Text(_))
    }
}

impl Reader {
    /// A reader for the bytes `range` of `source`.
    pub fn new(source: Arc<SourceText>, base: usize) -> Self {
        Self { source, base, diagnostics: Vec::new() }
    }

    /// Parses the text and gives its top mapping; an empty document is an empty mapping.
    pub fn parse(&mut self, text: &str) -> Option<Fields> {
        match plain::read(text).map_or_else(|| read(text), |root| Ok(Some(root))) {
            Ok(None) => Some(Fields { entries: Vec::new(), span: self.base..self.base, known: Vec::new() }),
            Ok(Some(root)) => {
                let item = self.item(root);
                self.fields(item)
            }
            Err(error) => {
                self.syntax_error(text, &error);
                None
            }
        }
    }

    fn syntax_error(&mut self, text: &str, error: &serde_yaml::Error) {
        let place = error.location().map_or(0, |location| {
            let local = SourceText { path: String::new(), text: text.into() };
            local.offset(location.line() as usize, location.column() as usize)
        });
        let start = self.base + place;
        if let serde_yaml::Error::DuplicateMappingKey { key, .. } = error.without_snippet() {
            let key = key.clone().unwrap_or_default();
            let span = start..start + key.len();
            self.push(Diagnostic::at(Code::DuplicateKey, self.location(span)).with("key", key));
            return;
        }
        let reason = error.without_snippet().to_string();
        let reason = reason.lines().next().unwrap_or_default();
        // The parser counts lines from the front matter; the excerpt below the message shows the real place.
        let reason = reason.split(" at line ").next().unwrap_or_default().to_string();
        self.push(Diagnostic::at(Code::YamlSyntax, self.location(start..start)).with("reason", reason));
    }

    /// A place in the file.
    pub fn location(&self, span: Range<usize>) -> Location {
        Location { source: self.source.clone(), span }
    }

    /// Notes a mistake.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn item(&self, placed: Placed<Node>) -> Item {
        Item { node: placed.value, span: self.span(&placed.span) }
    }

    fn span(&self, span: &Range<usize>) -> Range<usize> {
        let start = (self.base + span.start).min(self.source.text.len());
        let end = (start + span.len()).min(self.source.text.len());
        let written = self.source.text.get(start..end).unwrap_or_default();
        start..start + written.trim_end().len()
    }

    /// The value as a mapping.
    pub fn fields(&mut self, item: Item) -> Option<Fields> {
        match item.node {
            Node::Map(entries) => {
                let entry = |(key, value): (Placed<String>, Placed<Node>)| {
                    let span = self.span(&key.span);
                    (At { value: key.value, span }, Some(self.item(value)))
                };
                let entries = entries.into_iter().map(entry).collect();
                Some(Fields { entries, span: item.span, known: Vec::with_capacity(KEYS) })
            }
            _ => self.wrong(item.span, "mapping"),
        }
    }

    /// The value as a list.
    pub fn list(&mut self, item: Item) -> Option<Vec<Item>> {
        match item.node {
            Node::List(items) => Some(items.into_iter().map(|item| self.item(item)).collect()),
            _ => self.wrong(item.span, "list"),
        }
    }

    /// The value as text; a plain number is the text it was written as.
    pub fn text(&mut self, item: Item) -> Option<At<String>> {
        let Item { node, span } = item;
        let value = match node {
            Node::Text(text) => Some(text),
            Node::Int(_) | Node::Float(_) => Some(self.source.text[span.clone()].to_string()),
            _ => None,
        };
        match value.filter(|value| !value.trim().is_empty()) {
            Some(value) => Some(At { value, span }),
            None => self.wrong(span, "text"),
        }
    }

    /// The value as a whole number.
    pub fn int(&mut self, item: Item) -> Option<i64> {
        match item.node {
            Node::Int(value) => Some(value),
            _ => self.wrong(item.span, "number"),
        }
    }

    /// The value as yes or no.
    pub fn bool(&mut self, item: Item) -> Option<bool> {
        match item.node {
            Node::Bool(value) => Some(value),
            _ => self.wrong(item.span, "boolean"),
        }
    }

    /// The value as one text for all languages, or one for each.
    pub fn localized(&mut self, item: Item) -> Option<Localized> {
        if !matches!(item.node, Node::Map(_)) {
            return self.text(item).map(|text| BTreeMap::from([(String::new(), text.value)]));
        }
        let fields = self.fields(item)?;
        let texts = fields.entries.into_iter().filter_map(|(key, item)| Some((key.value, self.text(item?)?.value)));
        Some(texts.collect())
    }

    /// The value as it is, for themes.
    pub fn extra(&self, item: Item) -> Extra {
        fn convert(node: Node) -> Extra {
            match node {
                Node::Null => Extra::Null,
                Node::Bool(value) => Extra::Bool(value),
                Node::Int(value) => Extra::Int(value),
                Node::Float(value) => Extra::Float(value),
                Node::Text(value) => Extra::Text(value),
                Node::List(items) => Extra::List(items.into_iter().map(|item| convert(item.value)).collect()),
                Node::Map(entries) => {
                    Extra::Map(entries.into_iter().map(|(key, item)| (key.value, convert(item.value))).collect())
                }
            }
        }
        convert(item.node)
    }

    /// A text that `parse` understands; else the mistake `code`.
    pub fn parsed<T>(&mut self, item: Item, code: Code, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.text(item)?;
        let parsed = parse(&text.value);
        if parsed.is_none() {
            self.push(Diagnostic::at(code, self.location(text.span)).with("value", text.value));
        }
        parsed
    }

    /// Every item of a list, read by `read`.
    pub fn each<T>(&mut self, item: Item, mut read: impl FnMut(&mut Self, Item) -> Option<T>) -> Option<Vec<T>> {
        let items = self.list(item)?;
        Some(items.into_iter().filter_map(|item| read(self, item)).collect())
    }

    /// Reports keys that nobody took.
    pub fn finish(&mut self, fields: Fields) {
        for (key, left) in fields.entries {
            if left.is_some() {
                let unknown = Diagnostic::at(Code::UnknownKey, self.location(key.span)).with("key", &key.value);
                self.push(unknown.nearest(&key.value, fields.known.iter().copied()));
            }
        }
    }

    fn wrong<T>(&mut self, span: Range<usize>, expected: &'static str) -> Option<T> {
        self.push(Diagnostic::at(Code::WrongType, self.location(span)).with("expected", expected));
        None
    }
}

impl Fields {
    /// Takes the value of a key; a key without a value counts as absent.
    pub fn take(&mut self, key: &'static str) -> Option<Item> {
        self.known.push(key);
        let entry = self.entries.iter_mut().find(|(name, left)| name.value == key && left.is_some())?;
        entry.1.take().filter(|item| !matches!(item.node, Node::Null))
    }

    /// Takes the value of a key that must be there.
    pub fn require(&mut self, key: &'static str, reader: &mut Reader) -> Option<Item> {
        let item = self.take(key);
        if item.is_none() {
            let span = self.entries.first().map_or(self.span.clone(), |(first, _)| first.span.clone());
            reader.push(Diagnostic::at(Code::MissingKey, reader.location(span)).with("key", key));
        }
        item
    }

    /// Takes all that is left, as names and values.
    pub fn rest(&mut self) -> Vec<(At<String>, Item)> {
        self.entries.iter_mut().filter_map(|(key, item)| Some((key.clone(), item.take()?))).collect()
    }

    /// The place of the whole mapping.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}
