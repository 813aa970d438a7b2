//! A folder → the files below it with their stamps, and one number for all of them: where a folder has the same number,
//! whoever looked at it would find the same.
//!
//! Invariant: the order is that of the names, never the disk's.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;
use walkdir::WalkDir;
use xxhash_rust::xxh3::Xxh3;

use super::stamp::Stamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::input_fingerprint::InputFingerprint;

/// A file that a walk found.
#[derive(Debug)]
pub(super) struct Found {
    /// The path relative to the folder of the walk, with forward slashes.
    pub name: String,
    pub path: PathBuf,
    pub stamp: Stamp,
    /// Whether the same file may have another name, too.
    pub linked: bool,
}

#[derive(Debug, Default)]
struct Walk {
    files: Vec<Found>,
    diagnostics: Vec<Diagnostic>,
    /// Nothing where there is no folder.
    number: u128,
    /// Whether the stamps prove something.
    settled: bool,
}

/// The walks of one build.
#[derive(Debug, Default)]
pub(super) struct Walks(Mutex<Made>);

#[derive(Debug, Default)]
struct Made {
    looked: BTreeMap<PathBuf, u128>,
    unsettled: bool,
}

impl Walks {
    /// The files below `folder`; hidden files and editors' copies are passed over.
    pub(super) fn files(&self, folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
        let walk = walk(folder);
        self.note(folder, walk.number, walk.settled);
        diagnostics.extend(walk.diagnostics);
        walk.files
    }

    /// A single file; `None` where there is none.
    pub(super) fn file(&self, path: &Path) -> std::io::Result<Option<Stamp>> {
        let stamp = stamp(path)?;
        self.note(path, number(stamp), stamp.is_none_or(|stamp| stamp.is_settled()));
        Ok(stamp)
    }

    fn note(&self, path: &Path, number: u128, settled: bool) {
        let mut made = self.made();
        made.looked.insert(path.to_path_buf(), number);
        made.unsettled |= !settled;
    }

    /// What was looked at below `root`; `None` where that proves nothing.
    pub(super) fn input_fingerprint(&self, root: &Path) -> Option<InputFingerprint> {
        let made = self.made();
        let name = |path: &Path| Some(path.strip_prefix(root).ok()?.to_str()?.to_string());
        let all = made.looked.iter().map(|(path, number)| Some((name(path)?, format!("{number:032x}"))));
        all.collect::<Option<_>>().filter(|_| !made.unsettled).map(InputFingerprint)
    }

    /// Whether whoever looks now finds the same.
    pub(super) fn matches(root: &Path, fingerprint: &InputFingerprint) -> bool {
        fingerprint.0.iter().all(|(name, number)| {
            let path = root.join(name);
            let now = match path.is_dir() {
                true => walk(&path).number,
                false => stamp(&path).map(self::number).unwrap_or_default(),
            };
            format!("{now:032x}") == *number
        })
    }

    fn made(&self) -> MutexGuard<'_, Made> {
        // Whole values go in at once, so even a poisoned one is sound.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn stamp(path: &Path) -> std::io::Result<Option<Stamp>> {
    match std::fs::metadata(path) {
        Ok(data) if data.is_file() => Ok(Some(Stamp::of(&data))),
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(None),
    }
}

/// A single file's number; nothing where there is none.
fn number(stamp: Option<Stamp>) -> u128 {
    let one = |stamp: Stamp| {
        let mut digest = Xxh3::new();
        stamp.digest(&mut digest);
        digest.digest128()
    };
    stamp.map(one).unwrap_or_default()
}

/// The path of a file relative to `folder`, with forward slashes.
fn name(file: &Path, folder: &Path) -> String {
    // Compared as texts where both are: a walk's paths are the folder's, and more.
    let below = || file.to_str()?.strip_prefix(folder.to_str()?)?.strip_prefix(std::path::MAIN_SEPARATOR);
    let name = below().map_or_else(|| file.strip_prefix(folder).unwrap_or(file).to_string_lossy(), Cow::Borrowed);
    if name.contains('\\') { name.replace('\\', "/") } else { name.into_owned() }
}

fn walk(folder: &Path) -> Walk {
    if !folder.is_dir() {
        return Walk { settled: true, ..Walk::default() };
    }
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with(['.', '#']);
    let (mut entries, mut diagnostics) = (Vec::new(), Vec::new());
    let mut links = false;
    let walk = WalkDir::new(folder).follow_links(true).into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name())) {
        links |= entry.as_ref().is_ok_and(walkdir::DirEntry::path_is_symlink);
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                entries.push((name(entry.path(), folder), entry));
            }
            Ok(_) => {}
            Err(error) => diagnostics.push(
                Diagnostic::new(Code::Unreadable)
                    .with("file", error.path().unwrap_or(folder).display())
                    .with("reason", &error),
            ),
        }
    }
    entries.par_sort_unstable_by(|(name, _), (other, _)| name.cmp(other));
    let mut digest = Xxh3::new();
    entries.retain(|(name, _)| {
        digest.update(name.as_bytes());
        digest.update(b"/");
        let is_bad = name.contains(|c: char| c.is_control() || c == '\u{FFFD}');
        diagnostics.extend(is_bad.then(|| Diagnostic::new(Code::BadFileName).with("file", name)));
        !is_bad && !name.ends_with('~')
    });
    // To ask for each file's size takes longer than to find it.
    let stamped: Vec<_> = entries
        .into_par_iter()
        .map(|(name, entry)| match entry.metadata() {
            Ok(data) => {
                let (stamp, linked) = (Stamp::of(&data), links || Stamp::is_linked(&data));
                Ok(Found { name, path: entry.into_path(), stamp, linked })
            }
            Err(reason) => Err(Diagnostic::new(Code::Unreadable).with("file", name).with("reason", reason)),
        })
        .collect();
    let mut files = Vec::with_capacity(stamped.len());
    let mut settled = true;
    for file in stamped {
        match file {
            Ok(file) => {
                file.stamp.digest(&mut digest);
                settled &= file.stamp.is_settled();
                files.push(file);
            }
            Err(unreadable) => diagnostics.push(unreadable),
        }
    }
    Walk { files, diagnostics, number: digest.digest128(), settled }
}
