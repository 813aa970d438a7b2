//! The texts of a page's front matter, and the front matter of a translation.
//!
//! In: front matter as written. Out: units; and YAML that holds the translated texts, what the translation has of its
//! own, and nothing that it inherits.

use super::unit::{Kind, Piece, Setting, Unit};
use crate::model::keys::{self};
use crate::model::{Document, KEYS, Key, Lang, Revision, ValueKind};
use crate::parse;
use crate::yaml::{Fields, Item, line_scalar, scalar};

/// The units of the front matter, in the order of the revision; see [`Revision`].
pub(super) fn units(document: &Document) -> Vec<Unit> {
    let Some(front) = parse::fields(&document.source) else { return Vec::new() };
    let mut units = Vec::new();
    for key in KEYS {
        let Some(name) = key.text else { continue };
        let value = front.find(key.path).map(|(_, item)| item);
        units.extend(value.and_then(|item| unit(id(key, None), name, item)));
        let items = front.find(key.group()).map_or(&[][..], |(_, list)| list.items()).iter().enumerate();
        units.extend(items.filter_map(|(at, item)| unit(id(key, Some(at)), name, item.part(key.name())?)));
    }
    units
}

/// A unit's name: `image-alt`, or `attachment-1` for the first item of a list.
fn id(key: &Key, at: Option<usize>) -> String {
    match at {
        Some(at) => format!("{}-{}", key.group().trim_end_matches('s'), at + 1),
        None => key.path.replace('.', "-"),
    }
}

fn unit(id: String, name: &'static str, item: &Item) -> Option<Unit> {
    Some(Unit {
        id,
        kind: Kind::Front(name),
        span: item.span(),
        pieces: vec![Piece::Text(item.as_text()?.to_string())],
        marks: Vec::new(),
        setting: Setting::default(),
        heading: String::new(),
        keep: false,
        nested: false,
    })
}

/// What a translation says of its source.
pub(super) struct Origin {
    pub from: Lang,
    /// The source's state that was translated, all of it.
    pub revision: Option<Revision>,
}

/// The translated texts by unit.
type Words<'w> = &'w dyn Fn(&str) -> Option<String>;

/// Keys with their values, in a mapping.
type Pairs = Vec<(String, String)>;

/// The front matter of a translation, between its two lines.
pub(super) fn compose(source: &Document, own: Option<&Document>, origin: &Origin, words: Words<'_>) -> String {
    let rest = own.map(untranslated).unwrap_or_default();
    let (source, own) = (parse::fields(&source.source), own.and_then(|own| parse::fields(&own.source)));
    let find = |front: &Option<Fields>, path: &str| front.as_ref()?.find(path).map(|(_, item)| item.clone());
    let mut lines = Vec::new();
    for key in keys::inside("").filter(|key| key.has_text()) {
        let (source, own) = (find(&source, key.path), find(&own, key.path));
        let value = match key.kind {
            ValueKind::Mapping(_) => mapping(&merged(own.as_ref(), key, None, words)),
            ValueKind::List(_) => list(key, source.as_ref(), own.as_ref(), words),
            _ => {
                let text = words(&id(key, None)).or_else(|| Some(own?.as_text()?.to_string()));
                text.map(|text| line_scalar(&text))
            }
        };
        lines.extend(value.map(|value| format!("{}: {value}", key.path)));
        if key.path == "title" {
            lines.extend(rest.iter().filter(|(name, _)| name == "slug").map(|(_, written)| written.clone()));
        }
    }
    lines.extend(rest.iter().filter(|(name, _)| name != "slug").map(|(_, written)| written.clone()));
    let mut translation = vec![("from".to_string(), origin.from.to_string())];
    translation.extend(origin.revision.map(|revision| ("revision".to_string(), revision.to_string())));
    let by = find(&own, "translation.by").and_then(|by| by.as_text().map(str::to_string));
    translation.extend(by.map(|by| ("by".to_string(), by)));
    lines.extend(mapping(&translation).map(|value| format!("translation: {value}")));
    lines.join("\n") + "\n"
}

/// The keys of a page that hold no texts to translate, each as it is written.
fn untranslated(document: &Document) -> Pairs {
    let file = &document.source.text();
    let Some(mut fields) = parse::fields(&document.source) else { return Pairs::new() };
    let end = parse::split(file).map_or(0, |(range, _)| range.end);
    let in_braces = file[fields.span()].starts_with('{');
    let entries = fields.rest();
    let next = entries.iter().skip(1).map(|(key, _)| key.span.start).chain([end]);
    let written = entries.iter().zip(next).map(|((key, item), next)| {
        // Comments behind a value stay with it.
        let end = if in_braces { item.span().end } else { next };
        (key.value.clone(), file[key.span.start..end].trim_end().to_string())
    });
    let has_text = |name: &str| keys::inside("").any(|key| key.path == name && key.has_text());
    written.filter(|(name, _)| name != "translation" && !has_text(name)).collect()
}

/// A mapping's own values with the translated ones in their places; `at` is its place in a list.
fn merged(own: Option<&Item>, group: &Key, at: Option<usize>, words: Words<'_>) -> Pairs {
    let mut all: Pairs = own.map(pairs).unwrap_or_default();
    for key in keys::inside(group.path).filter(|key| key.text.is_some()) {
        let Some(text) = words(&id(key, at)) else { continue };
        match all.iter_mut().find(|(name, _)| name == key.name()) {
            Some((_, value)) => *value = text,
            None => all.push((key.name().to_string(), text)),
        }
    }
    all
}

fn pairs(item: &Item) -> Pairs {
    let pairs = item.entries().iter();
    pairs.filter_map(|(key, item)| Some((key.value.clone(), item.as_text()?.to_string()))).collect()
}

/// A list that is inherited as a whole has as many items in a translation, whose own files stay its own. Of another one, a
/// translation also keeps the items that only it has, told by their first key.
fn list(key: &Key, source: Option<&Item>, own: Option<&Item>, words: Words<'_>) -> Option<String> {
    let (source, own) = (source.map_or(&[][..], Item::items), own.map_or(&[][..], Item::items));
    let same = key.is_inherited() && own.len() == source.len();
    let translated = source.iter().zip(0..).map(|(item, at)| {
        let item = if same { &own[at] } else { item };
        merged(Some(item), key, Some(at), words)
    });
    let mut all: Vec<Pairs> = translated.collect();
    if let Some(first) = keys::inside(key.path).next().filter(|_| !key.is_inherited()) {
        let name = |item: &Item| item.part(first.name()).and_then(Item::as_text).map(str::to_string);
        let known: Vec<_> = source.iter().map(name).collect();
        all.extend(own.iter().filter(|item| !known.contains(&name(item))).map(pairs));
    }
    let items: Vec<String> = all.iter().filter_map(mapping).map(|item| format!("\n  - {item}")).collect();
    (!items.is_empty()).then(|| items.concat())
}

fn mapping(pairs: &Pairs) -> Option<String> {
    let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}: {}", scalar(value))).collect();
    (!pairs.is_empty()).then(|| format!("{{{}}}", pairs.join(", ")))
}
