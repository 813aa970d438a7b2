//! Outputs beside the pages: each emitter is one file and one line in `pipeline`.

pub mod assets;
pub mod calendar;
pub mod media;
pub mod robots;
pub mod sitemap;
pub mod styles;

use crate::model::output::{Content, Output};
use crate::model::url::SitePath;

/// A file of text at the site's root.
fn text(name: &str, text: String) -> Option<Output> {
    Some(Output { path: SitePath::file(name)?, content: Content::Bytes(text.into_bytes().into()) })
}
