//! Files on their way into the output folder: written aside while the site is built, put in place when all is well.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use super::disk;
use super::folder::{MARK, OutputFolder};
use super::manifest::{self, ContentHash, Manifest, UNSURE};
use super::survey::{InTheWay, Survey, folders};
use crate::diagnostic::Failed;
use crate::model::{Addresses, Content, Output, Sink, SitePath};

/// How many lines of the manifest a thread writes at a time.
const LINES: usize = 512;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub changed: usize,
    pub unchanged: usize,
    pub removed: usize,
}

/// Files on their way into a folder. Whatever is not put in place is removed.
#[derive(Debug)]
pub(crate) struct Staging {
    folder: OutputFolder,
    /// What the last build left.
    old: Manifest,
    is_new: bool,
    /// Whether files are read to find out whether they are still what the last build made.
    verify: bool,
    /// Where files wait: the folder as it will be where there was none, else files under numbers of their own.
    place: PathBuf,
    taken: Mutex<Vec<Taken>>,
}

/// A file that is to be in the folder.
#[derive(Debug)]
struct Taken {
    name: String,
    hash: ContentHash,
    /// Whether it waits to be put in place, since the folder does not hold it.
    changed: bool,
}

impl Sink for Staging {
    fn take(&self, path: &SitePath, bytes: &[u8]) -> bool {
        // Whoever finishes tries again, and can say what is wrong.
        let Ok(taken) = self.stage(path.output_file(), bytes) else { return false };
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).push(taken);
        true
    }
}

