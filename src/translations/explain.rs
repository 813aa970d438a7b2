//! Where each value of a page's front matter comes from: its own file, its source's, or nowhere.

use crate::model::{Document, KEYS, Key, Lang, Location, Translations};
use crate::parse;
use crate::resolve::TranslationSet;
use crate::yaml::Fields;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The page's own file.
    Own,
    /// The file of the language it was first written in.
    Inherited,
    /// Nowhere, though a translation could inherit it: the original has none either.
    Unset,
    /// Nowhere: it must be translated, and is never inherited.
    Untranslated,
}

pub(crate) struct Row {
    /// The key; `image.alt` for a key inside another.
    pub key: &'static str,
    /// The value as it is written, on one line.
    pub value: Option<String>,
    pub origin: Origin,
    pub at: Option<Location>,
}

/// Every key that a page has, could inherit, or lacks though its original has it; `None` when it has no file in `lang`.
pub(crate) fn rows(group: &TranslationSet, lang: Lang) -> Option<Vec<Row>> {
    let own = group.documents[lang].as_ref()?;
    let source = group.documents[group.original].as_ref().unwrap_or(own);
    let (own, source) = (WrittenKeys::of(own), WrittenKeys::of(source));
    // What stands in a list comes with it; of a mapping each key has an origin of its own.
    let keys = KEYS.iter().filter(|key| !matches!(key.translations, Translations::EachPart | Translations::WithList));
    let row = |key: &Key| {
        let (origin, found) = match (own.find(key.path), source.find(key.path)) {
            (Some(found), _) => (Origin::Own, Some(found)),
            (None, Some(found)) if key.is_inherited() => (Origin::Inherited, Some(found)),
            (None, Some(_)) => (Origin::Untranslated, None),
            (None, None) => (Origin::Unset, None),
        };
        let (at, value) = found.map_or((None, None), |(at, value)| (Some(at), Some(value)));
        Row { key: key.path, value, origin, at }
    };
    Some(keys.map(row).collect())
}

/// Front matter as it is written in a file.
struct WrittenKeys<'d> {
    document: &'d Document,
    fields: Option<Fields>,
}

impl<'d> WrittenKeys<'d> {
    fn of(document: &'d Document) -> Self {
        Self { document, fields: parse::fields(&document.source) }
    }

    /// The place of a key that has a value, and the value as written, white space as single spaces.
    fn find(&self, key: &str) -> Option<(Location, String)> {
        let (key, item) = self.fields.as_ref()?.find(key).filter(|(_, item)| item.is_set())?;
        let source = &self.document.source;
        let value = source.text()[item.span()].split_whitespace().collect::<Vec<_>>().join(" ");
        Some((Location { source: source.clone(), span: key.span.clone() }, value))
    }
}
