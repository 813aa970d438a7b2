//! A feed → a JSON Feed file, version 1.1 (<https://www.jsonfeed.org/version/1.1/>).
//!
//! In: a feed with absolute addresses. Invariant: what is not known is left out, never empty.

use serde::Serialize;

use super::{capacity, rfc3339};
use crate::model::{Content, Feed, FeedEntry, Output};

#[derive(Serialize)]
struct Document<'f> {
    version: &'static str,
    title: &'f str,
    home_page_url: &'f str,
    feed_url: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'f str>,
    language: &'f str,
    authors: Vec<Author<'f>>,
    items: Vec<Item<'f>>,
}

#[derive(Serialize)]
struct Author<'f> {
    name: &'f str,
}

#[derive(Serialize)]
struct Item<'f> {
    id: &'f str,
    url: &'f str,
    title: &'f str,
    content_html: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'f str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'f>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'f str>,
    language: &'f str,
}

pub(crate) fn json_feed(feed: &Feed) -> Output {
    let document = Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page,
        feed_url: &feed.json.url,
        description: feed.description.as_deref(),
        language: &feed.lang,
        authors: vec![Author { name: &feed.author }],
        items: feed.entries.iter().map(|page| item(page, &feed.lang)).collect(),
    };
    let mut bytes = Vec::with_capacity(capacity(feed));
    _ = serde_json::to_writer_pretty(&mut bytes, &document);
    bytes.push(b'\n');
    Output { path: feed.json.path.clone(), content: Content::Bytes(bytes.into()) }
}

fn item<'f>(page: &'f FeedEntry, lang: &'f str) -> Item<'f> {
    Item {
        id: &page.id,
        url: &page.url,
        title: &page.title,
        content_html: &page.html,
        summary: page.summary.as_deref(),
        image: page.image.as_deref(),
        date_published: rfc3339(&page.published),
        date_modified: rfc3339(&page.updated),
        authors: page.authors.iter().map(|name| Author { name }).collect(),
        tags: page.tags.iter().map(|(_, name)| name.as_str()).collect(),
        language: lang,
    }
}
