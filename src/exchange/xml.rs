//! XML 1.0 as a small tree, for XLIFF as offices return it.
//!
//! Invariant: names are without prefix, every element knows its place, and nothing outside the file is ever read; only
//! the five entities that XML itself defines are known.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::deliver::Wrong;

/// Deeper than any XLIFF; a file that goes on is not worth the stack.
const DEPTH: usize = 64;

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
    /// Where it begins in the file.
    pub at: usize,
}

/// What an element holds.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An attribute's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it with a name.
    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }
}

/// Reads a document and gives its root.
pub fn read(text: &str) -> Result<Element, Wrong> {
    let skipped = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut reader = Reader::from_str(&text[skipped..]);
    let mut open = vec![Element::default()];
    loop {
        let at = (skipped + usize::try_from(reader.buffer_position()).unwrap_or(0)).min(text.len());
        let event = reader.read_event().map_err(|error| Wrong::new(at, "xml", error))?;
        match event {
            Event::Start(_) if open.len() > DEPTH => return Err(Wrong::new(at, "xml", "")),
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
    root.ok_or_else(|| Wrong::new(text.len(), "xml", ""))
}

fn entity(name: &BytesRef<'_>, at: usize) -> Result<String, Wrong> {
    let number = name.resolve_char_ref().map_err(|error| Wrong::new(at, "xml", error))?;
    let name = name.xml10_content();
    let known = number.map(String::from).or_else(|| resolve_predefined_entity(&name).map(str::to_string));
    known.ok_or_else(|| Wrong::new(at, "xml", format!("&{name};")))
}

fn element(start: &BytesStart<'_>, at: usize) -> Result<Element, Wrong> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| Wrong::new(at, "xml", error))?;
        let value =
            attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| Wrong::new(at, "xml", error))?;
        attributes.push((attribute.key.local_name().as_ref().to_string(), value.into_owned()));
    }
    Ok(Element { name: start.local_name().as_ref().to_string(), attributes, children: Vec::new(), at })
}

fn add(open: &mut [Element], node: Node) {
    if let Some(element) = open.last_mut() {
        element.children.push(node);
    }
}
