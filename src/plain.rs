//! HTML → plain text, for readers without a browser: press kits, search.
//!
//! In: the filled HTML of a page's body. Out: blocks of text in order, each with its language and the heading it stands
//! under. Invariant: no markup in any text, and nothing that a reader of the page cannot read.

use html5gum::{StartTag, Token, Tokenizer};
use icu_normalizer::ComposingNormalizerBorrowed;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The beginning of an item of a list, with its number where the list has numbers.
    Item(Option<u64>),
    /// A row of a table.
    Row,
    /// A paragraph of a quotation.
    Quote,
    /// What stands under a picture or a quotation.
    Caption,
    /// Text with lines of its own.
    Code,
    /// What a definition list defines.
    Term,
    /// Its definition.
    Detail,
}

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its text: one line, unless lines are broken in it on purpose.
    pub text: String,
    /// Its language, a BCP 47 tag.
    pub lang: String,
    /// The id of the heading it stands under, or is.
    pub anchor: Option<String>,
    /// How many lists it stands in.
    pub depth: usize,
}

/// Elements that begin and end a block.
const BLOCKS: &str = " address article aside blockquote body caption dd details div dl dt figcaption figure footer form h1 h2 \
     h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul ";

/// Elements whose content is no text for readers.
const UNREAD: &str =
    " head math noscript object script select style svg template textarea title video audio iframe canvas ";

/// Elements without an end.
const VOID: &str = " area base br col embed hr img input link meta source track wbr ";

fn is_in(list: &str, name: &str) -> bool {
    !name.contains(' ') && list.contains(&format!(" {name} "))
}

/// The blocks of a text in `lang`.
pub fn blocks(html: &str, lang: &str) -> Vec<Block> {
    let mut reading = Reading { lang: lang.to_string(), ..Reading::default() };
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => reading.start(&tag),
            Token::EndTag(tag) => reading.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => reading.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    reading.flush();
    reading.blocks
}

/// An element that is open.
#[derive(Default)]
struct Open {
    name: String,
    lang: Option<String>,
    /// The address a link leads to, and where its text began.
    href: Option<(String, usize)>,
    /// The number of a list's next item, where it has numbers.
    next: Option<u64>,
    /// The item that the next block begins.
    item: Option<Option<u64>>,
}

#[derive(Default)]
struct Reading {
    lang: String,
    open: Vec<Open>,
    /// The element whose content is passed over, and how often it is open.
    unread: Option<(String, usize)>,
    text: String,
    anchor: Option<String>,
    blocks: Vec<Block>,
}

impl Reading {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attribute = |key: &str| {
            let value = tag.attributes.get(key.as_bytes());
            value.map(|value| String::from_utf8_lossy(value).into_owned())
        };
        if let Some((unread, depth)) = &mut self.unread {
            *depth += usize::from(*unread == name && !tag.self_closing);
            return;
        }
        let back = attribute("class").is_some_and(|class| class == "footnote-back");
        if is_in(UNREAD, &name) || back {
            self.unread = (!tag.self_closing).then_some((name, 1));
            return;
        }
        match name.as_str() {
            "br" => return self.text.push('\n'),
            "td" | "th" if !self.text.trim().is_empty() => self.text.push_str(" | "),
            name if is_in(BLOCKS, name) => self.flush(),
            _ => {}
        }
        if is_in(VOID, &name) {
            return;
        }
        let mut open = Open { lang: attribute("lang").filter(|lang| !lang.is_empty()), ..Open::default() };
        match name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.anchor = attribute("id").or(self.anchor.take()),
            "a" => open.href = attribute("href").map(|href| (href, self.text.len())),
            "ol" => open.next = Some(attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1)),
            "li" => {
                let next = self.open.iter_mut().rev().find(|open| matches!(open.name.as_str(), "ol" | "ul"));
                let number = next.and_then(|list| list.next.as_mut());
                open.item = Some(number.map(|next| std::mem::replace(next, next.saturating_add(1))));
            }
            _ => {}
        }
        self.open.push(Open { name, ..open });
    }

    fn end(&mut self, name: &str) {
        if let Some((unread, depth)) = &mut self.unread {
            *depth -= usize::from(unread == name);
            if *depth == 0 {
                self.unread = None;
            }
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else { return };
        if is_in(BLOCKS, name) {
            self.flush();
        }
        for open in self.open.split_off(at) {
            if let Some((href, from)) = open.href {
                self.lead(&href, from);
            }
        }
    }

    /// After a link's text its address, or brackets around the number of a footnote.
    fn lead(&mut self, href: &str, from: usize) {
        let Some(text) = self.text.get(from..).map(|text| text.trim().to_string()) else { return };
        if self.open.last().is_some_and(|open| open.name == "sup") && !text.is_empty() {
            self.text.truncate(from);
            self.text.push_str(&format!(" [{text}]"));
        } else if (href.starts_with("http://") || href.starts_with("https://")) && text != href {
            let space = if self.text.trim().is_empty() { "" } else { " " };
            self.text.push_str(&format!("{space}({href})"));
        }
    }

    fn text(&mut self, text: &str) {
        if self.unread.is_some() {
            return;
        }
        let mut text = text.replace(['\u{AD}', '\u{FEFF}', '\0'], "");
        if !self.is_in("pre") {
            text = text.replace(['\n', '\r', '\t', '\u{c}'], " ");
        }
        self.text.push_str(&text);
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.name == name)
    }

    /// Ends a block.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        // An address of a link that is still open stands with the rest of the link.
        self.open.iter_mut().filter_map(|open| open.href.as_mut()).for_each(|(_, from)| *from = 0);
        let text = if self.is_in("pre") { text.trim_matches('\n').to_string() } else { tidy(&text) };
        if text.trim().is_empty() {
            return;
        }
        let lang = self.open.iter().rev().find_map(|open| open.lang.clone());
        let kind = self.kind();
        self.blocks.push(Block {
            kind,
            text: ComposingNormalizerBorrowed::new_nfc().normalize(&text).into_owned(),
            lang: lang.unwrap_or_else(|| self.lang.clone()),
            anchor: self.anchor.clone(),
            depth: self.open.iter().filter(|open| matches!(open.name.as_str(), "ol" | "ul")).count(),
        });
    }

    /// What the innermost element that tells makes of a block.
    fn kind(&mut self) -> Kind {
        for open in self.open.iter_mut().rev() {
            let level = open.name.strip_prefix('h').and_then(|level| level.parse().ok());
            return match open.name.as_str() {
                _ if level.is_some_and(|level| (1..=6).contains(&level)) => Kind::Heading(level.unwrap_or(1)),
                "li" => open.item.take().map_or(Kind::Paragraph, Kind::Item),
                "tr" => Kind::Row,
                "figcaption" | "caption" => Kind::Caption,
                "pre" => Kind::Code,
                "dt" => Kind::Term,
                "dd" => Kind::Detail,
                "blockquote" => Kind::Quote,
                _ => continue,
            };
        }
        Kind::Paragraph
    }
}

