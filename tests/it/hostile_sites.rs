//! The small sites of `tests/hostile/`: what somebody may leave in the folder, and what is said of it, at which line.
//!
//! A file is a site: a heading, what is expected (`fine`, or a code and a place; `-:0` for none), and its files. `+`
//! before a name adds to a file that every site has, `escaped` after it reads `\0`, `\xff` and `\u{202e}` as what they
//! mean, `->` makes a link, `|` a pipe.

use std::path::Path;
use std::process::Command;

use rayon::prelude::*;

use crate::support::{self, SiteTest};

fn unescaped(text: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at + 1..];
        let used = match rest.as_bytes()[0] {
            b'0' => {
                bytes.push(0);
                1
            }
            b'r' => {
                bytes.push(b'\r');
                1
            }
            b'x' => {
                bytes.push(u8::from_str_radix(&rest[1..3], 16).unwrap());
                3
            }
            b'u' => {
                let end = rest.find('}').unwrap();
                let c = char::from_u32(u32::from_str_radix(&rest[2..end], 16).unwrap()).unwrap();
                bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                end + 1
            }
            other => panic!("an escape that is none: {}", char::from(other)),
        };
        rest = &rest[used..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

fn put(site: SiteTest, name: &str, text: &str) -> SiteTest {
    if let Some((name, target)) = name.split_once(" -> ") {
        let path = site.path().join(name);
        _ = std::fs::remove_dir_all(&path);
        std::os::unix::fs::symlink(target, path).unwrap();
        return site;
    }
    if let Some(name) = name.strip_suffix(" |") {
        assert!(Command::new("mkfifo").arg(site.path().join(name)).status().unwrap().success());
        return site;
    }
    let (name, escaped) = name.strip_suffix(" escaped").map_or((name, false), |name| (name, true));
    let bytes = if escaped { unescaped(text) } else { text.as_bytes().to_vec() };
    match name.strip_prefix('+') {
        Some(name) => {
            let before = std::fs::read(site.path().join(name)).unwrap();
            site.bytes(name, &[before, bytes].concat())
        }
        None => site.bytes(name, &bytes),
    }
}

/// Why a site is not what it is expected to be.
fn wrong(file: &Path) -> Option<String> {
    let text = std::fs::read_to_string(file).unwrap();
    let (head, files) = text.split_once("=== ").unwrap();
    let expected = head.lines().find_map(|line| line.strip_prefix("expect: ")).unwrap();
    let mut site = SiteTest::in_languages(&["de"]);
    for file in files.split("\n=== ") {
        let (name, text) = file.split_once('\n').unwrap_or((file, ""));
        site = put(site, name, text.strip_suffix('\n').map_or(text, |_| text));
    }
    // Ten seconds of a processor, and half a gigabyte of addresses.
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -v 524288; ulimit -t 10; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_bruecke")]);
    limited.args(["check", "--format", "json", "--at", "2026-11-24T12:00:00Z", "--root"]).arg(site.path());
    let run = limited.env_remove("SOURCE_DATE_EPOCH").env("LC_ALL", "en_GB.UTF-8").output().unwrap();
    let said: serde_json::Value = match serde_json::from_slice(&run.stdout) {
        Ok(said) => said,
        Err(_) => return Some(format!("{:?} {}", run.status, String::from_utf8_lossy(&run.stderr))),
    };
    let found = said["diagnostics"].as_array().unwrap().iter().map(|found| {
        let at = &found["at"];
        let place = at["file"].as_str().map_or("-:0".into(), |file| format!("{file}:{}", at["line"]));
        format!("{} {place}", found["code"].as_str().unwrap())
    });
    let found: Vec<String> = found.filter(|found| !found.starts_with("publisher-unset")).collect();
    let right = match expected {
        "fine" => run.status.success() && found.is_empty(),
        expected => found.iter().any(|found| found == expected),
    };
    // A site with an error is not built, and one without is.
    let built = site.run(&["build"]);
    let is_whole =
        built.status.code() == run.status.code() && !String::from_utf8_lossy(&built.stderr).contains("internal-error");
    (!right || !is_whole).then(|| format!("expected {expected}, found {found:?}; build: {:?}", built.status.code()))
}

#[test]
fn what_is_said_of_each_is_what_is_expected() {
    let folder = support::project().join("tests/hostile");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(files.len() >= 150, "{} sites", files.len());
    let mut wrong: Vec<String> = files
        .par_iter()
        .filter_map(|file| Some(format!("{}: {}", file.file_name()?.to_string_lossy(), wrong(file)?)))
        .collect();
    wrong.sort();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
