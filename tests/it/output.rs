//! Writing: only what changed, nothing lost, nothing half-written, nothing that is not ours.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use crate::support::{self, SiteTest};

fn site() -> SiteTest {
    SiteTest::in_languages(&["de", "en"]).page("a.de.md", "title: A", "Eins").page("b.de.md", "title: B", "")
}

fn times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let name = entry.path().strip_prefix(folder).unwrap().display().to_string();
        found.insert(name, entry.metadata().unwrap().modified().unwrap());
    }
    found
}

#[test]
fn a_build_tells_what_it_made_and_where() {
    let output = site().run(&["build"]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("de: 3 pages, 0 translated, 0 missing"), "{text}");
    assert!(
        text.contains("en: 1 page, 1 translated, 2 missing") || text.contains("en: 1 page, 0 translated, 2 missing"),
        "{text}"
    );
    assert!(text.contains("written, 0 unchanged, 0 removed"), "{text}");
}

#[test]
fn check_writes_nothing() {
    let site = site();
    assert_eq!(site.run(&["check"]).status.code(), Some(0));
    assert!(!site.path().join("public").exists());
}

#[test]
fn only_what_changed_is_written() {
    let site = site();
    site.run(&["build"]);
    let public = site.path().join("public");
    let before = times(&public);
    let text = String::from_utf8(site.run(&["build"]).stdout).unwrap();
    assert!(text.contains("0 files written"), "{text}");
    assert_eq!(times(&public), before, "unchanged files keep their time");
    let site = site.page("a.de.md", "title: A", "Zwei");
    let text = String::from_utf8(site.run(&["build"]).stdout).unwrap();
    assert!(text.contains("1 file written"), "{text}");
    let after = times(&public);
    let changed: Vec<&String> = after.keys().filter(|name| before.get(*name) != after.get(*name)).collect();
    assert_eq!(changed, [".bruecke-manifest", "de/a/index.html"]);
}

#[test]
fn what_no_longer_belongs_is_removed_with_its_folder() {
    let site = site();
    site.run(&["build"]);
    let site = site.without("content/a.de.md");
    let text = String::from_utf8(site.run(&["build"]).stdout).unwrap();
    assert!(text.contains("1 removed"), "{text}");
    assert!(!site.path().join("public/de/a").exists());
}

#[test]
fn a_failed_build_leaves_the_last_good_output_untouched() {
    let site = site();
    site.run(&["build"]);
    let before = times(&site.path().join("public"));
    let site = site.page("a.de.md", "title: A", "[x](nowhere.md)").without("content/b.de.md");
    let output = site.run(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("nothing was written"));
    assert_eq!(times(&site.path().join("public")), before);
}

#[test]
fn a_folder_that_is_not_ours_is_never_touched() {
    let site = site().file("precious/letter.txt", "Dear");
    let folder = site.path().join("precious");
    let output = site.run(&["build", "--output", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("holds files that bruecke did not make"), "{said}");
    assert_eq!(times(&folder).keys().collect::<Vec<_>>(), ["letter.txt"]);
}

#[test]
fn a_file_put_beside_ours_stays() {
    let site = site();
    site.run(&["build"]);
    let site = site.file("public/CNAME", "example.org").without("content/a.de.md");
    assert_eq!(site.run(&["build"]).status.code(), Some(0));
    assert!(site.path().join("public/CNAME").exists());
}

#[test]
fn an_output_file_that_someone_changed_is_mended() {
    let site = site();
    site.run(&["build"]);
    let good = std::fs::read_to_string(site.path().join("public/de/a/index.html")).unwrap();
    let site = site.file("public/de/a/index.html", "broken");
    site.run(&["build"]);
    assert_eq!(std::fs::read_to_string(site.path().join("public/de/a/index.html")).unwrap(), good);
}

#[test]
fn another_base_url_changes_only_absolute_addresses() {
    let site = site();
    site.run(&["build", "--base-url", "https://stadt.example/vietnam"]);
    let html = std::fs::read_to_string(site.path().join("public/de/a/index.html")).unwrap();
    assert!(html.contains("href=\"https://stadt.example/vietnam/de/a/\""), "{html}");
    assert!(!html.contains("example.org"), "{html}");
}

#[test]
fn an_interrupted_build_is_mended_by_the_next() {
    let site = site();
    site.run(&["build"]);
    let public = site.path().join("public");
    let good = std::fs::read_to_string(public.join("de/a/index.html")).unwrap();
    // What a build leaves that is ended after it noted what it would do and wrote one page, and began another.
    let notes = std::fs::read_to_string(public.join(".bruecke-manifest")).unwrap();
    let noted = |line: &str| match line.ends_with(" de/a/index.html") || line.ends_with(" de/b/index.html") {
        true => format!("- {}\n", line.split_once(' ').unwrap().1),
        false => format!("{line}\n"),
    };
    let site = site
        .file("public/.bruecke-manifest", &notes.lines().map(noted).collect::<String>())
        .file("public/de/a/index.html", &good.replace("Eins", "Zwei"))
        .file("public/.bruecke-new-1/0123", "half");
    site.run(&["build"]);
    assert_eq!(std::fs::read_to_string(public.join("de/a/index.html")).unwrap(), good);
    assert!(!public.join(".bruecke-new-1").exists(), "nothing half-written stays");
}

/// What a build is seen doing: it lays files beside the folder, and puts them in their places when all are there.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Writes {
    Aside,
    InPlace,
}

