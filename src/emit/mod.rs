//! Outputs beside the pages: each emitter is one file and one line in `all.rs`.

mod all;
pub(crate) mod assets;
pub(crate) mod atom;
pub(crate) mod calendar;
pub(crate) mod cards;
pub(crate) mod editor;
pub(crate) mod json_feed;
pub(crate) mod media;
pub(crate) mod robots;
pub(crate) mod search;
pub(crate) mod sitemap;
pub(crate) mod styles;

pub(crate) use all::{Emitting, all, feeds, files};

use crate::model::feed::Feed;
use crate::model::output::{Content, Output};
use crate::model::url::SitePath;

/// A file of text at the site's root.
fn text(name: &str, text: String) -> Option<Output> {
    Some(Output { path: SitePath::file(name)?, content: Content::Bytes(text.into_bytes().into()) })
}

/// How many bytes the file of a feed will have, and hardly more: what is escaped makes a text up to a quarter longer.
fn capacity(feed: &Feed) -> usize {
    let around = 2048;
    feed.entries.iter().map(|page| page.html.len() * 5 / 4 + around).sum::<usize>() + around
}

/// An instant as feeds write it (RFC 3339), with the offset of its zone.
fn rfc3339(at: &jiff::ZonedDateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
