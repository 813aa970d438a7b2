//! Slugs: a title as a segment of an address, by the rules of its language.
//!
//! German: ä→ae, ö→oe, ü→ue, ß→ss. Vietnamese: đ→d and marks dropped. Everything else: canonical decomposition (Unicode
//! NFKD) without the marks; letters of other scripts stay. NFC and NFD input give the same slug.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Makes the slug of `text` in the language `tag`; may be empty when `text` holds no letter or digit.
pub fn slugify(text: &str, tag: &str) -> String {
    shorten(if text.is_ascii() { of_ascii(text) } else { of_any(text, tag) })
}

fn of_any(text: &str, tag: &str) -> String {
    let german = tag.split('-').next() == Some("de");
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let mut spelled = String::with_capacity(composed.len());
    for c in composed.chars() {
        match c {
            'ä' | 'Ä' if german => spelled.push_str("ae"),
            'ö' | 'Ö' if german => spelled.push_str("oe"),
            'ü' | 'Ü' if german => spelled.push_str("ue"),
            '\'' | '’' => {}
            c => spelled.push(c),
        }
    }
    let mut slug = String::with_capacity(spelled.len());
    let letters = DecomposingNormalizerBorrowed::new_nfkd().normalize(&spelled).to_lowercase();
    for c in letters.chars() {
        match c {
            'ß' => slug.push_str("ss"),
            'đ' => slug.push('d'),
            'æ' => slug.push_str("ae"),
            'œ' => slug.push_str("oe"),
            'ø' => slug.push('o'),
            'ł' => slug.push('l'),
            c if c.is_alphanumeric() => slug.push(c),
            c if !is_mark(c) && !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The same where no letter needs a rule.
fn of_ascii(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\'' => {}
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// File names end at 255 bytes; a slug ends at a word's end before 120.
fn shorten(mut slug: String) -> String {
    const LONGEST: usize = 120;
    if slug.len() > LONGEST {
        let mut cut = LONGEST;
        while !slug.is_char_boundary(cut) {
            cut -= 1;
        }
        let end = slug[..cut].rfind('-').unwrap_or(cut);
        slug.truncate(end);
    }
    slug
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{of_any, of_ascii, slugify};

    proptest! {
        #[test]
        fn where_no_letter_needs_a_rule_the_rules_give_the_same(text in "[ -~\t\n]{0,40}") {
            prop_assert_eq!(of_ascii(&text), of_any(&text, "de"), "{}", text);
        }
    }

    #[test]
    fn each_language_has_its_own_rules() {
        assert_eq!(slugify("Größe & Übergänge", "de"), "groesse-uebergaenge");
        assert_eq!(slugify("Größe & Übergänge", "en"), "grosse-ubergange");
        assert_eq!(slugify("Đoàn kinh tế Leipzig thăm Việt Nam", "vi"), "doan-kinh-te-leipzig-tham-viet-nam");
        assert_eq!(slugify("Sức khỏe", "vi"), slugify("Su\u{031b}\u{0301}c kho\u{0309}e", "vi"));
        assert_eq!(slugify("The city's office", "en"), "the-citys-office");
        assert_eq!(slugify("東京 2024", "ja"), "東京-2024");
        assert_eq!(slugify("…", "de"), "");
    }
}
