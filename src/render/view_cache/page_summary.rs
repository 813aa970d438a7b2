//! What other pages say of a page: in lists, menus of languages, links to neighbours.

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use tera::Value;

use super::base_path::BasePath;
use crate::locale::Locales;
use crate::model::{Lang, Page, SitePath};

/// A page in a language as other pages see it; null where there is nothing to say.
#[derive(Debug)]
pub(crate) struct PageSummary {
    pub title: Value,
    pub description: Value,
    /// When it was published; a [`DateView`].
    pub date: Value,
    /// The day that lists sort by, and its year.
    pub listed: Value,
    pub year: Value,
    /// When it last changed, as its front matter says; a [`DateView`].
    pub updated: Value,
    pub modified: Value,
    pub lang: Value,
    pub lang_name: Value,
    path: SitePath,
}

impl PageSummary {
    /// Of what a language lists; `days` has the days of all pages as a [`DateView`].
    pub(crate) fn of(page: &Page, (lang, locales): (Lang, &Locales), days: &FxHashMap<Date, Value>) -> Self {
        let front = &page.document.front;
        let day = |day: Option<Date>| day.and_then(|day| days.get(&day)).cloned().unwrap_or(Value::none());
        let shown = page.document.lang;
        let (lang, lang_name) = match shown == lang {
            true => (Value::none(), Value::none()),
            false => (Value::from(shown.tag()), Value::from(locales[shown].text("language-name"))),
        };
        Self {
            title: Value::from(front.title.as_str()),
            description: Value::from_serializable(&front.description),
            date: day(page.meta.date),
            listed: day(page.meta.listed_day()),
            year: Value::from(page.meta.listed_day().map_or(String::new(), |day| day.year().to_string())),
            updated: day(page.meta.updated),
            modified: day(page.modified()),
            lang,
            lang_name,
            path: page.path.clone(),
        }
    }

    /// Its address from where a way to the site's root holds.
    pub(crate) fn url(&self, base: &BasePath) -> Value {
        base.link(&self.path)
    }
}
