//! Feeds → Atom files (RFC 4287).
//!
//! In: feeds with absolute addresses. Out: one file a feed. Invariant: nothing is written that XML 1.0 cannot hold.

use atom_syndication::{Category, Content, Entry, FixedDateTime, Generator, Link, Person, Text};
use jiff::ZonedDateTime;
use rayon::prelude::*;

use super::stamp;
use crate::model::feed::{ATOM, Feed, FeedEntry, JSON_FEED};
use crate::model::output::{Content as FileContent, Output};

/// One file a feed.
pub fn atom(feeds: &[Feed]) -> Vec<Output> {
    feeds.par_iter().map(file).collect()
}

fn file(feed: &Feed) -> Output {
    let author = person(&feed.author);
    let written = atom_syndication::Feed {
        title: text(&feed.title),
        subtitle: feed.description.as_deref().map(text),
        id: feed.id.clone(),
        updated: instant(&feed.updated),
        authors: vec![author],
        generator: Some(Generator { value: "bruecke".into(), ..Generator::default() }),
        links: links(feed),
        rights: feed.rights.as_deref().map(text),
        entries: feed.entries.iter().map(|page| entry(page)).collect(),
        lang: Some(feed.lang.clone()),
        ..atom_syndication::Feed::default()
    };
    let bytes = format!("{}\n", written.to_string()).into_bytes();
    Output { path: feed.atom.path.clone(), content: FileContent::Bytes(bytes.into()) }
}

/// Itself, the page with the same list, the same feed as JSON Feed, and in other languages.
fn links(feed: &Feed) -> Vec<Link> {
    let link = |rel: &str, href: &str, mime: &str, lang: &str| Link {
        rel: rel.into(),
        href: href.into(),
        mime_type: Some(mime.into()),
        hreflang: Some(lang.into()),
        ..Link::default()
    };
    let own = [
        link("self", &feed.atom.url, ATOM, &feed.lang),
        link("alternate", &feed.page, "text/html", &feed.lang),
        link("alternate", &feed.json.url, JSON_FEED, &feed.lang),
    ];
    own.into_iter().chain(feed.others.iter().map(|(lang, url)| link("alternate", url, ATOM, lang))).collect()
}

fn entry(page: &FeedEntry) -> Entry {
    let html = Link { rel: "alternate".into(), href: page.url.clone(), ..Link::default() };
    let category =
        |(key, name): &(String, String)| Category { term: sound(key), label: Some(sound(name)), scheme: None };
    Entry {
        title: text(&page.title),
        id: page.id.clone(),
        updated: instant(&page.updated),
        published: Some(instant(&page.published)),
        authors: page.authors.iter().map(|name| person(name)).collect(),
        categories: page.tags.iter().map(category).collect(),
        links: vec![Link { mime_type: Some("text/html".into()), ..html }],
        summary: page.summary.as_deref().map(text),
        content: Some(Content {
            // HTML that writers were allowed to write by hand may name things relatively.
            base: Some(page.url.clone()),
            value: Some(sound(&page.html)),
            content_type: Some("html".into()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn text(value: &str) -> Text {
    Text::plain(sound(value))
}

fn person(name: &str) -> Person {
    Person { name: sound(name), ..Person::default() }
}

/// The instant with its offset; a date that is none cannot be, since it was written by `stamp`.
fn instant(at: &ZonedDateTime) -> FixedDateTime {
    stamp(at).parse().unwrap_or_default()
}

/// Without the characters that XML 1.0 has no place for (section 2.2).
fn sound(text: &str) -> String {
    let allowed =
        |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    // Few texts hold any of them: in UTF-8 the last two begin with EF BF, all others are small bytes.
    let may_be = |byte: u8| byte == 0xEF || (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'));
    if text.bytes().any(may_be) { text.chars().filter(allowed).collect() } else { text.to_string() }
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(sound("a\u{8}b\tc\u{fffe}\n"), "ab\tc\n");
    }
}
