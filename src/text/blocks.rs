//! HTML → blocks of text.

use std::sync::LazyLock;

use icu_normalizer::ComposingNormalizerBorrowed;
use rustc_hash::FxHashSet;

use super::html::{Tag, Token, tokens};
use crate::model::{Block, Kind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// An index: each block is one line of words.
    Search,
    /// People: lines and no-break spaces stay, links name their addresses.
    Print,
}

type Names = LazyLock<FxHashSet<&'static str>>;

/// Elements that begin and end a block (HTML, 15.3).
static BLOCKS: Names = LazyLock::new(|| {
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure \
     footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search \
     section summary table tbody td tfoot th thead tr ul"
        .split(' ')
        .collect()
});

/// Elements whose content is no text for readers.
static UNREAD: Names = LazyLock::new(|| {
    "audio canvas head iframe math noscript object script select style svg template textarea title video xmp"
        .split(' ')
        .collect()
});

/// Elements without an end.
static VOID: Names =
    LazyLock::new(|| "area base br col embed hr img input link meta source track wbr".split(' ').collect());

/// The blocks of a piece of HTML in the language `lang`.
pub(crate) fn blocks(html: &str, lang: &str, purpose: Purpose) -> Vec<Block> {
    let mut reader = Reader::new(lang, purpose);
    tokens(html, |token| match token {
        Token::Start(tag) => reader.start(tag),
        Token::End(name) => reader.end(name),
        Token::Text(text) => reader.text(text),
    });
    reader.flush();
    reader.blocks
}

/// A text without markup as a block for search, if it says anything.
pub(crate) fn line(kind: Kind, text: &str) -> Option<Block> {
    let mut reader = Reader::new("", Purpose::Search);
    reader.text(text);
    reader.flush();
    reader.blocks.pop().map(|block| Block { kind, ..block })
}

#[derive(Default)]
struct Open {
    name: Box<str>,
    /// What it makes of the text in it.
    kind: Option<Kind>,
    lang: Option<Box<str>>,
    /// The address a link leads to, and where its text began.
    href: Option<(String, usize)>,
    /// The number of a numbered list's next item; of a row's next cell.
    next: Option<u64>,
}

struct Reader<'l> {
    lang: &'l str,
    purpose: Purpose,
    open: Vec<Open>,
    /// The element whose content is passed over, and how often it is open.
    unread: Option<(Box<str>, usize)>,
    text: String,
    /// The column of the row's last block.
    column: Option<u64>,
    blocks: Vec<Block>,
}

impl<'l> Reader<'l> {
    fn new(lang: &'l str, purpose: Purpose) -> Self {
        let (open, text, blocks) = (Vec::new(), String::new(), Vec::new());
        Self { lang, purpose, open, unread: None, text, column: None, blocks }
    }

    fn start(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if let Some((unread, depth)) = &mut self.unread {
            *depth += usize::from(**unread == *name && !tag.self_closing);
            return;
        }
        if UNREAD.contains(name) || tag.get("hidden").is_some() || tag.get("class") == Some("footnote-back") {
            self.unread = (!tag.self_closing && !VOID.contains(name)).then(|| (name.into(), 1));
            return;
        }
        if BLOCKS.contains(name) {
            self.flush();
        }
        if VOID.contains(name) {
            match name {
                "br" => self.text.push('\n'),
                "wbr" => {}
                _ => self.text.push(' '),
            }
            return;
        }
        let kind = self.kind_of(tag);
        let lang = tag.get("lang").filter(|lang| !lang.is_empty()).map(Box::from);
        let href = tag.get("href").filter(|_| name == "a").map(|href| (href.into(), self.text.len()));
        let next = match name {
            "ol" => Some(tag.get("start").and_then(|start| start.parse().ok()).unwrap_or(1)),
            "tr" => Some(0),
            _ => None,
        };
        self.open.push(Open { name: name.into(), kind, lang, href, next });
    }

    fn kind_of(&mut self, tag: &Tag) -> Option<Kind> {
        Some(match tag.name.as_str() {
            "h1" => Kind::Heading(1),
            "h2" => Kind::Heading(2),
            "h3" => Kind::Heading(3),
            "h4" => Kind::Heading(4),
            "h5" => Kind::Heading(5),
            "h6" => Kind::Heading(6),
            "li" => Kind::Item(self.count(is_list)),
            "tr" => {
                self.column = None;
                Kind::Row
            }
            "td" | "th" => Kind::Cell(self.count(|name| name == "tr").unwrap_or(0)),
            "figcaption" | "caption" => Kind::Caption,
            "pre" => Kind::Code,
            "dt" => Kind::Term,
            "dd" => Kind::Detail,
            "blockquote" => Kind::Quote,
            _ => return None,
        })
    }

    /// The next number of the innermost of some elements, where it has numbers.
    fn count(&mut self, of: impl Fn(&str) -> bool) -> Option<u64> {
        let next = self.open.iter_mut().rev().find(|open| of(&open.name))?.next.as_mut()?;
        Some(std::mem::replace(next, next.saturating_add(1)))
    }

