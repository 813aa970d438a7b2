//! Pages whose address is another than at the last build, with nothing at the old one that leads on.
//!
//! In: the addresses of this build, the names of its files, and what the last build left in the output folder. Out: warnings, and what
//! the next build is to know. Invariant: a lost address is remembered until something covers it or its page is gone.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::{Address, Addresses, SitePath};

/// Compares. A page that is no longer there, or not public, has lost no address: it has none.
pub(crate) fn moved(
    now: Vec<Address>,
    files: impl FnOnce() -> BTreeSet<String>,
    before: &Addresses,
) -> Checked<Addresses> {
    let covered = LazyCell::new(files);
    let mut addresses = Vec::with_capacity(now.len());
    let mut diagnostics = Vec::new();
    for page in now {
        // Most pages are where they were.
        let is_lost = |path: &&SitePath| **path != page.path && !covered.contains(&path.output_file());
        let lost: Vec<SitePath> = before.of(&page.page).filter(is_lost).cloned().collect();
        if !lost.is_empty() {
            diagnostics.push(warning(&page, &lost));
        }
        addresses.extend(lost.into_iter().map(|path| (page.page.clone(), path)));
        addresses.push((page.page, page.path));
    }
    Checked { value: addresses.into_iter().collect(), diagnostics }
}

/// With the whole line, since a second `aliases:` in the same file would be an error.
fn warning(page: &Address, lost: &[SitePath]) -> Diagnostic {
    let lost: Vec<String> = lost.iter().map(SitePath::to_string).collect();
    let all: Vec<&str> = page.aliases.iter().chain(&lost).map(String::as_str).collect();
    Diagnostic::at(Code::MovedPage, page.at.clone())
        .count("count", lost.len())
        .with("old", lost.join(", "))
        .with("new", &page.path)
        .with("line", format!("aliases: [{}]", all.join(", ")))
        .with("has", if page.aliases.is_empty() { "none" } else { "some" })
}