/// Kills a build when it has been seen writing so often.
fn kill_when(site: &SiteTest, writes: Writes, times: usize) {
    let (sender, events) = std::sync::mpsc::channel();
    let mut watcher = notify::recommended_watcher(sender).unwrap();
    notify::Watcher::watch(&mut watcher, site.path(), notify::RecursiveMode::Recursive).unwrap();
    let mut command = support::program();
    let build = command.args(["build", "--root"]).arg(site.path()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = build.spawn().unwrap();
    let seen = |event: &notify::Event| {
        !event.kind.is_access()
            && event.paths.iter().any(|path| {
                let path = path.strip_prefix(site.path()).unwrap().to_string_lossy();
                let aside = path.contains(".bruecke-new");
                (aside || path.starts_with("public")) && aside == (writes == Writes::Aside)
            })
    };
    let mut left = times;
    while left > 0 {
        let event = events.recv_timeout(Duration::from_secs(60)).expect("the build writes").unwrap();
        left -= usize::from(seen(&event));
    }
    child.kill().unwrap();
    let killed = child.wait().unwrap().code().is_none();
    assert!(killed || writes == Writes::InPlace, "it was still at work");
}

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_whole_files() {
    let mut site = site();
    let public = site.path().join("public");
    let fresh = [(Writes::Aside, 1), (Writes::Aside, 30), (Writes::InPlace, 1)];
    let again = [(Writes::Aside, 1), (Writes::Aside, 60), (Writes::InPlace, 1), (Writes::InPlace, 30)];
    for (at, (writes, times)) in fresh.into_iter().chain(again).enumerate() {
        // A folder that is not there yet, then one in which every page changes.
        let there = at >= fresh.len();
        if at == fresh.len() {
            site.run(&["build"]);
        } else if !there {
            _ = std::fs::remove_dir_all(&public);
        }
        if at == 0 || there {
            for number in 0..100 {
                let text = format!("Text {at}. ").repeat(2000);
                site = site.page(&format!("p{number}.de.md"), &format!("title: P{number}"), &text);
            }
        }
        kill_when(&site, writes, times);
        assert!(!public.exists() || public.join(".bruecke-manifest").exists(), "a new folder is there as a whole");
        for entry in walkdir::WalkDir::new(&public).into_iter().flatten() {
            if entry.file_name() == "index.html" && entry.path().strip_prefix(&public).unwrap().starts_with("de") {
                let html = std::fs::read_to_string(entry.path()).unwrap();
                assert!(html.trim_end().ends_with("</html>"), "{} is half-written", entry.path().display());
            }
        }
    }
    assert_eq!(site.run(&["build"]).status.code(), Some(0));
    let left = walkdir::WalkDir::new(site.path()).into_iter().flatten();
    assert!(!left.into_iter().any(|entry| entry.file_name().to_string_lossy().contains(".bruecke-new")));
    assert!(String::from_utf8(site.run(&["build"]).stdout).unwrap().contains("0 files written"));
}

#[test]
fn a_file_of_someone_else_is_not_overwritten() {
    let site = site();
    site.run(&["build"]);
    let site = site.file("public/de/c/index.html", "precious").page("c.de.md", "title: C", "");
    let output = site.run(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("were not made by bruecke") && said.contains("public/de/c/index.html"), "{said}");
    assert_eq!(std::fs::read_to_string(site.path().join("public/de/c/index.html")).unwrap(), "precious");
}

/// Everything below a folder, by path.
fn all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    files.map(|entry| (name(entry.path()), std::fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn what_is_written_is_what_is_built() {
    let site = site();
    let check = |site: &SiteTest| {
        let mut written = all(&site.path().join("public"));
        written.remove(".bruecke-manifest").unwrap();
        let built = site.build().files;
        assert_eq!(written.keys().collect::<Vec<_>>(), built.keys().collect::<Vec<_>>());
        for (name, text) in built {
            assert_eq!(String::from_utf8_lossy(&written[&name]), text, "{name}");
        }
    };
    let at = ["build", "--at", "2026-11-24T12:00:00Z"];
    site.run(&at);
    check(&site);
    let site = site.page("a.de.md", "title: A", "Neu").page("neu.de.md", "title: Neu", "").without("content/b.de.md");
    site.run(&at);
    check(&site);
}

#[test]
fn pages_made_before_a_mistake_is_found_are_put_nowhere() {
    let broken = |site: SiteTest| {
        let site = site.file("themes/plain/templates/broken.html", "{{ page.nothing.at.all }}");
        site.page("z.de.md", "title: Z\ntemplate: broken.html", "")
    };
    let fresh = broken(site());
    assert_eq!(fresh.run(&["build"]).status.code(), Some(1));
    let names: Vec<String> = all(fresh.path()).into_keys().collect();
    assert!(!names.iter().any(|name| name.contains("public")), "{names:?}");
    let site = site();
    site.run(&["build"]);
    let before = all(&site.path().join("public"));
    let site = broken(site.page("a.de.md", "title: A", "Neu"));
    assert_eq!(site.run(&["build"]).status.code(), Some(1));
    assert_eq!(all(&site.path().join("public")), before);
    assert!(!site.path().join("public/.bruecke-new").exists());
}

#[test]
fn what_an_interrupted_build_left_waiting_is_removed() {
    let site = site();
    site.run(&["build"]);
    let site = site.file("public/.bruecke-new/0123", "half").page("a.de.md", "title: A", "Neu");
    assert_eq!(site.run(&["build"]).status.code(), Some(0));
    assert!(!site.path().join("public/.bruecke-new").exists());
    std::fs::remove_dir_all(site.path().join("public")).unwrap();
    let site = site.file(".public.bruecke-new/de/alt/index.html", "half");
    assert_eq!(site.run(&["build"]).status.code(), Some(0));
    assert!(!site.path().join(".public.bruecke-new").exists() && !site.path().join("public/de/alt").exists());
}
