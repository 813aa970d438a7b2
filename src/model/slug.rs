//! Slugs: a title as a segment of an address, by the rules of its language.
//!
//! German: ä→ae, ö→oe, ü→ue, ß→ss. Vietnamese: đ→d and marks dropped. Everything else: canonical decomposition (Unicode
//! NFKD) without the marks; letters of other scripts stay. NFC and NFD input give the same slug.

use std::sync::OnceLock;

use super::lang::primary;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Makes the slug of `text` in the language `tag`; may be empty when `text` holds no letter or digit.
pub fn slugify(text: &str, tag: &str) -> String {
    let german = primary(tag) == "de";
    shorten(of_latin(text, german).unwrap_or_else(|| of_any(text, german)))
}

fn of_any(text: &str, german: bool) -> String {
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

/// What the Latin letters with marks become, as far as they were asked for: those from U+00C0 to U+024F and from U+1E00 to
/// U+1EFF. `None` where that depends on what a letter stands beside.
static SPELLED: [OnceLock<Option<String>>; 0x190 + 0x100] = [const { OnceLock::new() }; 0x190 + 0x100];

/// What one of these letters becomes; `None` for others, too.
fn spelled(letter: char) -> Option<&'static str> {
    let place = match letter {
        '\u{C0}'..='\u{24F}' => letter as usize - 0xC0,
        '\u{1E00}'..='\u{1EFF}' => 0x190 + letter as usize - 0x1E00,
        _ => return None,
    };
    let spell = || {
        let alone = of_any(&letter.to_string(), false);
        (of_any(&format!("a{letter}a"), false) == format!("a{alone}a")).then_some(alone)
    };
    SPELLED[place].get_or_init(spell).as_deref()
}

/// The same for texts of which each letter can be looked up, which are nearly all; `None` for others.
fn of_latin(text: &str, german: bool) -> Option<String> {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            '\'' | '’' => {}
            c if c.is_ascii() || matches!(c, '–' | '„' | '“' | '”' | '…') => {
                if !slug.is_empty() && !slug.ends_with('-') {
                    slug.push('-');
                }
            }
            'ä' | 'Ä' if german => slug.push_str("ae"),
            'ö' | 'Ö' if german => slug.push_str("oe"),
            'ü' | 'Ü' if german => slug.push_str("ue"),
            c => slug.push_str(spelled(c)?),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    Some(slug)
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

    use super::{of_any, of_latin, slugify};
    use crate::model::url::SitePath;

    proptest! {
        #[test]
        fn letters_that_are_looked_up_are_what_the_rules_make_of_them(
            text in "[ -~\t\n–„“”…’\u{C0}-\u{24F}\u{1E00}-\u{1EFF}]{0,40}",
            german: bool,
        ) {
            if let Some(slug) = of_latin(&text, german) {
                prop_assert_eq!(slug, of_any(&text, german), "{}", text);
            }
        }

        #[test]
        fn a_slug_is_a_safe_segment_or_nothing(
            title in "\\PC{0,40}",
            tag in prop::sample::select(vec!["de", "vi", "en", "ja"]),
        ) {
            let slug = slugify(&title, tag);
            prop_assert!(slug.is_empty() || SitePath::page(&[&slug]).is_some());
            prop_assert_eq!(slugify(&slug, tag), slug.clone(), "a slug is its own slug");
            prop_assert!(slug.len() <= 120);
        }
    }

    #[test]
    fn letters_of_german_and_vietnamese_are_looked_up() {
        let german = ('a'..='z').chain('A'..='Z').chain("äöüÄÖÜß".chars());
        let vietnamese = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";
        let text: String = german.chain(vietnamese.chars()).chain(vietnamese.to_uppercase().chars()).collect();
        assert_eq!(of_latin(&text, true), Some(of_any(&text, true)));
        assert_eq!(of_latin("Su\u{031b}", false), None);
        assert_eq!(of_latin("東京", false), None);
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
