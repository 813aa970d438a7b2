//! What stands in an output folder where a build wants to put its files, and is not ours: links, and files and folders of
//! somebody else. It is named, and neither overwritten nor removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use walkdir::WalkDir;

use super::folder::MARK;
use super::manifest::{self, Manifest};
use crate::model::Output;

/// Files and folders that bruecke did not make, where it has to make others.
#[derive(Debug)]
pub(crate) struct InTheWay {
    pub folder: PathBuf,
    /// By their names in the folder.
    pub names: Vec<String>,
    /// Whether nothing in the folder is ours.
    pub whole: bool,
}

impl std::fmt::Display for InTheWay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} holds files that bruecke did not make: {}", self.folder.display(), self.names.join(", "))
    }
}

impl std::error::Error for InTheWay {}

/// An output folder, and which of its files are ours.
#[derive(Clone, Copy)]
pub(super) struct Survey<'a> {
    pub folder: &'a Path,
    /// The files of the last build with their hashes.
    pub ours: &'a BTreeMap<String, String>,
}

impl Survey<'_> {
    /// What is in the way of files of these names. `same` tells whether a file that is not ours is what would be put there.
    pub(super) fn in_the_way<'n>(
        self,
        names: impl Iterator<Item = &'n str> + Clone,
        same: impl Fn(&str) -> bool,
    ) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut real = BTreeSet::from([""]);
        for folder in folders(names.clone()) {
            // What is not there, or cannot be a folder, has nothing in it.
            if !real.contains(parent(folder)) {
                continue;
            }
            match fs::symlink_metadata(self.folder.join(folder)) {
                Ok(there) if there.is_dir() => _ = real.insert(folder),
                Ok(there) if !(there.is_file() && self.ours.contains_key(folder)) => {
                    _ = found.insert(folder.to_string())
                }
                _ => {}
            }
        }
        for name in names.filter(|name| real.contains(parent(name))) {
            let Ok(there) = fs::symlink_metadata(self.folder.join(name)) else { continue };
            if there.is_dir() {
                found.extend(self.foreign_in(name));
            } else if !(self.ours.contains_key(name) || there.is_file() && same(name)) {
                found.insert(name.to_string());
            }
        }
        found
    }

    /// Everything in a folder of the output that is not ours, folders aside. Links are not followed.
    pub(super) fn foreign_in(self, folder: &str) -> impl Iterator<Item = String> {
        let entries = WalkDir::new(self.folder.join(folder)).into_iter().flatten();
        let files = entries.filter(|entry| !entry.file_type().is_dir());
        let names = files.filter_map(move |entry| Some(entry.path().strip_prefix(self.folder).ok()?.to_path_buf()));
        let names = names.map(|path| path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"));
        names.filter(move |name| !self.ours.contains_key(name) && name != manifest::NAME)
    }
}

/// The folders that files lie in, outer ones first.
pub(super) fn folders<'n>(names: impl Iterator<Item = &'n str>) -> BTreeSet<&'n str> {
    let mut folders = BTreeSet::new();
    for name in names {
        let mut folder = parent(name);
        while !folder.is_empty() && folders.insert(folder) {
            folder = parent(folder);
        }
    }
    folders
}

/// The folder that a file lies in; empty for the output folder itself.
pub(super) fn parent(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// What is in an output folder and was not made by bruecke.
#[derive(Debug, Default)]
pub(crate) struct Foreign {
    /// What a build would stop at.
    pub in_the_way: Vec<String>,
    /// What it leaves alone, hidden files aside: those are hosts' settings.
    pub others: Vec<String>,
}

/// Looks for what was not made by bruecke in the folder that these files are to go to; nothing is written.
pub(crate) fn foreign(folder: &Path, outputs: &[Output]) -> Result<Foreign> {
    let Manifest { files: ours, is_missing, .. } = Manifest::read(folder)?;
    let survey = Survey { folder, ours: &ours };
    let outputs: BTreeMap<String, &Output> = outputs.iter().map(|output| (output.path.output_file(), output)).collect();
    let same = |name: &str| {
        let made = outputs.get(name).and_then(|output| output.content.read().ok());
        made.is_some_and(|made| fs::read(folder.join(name)).is_ok_and(|there| there == *made))
    };
    let mut in_the_way = survey.in_the_way(outputs.keys().map(String::as_str), same);
    let found: Vec<String> = if folder.is_dir() { survey.foreign_in("").collect() } else { Vec::new() };
    let mut others = Vec::new();
    for name in found.into_iter().filter(|name| !name.starts_with(MARK)) {
        if in_the_way.contains(&name) {
            continue;
        }
        match is_missing && !same(&name) {
            true => _ = in_the_way.insert(name),
            false if outputs.contains_key(&name) || name.split('/').any(|part| part.starts_with('.')) => {}
            false => others.push(name),
        }
    }
    others.sort();
    Ok(Foreign { in_the_way: in_the_way.into_iter().collect(), others })
}
