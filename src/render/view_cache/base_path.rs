//! The way from a page to the site's root, with what all pages show alike that have the same.

use rustc_hash::FxHashMap;
use tera::Value;

use super::feed_links::{FeedLinks, feed_links};
use super::menus::Menus;
use super::site_view::SiteView;
use super::tag_view::tag_view;
use crate::locale::Locales;
use crate::model::{Lang, PerLang, Site, SitePath};

/// A way to the site's root: relative, or the path or address of the site itself.
#[derive(Debug)]
pub(crate) struct BasePath {
    prefix: String,
    views: PerLang<Views>,
}

#[derive(Debug)]
struct Views {
    site: Value,
    menus: Menus,
    feeds: FeedLinks,
    tags: FxHashMap<String, Value>,
}

impl BasePath {
    /// With the views of a site; `prefix` ends in a slash.
    pub(crate) fn new(site: &Site, locales: &Locales, prefix: &str) -> Self {
        let views = site.config.languages.map(|lang| Views {
            site: Value::from_serializable(&SiteView::of(site, &locales[lang], prefix)),
            menus: Menus::of(site, &locales[lang], prefix),
            feeds: feed_links(site, &locales[lang], prefix),
            tags: site
                .tags
                .keys()
                .filter_map(|key| Some((key.clone(), Value::from_serializable(&tag_view(site, key, lang, prefix)?))))
                .collect(),
        });
        Self { prefix: prefix.to_string(), views }
    }

    /// What an address of the site begins with; it ends in a slash.
    pub(crate) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The address of a page or file of the site, as templates see it.
    pub(crate) fn link(&self, path: &SitePath) -> Value {
        Value::from(path.below(&self.prefix))
    }

    /// The site as pages of a language see it.
    pub(crate) fn site(&self, lang: Lang) -> Value {
        self.views[lang].site.clone()
    }

    /// The menus as the page at `path` sees them.
    pub(crate) fn menus(&self, lang: Lang, path: &SitePath) -> Value {
        self.views[lang].menus.seen_from(lang, path)
    }

    /// The links to each feed of the site, in the order of the site's feeds; `None` where the language has none.
    pub(crate) fn feeds(&self, lang: Lang) -> &FeedLinks {
        &self.views[lang].feeds
    }

    pub(crate) fn tag(&self, lang: Lang, key: &str) -> Option<&Value> {
        self.views[lang].tags.get(key)
    }

    /// Tags by key, as far as the language has them.
    pub(crate) fn tags(&self, lang: Lang, keys: &[String]) -> Value {
        Value::from(keys.iter().filter_map(|key| self.tag(lang, key).cloned()).collect::<Vec<_>>())
    }
}
