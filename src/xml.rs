//! XML as text: one element after another, each text escaped in one pass.
//!
//! Invariant: nothing is written that XML 1.0 cannot hold (section 2.2); such characters are left out.

pub(crate) type Attribute<'a> = (&'a str, &'a str);

/// A document, or a part of one, that is being written.
pub(crate) struct Writer(String);

impl Writer {
    /// Writes after `beginning`, with room for so many bytes.
    pub(crate) fn new(beginning: &str, capacity: usize) -> Self {
        let mut out = String::with_capacity(capacity.max(beginning.len()));
        out.push_str(beginning);
        Self(out)
    }

    pub(crate) fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.0.push('>');
    }

    pub(crate) fn close(&mut self, name: &str) {
        self.raw(&["</", name, ">"]);
    }

    /// An element that holds nothing.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.0.push_str("/>");
    }

    /// An element that holds a text.
    pub(crate) fn text(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.open(name, attributes);
        escape(&mut self.0, text, Place::Text);
        self.close(name);
    }

    /// Text beside elements. Quotes stay, so that people can read it in the file.
    pub(crate) fn words(&mut self, text: &str) {
        escape(&mut self.0, text, Place::Words);
    }

    /// Ends a line. Only for where white space means nothing.
    pub(crate) fn end_line(&mut self) {
        self.0.push('\n');
    }

    /// Two spaces for each level.
    pub(crate) fn indent(&mut self, depth: usize) {
        self.raw(&["  "].repeat(depth));
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }

    fn begin(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.raw(&["<", name]);
        for (name, value) in attributes {
            self.raw(&[" ", name, "=\""]);
            escape(&mut self.0, value, Place::Attribute);
            self.0.push('"');
        }
    }

    fn raw(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.0.push_str(part));
    }
}

/// What characters XML cannot hold, not even as references.
pub(crate) fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Words,
    Text,
    Attribute,
}

fn escape(out: &mut String, text: &str, place: Place) {
    // 0xEF is the first byte of U+FFFE and U+FFFF.
    let special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | ..=0x1F | 0xEF);
    let bytes = text.as_bytes();
    let (mut done, mut at) = (0, 0);
    while let Some(found) = bytes[at..].iter().position(special) {
        at += found;
        let (instead, length) = match bytes[at] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' if place != Place::Words => ("&quot;", 1),
            b'\'' if place != Place::Words => ("&apos;", 1),
            // Else readers would make a space of it (sections 2.11 and 3.3.3).
            b'\r' => ("&#13;", 1),
            b'\n' if place == Place::Attribute => ("&#10;", 1),
            b'\t' if place == Place::Attribute => ("&#9;", 1),
            0xEF if matches!(bytes[at..], [_, 0xBF, 0xBE | 0xBF, ..]) => ("", 3),
            b'"' | b'\'' | b'\n' | b'\t' | 0xEF => {
                at += 1;
                continue;
            }
            _ => ("", 1),
        };
        out.push_str(&text[done..at]);
        out.push_str(instead);
        at += length;
        done = at;
    }
    out.push_str(&text[done..]);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Place, Writer, escape, is_forbidden};

    fn written(text: &str) -> String {
        let mut out = String::new();
        escape(&mut out, text, Place::Text);
        out
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(written("a\u{8}b\tc\u{fffe}\n\u{0}d\u{ffff}\u{fffd}\u{feff}"), "ab\tc\nd\u{fffd}\u{feff}");
    }

    #[test]
    fn elements_stand_one_after_another() {
        let mut xml = Writer::new("<?xml version=\"1.0\"?>\n", 0);
        xml.open("a", &[("b", "\"1\" &\n2"), ("c", "")]);
        xml.empty("d", &[]);
        xml.text("e", &[("f", "ü")], "1 < '2'");
        xml.words("'&'");
        xml.close("a");
        let expected = "<a b=\"&quot;1&quot; &amp;&#10;2\" c=\"\"><d/><e f=\"ü\">1 &lt; &apos;2&apos;</e>'&amp;'</a>";
        assert_eq!(xml.finish(), format!("<?xml version=\"1.0\"?>\n{expected}"));
    }

    proptest! {
        #[test]
        fn texts_are_escaped_as_others_escape_them(text in "[\\PC\u{0}-\u{20}<>&\"'\u{fff0}-\u{ffff}ữ]{0,60}") {
            let sound: String = text.chars().filter(|c| !is_forbidden(*c)).collect();
            prop_assert_eq!(written(&text), quick_xml::escape::escape(sound).into_owned());
        }
    }
}
