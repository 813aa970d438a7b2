//! What a build makes: files by path. `build` writes them, `serve` answers from them, `check` drops them.

use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;

use super::archive::Archive;
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

/// What an output file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Text or bytes made by the build.
    Bytes(Bytes),
    /// Bytes that are part of the binary.
    Static(&'static [u8]),
    /// A file of the site, copied as it is.
    CopyOf(PathBuf),
    /// Bytes that are made when they are asked for, or come from the cache.
    Made(Arc<dyn Artifact>, Arc<Cache>),
    /// Bytes that were handed to a [`Sink`], which has them now.
    Taken(Taken),
    /// An archive, which is cheap to make and so made whenever it is asked for.
    Packed(Arc<Archive>),
}

/// What is known of bytes that somebody has taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Their hash.
    pub hash: u128,
    /// How many there are.
    pub len: u64,
    /// Whether they are others than the last build's.
    pub changed: bool,
}

/// Who takes files as soon as they are made.
pub trait Sink: Sync + std::fmt::Debug {
    /// Takes one; `None` where it cannot be taken now.
    fn take(&self, path: &SitePath, bytes: &[u8]) -> Option<Taken>;
}

impl Output {
    /// The file, its bytes given to whoever takes them.
    pub fn handed(mut self, sink: Option<&dyn Sink>) -> Self {
        if let (Content::Bytes(bytes), Some(sink)) = (&self.content, sink)
            && let Some(taken) = sink.take(&self.path, bytes)
        {
            self.content = Content::Taken(taken);
        }
        self
    }
}

impl Content {
    /// A file as it is.
    pub fn of(file: &MediaFile) -> Self {
        match &file.origin {
            FileOrigin::Disk(path) => Self::CopyOf(path.clone()),
            FileOrigin::Embedded(bytes) => Self::Static(bytes),
        }
    }

    /// How many bytes there are.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn size(&self) -> std::io::Result<u64> {
        match self {
            Self::CopyOf(path) => Ok(std::fs::metadata(path)?.len()),
            Self::Packed(archive) => archive.size(),
            Self::Taken(taken) => Ok(taken.len),
            other => Ok(other.read()?.len() as u64),
        }
    }

    /// The bytes: read from disk if they are a copy, made if they are not in the cache.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read(&self) -> std::io::Result<std::borrow::Cow<'_, [u8]>> {
        Ok(match self {
            Self::Bytes(bytes) => std::borrow::Cow::Borrowed(bytes),
            Self::Static(bytes) => std::borrow::Cow::Borrowed(bytes),
            Self::CopyOf(path) => std::borrow::Cow::Owned(std::fs::read(path)?),
            Self::Made(artifact, cache) => std::borrow::Cow::Owned(cache.get(artifact.as_ref())?),
            Self::Packed(archive) => std::borrow::Cow::Owned(archive.pack()?),
            Self::Taken(_) => return Err(std::io::Error::other("it was handed over")),
        })
    }
}
