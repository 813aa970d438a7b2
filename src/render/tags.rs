//! HTML cut into tags and texts, as browsers cut it (HTML, 13.2.5), with as little work as search needs: of attributes
//! only `hidden` and `lang` are kept, nothing is copied. (A script with `<!--<script` in it is cut at its first end tag.)
//! A build reads every page once more with it. html5gum, which reads what this module leaves (character references) and
//! with which the tests compare it, takes several times as long.

use std::borrow::Cow;

/// A part of the HTML.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'h> {
    /// Text with its character references, such as `&amp;`, still in it.
    Text(&'h str),
    /// A start tag.
    Start(Tag<'h>),
    /// An end tag's name, in lower case.
    End(Cow<'h, str>),
}

/// A start tag.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tag<'h> {
    /// Its name, in lower case.
    pub name: Cow<'h, str>,
    /// Whether it has the attribute `hidden`.
    pub hidden: bool,
    /// The attribute `lang`.
    pub lang: Option<&'h str>,
    /// Whether it ends in `/>`.
    pub self_closing: bool,
}

/// The tokens of a piece of HTML. What no browser shows, such as comments and half a tag at the end, is left out.
pub struct Tokens<'h> {
    rest: &'h str,
    /// The element whose content is text up to its end tag, whatever it holds.
    raw: Option<Cow<'h, str>>,
}

impl<'h> Tokens<'h> {
    /// Reads `html` from the beginning.
    pub fn new(html: &'h str) -> Self {
        Self { rest: html, raw: None }
    }

    /// The first `length` bytes of the rest, which are then read.
    fn take(&mut self, length: usize) -> &'h str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Leaves out what stands before `end`, and that too; all if it is not there.
    fn past(&mut self, end: &str) {
        self.rest = self.rest.split_once(end).map_or("", |(_, rest)| rest);
    }

    fn comment(&mut self) {
        let text = &self.rest[4..];
        let short = [">", "->"].into_iter().find(|end| text.starts_with(end)).map(|end| end.len());
        let ends = ["-->", "--!>"].into_iter().filter_map(|end| text.find(end).map(|at| at + end.len()));
        let length = short.or(ends.min()).unwrap_or(text.len());
        self.take(4 + length);
    }

    fn letter_at(&self, at: usize) -> bool {
        self.rest.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic)
    }

    fn text(&mut self) -> Token<'h> {
        let after = usize::from(self.rest.starts_with('<'));
        let length = self.rest[after..].find('<').map_or(self.rest.len(), |at| at + after);
        Token::Text(self.take(length))
    }

    /// The content of an element such as `script`.
    fn raw(&mut self, name: &str) -> Token<'h> {
        let closes = |at: usize| {
            let rest = &self.rest.as_bytes()[at + 2..];
            rest.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
                && rest.get(name.len()).is_some_and(|next| ends_name(*next))
        };
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(|at| closes(*at));
        Token::Text(self.take(end.unwrap_or(self.rest.len())))
    }

    fn name(&mut self) -> Cow<'h, str> {
        let length = self.rest.bytes().position(ends_name).unwrap_or(self.rest.len());
        let name = self.take(length);
        match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(name.to_ascii_lowercase()),
            false => Cow::Borrowed(name),
        }
    }

    /// The rest of a tag; `None` where the HTML ends within it.
    fn tag(&mut self) -> Option<Tag<'h>> {
        let mut tag = Tag { name: self.name(), ..Tag::default() };
        loop {
            let gap = self.rest.bytes().position(|byte| !is_space(byte) && byte != b'/')?;
            tag.self_closing = self.take(gap).ends_with('/');
            if self.rest.starts_with('>') {
                self.take(1);
                return Some(tag);
            }
            // A name may begin with `=`, but not have one further on.
            let length = 1 + self.rest.bytes().skip(1).position(|byte| byte == b'=' || ends_name(byte))?;
            // A letter of several bytes is no end of a name, so the cut is between letters.
            let name = self.take(length);
            let value = self.value()?;
            tag.hidden |= name.eq_ignore_ascii_case("hidden");
            if name.eq_ignore_ascii_case("lang") && tag.lang.is_none() {
                tag.lang = Some(value);
            }
        }
    }

    /// An attribute's value; empty where there is none.
    fn value(&mut self) -> Option<&'h str> {
        let gap = self.rest.bytes().position(|byte| !is_space(byte))?;
        if self.rest.as_bytes()[gap] != b'=' {
            return Some("");
        }
        self.take(gap + 1);
        let gap = self.rest.bytes().position(|byte| !is_space(byte))?;
        self.take(gap);
        let quote = self.rest.chars().next().filter(|first| matches!(first, '"' | '\''));
        let Some(quote) = quote else {
            let length = self.rest.bytes().position(|byte| is_space(byte) || byte == b'>')?;
            return Some(self.take(length));
        };
        self.take(1);
        let length = self.rest.find(quote)?;
        let value = self.take(length);
        self.take(1);
        Some(value)
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        if let Some(name) = self.raw.take() {
            let text = self.raw(&name);
            if text != Token::Text("") {
                return Some(text);
            }
        }
        while !self.rest.is_empty() {
            if !self.rest.starts_with('<') {
                return Some(self.text());
            }
            if self.letter_at(1) {
                self.take(1);
                let tag = self.tag();
                // Half a tag at the end.
                let Some(tag) = tag else { break };
                self.raw = is_raw(&tag.name).then(|| tag.name.clone());
                return Some(Token::Start(tag));
            }
            if self.rest.starts_with("</") && self.letter_at(2) {
                self.take(2);
                return Some(Token::End(self.tag()?.name));
            }
            match self.rest.as_bytes().get(1) {
                Some(b'!') if self.rest.starts_with("<!--") => self.comment(),
                Some(b'!' | b'?') => self.past(">"),
                Some(b'/') if self.rest.len() > 2 => self.past(">"),
                _ => return Some(self.text()),
            }
        }
        None
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0C' | b'\r')
}

