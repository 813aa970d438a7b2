//! `feeds` of `site.yaml`: which feeds there are, and who names their entries.
//!
//! In: `false`, or a mapping, or nothing. Out: the settings, or none. Invariant: what ids begin with keeps RFC 4151, so
//! that each is a URI.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::url::encode;
use crate::model::{FeedTags, Feeds, PartialDate};
use crate::yaml::{Item, Reader};

/// How many pages a feed holds unless told otherwise.
const ITEMS: usize = 20;

/// The year of ids unless told otherwise. Any fixed year in which the domain was the publisher's will do; a page's own
/// date will not, since dates get corrected.
const YEAR: &str = "2026";

/// Reads `feeds`; `base_url` is the one of the file, so that a preview elsewhere has the same ids.
pub(super) fn feeds(reader: &mut Reader, item: Option<Item>, base_url: Option<&str>) -> Option<Feeds> {
    let mut feeds = Feeds { items: ITEMS, id: String::new(), sections: Vec::new(), tags: FeedTags::Named(Vec::new()) };
    let mut id = None;
    match item {
        Some(item) if item.is_bool() => _ = reader.bool(item).filter(|on| *on)?,
        Some(item) => {
            let mut fields = reader.fields(item)?;
            let items = fields.take("items").and_then(|item| reader.int(item));
            feeds.items = items.map_or(ITEMS, |count| count.max(1) as usize);
            let sections = fields.take("sections").and_then(|item| reader.each(item, |reader, item| reader.text(item)));
            feeds.sections = sections.unwrap_or_default();
            feeds.tags = fields.take("tags").map_or(feeds.tags, |item| tags(reader, item));
            id = fields.take("id").map(|item| reader.parsed(item, Code::BadFeedId, id_prefix));
            reader.finish(fields);
        }
        None => {}
    }
    feeds.id = match id {
        Some(given) => given?,
        None => default_id(reader, base_url?)?,
    };
    Some(feeds)
}

/// `true` for all, or a list of keys.
fn tags(reader: &mut Reader, item: Item) -> FeedTags {
    if item.is_bool() {
        return match reader.bool(item) {
            Some(true) => FeedTags::All,
            _ => FeedTags::Named(Vec::new()),
        };
    }
    FeedTags::Named(reader.each(item, |reader, item| reader.text(item)).unwrap_or_default())
}

/// The host of the public address, and its path, since a host may have several sites. A host that is no plain domain
/// name cannot stand in an id.
fn default_id(reader: &mut Reader, base_url: &str) -> Option<String> {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.rsplit('@').next().unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name).to_ascii_lowercase();
    let id = id_prefix(&format!("{name},{YEAR}:{}", encode(path.trim_matches('/'))));
    if id.is_none() {
        reader.push(Diagnostic::new(Code::BadFeedId).with("value", host));
    }
    id
}

/// What stands between `tag:` and a page's name: `example.org,2026` gives `example.org,2026:`, and
/// `example.org,2026:partnership` gives `example.org,2026:partnership/`.
fn id_prefix(text: &str) -> Option<String> {
    let (entity, path) = text.split_once(':').unwrap_or((text, ""));
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '%' | '/');
    let sound = is_tagging_entity(entity) && path.chars().all(plain);
    let end = if path.is_empty() || path.ends_with('/') { "" } else { "/" };
    sound.then(|| format!("{entity}:{path}{end}"))
}

/// Whether a text is one like `example.org,2026` or `press@example.org,2026-01-31` (RFC 4151, section 2.1).
fn is_tagging_entity(text: &str) -> bool {
    let Some((authority, date)) = text.split_once(',') else { return false };
    let (name, domain) = authority.split_once('@').unwrap_or(("_", authority));
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    let label = |label: &str| {
        let plain = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        plain && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
    };
    let person = !name.is_empty() && name.chars().all(plain);
    person && domain.split('.').all(label) && PartialDate::parse(date).is_some()
}

#[cfg(test)]
mod tests {
    use super::id_prefix;

    #[test]
    fn ids_are_named_by_a_domain_or_an_address_and_a_date() {
        for good in ["example.org,2026", "a-b.example,2026-11", "press@example.org,2026-11-24", "localhost,2026"] {
            assert_eq!(id_prefix(good), Some(format!("{good}:")), "{good}");
        }
        assert_eq!(id_prefix("example.org,2026:a/b"), Some("example.org,2026:a/b/".into()));
        let bad = "example.org|example.org,26|müller.de,2026|a b,2026|-a.org,2026|a..b,2026|@a,2026|example.org,2026:a?b|\
                   example.org,2026:ä";
        for bad in bad.split('|') {
            assert_eq!(id_prefix(bad), None, "{bad}");
        }
    }
}
