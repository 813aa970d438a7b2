//! The site as templates see it.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::locale::Locale;
use crate::model::{Lang, Localized, Site, SitePath};

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
    /// The publisher's fields, each a text or nothing; groups are mappings.
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
            publisher: publisher(site, lang),
            unset: config.unset.clone(),
        }
    }
}

pub(crate) fn search_path(site: &Site, lang: Lang) -> Option<&SitePath> {
    Some(&site.own_page(site.search?, lang)?.path)
}

/// A text in a language, else the one for all, else any.
fn in_language(value: &Localized, lang: Lang) -> Option<String> {
    value.get(lang.tag()).or_else(|| value.get("")).or_else(|| value.values().next()).cloned()
}

/// The publisher's name, where it is set.
pub(crate) fn publisher_name(site: &Site, lang: Lang) -> Option<String> {
    in_language(site.config.publisher.get("name")?.as_ref()?, lang)
}

fn publisher(site: &Site, lang: Lang) -> Value {
    let text = |value: &Option<Localized>| in_language(value.as_ref()?, lang);
    let mut fields: BTreeMap<&str, Value> = BTreeMap::new();
    let mut groups: BTreeMap<&str, BTreeMap<&str, Option<String>>> = BTreeMap::new();
    for (path, value) in &site.config.publisher {
        match path.split_once('.') {
            Some((group, key)) => _ = groups.entry(group).or_default().insert(key, text(value)),
            None => _ = fields.insert(path, Value::from_serializable(&text(value))),
        }
    }
    fields.extend(groups.iter().map(|(group, values)| (*group, Value::from_serializable(values))));
    Value::from_serializable(&fields)
}
