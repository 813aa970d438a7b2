//! What the last build left in an output folder: its files with their hashes, and the addresses of its pages.
//!
//! One line each. A file is `HASH-LENGTH NAME`, without the length where an older bruecke made it; an address begins with a word that is no hash, and its fields stand between tabs,
//! which neither names nor addresses hold. A manifest without addresses is of an older bruecke.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::NotOurs;
use crate::model::address::Addresses;
use crate::model::url::SitePath;

/// Its name in the folder.
pub const NAME: &str = ".bruecke-manifest";

const HEAD: &str = "bruecke 1: the files of this folder that bruecke made; do not edit";

/// What begins the line of an address.
const ADDRESS: &str = "address";

/// What it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Files by name, each with its hash.
    pub files: BTreeMap<String, String>,
    /// Where pages stand or stood.
    pub addresses: Addresses,
}

impl Manifest {
    /// Reads it. A folder with files and no manifest is not ours.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(NAME);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Self::parse(&text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let mut entries = match fs::read_dir(folder) {
                    Ok(entries) => entries,
                    Err(_) if !folder.exists() => return Ok(Self::default()),
                    Err(error) => return Err(error).with_context(|| format!("cannot read {}", folder.display())),
                };
                if entries.next().is_some() {
                    bail!(NotOurs { path: folder.to_path_buf(), is_file: false });
                }
                Ok(Self::default())
            }
            Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }

    fn parse(text: &str) -> Self {
        let mut manifest = Self::default();
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [ADDRESS, lang, key, path] = fields[..] {
                let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
                let page = (key.to_string(), lang.to_string());
                manifest.addresses.entry(page).or_default().extend(SitePath::page(&segments));
            } else if let Some((hash, name)) = line.split_once(' ')
                && !name.split('/').any(|part| matches!(part, "" | "." | ".."))
            {
                manifest.files.insert(name.to_string(), hash.to_string());
            }
        }
        manifest
    }

    /// As it is written.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(256 * self.files.len());
        let mut line = |parts: &[&str]| parts.iter().for_each(|part| text.push_str(part));
        line(&[HEAD, "\n"]);
        for (name, hash) in &self.files {
            line(&[hash, " ", name, "\n"]);
        }
        for ((key, lang), paths) in &self.addresses {
            for path in paths {
                line(&[ADDRESS, "\t", lang, "\t", key, "\t/", path.as_str(), "\n"]);
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut manifest = Manifest::default();
        manifest.files.insert("de/a b/index.html".into(), "12ab".into());
        let pages = [SitePath::page(&["de", "a"]), SitePath::page(&["de", "ä-b"])];
        manifest.addresses.insert(("news/a b".into(), "de".into()), pages.into_iter().flatten().collect());
        assert_eq!(Manifest::parse(&manifest.text()), manifest);
    }

    #[test]
    fn an_older_one_has_no_addresses_and_no_name_leaves_the_folder() {
        let manifest = Manifest::parse("bruecke 1\n12ab de/index.html\n- ../x\naddress\tde\ta\t/../x/\n");
        assert_eq!(manifest.files.keys().collect::<Vec<_>>(), ["de/index.html"]);
        assert!(manifest.addresses.values().all(|paths| paths.is_empty()));
    }
}
