//! What of a page must be translated: the texts a revision is made of, and that translators compare.

use super::front_matter::FrontMatter;

/// A text of a page, with the name of its key in the front matter; `text` is the body.
pub type Part<'a> = (&'static str, &'a str);

/// The parts of a page in a fixed order. `front` is its front matter as written, `body` its Markdown. A part of the first
/// five that is not there is empty.
pub fn parts<'a>(front: &'a FrontMatter, body: &'a str) -> Vec<Part<'a>> {
    let image = front.image.as_ref();
    let or_empty = |text: Option<&'a String>| text.map_or("", String::as_str);
    let mut parts = vec![
        ("title", front.title.as_str()),
        ("description", or_empty(front.description.as_ref())),
        ("image.alt", or_empty(image.and_then(|image| image.alt.as_ref()))),
        ("image.caption", or_empty(image.and_then(|image| image.caption.as_ref()))),
        ("event.place", or_empty(front.event.as_ref().and_then(|event| event.place.as_ref()))),
    ];
    parts.extend(front.attachments.iter().flatten().map(|file| ("attachments", file.title.as_str())));
    parts.extend(front.corrections.iter().map(|correction| ("corrections", correction.note.as_str())));
    parts.push(("text", body));
    parts
}
