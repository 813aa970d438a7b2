//! Licences by name → their addresses: those of Creative Commons, which is what `license` of `site.yaml` mostly names.
//!
//! Invariant: a name that is not certain has no address.

use crate::model::is_web_address;

/// The address of a licence: `https://creativecommons.org/licenses/by/4.0/` for `CC BY 4.0`; an address is its own.
pub(super) fn address(name: &str) -> Option<String> {
    if is_web_address(name) {
        return Some(name.to_string());
    }
    let name = name.to_uppercase();
    let mut words = name.split([' ', '-']);
    let (kind, mut parts) = (words.next()?, words.collect::<Vec<_>>());
    let version = parts.pop()?;
    match (kind, parts.join("-").as_str(), version) {
        ("CC0", "", "1.0") => Some("https://creativecommons.org/publicdomain/zero/1.0/".into()),
        (
            "CC",
            terms @ ("BY" | "BY-SA" | "BY-ND" | "BY-NC" | "BY-NC-SA" | "BY-NC-ND"),
            "2.0" | "2.5" | "3.0" | "4.0",
        ) => Some(format!("https://creativecommons.org/licenses/{}/{version}/", terms.to_lowercase())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn known_names_have_an_address() {
        let by = |terms: &str| Some(format!("https://creativecommons.org/licenses/{terms}/4.0/"));
        assert_eq!(address("CC BY 4.0"), by("by"));
        assert_eq!(address("CC-BY-SA-4.0"), by("by-sa"));
        assert_eq!(address("CC0 1.0").as_deref(), Some("https://creativecommons.org/publicdomain/zero/1.0/"));
        assert_eq!(address("https://example.org/l").as_deref(), Some("https://example.org/l"));
        assert_eq!((address("CC BY"), address("All rights reserved")), (None, None));
    }
}
