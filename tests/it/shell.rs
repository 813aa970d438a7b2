//! What shells and `man` are told of the program: scripts that complete, pages that read.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{SiteTest, program};

fn said(args: &[&str]) -> String {
    let out = program().args(args).output().unwrap();
    assert!(out.status.success(), "{out:?}");
    String::from_utf8(out.stdout).unwrap()
}

/// What the real bash offers after these words.
fn completed(script: &str, words: &[&str]) -> Vec<String> {
    let list = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
    let (last, before) = (words[words.len() - 1], words[words.len() - 2]);
    let line = words.join(" ");
    let ask = format!(
        "{script}\nCOMP_WORDS=({list}); COMP_CWORD={}; COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}\n\
         _bruecke bruecke '{last}' '{before}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.len() - 1
    );
    let out = Command::new("bash").args(["--norc", "-c", &ask]).output().unwrap();
    assert!(out.status.success(), "{out:?}");
    String::from_utf8(out.stdout).unwrap().lines().map(|line| line.trim().to_string()).collect()
}

#[test]
fn bash_completes_commands_options_and_values() {
    let script = said(&["completions", "bash"]);
    assert_eq!(completed(&script, &["bruecke", "tr"]), ["translations"]);
    assert_eq!(completed(&script, &["bruecke", "build", "--dr"]), ["--drafts"]);
    assert_eq!(completed(&script, &["bruecke", "translations", "ex"]), ["export"]);
    assert_eq!(completed(&script, &["bruecke", "check", "--format", "j"]), ["json"]);
    assert_eq!(completed(&script, &["bruecke", "translations", "export", "--file-format", "p"]), ["po"]);
}

#[test]
fn language_and_format_of_messages_stand_before_and_after_every_command() {
    let folder = tempfile::tempdir().unwrap();
    said(&["man", folder.path().to_str().unwrap()]);
    for name in pages(folder.path()) {
        let page = std::fs::read_to_string(folder.path().join(&name)).unwrap();
        assert!(page.contains("\\fB\\-\\-lang\\fR") && page.contains("\\fB\\-\\-format\\fR"), "{name}");
    }
    for args in [["--lang", "de", "schedule"], ["schedule", "--lang", "de"]] {
        let out = program().args(args).args(["--root", folder.path().to_str().unwrap()]).output().unwrap();
        assert!(String::from_utf8_lossy(&out.stderr).contains("Fehler"), "{out:?}");
    }
}

#[test]
fn an_option_with_a_value_of_another_names_the_other() {
    let cases = [
        (&["translations", "diff", "a", "--lang", "vi"][..], "--language"),
        (&["translations", "--lang", "fr"], "--language"),
        (&["translations", "--lang", "vi,en"], "--language"),
        (&["new", "page", "A", "--lang", "fr"], "--language"),
        (&["translations", "--format", "csv"], "--table"),
        (&["translations", "export", "--language", "vi", "--format", "po"], "--file-format"),
    ];
    for (args, meant) in cases {
        let out = program().args(args).output().unwrap();
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.code() == Some(2) && said.contains(meant), "{args:?}: {said}");
    }
}

/// What the program prints in a language of the environment.
fn printed(lang: &str, args: &[&str]) -> (String, Option<i32>) {
    let out = program().args(args).env("LC_ALL", lang).output().unwrap();
    (String::from_utf8(out.stdout).unwrap() + &String::from_utf8(out.stderr).unwrap(), out.status.code())
}

