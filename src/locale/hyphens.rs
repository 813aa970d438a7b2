//! Soft hyphens in long words of headlines, so that a German compound breaks where it may on a phone.
//!
//! CSS hyphenates running text by itself. In headlines a word cut in the wrong place is seen by everyone, and not every
//! browser has the patterns for it; these come with the program (Liang's algorithm, the patterns of TeX).

use std::borrow::Cow;

use crate::model::lang::primary;

/// Words of fewer letters fit a line of the narrowest screen.
const LONG: usize = 12;
/// Letters that stay together at a word's beginning and end.
const EDGE: usize = 4;

fn is_long(word: &str) -> bool {
    word.len() >= LONG && word.chars().count() >= LONG
}

/// The text with soft hyphens (U+00AD) in its long words; as it is where the language has no patterns.
pub(crate) fn soft_hyphenate<'t>(text: &'t str, tag: &str) -> Cow<'t, str> {
    if text.len() < LONG {
        return Cow::Borrowed(text);
    }
    let primary = primary(tag);
    let code = <[u8; 2]>::try_from(primary.as_bytes()).ok();
    let Some(patterns) = code.and_then(hypher::Lang::from_iso) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        match is_long(word) {
            true => hyphenate_word(word, patterns, &mut out),
            false => out.push_str(word),
        }
        let next = after.find(char::is_alphabetic).unwrap_or(after.len());
        out.push_str(&after[..next]);
        rest = &after[next..];
    }
    Cow::Owned(out)
}

fn hyphenate_word(word: &str, patterns: hypher::Lang, out: &mut String) {
    for (at, syllable) in hypher::hyphenate_bounded(word, patterns, EDGE, EDGE).enumerate() {
        out.push_str(if at > 0 { "\u{AD}" } else { "" });
        out.push_str(syllable);
    }
}

#[cfg(test)]
mod tests {
    use super::soft_hyphenate;

    #[test]
    fn long_words_may_break_where_the_language_allows() {
        let shown = |text: &str, tag: &str| soft_hyphenate(text, tag).replace('\u{AD}', "-");
        assert_eq!(shown("Die Wirtschaftsdelegation 2024", "de"), "Die Wirt-schafts-de-le-ga-tion 2024");
        assert_eq!(shown("Fachkräfteeinwanderungsgesetz", "de-AT"), "Fach-kräf-te-ein-wan-de-rungs-ge-setz");
        assert_eq!(shown("Kurz und gut", "de"), "Kurz und gut");
        assert_eq!(shown("Đoàn kinh tế", "vi"), "Đoàn kinh tế");
        assert_eq!(shown("xyz", "tlh"), "xyz");
        assert_eq!(shown("Wirtschaftsdelegation", "de"), "Wirt-schafts-de-le-ga-tion");
        assert_ne!(shown("Wirtschaftsdelegation", "en"), shown("Wirtschaftsdelegation", "de"));
    }
}