fn ends_name(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b'/' | b'>')
}

/// Elements that hold no elements (HTML, 13.2.6.2).
fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea" | "title" | "xmp" | "iframe" | "noembed" | "noframes")
}

#[cfg(test)]
mod tests {
    use html5gum::Tokenizer;
    use proptest::prelude::*;

    use super::{Tag, Token, Tokens};

    /// What two readers must see alike: names, attributes that count, text.
    fn ours(html: &str) -> Vec<String> {
        let mut seen = Seen::default();
        for token in Tokens::new(html) {
            match token {
                Token::Text(text) => seen.text(text),
                Token::Start(Tag { name, hidden, lang, self_closing }) => seen.tag(&name, hidden, lang, self_closing),
                Token::End(name) => seen.all.push(format!("/{name}")),
            }
        }
        seen.all
    }

    fn theirs(html: &str) -> Vec<String> {
        let mut seen = Seen::default();
        let mut emitter = html5gum::emitters::default::DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
            match token {
                html5gum::Token::String(string) => seen.text(&text(&string)),
                html5gum::Token::StartTag(tag) => {
                    let value = |name: &[u8]| tag.attributes.get(name).map(|value| text(value));
                    let (hidden, lang) = (value(b"hidden").is_some(), value(b"lang"));
                    seen.tag(&text(&tag.name), hidden, lang.as_deref(), tag.self_closing);
                }
                html5gum::Token::EndTag(tag) => seen.all.push(format!("/{}", text(&tag.name))),
                _ => {}
            }
        }
        seen.all
    }

    #[derive(Default)]
    struct Seen {
        all: Vec<String>,
    }

    impl Seen {
        fn tag(&mut self, name: &str, hidden: bool, lang: Option<&str>, self_closing: bool) {
            self.all.push(format!("<{name} {hidden} {lang:?} {self_closing}"));
        }

        /// Texts side by side are one.
        fn text(&mut self, text: &str) {
            match self.all.last_mut().filter(|last| last.starts_with('=')) {
                Some(last) => last.push_str(text),
                None => self.all.push(format!("={text}")),
            }
        }
    }

    #[test]
    fn html_is_cut_as_browsers_cut_it() {
        for html in [
            "<p>Ein <EM Hidden>Wort</eM>, <br/>zwei < drei</p>",
            "<p lang=de title='>' hidden data-x=\"</p>\">a</p >b</>c<!-- <p> -->d<!-->e<!--->f<!--!>--!>g<?x?>h<!x>i",
            "<script>if (a<b && '</p>') {}</scriptx></SCRIPT\n>a<style></style>b",
            "<a lang=a lang=b =x==y/hidden/>c</a/ x='>'>",
            "a</",
            "a<!",
            "a<b",
            "a<b c='",
            "a<script>b",
        ] {
            assert_eq!(ours(html), theirs(html), "{html}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn wild_html_is_cut_as_html5gum_cuts_it(parts in proptest::collection::vec(proptest::sample::select(vec![
            "<", "</", ">", "/>", "/", "<p", "<!--", "-->", "--!>", "-", "!", "<!", "<?", "'", "\"", "=", " ", "\n", "lang",
            "hidden", "LANG", "style", "<style>", "</style>", "<TITLE>", "</title", "svg", "ä", "x", "ế", "B",
        ]), 0..24)) {
            let html = parts.concat();
            prop_assert_eq!(ours(&html), theirs(&html), "{}", html);
        }
    }
}
