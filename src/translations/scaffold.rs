//! The first file of a translation: front matter with what must be translated, and the source's text to write over.

use crate::model::document::Document;
use crate::model::front_matter::FrontMatter;
use crate::yaml::{line_scalar, scalar};

/// The text of a new translation of `source`, whose front matter as written is `front` and whose Markdown is `body`.
///
/// What a translation inherits is left out; what it must say itself is there in the source's words.
pub fn scaffold(source: &Document, front: &FrontMatter, body: &str) -> String {
    let mut yaml = Vec::new();
    let mut line = |text: String| yaml.push(text);
    line(format!("title: {}", line_scalar(&front.title)));
    if let Some(description) = &front.description {
        line(format!("description: {}", line_scalar(description)));
    }
    if let Some(image) = &front.image {
        let own = [("alt", &image.alt), ("caption", &image.caption)];
        let own = own.iter().filter_map(|(key, text)| Some(format!("{key}: {}", scalar(text.as_ref()?))));
        line(format!("image: {{{}}}", own.collect::<Vec<_>>().join(", ")));
    }
    if let Some(place) = front.event.as_ref().and_then(|event| event.place.as_ref()) {
        line(format!("event: {{place: {}}}", scalar(place)));
    }
    if let Some(files) = &front.attachments {
        line("attachments:".into());
        files.iter().for_each(|file| {
            line(format!("  - {{src: {}, title: {}}}", scalar(&file.src.value), scalar(&file.title)));
        });
    }
    if !front.corrections.is_empty() {
        line("corrections:".into());
        front.corrections.iter().for_each(|correction| {
            line(format!("  - {{date: {}, note: {}}}", correction.date, scalar(&correction.note)));
        });
    }
    // Nothing untranslated goes public by accident.
    line("draft: true".into());
    line(format!("translation: {{from: {}, revision: \"{}\"}}", source.lang, source.revision()));
    format!("---\n{}\n---\n{body}", yaml.join("\n"))
}
