//! Typographic punctuation by language. The source has straight quotes; readers get their language's own.
//!
//! German „…“ ‚…‘ (Duden), English “…” ‘…’, Vietnamese “…” ‘…’; any other language the English ones, since they are the
//! general form. An en dash stands between numbers (`2021-2024` → `2021–2024`) and for a hyphen between spaces; three
//! dots become an ellipsis. In German the hyphen before a shortened word (`-regionen`) stays with it. Code never comes
//! here.

use crate::model::html::entity;
use crate::model::lang::primary;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Quotes {
    outer: (char, char),
    inner: (char, char),
}

fn quotes(primary: &str) -> Quotes {
    match primary {
        "de" => Quotes { outer: ('„', '“'), inner: ('‚', '‘') },
        _ => Quotes { outer: ('“', '”'), inner: ('‘', '’') },
    }
}

/// A whole text with the punctuation of the language of this BCP 47 tag.
pub(super) fn set(text: &str, tag: &str) -> String {
    Typographer::new(tag).set(text)
}

/// Sets the punctuation of running text; it remembers what stood before, across emphasis and links.
pub(super) struct Typographer {
    quotes: Quotes,
    german: bool,
    before: char,
    /// The number that has just ended, or is being written: its length and first digit; 0 long for none.
    number: (usize, char),
    /// Inside `2024-09-22` or a telephone number, where a hyphen stays one.
    hyphenated: bool,
}

impl Typographer {
    /// For the language of this BCP 47 tag.
    pub(super) fn new(tag: &str) -> Self {
        let primary = primary(tag);
        Self { quotes: quotes(primary), german: primary == "de", before: ' ', number: (0, ' '), hyphenated: false }
    }

    /// A new block begins: nothing stands before.
    pub(super) fn start_block(&mut self) {
        self.before = ' ';
    }

    /// Something that is no text (code, a picture) stands here; a quote after it closes.
    pub(super) fn skip(&mut self) {
        self.before = 'x';
    }

    /// The text with the punctuation of its language.
    pub(super) fn set(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.write(text, &mut out, |c, out| out.push(c));
        out
    }

    /// Appends the same as HTML.
    pub(super) fn set_html(&mut self, text: &str, out: &mut String) {
        self.write(text, out, |c, out| match entity(c) {
            Some(entity) => out.push_str(entity),
            None => out.push(c),
        });
    }

    fn write(&mut self, text: &str, out: &mut String, push: impl Fn(char, &mut String)) {
        let (begin, earlier) = (out.len(), (self.number, self.hyphenated));
        // Numbers count only in a text where any other mark stands.
        let mut marked = false;
        let mut left = text;
        while !left.is_empty() {
            // What no rule asks for, and HTML leaves as it is, is taken as a whole.
            let plain = plain(left.as_bytes());
            if let Some(last) = left[..plain].chars().next_back() {
                out.push_str(&left[..plain]);
                (self.before, self.number, self.hyphenated) = (last, (0, ' '), false);
                left = &left[plain..];
            }
            let Some(c) = left.chars().next() else { break };
            left = &left[c.len_utf8()..];
            marked |= matches!(c, '"' | '\'' | '-' | '.');
            let set = self.mark(c, left, out.len() == begin);
            if set == '…' {
                left = &left[2..];
            }
            push(set, out);
            self.remember(c, set);
        }
        if !marked {
            (self.number, self.hyphenated) = earlier;
        }
    }

