//! Words → Markdown that reads as these words and nothing more (CommonMark 0.31, with tables, notes and definitions).
//!
//! Invariant: only what could mean something is escaped, so that the file stays a text that people edit.

use crate::exchange::unit::Setting;
use crate::locale::CalendarNames;
use crate::parse::begins_with_date;

pub(super) struct MarkdownWriter<'a> {
    pub out: String,
    /// Whether the next letter is written as an entity.
    pub guard_next: bool,
    setting: Setting,
    names: &'a CalendarNames,
    /// Nothing stands in this line yet.
    fresh: bool,
}

impl<'a> MarkdownWriter<'a> {
    pub(super) fn new(setting: Setting, names: &'a CalendarNames) -> Self {
        Self { out: String::new(), guard_next: false, setting, names, fresh: true }
    }

    /// Writes words; `more` tells that markup follows.
    pub(super) fn text(&mut self, text: &str, more: bool) {
        let fresh = self.fresh && self.setting.line;
        let line = if fresh { line_start(text, self.names) } else { None };
        let date = if fresh { date(text, self.names) } else { None };
        for (at, c) in text.char_indices() {
            let rest = &text[at + c.len_utf8()..];
            let guard = std::mem::take(&mut self.guard_next) && c.is_alphanumeric();
            // Beside a delimiter a no-break space would count as space, and a backslash as an escape.
            let edge = (c.is_whitespace() && c != ' ' && (at == 0 || rest.is_empty()))
                || (c == '\\' && rest.is_empty() && more);
            if date == Some(at) {
                self.out.push(' ');
                continue;
            }
            if guard || edge {
                self.out.push_str(&entity(c));
                continue;
            }
            if line == Some(at) || self.means_something(c, rest, more) {
                self.out.push('\\');
            }
            self.out.push(c);
        }
        self.fresh = false;
    }

    fn means_something(&self, c: char, rest: &str, more: bool) -> bool {
        let next = rest.chars().next();
        match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => {
                let before = self.out.chars().next_back();
                !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric))
            }
            '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphanumeric()) && rest.contains(';'),
            '|' => self.setting.cell,
            '{' => self.setting.heading || matches!(next, Some('{' | '%')) || (next.is_none() && more),
            '#' => self.setting.heading && rest.trim_matches(['#', ' ']).is_empty(),
            '!' => next.is_none() && more,
            _ => false,
        }
    }

    /// Writes a delimiter. With `guard` the letter before it becomes an entity.
    pub(super) fn delimiter(&mut self, delimiter: &str, guard: bool) {
        self.guard_next = false;
        if guard && let Some(letter) = self.out.chars().next_back().filter(|c| c.is_alphanumeric()) {
            self.out.pop();
            self.out.push_str(&entity(letter));
        }
        self.out.push_str(delimiter);
        // Emphasis at the beginning of a line leaves its words where a line's beginning means nothing.
        self.fresh = false;
    }

    pub(super) fn raw(&mut self, markdown: &str, is_break: bool) {
        self.guard_next = false;
        self.out.push_str(markdown);
        self.fresh = is_break;
    }
}

/// A character by its number; Markdown sees punctuation there.
fn entity(c: char) -> String {
    format!("&#{};", u32::from(c))
}

/// Where the no-break space after the day is, in a line that begins with a date: Markdown's readers put it there.
fn date(line: &str, names: &CalendarNames) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let spaced = || line.replacen('\u{A0}', " ", 1);
    (line[digits..].starts_with(".\u{A0}") && begins_with_date(&spaced(), names)).then_some(digits + 1)
}

/// Which character at a line's beginning would make a list, a heading, a quotation, a definition or a rule of it.
fn line_start(line: &str, names: &CalendarNames) -> Option<usize> {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let first = line.chars().next()?;
    let only = |c: char| line.chars().all(|other| other == c || other == ' ');
    let special = match first {
        '>' => true,
        '#' => ends(line.trim_start_matches('#')),
        '+' | ':' => ends(&line[1..]),
        '-' => ends(&line[1..]) || only('-') || line.contains('|'),
        '=' => only('='),
        '|' => true,
        _ => false,
    };
    if special {
        return Some(0);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let marked = (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']) && ends(&line[digits + 1..]);
    (marked && !begins_with_date(line, names)).then_some(digits)
}
