//! Messages that templates name: each must exist in every language, before a page is rendered.
//!
//! In: the theme's templates. Out: the mistakes, and what templates ask for, for the checks of locale files. Names put
//! together at rendering time are checked when they are formatted; see `functions.rs`.

use std::sync::Arc;

use super::calls::{self, Call, Key};
use super::theme::Theme;
use crate::diagnostic::{Code, Diagnostic, unwanted_characters};
use crate::locale::{DAY, Locales, Uses};
use crate::model::{Location, SourceText};

/// Every literal key of `t(key="…")` that a language lacks, at the template's line.
pub(crate) fn check(theme: &Theme, locales: &Locales) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for source in templates(theme) {
        found.extend(unwanted_characters(source));
        for call in calls::scan(source.text()).calls {
            let Key::Literal(keys) = call.key else { continue };
            for (start, key) in keys {
                for (lang, locale) in locales.iter().filter(|(_, locale)| locale.lacks(key)) {
                    let at = Location { source: source.clone(), span: start..start + key.len() };
                    let missing = Diagnostic::at(Code::MissingMessage, at).with("message", key).with("lang", lang);
                    let known = locale.known("");
                    found.push(missing.nearest(key, known.iter().map(String::as_str)));
                }
            }
        }
    }
    found
}

pub(crate) fn uses(theme: &Theme) -> Uses {
    let mut uses = Uses::default();
    for source in templates(theme) {
        let scan = calls::scan(source.text());
        uses.literals.extend(scan.literals.into_iter().map(str::to_string));
        for call in scan.calls {
            match &call.key {
                Key::Literal(keys) => {
                    let args = variables(&call);
                    keys.iter().for_each(|(_, key)| uses.call(*key, args.iter().map(String::as_str)));
                }
                Key::Prefix("") => uses.opaque = true,
                Key::Prefix(prefix) => _ = uses.prefixes.insert(prefix.to_string()),
                Key::Opaque => uses.opaque = true,
            }
        }
    }
    uses
}

/// What a call gives to its message. Tera knows no hyphen in names: both ways of writing reach the message.
fn variables(call: &Call<'_>) -> Vec<String> {
    match call.date {
        true => DAY.iter().map(|name| name.to_string()).collect(),
        false => call.args.iter().flat_map(|arg| [arg.to_string(), arg.replace('_', "-")]).collect(),
    }
}

/// Each template once, whatever names it has.
fn templates(theme: &Theme) -> Vec<&Arc<SourceText>> {
    let mut seen: Vec<&Arc<SourceText>> = Vec::new();
    for source in theme.templates.values() {
        if !seen.iter().any(|other| Arc::ptr_eq(other, source)) {
            seen.push(source);
        }
    }
    seen
}
