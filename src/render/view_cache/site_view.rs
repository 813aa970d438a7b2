//! The site as templates see it.

use serde::Serialize;
use serde_json::json;
use tera::Value;

use super::date_view::DateView;
use crate::locale::Locale;
use crate::model::{Lang, PUBLISHER_FIELDS, PublisherField, PublisherValue, Site, SitePath, publisher_text};

#[derive(Debug, Serialize)]
pub(super) struct SiteView {
    title: String,
    description: Option<String>,
    home: String,
    base_url: String,
    /// The page to search from, relative; null where the language has none.
    search: Option<String>,
    /// The list of tags, relative; null where the language has none.
    tags: Option<String>,
    /// The calendar of the language's events, relative; null where it has none.
    calendar: Option<String>,
    index: bool,
    license: Option<String>,
    /// The publisher's fields; groups are mappings.
    publisher: Value,
    unset: Vec<String>,
}

impl SiteView {
    /// From where the way to the site's root is `prefix`.
    pub(super) fn of(site: &Site, locale: &Locale, prefix: &str) -> Self {
        let (config, lang) = (&site.config, locale.lang);
        let home = site.home().and_then(|home| site.page(home, lang));
        Self {
            title: locale.text(&config.title.value),
            description: home.and_then(|home| home.document.front.description.clone()),
            home: format!("{prefix}{lang}/"),
            base_url: config.base_url.clone(),
            search: search_path(site, lang).map(|path| path.below(prefix)),
            tags: site.tags_index[lang].as_ref().map(|path| path.below(prefix)),
            calendar: site.calendars[lang].as_ref().map(|path| path.below(prefix)),
            index: config.index,
            license: config.license.clone(),
            publisher: publisher(site, locale),
            unset: config.unset.clone(),
        }
    }
}

pub(crate) fn search_path(site: &Site, lang: Lang) -> Option<&SitePath> {
    Some(&site.own_page(site.search?, lang)?.path)
}

/// The publisher's name, where it is set.
pub(crate) fn publisher_name(site: &Site, lang: Lang) -> Option<String> {
    publisher_text(&site.config.publisher, "name", lang).cloned()
}

/// Every field, groups as mappings: null where it is unset, false where there is none.
fn publisher(site: &Site, locale: &Locale) -> Value {
    let set = &site.config.publisher;
    let value = |field: &PublisherField| match set.get(field.name()) {
        None => json!(null),
        Some(PublisherValue::None) => json!(false),
        Some(PublisherValue::Day(day)) => json!(DateView::of(day.value, locale)),
        Some(PublisherValue::Text(_)) => json!(publisher_text(set, field.name(), locale.lang)),
    };
    let mut fields = json!({});
    for field in &PUBLISHER_FIELDS {
        let group = field.name().split('.');
        *group.fold(&mut fields, |fields, key| &mut fields[key]) = value(field);
    }
    Value::from_serializable(&fields)
}
