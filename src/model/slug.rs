//! Slugs: a title as a segment of an address, by the rules of its language.
//!
//! German: ä→ae, ö→oe, ü→ue, ß→ss. Vietnamese: đ→d and marks dropped. Everything else: canonical decomposition (Unicode
//! NFKD) without the marks; letters of other scripts stay. NFC and NFD input give the same slug.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::lang::primary;

/// The two dots of ä, ö and ü, decomposed.
const DIAERESIS: char = '\u{308}';

/// Makes the slug of `text` in the language `tag`; may be empty when `text` holds no letter or digit.
pub(crate) fn slugify(text: &str, tag: &str) -> String {
    shorten(spelled(text, primary(tag) == "de"))
}

fn spelled(text: &str, german: bool) -> String {
    let mut slug = String::with_capacity(text.len());
    let letters = DecomposingNormalizerBorrowed::new_nfkd().normalize(text).to_lowercase();
    for c in letters.chars() {
        match c {
            DIAERESIS if german && slug.ends_with(['a', 'o', 'u']) => slug.push('e'),
            'ß' => slug.push_str("ss"),
            'đ' => slug.push('d'),
            'æ' => slug.push_str("ae"),
            'œ' => slug.push_str("oe"),
            'ø' => slug.push('o'),
            'ł' => slug.push('l'),
            '\'' | '’' => {}
            c if c.is_alphanumeric() => slug.push(c),
            c if !is_mark(c) && !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
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

    use super::slugify;
    use crate::model::url::SitePath;

    proptest! {
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
