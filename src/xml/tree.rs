//! XML as a small tree.
//!
//! Invariant: names are without prefix, every element knows its place, and nothing outside the file is ever read; only
//! the five entities that XML itself defines are known.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// Deeper than any file that people exchange; one that goes on is not worth the stack.
const DEPTH: usize = 64;

#[derive(Debug, Default)]
pub(crate) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
    pub at: usize,
}

#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.elements().filter(move |element| element.name == name)
    }

    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }
}

#[derive(Debug)]
pub(crate) struct Error {
    pub at: usize,
    /// What the parser says; empty where it says nothing.
    pub detail: String,
}

impl Error {
    fn new(at: usize, detail: impl ToString) -> Self {
        Self { at, detail: detail.to_string() }
    }
}

pub(crate) fn read(text: &str) -> Result<Element, Error> {
    let skipped = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut reader = Reader::from_str(&text[skipped..]);
    let mut open = vec![Element::default()];
    loop {
        let at = (skipped + usize::try_from(reader.buffer_position()).unwrap_or(0)).min(text.len());
        let event = reader.read_event().map_err(|error| Error::new(at, error))?;
        match event {
            Event::Start(_) if open.len() > DEPTH => return Err(Error::new(at, "")),
            Event::Start(start) => open.push(element(&start, at)?),
            Event::Empty(start) => add(&mut open, Node::Element(element(&start, at)?)),
            Event::End(_) => {
                if open.len() > 1
                    && let Some(done) = open.pop()
                {
                    add(&mut open, Node::Element(done));
                }
            }
            Event::Text(text) => add(&mut open, Node::Text(text.xml10_content().into_owned())),
            Event::CData(text) => add(&mut open, Node::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(name) => add(&mut open, Node::Text(entity(&name, at)?)),
            Event::Eof => break,
            _ => {}
        }
    }
    let root = if open.len() == 1 { open.pop().unwrap_or_default() } else { Element::default() };
    let root = root.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    root.ok_or_else(|| Error::new(text.len(), ""))
}

fn entity(name: &BytesRef<'_>, at: usize) -> Result<String, Error> {
    let number = name.resolve_char_ref().map_err(|error| Error::new(at, error))?;
    let name = name.xml10_content();
    let known = number.map(String::from).or_else(|| resolve_predefined_entity(&name).map(str::to_string));
    known.ok_or_else(|| Error::new(at, format!("&{name};")))
}

fn element(start: &BytesStart<'_>, at: usize) -> Result<Element, Error> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| Error::new(at, error))?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| Error::new(at, error))?;
        attributes.push((attribute.key.local_name().as_ref().to_string(), value.into_owned()));
    }
    Ok(Element { name: start.local_name().as_ref().to_string(), attributes, children: Vec::new(), at })
}

fn add(open: &mut [Element], node: Node) {
    if let Some(element) = open.last_mut() {
        element.children.push(node);
    }
}
