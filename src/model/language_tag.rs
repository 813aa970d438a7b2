//! Language tags of texts (BCP 47), which need not be languages of the site.

use fy_bcp47::Bcp47Tag;

/// Whether a tag is made of subtags that are registered (IANA's Language Subtag Registry): `vi`, `hsb`, `de-simple`, not `vn`.
pub(crate) fn is_registered(tag: &str) -> bool {
    Bcp47Tag::parse(tag).is_ok()
}

/// The language that whoever wrote the code of a country most likely meant: `vi` for `vn`.
pub(crate) fn meant(tag: &str) -> Option<&'static str> {
    const COUNTRIES: [(&str, &str); 22] = [
        ("vn", "vi"),
        ("gb", "en"),
        ("us", "en"),
        ("at", "de"),
        ("dk", "da"),
        ("cz", "cs"),
        ("gr", "el"),
        ("jp", "ja"),
        ("cn", "zh"),
        ("kr", "ko"),
        ("tw", "zh-Hant"),
        ("in", "hi"),
        ("ir", "fa"),
        ("mx", "es"),
        ("ee", "et"),
        ("sp", "es"),
        ("ger", "de"),
        ("eng", "en"),
        ("vie", "vi"),
        ("deu", "de"),
        ("fra", "fr"),
        ("rus", "ru"),
    ];
    let primary = tag.split(['-', '_']).next().unwrap_or(tag);
    COUNTRIES.iter().find(|(country, _)| primary.eq_ignore_ascii_case(country)).map(|(_, language)| *language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_those_of_the_registry() {
        for tag in [
            "de",
            "vi",
            "en-GB",
            "pt-BR",
            "hsb",
            "de-simple",
            "zh-Hant",
            "sr-Latn",
            "x-leipzig",
            "de-1996",
            "mul",
            "und",
        ] {
            assert!(is_registered(tag), "{tag}");
        }
        for tag in ["vn", "xx", "de-YY", "de-Abcd", "german", "", "de_DE", "d", "de-foobar"] {
            assert!(!is_registered(tag), "{tag}");
        }
        assert_eq!((meant("vn"), meant("VN-x"), meant("qq")), (Some("vi"), Some("vi"), None));
    }
}
