//! Makes the shipped theme part of the binary: the list of its files, for `src/embedded.rs`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        match entry.path() {
            path if path.is_dir() => files(&path, found),
            // The tool that makes the fonts is not part of the theme.
            path if path.extension().is_some_and(|extension| extension == "py") => {}
            path => found.push(path),
        }
    }
}

fn main() {
    let theme = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("themes/leipzig");
    println!("cargo::rerun-if-changed={}", theme.display());
    let mut found = Vec::new();
    files(&theme, &mut found);
    found.sort();
    let mut list = String::from("&[\n");
    for path in found {
        let name = path.strip_prefix(&theme).unwrap().to_string_lossy().replace('\\', "/");
        writeln!(list, "({name:?}, include_bytes!({:?}) as &[u8]),", path.display().to_string()).unwrap();
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("theme.rs"), list).unwrap();
}
