//! robots.txt (RFC 9309): everything may be read, and where the sitemap is; or nothing may be read.
//!
//! In: the site's public address, and whether search engines may list it. Out: one file. Robots look for it at the root of a host only; below a sub path nobody
//! reads it, and it does no harm.

use super::text;
use crate::model::Output;

pub(crate) fn robots(base_url: &str, index: bool) -> Option<Output> {
    let rules = match index {
        true => format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n"),
        false => "User-agent: *\nDisallow: /\n".to_string(),
    };
    text("robots.txt", rules)
}
