//! Revisions: a short fingerprint of what a page says, by which a translation knows the state of its source.
//!
//! It is made of the text that must be translated and of nothing else: white space, line ends, dates, tags and the order
//! of keys do not count. `docs/translators.md` tells how to recompute it without this program.

use std::fmt;

use icu_normalizer::ComposingNormalizerBorrowed;
use sha2::{Digest, Sha256};

/// The first 48 bits of a SHA-256 hash (FIPS 180-4), written as 12 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

impl Revision {
    /// The revision of texts in a fixed order.
    pub fn of_parts<'a>(parts: impl Iterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        parts.for_each(|part| add(part, &mut text));
        let hash = Sha256::digest(text.as_bytes());
        Self(hash[..6].iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    pub fn parse(text: &str) -> Option<Self> {
        let is_hex = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex.then(|| u64::from_str_radix(text, 16).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}", self.0)
    }
}

/// Adds a text in Unicode's form NFC, its white space single spaces, and a line feed after it.
fn add(part: &str, text: &mut String) {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(part);
    text.push_str(&composed.split_whitespace().collect::<Vec<_>>().join(" "));
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::front_matter::FrontMatter;
    use crate::model::translatable_text::TranslatableText;

    fn revision(title: &str, body: &str) -> String {
        let front = FrontMatter { title: title.into(), ..FrontMatter::default() };
        TranslatableText::of(&front).revision(|| body).to_string()
    }

    #[test]
    fn anyone_can_recompute_it() {
        // printf '%s\n' Title '' '' '' '' 'One two.' | sha256sum | cut -c 1-12
        assert_eq!(revision("Title", "One\r\n  two.\n"), "5a7b33511387");
        assert_eq!(Revision::parse("5a7b33511387").unwrap().to_string(), "5a7b33511387");
        for bad in ["", "0123456789a", "0123456789abc", "0123456789ag", "ế123456789"] {
            assert_eq!(Revision::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_words_count() {
        assert_eq!(revision("A", "Ti\u{1EBF}ng"), revision(" A ", "Tie\u{302}\u{301}ng\n"));
        assert_ne!(revision("A", "b"), revision("A", "c"));
        assert_ne!(revision("A", "b"), revision("A b", ""));
    }

    proptest::proptest! {
        #[test]
        fn white_space_never_counts_and_a_word_always_does(
            words in proptest::collection::vec("[\\PC&&[^\\s]]{1,8}", 1..20),
            gaps in proptest::collection::vec("[ \t\r\n]{1,3}", 20),
            at in 0usize..20,
            other in "[a-zà-ỹ]{1,8}",
        ) {
            let spaced: String = words.iter().zip(&gaps).flat_map(|(word, gap)| [gap.as_str(), word]).collect();
            let plain = words.join(" ");
            proptest::prop_assert_eq!(revision("A", &spaced), revision("A", &plain));
            let mut changed = words.clone();
            let at = at % words.len();
            changed[at].push_str(&other);
            proptest::prop_assert_ne!(revision("A", &changed.join(" ")), revision("A", &plain));
            proptest::prop_assert_ne!(revision("A", &words[1..].join(" ")), revision("A", &plain));
        }
    }
}