impl Staging {
    /// Begins to write a folder: pages may be handed over as soon as they are made. Nothing is put in place before the end.
    /// Nobody else may be building there.
    pub(crate) fn begin(folder: &OutputFolder, verify: bool) -> Result<Self> {
        let old = Manifest::read(&folder.path)?;
        folder.remove_leftovers()?;
        let is_new = fs::symlink_metadata(&folder.path).is_err();
        let place = folder.make_staging()?;
        Ok(Self { folder: folder.clone(), old, is_new, verify, place, taken: Mutex::default() })
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

    /// Whether the folder holds this file already. It is read only where the manifest does not know, or to verify it.
    fn holds(&self, name: &str, hash: &ContentHash) -> bool {
        if self.is_new {
            return false;
        }
        let path = self.folder.path.join(name);
        let there = || fs::symlink_metadata(&path).is_ok_and(|data| data.is_file() && data.len() == hash.len);
        let read = || fs::read(&path).is_ok_and(|there| ContentHash::of(&there) == *hash);
        match self.old.files.get(name) {
            Some(known) if *known == hash.to_string() => there() && (!self.verify || read()),
            Some(known) if known.contains('-') && known != UNSURE => false,
            _ => there() && read(),
        }
    }

    /// Where a file waits.
    fn waiting(&self, name: &str) -> PathBuf {
        match self.is_new {
            true => self.place.join(name),
            false => self.place.join(format!("{:032x}", xxhash_rust::xxh3::xxh3_128(name.as_bytes()))),
        }
    }

    /// Writes a file aside, unless the folder holds it.
    fn stage(&self, name: String, bytes: &[u8]) -> Result<Taken> {
        let hash = ContentHash::of(bytes);
        let changed = !self.holds(&name, &hash);
        if changed {
            if self.folder.unfinished().is_ending() {
                return Err(std::io::Error::from(ErrorKind::Interrupted))
                    .with_context(|| Failed::new("cannot-write", &name));
            }
            let to = self.waiting(&name);
            if self.is_new {
                disk::make_folder(to.parent().unwrap_or(&self.place))?;
            }
            fs::write(&to, bytes)
                .with_context(|| Failed::new("cannot-write", self.folder.path.join(&name).display()))?;
        }
        Ok(Taken { name, hash, changed })
    }

    /// Puts everything in place: what was handed over, and `outputs`, which are all other files of the folder.
    pub(crate) fn finish(self, outputs: &[Output], addresses: &Addresses) -> Result<Written> {
        let mut all = std::mem::take(&mut *self.taken.lock().unwrap_or_else(PoisonError::into_inner));
        let staged = outputs.par_iter().map(|output| {
            let name = output.path.output_file();
            let bytes = read(&output.content, &name)?;
            self.stage(name, &bytes)
        });
        let staged: Result<Vec<Taken>> = staged.collect();
        let known = all.iter().map(|file| file.hash.len).sum::<u64>();
        all.extend(staged.map_err(|error| self.explain(error, known, outputs))?);
        all.par_sort_unstable_by(|a, b| a.name.cmp(&b.name));
        // From here on the program is not ended before all is done.
        let _placing = self.folder.unfinished().lock();
        if self.is_new { self.put_folder(&all, addresses) } else { self.put_files(&all, addresses) }
    }

    /// Where the disk is full, how much the site needs: as much again as it has, since nothing is removed before all is
    /// there.
    fn explain(&self, error: anyhow::Error, known: u64, outputs: &[Output]) -> anyhow::Error {
        let cause = error.chain().filter_map(|cause| cause.downcast_ref::<std::io::Error>()).next();
        if !cause.is_some_and(|cause| matches!(cause.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)) {
            return error;
        }
        let sizes = outputs.par_iter().map(|output| output.content.size().unwrap_or(0));
        let megabytes = (known + sizes.sum::<u64>()).div_ceil(1_000_000);
        error.context(Failed::new("disk-full", megabytes))
    }

    fn put_folder(&self, all: &[Taken], addresses: &Addresses) -> Result<Written> {
        let lines = |files: &[Taken]| files.iter().map(|file| manifest::line(file.hash, &file.name)).collect();
        let lines: Vec<String> = all.par_chunks(LINES).map(lines).collect();
        let manifest = self.place.join(manifest::NAME);
        disk::write_durably(&manifest, manifest::text(&lines, addresses).as_bytes())?;
        disk::rename(&self.place, &self.folder.path)?;
        disk::keep_names(self.folder.path.parent());
        Ok(Written { changed: all.len(), ..Written::default() })
    }

    fn put_files(&self, all: &[Taken], addresses: &Addresses) -> Result<Written> {
        let (folder, old) = (&self.folder.path, &self.old);
        let new: BTreeMap<String, String> =
            all.par_iter().map(|file| (file.name.clone(), file.hash.to_string())).collect();
        let changed: Vec<&str> = all.iter().filter(|file| file.changed).map(|file| file.name.as_str()).collect();
        self.check_ours(&new, &changed)?;
        let mut gone: Vec<&str> =
            old.files.keys().map(String::as_str).filter(|name| !new.contains_key(*name)).collect();
        // Pages before what they show and link to.
        gone.sort_by_key(|name| !leads_on(name));
        let noted = self.note_changes(&new, &changed)?;
        self.clear_the_way(&changed)?;
        folders(changed.iter().copied()).par_iter().try_for_each(|parent| disk::make_folder(&folder.join(parent)))?;
        // Whoever follows links from what was public before meets no file that is missing.
        for turn in [Turn::Shown, Turn::New, Turn::Changed] {
            let now = changed.par_iter().filter(|name| Turn::of(name, old) == turn);
            now.try_for_each(|name| disk::rename(&self.waiting(name), &folder.join(name)))?;
        }
        for name in &gone {
            disk::remove_output(folder, name)?;
        }
        if new != noted || *addresses != old.addresses {
            self.save(&lines(&new), addresses)?;
        }
        Ok(Written { changed: changed.len(), unchanged: all.len() - changed.len(), removed: gone.len() })
    }

    /// What somebody put where the site now wants something is not overwritten, unless it is the same.
    fn check_ours(&self, new: &BTreeMap<String, String>, changed: &[&str]) -> Result<()> {
        let survey = Survey { folder: &self.folder.path, ours: &self.old.files };
        let mut names = survey.in_the_way(changed.iter().copied(), |_| false);
        if self.old.is_missing {
            // Somebody removed the manifest: what is there is ours if it is what would be there now.
            let is_same = |name: &String| new.contains_key(name) && changed.binary_search(&name.as_str()).is_err();
            names.extend(survey.foreign_in("").filter(|name| !is_same(name) && !name.starts_with(MARK)));
        }
        if !names.is_empty() {
            let (folder, names) = (self.folder.path.clone(), names.into_iter().collect());
            bail!(InTheWay { folder, names, whole: self.old.is_missing });
        }
        Ok(())
    }

    /// Notes in the manifest what is about to change: an interrupted build then still knows its own files, and that it
    /// cannot trust what they hold.
    fn note_changes(&self, new: &BTreeMap<String, String>, changed: &[&str]) -> Result<BTreeMap<String, String>> {
        let old = &self.old;
        let mut noted = old.files.clone();
        if self.old.is_missing {
            noted.extend(new.iter().map(|(name, hash)| (name.clone(), hash.clone())));
        }
        noted.extend(changed.iter().map(|name| (name.to_string(), UNSURE.to_string())));
        // What the last build said of these is not so: it is read again.
        if noted != old.files {
            self.save(&lines(&noted), &old.addresses)?;
        }
        Ok(noted)
    }

    /// Removes files of ours where a folder must be, and folders that hold nothing but files of ours where a file must be.
    fn clear_the_way(&self, changed: &[&str]) -> Result<()> {
        let (folder, ours) = (&self.folder.path, &self.old.files);
        for parent in folders(changed.iter().copied()).into_iter().filter(|parent| ours.contains_key(*parent)) {
            if folder.join(parent).is_file() {
                disk::remove(&folder.join(parent))?;
            }
        }
        for name in changed.iter().filter(|name| folder.join(name).is_dir()) {
            // Whatever is in it was made by us, so it goes as a whole.
            let path = folder.join(name);
            fs::remove_dir_all(&path).with_context(|| Failed::new("cannot-remove", path.display()))?;
        }
        Ok(())
    }

    fn save(&self, files: &[String], addresses: &Addresses) -> Result<()> {
        let waiting = self.place.join("manifest");
        disk::write_durably(&waiting, manifest::text(files, addresses).as_bytes())?;
        disk::rename(&waiting, &self.folder.path.join(manifest::NAME))?;
        disk::keep_names(Some(&self.folder.path));
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Empty by now, or of a build that came to nothing. The next one tries again where this fails.
        if fs::symlink_metadata(&self.place).is_ok() {
            _ = fs::remove_dir_all(&self.place);
        }
        self.folder.unfinished().forget(&self.place);
    }
}

/// When a file is put in place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// What pages show and link to: style sheets, scripts, pictures, documents.
    Shown,
    /// Pages and lists at new addresses, which others will link to.
    New,
    /// Pages and lists that link to all these.
    Changed,
}

impl Turn {
    fn of(name: &str, old: &Manifest) -> Self {
        match (leads_on(name), old.files.contains_key(name)) {
            (false, _) => Self::Shown,
            (true, false) => Self::New,
            (true, true) => Self::Changed,
        }
    }
}

/// Whether a file leads to others: pages, and lists that programs read.
fn leads_on(name: &str) -> bool {
    [".html", ".xml", ".json", ".ics", ".txt"].iter().any(|kind| name.ends_with(kind)) || name.starts_with("search/")
}

fn read<'o>(content: &'o Content, name: &str) -> Result<Cow<'o, [u8]>> {
    content.read().with_context(|| Failed::new("cannot-read", name))
}

fn lines(files: &BTreeMap<String, String>) -> Vec<String> {
    files.iter().map(|(name, hash)| manifest::line(hash, name)).collect()
}
