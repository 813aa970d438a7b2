//! What changed on disk: only the site's own folders count, so that writing the output never starts a build, and a burst
//! of saves makes one build.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::diagnostic::Failed;
use crate::pipeline::Changed;
use crate::report::{self, Messages};

const FOLDERS: [&str; 3] = ["content", "locales", "themes"];
const FILE: &str = "site.yaml";
/// How long the disk must be quiet: editors save in several steps.
const QUIET: Duration = Duration::from_millis(10);
/// The same where a file was written to its end.
const DONE: Duration = Duration::from_millis(1);
/// A disk that is never quiet does not put a build off for longer.
const PATIENCE: Duration = Duration::from_secs(2);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Notice {
    /// Files or folders of the site.
    Change {
        files: Vec<PathBuf>,
        /// Whether they are as they are to be, as far as the system knows: closed after writing, or put in place.
        done: bool,
    },
    /// One of the watched folders itself came or went.
    Folder,
    Rescan,
}

pub(super) struct Changes {
    root: PathBuf,
    watcher: RecommendedWatcher,
    notices: Receiver<Notice>,
    messages: Arc<Messages>,
    /// Whether the last build was made because the system lost count.
    rescanned: bool,
    /// The files of which the next build is to be told; `None` where that is not known.
    files: Option<BTreeSet<PathBuf>>,
}

impl Changes {
    pub(super) fn of(root: &Path, messages: Arc<Messages>) -> Result<Self> {
        // The system reports whole paths, so the root must be one.
        let root = root.canonicalize().with_context(|| Failed::new("cannot-open", root.display()))?;
        let (sender, notices) = channel();
        let (base, teller) = (root.clone(), messages.clone());
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| match event {
            Ok(event) => {
                // Without a receiver the program is about to end.
                _ = notice(&base, &event).map(|notice| sender.send(notice));
            }
            Err(error) => errln!("{}", report::failure(&teller, &error.into())),
        });
        let watcher = watcher.context(Failed::new("cannot-watch", root.display()))?;
        let mut changes = Self { root, watcher, notices, messages, rescanned: false, files: Some(BTreeSet::new()) };
        // The root without what is below: for site.yaml, which editors replace, and for folders that come later.
        let root = changes.root.clone();
        changes.watch(&root, RecursiveMode::NonRecursive)?;
        changes.watch_folders()?;
        Ok(changes)
    }

    /// Waits for a change and for the end of the burst it belongs to, and gives all that has changed since the last time;
    /// `None` when there can be no change any more.
    pub(super) fn wait(&mut self) -> Option<Changed> {
        let mut quiet = loop {
            let first = self.notices.recv().ok()?;
            if let Some(quiet) = self.take(first) {
                break quiet;
            }
        };
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let Ok(next) = self.notices.recv_timeout(quiet) else { break };
            quiet = self.take(next).unwrap_or(quiet);
        }
        let files = self.files.replace(BTreeSet::new());
        Some(files.map_or(Changed::Anything, Changed::Files))
    }

    /// Takes note of a notice; gives how long the disk must be quiet after it, if it calls for a build.
    fn take(&mut self, notice: Notice) -> Option<Duration> {
        let rescanned = std::mem::replace(&mut self.rescanned, notice == Notice::Rescan);
        if let Notice::Change { files, done } = notice {
            self.files.iter_mut().for_each(|all| all.extend(files.iter().cloned()));
            return Some(if done { DONE } else { QUIET });
        }
        self.files = None;
        if notice == Notice::Folder
            && let Err(error) = self.watch_folders()
        {
            errln!("{}", report::failure(&self.messages, &error));
        }
        // A build opens every file, which may itself overflow the system's queue: one build for that, not one after the
        // other for ever.
        (!(rescanned && self.rescanned)).then_some(QUIET)
    }

    fn watch_folders(&mut self) -> Result<()> {
        for folder in FOLDERS.map(|name| self.root.join(name)) {
            if folder.is_dir() {
                self.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) -> Result<()> {
        self.watcher.watch(path, mode).with_context(|| Failed::new("cannot-watch", path.display()))
    }
}

/// What an event of the system means for the site below `root`.
fn notice(root: &Path, event: &Event) -> Option<Notice> {
    if event.need_rescan() {
        return Some(Notice::Rescan);
    }
    let done = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Remove(_) => true,
        EventKind::Modify(ModifyKind::Name(name)) => name != RenameMode::From,
        // The build reads every file itself.
        EventKind::Access(_) => return None,
        _ => false,
    };
    let folder = |path: &PathBuf| FOLDERS.iter().any(|name| root.join(name) == *path);
    if event.paths.iter().any(folder) {
        return Some(Notice::Folder);
    }
    let ours = event.paths.iter().filter(|path| belongs(root, path));
    let files: Vec<PathBuf> = ours.filter_map(|path| Some(path.strip_prefix(root).ok()?.to_path_buf())).collect();
    (!files.is_empty()).then_some(Notice::Change { files, done })
}

/// Whether a path is part of the site. Hidden files and editors' copies are not, just as for a build.
fn belongs(root: &Path, path: &Path) -> bool {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let mut parts = relative.components().map(Component::as_os_str);
    let Some(first) = parts.next() else { return false };
    let ours = FOLDERS.iter().any(|name| first == OsStr::new(name)) || relative == Path::new(FILE);
    let passed_over = |name: &OsStr| {
        let name = name.to_string_lossy();
        name.starts_with(['.', '#']) || name.ends_with('~')
    };
    ours && !parts.any(passed_over)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_sites_own_files_count() {
        let root = Path::new("/site");
        for ours in ["site.yaml", "content/a.de.md", "locales/de/site.ftl", "themes/x/templates/page.html"] {
            assert!(belongs(root, &root.join(ours)), "{ours}");
        }
        let others = ["", "public/index.html", ".git/index", "README.md", "site.yaml.swp", "content/.a.swp"];
        for other in others.into_iter().chain(["content/a.md~", "content/#a.md#", "sub/site.yaml"]) {
            assert!(!belongs(root, &root.join(other)), "{other}");
        }
    }

    #[test]
    fn reading_is_no_change() {
        use notify::event::{AccessKind, AccessMode, CreateKind};
        let event = |kind| Event::new(kind).add_path("/site/content".into());
        let read = event(EventKind::Access(AccessKind::Open(AccessMode::Any)));
        assert_eq!(notice(Path::new("/site"), &read), None);
        let made = event(EventKind::Create(CreateKind::Folder));
        assert_eq!(notice(Path::new("/site"), &made), Some(Notice::Folder));
    }

    #[test]
    fn what_was_closed_or_put_in_place_needs_no_waiting() {
        use notify::event::{DataChange, RemoveKind};
        let moved = |mode| EventKind::Modify(ModifyKind::Name(mode));
        let kinds = [
            (EventKind::Access(AccessKind::Close(AccessMode::Write)), true),
            (moved(RenameMode::To), true),
            (moved(RenameMode::Both), true),
            (EventKind::Remove(RemoveKind::File), true),
            (moved(RenameMode::From), false),
            (EventKind::Modify(ModifyKind::Data(DataChange::Any)), false),
        ];
        for (kind, done) in kinds {
            let event = Event::new(kind).add_path("/site/content/.a".into()).add_path("/site/content/a.de.md".into());
            let files = vec![PathBuf::from("content/a.de.md")];
            assert_eq!(notice(Path::new("/site"), &event), Some(Notice::Change { files, done }), "{kind:?}");
        }
    }
}
