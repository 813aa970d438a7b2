//! What the last walk read: a file that has not changed since is not read again, and whoever made something of its text
//! knows it by its `Arc`. Whoever is told which files have changed need not walk at all.
//!
//! Invariant: a text is the one on disk. A stamp proves that only once the file was left alone for a while, since two saves
//! may fall into one tick of the file system's clock.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::stamp::{self, Stamp};
use super::walk::{self, Found};
use crate::diagnostic::Diagnostic;
use crate::model::{InputFingerprint, SourceText};

#[derive(Clone, Debug)]
struct Text {
    stamp: Stamp,
    read: SystemTime,
    source: Arc<SourceText>,
}

/// What one build looked at.
#[derive(Debug, Default)]
struct Generation {
    texts: HashMap<PathBuf, Text>,
    /// The files that are no pages, and whether their stamps prove something.
    other_files: BTreeMap<PathBuf, (Stamp, bool)>,
    /// Folders that were walked, and single files, with the hash of what was found.
    hashes: BTreeMap<PathBuf, u128>,
    /// Whether a stamp in any of the hashes proves nothing.
    unsettled: bool,
    /// Whether a page's file may have several names.
    linked: bool,
}

/// The last walk and this one.
#[derive(Debug, Default)]
pub struct SourceCache {
    enabled: bool,
    before: Generation,
    now: Mutex<Generation>,
    /// Files read since somebody asked.
    reads: AtomicUsize,
}

impl SourceCache {
    /// For one walk only: nothing is kept.
    pub fn disabled() -> Self {
        Self::default()
    }

    /// For walk after walk.
    pub fn enabled() -> Self {
        Self { enabled: true, ..Self::default() }
    }

    /// Begins another walk.
    pub fn next_generation(&mut self) {
        self.before = std::mem::take(self.now.get_mut().unwrap_or_else(PoisonError::into_inner));
    }

    /// The files below `folder` of the site `root`; hidden files and editors' copies are passed over.
    pub(super) fn walk(&self, root: &Path, folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
        let walk = walk::walk(root, folder);
        self.note_hash(folder, walk.hash, walk.settled);
        diagnostics.extend(walk.diagnostics);
        walk.files
    }

    /// The same for a folder that holds no pages.
    pub(super) fn other_files(&self, root: &Path, folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
        let files = self.walk(root, folder, diagnostics);
        files.iter().for_each(|file| self.note_other_file(file));
        files
    }

    /// A single file that is no page; `None` where there is none.
    pub(super) fn file(&self, path: &Path) -> io::Result<Option<Found>> {
        let stamp = Stamp::of_file(path)?;
        self.note_hash(path, walk::file_hash(stamp), stamp.is_none_or(|stamp| stamp.is_settled()));
        let file = stamp.map(|stamp| Found { name: String::new(), path: path.into(), stamp, linked: false });
        file.iter().for_each(|file| self.note_other_file(file));
        Ok(file)
    }

    fn note_hash(&self, path: &Path, hash: u128, settled: bool) {
        let mut now = self.now();
        now.hashes.insert(path.into(), hash);
        now.unsettled |= !settled;
    }

    /// Notes a file that is no page.
    pub(super) fn note_other_file(&self, file: &Found) {
        if self.enabled {
            self.now().other_files.insert(file.path.clone(), (file.stamp, file.stamp.is_settled()));
        }
    }

    /// Notes that a page's file may have several names: it changes under all of them, and the system tells of one.
    pub(super) fn note_linked_page(&self) {
        self.now().linked = true;
    }

    /// The fingerprint of what was looked at below `root`; `None` where that proves nothing, since a file has changed a
    /// moment ago.
    pub fn input_fingerprint(&self, root: &Path) -> Option<InputFingerprint> {
        let now = self.now();
        let name = |path: &Path| Some(path.strip_prefix(root).ok()?.to_str()?.to_string());
        let all = now.hashes.iter().map(|(path, hash)| Some((name(path)?, format!("{hash:032x}"))));
        all.collect::<Option<_>>().filter(|_| !now.unsettled).map(InputFingerprint)
    }

    /// Whether a build would find what an earlier one found.
    pub fn matches(root: &Path, fingerprint: &InputFingerprint) -> bool {
        fingerprint.0.iter().all(|(name, hash)| {
            let path = root.join(name);
            let now = match path.is_dir() {
                true => walk::walk(root, &path).hash,
                false => Stamp::of_file(&path).map(walk::file_hash).unwrap_or_default(),
            };
            format!("{now:032x}") == *hash
        })
    }

    /// Whether this walk, which is over, found all files but the pages as the last one did.
    pub fn other_files_are_unchanged(&self) -> bool {
        let (before, now) = (&self.before.other_files, &self.now().other_files);
        self.enabled && !before.is_empty() && before == now && now.values().all(|(_, proves)| *proves)
    }

    /// How many texts were read since this was asked the last time.
    pub fn take_reads(&self) -> usize {
        self.reads.swap(0, Ordering::Relaxed)
    }

    /// The text of a file: the last walk's, or what `read` finds.
    pub(super) fn text(
        &self,
        path: &Path,
        stamp: Stamp,
        read: impl FnOnce() -> Option<SourceText>,
    ) -> Option<Arc<SourceText>> {
        let old = self.before.texts.get(path);
        let text = match old.filter(|old| old.stamp == stamp && stamp.settled(old.read)) {
            Some(old) => old.clone(),
            None => self.read(stamp, old, read)?,
        };
        let source = text.source.clone();
        if self.enabled {
            self.now().texts.insert(path.into(), text);
        }
        Some(source)
    }

    /// The text of a file that this walk has read, as it is now. `None` for any other file, and where a page's file may have
    /// several names.
    pub(super) fn reread(
        &self,
        path: &Path,
        stamp: Stamp,
        read: impl FnOnce() -> Option<SourceText>,
    ) -> Option<Arc<SourceText>> {
        let mut now = self.now();
        if now.linked {
            return None;
        }
        let text = now.texts.get_mut(path)?;
        *text = self.read(stamp, Some(text), read)?;
        Some(text.source.clone())
    }

    /// Reads a text; the same one keeps its `Arc`.
    fn read(&self, stamp: Stamp, old: Option<&Text>, read: impl FnOnce() -> Option<SourceText>) -> Option<Text> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        // Before it is read: what is written while it is read belongs to the next walk.
        let begin = stamp::now();
        let found = read()?;
        let same = old.filter(|old| *old.source == found).map(|old| old.source.clone());
        Some(Text { stamp, read: begin, source: same.unwrap_or_else(|| Arc::new(found)) })
    }

    fn now(&self) -> MutexGuard<'_, Generation> {
        // Whole values go in at once, so even a poisoned one is sound.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
