//! A language as templates see it, with its tag as Open Graph wants it (`og:locale`): the language and a region, which
//! most tags do not name.
//!
//! Invariant: a region is given only where the tag has one or custom is clear; a wrong one is worse than none.

use serde::Serialize;

use crate::locale::Locales;
use crate::model::Lang;

/// `lang` of templates.
#[derive(Debug, Serialize)]
pub(crate) struct LangView {
    pub tag: String,
    pub name: String,
    /// `ltr` or `rtl`.
    dir: &'static str,
    /// The language with its region for Open Graph, such as `de_DE`; null where the region is not known.
    pub locale: Option<String>,
}

impl LangView {
    /// A language of the site.
    pub(crate) fn of(lang: Lang, locales: &Locales) -> Self {
        let dir = match lang.primary() {
            "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "dv" | "ckb" => "rtl",
            _ => "ltr",
        };
        let name = locales[lang].text("language-name");
        Self { tag: lang.to_string(), name, dir, locale: open_graph_locale(lang.tag()) }
    }
}

/// The locale of a BCP 47 tag: `de_DE` for `de`, `pt_BR` for `pt-BR`.
fn open_graph_locale(tag: &str) -> Option<String> {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default().to_lowercase();
    // After a single letter come extensions, which name no region (RFC 5646, section 2.2.6).
    let mut rest = parts.take_while(|part| part.len() > 1);
    let region = match rest.find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        Some(region) => region.to_uppercase(),
        None if tag.contains('-') => return None,
        None => usual(&language)?.to_string(),
    };
    Some(format!("{language}_{region}"))
}

/// The region of a language without one, for the languages this program speaks.
fn usual(language: &str) -> Option<&'static str> {
    match language {
        "de" => Some("DE"),
        "vi" => Some("VN"),
        "en" => Some("GB"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_region_is_never_guessed() {
        let known = [("de", "de_DE"), ("vi", "vi_VN"), ("en", "en_GB"), ("pt-BR", "pt_BR"), ("zh-Hant-tw", "zh_TW")];
        for (tag, locale) in known {
            assert_eq!(super::open_graph_locale(tag).as_deref(), Some(locale));
        }
        for tag in ["fr", "es-419", "de-1996", "en-x-us", "sr-Latn"] {
            assert_eq!(super::open_graph_locale(tag), None, "{tag}");
        }
    }
}
