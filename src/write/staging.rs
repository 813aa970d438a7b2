//! Files on their way into the output folder: written aside while the site is built, put in place when all is well.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::disk::{self, beside};
use super::manifest::{self, ContentHash, Manifest, NotOurs, UNSURE};
use crate::diagnostic::Failed;
use crate::model::{Addresses, Content, Output, Sink, SitePath};

/// Where files wait in a folder until all are made.
const STAGING: &str = ".bruecke-new";

/// How many lines of the manifest a thread writes at a time.
const LINES: usize = 512;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub changed: usize,
    pub unchanged: usize,
    pub removed: usize,
}

struct Planned<'o> {
    name: String,
    hash: ContentHash,
    source: Source<'o>,
}

/// Where the bytes of a file are.
enum Source<'o> {
    Content(&'o Content),
    Staged,
    InPlace,
}

impl<'o> Planned<'o> {
    fn of(output: &'o Output) -> Result<Self> {
        let name = output.path.output_file();
        let hash = ContentHash::of(&read(&output.content, &name)?);
        Ok(Self { name, hash, source: Source::Content(&output.content) })
    }

    /// The folder it lies in, below the output folder.
    fn parent(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(parent, _)| parent)
    }
}

fn read<'o>(content: &'o Content, name: &str) -> Result<Cow<'o, [u8]>> {
    content.read().with_context(|| Failed::new("cannot-read", name))
}

/// Files on their way into a folder. Whatever is not put in place is removed.
#[derive(Debug)]
pub(crate) struct Staging {
    folder: PathBuf,
    /// What the last build left.
    old: Manifest,
    is_new: bool,
    /// Where files wait: the folder as it will be where there was none, else files under numbers of their own.
    place: PathBuf,
    made: AtomicBool,
    taken: Mutex<Vec<Taken>>,
}

/// A file that was handed over.
#[derive(Debug)]
struct Taken {
    name: String,
    hash: ContentHash,
    /// Whether it is another than the last build's, and so in the staging folder.
    changed: bool,
}

impl Sink for Staging {
    fn take(&self, path: &SitePath, bytes: &[u8]) -> bool {
        let (name, hash) = (path.output_file(), ContentHash::of(bytes));
        let changed = !self.holds(&name, &hash);
        if changed {
            let to = self.waiting(&name);
            // Whoever finishes tries again, and can say what is wrong.
            if self.make(&to).and_then(|()| fs::write(&to, bytes)).is_err() {
                return false;
            }
        }
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).push(Taken { name, hash, changed });
        true
    }
}

impl Staging {
    /// Begins to write a folder: pages may be handed over as soon as they are made. Nothing is put in place before the end.
    pub(crate) fn begin(folder: &Path) -> Result<Self> {
        let old = Manifest::read(folder)?;
        remove_stale(folder, &old)?;
        let is_new = fs::symlink_metadata(folder).is_err();
        // In a folder that is there: what lies beside it may be on another disk.
        let place = if is_new { beside(folder) } else { folder.join(STAGING) };
        // An interrupted build may have left it.
        if fs::symlink_metadata(&place).is_ok() {
            fs::remove_dir_all(&place).with_context(|| Failed::new("cannot-remove", place.display()))?;
        }
        let (made, taken) = (AtomicBool::default(), Mutex::default());
        Ok(Self { folder: folder.to_path_buf(), old, is_new, place, made, taken })
    }

    pub(crate) fn addresses(&self) -> &Addresses {
        &self.old.addresses
    }

