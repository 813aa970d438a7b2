//! A folder → the files below it with their stamps, and one hash of all of them: where a folder has the same hash, whoever
//! walked it would find the same.
//!
//! Invariants: the order is that of the names, never the disk's. No link leads out of the site's folder or to what is hidden
//! in it, since whatever is found may be published. Nothing is opened.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::Xxh3;

use super::stamp::Stamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{FileOrigin, MediaFile, composed, folded, unwanted};

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

/// Whether a path leads out of the site's folder `root`, or to something hidden in it, such as a repository.
pub(super) fn leads_out(root: &Path, path: &Path) -> bool {
    let is_hidden = |part: &OsStr| part.to_string_lossy().starts_with('.');
    let inside = |target: &Path, root: &Path| Some(!target.strip_prefix(root).ok()?.iter().any(is_hidden));
    let (target, root) = (path.canonicalize(), root.canonicalize());
    // What cannot be followed is reported where it is read.
    target.is_ok_and(|target| !root.ok().and_then(|root| inside(&target, &root)).unwrap_or(false))
}

/// The files below `folder`, which is in the site's folder `root`.
pub(super) fn walk(root: &Path, folder: &Path) -> Walk {
    let mut walk = Walk { files: Vec::new(), diagnostics: Vec::new(), hash: 0, settled: true };
    if !folder.is_dir() {
        return walk;
    }
    let (mut entries, links) = entries(root, folder, &mut walk.diagnostics);
    entries.par_sort_unstable_by(|(name, _), (other, _)| name.cmp(other));
    let mut digest = Xxh3::new();
    entries.retain(|(name, _)| {
        digest.update(name.as_bytes());
        digest.update(b"/");
        let is_bad = name.contains('\u{FFFD}') || !unwanted(name).is_empty() || name.contains(['\t', '\n']);
        walk.diagnostics.extend(is_bad.then(|| Diagnostic::new(Code::BadFileName).with("file", name)));
        !is_bad && !name.ends_with('~')
    });
    walk.diagnostics.extend(same_names(&entries, |path| shown(root, path)));
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
fn entries(root: &Path, folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> (Vec<(String, DirEntry)>, bool) {
    let shown = |path: &Path| shown(root, path);
    let (mut entries, mut links, mut outside) = (Vec::new(), false, Vec::new());
    let walk = WalkDir::new(folder).follow_links(true).into_iter().filter_entry(|entry| {
        // Of the folder itself, one above it may be a link.
        let refused = (entry.depth() == 0 || entry.path_is_symlink()) && leads_out(root, entry.path());
        outside.extend(refused.then(|| entry.path().to_path_buf()));
        !refused && (entry.depth() == 0 || !is_hidden(entry.path()))
    });
    for entry in walk {
        links |= entry.as_ref().is_ok_and(DirEntry::path_is_symlink);
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let name = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_string_lossy();
                // One form for names, whatever the disk has (NFC).
                entries.push((composed(&name.replace('\\', "/")).into_owned(), entry));
            }
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => diagnostics.push(Diagnostic::new(Code::SpecialFile).with("file", shown(entry.path()))),
            // Editors leave links that lead nowhere while a file is open: `.#page.md`.
            Err(error) if error.path().is_some_and(is_hidden) => {}
            Err(error) => {
                let unreadable = Diagnostic::new(Code::Unreadable);
                let unreadable = unreadable.with("file", error.path().unwrap_or(folder).display());
                diagnostics.push(unreadable.with("reason", &error));
            }
        }
    }
    diagnostics.extend(outside.iter().map(|path| Diagnostic::new(Code::LinkOutside).with("file", shown(path))));
    (entries, links)
}

/// Names that are one on disks that know no case and one Unicode form.
fn same_names(entries: &[(String, DirEntry)], shown: impl Fn(&Path) -> String) -> Vec<Diagnostic> {
    let mut first: FxHashMap<Cow<'_, str>, &DirEntry> = FxHashMap::default();
    let mut found = Vec::new();
    for (name, entry) in entries {
        match first.entry(folded(name)) {
            Entry::Occupied(other) => {
                let same = Diagnostic::new(Code::SameName).with("file", shown(entry.path()));
                found.push(same.with("other", shown(other.get().path())));
            }
            Entry::Vacant(free) => _ = free.insert(entry),
        }
    }
    found
}

/// How a file is called in messages.
fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '#']))
}

fn stamped(name: String, entry: DirEntry) -> Result<Found, Diagnostic> {
    match entry.metadata() {
        Ok(data) => {
            Ok(Found { name, path: entry.into_path(), stamp: Stamp::of(&data), linked: Stamp::is_linked(&data) })
        }
        Err(reason) => Err(Diagnostic::new(Code::Unreadable).with("file", name).with("reason", reason)),
    }
}
