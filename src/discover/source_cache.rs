//! What the last walk read: a file that has not changed since is not read again, and whoever made something of its text
//! knows it by its `Arc`. Whoever is told which files have changed need not walk at all.
//!
//! Invariant: a text is the one on disk. A stamp proves that only once the file was left alone for a while, since two saves
//! may fall into one tick of the file system's clock.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::stamp::{self, Stamp};
use super::walk::{Found, Walks};
use crate::diagnostic::Diagnostic;
use crate::model::input_fingerprint::InputFingerprint;
use crate::model::source::SourceText;

#[derive(Clone, Debug)]
struct Text {
    stamp: Stamp,
    read: SystemTime,
    source: Arc<SourceText>,
}

#[derive(Debug, Default)]
struct Walk {
    texts: HashMap<PathBuf, Text>,
    /// The files that are no pages, and whether their stamps prove something.
    beside: BTreeMap<PathBuf, (Stamp, bool)>,
}

/// The last walk and this one.
#[derive(Debug, Default)]
pub struct SourceCache {
    enabled: bool,
    before: Walk,
    now: Mutex<Walk>,
    /// Whether a file may have several names.
    linked: AtomicBool,
    walks: Walks,
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
        (self.linked, self.walks) = (AtomicBool::new(false), Walks::default());
    }

    /// The files below `folder`; hidden files and editors' copies are passed over.
    pub(super) fn files(&self, folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
        self.walks.files(folder, diagnostics)
    }

    /// A single file's stamp; `None` where there is none.
    pub(super) fn file(&self, path: &Path) -> io::Result<Option<Stamp>> {
        self.walks.file(path)
    }

    /// The fingerprint of what was looked at below `root` from the first walk on; `None` where that proves nothing, since a file has changed
    /// a moment ago.
    pub fn input_fingerprint(&self, root: &Path) -> Option<InputFingerprint> {
        self.walks.input_fingerprint(root)
    }

    /// Whether a build would find what an earlier one found.
    pub fn matches(root: &Path, fingerprint: &InputFingerprint) -> bool {
        Walks::matches(root, fingerprint)
    }

    /// Notes that a file may have several names: it changes under all of them, and the system tells of one.
    pub(super) fn linked(&self) {
        self.linked.store(true, Ordering::Relaxed);
    }

    /// The text of a file that the last walk read, by its only name: as it was, or what `read` finds. `None` for any other
    /// file.
    pub(super) fn text_since(
        &self,
        path: &Path,
        stamp: Stamp,
        read: impl FnOnce() -> Option<SourceText>,
    ) -> Option<Arc<SourceText>> {
        let mut now = self.now();
        let text = now.texts.get_mut(path).filter(|_| !self.linked.load(Ordering::Relaxed))?;
        let begin = stamp::now();
        self.reads.fetch_add(1, Ordering::Relaxed);
        let found = read()?;
        let source = if *text.source == found { text.source.clone() } else { Arc::new(found) };
        *text = Text { stamp, read: begin, source: source.clone() };
        Some(source)
    }

    /// Whether this walk, which is over, found all files but the pages as the last one did.
    pub fn same_beside_pages(&self) -> bool {
        let now = self.now();
        let same = |((path, (stamp, proves)), (other, (then, _))): (Seen<'_>, Seen<'_>)| {
            *proves && path == other && stamp == then
        };
        let before = &self.before.beside;
        self.enabled
            && !before.is_empty()
            && before.len() == now.beside.len()
            && before.iter().zip(&now.beside).all(same)
    }

    /// How many texts were read since this was asked the last time.
    pub fn take_reads(&self) -> usize {
        self.reads.swap(0, Ordering::Relaxed)
    }

    /// Notes a file that is no page.
    pub(super) fn beside(&self, path: &Path, stamp: Stamp) {
        if self.enabled {
            self.now().beside.insert(path.to_path_buf(), (stamp, stamp.is_settled()));
        }
    }

    /// The text of a file: the last walk's, or what `read` finds.
    pub(super) fn text(
        &self,
        path: &Path,
        stamp: Stamp,
        read: impl FnOnce() -> Option<SourceText>,
    ) -> Option<Arc<SourceText>> {
        let read = || {
            self.reads.fetch_add(1, Ordering::Relaxed);
            read()
        };
        if !self.enabled {
            return read().map(Arc::new);
        }
        let old = self.before.texts.get(path);
        let text = match old.filter(|old| old.stamp == stamp && stamp.settled(old.read)) {
            Some(old) => old.clone(),
            None => {
                // Before it is read: what is written while it is read belongs to the next walk.
                let begin = stamp::now();
                let found = read()?;
                let same = old.filter(|old| *old.source == found).map(|old| old.source.clone());
                Text { stamp, read: begin, source: same.unwrap_or_else(|| Arc::new(found)) }
            }
        };
        let source = text.source.clone();
        self.now().texts.insert(path.to_path_buf(), text);
        Some(source)
    }

    fn now(&self) -> MutexGuard<'_, Walk> {
        // Whole values go in at once, so even a poisoned walk is sound.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

type Seen<'w> = (&'w PathBuf, &'w (Stamp, bool));
