//! XML 1.0 as a small tree, for XLIFF as offices return it.
//!
//! Invariant: names are without prefix, every element knows its place, and nothing outside the file is ever read; only
//! the five entities that XML itself defines are known.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
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
        let at = skipped + usize::try_from(reader.buffer_position()).unwrap_or(0);
        let wrong = |detail: String| Wrong::new(at.min(text.len()), "xml", detail);
        let event = reader.read_event().map_err(|error| wrong(error.to_string()))?;
        match event {
            Event::Start(start) => {
                if open.len() > DEPTH {
                    return Err(wrong("too deep".into()));
                }
                open.push(element(&start, at)?);
            }
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
            Event::GeneralRef(name) => {
                let number = name.resolve_char_ref().map_err(|error| wrong(error.to_string()))?;
                let known = number.map(String::from);
                let known = known.or_else(|| resolve_predefined_entity(&name.xml10_content()).map(str::to_string));
                let known = known.ok_or_else(|| wrong(format!("&{};", name.xml10_content())))?;
                add(&mut open, Node::Text(known));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if open.len() > 1 {
        return Err(Wrong::new(text.len(), "xml", "</"));
    }
    let root = open.pop().unwrap_or_default();
    let root = root.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    root.ok_or_else(|| Wrong::new(0, "xml", "<"))
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
