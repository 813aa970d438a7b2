//! Menus as `site.yaml` has them → menus whose pages are found. An entry whose page is not there is an error, so that none
//! disappears.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::links::{Book, Found};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locales;
use crate::model::config::{Config, MenuEntry, MenuTarget};
use crate::model::site::{Destination, MenuItem};
use crate::model::source::{At, Location, SourceText};

/// The menus; `site` is `site.yaml`, for messages about it.
pub fn menus(
    book: &Book<'_>,
    site: &Arc<SourceText>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Vec<MenuItem>> {
    let mut item = |entry: &MenuEntry| {
        let destination = match &entry.target {
            MenuTarget::Page(page) => page_destination(book, site, page, diagnostics)?,
            MenuTarget::Tags => Destination::Tags,
            MenuTarget::Url(url) => Destination::Url(url.clone()),
        };
        Some(MenuItem { label: entry.label.as_ref().map(|label| label.value.clone()), destination })
    };
    let menus = book.config.menus.iter();
    menus.map(|(name, entries)| (name.clone(), entries.iter().filter_map(&mut item).collect())).collect()
}

fn page_destination(
    book: &Book<'_>,
    site: &Arc<SourceText>,
    page: &At<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Destination> {
    let at = || Location { source: site.clone(), span: page.span.clone() };
    let wrong = |code| Diagnostic::at(code, at()).with("dest", &page.value);
    match book.find(&page.value) {
        Found::Page(id, lang) => {
            let shown = lang.map(|lang| {
                let untranslated = |other| {
                    diagnostics.push(wrong(Code::LinkUntranslated).with("lang", lang).with("other", other));
                };
                book.shown_in(id, lang, untranslated)
            });
            return Some(Destination::Page(id, shown));
        }
        Found::Unsound => {}
        Found::Hidden => diagnostics.push(wrong(Code::LinkToUnpublished)),
        Found::Nothing => diagnostics.push(book.broken(at(), &page.value)),
    }
    None
}

/// The site's title and the menus' labels are messages: each language must have them.
pub fn check_labels(config: &Config, site: &Arc<SourceText>, locales: &Locales, diagnostics: &mut Vec<Diagnostic>) {
    let labels = config.menus.values().flatten().filter_map(|entry| entry.label.as_ref());
    for label in labels.chain([&config.title]) {
        for (lang, locale) in locales.iter().filter(|(_, locale)| locale.lacks(&label.value)) {
            let at = (!label.span.is_empty()).then(|| Location { source: site.clone(), span: label.span.clone() });
            let missing = Diagnostic::new(Code::MissingMessage).with("message", &label.value).with("lang", lang);
            let known = locale.known("");
            let missing = missing.nearest(&label.value, known.iter().map(String::as_str));
            diagnostics.push(Diagnostic { at, ..missing });
        }
    }
}
