//! YAML as a tree in which every value knows its place, and a reader that reports all mistakes, not the first.
//!
//! In: the text of `site.yaml`, `theme.yaml` or a page's front matter. Out: typed values. Invariant: what is read is
//! taken off the tree, so that what is left over is a key nobody knows.

mod scalar;
mod tree;

pub(crate) use scalar::{line_scalar, scalar};
pub(crate) use tree::Item;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use tree::{Mistake, Node};

use crate::diagnostic::{Code, Diagnostic, bad_language, unwanted_character};
use crate::model::{At, Extra, Localized, Location, SourceText, is_registered, unwanted};

/// What is being read: where it stands, and the mistakes so far.
pub(crate) struct Reader {
    source: Arc<SourceText>,
    base: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// A mapping whose keys are taken one by one.
pub(crate) struct Fields {
    entries: Vec<(At<String>, Item)>,
    /// The whole mapping, and its first key.
    span: Range<usize>,
    first: Range<usize>,
    known: Vec<&'static str>,
}

impl Item {
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    pub(crate) fn is_set(&self) -> bool {
        self.node != Node::Null
    }

    pub(crate) fn items(&self) -> &[Self] {
        if let Node::List(items) = &self.node { items } else { &[] }
    }

    pub(crate) fn entries(&self) -> &[(At<String>, Self)] {
        if let Node::Map(entries) = &self.node { entries } else { &[] }
    }

    /// The value of a key in it, if it is a mapping that has the key.
    pub(crate) fn part(&self, name: &str) -> Option<&Self> {
        self.entries().iter().find(|(key, _)| key.value == name).map(|(_, item)| item)
    }

    /// The text, if it is one, or a number.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.node {
            Node::Text(text) | Node::Int(_, text) | Node::Float(_, text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is `true` or `false`, where other kinds of values are allowed too.
    pub(crate) fn is_bool(&self) -> bool {
        matches!(self.node, Node::Bool(_))
    }

    /// Whether it is one text, where a list is allowed too.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.node, Node::Text(_))
    }
}

impl Reader {
    /// A reader for the bytes `range` of `source`.
    pub(crate) fn new(source: Arc<SourceText>, base: usize) -> Self {
        Self { source, base, diagnostics: Vec::new() }
    }

    /// Parses the text and gives its top mapping; an empty document is an empty mapping.
    pub(crate) fn parse(&mut self, text: &str) -> Option<Fields> {
        match tree::read(text, self.base) {
            Ok(Some(root)) if !matches!(root.node, Node::Null) => {
                if text.contains('\\') {
                    self.escaped(&root);
                }
                self.fields(root)
            }
            Ok(_) => Some(Fields::new(Vec::new(), self.base..self.base)),
            Err(Mistake::DuplicateKey(key)) => {
                self.push(Diagnostic::at(Code::DuplicateKey, self.location(key.span)).with("key", key.value));
                None
            }
            Err(Mistake::Syntax { at, reason }) => {
                self.push(Diagnostic::at(Code::YamlSyntax, self.location(at..at)).with("reason", reason));
                None
            }
        }
    }

    /// Reports characters that are no text and were written as escapes.
    fn escaped(&mut self, item: &Item) {
        let mut check = |text: &str, span: &Range<usize>| {
            let written = unwanted(self.source.text().get(span.clone()).unwrap_or_default()).len();
            for (_, c) in unwanted(text).into_iter().skip(written) {
                let at = Location { source: self.source.clone(), span: span.clone() };
                self.diagnostics.push(unwanted_character(at, c));
            }
        };
        match &item.node {
            Node::Text(text) => check(text, &item.span),
            Node::List(items) => items.iter().for_each(|item| self.escaped(item)),
            Node::Map(entries) => {
                for (key, item) in entries {
                    self.escaped(&Item { node: Node::Text(key.value.clone()), span: key.span.clone() });
                    self.escaped(item);
                }
            }
            _ => {}
        }
    }

    pub(crate) fn location(&self, span: Range<usize>) -> Location {
        Location { source: self.source.clone(), span }
    }

    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(crate) fn fields(&mut self, item: Item) -> Option<Fields> {
        match item.node {
            Node::Map(entries) => Some(Fields::new(entries, item.span)),
            _ => self.wrong(item.span, "mapping"),
        }
    }

    pub(crate) fn list(&mut self, item: Item) -> Option<Vec<Item>> {
        match item.node {
            Node::List(items) => Some(items),
            _ => self.wrong(item.span, "list"),
        }
    }

    /// The value as text; a plain number is the text it was written as.
    pub(crate) fn text(&mut self, item: Item) -> Option<At<String>> {
        match item.as_text().filter(|text| !text.trim().is_empty()) {
            Some(text) => Some(At { value: text.to_string(), span: item.span }),
            None => self.wrong(item.span, "text"),
        }
    }

