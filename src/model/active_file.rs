//! Files that a browser or a host runs instead of handing them over: with them whoever may add an attachment writes the
//! site.

use super::source::MediaFile;

/// Endings of files that browsers run or show as pages, and of scripts that hosts run.
const ENDINGS: [&str; 43] = [
    "htm",
    "html",
    "xhtm",
    "xhtml",
    "xht",
    "shtm",
    "shtml",
    "stm",
    "mht",
    "mhtml",
    "xml",
    "xsl",
    "xslt",
    "xbl",
    "rdf",
    "svgz",
    "js",
    "mjs",
    "cjs",
    "jse",
    "wasm",
    "swf",
    "htc",
    "hta",
    "webmanifest",
    "appcache",
    "vbs",
    "vbe",
    "wsf",
    "php",
    "php3",
    "php4",
    "php5",
    "php7",
    "phtml",
    "phar",
    "cgi",
    "pl",
    "py",
    "asp",
    "aspx",
    "jsp",
    "jspx",
];

/// How much of a file browsers look at to find out what it is (WHATWG MIME Sniffing, 1,445 bytes at most).
const SNIFFED: usize = 1445;

/// What a file is that is not handed over as it is: its ending, or `html` or `xml` where its content looks like that. `None`
/// for any other file, and for one that cannot be read.
pub(crate) fn active_kind(name: &str, file: &MediaFile) -> Option<String> {
    // Hosts with several languages read every part between dots (Apache's mod_mime).
    let name = name.rsplit('/').next().unwrap_or(name);
    let mut parts = name.split('.').skip(1).map(|part| part.trim().to_ascii_lowercase());
    if let Some(ending) = parts.find(|part| ENDINGS.contains(&part.as_str())) {
        return Some(ending);
    }
    // What has no ending that hosts know goes out without a type, and browsers guess.
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_known = [
        "pdf", "zip", "txt", "csv", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "mp3", "mp4",
        "webm", "ogg", "m4a", "wav", "mov", "vtt", "ics", "epub", "json", "rtf",
    ]
    .iter()
    .any(|known| ending.eq_ignore_ascii_case(known));
    if is_known || super::is_picture(name) {
        return None;
    }
    looks_active(&file.head(SNIFFED).ok()?).map(str::to_string)
}

/// What browsers take bytes for that come without a type.
fn looks_active(bytes: &[u8]) -> Option<&'static str> {
    const PAGES: [&str; 17] = [
        "<!doctype html",
        "<html",
        "<head",
        "<script",
        "<iframe",
        "<h1",
        "<div",
        "<font",
        "<table",
        "<a",
        "<style",
        "<title",
        "<b",
        "<body",
        "<br",
        "<p",
        "<!--",
    ];
    // UTF-16 in either order is no reason to look away.
    let text: String =
        String::from_utf8_lossy(bytes).chars().filter(|c| *c != '\0' && *c != '\u{FEFF}' && *c != '\u{FFFD}').collect();
    let text = text.trim_start().to_ascii_lowercase();
    let begins = |mark: &&str| {
        text.strip_prefix(*mark)
            .is_some_and(|rest| *mark == "<!--" || rest.starts_with([' ', '>', '\t', '\n', '\r', '/']))
    };
    match PAGES.iter().any(begins) {
        true => Some("html"),
        false => ["<?xml", "<svg", "<math"].iter().any(|mark| text.starts_with(mark)).then_some("xml"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FileOrigin;

    fn kind(name: &str, bytes: &'static [u8]) -> Option<String> {
        let file = MediaFile { origin: FileOrigin::Embedded(bytes), size: bytes.len() as u64 };
        active_kind(name, &file)
    }

    #[test]
    fn what_runs_is_known_by_its_name_or_its_content() {
        for name in
            ["a.html", "A.HTML", "x/a.xhtml", "a.js", "a.svgz", "a.php", "a.html.pdf", "a.php.txt", "a.mjs", "a.xml"]
        {
            assert!(kind(name, b"x").is_some(), "{name}");
        }
        for bytes in [
            &b"<!DOCTYPE html><p>"[..],
            b"\n <script>x</script>",
            b"\xEF\xBB\xBF<html>",
            b"<\0s\0c\0r\0i\0p\0t\0>\0",
            b"<?xml version='1.0'?>",
        ] {
            assert!(kind("a", bytes).is_some() && kind("a.unknown", bytes).is_some(), "{bytes:?}");
        }
        for (name, bytes) in [
            ("a.pdf", &b"<html>"[..]),
            ("a", b"text"),
            ("a.dwg", b"AC1032"),
            ("html", b"x"),
            ("a.htmlx", b"x"),
            ("a.csv", b"<a>"),
        ] {
            assert_eq!(kind(name, bytes), None, "{name}");
        }
    }
}
