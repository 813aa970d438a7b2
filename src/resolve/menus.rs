//! Menus as `site.yaml` has them → menus whose pages are found. An entry whose page is not there is an error, so that none
//! disappears.

use std::collections::BTreeMap;

use super::links::{Found, LinkTargets};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locales;
use crate::model::{At, Destination, MenuEntry, MenuItem, MenuTarget};

pub(super) fn menus(targets: &LinkTargets<'_>, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Vec<MenuItem>> {
    let mut item = |entry: &MenuEntry| {
        let destination = match &entry.target {
            MenuTarget::Page(page) => page_destination(targets, page, diagnostics)?,
            MenuTarget::Tags => Destination::Tags,
            MenuTarget::Url(url) => Destination::Url(url.clone()),
        };
        Some(MenuItem { label: entry.label.as_ref().map(|label| label.value.clone()), destination })
    };
    let menus = targets.config.menus.iter();
    menus.map(|(name, entries)| (name.clone(), entries.iter().filter_map(&mut item).collect())).collect()
}

fn page_destination(
    targets: &LinkTargets<'_>,
    page: &At<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Destination> {
    let wrong = |code| Diagnostic::at(code, targets.at(&page.span)).with("dest", &page.value);
    match targets.find(&page.value) {
        Found::Page(id, lang) => {
            let shown = lang.map(|lang| {
                let untranslated = |other| {
                    diagnostics.push(wrong(Code::LinkUntranslated).with("lang", lang).with("other", other));
                };
                targets.shown_in(id, lang, untranslated)
            });
            return Some(Destination::Page(id, shown));
        }
        Found::Invalid => {}
        Found::Hidden => diagnostics.push(wrong(Code::LinkToUnpublished)),
        Found::Nothing => diagnostics.push(targets.broken(targets.at(&page.span), &page.value, true)),
    }
    None
}

/// The site's title and the menus' labels are messages: each language must have them.
pub(super) fn check_labels(targets: &LinkTargets<'_>, locales: &Locales, diagnostics: &mut Vec<Diagnostic>) {
    let labels = targets.config.menus.values().flatten().filter_map(|entry| entry.label.as_ref());
    for label in labels.chain([&targets.config.title]) {
        for (lang, locale) in locales.iter().filter(|(_, locale)| locale.lacks(&label.value)) {
            let at = (!label.span.is_empty()).then(|| targets.at(&label.span));
            let missing = Diagnostic::new(Code::MissingMessage).with("message", &label.value).with("lang", lang);
            let known = locale.known("");
            let missing = missing.nearest(&label.value, known.iter().map(String::as_str));
            diagnostics.push(Diagnostic { at, ..missing });
        }
    }
}
