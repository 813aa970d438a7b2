//! Whatever an earlier build or a person left in the output, the next build mends it or says exactly what to remove.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::support::{self, SiteTest};

fn site() -> SiteTest {
    SiteTest::in_languages(&["de"])
        .page("a.de.md", "title: A", "Eins [x](/files/x) [y](/files/y.pdf)")
        .page("b.de.md", "title: B", "")
        .file("content/files/x", "a file without an ending")
        .file("content/files/y.pdf", "%PDF")
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| !entry.file_type().is_dir());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    files.map(|file| (name(file.path()), std::fs::read_to_string(file.path()).unwrap_or_default())).collect()
}

/// Builds, with what is said and the exit code.
fn build(site: &SiteTest, args: &[&str]) -> (Option<i32>, String) {
    let done = site.run(&[&["build"], args].concat());
    (done.status.code(), String::from_utf8(done.stderr).unwrap() + &String::from_utf8(done.stdout).unwrap())
}

fn public(site: &SiteTest) -> PathBuf {
    site.path().join("public")
}

#[test]
fn files_and_folders_take_each_others_places() {
    let site = site();
    assert_eq!(build(&site, &[]).0, Some(0));
    // A file of ours becomes a folder, and a folder of ours a file.
    let site = site.without("content/files/x").file("content/files/x/z.pdf", "z").without("content/files/y.pdf");
    let site =
        site.file("content/files/y.pdf/q", "q").page("a.de.md", "title: A", "[x](/files/x/z.pdf) [y](/files/y.pdf/q)");
    let said = build(&site, &[]);
    assert_eq!(said.0, Some(0), "{}", said.1);
    assert_eq!(files(&public(&site))["files/x/z.pdf"], "z");
    std::fs::remove_dir_all(site.path().join("content/files")).unwrap();
    let site = site.file("content/files/x", "x").page("a.de.md", "title: A", "[x](/files/x)");
    let said = build(&site, &[]);
    assert_eq!(said.0, Some(0), "{}", said.1);
    let found = files(&public(&site));
    assert_eq!(found["files/x"], "x");
    assert!(!found.contains_key("files/y.pdf/q"), "{found:?}");
    assert_eq!(build(&site, &["--verify"]).0, Some(0));
}

#[test]
fn what_a_person_did_to_our_files_is_mended() {
    let site = site();
    build(&site, &[]);
    let good = files(&public(&site));
    let page = public(&site).join("de/a/index.html");
    let damages: [(&str, &dyn Fn()); 5] = [
        ("removed", &|| std::fs::remove_file(&page).unwrap()),
        ("cut off", &|| std::fs::write(&page, &good["de/a/index.html"][..20]).unwrap()),
        ("an empty folder in its place", &|| {
            std::fs::remove_file(&page).unwrap();
            std::fs::create_dir(&page).unwrap();
        }),
        ("its folder removed", &|| std::fs::remove_dir_all(page.parent().unwrap()).unwrap()),
        ("the manifest removed", &|| std::fs::remove_file(public(&site).join(".bruecke-manifest")).unwrap()),
    ];
    for (damage, make) in damages {
        make();
        let said = build(&site, &[]);
        assert_eq!(said.0, Some(0), "{damage}: {}", said.1);
        assert_eq!(files(&public(&site)), good, "{damage}");
    }
    // Of the same length: only somebody who asks finds it.
    let other = good["de/a/index.html"].replace("Eins", "Neun");
    std::fs::write(&page, &other).unwrap();
    assert_eq!(build(&site, &[]).0, Some(0));
    assert_eq!(files(&public(&site))["de/a/index.html"], other);
    let said = build(&site, &["--verify"]);
    assert!(said.1.contains("1 file written"), "{}", said.1);
    assert_eq!(files(&public(&site)), good);
    assert!(build(&site, &["--verify"]).1.contains("0 files written"));
}

#[test]
fn without_a_manifest_others_files_are_named_one_by_one() {
    let site = site();
    build(&site, &[]);
    std::fs::remove_file(public(&site).join(".bruecke-manifest")).unwrap();
    let site = site.file("public/de/b/index.html", "mine").file("public/letter.txt", "mine, too");
    let before = files(&public(&site));
    let (code, said) = build(&site, &[]);
    assert_eq!(code, Some(1));
    for name in ["public/de/b/index.html", "public/letter.txt"] {
        assert!(said.contains(name), "{said}");
    }
    assert!(!said.contains("de/a/index.html"), "what is as it would be is ours: {said}");
    assert_eq!(files(&public(&site)), before);
    let (code, said) = (site.run(&["check"]).status.code(), String::from_utf8(site.run(&["check"]).stderr).unwrap());
    assert_eq!(code, Some(1));
    assert!(said.contains("in-the-way") && said.contains("letter.txt") && said.contains("de/b/index.html"), "{said}");
    let site = site.without("public/de/b/index.html").without("public/letter.txt");
    assert_eq!(build(&site, &[]).0, Some(0));
}

