//! The same bytes, whatever is made faster and on however many threads: the numbers in tests/snapshots/golden.txt are those
//! of every file of a build. `BLESS=1 cargo test --test it golden` writes them anew; only a change that readers or hosts are
//! meant to see is a reason to.

use std::path::Path;

use bruecke::pipeline::{Built, Request, build};

use crate::corpus::{self, Layout};
use crate::support::project;

/// One number for all files and their names.
fn golden(built: &Built) -> String {
    let mut all = blake3::Hasher::new();
    assert!(built.texts.is_empty(), "a build that follows no other has its index");
    for output in &built.outputs {
        let bytes = output.content.read().unwrap();
        all.update(output.path.output_file().as_bytes());
        all.update(&(bytes.len() as u64).to_le_bytes());
        all.update(&bytes);
    }
    all.finalize().to_hex()[..32].to_string()
}

/// The number of a site, which must be the same on 1, 2 and 8 threads.
fn of(root: &Path, drafts: bool) -> String {
    let at = "2026-11-24T12:00:00Z".parse().unwrap();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let built = build(&Request { root, base_url: None, drafts, embargoed: false, at });
            let site = built.value.unwrap_or_else(|| panic!("{:?}", built.diagnostics));
            assert!(site.outputs.len() > 100, "{:?}", built.diagnostics);
            golden(&site)
        })
    };
    let [one, two, eight] = [1, 2, 8].map(on);
    assert_eq!((&one, &one), (&two, &eight), "{}", root.display());
    one
}

#[test]
fn every_file_is_what_it_was_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus");
    corpus::write(&corpus, 100, Layout::Bruecke).unwrap();
    let found = format!("corpus {}\nspecimen {}\n", of(&corpus, false), of(&project().join("tests/specimen"), true));
    let path = project().join("tests/snapshots/golden.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(&path).unwrap_or_default());
}

#[test]
fn the_site_is_the_same_on_any_number_of_threads() {
    // Whoever edits a page of it must not have to bless a number; it is printed for those who make builds faster.
    println!("site {}", of(&project(), false));
}
