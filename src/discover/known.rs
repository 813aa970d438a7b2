//! What the last walk read: a file that has not changed since is not read again, and whoever made something of its text
//! knows it by its `Arc`. Whoever is told which files have changed need not walk at all.
//!
//! Invariant: a text is the one on disk. A stamp proves that only once the file was left alone for a while, since two saves
//! may fall into one tick of the file system's clock.

use std::collections::{BTreeMap, HashMap};
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use xxhash_rust::xxh3::Xxh3;

use super::walk::{Found, Walks};
use crate::diagnostic::Diagnostic;
use crate::model::input_fingerprint::InputFingerprint;
use crate::model::source::SourceText;

/// The coarsest clock of a file system in use (FAT).
const TICK: Duration = Duration::from_secs(2);

/// What tells a file from what it was before, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The size in bytes.
    pub size: u64,
    modified: Option<SystemTime>,
    /// The file itself and when anything about it changed: a file that was put in another's place may be older.
    node: (u64, i64, i64),
}

impl Stamp {
    pub(super) fn of(data: &Metadata) -> Self {
        Self { size: data.len(), modified: data.modified().ok(), node: node(data) }
    }

    /// Whether the file has several names.
    #[cfg(unix)]
    pub(super) fn is_linked(data: &Metadata) -> bool {
        std::os::unix::fs::MetadataExt::nlink(data) > 1
    }

    /// Unknown here.
    #[cfg(not(unix))]
    pub(super) fn is_linked(_: &Metadata) -> bool {
        false
    }

    /// Whether it proves something now.
    pub(super) fn is_settled(&self) -> bool {
        self.settled(SystemTime::now())
    }

    /// Adds it to a number.
    pub(super) fn digest(&self, digest: &mut Xxh3) {
        let since = |time: SystemTime| time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_nanos();
        digest.update(&self.size.to_le_bytes());
        digest.update(&self.modified.map_or(0, since).to_le_bytes());
        let (node, seconds, nanoseconds) = self.node;
        digest.update(&node.to_le_bytes());
        digest.update(&seconds.to_le_bytes());
        digest.update(&nanoseconds.to_le_bytes());
    }

    /// Whether it proved something at an instant: any later change would have another one.
    fn settled(&self, at: SystemTime) -> bool {
        self.modified.and_then(|modified| at.duration_since(modified).ok()).is_some_and(|age| age > TICK)
    }
}

#[cfg(unix)]
fn node(data: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (data.ino(), data.ctime(), data.ctime_nsec())
}

#[cfg(not(unix))]
fn node(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

#[derive(Clone, Debug)]
struct Text {
    stamp: Stamp,
    read: SystemTime,
    source: Arc<SourceText>,
}

/// One walk.
#[derive(Debug, Default)]
struct Walk {
    texts: HashMap<PathBuf, Text>,
    /// The files that are no pages, and whether their stamps prove something.
    beside: BTreeMap<PathBuf, (Stamp, bool)>,
}

/// The last walk and this one.
#[derive(Debug, Default)]
pub struct Known {
    keeps: bool,
    before: Walk,
    now: Mutex<Walk>,
    /// Whether a file may have several names.
    linked: AtomicBool,
    walks: Walks,
    /// Files read since somebody asked.
    reads: AtomicUsize,
}

impl Known {
    /// For one walk only: nothing is kept.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// For walk after walk.
    pub fn keeping() -> Self {
        Self { keeps: true, ..Self::default() }
    }

    /// Begins another walk.
    pub fn turn(&mut self) {
        self.before = std::mem::take(self.now.get_mut().unwrap_or_else(PoisonError::into_inner));
        (self.linked, self.walks) = (AtomicBool::new(false), Walks::default());
    }

    /// The files below `folder`; hidden files and editors' copies are passed over.
    pub(super) fn files(&self, folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
        self.walks.files(folder, diagnostics)
    }

    /// Walks a folder for whoever asks for its files later.
    pub(super) fn look_ahead(&self, folder: &Path) {
        self.walks.look_ahead(folder);
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

    /// Whether a build would find what an earlier one found. What it would find is kept for it.
    pub fn matches(&self, root: &Path, fingerprint: &InputFingerprint) -> bool {
        self.walks.matches(root, fingerprint)
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
        let begin = SystemTime::now();
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
        self.keeps && !before.is_empty() && before.len() == now.beside.len() && before.iter().zip(&now.beside).all(same)
    }

    /// How many texts were read since this was asked the last time.
    pub fn take_reads(&self) -> usize {
        self.reads.swap(0, Ordering::Relaxed)
    }

    /// Notes a file that is no page.
    pub(super) fn beside(&self, path: &Path, stamp: Stamp) {
        if self.keeps {
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
        if !self.keeps {
            return read().map(Arc::new);
        }
        let old = self.before.texts.get(path);
        let text = match old.filter(|old| old.stamp == stamp && stamp.settled(old.read)) {
            Some(old) => old.clone(),
            None => {
                // Before it is read: what is written while it is read belongs to the next walk.
                let begin = SystemTime::now();
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
