//! What is expensive to make, kept between builds: encoded pictures, social cards.
//!
//! An entry's name is a hash of everything that its bytes depend on, so an entry is never out of date and never changed.
//! A hash of the bytes stands at its end, since a machine that lost its power may leave half of it, or nothing.
//! The folder may be deleted at any time, and need not be writable: then everything is made anew.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many bytes stand at the end of an entry to tell whether it is whole.
const CHECK: usize = 16;

fn check(bytes: &[u8]) -> [u8; CHECK] {
    xxhash_rust::xxh3::xxh3_128(bytes).to_be_bytes()
}

fn is_whole(kept: &[u8]) -> bool {
    kept.split_last_chunk().is_some_and(|(bytes, end)| check(bytes) == *end)
}

/// An output that is expensive to make.
pub trait Artifact: Send + Sync + std::fmt::Debug {
    /// The hash of all that the bytes depend on, the version of the code that makes it included: at least 16 characters of `0-9a-f`.
    fn key(&self) -> String;

    fn make(&self) -> io::Result<Vec<u8>>;
}

#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    made: AtomicUsize,
}

impl Cache {
    /// A cache in `folder`, which is made when there is something to keep.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, made: AtomicUsize::new(0) }
    }

    /// The bytes of an artifact, made if they are not kept from before.
    pub fn get(&self, artifact: &dyn Artifact) -> io::Result<Vec<u8>> {
        let key = artifact.key();
        let path = self.folder.join(&key[..2]).join(&key[2..]);
        match std::fs::read(&path) {
            Ok(mut kept) if is_whole(&kept) => {
                kept.truncate(kept.len() - CHECK);
                Ok(kept)
            }
            _ => {
                let mut bytes = artifact.make()?;
                self.made.fetch_add(1, Ordering::Relaxed);
                let len = bytes.len();
                bytes.extend(check(&bytes));
                _ = self.keep(&path, &bytes);
                bytes.truncate(len);
                Ok(bytes)
            }
        }
    }

    /// A note of an earlier build.
    pub fn note(&self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(self.folder.join(name)).ok()
    }

    /// Leaves a note for later builds, if the folder is writable.
    pub fn leave(&self, name: &str, bytes: &[u8]) {
        _ = self.keep(&self.folder.join(name), bytes);
    }

    /// How many artifacts were made since the cache was opened.
    pub fn made(&self) -> usize {
        self.made.load(Ordering::Relaxed)
    }

    /// Written beside and renamed, since builds may run side by side. The cache is nobody's work: git is told so.
    fn keep(&self, path: &std::path::Path, bytes: &[u8]) -> io::Result<()> {
        let folder = path.parent().unwrap_or(&self.folder);
        std::fs::create_dir_all(folder)?;
        let ignore = self.folder.join(".gitignore");
        if !ignore.exists() {
            std::fs::write(ignore, "*\n")?;
        }
        let beside = path.with_extension(format!("{}.new", std::process::id()));
        std::fs::write(&beside, bytes)?;
        std::fs::rename(beside, path)
    }
}
