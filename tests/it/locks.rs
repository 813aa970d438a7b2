//! Builds that run at the same time, and builds that somebody ends.

use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::support::{self, SiteTest};

fn site(text: &str) -> SiteTest {
    let site = SiteTest::in_languages(&["de"]);
    (0..20).fold(site, |site, number| {
        site.page(&format!("p{number}.de.md"), &format!("title: P{number}"), &format!("{text} {number}. ").repeat(500))
    })
}

fn build(root: &Path, output: &Path, args: &[&str]) -> Child {
    let mut command = support::program();
    command.args(["build", "--root"]).arg(root).arg("--output").arg(output).args(args);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// The files of a folder that speak of a text.
fn speaking(folder: &Path, text: &str) -> usize {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    files.filter(|file| std::fs::read_to_string(file.path()).is_ok_and(|html| html.contains(text))).count()
}

#[test]
fn of_two_builds_into_one_folder_each_is_whole() {
    let (one, two) = (site("Eins"), site("Zwei"));
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("public");
    let mut waited = 0;
    for _ in 0..10 {
        let children = [build(one.path(), &output, &[]), build(two.path(), &output, &[])];
        for child in children {
            let done = child.wait_with_output().unwrap();
            let said = String::from_utf8(done.stderr).unwrap();
            assert!(done.status.success(), "{said}");
            waited += usize::from(said.contains("waiting until it is done"));
        }
        let texts = [speaking(&output, "Eins 1."), speaking(&output, "Zwei 1.")];
        assert!(texts.contains(&0) && texts != [0, 0], "a mix: {texts:?}");
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(left, ["public"], "nothing is left beside it");
    }
    assert!(waited > 0, "they ran at the same time");
}

/// Holds the lock of an output folder, as a build does.
fn locked(output: &Path) -> std::fs::File {
    let name = format!(".{}.bruecke-lock", output.file_name().unwrap().to_str().unwrap());
    let lock = std::fs::File::create(output.with_file_name(name)).unwrap();
    lock.lock().unwrap();
    lock
}

#[test]
fn whoever_does_not_wait_is_told_and_changes_nothing() {
    let site = site("Eins");
    let output = site.path().join("public");
    let lock = locked(&output);
    let done = build(site.path(), &output, &["--no-wait"]).wait_with_output().unwrap();
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(1));
    assert!(said.contains("nothing was done") && said.contains("public"), "{said}");
    assert!(!output.exists());
    // What waits goes on as soon as it can.
    let waits = build(site.path(), &output, &[]);
    std::thread::sleep(Duration::from_millis(300));
    assert!(!output.exists());
    drop(lock);
    assert!(waits.wait_with_output().unwrap().status.success());
    assert!(output.exists());
    // The file of a build that was killed is nobody's.
    std::fs::write(site.path().join(".public.bruecke-lock"), "").unwrap();
    assert!(build(site.path(), &output, &["--no-wait"]).wait().unwrap().success());
    assert!(!site.path().join(".public.bruecke-lock").exists());
}

#[test]
fn builds_of_one_site_into_two_folders_do_their_work_one_after_the_other() {
    let site = site("Eins");
    std::fs::create_dir_all(site.path().join(".bruecke")).unwrap();
    let lock = std::fs::File::create(site.path().join(".bruecke/lock")).unwrap();
    lock.lock().unwrap();
    let done = build(site.path(), &site.path().join("other"), &["--no-wait"]).wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(1));
    drop(lock);
    assert!(build(site.path(), &site.path().join("other"), &["--no-wait"]).wait().unwrap().success());
}

/// Waits for a folder beside the output in which files wait.
fn staging(root: &Path) -> bool {
    let names = std::fs::read_dir(root).unwrap().flatten().map(|entry| entry.file_name());
    names.into_iter().any(|name| name.to_string_lossy().starts_with(".public.bruecke-new"))
}

fn end(child: Child, signal: &str) -> ExitStatus {
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
    child.wait_with_output().unwrap().status
}

#[test]
fn a_signal_removes_what_was_begun() {
    for (signal, code) in [("-TERM", 143), ("-INT", 130), ("-HUP", 129)] {
        // Enough work to be met at it.
        let site = (0..300).fold(site("Eins"), |site, number| {
            site.page(&format!("q{number}.de.md"), &format!("title: Q{number}"), &"Wort und Wort. ".repeat(3000))
        });
        let child = build(site.path(), &site.path().join("public"), &[]);
        let begun = Instant::now();
        while !staging(site.path()) {
            assert!(begun.elapsed() < Duration::from_secs(30), "it builds");
        }
        assert_eq!(end(child, signal).code(), Some(code), "{signal}");
        let left: Vec<_> = std::fs::read_dir(site.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().contains("public")), "{signal}: {left:?}");
    }
}

#[test]
fn a_reader_that_goes_is_no_reason_to_stop() {
    let site = site("Eins");
    for args in [&["build"][..], &["build"], &["check"], &["build", "--format", "json"], &["schedule"], &["--help"]] {
        let mut command = support::program();
        command.args(args);
        if args != ["--help"] {
            command.arg("--root").arg(site.path());
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop((child.stdout.take(), child.stderr.take()));
        assert_eq!(child.wait().unwrap().code(), Some(0), "{args:?}");
    }
    assert_eq!(speaking(&site.path().join("public"), "Eins 1."), 1);
}
