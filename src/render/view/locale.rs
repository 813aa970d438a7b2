//! Language tags as Open Graph wants them (`og:locale`): the language and a region, which most tags do not name.
//!
//! Invariant: a region is given only where the tag has one or custom is clear; a wrong one is worse than none.

/// The locale of a BCP 47 tag: `de_DE` for `de`, `pt_BR` for `pt-BR`.
pub fn locale(tag: &str) -> Option<String> {
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
            assert_eq!(super::locale(tag).as_deref(), Some(locale));
        }
        for tag in ["fr", "es-419", "de-1996", "en-x-us", "sr-Latn"] {
            assert_eq!(super::locale(tag), None, "{tag}");
        }
    }
}
