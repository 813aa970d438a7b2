//! HTML → what it says: one block a paragraph, heading or entry of a list.
//!
//! In: HTML that we have made ourselves. Out: blocks in the order of reading, composed (NFC), without soft hyphens. What
//! is not shown (`hidden`, scripts, drawings) is left out.

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};
use icu_normalizer::ComposingNormalizerBorrowed;

use crate::model::text::{Block, BlockKind};

/// Elements within a line.
const INLINE: [&[u8]; 27] = [
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"i", b"ins", b"kbd",
    b"label", b"mark", b"q", b"s", b"samp", b"small", b"span", b"strong", b"sub", b"sup", b"time", b"u", b"var",
];
/// Elements without content.
const VOID: [&[u8]; 10] = [b"area", b"br", b"col", b"embed", b"hr", b"img", b"input", b"source", b"track", b"wbr"];
/// Elements whose content is not text.
const SILENT: [&[u8]; 10] =
    [b"script", b"style", b"svg", b"math", b"template", b"noscript", b"iframe", b"object", b"video", b"audio"];

/// The blocks of a piece of HTML.
pub fn blocks(html: &str) -> Vec<Block> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => reader.start(&tag),
            Ok(Token::EndTag(tag)) => reader.end(&tag.name),
            Ok(Token::String(text)) => reader.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    reader.finish();
    reader.blocks
}

/// A text as blocks have it: `None` where it says nothing.
pub fn block(kind: BlockKind, text: &str) -> Option<Block> {
    let text = tidy(text);
    (!text.is_empty()).then_some(Block { kind, text, lang: None, anchor: None })
}

/// Composed, without soft hyphens, white space collapsed.
fn tidy(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{AD}', "");
    ComposingNormalizerBorrowed::new_nfc().normalize(&words).into_owned()
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
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        if let Some((silent, depth)) = &mut self.silent {
            *depth += usize::from(silent == name);
            return;
        }
        let attribute = |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned());
        if VOID.contains(&name) {
            return self.line.push(' ');
        }
        if SILENT.contains(&name) || tag.attributes.contains_key(b"hidden".as_slice()) {
            self.silent = (!tag.self_closing).then(|| (name.to_vec(), 1));
            return;
        }
        if INLINE.contains(&name) {
            return;
        }
        self.flush();
        if is_heading(name) {
            self.heading = true;
            self.anchor = attribute(b"id").or(self.anchor.take());
        }
        self.open.push((name.to_vec(), attribute(b"lang")));
    }

    fn end(&mut self, name: &[u8]) {
        if let Some((silent, depth)) = &mut self.silent {
            *depth -= usize::from(silent == name);
            if *depth == 0 {
                self.silent = None;
            }
            return;
        }
        if INLINE.contains(&name) || VOID.contains(&name) {
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
            self.line.push_str(text);
        }
    }

    fn flush(&mut self) {
        let kind = if self.heading { BlockKind::Heading } else { BlockKind::Text };
        if let Some(block) = block(kind, &std::mem::take(&mut self.line)) {
            let lang = self.open.iter().rev().find_map(|(_, lang)| lang.clone());
            self.blocks.push(Block { lang, anchor: self.anchor.clone(), ..block });
        }
    }

    fn finish(&mut self) {
        self.flush();
    }
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
