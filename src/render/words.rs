//! HTML → what it says, for search: one block a paragraph, heading or entry of a list. Faster than `crate::plain`, which prints
//! a text for people: no addresses of links, no marks of lists.
//!
//! In: HTML that we have made ourselves. Out: blocks in the order of reading, composed (NFC), without soft hyphens. What
//! is not shown (`hidden`, scripts, drawings) is left out.

use std::borrow::Cow;

use html5gum::Tokenizer;
use icu_normalizer::ComposingNormalizerBorrowed;

use super::tags::{Tag, Token, Tokens};
use crate::model::text::{BlockKind, Blocks};

/// Writes the blocks of a page.
pub struct Words<'p> {
    /// The page's language: what is in it need not say so.
    own: &'p str,
    blocks: Blocks,
}

impl<'p> Words<'p> {
    /// Of a page in the language `own`.
    pub fn new(own: &'p str) -> Self {
        Self { own, blocks: Blocks::default() }
    }

    /// A text is a block; one that says nothing is none.
    pub fn block(&mut self, kind: BlockKind, text: &str) {
        self.push(text);
        self.end(kind, None);
    }

    /// The blocks of a piece of HTML.
    pub fn html(&mut self, html: &str) {
        // About half of it is tags.
        self.blocks.text_mut().reserve(html.len() / 2);
        let mut reader = Reader { words: self, open: Vec::new(), silent: None, heading: false };
        for token in Tokens::new(html) {
            match token {
                Token::Start(tag) => reader.start(tag),
                Token::End(name) => reader.end(&name),
                Token::Text(text) => reader.text(text),
            }
        }
        reader.flush();
    }

    /// All of them.
    pub fn blocks(self) -> Blocks {
        self.blocks
    }

    fn push(&mut self, text: &str) {
        let begin = self.blocks.begin();
        push(text, begin, self.blocks.text_mut());
    }

    fn end(&mut self, kind: BlockKind, lang: Option<&str>) {
        let begin = self.blocks.begin();
        let text = self.blocks.text_mut();
        text.truncate(text.trim_end().len().max(begin));
        let written = &text[begin..];
        if !is_composed(written.as_bytes())
            && let Cow::Owned(composed) = ComposingNormalizerBorrowed::new_nfc().normalize(written)
        {
            text.replace_range(begin.., &composed);
        }
        if text.len() > begin {
            self.blocks.end(kind, lang.filter(|lang| *lang != self.own));
        }
    }
}

/// Bytes that neither white space nor the soft hyphen begins with. What follows a letter's first byte is among them.
const PLAIN: [bool; 256] = {
    let mut table = [true; 256];
    let mut at = 0;
    while at < 256 {
        table[at] = !matches!(at as u8, 0..=b' ' | 0xC2 | 0xE1..=0xE3);
        at += 1;
    }
    table
};

/// Whether a text has neither other white space than single spaces nor a soft hyphen. Looks at every pair of bytes
/// whatever it finds, which processors do to many at once.
fn is_plain(bytes: &[u8]) -> bool {
    let odd = |byte: u8, next: u8| {
        let space = u8::from(byte == b' ') & u8::from(next == b' ');
        // U+0080 to U+00BF; U+1680; U+2000 to U+207F; U+3000 to U+303F.
        let latin = u8::from(byte == 0xC2);
        let ogham = u8::from(byte == 0xE1) & u8::from(next == 0x9A);
        let general = u8::from(byte == 0xE2) & u8::from(next <= 0x81);
        let wide = u8::from(byte == 0xE3) & u8::from(next == 0x80);
        space | latin | ogham | general | wide | u8::from(byte < b' ')
    };
    let [.., last] = bytes else { return true };
    let (before, after) = (&bytes[..bytes.len() - 1], &bytes[1..]);
    let found = before.iter().zip(after).fold(0, |found, (byte, next)| found | odd(*byte, *next));
    found == 0 && *last >= b' '
}

/// Whether a text has only letters that are composed already, and nothing that combines: those below U+0300, U+1E00 to
/// U+1EFF (Vietnamese) and U+2000 to U+203F (dashes and quotes), which most have. Looks at every pair of bytes, as above.
fn is_composed(bytes: &[u8]) -> bool {
    let odd = |byte: u8, next: u8| {
        let vietnamese = u8::from(byte == 0xE1) & u8::from(!(0xB8..=0xBB).contains(&next));
        let general = u8::from(byte == 0xE2) & u8::from(next != 0x80);
        vietnamese | general | u8::from((0xCC..=0xE0).contains(&byte)) | u8::from(byte >= 0xE3)
    };
    let found = bytes.iter().zip(bytes.iter().skip(1)).fold(0, |found, (byte, next)| found | odd(*byte, *next));
    found == 0
}

