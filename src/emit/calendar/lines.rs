//! Content lines of iCalendar (RFC 5545, section 3.1): escaped, folded at 75 octets, ended by CR LF.
//!
//! Invariant: no line is longer than 75 octets, and no letter is divided between two lines.

/// The longest line in octets, without its end.
const LONGEST: usize = 75;

/// An iCalendar stream while it is written.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line as it is: a name, parameters and a value that needs no escapes.
    pub(super) fn line(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property with a text as its value; `name` may have parameters.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escape(value)));
    }

    /// A component: what `inside` writes, between its two lines.
    pub(super) fn component(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.line(&format!("BEGIN:{name}"));
        inside(self);
        self.line(&format!("END:{name}"));
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// A value of type TEXT (section 3.3.11). Control characters other than line ends and tabs may not stand in one.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(letter),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// A parameter's value in quotes (section 3.2), with what may not stand in it as RFC 6868 writes it.
pub(super) fn quoted(text: &str) -> String {
    let text = text.replace('^', "^^").replace('"', "^'").replace(['\r', '\n'], "^n");
    format!("\"{}\"", text.replace(char::is_control, ""))
}

#[cfg(test)]
mod tests {
    use super::{Lines, escape, quoted};

    fn line(text: &str) -> String {
        let mut lines = Lines::default();
        lines.line(text);
        lines.into_string()
    }

    #[test]
    fn lines_of_any_text_are_short_and_unfold_to_it() {
        proptest::proptest!(|(text in "\\PC{0,300}")| {
            let folded = line(&text);
            proptest::prop_assert!(folded.split("\r\n").all(|line| line.len() <= 75));
            proptest::prop_assert_eq!(folded.replace("\r\n ", ""), text + "\r\n");
        });
    }

    #[test]
    fn a_line_of_75_octets_stays_one() {
        assert_eq!(line(&"a".repeat(75)), "a".repeat(75) + "\r\n");
        assert_eq!(line(&"a".repeat(76)), "a".repeat(75) + "\r\n a\r\n");
    }

    #[test]
    fn texts_and_parameters_are_escaped() {
        assert_eq!(escape("a\\b; c, d\r\ne\nf\u{7}"), "a\\\\b\\; c\\, d\\ne\\nf");
        assert_eq!(quoted("Amt \"A\": B^C"), "\"Amt ^'A^': B^^C\"");
    }
}
