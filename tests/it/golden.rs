//! The same bytes, whatever is made faster and on however many threads: the numbers in tests/snapshots/golden.txt are those
//! of every file of a build, together and by folder. `BLESS=1 cargo test --test it golden` writes them anew; only a change that readers or hosts are
//! meant to see is a reason to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bruecke::pipeline::{Built, Output, Request, build};

use crate::corpus::{self, Layout};
use crate::support::project;

/// A number for files and their names.
fn number<'f>(files: impl IntoIterator<Item = &'f (String, Vec<u8>)>) -> String {
    let mut all = blake3::Hasher::new();
    for (name, bytes) in files {
        all.update(name.as_bytes());
        all.update(&(bytes.len() as u64).to_le_bytes());
        all.update(bytes);
    }
    all.finalize().to_hex()[..32].to_string()
}

/// The number of a site, and that of each of its folders; in a language's folder, of each folder there.
fn numbers(site: &str, built: &Built) -> String {
    assert!(built.texts.is_empty(), "a build that follows no other has its index");
    let file = |output: &Output| (output.path.output_file(), output.content.read().unwrap().into_owned());
    let files: Vec<(String, Vec<u8>)> = built.outputs.iter().map(file).collect();
    let folder = |name: &str| {
        let folders: Vec<&str> = name.split('/').collect();
        let depth = if folders[0].len() == 2 { 2 } else { 1 };
        folders[..depth.min(folders.len() - 1)].join("/")
    };
    let mut folders: BTreeMap<String, Vec<&(String, Vec<u8>)>> = BTreeMap::new();
    for file in &files {
        folders.entry(folder(&file.0)).or_default().push(file);
    }
    let mut lines = format!("{site} {}\n", number(&files));
    folders.into_iter().for_each(|(folder, files)| lines += &format!("{site}/{folder} {}\n", number(files)));
    lines
}

/// The numbers of a site, which must be the same on 1, 2 and 8 threads.
fn of(site: &str, root: &Path, drafts: bool) -> String {
    let at = "2026-11-24T12:00:00Z".parse().unwrap();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let built = build(&Request { root, base_url: None, drafts, embargoed: false, at });
            let made = built.value.unwrap_or_else(|| panic!("{:?}", built.diagnostics));
            assert!(made.outputs.len() > 100, "{:?}", built.diagnostics);
            numbers(site, &made)
        })
    };
    let [one, two, eight] = [1, 2, 8].map(on);
    same(&one, &two);
    same(&one, &eight);
    one
}

/// Says in which folders files are not what they were.
fn same(then: &str, now: &str) {
    let (then, now): (BTreeSet<&str>, BTreeSet<&str>) = (then.lines().collect(), now.lines().collect());
    let changed: BTreeSet<&str> =
        then.symmetric_difference(&now).filter_map(|line| Some(line.rsplit_once(' ')?.0)).collect();
    assert!(changed.is_empty(), "other bytes in {changed:#?}");
}

#[test]
fn every_file_is_what_it_was_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus");
    corpus::write(&corpus, 100, Layout::Bruecke).unwrap();
    let found = of("corpus", &corpus, false) + &of("specimen", &project().join("tests/specimen"), true);
    let path = project().join("tests/snapshots/golden.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    same(&std::fs::read_to_string(&path).unwrap_or_default(), &found);
}

#[test]
fn the_site_is_the_same_on_any_number_of_threads() {
    // Whoever edits a page of it must not have to bless a number; it is printed for those who make builds faster.
    println!("{}", of("site", &project(), false));
}
