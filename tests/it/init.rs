//! `bruecke init`: a small site that builds without a message, in any of the shipped theme's languages.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use crate::support::program;

fn run(args: &[&str], folder: &Path) -> Output {
    let mut command = program();
    command.env("SOURCE_DATE_EPOCH", "1795521600").args(["--lang", "en"]).args(args).current_dir(folder);
    command.output().unwrap()
}

fn said(out: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let all = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    all.map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (name, std::fs::read_to_string(entry.path()).unwrap())
    })
    .collect()
}

#[test]
fn it_builds_without_a_message_in_every_choice_of_languages() {
    for languages in ["de,vi,en", "en", "vi,de", "en,en,vi"] {
        let folder = tempfile::tempdir().unwrap();
        let out = run(&["init", "site", "--languages", languages], folder.path());
        assert_eq!(out.status.code(), Some(0), "{}", said(&out));
        let site = folder.path().join("site");
        let all = files(&site);
        let texts = all.iter().filter(|(name, _)| name.as_str() != "site.yaml");
        assert!(texts.clone().all(|(_, text)| !text.contains("{{")), "no gap is left");
        let tags: Vec<&str> = languages.split(',').collect();
        for tag in &tags {
            assert!(all.contains_key(&format!("content/news/2026-11-24-welcome/index.{tag}.md")), "{:?}", all.keys());
            assert!(all[&format!("locales/{tag}/site.ftl")].contains("site-title = "));
        }
        for tag in ["de", "vi", "en"].iter().filter(|tag| !tags.contains(tag)) {
            assert!(!all.keys().any(|name| name.contains(&format!(".{tag}."))), "{:?}", all.keys());
        }
        let check = run(&["check"], &site);
        assert_eq!(check.status.code(), Some(0), "{}", said(&check));
        assert!(said(&check).contains("checked: 0 errors, 0 warnings"), "{}", said(&check));
        // Translations note the state of their source.
        let table = run(&["translations", "--fail-on", "missing,outdated,unmarked"], &site);
        assert_eq!(table.status.code(), Some(0), "{}", said(&table));
    }
}

#[test]
fn a_new_page_builds_in_it_and_search_engines_stay_out() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(&["init", "."], folder.path()).status.code(), Some(0));
    let out = run(&["new", "release", "Neue Meldung", "--translations", "vi,en"], folder.path());
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    let out = run(&["build", "--drafts"], folder.path());
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    let html = std::fs::read_to_string(folder.path().join("public/en/news/index.html")).unwrap();
    assert!(html.contains("Neue Meldung") && html.contains("<meta name=\"robots\" content=\"noindex\">"), "{html}");
    let ignored = std::fs::read_to_string(folder.path().join(".gitignore")).unwrap();
    assert!(ignored.contains("/public/\n") && ignored.contains("/.bruecke/\n"));
}

#[test]
fn the_same_words_are_about_the_same_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(&["init", "."], folder.path()).status.code(), Some(0));
    let all = files(folder.path());
    let shape = |text: &str| {
        let lines = text.lines().map(|line| line.split([':', ' ']).next().unwrap_or_default().to_string());
        lines.filter(|start| start.starts_with(['#', '-', '{']) || start == "title").collect::<Vec<_>>()
    };
    for (name, text) in all.iter().filter(|(name, _)| name.ends_with(".de.md")) {
        for tag in ["vi", "en"] {
            assert_eq!(shape(text), shape(&all[&name.replace(".de.md", &format!(".{tag}.md"))]), "{name} {tag}");
        }
    }
}

#[test]
fn what_is_there_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("README.md"), "Mine").unwrap();
    std::fs::write(path(".gitignore"), "mine\n").unwrap();
    assert_eq!(run(&["init", "."], folder.path()).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(path(".gitignore")).unwrap(), "mine\n");
    std::fs::write(path("site.yaml"), "changed").unwrap();
    for lang in [("en", "this is a site"), ("de", "Hier ist schon eine Website"), ("vi", "đây đã là một trang web")]
    {
        let out = program().args(["--lang", lang.0, "init"]).arg(folder.path()).output().unwrap();
        assert_eq!(out.status.code(), Some(1));
        assert!(said(&out).contains(lang.1), "{}", said(&out));
    }
    assert_eq!(std::fs::read_to_string(path("site.yaml")).unwrap(), "changed");
    let content = tempfile::tempdir().unwrap();
    std::fs::create_dir(content.path().join("content")).unwrap();
    assert_eq!(run(&["init", "."], content.path()).status.code(), Some(1));
    assert!(!content.path().join("site.yaml").exists());
}

#[test]
fn a_language_that_the_theme_does_not_speak_is_wrong_use() {
    let folder = tempfile::tempdir().unwrap();
    let out = run(&["init", "site", "--languages", "de,fr"], folder.path());
    assert_eq!(out.status.code(), Some(2));
    assert!(said(&out).contains("de, vi, en") && !folder.path().join("site").exists(), "{}", said(&out));
}
