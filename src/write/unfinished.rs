//! What a build has begun and not finished on the disk: whoever ends the program early removes it first.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Files and folders that are of use to this process alone. Shared with whoever waits for signals.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unfinished(Arc<Mutex<Vec<PathBuf>>>);

impl Unfinished {
    pub(super) fn add(&self, path: &Path) {
        self.lock().push(path.to_path_buf());
    }

    pub(super) fn forget(&self, path: &Path) {
        self.lock().retain(|other| other != path);
    }

    /// As long as this is held nobody ends the program: files are being put in their places.
    pub(super) fn lock(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Removes everything, and then ends the program.
    pub(crate) fn remove_and(&self, end: impl FnOnce()) {
        let mut paths = self.lock();
        for path in paths.drain(..) {
            // Nobody is left to be told where this fails; the next build tries again.
            _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        }
        end();
    }
}