#[test]
fn check_sees_what_lies_in_the_output_and_is_not_the_sites() {
    let site = site();
    build(&site, &[]);
    let check = |site: &SiteTest, args: &[&str]| {
        let done = site.run(&[&["check"], args].concat());
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    };
    assert!(!check(&site, &[]).1.contains("unmanaged"), "{}", check(&site, &[]).1);
    let site = site.file("public/.htaccess", "x").file("public/.well-known/security.txt", "x");
    assert!(!check(&site, &[]).1.contains("unmanaged"));
    let site = site.file("public/old/list.csv", "x");
    let (code, said) = check(&site, &[]);
    assert!(said.contains("unmanaged") && said.contains("old/list.csv"), "{said}");
    assert_eq!(code, Some(0));
    let site = site.file("public/de/c/index.html", "mine").page("c.de.md", "title: C", "");
    let (code, said) = check(&site, &[]);
    assert!(said.contains("in-the-way") && said.contains("de/c/index.html"), "{said}");
    assert_eq!(code, Some(1));
    assert_eq!(check(&site, &["--output", site.path().join("other").to_str().unwrap()]).0, Some(0));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    let mine = elsewhere.path().join("index.html");
    let reset = || std::fs::write(&mine, "mine").unwrap();
    // A folder of the output that leads elsewhere.
    let site = site();
    build(&site, &[]);
    reset();
    let folder = public(&site).join("de/a");
    std::fs::remove_dir_all(&folder).unwrap();
    symlink(elsewhere.path(), &folder).unwrap();
    let site = site.page("a.de.md", "title: A", "Zwei");
    let (code, said) = build(&site, &[]);
    assert_eq!(code, Some(1));
    assert!(said.contains("public/de/a"), "{said}");
    assert_eq!(std::fs::read_to_string(&mine).unwrap(), "mine");
    // Nor is what it leads to removed when the page goes.
    let site = site.without("content/a.de.md");
    assert_eq!(build(&site, &[]).0, Some(0));
    assert_eq!(std::fs::read_to_string(&mine).unwrap(), "mine");
    // A file that leads elsewhere is replaced itself.
    let page = public(&site).join("de/b/index.html");
    std::fs::remove_file(&page).unwrap();
    symlink(&mine, &page).unwrap();
    let site = site.page("b.de.md", "title: B", "Zwei");
    assert_eq!(build(&site, &[]).0, Some(0));
    assert_eq!(std::fs::read_to_string(&mine).unwrap(), "mine");
    assert!(std::fs::read_to_string(&page).unwrap().contains("Zwei"));
    // So are the manifest, the lock and what waits.
    for name in ["public/.bruecke-manifest", ".public.bruecke-lock", ".public.bruecke-new-1"] {
        reset();
        let path = site.path().join(name);
        _ = std::fs::remove_file(&path);
        symlink(if name.ends_with("-1") { elsewhere.path() } else { &mine }, &path).unwrap();
        build(&site, &["--verify"]);
        assert_eq!(std::fs::read_to_string(&mine).unwrap(), "mine", "{name}");
    }
    // The output folder itself may be a link: that is how hosts are made.
    let real = elsewhere.path().join("www");
    std::fs::create_dir(&real).unwrap();
    symlink(&real, site.path().join("live")).unwrap();
    let live = site.path().join("live");
    assert_eq!(build(&site, &["--output", live.to_str().unwrap()]).0, Some(0));
    assert!(live.is_symlink() && real.join("de/b/index.html").exists());
    assert!(std::fs::read_dir(elsewhere.path()).unwrap().flatten().count() == 2, "nothing is left beside it");
}

#[test]
fn the_output_is_apart_from_what_the_site_is_made_of() {
    let site = site();
    let before = files(site.path());
    for output in [
        "content",
        "content/public",
        "locales",
        "themes/plain/x",
        ".bruecke",
        ".bruecke/out",
        ".",
        "..",
        "x/../content/y",
        "content/../.bruecke",
    ] {
        let folder = site.path().join(output);
        let (code, said) = build(&site, &["--output", folder.to_str().unwrap()]);
        assert_eq!(code, Some(2), "{output}: {said}");
        assert!(said.contains("content, locales, themes"), "{output}: {said}");
        assert_eq!(files(site.path()), before, "{output}");
    }
    for output in ["content-public", "public/content", "x/y/z"] {
        assert_eq!(build(&site, &["--output", site.path().join(output).to_str().unwrap()]).0, Some(0), "{output}");
    }
}

#[test]
fn a_damaged_cache_is_made_again() {
    let site = site().bytes("content/p.gif", support::PICTURE).page("p.de.md", "title: P", "![Alt](p.gif \"Foto\")");
    build(&site, &[]);
    let good = files(&public(&site));
    for damage in [&b""[..], b"half", &[0; 4096]] {
        for entry in walkdir::WalkDir::new(site.path().join(".bruecke")).into_iter().flatten() {
            if entry.file_type().is_file() {
                std::fs::write(entry.path(), damage).unwrap();
            }
        }
        std::fs::remove_dir_all(public(&site)).unwrap();
        let (code, said) = build(&site, &[]);
        assert_eq!(code, Some(0), "{said}");
        assert!(files(&public(&site)) == good);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_nobody_may_read_fails_in_check() {
    use std::os::unix::fs::PermissionsExt;
    let site = site();
    for entry in walkdir::WalkDir::new(site.path()).into_iter().flatten() {
        let mode = if entry.file_type().is_dir() { 0o777 } else { 0o666 };
        std::fs::set_permissions(entry.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    }
    let secret = site.path().join("content/files/y.pdf");
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o000)).unwrap();
    let done = support::as_nobody(&["check", "--root", site.path().to_str().unwrap()]);
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("unreadable") && said.contains("content/files/y.pdf"), "{said}");
}
