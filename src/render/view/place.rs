//! Where a text is read: on its page, or elsewhere. Addresses depend on it.

use crate::model::{SitePath, Target};
use crate::render::input::RenderInput;

/// Where a text is read.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The way to the site's root: relative on a page, `base_url` where there is no page to start from.
    pub root: &'a str,
    /// What stands before a fragment of the page itself: nothing on the page, its address elsewhere.
    pub here: &'a str,
}

impl Place<'_> {
    /// The address of a page or file of the site.
    pub(crate) fn link(self, path: &SitePath) -> String {
        path.below(self.root)
    }
}

/// The address of a target, seen from `place`.
pub(crate) fn href(input: &RenderInput, place: Place<'_>, target: &Target) -> String {
    let with = |url: String, fragment: &Option<String>| match fragment {
        Some(fragment) => format!("{url}#{fragment}"),
        None => url,
    };
    match target {
        Target::Raw(dest) if dest.starts_with('#') => format!("{}{dest}", place.here),
        Target::Raw(dest) => dest.clone(),
        Target::Page(path, fragment) => with(place.link(path), fragment),
        Target::Media(name, fragment) => {
            let url = input.site.media.get(name).map(|file| place.link(&file.path)).unwrap_or_default();
            with(url, fragment)
        }
        Target::Picture(name) => {
            input.pictures.get(name).map(|picture| place.link(picture.plain().path())).unwrap_or_default()
        }
    }
}
