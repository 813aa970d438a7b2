//! XML as text: one element after another, each text escaped in one pass.
//!
//! Invariant: nothing is written that XML 1.0 cannot hold (section 2.2); such characters are left out.

/// An attribute: its name and its value.
pub type Attribute<'a> = (&'a str, &'a str);

/// A document that is being written.
pub struct Xml(String);

impl Xml {
    /// The beginning of one, with room for so many bytes.
    pub fn new(room: usize) -> Self {
        let mut out = String::with_capacity(room);
        out.push_str("<?xml version=\"1.0\"?>\n");
        Self(out)
    }

    /// Begins an element.
    pub fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.0.push('>');
    }

    /// Ends it.
    pub fn close(&mut self, name: &str) {
        self.raw(&["</", name, ">"]);
    }

    /// An element that holds nothing.
    pub fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.0.push_str("/>");
    }

    /// An element that holds a text.
    pub fn text(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.open(name, attributes);
        put(&mut self.0, text);
        self.close(name);
    }

    /// The document.
    pub fn end(mut self) -> String {
        self.0.push('\n');
        self.0
    }

    fn begin(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.raw(&["<", name]);
        for (name, value) in attributes {
            self.raw(&[" ", name, "=\""]);
            put(&mut self.0, value);
            self.0.push('"');
        }
    }

    fn raw(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.0.push_str(part));
    }
}

/// Appends a text, fit for element content and quoted attributes.
fn put(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut done = 0;
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| SPECIAL[usize::from(*byte)]) {
        at += found;
        let (instead, len) = match bytes[at] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\'' => ("&apos;", 1),
            // Else it would be read as the end of a line (section 2.11).
            b'\r' => ("&#13;", 1),
            // U+FFFE and U+FFFF, or any other letter that begins alike.
            0xEF if !matches!(bytes[at..], [_, 0xBF, 0xBE | 0xBF, ..]) => {
                at += 1;
                continue;
            }
            0xEF => ("", 3),
            _ => ("", 1),
        };
        out.push_str(&text[done..at]);
        out.push_str(instead);
        at += len;
        done = at;
    }
    out.push_str(&text[done..]);
}

/// Bytes that may not stand for themselves: what XML gives a meaning, control characters but tabs and line feeds, and the
/// first of U+FFFE and U+FFFF.
static SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        special[byte] = matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | b'\'' | 0xEF | ..=0x08 | 0x0B..=0x1F);
        byte += 1;
    }
    special
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::escape::escape;

    use super::{Xml, put};

    fn written(text: &str) -> String {
        let mut out = String::new();
        put(&mut out, text);
        out
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(written("a\u{8}b\tc\u{fffe}\n\u{0}d\u{ffff}\u{fffd}\u{feff}"), "ab\tc\nd\u{fffd}\u{feff}");
    }

    #[test]
    fn elements_stand_one_after_another() {
        let mut xml = Xml::new(0);
        xml.open("a", &[("b", "\"1\" & 2"), ("c", "")]);
        xml.empty("d", &[]);
        xml.text("e", &[("f", "ü")], "1 < 2");
        xml.close("a");
        let expected = "<a b=\"&quot;1&quot; &amp; 2\" c=\"\"><d/><e f=\"ü\">1 &lt; 2</e></a>";
        assert_eq!(xml.end(), format!("<?xml version=\"1.0\"?>\n{expected}\n"));
    }

    proptest! {
        #[test]
        fn texts_are_escaped_as_others_escape_them(text in "[\\PC\u{0}-\u{20}<>&\"'\u{fff0}-\u{ffff}ữ]{0,60}") {
            let forbidden = ['\u{b}', '\u{c}', '\u{fffe}', '\u{ffff}'];
            let is_sound = |c: &char| !forbidden.contains(c) && !matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1f}');
            prop_assert_eq!(written(&text), escape(text.chars().filter(is_sound).collect::<String>()).into_owned());
        }
    }
}
