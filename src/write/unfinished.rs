//! What a build has begun and not finished on the disk: whoever ends the program early removes it first.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Files and folders that are of use to this process alone. Shared with whoever waits for signals.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unfinished(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    paths: Mutex<Vec<PathBuf>>,
    /// Whether the program is being ended, and nothing more is to be begun.
    ending: AtomicBool,
}

/// Other threads may be at a last file while their folder is removed: so often it is tried again, a moment later.
const TRIES: usize = 100;
const MOMENT: Duration = Duration::from_millis(5);

impl Unfinished {
    pub(super) fn add(&self, path: &Path) {
        self.lock().push(path.to_path_buf());
    }

    pub(super) fn forget(&self, path: &Path) {
        self.lock().retain(|other| other != path);
    }

    /// As long as this is held nobody ends the program: files are being put in their places.
    pub(super) fn lock(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.0.paths.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the program is being ended.
    pub(super) fn is_ending(&self) -> bool {
        self.0.ending.load(Ordering::Relaxed)
    }

    /// Removes everything, and then ends the program.
    pub(crate) fn remove_and(&self, end: impl FnOnce()) {
        self.0.ending.store(true, Ordering::Relaxed);
        let mut paths = self.lock();
        for path in paths.drain(..) {
            for _ in 0..TRIES {
                // Nobody is left to be told where this fails for good; the next build tries again.
                _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
                if fs::symlink_metadata(&path).is_err() {
                    break;
                }
                std::thread::sleep(MOMENT);
            }
        }
        end();
    }
}
