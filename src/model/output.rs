//! What a build makes: files by path, some of them archives of others. `build` writes them, `serve` answers from them,
//! `check` drops them.

use std::borrow::Cow;
use std::io::{self, Cursor, Write};
use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;
use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::cache::{Artifact, Cache};
use super::source::{FileOrigin, MediaFile};
use super::url::SitePath;

/// One file of the output.
#[derive(Clone, Debug)]
pub struct Output {
    /// Where it stands below the site's root.
    pub path: SitePath,
    /// What it holds.
    pub content: Content,
}

#[derive(Clone, Debug)]
pub enum Content {
    Bytes(Bytes),
    /// Bytes that are part of the binary.
    Static(&'static [u8]),
    /// A file of the site, copied as it is.
    CopyOf(PathBuf),
    /// Bytes that are made when they are asked for, or come from the cache.
    Lazy(Arc<dyn Artifact>, Arc<Cache>),
    /// An archive, which is cheap to make and so made whenever it is asked for.
    Zip(Arc<Archive>),
}

/// Who takes files as soon as they are made.
pub trait Sink: Sync + std::fmt::Debug {
    /// Takes one, which is then no output any more; `false` where it cannot be taken now.
    fn take(&self, path: &SitePath, bytes: &[u8]) -> bool;
}

impl Output {
    /// The file, unless somebody takes it.
    pub fn unless_taken(self, sink: Option<&dyn Sink>) -> Option<Self> {
        let taken = match (&self.content, sink) {
            (Content::Bytes(bytes), Some(sink)) => sink.take(&self.path, bytes),
            _ => false,
        };
        (!taken).then_some(self)
    }
}

impl Content {
    pub fn of(file: &MediaFile) -> Self {
        match &file.origin {
            FileOrigin::Disk(path) => Self::CopyOf(path.clone()),
            FileOrigin::Embedded(bytes) => Self::Static(bytes),
        }
    }

    pub fn size(&self) -> io::Result<u64> {
        match self {
            Self::CopyOf(path) => Ok(std::fs::metadata(path)?.len()),
            Self::Zip(archive) => archive.size(),
            other => Ok(other.read()?.len() as u64),
        }
    }

    /// The bytes: read from disk if they are a copy, made if they are not in the cache.
    pub fn read(&self) -> io::Result<Cow<'_, [u8]>> {
        Ok(match self {
            Self::Bytes(bytes) => Cow::Borrowed(bytes),
            Self::Static(bytes) => Cow::Borrowed(bytes),
            Self::CopyOf(path) => Cow::Owned(std::fs::read(path)?),
            Self::Lazy(artifact, cache) => Cow::Owned(cache.get(artifact.as_ref())?),
            Self::Zip(archive) => Cow::Owned(archive.pack()?),
        })
    }
}

/// What stands before each file, in the directory for each file, and at the end, names not counted (PKWARE's APPNOTE,
/// sections 4.3.7, 4.3.12 and 4.3.16).
const LOCAL: u64 = 30;
const CENTRAL: u64 = 46;
const END: u64 = 22;

/// Files in one file (ZIP), uncompressed: pictures and PDF files are compressed already, and so the archive's size is known
/// before it is made, and its bytes are the same on every machine.
#[derive(Debug, Default)]
pub struct Archive {
    day: Date,
    files: Vec<(String, Content)>,
}

impl Archive {
    pub fn new(day: Date) -> Self {
        Self { day, files: Vec::new() }
    }

    /// Adds a file and gives the name it got: one that no other file has, whatever the case, and that is no path.
    pub fn add(&mut self, name: &str, content: Content) -> String {
        let name = self.free_name(name);
        self.files.push((name.clone(), content));
        name
    }

    fn free_name(&self, wanted: &str) -> String {
        let plain = |c: char| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            c if c.is_control() => '-',
            c => c,
        };
        let name: String = wanted.trim_start_matches('.').chars().map(plain).collect();
        let (stem, kind) = name.rsplit_once('.').map_or((name.as_str(), String::new()), |(s, k)| (s, format!(".{k}")));
        let stem = if stem.is_empty() { "file" } else { stem };
        let names = (1..).map(|number| match number {
            1 => format!("{stem}{kind}"),
            _ => format!("{stem}-{number}{kind}"),
        });
        let taken = |name: &String| self.files.iter().any(|(other, _)| other.to_lowercase() == name.to_lowercase());
        names.into_iter().find(|name| !taken(name)).unwrap_or(name)
    }

    pub fn size(&self) -> io::Result<u64> {
        let sizes =
            self.files.iter().map(|(name, content)| Ok(LOCAL + CENTRAL + 2 * name.len() as u64 + content.size()?));
        sizes.sum::<io::Result<u64>>().map(|sum| sum + END)
    }

    pub fn pack(&self) -> io::Result<Vec<u8>> {
        let day = u16::try_from(self.day.year()).ok();
        let (month, date) = (self.day.month().unsigned_abs(), self.day.day().unsigned_abs());
        // The format knows no day before 1980.
        let day =
            day.and_then(|year| DateTime::from_date_and_time(year, month, date, 0, 0, 0).ok()).unwrap_or_default();
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(day)
            .system(System::Unix)
            .unix_permissions(0o644);
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_by(|a, b| a.0.cmp(&b.0));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            zip.start_file(name.as_str(), options).map_err(io::Error::other)?;
            zip.write_all(&content.read()?)?;
        }
        Ok(zip.finish().map_err(io::Error::other)?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unlike_and_no_paths_and_the_size_is_known() {
        let mut archive = Archive::new(jiff::civil::date(1975, 4, 30));
        let names = ["a.jpg", "A.jpg", "../b.txt", "", "Größe.pdf", "a.jpg"];
        let given = names.map(|name| archive.add(name, Content::Static(b"12345")));
        assert_eq!(given, ["a.jpg", "A-2.jpg", "-b.txt", "file", "Größe.pdf", "a-3.jpg"]);
        let bytes = archive.pack().expect("made");
        assert_eq!(archive.size().expect("known"), bytes.len() as u64);
        assert_eq!(archive.pack().expect("made"), bytes);
    }
}
