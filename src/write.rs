//! Outputs → disk: only what changed, each file atomically, what no longer belongs removed.
//!
//! Invariants: nothing is written when the site has errors (the pipeline's caller sees to that); every file is whole at
//! every moment (written beside and renamed); a folder that bruecke did not make is never emptied. Which files are ours
//! is kept in `.bruecke-manifest`, with the hash of each, so that an unchanged file keeps its modification time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use crate::model::output::{Content, Output};

const MANIFEST: &str = ".bruecke-manifest";

/// What writing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files made or changed.
    pub changed: usize,
    /// Files that were right already.
    pub unchanged: usize,
    /// Files removed.
    pub removed: usize,
}

/// Writes `outputs` to `folder`.
///
/// # Errors
/// When the disk refuses, or the folder holds files that bruecke did not make.
pub fn write(outputs: &[Output], folder: &Path) -> Result<Written> {
    let old = manifest(folder)?;
    // The manifest of old and new files comes first: an interrupted run then still knows which files are its own.
    let files: Vec<(String, &Content)> =
        outputs.iter().map(|output| (output.path.output_file(), &output.content)).collect();
    let hashes = files.par_iter().map(|(name, content)| {
        let bytes = content.read().with_context(|| format!("cannot read what becomes {name}"))?;
        Ok((name.clone(), blake3::hash(&bytes).to_hex().to_string()))
    });
    let new: BTreeMap<String, String> = hashes.collect::<Result<_>>()?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let mut both = old.clone();
    both.extend(new.keys().filter(|name| !old.contains_key(*name)).map(|name| (name.clone(), String::new())));
    if both != old {
        save(folder, &both)?;
    }
    let folders: BTreeSet<PathBuf> =
        files.iter().filter_map(|(name, _)| folder.join(name).parent().map(Path::to_path_buf)).collect();
    for folder in &folders {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let changed = files.par_iter().map(|(name, content)| one(folder, name, content, old.get(name) == new.get(name)));
    let changed: Vec<bool> = changed.collect::<Result<_>>()?;
    let gone: Vec<&String> = old.keys().filter(|name| !new.contains_key(*name)).collect();
    for name in &gone {
        remove(folder, name)?;
    }
    if new != both {
        save(folder, &new)?;
    }
    let changed = changed.into_iter().filter(|changed| *changed).count();
    Ok(Written { changed, unchanged: files.len() - changed, removed: gone.len() })
}

/// Writes one file unless it is there as it should be; tells whether it was written.
fn one(folder: &Path, name: &str, content: &Content, same: bool) -> Result<bool> {
    let path = folder.join(name);
    let bytes = content.read().with_context(|| format!("cannot read what becomes {name}"))?;
    if same && fs::metadata(&path).is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64) {
        return Ok(false);
    }
    if fs::read(&path).is_ok_and(|there| there == *bytes) {
        return Ok(false);
    }
    if path.is_dir() {
        bail!("{} is a folder, but the site has a page or file of that name", path.display());
    }
    atomically(&path, &bytes)?;
    Ok(true)
}

/// Beside, then renamed: a reader sees the old file or the new one, never half of one.
fn atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.bruecke-new"));
    fs::write(&beside, bytes).with_context(|| format!("cannot write {}", beside.display()))?;
    fs::rename(&beside, path).with_context(|| format!("cannot put {} in place", path.display()))
}

/// Removes a file of ours, and folders that it leaves empty.
fn remove(folder: &Path, name: &str) -> Result<()> {
    let path = folder.join(name);
    match fs::remove_file(&path) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(|| format!("cannot remove {}", path.display())),
    }
    let mut parent = path.parent();
    while let Some(empty) = parent.filter(|parent| *parent != folder && fs::remove_dir(parent).is_ok()) {
        parent = empty.parent();
    }
    Ok(())
}

/// What the last build wrote: names and hashes. A folder with files and no manifest is not ours.
fn manifest(folder: &Path) -> Result<BTreeMap<String, String>> {
    let path = folder.join(MANIFEST);
    match fs::read_to_string(&path) {
        Ok(text) => {
            let line = |line: &str| line.split_once(' ').map(|(hash, name)| (name.to_string(), hash.to_string()));
            let safe = |name: &String| !name.split('/').any(|part| matches!(part, "" | "." | ".."));
            Ok(text.lines().skip(1).filter_map(line).filter(|(name, _)| safe(name)).collect())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let mut entries = match fs::read_dir(folder) {
                Ok(entries) => entries,
                Err(_) if !folder.exists() => return Ok(BTreeMap::new()),
                Err(error) => return Err(error).with_context(|| format!("cannot read {}", folder.display())),
            };
            if entries.next().is_some() {
                bail!(NotOurs { folder: folder.to_path_buf() });
            }
            Ok(BTreeMap::new())
        }
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// The output folder holds files that bruecke did not make.
#[derive(Debug)]
pub struct NotOurs {
    /// The folder.
    pub folder: PathBuf,
}

impl std::fmt::Display for NotOurs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} holds files that bruecke did not make", self.folder.display())
    }
}

impl std::error::Error for NotOurs {}

fn save(folder: &Path, files: &BTreeMap<String, String>) -> Result<()> {
    let mut text = String::from("bruecke 1: the files of this folder that bruecke made; do not edit\n");
    for (name, hash) in files {
        text.push_str(if hash.is_empty() { "-" } else { hash });
        text.push(' ');
        text.push_str(name);
        text.push('\n');
    }
    atomically(&folder.join(MANIFEST), text.as_bytes())
}