/// Adds a text to the line that begins at `start`, without soft hyphens, white space collapsed. What needs no change is
/// copied in one piece.
fn push(text: &str, start: usize, line: &mut String) {
    let bytes = text.as_bytes();
    let continues = line.len() > start && !line.ends_with(' ');
    if is_plain(bytes) && (continues || bytes.first() != Some(&b' ')) {
        return line.push_str(text);
    }
    let (mut begin, mut at) = (0, 0);
    while at < bytes.len() {
        let single = || bytes[at] == b' ' && at > begin && bytes[at - 1] != b' ';
        if PLAIN[usize::from(bytes[at])] || single() {
            at += 1;
            continue;
        }
        let c = text[at..].chars().next().unwrap_or_default();
        let next = at + c.len_utf8();
        if c == '\u{AD}' || c.is_whitespace() {
            line.push_str(&text[begin..at]);
            begin = next;
            if c != '\u{AD}' && line.len() > start && !line.ends_with(' ') {
                line.push(' ');
            }
        }
        at = next;
    }
    line.push_str(&text[begin..]);
}

/// A text without character references.
fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for Ok(token) in Tokenizer::new(text) {
        if let html5gum::Token::String(part) = token {
            plain.push_str(&String::from_utf8_lossy(&part));
        }
    }
    Cow::Owned(plain)
}

struct Reader<'w, 'p, 'h> {
    words: &'w mut Words<'p>,
    /// Open elements that are no part of a line, each with the language it says its content is in.
    open: Vec<(Cow<'h, str>, Option<&'h str>)>,
    /// The element whose content is left out, and how many of its name are open.
    silent: Option<(Cow<'h, str>, usize)>,
    heading: bool,
}

impl<'h> Reader<'_, '_, 'h> {
    fn start(&mut self, tag: Tag<'h>) {
        if let Some((silent, depth)) = &mut self.silent {
            *depth += usize::from(*silent == tag.name);
            return;
        }
        if is_void(&tag.name) {
            return self.words.push(" ");
        }
        if is_silent(&tag.name) || tag.hidden {
            self.silent = (!tag.self_closing).then_some((tag.name, 1));
            return;
        }
        if is_inline(&tag.name) {
            return;
        }
        self.flush();
        self.heading |= is_heading(&tag.name);
        self.open.push((tag.name, tag.lang));
    }

    fn end(&mut self, name: &str) {
        if let Some((silent, depth)) = &mut self.silent {
            *depth -= usize::from(silent == name);
            if *depth == 0 {
                self.silent = None;
            }
            return;
        }
        if is_inline(name) || is_void(name) {
            return;
        }
        self.flush();
        self.heading &= !is_heading(name);
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
            self.open.truncate(at);
        }
    }

    fn text(&mut self, text: &str) {
        if self.silent.is_none() {
            self.words.push(&plain(text));
        }
    }

    fn flush(&mut self) {
        let kind = if self.heading { BlockKind::Heading } else { BlockKind::Text };
        let lang = self.open.iter().rev().find_map(|(_, lang)| *lang);
        self.words.end(kind, lang);
    }
}

/// Whether an element is within a line.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "var"
    )
}

/// Whether an element has no content.
fn is_void(name: &str) -> bool {
    matches!(name, "area" | "br" | "col" | "embed" | "hr" | "img" | "input" | "source" | "track" | "wbr")
}

/// Whether the content of an element is not text.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "svg" | "math" | "template" | "noscript" | "iframe" | "object" | "video" | "audio"
    )
}

fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use icu_normalizer::ComposingNormalizerBorrowed;

    use super::{BlockKind, Words, is_composed, push};

    proptest! {
        #[test]
        fn white_space_is_collapsed(parts in proptest::collection::vec("[ \\n\u{A0}\u{AD}aé\u{2028}ế€\u{3000}„]{0,9}", 0..5)) {
            let mut line = String::new();
            parts.iter().for_each(|part| push(part, 0, &mut line));
            let text = parts.concat().replace('\u{AD}', "");
            let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.ends_with(char::is_whitespace) && !words.is_empty() {
                words.push(' ');
            }
            prop_assert_eq!(line, words);
        }
    }

    #[test]
    fn what_counts_as_composed_is() {
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        for c in ('\0'..=char::MAX).filter(|c| !c.is_whitespace()) {
            let text = format!("e{c}e");
            assert!(!is_composed(text.as_bytes()) || normalizer.is_normalized(&text), "{c:?}");
        }
        assert!(is_composed("„Việt Nam“ – Straße".as_bytes()));
        assert!(!is_composed("Vie\u{323}\u{302}t".as_bytes()));
    }

    #[test]
    fn html_is_read_as_a_reader_reads_it() {
        let html = "<p>Ein&nbsp;Satz mit <em>Nach</em>druck &amp; Um\u{AD}bruch.</p><h2 id=\"a\">Titel</h2>\
            <ul><li>eins<li>zwei</ul><div lang=\"vi\"><p>Vie\u{323}\u{302}t<br>Nam</p></div><script>x < 1</script>\
            <p hidden>nein</p><svg><text>nein</text></svg><p>Ende";
        let mut words = Words::new("de");
        words.html(html);
        let blocks = words.blocks();
        let read: Vec<_> = blocks.iter().collect();
        let said: Vec<&str> = read.iter().map(|block| block.text).collect();
        let wanted = ["Ein Satz mit Nachdruck & Umbruch.", "Titel", "eins", "zwei", "Việt Nam", "Ende"];
        assert_eq!(said, wanted);
        assert_eq!(read[1].kind, BlockKind::Heading);
        assert_eq!(read[2].kind, BlockKind::Text);
        assert_eq!(read[4].lang, Some("vi"));
        assert_eq!(read[5].lang, None);
    }
}
