//! Messages that addresses are made of: without a letter or digit in one, pages would have no address, or each other's.

use super::Locale;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::slugify;

/// Messages of which no part of an address can be made.
pub(super) fn check(locale: &Locale) -> Vec<Diagnostic> {
    let is_part = |id: &str| matches!(id, "tags" | "pager-slug") || id.starts_with("tag-");
    let mut found = Vec::new();
    for entry in locale.catalog.values().filter(|entry| is_part(&entry.id)) {
        let own = entry.attributes.iter().any(|attribute| attribute.name == "slug");
        let key = if own { format!("{}.slug", entry.id) } else { entry.id.clone() };
        if slugify(&locale.text(&key), locale.lang.tag()).is_empty() {
            let none = Diagnostic::at(Code::NoMessageSlug, entry.at(entry.span.clone()));
            found.push(none.with("message", key).with("lang", locale.lang));
        }
    }
    found
}
