//! HTML in a message's text.

use std::ops::Range;

/// Elements of HTML that a text may hold; `<name>` in a text about something else is none.
const ELEMENTS: &str = "a abbr b bdi bdo blockquote br button cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img \
    ins kbd label li mark ol p pre q ruby s samp small span strong sub sup svg table time u ul var wbr";

pub(super) fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut done = 0;
    for range in tag_ranges(text) {
        plain.push_str(&text[done..range.start]);
        plain.push(' ');
        done = range.end;
    }
    plain.push_str(&text[done..]);
    plain
}

/// `<name …>` and `</name>`; a mere sign "less than" is none.
pub(super) fn tag_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text[from..].find('<')?;
            from = start + 1;
            let name = text[from..].trim_start_matches('/');
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(name.len());
            if ELEMENTS.split(' ').any(|element| element.eq_ignore_ascii_case(&name[..end])) {
                let end = from + tag_end(&text[from..])?;
                from = end;
                return Some(start..end);
            }
        }
    })
}

/// Where a tag ends, signs in the values of its attributes passed over.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') if text[..at].ends_with('=') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// `<a class href>` for `<a href="…" class="…">`: what must not differ, without what may.
pub(super) fn signature(tag: &str) -> String {
    let inner = tag.trim_matches(['<', '>']).trim_end_matches('/');
    let name = inner.split_whitespace().next().unwrap_or_default();
    let mut names: Vec<&str> = Vec::new();
    let mut rest = &inner[name.len()..];
    while let Some(equals) = rest.find('=') {
        names.extend(rest[..equals].split_whitespace());
        let value = rest[equals + 1..].trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        rest = match quote {
            Some(quote) => value[1..].split_once(quote).map_or("", |(_, rest)| rest),
            None => value.split_once(char::is_whitespace).map_or("", |(_, rest)| rest),
        };
    }
    names.extend(rest.split_whitespace());
    names.sort_unstable();
    let names: Vec<&str> = std::iter::once(name).chain(names).collect();
    format!("<{}>", names.join(" "))
}
