//! The texts of a page's front matter, and the front matter of a translation.
//!
//! In: front matter as written. Out: units; and YAML that holds the translated texts, what the translation has of its
//! own, and nothing that it inherits.

use super::unit::{Kind, Piece, Setting, Unit};
use crate::model::document::Document;
use crate::model::lang::Lang;
use crate::model::revision::Revision;
use crate::model::source::At;
use crate::yaml::{Item, Reader, line_scalar, scalar};

/// The units of the front matter, in the order of the revision; see [`Revision`].
pub fn units(document: &Document) -> Vec<Unit> {
    let front = Front::read(document);
    let mut units = Vec::new();
    let mut add = |id: String, kind: Kind, text: Option<&At<String>>| {
        if let Some(text) = text {
            units.push(unit(id, kind, text));
        }
    };
    add("title".into(), Kind::Title, front.text("title"));
    add("description".into(), Kind::Description, front.text("description"));
    add("image-alt".into(), Kind::ImageAlt, find(&front.image, "alt"));
    add("image-caption".into(), Kind::ImageCaption, find(&front.image, "caption"));
    add("event-place".into(), Kind::EventPlace, find(&front.event, "place"));
    for (number, file) in front.attachments.iter().enumerate() {
        add(format!("attachment-{}", number + 1), Kind::Attachment, find(file, "title"));
    }
    for (number, correction) in front.corrections.iter().enumerate() {
        add(format!("correction-{}", number + 1), Kind::Correction, find(correction, "note"));
    }
    units
}

fn unit(id: String, kind: Kind, text: &At<String>) -> Unit {
    Unit {
        id,
        kind,
        span: text.span.clone(),
        pieces: vec![Piece::Text(text.value.clone())],
        marks: Vec::new(),
        setting: Setting::default(),
        heading: String::new(),
        keep: false,
        nested: false,
    }
}

type Texts = Vec<(String, At<String>)>;

fn find<'t>(texts: &'t Texts, key: &str) -> Option<&'t At<String>> {
    texts.iter().find(|(name, _)| name == key).map(|(_, text)| text)
}

/// Front matter with its texts apart from the rest.
#[derive(Default)]
struct Front {
    texts: Texts,
    image: Texts,
    event: Texts,
    attachments: Vec<Texts>,
    corrections: Vec<Texts>,
    translation: Texts,
    /// Other keys, as written.
    rest: Vec<(String, String)>,
}

impl Front {
    /// Reads front matter that the parser found sound.
    fn read(document: &Document) -> Self {
        let file = &document.source.text;
        let Ok((range, _)) = crate::parse::split(file) else { return Self::default() };
        let mut r = Reader::new(document.source.clone(), range.start);
        let Some(mut fields) = r.parse(&file[range.clone()]) else { return Self::default() };
        let in_braces = file[fields.span()].starts_with('{');
        let entries = fields.rest();
        let starts: Vec<usize> = entries.iter().map(|(key, _)| key.span.start).collect();
        let mut front = Self::default();
        for (number, (key, item)) in entries.into_iter().enumerate() {
            // Comments behind a value stay with it.
            let next = starts.get(number + 1).copied().unwrap_or(range.end);
            let end = if in_braces { item.span().end } else { next };
            match key.value.as_str() {
                "title" | "description" => front.texts.extend(r.text(item).map(|text| (key.value, text))),
                "image" => front.image = texts(&mut r, item),
                "event" => front.event = texts(&mut r, item),
                "translation" => front.translation = texts(&mut r, item),
                "attachments" => front.attachments = list(&mut r, item),
                "corrections" => front.corrections = list(&mut r, item),
                _ => front.rest.push((key.value, file[key.span.start..end].trim_end().to_string())),
            }
        }
        front
    }

    fn text(&self, key: &str) -> Option<&At<String>> {
        find(&self.texts, key)
    }
}

fn texts(r: &mut Reader, item: Item) -> Texts {
    let Some(mut fields) = r.fields(item) else { return Texts::new() };
    fields.rest().into_iter().filter_map(|(key, item)| Some((key.value, r.text(item)?))).collect()
}

fn list(r: &mut Reader, item: Item) -> Vec<Texts> {
    let items = r.list(item).unwrap_or_default();
    items.into_iter().map(|item| texts(r, item)).collect()
}

