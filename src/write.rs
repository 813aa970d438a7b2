//! Outputs → disk: only what changed, each file atomically, what no longer belongs removed.
//!
//! Pages are handed over as soon as they are made, so that no more of the site is in memory than need be; they wait until
//! all is well (`Staging`). Invariants: nothing is put in place when the site has errors; every file is whole at every
//! moment (written elsewhere and renamed; a folder that was not there yet, as a whole); a folder that bruecke did not make is
//! never emptied. Which files are ours is kept in `.bruecke-manifest`, with the hash of each, so that an unchanged file keeps
//! its modification time.

mod manifest;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use manifest::Manifest;

use crate::model::address::Addresses;
use crate::model::edit::Edit;
use crate::model::output::{Content, Output, Sink, Taken};
use crate::model::url::SitePath;

/// Stands for the mark of a file that a build was about to change.
const UNSURE: &str = "-";

/// Where files wait in a folder until all are made.
const STAGING: &str = ".bruecke-new";

/// How many lines of the manifest a thread writes at a time.
const LINES: usize = 512;

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

/// One file that the folder should hold.
struct Planned<'o> {
    name: String,
    content: &'o Content,
    mark: Mark,
}

impl Planned<'_> {
    /// The folder it lies in, below the output folder.
    fn parent(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(parent, _)| parent)
    }

    fn bytes(&self) -> Result<Cow<'_, [u8]>> {
        self.content.read().with_context(|| format!("cannot read what becomes {}", self.name))
    }

    /// How it was handed over.
    fn taken(&self) -> Option<Taken> {
        if let Content::Taken(taken) = self.content { Some(*taken) } else { None }
    }
}

/// Tells whether a file has changed (XXH3, 128 bits), and whether it is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    hash: u128,
    /// In bytes.
    len: u64,
}

impl Mark {
    fn of(bytes: &[u8]) -> Self {
        Self { hash: xxhash_rust::xxh3::xxh3_128(bytes), len: bytes.len() as u64 }
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}-{}", self.hash, self.len)
    }
}

/// The number of what the last build left in a folder: any other build leaves another. `None` where there is nothing.
pub fn left(folder: &Path) -> Option<String> {
    Some(Mark::of(&fs::read(folder.join(manifest::NAME)).ok()?).to_string())
}

/// How many files the last build left in a folder, if each is there with its length, which is what a build looks for, too.
pub fn whole(folder: &Path) -> Option<usize> {
    let files = Manifest::read(folder).ok()?.files;
    let is_there = |(name, mark): (&String, &String)| {
        let data = fs::metadata(folder.join(name)).ok().filter(fs::Metadata::is_file);
        data.is_some_and(|data| mark.rsplit_once('-').is_some_and(|(_, len)| len == data.len().to_string()))
    };
    files.par_iter().all(is_there).then_some(files.len())
}

/// Writes `outputs` to `folder`, and for the next build where its pages stand.
///
/// # Errors
/// When the disk refuses, or the folder holds files that bruecke did not make.
pub fn write(outputs: &[Output], addresses: &Addresses, folder: &Path) -> Result<Written> {
    begin(folder)?.finish(outputs, addresses)
}

/// Begins to write a folder: pages may be handed over as soon as they are made. Nothing is put in place before the end.
///
/// # Errors
/// When the disk refuses, or the folder holds files that bruecke did not make.
pub fn begin(folder: &Path) -> Result<Staging> {
    let old = Manifest::read(folder)?;
    sweep(folder, &old)?;
    let is_new = fs::symlink_metadata(folder).is_err();
    // In a folder that is there: what lies beside it may be on another disk.
    let place = if is_new { beside(folder) } else { folder.join(STAGING) };
    // An interrupted build may have left it.
    if fs::symlink_metadata(&place).is_ok() {
        fs::remove_dir_all(&place).with_context(|| format!("cannot remove {}", place.display()))?;
    }
    Ok(Staging { folder: folder.to_path_buf(), old, is_new, place, made: AtomicBool::default() })
}

/// Files on their way into a folder. Whatever is not put in place is removed.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    /// What the last build left.
    old: Manifest,
    /// Whether there was no folder.
    is_new: bool,
    /// Where files wait: the folder as it will be where there was none, else files under numbers of their own.
    place: PathBuf,
    /// Whether that place was made.
    made: AtomicBool,
}

impl Sink for Staging {
    fn take(&self, path: &SitePath, bytes: &[u8]) -> Option<Taken> {
        let name = path.output_file();
        let mark = Mark::of(bytes);
        let changed = !self.holds(&name, &mark);
        if changed {
            let to = self.waiting(&name);
            // Whoever finishes tries again, and can say what is wrong.
            self.make(&to).and_then(|()| fs::write(&to, bytes)).ok()?;
        }
        Some(Taken { hash: mark.hash, len: mark.len, changed })
    }
}