    fn end(&mut self, name: &str) {
        if let Some((unread, depth)) = &mut self.unread {
            *depth -= usize::from(**unread == *name);
            if *depth == 0 {
                self.unread = None;
            }
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| *open.name == *name) else { return };
        if BLOCKS.contains(name) {
            self.flush();
        }
        for open in self.open.split_off(at) {
            if let Some((href, from)) = open.href {
                self.end_link(&href, from);
            }
        }
    }

    /// Puts brackets around the number of a footnote, and the address after the text of another link.
    fn end_link(&mut self, href: &str, from: usize) {
        let Some(text) = self.text.get(from..).map(|text| text.trim().to_string()) else { return };
        if self.open.last().is_some_and(|open| &*open.name == "sup") && !text.is_empty() {
            self.text.truncate(from);
            self.text.push_str(&format!(" [{text}]"));
        } else if self.purpose == Purpose::Print && href.starts_with("http") && href.contains("://") && text != href {
            let space = if self.text.trim().is_empty() { "" } else { " " };
            self.text.push_str(&format!("{space}({href})"));
        }
    }

    fn text(&mut self, text: &str) {
        if self.unread.is_some() {
            return;
        }
        let lines = self.purpose == Purpose::Search || self.is_in("pre");
        for part in text.split(['\u{AD}', '\u{FEFF}', '\0']) {
            match lines {
                true => self.text.push_str(part),
                // A line break of the file is a space; those that are meant come from `<br>`.
                false => self.text.push_str(&part.replace(['\n', '\r', '\t', '\u{c}'], " ")),
            }
        }
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|open| *open.name == *name)
    }

    fn flush(&mut self) {
        let written = std::mem::take(&mut self.text);
        // An address of a link that is still open stands with the rest of the link.
        self.open.iter_mut().filter_map(|open| open.href.as_mut()).for_each(|(_, from)| *from = 0);
        let text = match self.purpose {
            Purpose::Search => joined(written.split_whitespace(), written.len()),
            Purpose::Print if self.is_in("pre") => written.trim_matches('\n').to_string(),
            Purpose::Print => tidy(&written),
        };
        if text.trim().is_empty() {
            return;
        }
        let kind = self.kind();
        let lang = self.open.iter().rev().find_map(|open| open.lang.clone()).filter(|lang| **lang != *self.lang);
        let text = ComposingNormalizerBorrowed::new_nfc().normalize(&text).into();
        let depth = self.open.iter().filter(|open| is_list(&open.name)).count();
        self.blocks.push(Block { kind, text, lang, depth });
    }

    /// What the innermost element that tells makes of a block.
    fn kind(&mut self) -> Kind {
        let Some(kind) = self.open.iter_mut().rev().find_map(|open| open.kind.as_mut()) else { return Kind::Paragraph };
        match *kind {
            // What else is in the item is no item of its own.
            Kind::Item(_) => std::mem::replace(kind, Kind::Paragraph),
            Kind::Cell(column) => match self.column.replace(column) {
                Some(before) => Kind::Cell(column.saturating_sub(before)),
                None => Kind::Row,
            },
            kind => kind,
        }
    }
}

fn is_list(name: &str) -> bool {
    matches!(name, "ol" | "ul")
}

fn joined<'t>(words: impl Iterator<Item = &'t str>, size: usize) -> String {
    let mut line = String::with_capacity(size);
    for word in words {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Spaces as one, lines without spaces at their ends.
pub(super) fn tidy(text: &str) -> String {
    let line = |line: &str| joined(line.split(' ').filter(|word| !word.is_empty()), line.len());
    text.split('\n').map(line).collect::<Vec<_>>().join("\n").trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::{Purpose, blocks};
    use crate::model::Kind;

    /// What search knows of a piece of HTML: kinds, texts and languages.
    fn found(html: &str) -> Vec<(Kind, String, Option<String>)> {
        let blocks = blocks(html, "de", Purpose::Search).into_iter();
        blocks.map(|block| (block.kind, block.text.into(), block.lang.map(String::from))).collect()
    }

    #[test]
    fn search_reads_lines_of_words() {
        let html = "<p>Ein&nbsp;Satz mit <em>Nach</em>druck &amp; Um\u{AD}bruch<sup><a href=\"#fn1\">1</a></sup>.</p>\
            <h2 id=\"a\">Titel</h2><ul><li>eins<li><a href=\"https://a.example/\">zwei</a></ul>\
            <div lang=\"vi\"><p>Vie\u{323}\u{302}t<br>Nam</p></div><script>x < 1</script><p hidden>nein</p>\
            <svg><text>nein</text></svg><table><tr><td>a<td lang=de>b</table>\
            <pre>c\n  d</pre><p>Wort<wbr>teil <a class=footnote-back href=\"#r\">↩</a>";
        let wanted = [
            (Kind::Paragraph, "Ein Satz mit Nachdruck & Umbruch [1].", None),
            (Kind::Heading(2), "Titel", None),
            (Kind::Item(None), "eins", None),
            (Kind::Item(None), "zwei", None),
            (Kind::Paragraph, "Việt Nam", Some("vi")),
            (Kind::Row, "a", None),
            (Kind::Cell(1), "b", None),
            (Kind::Code, "c d", None),
            (Kind::Paragraph, "Wortteil", None),
        ];
        let wanted = wanted.map(|(kind, text, lang)| (kind, text.to_string(), lang.map(str::to_string)));
        assert_eq!(found(html), wanted);
    }
}
