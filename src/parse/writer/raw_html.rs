//! HTML that is written by hand in pages: what is harmless is kept, everything else is left out and named.
//!
//! HTML is read by a tokenizer as browsers read it and written anew, so nothing gets through that was not understood. A
//! library that cleans whole fragments would tear apart what Markdown stands between: `<details>`, a paragraph,
//! `</details>` are three blocks. So elements that are open are counted here: each is closed where the block of Markdown
//! ends that it began in, and none closes what it did not open.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::{Events, HtmlWriter};
use crate::diagnostic::Code;
use crate::model::{escaped, unwanted};
use crate::text::{Tag, Token, tokens};

/// Elements that may stand in a page: none runs, loads or embeds anything, or is a control.
const ELEMENTS: [&str; 66] = [
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements without content and end.
const VOID: [&str; 4] = ["br", "col", "hr", "wbr"];

/// Attributes of any of them, beside `aria-…`.
const ATTRIBUTES: [&str; 20] = [
    "class", "id", "lang", "dir", "title", "role", "href", "hreflang", "cite", "colspan", "rowspan", "headers",
    "hidden", "scope", "span", "start", "reversed", "value", "datetime", "open",
];

/// Elements of a body that were opened by hand and are not closed yet.
#[derive(Default)]
pub(super) struct RawHtml {
    open: Vec<String>,
    /// How many were open where each block of Markdown began.
    blocks: Vec<usize>,
    /// The element that is left out with all that it holds, such as a script, while it lasts.
    skipped: Option<String>,
}

impl RawHtml {
    pub(super) fn begin_block(&mut self) {
        self.blocks.push(self.open.len());
    }

    /// Closes what the block leaves open.
    pub(super) fn end_block(&mut self, out: &mut String) {
        self.skipped = None;
        let outer = self.blocks.pop().unwrap_or(0);
        self.close(outer, out);
    }

    /// Whether what follows is left out.
    pub(super) fn skips(&self) -> bool {
        self.skipped.is_some()
    }

    fn close(&mut self, outer: usize, out: &mut String) {
        for name in self.open.drain(outer.min(self.open.len())..).rev() {
            out.push_str(&format!("</{name}>"));
        }
    }

    /// Writes what is harmless in a piece of HTML, and gives what was left out.
    pub(super) fn write(&mut self, html: &str, out: &mut String) -> Vec<String> {
        let mut left_out = Vec::new();
        tokens(html, |token| match token {
            // What a script or a style sheet holds is no text.
            Token::End(name) if self.skipped.as_deref() == Some(name) => self.skipped = None,
            _ if self.skipped.is_some() => {}
            Token::Start(tag) if ELEMENTS.contains(&&*tag.name) => self.start(tag, out, &mut left_out),
            Token::Start(tag) => {
                left_out.push(format!("<{}>", tag.name));
                let has_text =
                    ["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp"];
                self.skipped = has_text.contains(&&*tag.name).then(|| tag.name.clone());
            }
            Token::End(name) => {
                let outer = self.blocks.last().copied().unwrap_or(0);
                if let Some(at) = self.open[outer..].iter().rposition(|open| open == name) {
                    self.close(outer + at, out);
                }
            }
            Token::Text(text) => out.push_str(&escaped(&without_unwanted(text))),
        });
        left_out
    }

    fn start(&mut self, tag: &Tag, out: &mut String, left_out: &mut Vec<String>) {
        out.push('<');
        out.push_str(&tag.name);
        let mut written: Vec<&str> = Vec::new();
        for (name, value) in &tag.attributes {
            let is_plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            let known = ATTRIBUTES.contains(&&**name) || is_plain && name.starts_with("aria-");
            if !known || (matches!(&**name, "href" | "cite") && !is_harmless_address(value)) {
                left_out.push(name.chars().take(40).collect());
            } else if !written.contains(&&**name) {
                written.push(name);
                out.push_str(&format!(" {name}=\"{}\"", escaped(&without_unwanted(value))));
            }
        }
        out.push('>');
        if !VOID.contains(&&*tag.name) {
            self.open.push(tag.name.clone());
        }
    }
}

impl HtmlWriter<'_, '_> {
    /// A block of HTML, which is read as a whole: tags go over lines. Tells how many events were used.
    pub(super) fn html_block(&mut self, events: &Events<'_>, span: &Range<usize>) -> usize {
        let mut html = String::new();
        let mut used = 0;
        for (event, _) in events {
            used += 1;
            match event {
                Event::Html(line) | Event::Text(line) => html.push_str(line),
                Event::SoftBreak | Event::HardBreak => html.push('\n'),
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
        }
        self.harmless_html(&html, span.clone());
        used
    }

    pub(super) fn harmless_html(&mut self, html: &str, span: Range<usize>) {
        for what in self.raw.write(html, &mut self.out.html) {
            let found = self.page.at(Code::HtmlLeftOut, span.clone()).with("what", what);
            if !self.page.diagnostics.contains(&found) {
                self.page.diagnostics.push(found);
            }
        }
    }
}

/// A text without what is none and came by a reference.
fn without_unwanted(text: &str) -> Cow<'_, str> {
    match unwanted(text).is_empty() {
        true => text.into(),
        false => text.chars().filter(|c| unwanted(c.encode_utf8(&mut [0; 4])).is_empty()).collect::<String>().into(),
    }
}

/// Whether an address only leads somewhere. Browsers leave control characters and blanks out when they look for the scheme.
fn is_harmless_address(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| *c > ' ' && !c.is_control()).collect();
    let scheme = plain.split(['/', '?', '#']).next().and_then(|begin| begin.split_once(':'));
    scheme.is_none_or(|(scheme, _)| {
        ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(html: &str) -> (String, Vec<String>) {
        let (mut raw, mut out) = (RawHtml::default(), String::new());
        raw.begin_block();
        let left_out = raw.write(html, &mut out);
        raw.end_block(&mut out);
        (out, left_out)
    }

    #[test]
    fn harmless_html_stays_and_is_closed() {
        for (html, wanted) in [
            ("<b>x</b>", "<b>x</b>"),
            ("<B CLASS=y>x", "<b class=\"y\">x</b>"),
            ("<a href='/x?a&b'>y", "<a href=\"/x?a&amp;b\">y</a>"),
            ("x</div></main></body>", "x"),
            ("<div><b>x</div>y", "<div><b>x</b></div>y"),
            ("<br/><hr>", "<br><hr>"),
            ("<!-- note -->", ""),
            ("a < b &amp; c", "a &lt; b &amp; c"),
            ("<td colspan=2 aria-label=\"<x>\">", "<td colspan=\"2\" aria-label=\"&lt;x&gt;\"></td>"),
        ] {
            assert_eq!(written(html), (wanted.to_string(), Vec::new()), "{html}");
        }
    }

    #[test]
    fn everything_else_is_left_out_and_named() {
        for (html, wanted, left_out) in [
            ("<script>alert(1)</script>x", "x", "<script>"),
            ("<SCRIPT src=//x></SCRIPT >x", "x", "<script>"),
            ("<style>@import '//x'</style>", "", "<style>"),
            ("<img src=x onerror=alert(1)>", "", "<img>"),
            ("<b onclick=alert(1)>x</b>", "<b>x</b>", "onclick"),
            ("<b style='background:url(//x)'>x</b>", "<b>x</b>", "style"),
            ("<a href='javascript:alert(1)'>x</a>", "<a>x</a>", "href"),
            ("<a href='java&#10;script:alert(1)'>x</a>", "<a>x</a>", "href"),
            ("<a href='&#1;JavaScript:alert(1)'>x</a>", "<a>x</a>", "href"),
            ("<a href='data:text/html,x'>x</a>", "<a>x</a>", "href"),
            ("<a href='vbscript:x'>x</a>", "<a>x</a>", "href"),
            ("<svg><script>x</script></svg>", "", "<svg>"),
            ("<iframe src=//x></iframe>", "", "<iframe>"),
            ("<object data=//x></object>", "", "<object>"),
            ("<form action=//x><input></form>", "", "<form>"),
            ("<base href=//x>", "", "<base>"),
            ("<meta http-equiv=refresh content='0;//x'>", "", "<meta>"),
            ("<link rel=stylesheet href=//x>", "", "<link>"),
            ("<noscript><p title='</noscript><img src=x onerror=y>'>", "'&gt;", "<noscript>"),
            ("<x-y>z</x-y>", "z", "<x-y>"),
            ("<b a\"b=1>x</b>", "<b>x</b>", "a\"b"),
        ] {
            let (out, found) = written(html);
            assert_eq!(out, wanted, "{html}");
            assert_eq!(found.first().map(String::as_str), Some(left_out), "{html}");
        }
    }
}