#[test]
fn help_and_wrong_use_speak_the_language_of_messages() {
    let commands: &[&[&str]] =
        &[&[], &["build"], &["translations"], &["translations", "export"], &["locales", "new"], &["new"]];
    // What clap says by itself, and nobody translates.
    let english =
        ["Usage:", "Options:", "Commands:", "Arguments:", "Print ", "[default", "[possible", "[OPTIONS]", "For more"];
    for (lang, heading) in [("de_DE.UTF-8", "Aufruf:"), ("vi_VN.UTF-8", "Cách dùng:"), ("C", "Usage:")] {
        for command in commands {
            for flag in ["-h", "--help"] {
                let (said, code) = printed(lang, &[command, &[flag][..]].concat());
                assert!(code == Some(0) && said.contains(heading), "{said}");
                assert!(lang == "C" || !english.iter().any(|word| said.contains(word)), "{said}");
            }
        }
    }
    let wrong: &[(&[&str], &str, &str)] = &[
        (&["buidl"], "Meinten Sie „build“?", "“build”"),
        (&["build", "--drafs"], "„--drafs“", "“--drafs”"),
        (&["new", "page", "A", "--date", "24.11"], "einen Tag wie 2026-11-24", "một ngày như 2026-11-24"),
        (&["build", "--at", "heute"], "Zeitpunkt", "thời điểm"),
        (&["build", "--base-url", "x"], "eine Adresse wie", "một địa chỉ như"),
        (&["locales", "new", "x y"], "BCP-47-Kürzel", "mã BCP 47"),
        (&["translations", "--state", "old"], "Die Stände sind", "các tình trạng là"),
        (&["translations", "mark"], "Es fehlt: <SEITEN>", "còn thiếu: <TRANG>"),
        (
            &["translations", "mark", "a", "--all", "--state", "current", "--language", "vi"],
            "schließen einander aus",
            "cùng với",
        ),
        (&["serve", "--port", "x"], "ist kein Wert für --port", "không phải là giá trị của --port"),
        (&["build", "--drafts", "--drafts"], "nur einmal", "một lần"),
        (&["completions", "csh"], "möglich: bash", "có thể là: bash"),
        (&["--lang", "fr", "build"], "Meldungen gibt es auf", "thông báo có bằng"),
        (&["locales"], "Befehle:", "Lệnh:"),
    ];
    for (args, german, vietnamese) in wrong {
        for (lang, wanted) in [("de_DE.UTF-8", german), ("vi_VN.UTF-8", vietnamese)] {
            let (said, code) = printed(lang, args);
            assert!(code == Some(2) && said.contains(wanted), "{args:?}: {said}");
            assert!(!english.iter().any(|word| said.contains(word)), "{args:?}: {said}");
        }
    }
    // --lang wins over the environment, wherever it stands.
    assert!(printed("C", &["--lang", "de", "build", "-h"]).0.contains("Aufruf:"));
    assert!(printed("de_DE.UTF-8", &["build", "-h", "--lang=vi"]).0.contains("Cách dùng:"));
    assert_eq!(printed("de_DE.UTF-8", &["-V"]), (format!("bruecke {}\n", env!("CARGO_PKG_VERSION")), Some(0)));
}

#[test]
fn manual_pages_and_completions_do_so_too() {
    let (page, _) = printed("de_DE.UTF-8", &["man"]);
    assert!(page.contains(".SH BEZEICHNUNG") && page.contains("Sprache der Meldungen") && page.is_ascii(), "{page}");
    assert!(!page.contains(".SH NAME") && !page.contains("Print "), "{page}");
    let (script, _) = printed("vi_VN.UTF-8", &["completions", "fish"]);
    assert!(script.contains("Tạo trang web vào một thư mục"), "{script}");
}

#[test]
fn every_shell_gets_a_script_and_others_are_named() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(said(&["completions", shell]).contains("bruecke"), "{shell}");
    }
    let out = program().args(["completions", "csh"]).output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("fish"), "{out:?}");
}

#[test]
fn a_reader_that_stops_early_is_no_mistake() {
    let mut child =
        program().args(["completions", "bash"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success() && out.stderr.is_empty(), "{out:?}");
}

fn pages(folder: &Path) -> BTreeSet<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    files.collect()
}

