//! Earlier states of a file, from the git history, by the `git` program.
//!
//! A site need not be in git: then there is no history, and that is said, not guessed around.

use std::path::Path;
use std::process::Command;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Earlier {
    pub text: String,
    /// The day of the first commit after it, as `2026-11-24`; `None` when what came after is not committed yet.
    pub changed: Option<String>,
}

/// Why an earlier state cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HistoryError {
    /// The site is in no git repository, or there is no `git` program.
    NoHistory,
    /// No commit has the file in the state that is looked for.
    NotFound,
}

/// The newest state of `file` (a path below `root`) for which `wanted` holds.
pub(crate) fn find(root: &Path, file: &str, wanted: impl Fn(&str) -> bool) -> Result<Earlier, HistoryError> {
    // Each commit: its hash and day, then the name that the file had in it.
    let log = git(root, &["log", "--follow", "--name-only", "--format=%x00%H %cs", "--", file])
        .ok_or(HistoryError::NoHistory)?;
    let mut changed = None;
    for commit in log.split('\0').skip(1) {
        let mut lines = commit.lines().filter(|line| !line.is_empty());
        let Some((hash, day)) = lines.next().and_then(|line| line.split_once(' ')) else { continue };
        let Some(name) = lines.next() else { continue };
        let text = git(root, &["show", &format!("{hash}:{name}")]);
        if let Some(text) = text.filter(|text| wanted(text)) {
            return Ok(Earlier { text, changed });
        }
        changed = Some(day.to_string());
    }
    Err(HistoryError::NotFound)
}

fn git(root: &Path, args: &[&str]) -> Option<String> {
    let output =
        Command::new("git").arg("-c").arg("core.quotePath=false").arg("-C").arg(root).args(args).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