/// Spaces as one, lines without spaces at their ends.
fn tidy(text: &str) -> String {
    let line = |line: &str| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    text.split('\n').map(line).collect::<Vec<_>>().join("\n").trim().to_string()
}

/// Blocks as a text: a line for each, an empty line between them; lines end with `\n`.
pub fn print(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut before: Option<Kind> = None;
    for block in blocks {
        let close = match (before, block.kind) {
            (None, _) => "",
            (Some(Kind::Item(_)), Kind::Item(_)) | (Some(Kind::Row), Kind::Row) => "\n",
            (Some(Kind::Term), Kind::Detail) => " ",
            (Some(Kind::Term | Kind::Detail), Kind::Term | Kind::Detail) => "\n",
            _ => "\n\n",
        };
        out.push_str(close);
        out.push_str(&printed(block, before));
        before = Some(block.kind);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn printed(block: &Block, before: Option<Kind>) -> String {
    let text = &block.text;
    let inside = "  ".repeat(block.depth.saturating_sub(usize::from(matches!(block.kind, Kind::Item(_)))));
    let lines =
        |first: &str, rest: &str| format!("{inside}{first}{}", text.replace('\n', &format!("\n{inside}{rest}")));
    match block.kind {
        Kind::Heading(level) => format!("{text}\n{}", underline(text, level)),
        Kind::Paragraph | Kind::Row => lines("", ""),
        Kind::Item(None) => lines("- ", "  "),
        Kind::Item(Some(number)) => lines(&format!("{number}. "), "   "),
        Kind::Quote => lines("> ", "> "),
        Kind::Caption if before == Some(Kind::Quote) => lines("— ", "  "),
        Kind::Caption => format!("{inside}[{text}]"),
        Kind::Detail if before == Some(Kind::Term) => text.replace('\n', "\n  "),
        Kind::Code | Kind::Detail => lines("  ", "  "),
        Kind::Term => format!("{}:", lines("", "").trim_end_matches(':')),
    }
}

/// As long as the text, as far as that shows.
pub fn underline(text: &str, level: u8) -> String {
    if level < 3 { "=" } else { "-" }.repeat(text.chars().count().min(72))
}

/// A picture that a text shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its address.
    pub src: String,
    /// Text alternative.
    pub alt: String,
    /// What stands under it, if anything does.
    pub caption: Option<String>,
}

/// The pictures of a text, in order, each with the caption of the figure it stands in.
pub fn pictures(html: &str) -> Vec<Picture> {
    let mut pictures: Vec<Picture> = Vec::new();
    let (mut in_figure, mut caption): (Option<usize>, Option<String>) = (None, None);
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => match &tag.name[..] {
                b"img" => {
                    let value =
                        |key: &[u8]| tag.attributes.get(key).map(|value| String::from_utf8_lossy(value).into_owned());
                    let (src, alt) = (value(b"src").unwrap_or_default(), value(b"alt").unwrap_or_default());
                    pictures.push(Picture { src, alt, caption: None });
                }
                b"figure" => in_figure = Some(pictures.len()),
                b"figcaption" => caption = Some(String::new()),
                _ => {}
            },
            Token::String(text) => {
                if let Some(caption) = &mut caption {
                    caption.push_str(&String::from_utf8_lossy(&text).replace('\n', " "));
                }
            }
            Token::EndTag(tag) if &tag.name[..] == b"figcaption" => {
                let text = tidy(&caption.take().unwrap_or_default().replace('\u{AD}', ""));
                for picture in pictures.iter_mut().skip(in_figure.unwrap_or(usize::MAX)) {
                    picture.caption = (!text.is_empty()).then(|| text.clone());
                }
            }
            Token::EndTag(tag) if &tag.name[..] == b"figure" => in_figure = None,
            _ => {}
        }
    }
    pictures
}
