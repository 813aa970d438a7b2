//! A feed → an Atom file (RFC 4287).
//!
//! In: a feed with absolute addresses. The elements' order is free; it is the same in every feed.

use super::{capacity, rfc3339};
use crate::model::{ATOM, Content, Feed, FeedEntry, JSON_FEED, Output};
use crate::xml::Writer;

pub(crate) fn atom(feed: &Feed) -> Output {
    let mut xml = Writer::new("<?xml version=\"1.0\"?>\n", capacity(feed));
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &feed.lang)]);
    xml.text("title", &[], &feed.title);
    xml.text("id", &[], &feed.id);
    xml.text("updated", &[], &rfc3339(&feed.updated));
    person(&mut xml, &feed.author);
    xml.text("generator", &[], "bruecke");
    links(&mut xml, feed);
    if let Some(rights) = &feed.rights {
        xml.text("rights", &[], rights);
    }
    if let Some(description) = &feed.description {
        xml.text("subtitle", &[], description);
    }
    feed.entries.iter().for_each(|page| entry(&mut xml, page));
    xml.close("feed");
    xml.end_line();
    Output { path: feed.atom.path.clone(), content: Content::Bytes(xml.finish().into_bytes().into()) }
}

/// Itself, the page with the same list, the same feed as JSON Feed, and in other languages.
fn links(xml: &mut Writer, feed: &Feed) {
    let mut link = |rel: &str, href: &str, mime: &str, lang: &str| {
        xml.empty("link", &[("href", href), ("rel", rel), ("hreflang", lang), ("type", mime)]);
    };
    link("self", &feed.atom.url, ATOM, &feed.lang);
    link("alternate", &feed.page, "text/html", &feed.lang);
    link("alternate", &feed.json.url, JSON_FEED, &feed.lang);
    feed.others.iter().for_each(|(lang, url)| link("alternate", url, ATOM, lang));
}

fn entry(xml: &mut Writer, page: &FeedEntry) {
    xml.open("entry", &[]);
    xml.text("title", &[], &page.title);
    xml.text("id", &[], &page.id);
    xml.text("updated", &[], &rfc3339(&page.updated));
    page.authors.iter().for_each(|name| person(xml, name));
    for (key, name) in &page.tags {
        xml.empty("category", &[("term", key), ("label", name)]);
    }
    xml.empty("link", &[("href", &page.url), ("rel", "alternate"), ("type", "text/html")]);
    xml.text("published", &[], &rfc3339(&page.published));
    if let Some(summary) = &page.summary {
        xml.text("summary", &[], summary);
    }
    // HTML that writers were allowed to write by hand may name things relatively.
    xml.text("content", &[("xml:base", &page.url), ("type", "html")], &page.html);
    xml.close("entry");
}

fn person(xml: &mut Writer, name: &str) {
    xml.open("author", &[]);
    xml.text("name", &[], name);
    xml.close("author");
}
