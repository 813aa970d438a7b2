//! What the last build left in an output folder: its files with their hashes, and the addresses of its pages.
//!
//! One line each. A file is `HASH-LENGTH NAME`, without the length where an older bruecke made it; an address begins with a word that is no hash, and its fields stand between tabs,
//! which neither names nor addresses hold. A manifest without addresses is of an older bruecke.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::diagnostic::Failed;
use crate::model::{Addresses, SitePath};

pub(super) const NAME: &str = ".bruecke-manifest";

/// Stands for the hash of a file that a build was about to change.
pub(super) const UNSURE: &str = "-";

const HEAD: &str = "bruecke 1: the files of this folder that bruecke made; do not edit";

/// What begins the line of an address.
const ADDRESS: &str = "address";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// Files by name, each with its hash.
    pub files: BTreeMap<String, String>,
    /// Where pages stand or stood.
    pub addresses: Addresses,
    /// Whether there is none, though the folder holds something.
    pub is_missing: bool,
}

impl Manifest {
    /// Reads it. A folder with files and without a manifest is not ours, unless somebody removed only that.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(NAME);
        let cannot_read = |path: &Path| Failed::new("cannot-read", path.display());
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Self::parse(&text)),
            Err(error) if error.kind() == ErrorKind::NotFound => match fs::read_dir(folder) {
                Ok(mut entries) => Ok(Self { is_missing: entries.next().is_some(), ..Self::default() }),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
                Err(error) => Err(error).with_context(|| cannot_read(folder)),
            },
            // Cut off in the middle of a letter, or something else altogether.
            Err(error) if error.kind() == ErrorKind::InvalidData => Ok(Self { is_missing: true, ..Self::default() }),
            Err(error) => Err(error).with_context(|| cannot_read(&path)),
        }
    }

    fn parse(text: &str) -> Self {
        let (mut files, mut addresses) = (BTreeMap::new(), Vec::new());
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [ADDRESS, lang, key, path] = fields[..] {
                let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
                let page = (key.to_string(), lang.to_string());
                addresses.extend(SitePath::page(&segments).map(|path| (page, path)));
            } else if let Some((hash, name)) = line.split_once(' ')
                && !name.split('/').any(|part| matches!(part, "" | "." | ".."))
            {
                files.insert(name.to_string(), hash.to_string());
            }
        }
        Self { files, addresses: addresses.into_iter().collect(), is_missing: false }
    }
}

/// Tells whether a file has changed (XXH3, 128 bits), and whether it is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ContentHash {
    hash: u128,
    pub len: u64,
}

impl ContentHash {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { hash: xxhash_rust::xxh3::xxh3_128(bytes), len: bytes.len() as u64 }
    }
}

impl Display for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}-{}", self.hash, self.len)
    }
}

/// The hash of the manifest in a folder: any other build leaves another one. `None` where there is no manifest.
pub(crate) fn manifest_hash(folder: &Path) -> Option<String> {
    Some(ContentHash::of(&fs::read(folder.join(NAME)).ok()?).to_string())
}

/// How many files the manifest names, if each is in the folder with its length, which is what a build looks for, too.
pub(crate) fn intact_files(folder: &Path) -> Option<usize> {
    let files = Manifest::read(folder).ok()?.files;
    let is_there = |(name, hash): (&String, &String)| {
        let data = fs::symlink_metadata(folder.join(name)).ok().filter(fs::Metadata::is_file);
        data.is_some_and(|data| hash.rsplit_once('-').is_some_and(|(_, len)| len == data.len().to_string()))
    };
    files.par_iter().all(is_there).then_some(files.len())
}

pub(super) fn line(hash: impl Display, name: &str) -> String {
    format!("{hash} {name}\n")
}

/// A manifest as it is written: `files` are their lines in the order of their names, one or several in each text.
pub(super) fn text(files: &[String], addresses: &Addresses) -> String {
    let mut text = String::with_capacity(2 * files.iter().map(String::len).sum::<usize>());
    let mut push = |parts: &[&str]| parts.iter().for_each(|part| text.push_str(part));
    push(&[HEAD, "\n"]);
    files.iter().for_each(|lines| push(&[lines]));
    for ((key, lang), path) in addresses.iter() {
        push(&[ADDRESS, "\t", lang, "\t", key, "\t/", path.as_str(), "\n"]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let page = ("news/a b".to_string(), "de".to_string());
        let paths = [SitePath::page(&["de", "ä-b"]), SitePath::page(&["de", "a"])].map(Option::unwrap);
        let addresses: Addresses = paths.clone().map(|path| (page.clone(), path)).into_iter().collect();
        assert_eq!(addresses.of(&page).collect::<Vec<_>>(), [&paths[1], &paths[0]]);
        let files = BTreeMap::from([("de/a b/index.html".to_string(), "12ab".to_string())]);
        let text = text(&[line("12ab", "de/a b/index.html")], &addresses);
        assert_eq!(Manifest::parse(&text), Manifest { files, addresses, is_missing: false });
    }

    #[test]
    fn an_older_one_has_no_addresses_and_no_name_leaves_the_folder() {
        let manifest = Manifest::parse("bruecke 1\n12ab de/index.html\n- ../x\naddress\tde\ta\t/../x/\n");
        assert_eq!(manifest.files.keys().collect::<Vec<_>>(), ["de/index.html"]);
        assert_eq!(manifest.addresses.iter().count(), 0);
    }
}