/// What a translation says of its source.
pub struct Origin {
    /// The source's language.
    pub from: Lang,
    /// The source's state that was translated, all of it.
    pub revision: Option<Revision>,
}

/// The front matter of a translation, between its two lines. `words` has the translated texts by unit.
pub fn compose(
    source: &Document,
    own: Option<&Document>,
    origin: &Origin,
    words: &dyn Fn(&str) -> Option<String>,
) -> String {
    let (source, own) = (Front::read(source), own.map(Front::read).unwrap_or_default());
    let text = |key: &str| words(key).or_else(|| own.text(key).map(|text| text.value.clone()));
    let mut lines = Vec::new();
    let mut line = |key: &str, value: Option<String>| lines.extend(value.map(|value| format!("{key}: {value}")));
    let kept = |slug: bool| own.rest.iter().filter(move |(key, _)| (key == "slug") == slug).map(|(_, raw)| raw.clone());
    line("title", text("title").map(|title| line_scalar(&title)));
    lines.extend(kept(true));
    let mut line = |key: &str, value: Option<String>| lines.extend(value.map(|value| format!("{key}: {value}")));
    line("description", text("description").map(|text| line_scalar(&text)));
    let image = merged(&own.image, &[("alt", words("image-alt")), ("caption", words("image-caption"))]);
    line("image", mapping(&image));
    line("event", mapping(&merged(&own.event, &[("place", words("event-place"))])));
    line("attachments", items(&attachments(&source, &own, words)));
    line("corrections", items(&corrections(&source, &own, words)));
    lines.extend(kept(false));
    let mut translation = vec![("from".to_string(), origin.from.to_string())];
    translation.extend(origin.revision.map(|revision| ("revision".to_string(), revision.to_string())));
    let by = find(&own.translation, "by").map(|by| ("by".to_string(), by.value.clone()));
    translation.extend(by);
    lines.extend(mapping(&translation).map(|value| format!("translation: {value}")));
    lines.join("\n") + "\n"
}

type Values = Vec<(String, String)>;

fn values(texts: &Texts) -> Values {
    texts.iter().map(|(key, text)| (key.clone(), text.value.clone())).collect()
}

/// A translation's own values with the translated ones in their places.
fn merged(own: &Texts, translated: &[(&str, Option<String>)]) -> Values {
    let mut all = values(own);
    for (key, text) in translated {
        let Some(text) = text else { continue };
        match all.iter_mut().find(|(name, _)| name == key) {
            Some((_, value)) => value.clone_from(text),
            None => all.push((key.to_string(), text.clone())),
        }
    }
    all
}

/// Attachments are inherited as a whole, so a translation has all of them; its own files stay its own.
fn attachments(source: &Front, own: &Front, words: &dyn Fn(&str) -> Option<String>) -> Vec<Values> {
    let same = own.attachments.len() == source.attachments.len();
    let files = source.attachments.iter().enumerate().map(|(number, file)| {
        let file = if same { &own.attachments[number] } else { file };
        merged(file, &[("title", words(&format!("attachment-{}", number + 1)))])
    });
    files.collect()
}

/// The source's corrections, then those that only the translation has.
fn corrections(source: &Front, own: &Front, words: &dyn Fn(&str) -> Option<String>) -> Vec<Values> {
    let date = |texts: &Texts| find(texts, "date").map(|date| date.value.clone());
    let mut all: Vec<Values> = Vec::new();
    for (number, correction) in source.corrections.iter().enumerate() {
        all.push(merged(correction, &[("note", words(&format!("correction-{}", number + 1)))]));
    }
    let known: Vec<_> = source.corrections.iter().map(date).collect();
    all.extend(own.corrections.iter().filter(|correction| !known.contains(&date(correction))).map(values));
    all
}

fn mapping(values: &Values) -> Option<String> {
    let pairs: Vec<String> = values.iter().map(|(key, value)| format!("{key}: {}", scalar(value))).collect();
    (!pairs.is_empty()).then(|| format!("{{{}}}", pairs.join(", ")))
}

fn items(list: &[Values]) -> Option<String> {
    let items: Vec<String> = list.iter().filter_map(mapping).map(|item| format!("\n  - {item}")).collect();
    (!items.is_empty()).then(|| items.concat())
}
