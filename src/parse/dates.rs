//! A line that begins with a date is no list: `6. Dezember 2018` in German stays what it says.
//!
//! CommonMark reads a number with a full stop as the first item of a list. A press office begins lines with dates every
//! day, so the space after the day is taken from Markdown's sight; readers get the no-break space that belongs there.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use crate::locale::CalendarNames;

/// Stands for the space after a day while Markdown is read: one byte, so that all places stay where they are.
const GUARD: char = '\u{1F}';

/// The text with the day's space guarded in every line, and every definition, that begins with a date: `6. Dezember`, `12. und 13. Dezember`.
pub(super) fn guard<'t>(text: Cow<'t, str>, names: &CalendarNames) -> Cow<'t, str> {
    let (mut spaces, mut start) = (Vec::new(), 0);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1).chain([text.len()]) {
        let line = text[start..end].trim_start_matches([' ', '>', '\t', ':']);
        spaces.extend(date(line, names).map(|space| end - line.len() + space));
        start = end;
    }
    if spaces.is_empty() {
        return text;
    }
    let mut guarded = text.into_owned().into_bytes();
    spaces.into_iter().for_each(|at| guarded[at] = GUARD as u8);
    Cow::Owned(String::from_utf8(guarded).unwrap_or_default())
}

/// Where the space after the day stands, if the line begins with a date.
pub(super) fn date(line: &str, names: &CalendarNames) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) || !line[digits..].starts_with(". ") {
        return None;
    }
    let mut words = line[digits + 2..].split_whitespace();
    let month = |word: &str| {
        let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
        (1..=12).any(|number| !word.is_empty() && names.month(number) == word)
    };
    let day = |word: &str| word.strip_suffix('.').is_some_and(|day| day.len() < 3 && day.parse::<u8>().is_ok());
    let first = words.next()?;
    let is_date = month(first) || (words.next().is_some_and(day) && words.next().is_some_and(month));
    is_date.then_some(digits + 1)
}

pub(super) fn is_guarded(text: &str) -> bool {
    memchr::memchr(GUARD as u8, text.as_bytes()).is_some()
}

/// Puts spaces where guards stand: no-break ones in text, plain ones in code. The events are those of whole blocks.
pub(super) fn unguard<R>(events: &mut [(Event<'_>, R)]) {
    let mut in_code = false;
    for (event, _) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) if !in_code => replace(text, "\u{A0}"),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => replace(text, " "),
            _ => {}
        }
    }
}

fn replace(text: &mut CowStr<'_>, by: &str) {
    if text.contains(GUARD) {
        *text = CowStr::from(text.replace(GUARD, by));
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{GUARD, guard};
    use crate::locale::CalendarNames;

    #[test]
    fn dates_are_seen_at_the_beginning_of_any_line() {
        let names = CalendarNames::new(&"de".parse().unwrap());
        let guarded = |text: &str| guard(Cow::Borrowed(text), &names).replace(GUARD, "_");
        let text = "Am 6. Mai\n6. Mai\n> : 12. und 13. Mai ä\n\n6. Januar.\n1. Maibaum\n123. Mai\n6.";
        let expected = "Am 6. Mai\n6._Mai\n> : 12._und 13. Mai ä\n\n6._Januar.\n1. Maibaum\n123. Mai\n6.";
        assert_eq!(guarded(text), expected);
    }
}