    pub(crate) fn int(&mut self, item: Item) -> Option<i64> {
        match item.node {
            Node::Int(value, _) => Some(value),
            _ => self.wrong(item.span, "number"),
        }
    }

    pub(crate) fn bool(&mut self, item: Item) -> Option<bool> {
        match item.node {
            Node::Bool(value) => Some(value),
            _ => self.wrong(item.span, "boolean"),
        }
    }

    /// The value as one text for all languages, or one for each.
    pub(crate) fn localized(&mut self, item: Item) -> Option<Localized> {
        if !matches!(item.node, Node::Map(_)) {
            return self.text(item).map(|text| BTreeMap::from([(String::new(), text.value)]));
        }
        let fields = self.fields(item)?;
        for (key, _) in fields.entries.iter().filter(|(key, _)| !is_registered(&key.value)) {
            self.bad_language(&key.value, key.span.clone());
        }
        let texts = fields.entries.into_iter().filter_map(|(key, item)| Some((key.value, self.text(item)?.value)));
        Some(texts.collect())
    }

    /// Reports a language tag that is none.
    pub(crate) fn bad_language(&mut self, tag: &str, span: Range<usize>) {
        self.push(bad_language(self.location(span), tag));
    }

    /// The value as it is, for themes.
    pub(crate) fn extra(&self, item: Item) -> Extra {
        fn convert(node: Node) -> Extra {
            match node {
                Node::Null => Extra::Null,
                Node::Bool(value) => Extra::Bool(value),
                Node::Int(value, _) => Extra::Int(value),
                Node::Float(value, _) => Extra::Float(value),
                Node::Text(value) => Extra::Text(value),
                Node::List(items) => Extra::List(items.into_iter().map(|item| convert(item.node)).collect()),
                Node::Map(entries) => {
                    Extra::Map(entries.into_iter().map(|(key, item)| (key.value, convert(item.node))).collect())
                }
            }
        }
        convert(item.node)
    }

    /// A text that `parse` understands; else the mistake `code`.
    pub(crate) fn parsed<T>(&mut self, item: Item, code: Code, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.text(item)?;
        let parsed = parse(&text.value);
        if parsed.is_none() {
            self.push(Diagnostic::at(code, self.location(text.span)).with("value", text.value));
        }
        parsed
    }

    /// Every item of a list, read by `read`.
    pub(crate) fn each<T>(&mut self, item: Item, mut read: impl FnMut(&mut Self, Item) -> Option<T>) -> Option<Vec<T>> {
        let items = self.list(item)?;
        Some(items.into_iter().filter_map(|item| read(self, item)).collect())
    }

    pub(crate) fn finish(&mut self, fields: Fields) {
        for (key, _) in fields.entries {
            let unknown = Diagnostic::at(Code::UnknownKey, self.location(key.span)).with("key", &key.value);
            self.push(unknown.nearest(&key.value, fields.known.iter().copied()));
        }
    }

    /// Reports a value that is not what is `expected`; there is none then.
    pub(crate) fn wrong<T>(&mut self, span: Range<usize>, expected: &'static str) -> Option<T> {
        self.push(Diagnostic::at(Code::WrongType, self.location(span)).with("expected", expected));
        None
    }
}

impl Fields {
    fn new(entries: Vec<(At<String>, Item)>, span: Range<usize>) -> Self {
        let first = entries.first().map_or(span.clone(), |(key, _)| key.span.clone());
        Self { entries, span, first, known: Vec::new() }
    }

    /// Takes the value of a key; a key without a value counts as absent.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<Item> {
        self.known.push(key);
        let at = self.entries.iter().position(|(name, _)| name.value == key)?;
        Some(self.entries.remove(at).1).filter(|item| !matches!(item.node, Node::Null))
    }

    /// Takes the value of a key that must be there.
    pub(crate) fn require(&mut self, key: &'static str, reader: &mut Reader) -> Option<Item> {
        let item = self.take(key);
        if item.is_none() {
            reader.push(Diagnostic::at(Code::MissingKey, reader.location(self.first.clone())).with("key", key));
        }
        item
    }

    /// Takes all that is left, as names and values.
    pub(crate) fn rest(&mut self) -> Vec<(At<String>, Item)> {
        std::mem::take(&mut self.entries)
    }

    /// A key and its value; `image.alt` is a key inside another. Both stay where they are.
    pub(crate) fn find<'f>(&'f self, path: &str) -> Option<(&'f At<String>, &'f Item)> {
        let named = |entries: &'f [(At<String>, Item)], name: &str| entries.iter().find(|(key, _)| key.value == name);
        let (key, item) = match path.split_once('.') {
            None => named(&self.entries, path)?,
            Some((outer, inner)) => named(named(&self.entries, outer)?.1.entries(), inner)?,
        };
        Some((key, item))
    }

    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}
