//! Texts as words, and words in the two forms that search compares: *written* (composed, lower case) and *folded*
//! (without marks, with đ as d and ß as ss).
//!
//! The theme's script does the same in the browser; the cases below are tried there, too.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The words of a text: letters and digits that stand together.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !belongs(c)).filter(|word| word.contains(|c| !is_mark(c)))
}

fn belongs(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        // Letters with marks: what most texts have; to look them up takes longer.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => true,
        _ => c.is_alphanumeric() || is_mark(c),
    }
}

/// A word as it is written, whatever the case.
pub(super) fn written(word: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(word).to_lowercase()
}

/// A word without its marks.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for c in DecomposingNormalizerBorrowed::new_nfkd().normalize(word).to_lowercase().chars() {
        match c {
            'đ' => folded.push('d'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            c if is_mark(c) => {}
            c => folded.push(c),
        }
    }
    folded
}

/// Marks that stand above and below letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{belongs, fold, is_mark, words, written};

    #[test]
    fn marks_come_off() {
        let cases = [
            ("Việt", "viet"),
            ("Đường", "duong"),
            ("ĐƯỜNG", "duong"),
            ("kho\u{309}e", "khoe"),
            ("München", "munchen"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("Œuvre", "oeuvre"),
            ("İstanbul", "istanbul"),
            ("ﬁn", "fin"),
            ("Łódź", "lodz"),
            ("東京", "東京"),
            ("Ϲ", "σ"),
            ("2024", "2024"),
        ];
        for (word, folded) in cases {
            assert_eq!(fold(word), folded, "{word}");
        }
        assert_eq!(written("Kho\u{309}e"), "khỏe");
    }

    #[test]
    fn words_are_letters_and_digits() {
        let found = |text| words(text).collect::<Vec<_>>();
        assert_eq!(
            found("Ho-Chi-Minh-Stadt, „10.000“ (St. Georg)"),
            ["Ho", "Chi", "Minh", "Stadt", "10", "000", "St", "Georg"]
        );
        assert_eq!(found("Vie\u{323}\u{302}t Nam"), ["Vie\u{323}\u{302}t", "Nam"]);
        assert_eq!(found(" \u{301} – "), Vec::<&str>::new());
    }

    #[test]
    fn every_letter_belongs_to_words() {
        for c in '\0'..=char::MAX {
            assert_eq!(belongs(c), c.is_alphanumeric() || is_mark(c), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_for_good(text in "\\PC{0,40}") {
            for word in words(&text) {
                let folded = fold(word);
                prop_assert_eq!(fold(&folded), folded.clone());
                prop_assert_eq!(fold(&written(word)), folded);
            }
        }
    }
}