#[test]
fn every_command_has_a_manual_page_and_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("a/man1"), folder.path().join("b"));
    for to in [&first, &second] {
        said(&["man", to.to_str().unwrap()]);
    }
    let names = pages(&first);
    for name in ["bruecke.1", "bruecke-build.1", "bruecke-translations.1", "bruecke-translations-export.1"] {
        assert!(names.contains(name), "{name} of {names:?}");
    }
    assert_eq!(names, pages(&second));
    for name in &names {
        let page = std::fs::read_to_string(first.join(name)).unwrap();
        assert_eq!(page, std::fs::read_to_string(second.join(name)).unwrap(), "{name}");
        assert!(page.contains(concat!("\"bruecke ", env!("CARGO_PKG_VERSION"), "\"")), "{name}");
        assert!(page.contains(".SH NAME") && page.contains(".SH SYNOPSIS"), "{name}");
    }
    let build = std::fs::read_to_string(first.join("bruecke-build.1")).unwrap();
    assert!(build.contains("drafts") && build.contains("bruecke build"), "{build}");
    assert_eq!(said(&["man"]), std::fs::read_to_string(first.join("bruecke.1")).unwrap());
}

/// `tests/all` installs groff; who runs this test alone may lack it.
#[test]
fn groff_reads_the_pages_without_a_warning() {
    if Command::new("groff").arg("--version").output().is_err() {
        return eprintln!("groff is not installed: skipped");
    }
    for lang in ["de", "vi", "en"] {
        let folder = tempfile::tempdir().unwrap();
        said(&["--lang", lang, "man", folder.path().to_str().unwrap()]);
        for name in pages(folder.path()) {
            let out =
                Command::new("groff").args(["-man", "-Tutf8", "-ww"]).arg(folder.path().join(&name)).output().unwrap();
            assert!(out.status.success() && out.stderr.is_empty(), "{name}: {}", String::from_utf8_lossy(&out.stderr));
            assert!(out.stdout.len() > 500, "{name}: {}", String::from_utf8_lossy(&out.stdout));
        }
    }
}

#[test]
fn the_time_of_each_stage_is_said_to_whoever_asks() {
    let site = SiteTest::in_languages(&["en"]).page("a.en.md", "title: A", "");
    let run = site.run(&["build", "--timings"]);
    let said = String::from_utf8(run.stderr).unwrap();
    let stages: Vec<&str> =
        said.lines().filter_map(|line| line.strip_suffix(" ms")?.split_whitespace().next()).collect();
    assert_eq!(stages, ["load", "parse", "resolve", "pictures", "render", "emit", "write"], "{said}");
}

#[test]
fn what_the_disk_refuses_is_said_in_the_language_of_messages() {
    let site = SiteTest::in_languages(&["en"]).page("a.en.md", "title: A", "").file("file", "");
    let output = site.path().join("file/public");
    let (root, output) = (site.path().to_str().unwrap(), output.to_str().unwrap());
    let missing = site.path().join("no.xlf");
    for (lang, folder, import) in [
        (
            "de_DE.UTF-8",
            "lässt sich nicht lesen: Ein Teil des Pfades ist kein Ordner",
            "lässt sich nicht lesen: Diese Datei",
        ),
        ("vi_VN.UTF-8", "không đọc được", "không đọc được"),
        ("C", "a part of the path is not a folder", "there is no such file or folder"),
    ] {
        let (said, code) = printed(lang, &["build", "--root", root, "--output", output]);
        assert!(code == Some(1) && said.contains(folder), "{said}");
        let (said, code) = printed(lang, &["translations", "import", missing.to_str().unwrap(), "--root", root]);
        assert!(code == Some(1) && said.contains(import), "{said}");
        assert!(lang == "C" || !said.contains("os error"), "{said}");
    }
    // An address that another program listens on.
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (said, code) = printed("de_DE.UTF-8", &["serve", "--root", root, "--port", &port]);
    assert!(code == Some(1) && said.contains("--port 0") && said.contains("Ein anderes Programm"), "{said}");
}
