//! Pictures as pages show them: in several widths and formats, without what a camera wrote into the file.

use std::collections::BTreeMap;

use memchr::memmem;

use super::output::{Content, Output};
use super::source::MediaFile;
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

/// How many bytes tell a picture from other files.
const MAGIC: usize = 32;

/// Whether a file is a picture whatever its name says: by its name, or by its first bytes. Cameras and messengers write
/// `.jfif` and no ending at all.
pub(crate) fn is_picture_file(name: &str, file: &MediaFile) -> bool {
    is_picture(name) || file.head(MAGIC).is_ok_and(|head| begins_like_picture(&head))
}

fn begins_like_picture(head: &[u8]) -> bool {
    let is_heif = || {
        let brand = head.get(8..12).unwrap_or_default();
        head.get(4..8) == Some(b"ftyp")
            && [&b"heic"[..], b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis", b"crx "].contains(&brand)
    };
    let known: [&[u8]; 10] = [
        b"\xFF\xD8\xFF",
        b"\x89PNG\r\n",
        b"GIF87a",
        b"GIF89a",
        b"II*\0",
        b"MM\0*",
        b"8BPS",
        b"\xFF\x0A",
        b"\0\0\0\x0CJXL ",
        b"FUJIFILMCCD-RAW",
    ];
    known.iter().any(|magic| head.starts_with(magic))
        || (head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP"))
        || (head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]))
        || is_heif()
}

/// Whether a film says where it was taken: telephones write it as ISO 6709, in a box of its own or under Apple's key.
pub(crate) fn tells_place(file: &MediaFile) -> bool {
    let is_film = file.head(12).is_ok_and(|head| head.get(4..8) == Some(b"ftyp"));
    // Size and language stand between the box's name and its text.
    let has_place = |part: &[u8], at: usize| matches!(part.get(at + 8), Some(b'+' | b'-'));
    let tells = |part: &[u8]| {
        memmem::find_iter(part, b"\xA9xyz").any(|at| has_place(part, at))
            || memmem::find(part, b"com.apple.quicktime.location").is_some()
    };
    // A film is described at its beginning or its end.
    is_film && [file.head(DESCRIBED), file.tail(DESCRIBED)].iter().flatten().any(|part| tells(part))
}

/// How much of a film is looked through at either end, in bytes.
const DESCRIBED: usize = 4 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_known_by_their_first_bytes() {
        for head in [
            &b"\xFF\xD8\xFF\xE1"[..],
            b"\x89PNG\r\n\x1A\n",
            b"GIF89a",
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"\0\0\0\x18ftypheic",
            b"II*\0",
            b"MM\0*",
        ] {
            assert!(begins_like_picture(head), "{head:?}");
        }
        for head in
            [&b""[..], b"%PDF-1.7", b"PK\x03\x04", b"BMW is a car", b"RIFF\0\0\0\0WAVE", b"\0\0\0\x18ftypisom", b"<svg"]
        {
            assert!(!begins_like_picture(head), "{head:?}");
        }
    }
}
