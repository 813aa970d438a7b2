//! The first file of a translation: front matter with what must be translated, and the source's text to write over.

use crate::model::document::Document;
use crate::model::front_matter::FrontMatter;
use crate::model::lang::Lang;

/// The text of a new translation of `source`, whose front matter as written is `front` and whose Markdown is `body`.
///
/// What a translation inherits is left out; what it must say itself is there in the source's words.
pub fn scaffold(source: &Document, front: &FrontMatter, body: &str) -> String {
    let mut yaml = Vec::new();
    let mut line = |text: String| yaml.push(text);
    line(format!("title: {}", scalar(&front.title)));
    if let Some(description) = &front.description {
        line(format!("description: {}", scalar(description)));
    }
    if let Some(image) = &front.image {
        let own = [("alt", &image.alt), ("caption", &image.caption)];
        let own = own.iter().filter_map(|(key, text)| Some(format!("{key}: {}", quoted(text.as_ref()?))));
        line(format!("image: {{{}}}", own.collect::<Vec<_>>().join(", ")));
    }
    if let Some(place) = front.event.as_ref().and_then(|event| event.place.as_ref()) {
        line(format!("event: {{place: {}}}", quoted(place)));
    }
    if let Some(files) = &front.attachments {
        line("attachments:".into());
        files.iter().for_each(|file| {
            line(format!("  - {{src: {}, title: {}}}", quoted(&file.src.value), quoted(&file.title)));
        });
    }
    if !front.corrections.is_empty() {
        line("corrections:".into());
        front.corrections.iter().for_each(|correction| {
            line(format!("  - {{date: {}, note: {}}}", correction.date, quoted(&correction.note)));
        });
    }
    // Nothing untranslated goes public by accident.
    line("draft: true".into());
    line(format!("translation: {{from: {}, revision: \"{}\"}}", source.lang, source.revision));
    format!("---\n{}\n---\n{body}", yaml.join("\n"))
}

/// The path of a page's file in another language, from the path of its file.
pub fn path(source: &Document, lang: Lang) -> String {
    let path = &source.source.path;
    let stem = path.strip_suffix(&format!(".{}.md", source.lang)).unwrap_or(path);
    format!("{stem}.{lang}.md")
}

/// A text as YAML: plain where that cannot be misread, else in double quotes (YAML 1.2, section 7.3).
fn scalar(text: &str) -> String {
    let plain_start = text.chars().next().is_some_and(|c| c.is_alphabetic());
    let word = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let plain = plain_start
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && !text.contains(['\n', '\t'])
        && !word.contains(&text.to_ascii_lowercase().as_str());
    if plain { text.to_string() } else { quoted(text) }
}

/// JSON's strings are YAML's double-quoted ones.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
