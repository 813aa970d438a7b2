//! What changed on disk: only the site's own folders count, so that writing the output never starts a build, and a burst
//! of saves makes one build.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::report::{self, Talk};

const FOLDERS: [&str; 3] = ["content", "locales", "themes"];
const FILE: &str = "site.yaml";
/// How long the disk must be quiet: editors save in several steps.
const QUIET: Duration = Duration::from_millis(10);
/// A disk that is never quiet does not put a build off for longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Something that calls for a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notice {
    /// A file or folder of the site.
    Change,
    /// One of the watched folders itself came or went.
    Folder,
    /// The system lost count.
    Rescan,
}

/// The changes of a site's files.
pub(super) struct Changes {
    root: PathBuf,
    watcher: RecommendedWatcher,
    notices: Receiver<Notice>,
    talk: Arc<Talk>,
    /// Whether the last build was made because the system lost count.
    rescanned: bool,
}

impl Changes {
    /// Begins to watch.
    ///
    /// # Errors
    /// When the folder does not exist or the system refuses to watch it.
    pub(super) fn of(root: &Path, talk: Arc<Talk>) -> Result<Self> {
        // The system reports whole paths, so the root must be one.
        let root = root.canonicalize().with_context(|| format!("cannot open the folder {}", root.display()))?;
        let (sender, notices) = channel();
        let (base, teller) = (root.clone(), talk.clone());
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| match event {
            Ok(event) => {
                // Without a receiver the program is about to end.
                _ = notice(&base, &event).map(|notice| sender.send(notice));
            }
            Err(error) => eprintln!("{}", report::failure(&teller, &error.into())),
        });
        let watcher = watcher.context("cannot watch for changes")?;
        let mut changes = Self { root, watcher, notices, talk, rescanned: false };
        // The root without what is below: for site.yaml, which editors replace, and for folders that come later.
        let root = changes.root.clone();
        changes.watch(&root, RecursiveMode::NonRecursive)?;
        changes.watch_folders()?;
        Ok(changes)
    }

    /// Waits for a change and for the end of the burst it belongs to; `false` when there can be none any more.
    pub(super) fn wait(&mut self) -> bool {
        loop {
            let Ok(first) = self.notices.recv() else { return false };
            if self.counts(first) {
                break;
            }
        }
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let Ok(next) = self.notices.recv_timeout(QUIET) else { break };
            self.counts(next);
        }
        true
    }

    /// Whether a notice calls for a build.
    fn counts(&mut self, notice: Notice) -> bool {
        if notice == Notice::Folder
            && let Err(error) = self.watch_folders()
        {
            eprintln!("{}", report::failure(&self.talk, &error));
        }
        // A build opens every file, which may itself overflow the system's queue: one build for that, not one after
        // the other for ever.
        let again = notice == Notice::Rescan && self.rescanned;
        self.rescanned = notice == Notice::Rescan;
        !again
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
        self.watcher.watch(path, mode).with_context(|| format!("cannot watch {}", path.display()))
    }
}

/// What an event of the system means for the site below `root`.
fn notice(root: &Path, event: &Event) -> Option<Notice> {
    if event.need_rescan() {
        return Some(Notice::Rescan);
    }
    // The build reads every file itself; every write also makes an event of another kind.
    if matches!(event.kind, EventKind::Access(_)) {
        return None;
    }
    let folder = |path: &PathBuf| FOLDERS.iter().any(|name| root.join(name) == *path);
    if event.paths.iter().any(folder) {
        return Some(Notice::Folder);
    }
    event.paths.iter().any(|path| belongs(root, path)).then_some(Notice::Change)
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
}
