//! Messages that templates name in so many words: each must exist in every language, before a page is rendered.
//!
//! Names put together at rendering time are checked when they are formatted; see `functions.rs`.

use std::sync::Arc;

use super::Theme;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locales;
use crate::model::source::{Location, SourceText};

/// Every literal key of `t(key="…")` that a language lacks, at the template's line.
pub fn check(theme: &Theme, locales: &Locales) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut seen: Vec<*const SourceText> = Vec::new();
    for source in theme.templates.values() {
        if seen.contains(&Arc::as_ptr(source)) {
            continue;
        }
        seen.push(Arc::as_ptr(source));
        for (start, key) in keys(&source.text) {
            for (lang, locale) in locales.iter().filter(|(_, locale)| !locale.has(key)) {
                let at = Location { source: source.clone(), span: start..start + key.len() };
                let missing = Diagnostic::at(Code::MissingMessage, at).with("message", key).with("lang", lang);
                let known = locale.known("");
                found.push(missing.nearest(key, known.iter().map(String::as_str)));
            }
        }
    }
    found
}

/// The literal keys of calls of `t`, with their offsets; a key that is put together with `~` is none.
fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("t(key=").filter_map(|(at, call)| {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.') {
            return None;
        }
        let start = at + call.len();
        let quote = text[start..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let end = start + 1 + text[start + 1..].find(quote)?;
        let literal = !text[end + 1..].trim_start().starts_with('~');
        literal.then_some((start + 1, &text[start + 1..end]))
    })
}
