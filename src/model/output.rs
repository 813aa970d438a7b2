//! What a build makes: files by path. `build` writes them, `serve` answers from them, `check` drops them.

use std::path::PathBuf;
use std::sync::Arc;

use super::cache::{Cache, Recipe};
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
    Bytes(Arc<[u8]>),
    /// Bytes that are part of the binary.
    Static(&'static [u8]),
    /// A file of the site, copied as it is.
    CopyOf(PathBuf),
    /// Bytes that are made when they are asked for, or come from the cache.
    Made(Arc<dyn Recipe>, Arc<Cache>),
}

impl Content {
    /// The bytes: read from disk if they are a copy, made if they are not in the cache.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read(&self) -> std::io::Result<std::borrow::Cow<'_, [u8]>> {
        Ok(match self {
            Self::Bytes(bytes) => std::borrow::Cow::Borrowed(bytes),
            Self::Static(bytes) => std::borrow::Cow::Borrowed(bytes),
            Self::CopyOf(path) => std::borrow::Cow::Owned(std::fs::read(path)?),
            Self::Made(recipe, cache) => std::borrow::Cow::Owned(cache.get(recipe.as_ref())?),
        })
    }
}