    /// What stands for `c`, before `rest`; `first` in its text.
    fn mark(&self, c: char, rest: &str, first: bool) -> char {
        let next = rest.chars().next();
        match c {
            '"' => self.quote(self.quotes.outer, next),
            '\'' if self.before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric) => '’',
            '\'' => self.quote(self.quotes.inner, next),
            '-' if !self.hyphenated && self.after_number() && is_range(rest) => '–',
            // "Partnerstädte und -regionen": a line must not end with the hyphen.
            '-' if self.german && self.before == ' ' && next.is_some_and(char::is_lowercase) => '\u{2011}',
            '-' if self.before == ' ' && next == Some(' ') && !first => '–',
            '.' if rest.starts_with("..") && self.before != '.' => '…',
            c => c,
        }
    }

    /// Notes that `c` stands before what follows, as `set`.
    fn remember(&mut self, c: char, set: char) {
        self.hyphenated = match c {
            '-' if set == '-' => true,
            c => self.hyphenated && c.is_ascii_digit(),
        };
        self.number = match (c, self.number) {
            ('0'..='9', (0, _)) => (1, c),
            ('0'..='9', _) if self.before == '.' => (1, c),
            ('0'..='9', (len, first)) => (len + 1, first),
            ('.', number) if self.before.is_ascii_digit() => number,
            _ => (0, ' '),
        };
        // A quote inside a quote opens right after an opening mark, and closes right after a closing one.
        self.before = match c {
            '"' | '\'' if set == self.quotes.outer.0 || set == self.quotes.inner.0 => '(',
            '"' | '\'' => 'x',
            c => c,
        };
    }

    /// Whether a number, or an ordinal such as `22.`, has just ended; a telephone's area code (`0341`) is none.
    fn after_number(&self) -> bool {
        let (len, first) = self.number;
        (1..=4).contains(&len) && (first != '0' || len < 3)
    }

    fn quote(&self, (open, close): (char, char), next: Option<char>) -> char {
        let opens_after = self.before.is_whitespace() || matches!(self.before, '(' | '[' | '{' | '–' | '—' | '/');
        let ends = next.is_some_and(char::is_whitespace) && !self.before.is_whitespace();
        if opens_after && !ends { open } else { close }
    }
}

/// How many bytes come before the first that a rule or HTML asks for. Whole blocks are compared without stopping in one, which becomes
/// vector instructions: byte by byte, this alone would be a twelfth of a build.
fn plain(text: &[u8]) -> usize {
    let is_plain = |block: &&[u8]| !block.iter().fold(false, |found, byte| found | is_special(*byte));
    let blocks = text.chunks_exact(16).take_while(is_plain).count();
    let rest = &text[16 * blocks..];
    16 * blocks + rest.iter().position(|byte| is_special(*byte)).unwrap_or(rest.len())
}

/// Whether a byte is one that the rules ask for, or that HTML escapes. All are ASCII, and two ranges hold them with few others.
fn is_special(byte: u8) -> bool {
    (b'"'..=b'\'').contains(&byte) | (b'-'..=b'>').contains(&byte)
}

/// Whether up to four digits and no further hyphen follow: `2021-2024` is a range, `2021-07-21` and `341-12345` are not.
fn is_range(rest: &str) -> bool {
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=4).contains(&(rest.len() - after.len()))
        && !after.starts_with(|c: char| matches!(c, '-' | '/') || c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn each_language_has_its_own_quotes() {
        let text = "\"Das ist 'gut'\", sagt sie.";
        assert_eq!(set(text, "de"), "„Das ist ‚gut‘“, sagt sie.");
        assert_eq!(set(text, "en"), "“Das ist ‘gut’”, sagt sie.");
        assert_eq!(set("Chủ đề \"Chuyển đổi\".", "vi"), "Chủ đề “Chuyển đổi”.");
        assert_eq!(set("the city's ('new') office", "en"), "the city’s (‘new’) office");
    }

    #[test]
    fn ranges_get_an_en_dash_and_dates_do_not() {
        assert_eq!(set("2021-2024, 22.-29. September, 2024-09-22", "de"), "2021–2024, 22.–29. September, 2024-09-22");
        assert_eq!(set("Tel. 0341-123-45, A-3, 3-fach", "de"), "Tel. 0341-123-45, A-3, 3-fach");
        assert_eq!(set("Leipzig - Hanoi ... E-Mail", "de"), "Leipzig – Hanoi … E-Mail");
        assert_eq!(set("Städte und -regionen, ein -Zeichen", "de"), "Städte und \u{2011}regionen, ein -Zeichen");
        assert_eq!(set("the option -o", "en"), "the option -o");
    }
}
