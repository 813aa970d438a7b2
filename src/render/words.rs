//! HTML → what it says, for search: one block a paragraph, heading or entry of a list. Faster than `crate::plain`, which prints
//! a text for people: no addresses of links, no marks of lists.
//!
//! In: HTML that we have made ourselves. Out: blocks in the order of reading, composed (NFC), without soft hyphens. What
//! is not shown (`hidden`, scripts, drawings) is left out.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use icu_normalizer::ComposingNormalizerBorrowed;

use crate::model::text::{Block, BlockKind};

/// The blocks of a piece of HTML.
pub fn blocks(html: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => reader.tag = Tag { name: name.to_vec(), ..Tag::default() },
            CallbackEvent::AttributeName { name } => reader.attribute(name),
            CallbackEvent::AttributeValue { value } => reader.value(value),
            CallbackEvent::CloseStartTag { self_closing } => reader.start(self_closing),
            CallbackEvent::EndTag { name } => reader.end(name),
            CallbackEvent::String { value } => reader.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
        None
    });
    emitter.naively_switch_states(true);
    // Reading a text cannot fail.
    _ = Tokenizer::new_with_emitter(html, emitter).finish();
    reader.flush();
    reader.blocks
}

/// A text as blocks have it: `None` where it says nothing.
pub fn block(kind: BlockKind, text: &str) -> Option<Block> {
    let mut line = String::new();
    push(text, &mut line);
    let text = composed(line.trim_end());
    (!text.is_empty()).then_some(Block { kind, text, lang: None, anchor: None })
}

/// Adds a text to a line, without soft hyphens, white space collapsed.
fn push(text: &str, line: &mut String) {
    for (at, word) in text.split(char::is_whitespace).enumerate() {
        if at > 0 && !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
        line.extend(word.split('\u{AD}'));
    }
}

fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// A start tag while it is read.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    hidden: bool,
    id: Option<String>,
    lang: Option<String>,
    /// Whether the value that comes next is that of `id` (or of `lang`).
    reads: Option<bool>,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// Open elements that are no part of a line, each with the language it says its content is in.
    open: Vec<(Vec<u8>, Option<String>)>,
    /// The element whose content is left out, and how many of its name are open.
    silent: Option<(Vec<u8>, usize)>,
    line: String,
    heading: bool,
    anchor: Option<String>,
    tag: Tag,
}

impl Reader {
    fn attribute(&mut self, name: &[u8]) {
        self.tag.hidden |= name == b"hidden";
        self.tag.reads = match name {
            b"id" => Some(true),
            b"lang" => Some(false),
            _ => None,
        };
    }

    fn value(&mut self, value: &[u8]) {
        let place = match self.tag.reads {
            Some(true) => &mut self.tag.id,
            Some(false) => &mut self.tag.lang,
            None => return,
        };
        *place = Some(String::from_utf8_lossy(value).into_owned());
    }

    fn start(&mut self, self_closing: bool) {
        let Tag { name, hidden, id, lang, .. } = std::mem::take(&mut self.tag);
        if let Some((silent, depth)) = &mut self.silent {
            *depth += usize::from(*silent == name);
            return;
        }
        let element = name.as_slice();
        if is_void(element) {
            return push(" ", &mut self.line);
        }
        if is_silent(element) || hidden {
            self.silent = (!self_closing).then_some((name, 1));
            return;
        }
        if is_inline(element) {
            return;
        }
        self.flush();
        if is_heading(element) {
            self.heading = true;
            self.anchor = id.or(self.anchor.take());
        }
        self.open.push((name, lang));
    }

    fn end(&mut self, name: &[u8]) {
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
            push(text, &mut self.line);
        }
    }

    fn flush(&mut self) {
        let text = self.line.trim_end();
        if !text.is_empty() {
            let kind = if self.heading { BlockKind::Heading } else { BlockKind::Text };
            let lang = self.open.iter().rev().find_map(|(_, lang)| lang.clone());
            self.blocks.push(Block { kind, text: composed(text), lang, anchor: self.anchor.clone() });
        }
        self.line.clear();
    }
}

/// Whether an element is within a line.
fn is_inline(name: &[u8]) -> bool {
    matches!(
        name,
        b"a" | b"abbr"
            | b"b"
            | b"bdi"
            | b"bdo"
            | b"cite"
            | b"code"
            | b"data"
            | b"del"
            | b"dfn"
            | b"em"
            | b"i"
            | b"ins"
            | b"kbd"
            | b"label"
            | b"mark"
            | b"q"
            | b"s"
            | b"samp"
            | b"small"
            | b"span"
            | b"strong"
            | b"sub"
            | b"sup"
            | b"time"
            | b"u"
            | b"var"
    )
}

/// Whether an element has no content.
fn is_void(name: &[u8]) -> bool {
    matches!(name, b"area" | b"br" | b"col" | b"embed" | b"hr" | b"img" | b"input" | b"source" | b"track" | b"wbr")
}

/// Whether the content of an element is not text.
fn is_silent(name: &[u8]) -> bool {
    matches!(
        name,
        b"script"
            | b"style"
            | b"svg"
            | b"math"
            | b"template"
            | b"noscript"
            | b"iframe"
            | b"object"
            | b"video"
            | b"audio"
    )
}

fn is_heading(name: &[u8]) -> bool {
    matches!(name, [b'h', b'1'..=b'6'])
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, blocks};

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
        assert_eq!(read[0].anchor, None);
        assert_eq!(read[2].anchor.as_deref(), Some("a"));
        assert_eq!(read[4].lang.as_deref(), Some("vi"));
        assert_eq!(read[5].lang, None);
    }
}