impl Staging {
    /// Where pages of the last build stood; nothing when there was none.
    pub fn addresses(&self) -> &Addresses {
        &self.old.addresses
    }

    /// Whether the folder holds this file already. It is read only where the manifest does not know.
    fn holds(&self, name: &str, mark: &Mark) -> bool {
        if self.is_new {
            return false;
        }
        let path = self.folder.join(name);
        match self.old.files.get(name) {
            Some(known) if *known == mark.to_string() => {
                fs::metadata(&path).is_ok_and(|data| data.is_file() && data.len() == mark.len)
            }
            Some(known) if known.contains('-') && known != UNSURE => false,
            _ => fs::read(&path).is_ok_and(|there| Mark::of(&there) == *mark),
        }
    }

    /// Where a file waits.
    fn waiting(&self, name: &str) -> PathBuf {
        if !self.is_new {
            return self.place.join(format!("{:032x}", xxhash_rust::xxh3::xxh3_128(name.as_bytes())));
        }
        let mut path = PathBuf::with_capacity(self.place.as_os_str().len() + 1 + name.len());
        path.extend([self.place.as_os_str(), name.as_ref()]);
        path
    }

    /// Makes the folder of a file that waits. Pages have folders of their own, so none of them is remembered.
    fn make(&self, file: &Path) -> std::io::Result<()> {
        if self.is_new || !self.made.load(Ordering::Relaxed) {
            fs::create_dir_all(file.parent().unwrap_or(&self.place))?;
            self.made.store(true, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Puts everything in place: `outputs` are all files of the folder, those that were handed over included.
    ///
    /// # Errors
    /// When the disk refuses, or a file of the folder is not bruecke's.
    pub fn finish(self, outputs: &[Output], addresses: &Addresses) -> Result<Written> {
        let planned: Vec<Planned<'_>> = outputs.par_iter().map(plan).collect::<Result<_>>()?;
        if self.is_new { self.whole(&planned, addresses) } else { self.files(&planned, addresses) }
    }

    /// Puts a folder in place that was not there.
    fn whole(&self, planned: &[Planned<'_>], addresses: &Addresses) -> Result<Written> {
        let rest: Vec<&Planned<'_>> = planned.iter().filter(|file| file.taken().is_none()).collect();
        make(&self.place, &rest.iter().map(|file| file.parent()).collect())?;
        rest.par_iter().try_for_each(|file| {
            let path = self.place.join(&file.name);
            fs::write(&path, file.bytes()?).with_context(|| format!("cannot write {}", path.display()))
        })?;
        let mut named: Vec<&Planned<'_>> = planned.iter().collect();
        named.par_sort_unstable_by(|a, b| a.name.cmp(&b.name));
        let lines = |files: &[&Planned<'_>]| files.iter().map(|file| manifest::line(file.mark, &file.name)).collect();
        let lines: Vec<String> = named.par_chunks(LINES).map(lines).collect();
        save(&self.place, &lines, addresses)?;
        let folder = &self.folder;
        fs::rename(&self.place, folder).with_context(|| format!("cannot put {} in place", folder.display()))?;
        Ok(Written { changed: planned.len(), ..Written::default() })
    }

    /// Puts files in their places in a folder that is there.
    fn files(&self, planned: &[Planned<'_>], addresses: &Addresses) -> Result<Written> {
        let (folder, old) = (&self.folder, &self.old);
        let new = planned.par_iter().map(|file| (file.name.clone(), file.mark.to_string()));
        let new: BTreeMap<String, String> = new.collect();
        let lines = |files: &BTreeMap<String, String>| -> Vec<String> {
            files.iter().map(|(name, mark)| manifest::line(mark, name)).collect()
        };
        let parents: BTreeSet<&str> = planned.iter().map(Planned::parent).collect();
        // Nothing is in the way in a folder that is new.
        let there: FxHashSet<&str> = parents.iter().copied().filter(|parent| folder.join(parent).is_dir()).collect();
        let is_there = |file: &Planned<'_>| there.contains(file.parent());
        for file in planned.iter().filter(|file| !old.files.contains_key(&file.name) && is_there(file)) {
            not_ours(&folder.join(&file.name), file)?;
        }
        // What is about to change is noted first: an interrupted build then still knows its own files, and that it cannot
        // trust what they hold.
        let mut noted = old.files.clone();
        let changing = new.iter().filter(|(name, mark)| old.files.get(*name) != Some(*mark));
        noted.extend(changing.map(|(name, _)| (name.clone(), UNSURE.to_string())));
        if noted != old.files {
            save(folder, &lines(&noted), &old.addresses)?;
        }
        make(folder, &parents)?;
        let changed = planned.par_iter().map(|file| match file.taken() {
            Some(taken) if taken.changed => {
                let path = folder.join(&file.name);
                let put = fs::rename(self.waiting(&file.name), &path);
                put.with_context(|| format!("cannot put {} in place", path.display())).map(|()| true)
            }
            Some(_) => Ok(false),
            None if is_there(file) && self.holds(&file.name, &file.mark) => Ok(false),
            None => put(folder, file).map(|()| true),
        });
        let changed: Vec<bool> = changed.collect::<Result<_>>()?;
        let gone: Vec<&String> = old.files.keys().filter(|name| !new.contains_key(*name)).collect();
        for name in &gone {
            remove(folder, name)?;
        }
        if new != noted || *addresses != old.addresses {
            save(folder, &lines(&new), addresses)?;
        }
        let changed = changed.into_iter().filter(|changed| *changed).count();
        Ok(Written { changed, unchanged: planned.len() - changed, removed: gone.len() })
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Empty by now, or of a build that came to nothing. The next one tries again where this fails.
        if fs::symlink_metadata(&self.place).is_ok() {
            _ = fs::remove_dir_all(&self.place);
        }
    }
}

/// Makes a folder and others in it.
fn make(folder: &Path, parents: &BTreeSet<&str>) -> Result<()> {
    // The folder itself first, so that it is there for a site without files.
    let make =
        |path: &Path| fs::create_dir_all(path).with_context(|| format!("cannot make the folder {}", path.display()));
    make(folder)?;
    parents.par_iter().try_for_each(|parent| make(&folder.join(parent)))
}

/// Puts lines into one of the site's own text files, atomically; the file is made if there is none.
///
/// # Errors
/// When the disk refuses, or the file is not text.
pub fn edit(root: &Path, edit: &Edit) -> Result<()> {
    let path = root.join(&edit.path);
    let old = match fs::read_to_string(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        read => read.with_context(|| format!("cannot read {}", path.display()))?,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    atomically(&path, edit.apply(&old).as_bytes())
}

fn plan(output: &Output) -> Result<Planned<'_>> {
    let name = output.path.output_file();
    let content = &output.content;
    let mark = match content {
        Content::Taken(taken) => Mark { hash: taken.hash, len: taken.len },
        _ => Mark::of(&content.read().with_context(|| format!("cannot read what becomes {name}"))?),
    };
    Ok(Planned { name, content, mark })
}

/// A file that someone put where the site now wants one is not overwritten, unless it is the same.
fn not_ours(path: &Path, file: &Planned<'_>) -> Result<()> {
    match fs::read(path) {
        Ok(there) if Mark::of(&there) != file.mark => {
            bail!(NotOurs { path: path.to_path_buf(), is_file: true })
        }
        _ if path.is_dir() => bail!("{} is a folder, but the site has a page or file of that name", path.display()),
        _ => Ok(()),
    }
}

/// Removes what an interrupted build left beside files it was about to write.
fn sweep(folder: &Path, old: &Manifest) -> Result<()> {
    let unsure = old.files.iter().filter(|(_, hash)| *hash == UNSURE).map(|(name, _)| name.as_str());
    for name in unsure.chain([manifest::NAME]) {
        let left = beside(&folder.join(name));
        match fs::remove_file(&left) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("cannot remove {}", left.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

fn put(folder: &Path, file: &Planned<'_>) -> Result<()> {
    atomically(&folder.join(&file.name), &file.bytes()?)
}

/// Writes one file that people keep too, whole at every moment; its folder is made.
///
/// # Errors
/// When the disk refuses.
pub fn file(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    atomically(path, bytes)
}

/// Where a file is written before it is put in place.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.bruecke-new"))
}

/// Beside, then renamed: a reader sees the old file or the new one, never half of one.
fn atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = beside(path);
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

/// A folder that holds, or a file that is, something bruecke did not make.
#[derive(Debug)]
pub struct NotOurs {
    /// The folder or file.
    pub path: PathBuf,
    /// Whether it is a single file, in the way of one of ours.
    pub is_file: bool,
}

impl std::fmt::Display for NotOurs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} was not made by bruecke", self.path.display())
    }
}

impl std::error::Error for NotOurs {}

fn save(folder: &Path, files: &[String], addresses: &Addresses) -> Result<()> {
    atomically(&folder.join(manifest::NAME), manifest::text(files, addresses).as_bytes())
}
