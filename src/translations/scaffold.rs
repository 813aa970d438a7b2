//! The first file of a translation: front matter with what must be translated, and the source's text to write over.

use crate::model::keys::{self};
use crate::model::{Document, Key, ValueKind};
use crate::parse;
use crate::yaml::{Item, line_scalar, scalar};

/// The text of a new translation of `source`.
///
/// What a translation inherits is left out; what it must say itself is there in the source's words.
pub(crate) fn scaffold(source: &Document) -> String {
    let front = parse::fields(&source.source);
    let written = |key: &Key| front.as_ref()?.find(key.path).map(|(_, item)| item).filter(|item| item.is_set());
    let mut yaml = Vec::new();
    for (key, item) in keys::inside("").filter_map(|key| Some((key, written(key)?))) {
        match key.kind {
            _ if !key.has_text() => {}
            ValueKind::Mapping(_) => {
                let texts = keys::inside(key.path).filter(|part| part.has_text());
                yaml.push(format!("{}: {}", key.path, mapping(texts, item)));
            }
            // A list is inherited as a whole, so a translation has all of it.
            ValueKind::List(_) => {
                yaml.push(format!("{}:", key.path));
                let items = item.items().iter();
                yaml.extend(items.map(|item| format!("  - {}", mapping(keys::inside(key.path), item))));
            }
            _ => yaml.extend(item.as_text().map(|text| format!("{}: {}", key.path, line_scalar(text)))),
        }
    }
    // Nothing untranslated goes public by accident.
    yaml.push("draft: true".into());
    yaml.push(format!("translation: {{from: {}, revision: \"{}\"}}", source.lang, source.revision()));
    format!("---\n{}\n---\n{}", yaml.join("\n"), &source.source.text()[source.text.clone()])
}

fn mapping(keys: impl Iterator<Item = &'static Key>, item: &Item) -> String {
    let pair = |key: &Key| Some(format!("{}: {}", key.name(), scalar(item.part(key.name())?.as_text()?)));
    let pairs: Vec<String> = keys.filter_map(pair).collect();
    format!("{{{}}}", pairs.join(", "))
}
