//! What tells that a file is as it was, without reading it.

use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use xxhash_rust::xxh3::Xxh3;

/// The coarsest clock of a file system in use (FAT).
const TICK: Duration = Duration::from_secs(2);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub size: u64,
    modified: Option<SystemTime>,
    /// The file itself and when anything about it changed: a file that was put in another's place may be older.
    node: (u64, i64, i64),
}

impl Stamp {
    pub(super) fn of(data: &Metadata) -> Self {
        Self { size: data.len(), modified: data.modified().ok(), node: node(data) }
    }

    /// The stamp of a file; `None` where there is none.
    pub(super) fn of_file(path: &Path) -> io::Result<Option<Self>> {
        match std::fs::metadata(path) {
            Ok(data) if data.is_file() => Ok(Some(Self::of(&data))),
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(None),
        }
    }

    /// Whether the file has several names.
    #[cfg(unix)]
    pub(super) fn is_linked(data: &Metadata) -> bool {
        std::os::unix::fs::MetadataExt::nlink(data) > 1
    }

    #[cfg(not(unix))]
    pub(super) fn is_linked(_: &Metadata) -> bool {
        false
    }

    /// Whether it proves something now.
    pub(super) fn is_settled(&self) -> bool {
        self.settled(now())
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
    pub(super) fn settled(&self, at: SystemTime) -> bool {
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

/// The instant from which a file is read: what is written while it is read belongs to the next walk.
pub(super) fn now() -> SystemTime {
    SystemTime::now()
}