    /// The names of all files: those that were handed over, and `outputs`.
    pub(crate) fn names(&self, outputs: &[Output]) -> BTreeSet<String> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let outputs = outputs.iter().map(|output| output.path.output_file());
        taken.iter().map(|file| file.name.clone()).chain(outputs).collect()
    }

    /// Whether the folder holds this file already. It is read only where the manifest does not know.
    fn holds(&self, name: &str, hash: &ContentHash) -> bool {
        if self.is_new {
            return false;
        }
        let path = self.folder.join(name);
        match self.old.files.get(name) {
            Some(known) if *known == hash.to_string() => {
                fs::metadata(&path).is_ok_and(|data| data.is_file() && data.len() == hash.len)
            }
            Some(known) if known.contains('-') && known != UNSURE => false,
            _ => fs::read(&path).is_ok_and(|there| ContentHash::of(&there) == *hash),
        }
    }

    fn waiting(&self, name: &str) -> PathBuf {
        match self.is_new {
            true => self.place.join(name),
            false => self.place.join(format!("{:032x}", xxhash_rust::xxh3::xxh3_128(name.as_bytes()))),
        }
    }

    /// Makes the folder of a file that waits. Pages have folders of their own, so none of them is remembered.
    fn make(&self, file: &Path) -> std::io::Result<()> {
        if self.is_new || !self.made.load(Ordering::Relaxed) {
            fs::create_dir_all(file.parent().unwrap_or(&self.place))?;
            self.made.store(true, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Puts everything in place: what was handed over, and `outputs`, which are all other files of the folder.
    pub(crate) fn finish(self, outputs: &[Output], addresses: &Addresses) -> Result<Written> {
        let mut planned: Vec<Planned<'_>> = outputs.par_iter().map(Planned::of).collect::<Result<_>>()?;
        let taken = std::mem::take(&mut *self.taken.lock().unwrap_or_else(PoisonError::into_inner));
        planned.extend(taken.into_iter().map(|Taken { name, hash, changed }| {
            let source = if changed { Source::Staged } else { Source::InPlace };
            Planned { name, hash, source }
        }));
        planned.par_sort_unstable_by(|a, b| a.name.cmp(&b.name));
        if self.is_new { self.put_folder(&planned, addresses) } else { self.put_files(&planned, addresses) }
    }

    fn put_folder(&self, planned: &[Planned<'_>], addresses: &Addresses) -> Result<Written> {
        let rest = planned.iter().filter(|file| !matches!(file.source, Source::Staged));
        make_folders(&self.place, &rest.map(Planned::parent).collect())?;
        planned.par_iter().try_for_each(|file| {
            let Source::Content(content) = file.source else { return Ok(()) };
            let path = self.place.join(&file.name);
            fs::write(&path, read(content, &file.name)?).with_context(|| Failed::new("cannot-write", path.display()))
        })?;
        let lines = |files: &[Planned<'_>]| files.iter().map(|file| manifest::line(file.hash, &file.name)).collect();
        let lines: Vec<String> = planned.par_chunks(LINES).map(lines).collect();
        manifest::save(&self.place, &lines, addresses)?;
        disk::rename(&self.place, &self.folder)?;
        Ok(Written { changed: planned.len(), ..Written::default() })
    }

    fn put_files(&self, planned: &[Planned<'_>], addresses: &Addresses) -> Result<Written> {
        let (folder, old) = (&self.folder, &self.old);
        let new: BTreeMap<String, String> =
            planned.par_iter().map(|file| (file.name.clone(), file.hash.to_string())).collect();
        let parents: BTreeSet<&str> = planned.iter().map(Planned::parent).collect();
        // Nothing is in the way in a folder that is new.
        let there: FxHashSet<&str> = parents.iter().copied().filter(|parent| folder.join(parent).is_dir()).collect();
        let is_there = |file: &Planned<'_>| there.contains(file.parent());
        for file in planned.iter().filter(|file| !old.files.contains_key(&file.name) && is_there(file)) {
            check_ours(&folder.join(&file.name), file)?;
        }
        let noted = self.note_changes(&new)?;
        make_folders(folder, &parents)?;
        let changed: Vec<bool> =
            planned.par_iter().map(|file| self.put(file, is_there(file))).collect::<Result<_>>()?;
        let gone: Vec<&String> = old.files.keys().filter(|name| !new.contains_key(*name)).collect();
        for name in &gone {
            disk::remove_output(folder, name)?;
        }
        if new != noted || *addresses != old.addresses {
            manifest::save(folder, &lines(&new), addresses)?;
        }
        let changed = changed.into_iter().filter(|changed| *changed).count();
        Ok(Written { changed, unchanged: planned.len() - changed, removed: gone.len() })
    }

    /// Notes in the manifest what is about to change: an interrupted build then still knows its own files, and that it
    /// cannot trust what they hold.
    fn note_changes(&self, new: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>> {
        let old = &self.old;
        let mut noted = old.files.clone();
        let changing = new.iter().filter(|(name, hash)| old.files.get(*name) != Some(*hash));
        noted.extend(changing.map(|(name, _)| (name.clone(), UNSURE.to_string())));
        if noted != old.files {
            manifest::save(&self.folder, &lines(&noted), &old.addresses)?;
        }
        Ok(noted)
    }

    /// Puts a file in place; whether that changed anything.
    fn put(&self, file: &Planned<'_>, folder_is_there: bool) -> Result<bool> {
        let path = self.folder.join(&file.name);
        match file.source {
            Source::InPlace => return Ok(false),
            Source::Staged => disk::rename(&self.waiting(&file.name), &path)?,
            Source::Content(_) if folder_is_there && self.holds(&file.name, &file.hash) => return Ok(false),
            Source::Content(content) => disk::atomically(&path, &read(content, &file.name)?)?,
        }
        Ok(true)
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

fn lines(files: &BTreeMap<String, String>) -> Vec<String> {
    files.iter().map(|(name, hash)| manifest::line(hash, name)).collect()
}

/// Makes a folder, which is there even for a site without files, and others in it.
fn make_folders(folder: &Path, parents: &BTreeSet<&str>) -> Result<()> {
    disk::make_folder(folder)?;
    parents.par_iter().try_for_each(|parent| disk::make_folder(&folder.join(parent)))
}

/// A file that someone put where the site now wants one is not overwritten, unless it is the same.
fn check_ours(path: &Path, file: &Planned<'_>) -> Result<()> {
    match fs::read(path) {
        Ok(there) if ContentHash::of(&there) != file.hash => {
            bail!(NotOurs { path: path.to_path_buf(), is_file: true })
        }
        _ if path.is_dir() => bail!(Failed::new("folder-in-the-way", path.display())),
        _ => Ok(()),
    }
}

/// Removes what an interrupted build left beside files it was about to write.
fn remove_stale(folder: &Path, old: &Manifest) -> Result<()> {
    let unsure = old.files.iter().filter(|(_, hash)| *hash == UNSURE).map(|(name, _)| name.as_str());
    unsure.chain([manifest::NAME]).try_for_each(|name| disk::remove(&beside(&folder.join(name))))
}
