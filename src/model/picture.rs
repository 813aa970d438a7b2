//! Pictures as pages show them: in several widths and formats, without what a camera wrote into the file.

use std::collections::BTreeMap;

use super::output::{Content, Output};
use super::url::SitePath;

/// What a version of a picture is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Format {
    /// AV1 Image File Format: a third to a half of a JPEG's size.
    Avif,
    /// For photographs; every browser reads it.
    Jpeg,
    /// For pictures with transparency or flat colours; every browser reads it.
    Png,
    /// Only where a picture came so and is offered for download.
    WebP,
    /// Only where a picture came so and is offered for download.
    Gif,
    Svg,
}

impl Format {
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Svg => "svg",
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Version {
    /// Its width and height in pixels; `None` for a drawing that does not say.
    pub size: Option<(u32, u32)>,
    pub output: Output,
}

impl Version {
    pub(crate) fn path(&self) -> &SitePath {
        &self.output.path
    }
}

#[derive(Debug)]
pub(crate) struct Picture {
    /// What its [`Picture::versions`] are written in.
    pub format: Format,
    /// Width and height in pixels, turned as it is meant to be seen; `None` for a drawing that does not say.
    pub size: Option<(u32, u32)>,
    /// For every browser, in ascending width; at least one.
    pub versions: Vec<Version>,
    /// The same in AVIF, for browsers that know it; none of a drawing.
    pub modern: Vec<Version>,
    /// All of it in its own size, for those who print it.
    pub full: Content,
}

/// The width in pixels that a picture has where only one is asked for: feeds, old browsers.
const PLAIN: u32 = 1200;

impl Picture {
    /// The version for whoever takes only one.
    pub(crate) fn plain(&self) -> &Version {
        let fits = |version: &&Version| version.size.is_none_or(|(width, _)| width <= PLAIN);
        self.versions.iter().rfind(fits).unwrap_or(&self.versions[0])
    }

    pub(crate) fn widest(&self) -> &Version {
        self.versions.last().unwrap_or(&self.versions[0])
    }
}

#[derive(Debug, Default)]
pub(crate) struct Pictures {
    /// The site's, by path in `content/`.
    pub by_name: BTreeMap<String, Picture>,
    /// The names by the path that [`Picture::plain`] is published at, as addresses write it.
    pub by_path: BTreeMap<String, String>,
    /// The theme's, by the path that they are published at, as addresses write it.
    pub assets: BTreeMap<String, Picture>,
}

impl Pictures {
    pub(crate) fn get(&self, name: &str) -> Option<&Picture> {
        self.by_name.get(name)
    }

    /// A picture by its address: that of its plain version, or of the theme's asset.
    pub(crate) fn at(&self, path: &str) -> Option<&Picture> {
        let own = self.by_path.get(path).and_then(|name| self.get(name));
        own.or_else(|| self.assets.get(path))
    }
}

/// Whether a file is a picture, by its name: what browsers show, and what cameras and drawing programs write.
pub(crate) fn is_picture(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let known =
        ["avif", "bmp", "gif", "heic", "heif", "jpeg", "jpg", "jxl", "png", "psd", "svg", "tif", "tiff", "webp"];
    extension.is_some_and(|extension| known.contains(&extension.as_str()))
}
