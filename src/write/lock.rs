//! One build at a time: into an output folder, and of a site, whose cache all builds share.
//!
//! A lock is the system's (`flock`, `LockFileEx`), so it ends with its process however that ends; the empty file that it
//! hangs on may stay behind and means nothing.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::unfinished::Unfinished;

/// Something that is built by us alone as long as this lives.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    file: File,
    unfinished: Unfinished,
}

impl Lock {
    /// Takes a lock on a file, which is made. While somebody else has it `wait` is asked once whether to wait. `None` where
    /// it is not to be waited for.
    pub(super) fn take(
        path: &Path,
        unfinished: &Unfinished,
        wait: &mut dyn FnMut() -> bool,
    ) -> io::Result<Option<Self>> {
        let mut may_wait = None;
        loop {
            let file = open(path)?;
            // Any other answer: it is ours, or a file system without locks, and builds are alone by agreement.
            if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
                if !*may_wait.get_or_insert_with(&mut *wait) {
                    return Ok(None);
                }
                file.lock()?;
            }
            // Whoever had it before has removed the file meanwhile, and a third may lock a new one.
            if is_at(&file, path) {
                unfinished.add(path);
                return Ok(Some(Self { path: path.to_path_buf(), file, unfinished: unfinished.clone() }));
            }
        }
    }
}

/// A file to lock; never what a link leads to.
fn open(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

/// Whether the file is still the one at its path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same =
        |there: fs::Metadata| file.metadata().is_ok_and(|own| (own.dev(), own.ino()) == (there.dev(), there.ino()));
    fs::symlink_metadata(path).is_ok_and(same)
}

/// Where a file cannot be removed while it is open, it is.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Before it is let go, so that nobody finds it who does not hold it.
        _ = fs::remove_file(&self.path);
        self.unfinished.forget(&self.path);
        _ = self.file.unlock();
    }
}
