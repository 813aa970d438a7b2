//! HTML → what it says, for search: one block a paragraph, heading or entry of a list. Faster than `crate::plain`, which prints
//! a text for people: no addresses of links, no marks of lists.
//!
//! In: HTML that we have made ourselves. Out: blocks in the order of reading, composed (NFC), without soft hyphens. What
//! is not shown (`hidden`, scripts, drawings) is left out.

use std::borrow::Cow;

use html5gum::Tokenizer;
use icu_normalizer::ComposingNormalizerBorrowed;

use super::tags::{Tag, Token, Tokens};
use crate::model::text::{Block, BlockKind};

/// The blocks of a piece of HTML.
pub fn blocks(html: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for token in Tokens::new(html) {
        match token {
            Token::Start(tag) => reader.start(tag),
            Token::End(name) => reader.end(&name),
            Token::Text(text) => reader.text(text),
        }
    }
    reader.flush();
    reader.blocks
}

/// A text as blocks have it: `None` where it says nothing.
pub fn block(kind: BlockKind, text: &str) -> Option<Block> {
    let mut line = String::new();
    push(text, &mut line);
    let text = composed(line.trim_end());
    (!text.is_empty()).then_some(Block { kind, text, lang: None })
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

/// Adds a text to a line, without soft hyphens, white space collapsed. What needs no change is copied in one piece.
fn push(text: &str, line: &mut String) {
    let bytes = text.as_bytes();
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
            if c != '\u{AD}' && !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        }
        at = next;
    }
    line.push_str(&text[begin..]);
}

fn composed(text: &str) -> String {
    // Below U+0300 nothing combines.
    match text.bytes().all(|byte| byte < 0xCC) {
        true => text.to_string(),
        false => ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned(),
    }
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

#[derive(Default)]
struct Reader<'h> {
    blocks: Vec<Block>,
    /// Open elements that are no part of a line, each with the language it says its content is in.
    open: Vec<(Cow<'h, str>, Option<&'h str>)>,
    /// The element whose content is left out, and how many of its name are open.
    silent: Option<(Cow<'h, str>, usize)>,
    line: String,
    heading: bool,
}

impl<'h> Reader<'h> {
    fn start(&mut self, tag: Tag<'h>) {
        if let Some((silent, depth)) = &mut self.silent {
            *depth += usize::from(*silent == tag.name);
            return;
        }
        if is_void(&tag.name) {
            return push(" ", &mut self.line);
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
            push(&plain(text), &mut self.line);
        }
    }

    fn flush(&mut self) {
        let text = self.line.trim_end();
        if !text.is_empty() {
            let kind = if self.heading { BlockKind::Heading } else { BlockKind::Text };
            let lang = self.open.iter().rev().find_map(|(_, lang)| *lang).map(str::to_string);
            self.blocks.push(Block { kind, text: composed(text), lang });
        }
        self.line.clear();
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

    use super::{BlockKind, blocks, push};

    proptest! {
        #[test]
        fn white_space_is_collapsed(parts in proptest::collection::vec("[ \\n\u{A0}\u{AD}aé\u{2028}ế€\u{3000}„]{0,9}", 0..5)) {
            let mut line = String::new();
            parts.iter().for_each(|part| push(part, &mut line));
            let text = parts.concat().replace('\u{AD}', "");
            let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.ends_with(char::is_whitespace) && !words.is_empty() {
                words.push(' ');
            }
            prop_assert_eq!(line, words);
        }
    }

    #[test]
    fn html_is_read_as_a_reader_reads_it() {
        let html = "<p>Ein&nbsp;Satz mit <em>Nach</em>druck &amp; Um\u{AD}bruch.</p><h2 id=\"a\">Titel</h2>\
            <ul><li>eins<li>zwei</ul><div lang=\"vi\"><p>Vie\u{323}\u{302}t<br>Nam</p></div><script>x < 1</script>\
            <p hidden>nein</p><svg><text>nein</text></svg><p>Ende";
        let read = blocks(html);
        let said: Vec<&str> = read.iter().map(|block| block.text.as_str()).collect();
        let wanted = ["Ein Satz mit Nachdruck & Umbruch.", "Titel", "eins", "zwei", "Việt Nam", "Ende"];
        assert_eq!(said, wanted);
        assert_eq!(read[1].kind, BlockKind::Heading);
        assert_eq!(read[2].kind, BlockKind::Text);
        assert_eq!(read[4].lang.as_deref(), Some("vi"));
        assert_eq!(read[5].lang, None);
    }
}
