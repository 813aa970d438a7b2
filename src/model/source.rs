//! Files as they were read: a path the user knows, the text, and positions in it.

use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::lang::Lang;
use super::plain_text::plain;

/// A text file of the site, shared by everything that points into it.
///
/// Once a page is parsed, only messages need its text, and a large site's texts are a third of what a build would hold. So a
/// text may be released; it is read again when somebody asks for it.
#[derive(Debug)]
pub struct SourceText {
    /// The path shown to users: relative to the site's root, with forward slashes.
    pub path: String,
    text: OnceLock<String>,
    /// Where a text that was released is read again.
    file: PathBuf,
    /// Where its lines begin, once a message asks for one.
    lines: OnceLock<Vec<usize>>,
}

impl SourceText {
    /// A file by its path as shown, and its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: OnceLock::from(text.into()), file: PathBuf::new(), lines: OnceLock::new() }
    }

    /// The same without its text, which is that of a file on disk.
    pub(crate) fn released(&self, file: &Path) -> Self {
        Self { path: self.path.clone(), text: OnceLock::new(), file: file.to_path_buf(), lines: OnceLock::new() }
    }

    /// The whole text, with plain line ends and without a byte order mark; as it is now where it is read again, and empty
    /// where that cannot be done.
    pub fn text(&self) -> &str {
        self.text.get_or_init(|| {
            let bytes = std::fs::read(&self.file).unwrap_or_default();
            plain(&self.path, String::from_utf8_lossy(&bytes).into_owned())
        })
    }

    /// Line and column of a byte offset, both counted from 1; the column counts characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(self.text().len());
        while !self.text().is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.lines().partition_point(|start| *start <= offset);
        (line, self.text()[self.lines()[line - 1]..offset].chars().count() + 1)
    }

    /// The bytes at which lines begin; the first is 0.
    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.text().as_bytes());
            std::iter::once(0).chain(ends.map(|end| end + 1)).collect()
        })
    }

    /// The bytes of the line that a byte lies in, without its end.
    pub(crate) fn line_around(&self, offset: usize) -> Range<usize> {
        let line = self.lines().partition_point(|start| *start <= offset);
        let end = self.lines().get(line).map_or(self.text().len(), |next| next - 1);
        self.lines()[line - 1]..end
    }

    /// The byte offset of a line and column, both counted from 1; past the end of a line it is the line's end.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.lines().get(line.saturating_sub(1)).copied().unwrap_or(self.text().len());
        let rest = &self.text()[start..];
        let end = rest.find('\n').unwrap_or(rest.len());
        let width = rest[..end].char_indices().nth(column.saturating_sub(1)).map_or(end, |(at, _)| at);
        start + width
    }
}

impl PartialEq for SourceText {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text() == other.text()
    }
}

impl Eq for SourceText {}

/// A place in a file: what a message points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    pub source: Arc<SourceText>,
    /// The bytes meant; may be empty.
    pub span: Range<usize>,
}

/// A value with the bytes it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    pub value: T,
    /// Its bytes in the file it comes from.
    pub span: Range<usize>,
}

/// A page's file: NAME.LANG.md, before it is parsed.
#[derive(Clone, Debug)]
pub struct PageSource {
    /// The page without language: `news/2024-09-22-delegation`, `news/_index`; a bundle's `index` is dropped.
    pub key: String,
    /// The folder that its relative links start from, inside `content/`: `news`, or the bundle itself.
    pub folder: String,
    pub lang: Lang,
    pub source: Arc<SourceText>,
}

impl PageSource {
    /// The key of `NAME.LANG.md` in a folder of `content/`.
    pub fn key(folder: &str, name: &str) -> String {
        match (name, folder) {
            ("index", "") => "_index".into(),
            ("index", folder) => folder.to_string(),
            (name, "") => name.to_string(),
            (name, folder) => [folder, "/", name].concat(),
        }
    }
}

#[derive(Debug)]
pub struct LocaleFile {
    pub lang: Lang,
    /// 0 for the site's own, 1 for the theme's, 2 for the theme that one extends, and so on.
    pub layer: usize,
    pub source: Arc<SourceText>,
}

/// A file that is not text of the site: a picture, a font, a PDF.
#[derive(Clone, Debug)]
pub struct MediaFile {
    /// Where it lies on disk, or `None` when it is part of the binary.
    pub origin: FileOrigin,
    pub size: u64,
}

impl MediaFile {
    pub fn read(&self) -> std::io::Result<Vec<u8>> {
        match &self.origin {
            FileOrigin::Disk(path) => std::fs::read(path),
            FileOrigin::Embedded(bytes) => Ok(bytes.to_vec()),
        }
    }

    /// Its first bytes, at most so many.
    pub fn head(&self, most: usize) -> std::io::Result<Vec<u8>> {
        match &self.origin {
            FileOrigin::Disk(path) => {
                let mut bytes = Vec::new();
                std::fs::File::open(path)?.take(most as u64).read_to_end(&mut bytes)?;
                Ok(bytes)
            }
            FileOrigin::Embedded(bytes) => Ok(bytes[..most.min(bytes.len())].to_vec()),
        }
    }

    /// Its last bytes, at most so many.
    pub fn tail(&self, most: usize) -> std::io::Result<Vec<u8>> {
        match &self.origin {
            FileOrigin::Disk(path) => {
                let mut file = std::fs::File::open(path)?;
                let size = file.metadata()?.len();
                file.seek(SeekFrom::Start(size.saturating_sub(most as u64)))?;
                let mut bytes = Vec::new();
                file.take(most as u64).read_to_end(&mut bytes)?;
                Ok(bytes)
            }
            FileOrigin::Embedded(bytes) => Ok(bytes[bytes.len().saturating_sub(most)..].to_vec()),
        }
    }
}

#[derive(Clone, Debug)]
pub enum FileOrigin {
    Disk(PathBuf),
    /// Part of the binary (the shipped theme).
    Embedded(&'static [u8]),
}
