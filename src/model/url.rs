//! Addresses inside the site. A `SitePath` never leaves the site: it is made of checked segments.

use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Serialize, Serializer};

/// A path below the site's root without a leading slash: `de/aktuelles/` is a page, `media/route.svg` a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// The site's root, the language-choice page.
    pub fn root() -> Self {
        Self("".into())
    }

    /// A page from its segments: `["de", "aktuelles"]` is `de/aktuelles/`.
    ///
    /// Returns `None` when a segment is empty, `.`, `..`, or holds a slash, a backslash or a control character.
    pub fn page<S: AsRef<str>>(segments: &[S]) -> Option<Self> {
        let is_safe = segments.iter().all(|segment| is_safe_segment(segment.as_ref()));
        let path = || segments.iter().flat_map(|segment| [segment.as_ref(), "/"]).collect::<String>();
        is_safe.then(|| Self(path().into()))
    }

    /// A file from a path with forward slashes; `None` as for [`SitePath::page`].
    pub fn file(path: &str) -> Option<Self> {
        path.split('/').all(is_safe_segment).then(|| Self(path.into()))
    }

    pub(crate) fn join(&self, segments: &[&str]) -> Option<Self> {
        let mut all: Vec<&str> = self.0.split('/').filter(|segment| !segment.is_empty()).collect();
        all.extend(segments);
        Self::page(&all)
    }

    /// The path as text, without a leading slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file a host serves for it: a page's is its `index.html`.
    pub fn output_file(&self) -> String {
        match self.0.is_empty() || self.0.ends_with('/') {
            true => [&*self.0, "index.html"].concat(),
            false => self.0.to_string(),
        }
    }

    pub(crate) fn depth(&self) -> usize {
        self.0.bytes().filter(|byte| *byte == b'/').count()
    }

    /// The way from this page up to the site's root: `../../` from `de/aktuelles/`, `./` from the root itself.
    pub fn to_root(&self) -> String {
        match self.depth() {
            0 => "./".into(),
            depth => "../".repeat(depth),
        }
    }

    /// The way to the site's root that holds wherever a page is shown: the path of `base_url`, such as `/` or `/sub/`.
    pub fn root_anywhere(base_url: &str) -> String {
        let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
        rest.find('/').map_or("/", |slash| &rest[slash..]).to_string()
    }

    /// The reference to it from where the way to the site's root is `root`, percent-encoded (RFC 3986).
    pub fn below(&self, root: &str) -> String {
        let mut url = String::with_capacity(root.len() + self.0.len());
        self.write_below(root, &mut url);
        url
    }

    pub(crate) fn write_below(&self, root: &str, url: &mut String) {
        url.push_str(root);
        url.extend(utf8_percent_encode(self.as_str(), NOT_IN_PATHS));
    }

    pub(crate) fn relative(&self, target: &SitePath) -> String {
        target.below(&self.to_root())
    }

    /// The absolute URL below `base_url`, which ends in a slash.
    pub fn absolute(&self, base_url: &str) -> String {
        self.below(base_url)
    }
}

impl Serialize for SitePath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.0)
    }
}

/// What may not stand in the path of a URL (RFC 3986, section 3.3).
const NOT_IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

fn is_safe_segment(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..") && !segment.contains(|c: char| c == '/' || c == '\\' || c.is_control())
}

/// Percent-encodes what may not stand in the path of a URL (RFC 3986, section 3.3); slashes stay.
pub(crate) fn encode(path: &str) -> String {
    utf8_percent_encode(path, NOT_IN_PATHS).to_string()
}

/// Whether a text is an address of the web (http or https) without white space or markup in it.
pub(crate) fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\');
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && !text.contains(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leaves_the_site() {
        for bad in ["..", ".", "", "a/b", "a\\b", "a\nb"] {
            assert!(SitePath::page(&["de", bad]).is_none(), "{bad:?}");
        }
        assert!(SitePath::file("a/../b").is_none());
        assert!(SitePath::file("/etc/passwd").is_none());
    }

    #[test]
    fn references_are_relative_and_encoded() {
        let page = SitePath::page(&["de", "aktuelles"]).unwrap();
        let file = SitePath::file("media/Größe 1.png").unwrap();
        assert_eq!(page.relative(&file), "../../media/Gr%C3%B6%C3%9Fe%201.png");
        assert_eq!(SitePath::root().relative(&page), "./de/aktuelles/");
        assert_eq!(SitePath::root_anywhere("https://example.org/"), "/");
        assert_eq!(SitePath::root_anywhere("https://example.org/a/b/"), "/a/b/");
    }
}
