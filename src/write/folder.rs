//! The output folder: where it really is, whether a site may go there, and what builds leave beside it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

use super::disk;
use super::lock::Lock;
use super::unfinished::Unfinished;
use crate::diagnostic::Failed;

/// Folders of a site that its output may neither lie in nor hold.
const SOURCES: [&str; 4] = ["content", "locales", "themes", CACHE];

/// The folder of the cache, in the site's.
const CACHE: &str = ".bruecke";

/// What begins the names of all that builds leave beside files or folders for a while.
pub(super) const MARK: &str = ".bruecke-";

/// A folder that a site may be written to.
#[derive(Clone, Debug)]
pub(crate) struct OutputFolder {
    /// Where it is, after links; it need not be there.
    pub path: PathBuf,
    unfinished: Unfinished,
}

/// What nobody else builds as long as this lives.
#[derive(Debug)]
pub(crate) struct Locks {
    _output: Option<Lock>,
    _site: Option<Lock>,
}

impl OutputFolder {
    /// The output of the site in `root`; `None` where its own sources would be in it or around it.
    pub(crate) fn new(root: &Path, output: &Path, unfinished: Unfinished) -> Option<Self> {
        let path = resolved(output);
        let is_apart = |source: &str| {
            let source = resolved(&root.join(source));
            !path.starts_with(&source) && !source.starts_with(&path)
        };
        SOURCES.iter().all(|source| is_apart(source)).then_some(Self { path, unfinished })
    }

    /// Waits until nobody else builds the site or into the folder. `wait` is asked once whether to; `None` if not.
    pub(crate) fn lock(&self, root: &Path, mut wait: impl FnMut() -> bool) -> Result<Option<Locks>> {
        let mut held = None;
        let mut wait = || *held.get_or_insert_with(&mut wait);
        let mut take = |path: &Path| match Lock::take(path, &self.unfinished, &mut wait) {
            Ok(lock) => Ok(lock.map(Some)),
            // Then nobody writes there.
            Err(error) if is_refusal(error.kind()) => Ok(Some(None)),
            Err(error) => Err(error).with_context(|| Failed::new("cannot-write", path.display())),
        };
        let cache = root.join(CACHE);
        // Not in any folder that somebody happens to stand in.
        if root.join("site.yaml").exists() {
            _ = fs::create_dir(&cache);
        }
        let Some(site) = take(&cache.join("lock"))? else { return Ok(None) };
        let Some(mut output) = take(&self.beside("lock"))? else { return Ok(None) };
        if output.is_none() && self.path.is_dir() {
            let Some(inside) = take(&self.inside("lock"))? else { return Ok(None) };
            output = inside;
        }
        Ok(Some(Locks { _output: output, _site: site }))
    }

    pub(super) fn unfinished(&self) -> &Unfinished {
        &self.unfinished
    }

    /// A hidden name beside the folder: `.public.bruecke-new`.
    fn beside(&self, what: &str) -> PathBuf {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        self.path.with_file_name(format!(".{name}{MARK}{what}"))
    }

    /// A hidden name in it.
    fn inside(&self, what: &str) -> PathBuf {
        self.path.join(format!("{MARK}{what}"))
    }

    /// Makes the folder where files wait: beside this one, so that nobody who copies it meets what is not finished; in it
    /// where the parent cannot be written or is another disk.
    pub(super) fn make_staging(&self) -> Result<PathBuf> {
        let own = format!("new-{}", std::process::id());
        let beside = self.beside(&own);
        let is_new = fs::symlink_metadata(&self.path).is_err();
        match fs::create_dir_all(&beside) {
            Ok(()) if is_new || self.takes_from(&beside) => return self.keep(beside),
            Err(error) if is_new => {
                return Err(error).with_context(|| Failed::new("cannot-make-folder", beside.display()));
            }
            // It was a try.
            _ => _ = fs::remove_dir_all(&beside),
        }
        let inside = self.inside(&own);
        disk::make_folder(&inside)?;
        self.keep(inside)
    }

    fn keep(&self, staging: PathBuf) -> Result<PathBuf> {
        self.unfinished.add(&staging);
        Ok(staging)
    }

    /// Whether a file can be moved here from a folder: it cannot from another disk.
    fn takes_from(&self, staging: &Path) -> bool {
        let (from, to) = (staging.join("try"), self.inside("try"));
        let moved = fs::write(&from, "").and_then(|()| fs::rename(&from, &to));
        _ = fs::remove_file(if moved.is_ok() { &to } else { &from });
        moved.is_ok()
    }

    /// Removes what builds left that were ended. Nobody else builds, so it is nobody's.
    pub(super) fn remove_leftovers(&self) -> Result<()> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let beside = self.path.parent().map(|parent| (parent, format!(".{name}{MARK}new")));
        for (folder, begins) in
            beside.into_iter().chain([(&*self.path, format!("{MARK}new")), (&self.path, format!("{MARK}try"))])
        {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.file_name().to_string_lossy().starts_with(&begins) {
                    let path = entry.path();
                    let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
                    let removed = if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
                    removed.with_context(|| Failed::new("cannot-remove", path.display()))?;
                }
            }
        }
        Ok(())
    }
}

fn is_refusal(kind: ErrorKind) -> bool {
    use ErrorKind::{AlreadyExists, NotADirectory, NotFound, PermissionDenied, ReadOnlyFilesystem};
    matches!(kind, AlreadyExists | NotADirectory | NotFound | PermissionDenied | ReadOnlyFilesystem)
}

/// The path without links, as far as it is there.
fn resolved(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut there = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => _ = there.pop(),
            part => there.push(part),
        }
        there = there.canonicalize().unwrap_or(there);
    }
    there
}
