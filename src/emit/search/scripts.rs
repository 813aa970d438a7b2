//! Scripts that hand data over, each under a name with a hash of what it holds.

use std::collections::BTreeSet;
use std::ops::Range;

use bytes::Bytes;
use rayon::prelude::*;
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

use crate::model::{Content, Lang, Output, SitePath};

/// Collects files under the hash of their content.
pub(super) struct Files {
    pub lang: Lang,
    pub outputs: Vec<Output>,
    names: BTreeSet<String>,
}

impl Files {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, outputs: Vec::new(), names: BTreeSet::new() }
    }

    /// Adds files such as `de/words-1a2b3c4d` and gives the hashes in their names.
    pub(super) fn add_all(&mut self, kind: &str, all: &[impl Serialize + Sync]) -> Vec<String> {
        let made: Vec<_> = all.par_iter().map_init(Vec::new, |script, data| self.file(kind, data, script)).collect();
        let mut hashes = Vec::with_capacity(made.len());
        for (hash, name, output) in made {
            hashes.push(hash);
            // Two large lists may be the same: then so are their files.
            if self.names.insert(name) {
                self.outputs.extend(output);
            }
        }
        hashes
    }

    /// A file with the hash in its name, and that name. `script` is where it is written: the same for many.
    fn file(&self, kind: &str, data: &impl Serialize, script: &mut Vec<u8>) -> (String, String, Option<Output>) {
        // The name stands before the data it is made of, so it is put in last.
        let unnamed = format!("{}/{kind}-{}", self.lang, "-".repeat(HASH));
        let data = write(&unnamed, data, script);
        let hash = letters(xxh3_64(&script[data.clone()]));
        let name = format!("{}/{kind}-{hash}", self.lang);
        let end = data.start - NAME_END.len();
        script[end - HASH..end].copy_from_slice(hash.as_bytes());
        let output = output(&name, script);
        (hash, name, output)
    }
}

/// Letters of a hash in names.
pub(super) const HASH: usize = 8;

/// Eight letters and digits of one case, since some disks know no other: 40 bits of XXH3.
pub(super) fn letters(hash: u64) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    (0..HASH).map(|at| char::from(LETTERS[(hash >> (5 * at)) as usize & 31])).collect()
}

/// What stands before the name in a script.
pub(super) const CALL: &str = "searchData(\"";
/// What stands between the name and the data.
const NAME_END: &str = "\",";

/// Writes the script that hands data over under a name, a language's tag or a path of them; gives where its data are.
pub(super) fn write(name: &str, data: &impl Serialize, script: &mut Vec<u8>) -> Range<usize> {
    script.clear();
    script.extend_from_slice(format!("{CALL}{name}{NAME_END}").as_bytes());
    let begin = script.len();
    // Writing to memory cannot fail, and what this module writes has no value that JSON lacks.
    _ = serde_json::to_writer(&mut *script, data);
    let end = script.len();
    script.extend_from_slice(b")\n");
    begin..end
}

/// The file `search/NAME.js`.
pub(super) fn output(name: &str, script: &[u8]) -> Option<Output> {
    let path = SitePath::file(&format!("search/{name}.js"))?;
    Some(Output { path, content: Content::Bytes(Bytes::copy_from_slice(script)) })
}
