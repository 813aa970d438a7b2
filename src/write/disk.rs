//! Single files and folders: each file is whole at every moment.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::diagnostic::Failed;
use crate::model::Edit;

/// Puts lines into one of the site's own text files, atomically; the file is made if there is none.
pub(crate) fn edit(root: &Path, edit: &Edit) -> Result<()> {
    let path = root.join(&edit.path);
    let old = match fs::read_to_string(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        read => read.with_context(|| Failed::new("cannot-read", path.display()))?,
    };
    file(&path, edit.apply(&old).as_bytes())
}

/// Writes one file atomically; its folder is made.
pub(crate) fn file(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    atomically(path, bytes)
}

pub(super) fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).with_context(|| Failed::new("cannot-make-folder", path.display()))
}

/// Where a file is written before it is put in place.
pub(super) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.bruecke-new"))
}

/// Written beside, then renamed: a reader sees the old file or the new one, never half of one.
pub(super) fn atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = beside(path);
    fs::write(&beside, bytes).with_context(|| Failed::new("cannot-write", beside.display()))?;
    rename(&beside, path)
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| Failed::new("cannot-place", to.display()))
}

/// Removes a file that may be gone already.
pub(super) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| Failed::new("cannot-remove", path.display()))
        }
        _ => Ok(()),
    }
}

/// Removes a file of the output, and folders that it leaves empty.
pub(super) fn remove_output(folder: &Path, name: &str) -> Result<()> {
    let path = folder.join(name);
    remove(&path)?;
    let mut parent = path.parent();
    while let Some(empty) = parent.filter(|parent| *parent != folder && fs::remove_dir(parent).is_ok()) {
        parent = empty.parent();
    }
    Ok(())
}
