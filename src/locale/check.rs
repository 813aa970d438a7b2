//! The messages the program itself needs, in every language.

use super::{Locales, REQUIRED, missing};
use crate::diagnostic::{Code, Diagnostic};

/// The messages of [`REQUIRED`] that languages lack.
pub fn required(locales: &Locales) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (lang, locale) in locales.iter() {
        for (key, _) in REQUIRED.iter().filter(|(key, _)| locale.lacks(key)) {
            found.push(missing(Diagnostic::new(Code::MissingMessage), lang, key));
        }
    }
    found
}
