//! Texts as words, and words in the two forms that search compares: *written* (composed, lower case) and *folded*
//! (without marks, with đ as d and ß as ss).
//!
//! The theme's script does the same in the browser; the cases below are tried there, too.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The words of a text: letters and digits that stand together.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// What a byte says of the letter it is in (UTF-8, RFC 3629).
const OTHER: u8 = 0;
const LETTER: u8 = 1;
/// Only the whole letter tells.
const UNSURE: u8 = 2;

const BYTES: [u8; 256] = {
    let mut table = [UNSURE; 256];
    let mut at = 0;
    while at < 256 {
        table[at] = match at as u8 {
            byte if byte.is_ascii_alphanumeric() => LETTER,
            0..=0x7F => OTHER,
            // U+0100 to U+023F, and what follows the first byte: an unsure letter is passed over whole.
            0x80..=0xBF | 0xC4..=0xC8 => LETTER,
            _ => UNSURE,
        };
        at += 1;
    }
    table
};

/// See [`words`].
pub struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes();
        loop {
            let mut begin = self.at;
            loop {
                match BYTES[usize::from(*bytes.get(begin)?)] {
                    OTHER => begin += 1,
                    UNSURE => match letter(&self.text[begin..]) {
                        (false, length) => begin += length,
                        (true, _) => break,
                    },
                    _ => break,
                }
            }
            let mut end = begin;
            while let Some(byte) = bytes.get(end) {
                match BYTES[usize::from(*byte)] {
                    OTHER => break,
                    UNSURE => match letter(&self.text[end..]) {
                        (true, length) => end += length,
                        (false, _) => break,
                    },
                    _ => end += 1,
                }
            }
            self.at = end;
            let word = &self.text[begin..end];
            // No mark begins with a byte below that of U+0300.
            if bytes[begin] < 0xCC || word.contains(|c: char| !is_mark(c)) {
                return Some(word);
            }
        }
    }
}

/// Whether the first letter of a text belongs to words, and how many bytes it has. The usual ones need not be put
/// together.
fn letter(text: &str) -> (bool, usize) {
    match *text.as_bytes() {
        // U+00C0 to U+00FF: all but × and ÷.
        [0xC3, second, ..] => (second != 0x97 && second != 0xB7, 2),
        // U+1E00 to U+1EFF: Vietnamese.
        [0xE1, 0xB8..=0xBB, ..] => (true, 3),
        // U+2000 to U+203F: dashes and quotes.
        [0xE2, 0x80, ..] => (false, 3),
        _ => text.chars().next().map_or((false, 1), |c| (belongs(c), c.len_utf8())),
    }
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
pub fn written(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    // Letters that are composed already, and with which no other letter of these combines.
    match word.chars().all(|c| c < '\u{300}' || matches!(c, '\u{1E00}'..='\u{1EFF}')) {
        true => word.to_lowercase(),
        false => ComposingNormalizerBorrowed::new_nfc().normalize(word).to_lowercase(),
    }
}

/// A word without its marks.
pub fn fold(word: &str) -> String {
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

    use super::{belongs, fold, is_mark, letter, words, written};

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
            let belongs_to_words = c.is_alphanumeric() || is_mark(c);
            assert_eq!(belongs(c), belongs_to_words, "{c:?}");
            assert_eq!(letter(c.encode_utf8(&mut [0; 4])), (belongs_to_words, c.len_utf8()), "{c:?}");
            let (before, after) = (format!("a{c}"), format!("{c}a"));
            let first = |text: &str| words(text).next().map(str::len);
            assert_eq!(first(&before), Some(if belongs_to_words { before.len() } else { 1 }), "{c:?}");
            assert_eq!(first(&after), Some(if belongs_to_words { after.len() } else { 1 }), "{c:?}");
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
