//! A folder → the files below it with their stamps, and one hash of all of them: where a folder has the same hash, whoever
//! walked it would find the same.
//!
//! Invariant: the order is that of the names, never the disk's.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::Xxh3;

use super::stamp::Stamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{FileOrigin, MediaFile};

pub(super) struct Found {
    /// The path relative to the folder of the walk, with forward slashes.
    pub name: String,
    pub path: PathBuf,
    pub stamp: Stamp,
    /// Whether the same file may have another name, too.
    pub linked: bool,
}

impl Found {
    pub(super) fn into_media(self) -> MediaFile {
        MediaFile { origin: FileOrigin::Disk(self.path), size: self.stamp.size }
    }
}

pub(super) struct Walk {
    pub files: Vec<Found>,
    pub diagnostics: Vec<Diagnostic>,
    /// 0 where there is no folder.
    pub hash: u128,
    /// Whether the stamps prove something.
    pub settled: bool,
}

/// The hash of a single file; 0 where there is none.
pub(super) fn file_hash(stamp: Option<Stamp>) -> u128 {
    let Some(stamp) = stamp else { return 0 };
    let mut digest = Xxh3::new();
    stamp.digest(&mut digest);
    digest.digest128()
}

pub(super) fn walk(folder: &Path) -> Walk {
    let mut walk = Walk { files: Vec::new(), diagnostics: Vec::new(), hash: 0, settled: true };
    if !folder.is_dir() {
        return walk;
    }
    let (mut entries, links) = entries(folder, &mut walk.diagnostics);
    entries.par_sort_unstable_by(|(name, _), (other, _)| name.cmp(other));
    let mut digest = Xxh3::new();
    entries.retain(|(name, _)| {
        digest.update(name.as_bytes());
        digest.update(b"/");
        let is_bad = name.contains(|c: char| c.is_control() || c == '\u{FFFD}');
        walk.diagnostics.extend(is_bad.then(|| Diagnostic::new(Code::BadFileName).with("file", name)));
        !is_bad && !name.ends_with('~')
    });
    // To ask for each file's size takes longer than to find it.
    let stamped: Vec<_> = entries.into_par_iter().map(|(name, entry)| stamped(name, entry)).collect();
    for file in stamped {
        match file {
            Ok(file) => {
                file.stamp.digest(&mut digest);
                walk.settled &= file.stamp.is_settled();
                walk.files.push(Found { linked: links || file.linked, ..file });
            }
            Err(unreadable) => walk.diagnostics.push(unreadable),
        }
    }
    walk.hash = digest.digest128();
    walk
}

/// The files below a folder by name, and whether any way to them is a link.
fn entries(folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> (Vec<(String, DirEntry)>, bool) {
    let hidden = |entry: &DirEntry| entry.file_name().to_string_lossy().starts_with(['.', '#']);
    let walk = WalkDir::new(folder).follow_links(true).into_iter();
    let (mut entries, mut links) = (Vec::new(), false);
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !hidden(entry)) {
        links |= entry.as_ref().is_ok_and(DirEntry::path_is_symlink);
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let name = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_string_lossy();
                entries.push((name.replace('\\', "/"), entry));
            }
            Ok(_) => {}
            Err(error) => {
                let unreadable = Diagnostic::new(Code::Unreadable);
                let unreadable = unreadable.with("file", error.path().unwrap_or(folder).display());
                diagnostics.push(unreadable.with("reason", &error));
            }
        }
    }
    (entries, links)
}

fn stamped(name: String, entry: DirEntry) -> Result<Found, Diagnostic> {
    match entry.metadata() {
        Ok(data) => {
            Ok(Found { name, path: entry.into_path(), stamp: Stamp::of(&data), linked: Stamp::is_linked(&data) })
        }
        Err(reason) => Err(Diagnostic::new(Code::Unreadable).with("file", name).with("reason", reason)),
    }
}
