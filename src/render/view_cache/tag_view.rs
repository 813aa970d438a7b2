//! Tags as templates see them.

use serde::Serialize;

use crate::model::{Lang, Site};

/// A tag of a page, or of the list of tags.
#[derive(Debug, Serialize)]
pub(crate) struct TagView {
    pub key: String,
    pub name: String,
    pub url: String,
    pub count: usize,
}

/// A tag from where the way to the site's root is `prefix`, if the language has it.
pub(crate) fn tag_view(site: &Site, key: &str, lang: Lang, prefix: &str) -> Option<TagView> {
    let page = site.tags.get(key)?.translations[lang].as_ref()?;
    Some(TagView {
        key: key.to_string(),
        name: page.name.clone(),
        url: page.path.below(prefix),
        count: page.pages.len(),
    })
}
