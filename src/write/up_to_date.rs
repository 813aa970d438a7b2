//! Whether the output is up to date: a build that would find the same and make the same is not made at all.
//!
//! In: how a build is asked for, the site's folder and the output folder. Out: what the last one said, or nothing. It is kept
//! in the cache and not in the output, since what was noticed is for the press office and not for readers. Whatever cannot
//! be read or compared is no reason to fail: the site is built then.

use std::path::Path;
use std::time::SystemTime;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::manifest::manifest_hash;
use crate::model::{Cache, InputFingerprint};

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct LastBuild {
    /// How it was asked for, and by which program.
    pub request: String,
    pub inputs: InputFingerprint,
    /// The instant that it was made for.
    pub from: Timestamp,
    /// Until when time alone would change nothing.
    pub until: Timestamp,
    /// The hash of the manifest that it left in the output folder.
    pub manifest: String,
    /// What was noticed, as it was printed.
    pub report: String,
    /// What was said of its languages.
    pub languages: String,
}

impl LastBuild {
    /// The last build into `output`, if it was asked for like this, an instant makes no difference, and nobody has built
    /// there since.
    pub(crate) fn read(cache: &Cache, output: &Path, request: &str, at: Timestamp) -> Option<Self> {
        let last: Self = serde_json::from_slice(&cache.note(&note(output)?)?).ok()?;
        let holds = last.request == request && last.from <= at && at < last.until;
        (holds && manifest_hash(output)? == last.manifest).then_some(last)
    }

    pub(crate) fn save(&self, cache: &Cache, output: &Path) {
        if let (Some(name), Ok(text)) = (note(output), serde_json::to_vec(self)) {
            cache.leave(&name, &text);
        }
    }
}

/// One note for each output folder.
fn note(output: &Path) -> Option<String> {
    let output = std::path::absolute(output).ok()?;
    let number = xxhash_rust::xxh3::xxh3_128(output.as_os_str().as_encoded_bytes());
    Some(format!("last-{number:032x}.json"))
}

/// Names the program itself: another one may make another site, even under the same version.
pub(crate) fn program() -> Option<String> {
    let data = std::fs::metadata(std::env::current_exe().ok()?).ok()?;
    let modified = data.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), data.len(), modified.as_nanos()))
}
