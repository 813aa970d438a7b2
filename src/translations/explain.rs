//! Where each value of a page's front matter comes from: its own file, its source's, or nowhere.

use crate::model::document::Document;
use crate::model::front_matter::FrontMatter;
use crate::model::lang::Lang;
use crate::model::source::Location;
use crate::resolve::Group;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The page's own file.
    Own,
    /// The file of the language it was first written in.
    Inherited,
    /// Nowhere, though a translation could inherit it: the original has none either.
    Unset,
    /// Nowhere: it must be translated, and is never inherited.
    Untranslated,
}

/// A key with its value.
#[derive(Debug)]
pub struct Row {
    /// The key; `image.alt` for a key inside another.
    pub key: &'static str,
    /// The value as it is written, on one line.
    pub value: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
    /// The place of the key.
    pub at: Option<Location>,
}

/// A key: whether it is inherited, and whether a file has it.
type Key = (&'static str, bool, fn(&FrontMatter) -> bool);

const KEYS: [Key; 34] = [
    ("title", false, |front| !front.title.is_empty()),
    ("description", false, |front| front.description.is_some()),
    ("slug", false, |front| front.slug.is_some()),
    ("aliases", false, |front| !front.aliases.is_empty()),
    ("date", true, |front| front.date.is_some()),
    ("updated", true, |front| front.updated.is_some()),
    ("tags", true, |front| front.tags.is_some()),
    ("template", true, |front| front.template.is_some()),
    ("weight", true, |front| front.weight.is_some()),
    ("draft", true, |front| front.draft.is_some()),
    ("publish", true, |front| front.publish.is_some()),
    ("expires", true, |front| front.expires.is_some()),
    ("authors", true, |front| front.authors.is_some()),
    ("image.src", true, |front| front.image.as_ref().is_some_and(|image| image.src.is_some())),
    ("image.alt", false, |front| front.image.as_ref().is_some_and(|image| image.alt.is_some())),
    ("image.credit", true, |front| front.image.as_ref().is_some_and(|image| image.credit.is_some())),
    ("image.caption", false, |front| front.image.as_ref().is_some_and(|image| image.caption.is_some())),
    ("event.start", true, |front| front.event.as_ref().is_some_and(|event| event.start.is_some())),
    ("event.end", true, |front| front.event.as_ref().is_some_and(|event| event.end.is_some())),
    ("event.place", true, |front| front.event.as_ref().is_some_and(|event| event.place.is_some())),
    ("event.timezone", true, |front| front.event.as_ref().is_some_and(|event| event.timezone.is_some())),
    ("attachments", true, |front| front.attachments.is_some()),
    ("sources", true, |front| front.sources.is_some()),
    ("contacts", true, |front| front.contacts.is_some()),
    ("corrections", false, |front| !front.corrections.is_empty()),
    ("withdrawn.date", true, |front| front.withdrawn.as_ref().is_some_and(|w| w.date.is_some())),
    ("withdrawn.reason", false, |front| front.withdrawn.as_ref().is_some_and(|w| w.reason.is_some())),
    ("translation.from", false, |front| front.translation.is_some()),
    ("translation.revision", false, |front| front.translation.as_ref().is_some_and(|t| t.revision.is_some())),
    ("translation.by", false, |front| front.translation.as_ref().is_some_and(|t| t.by.is_some())),
    ("extra", true, |front| front.extra.is_some()),
    ("sort_by", true, |front| front.sort_by.is_some()),
    ("paginate_by", true, |front| front.paginate_by.is_some()),
    ("missing", true, |front| front.missing.is_some()),
];

/// Every key that a page has, could inherit, or lacks though its original has it; `None` when it has no file in `lang`.
pub fn rows(group: &Group, lang: Lang) -> Option<Vec<Row>> {
    let own = group.documents[lang].as_ref()?;
    let source = group.documents[group.original].as_ref().unwrap_or(own);
    let row = |(key, inherited, has): &Key| {
        let (origin, from) = match (has(&own.front), *inherited && has(&source.front), has(&source.front)) {
            (true, ..) => (Origin::Own, Some(own)),
            (false, true, _) => (Origin::Inherited, Some(source)),
            (false, false, true) => (Origin::Untranslated, None),
            (false, false, false) => (Origin::Unset, None),
        };
        let place = from.and_then(|document| written(document, key));
        let (at, value) = place.map_or((None, None), |(at, value)| (Some(at), Some(value)));
        Row { key, value, origin, at }
    };
    Some(KEYS.iter().map(row).collect())
}

/// The place of a key in a file, and its value as written, white space as single spaces.
fn written(document: &Document, key: &str) -> Option<(Location, String)> {
    let (outer, inner) = key.split_once('.').map_or((key, None), |(outer, inner)| (outer, Some(inner)));
    let yaml = &document.source.text[..document.text.start];
    let start = yaml.match_indices(&format!("\n{outer}:")).next()?.0 + 1;
    let rest = &yaml[start + outer.len() + 1..];
    let lines = rest.match_indices('\n').map(|(at, _)| at);
    let is_next = |at: &usize| !rest[at + 1..].starts_with([' ', '-', '\n', '#']) || rest[at + 1..].starts_with("---");
    let end = lines.into_iter().find(is_next).unwrap_or(rest.len());
    let (mut at, mut value) = (start, &rest[..end]);
    if let Some(inner) = inner {
        let key = format!("{inner}:");
        let sound = |at: &usize| value[..*at].ends_with([' ', '{', ',']);
        let place = value.match_indices(&key).map(|(at, _)| at).find(sound)?;
        at = start + outer.len() + 1 + place;
        value = &value[place + inner.len() + 1..];
        let flow = rest.trim_start().starts_with('{');
        value = value.split(|c| if flow { matches!(c, ',' | '}') } else { c == '\n' }).next().unwrap_or(value);
    }
    let place = Location { source: document.source.clone(), span: at..at };
    Some((place, value.split_whitespace().collect::<Vec<_>>().join(" ")))
}
