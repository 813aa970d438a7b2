//! robots.txt (RFC 9309): everything may be read, and where the sitemap is.
//!
//! In: the site's public address. Out: one file. Robots look for it at the root of a host only; below a sub path nobody
//! reads it, and it does no harm.

use super::text;
use crate::model::output::Output;

/// The file.
pub fn robots(base_url: &str) -> Option<Output> {
    text("robots.txt", format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n"))
}
