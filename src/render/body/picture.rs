//! A picture's HTML: every width and format for the browser to choose from, and its size, so that nothing jumps.

use std::fmt::Write;

use crate::model::html::escape;
use crate::model::{Picture, Version};
use crate::render::view::place::Place;

pub(crate) struct Showing<'a> {
    /// Text alternative; empty for one that only decorates.
    pub alt: &'a str,
    /// How wide it stands in the page, as the `sizes` attribute says it (HTML, 4.8.4.2.2).
    pub sizes: &'a str,
    /// Whether it may wait until the reader comes near.
    pub lazy: bool,
}

/// How long that is, at least, in bytes.
const LENGTH: usize = 192;

/// `<picture>` with its sources; one `<img>` where there is only one version.
pub(crate) fn picture(picture: &Picture, place: Place<'_>, showing: &Showing<'_>) -> String {
    let mut html = String::with_capacity(LENGTH);
    if !picture.modern.is_empty() {
        html.push_str("<picture><source type=\"image/avif\"");
        attribute("srcset", &set(&picture.modern, place), &mut html);
        attribute("sizes", showing.sizes, &mut html);
        html.push('>');
    }
    html.push_str("<img");
    attribute("src", &place.link(picture.plain().path()), &mut html);
    if picture.versions.len() > 1 {
        attribute("srcset", &set(&picture.versions, place), &mut html);
        attribute("sizes", showing.sizes, &mut html);
    }
    attribute("alt", showing.alt, &mut html);
    if let Some((width, height)) = picture.size {
        _ = write!(html, " width=\"{width}\" height=\"{height}\"");
    }
    html.push_str(if showing.lazy { " loading=\"lazy\" decoding=\"async\">" } else { " decoding=\"async\">" });
    html.push_str(if picture.modern.is_empty() { "" } else { "</picture>" });
    html
}

fn set(versions: &[Version], place: Place<'_>) -> String {
    let one = |version: &Version| {
        let width = version.size.map_or(0, |(width, _)| width);
        format!("{} {width}w", place.link(version.path()))
    };
    versions.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn attribute(name: &str, value: &str, html: &mut String) {
    [" ", name, "=\""].iter().for_each(|part| html.push_str(part));
    escape(value, html);
    html.push('"');
}
