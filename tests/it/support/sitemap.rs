//! Reads a sitemap as a search engine does and holds it to its schema: sitemaps.org 0.9 (27 February 2008), with
//! `xhtml:link` as Google takes it. The reader is quick-xml's, with namespaces; the writer knows nothing of it.

use std::collections::BTreeMap;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A page of a sitemap.
#[derive(Debug)]
pub struct Url {
    /// Its address.
    pub loc: String,
    /// When it changed.
    pub lastmod: Option<String>,
    /// Its versions, in order: `hreflang` and `href`.
    pub alternates: Vec<(String, String)>,
}

#[derive(Debug, Default)]
struct Element {
    space: String,
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    children: Vec<Element>,
}

/// All pages of a site's sitemap, those of an index's files too.
pub fn read<'f>(file: &dyn Fn(&str) -> Option<&'f str>, base_url: &str) -> Vec<Url> {
    let root = parse(file("sitemap.xml").expect("a sitemap"));
    if root.name == "urlset" {
        return urls(&root);
    }
    assert_eq!((root.space.as_str(), root.name.as_str()), (SCHEMA, "sitemapindex"));
    let mut all = Vec::new();
    assert!(!root.children.is_empty() && root.children.len() <= 50_000);
    for part in &root.children {
        assert_eq!((part.space.as_str(), part.name.as_str()), (SCHEMA, "sitemap"));
        let (loc, _) = page(part);
        let name = loc.strip_prefix(base_url).expect("a file beside the index");
        all.extend(urls(&parse(file(name).unwrap_or_else(|| panic!("no {name}")))));
    }
    all
}

fn urls(root: &Element) -> Vec<Url> {
    assert_eq!((root.space.as_str(), root.name.as_str()), (SCHEMA, "urlset"));
    assert!(!root.children.is_empty() && root.children.len() <= 50_000, "{} pages", root.children.len());
    assert!(root.text.trim().is_empty(), "text between pages: {}", root.text);
    let url = |element: &Element| {
        assert_eq!((element.space.as_str(), element.name.as_str()), (SCHEMA, "url"));
        let (loc, lastmod) = page(element);
        let links = element.children.iter().filter(|child| child.space == XHTML);
        Url { loc, lastmod, alternates: links.map(link).collect() }
    };
    root.children.iter().map(url).collect()
}

/// `loc` comes first and once, then `lastmod`; what is of other namespaces stands at the end.
fn page(element: &Element) -> (String, Option<String>) {
    assert!(element.attributes.is_empty() && element.text.trim().is_empty(), "{element:?}");
    let own: Vec<&Element> = element.children.iter().take_while(|child| child.space == SCHEMA).collect();
    let names: Vec<&str> = own.iter().map(|child| child.name.as_str()).collect();
    assert!(names == ["loc"] || names == ["loc", "lastmod"], "{names:?}");
    assert!(element.children[own.len()..].iter().all(|child| child.space == XHTML), "{element:?}");
    let (loc, lastmod) = (own[0].text.clone(), own.get(1).map(|child| child.text.clone()));
    assert!((12..=2048).contains(&loc.chars().count()) && is_address(&loc), "{loc}");
    if let Some(day) = &lastmod {
        assert!(day.len() == 10 && day.parse::<jiff::civil::Date>().is_ok(), "{day} is no W3C date");
    }
    (loc, lastmod)
}

fn link(element: &Element) -> (String, String) {
    assert_eq!((element.name.as_str(), element.children.len(), element.text.as_str()), ("link", 0, ""));
    let names: Vec<&str> = element.attributes.keys().map(String::as_str).collect();
    assert_eq!(names, ["href", "hreflang", "rel"]);
    assert_eq!(element.attributes["rel"], "alternate");
    let (tag, href) = (element.attributes["hreflang"].clone(), element.attributes["href"].clone());
    assert!(is_address(&href), "{href}");
    assert!(tag.split('-').all(|part| (1..=8).contains(&part.len())), "{tag}");
    (tag, href)
}

/// RFC 3986: what is not ASCII is escaped.
fn is_address(url: &str) -> bool {
    let fine = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    (url.starts_with("https://") || url.starts_with("http://")) && url.chars().all(fine)
}

fn parse(text: &str) -> Element {
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), "{}", &text[..60.min(text.len())]);
    assert!(text.len() <= 50 * 1024 * 1024);
    let mut reader = NsReader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_resolved_event().expect("well-formed") {
            (space, Event::Start(start)) => open.push(element(&space, &start)),
            (space, Event::Empty(start)) => {
                let done = element(&space, &start);
                open.last_mut().unwrap().children.push(done);
            }
            (_, Event::End(_)) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            (_, Event::Text(text)) => open.last_mut().unwrap().text.push_str(&text.xml10_content()),
            (_, Event::GeneralRef(name)) => {
                let value = quick_xml::escape::resolve_predefined_entity(&name.xml10_content()).expect("of XML itself");
                open.last_mut().unwrap().text.push_str(value);
            }
            (_, Event::Decl(_)) => {}
            (_, Event::Eof) => break,
            (_, other) => panic!("{other:?} in a sitemap"),
        }
    }
    assert_eq!(open.len(), 1);
    open.remove(0).children.remove(0)
}

fn element(space: &ResolveResult<'_>, start: &BytesStart<'_>) -> Element {
    let ResolveResult::Bound(space) = space else { panic!("{start:?} is in no namespace") };
    let attributes = start.attributes().map(|attribute| attribute.expect("an attribute"));
    let attributes = attributes.map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).expect("a value");
        (attribute.key.as_ref().to_string(), value.into_owned())
    });
    let attributes = attributes.filter(|(name, _)| name != "xmlns" && !name.starts_with("xmlns:"));
    Element {
        space: space.as_ref().to_string(),
        name: start.local_name().as_ref().to_string(),
        attributes: attributes.collect(),
        ..Element::default()
    }
}
