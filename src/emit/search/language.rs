//! What search knows of languages: which words belong together, and where compounds come apart.
//!
//! Stems are Snowball's. Compounds are cut without a dictionary, at the breaks of TeX's hyphenation: each later part that
//! is long enough, or a word of the site itself, is a word to search by. Other languages have neither, and lose nothing else.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use super::words::fold;

/// A word's first letters, which its stem shares: the index is cut by them.
pub(super) const START: usize = 3;

pub(super) struct Language {
    stemmer: Option<Stemmer>,
    compounds: Option<hypher::Lang>,
    /// What the browser takes off a word that the site does not have, to find its stem: a regular expression.
    pub endings: &'static str,
    /// Whether ä may be typed as ae.
    pub umlauts: bool,
}

impl Language {
    pub(super) fn of(primary: &str) -> Self {
        let algorithm = algorithm(primary);
        Self {
            stemmer: algorithm.map(Stemmer::create),
            compounds: compounds(primary),
            endings: match primary {
                "de" => "e|n|en|er|ern|em|es|s|st|t|te|ten|end|ung|heit|keit|lich|ig|isch|in|nen|chen|bar",
                "en" => "s|es|ed|d|ing|er|or|ly|ion|at|e|al|ance|ence|ment|ness|able|ible|ity|i|ful|ic|ous|iz|is|iv",
                _ if algorithm.is_some() => "[^]{1,3}",
                _ => "",
            },
            umlauts: primary == "de",
        }
    }

    /// The group of a written word: its folded stem, or itself where the stem begins differently.
    pub(super) fn group(&self, written: &str) -> String {
        let folded = fold(written);
        let Some(stemmer) = &self.stemmer else { return folded };
        let stem = fold(&stemmer.stem(written));
        let same = stem.chars().take(START).eq(folded.chars().take(START));
        if same && stem.chars().count() >= START { stem } else { folded }
    }

    /// The groups of a compound's later parts; `known` are those of the site's words.
    pub(super) fn parts(&self, written: &str, known: impl Fn(&str) -> bool) -> BTreeSet<String> {
        let mut parts = BTreeSet::new();
        let Some(lang) = self.compounds.filter(|_| written.chars().count() >= 7) else { return parts };
        let syllables: Vec<&str> = hypher::hyphenate(written, lang).collect();
        let mut at = 0;
        for (index, syllable) in syllables.iter().enumerate() {
            let (head, part) = written.split_at(at);
            at += syllable.len();
            let (before, length) = (head.chars().count(), part.chars().count());
            if before < 2 || length < 4 {
                continue;
            }
            let group = self.group(part);
            let long = before >= 3 && length >= 5 && group.len() >= 4 && index + 1 < syllables.len();
            if long || known(&group) {
                parts.insert(group);
            }
        }
        parts
    }
}

fn algorithm(primary: &str) -> Option<Algorithm> {
    Some(match primary {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

/// Languages that write compounds as one word.
fn compounds(primary: &str) -> Option<hypher::Lang> {
    let code = <[u8; 2]>::try_from(primary.as_bytes()).ok()?;
    ["da", "de", "fi", "hu", "is", "nb", "nl", "nn", "sv"].contains(&primary).then(|| hypher::Lang::from_iso(code))?
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn words_with_one_stem_are_one_group() {
        let same = |primary: &str, words: &[&str]| {
            let language = Language::of(primary);
            words.iter().map(|word| language.group(word)).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(same("de", &["fachkraft", "fachkräfte", "fachkräften"]).len(), 1);
        assert_eq!(same("de", &["krankenhaus", "krankenhäuser", "krankenhäusern"]).len(), 1);
        assert_eq!(same("en", &["nurse", "nurses", "nursing"]).len(), 1);
        assert_eq!(same("en", &["city", "cities"]).len(), 1);
        assert_eq!(same("vi", &["việt", "viết", "viet"]).len(), 1);
        // A stem that begins differently would be looked for in the wrong file.
        assert_eq!(Language::of("en").group("dying"), "dying");
    }

    #[test]
    fn compounds_come_apart() {
        let known = ["wirtschaft", "wass", "stadt"];
        let parts = |word: &str| {
            let found = Language::of("de").parts(word, |group| known.contains(&group));
            found.into_iter().collect::<Vec<_>>()
        };
        assert!(parts("gesundheitswirtschaft").contains(&"wirtschaft".into()));
        assert!(parts("ausbildungsverträge").contains(&"vertrag".into()));
        assert!(parts("gesichtsmasken").contains(&"mask".into()));
        assert!(parts("abwasser").contains(&"wass".into()));
        assert!(parts("partnerstadt").contains(&"stadt".into()));
        assert_eq!(parts("kreise"), Vec::<String>::new());
        assert_eq!(Language::of("en").parts("waterways", |_| true).len(), 0);
    }
}
