//! Single files and folders: each file is whole at every moment, and what people wrote is on the disk before it counts.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result};

use crate::diagnostic::Failed;
use crate::model::Edit;

/// Puts lines into one of the site's own text files, atomically; the file is made if there is none.
pub(crate) fn edit(root: &Path, edit: &Edit) -> Result<()> {
    let path = root.join(&edit.path);
    let old = match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        read => read.with_context(|| Failed::new("cannot-read", path.display()))?,
    };
    file(&path, edit.apply(&old).as_bytes())
}

/// Writes one file atomically; its folder is made. Where it is a link, what that leads to is written; who may read and write
/// it stays as it was.
pub(crate) fn file(path: &Path, bytes: &[u8]) -> Result<()> {
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    // A name of its own and not longer than the file's, which may be as long as a name can be.
    let beside = path.with_file_name(format!(".bruecke-new-{}", std::process::id()));
    let written = write_durably(&beside, bytes).and_then(|()| {
        if let Ok(there) = fs::metadata(path) {
            _ = fs::set_permissions(&beside, there.permissions());
        }
        rename(&beside, path)
    });
    if written.is_err() {
        _ = fs::remove_file(&beside);
    }
    written?;
    keep_names(path.parent());
    Ok(())
}

pub(super) fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).with_context(|| Failed::new("cannot-make-folder", path.display()))
}

/// Writes a file that is on the disk when this returns, whatever becomes of the machine.
pub(super) fn write_durably(path: &Path, bytes: &[u8]) -> Result<()> {
    let write = || {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().with_context(|| Failed::new("cannot-write", path.display()))
}

/// Has the disk keep the names in a folder as they are now. Not every system can be asked for that.
pub(super) fn keep_names(folder: Option<&Path>) {
    _ = folder.map(|folder| File::open(folder).and_then(|folder| folder.sync_all()));
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| Failed::new("cannot-place", to.display()))
}

/// Removes a file that may be gone already, or have become a folder.
pub(super) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if !is_gone(path, &error) => {
            Err(error).with_context(|| Failed::new("cannot-remove", path.display()))
        }
        _ => Ok(()),
    }
}

fn is_gone(path: &Path, error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
        || fs::symlink_metadata(path).is_ok_and(|there| there.is_dir())
}

/// Removes a file of the output, and folders that it leaves empty; nothing that is reached through a link.
pub(super) fn remove_output(folder: &Path, name: &str) -> Result<()> {
    let parents: Vec<&str> = name.match_indices('/').map(|(at, _)| &name[..at]).collect();
    let is_folder = |name: &&str| fs::symlink_metadata(folder.join(name)).is_ok_and(|there| there.is_dir());
    if !parents.iter().all(is_folder) {
        return Ok(());
    }
    remove(&folder.join(name))?;
    for parent in parents.iter().rev() {
        if fs::remove_dir(folder.join(parent)).is_err() {
            break;
        }
    }
    Ok(())
}
