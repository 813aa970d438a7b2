//! A build that would find and make the same as the last one is not made: it says the same, at once. Anything that could
//! make a difference makes a build.

use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use crate::support::{self, SiteTest};

/// What a note is marked with, so that whoever repeats it can be told.
const MARK: &str = "repeated from a note";

fn site() -> SiteTest {
    SiteTest::new()
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: plain\nmissing: omit\ntimezone: Europe/Berlin\n")
        .page("a.de.md", "title: A\nimage: {src: bild.gif, alt: Ein Bild, credit: Wir}", "Eins.")
        .page("b.de.md", "title: B\ndraft: true", "Zwei.")
        .page("c.de.md", "title: C\npublish: 2026-11-24T23:00:00+01:00", "Drei.")
        .page("d.de.md", "title: D", "Ein “Bild“ --- nie wieder {{< x >}} \u{200b}")
        .bytes("content/bild.gif", support::PICTURE)
}

/// What was written a moment ago proves nothing.
fn age(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            age(&path);
        } else {
            let file = std::fs::File::options().append(true).open(path).unwrap();
            file.set_modified(UNIX_EPOCH + Duration::from_secs(1_700_000_000)).unwrap();
        }
    }
}

/// Builds; tells whether the last build stood, and what was said without the time that it took.
fn build(site: &SiteTest, args: &[&str]) -> (bool, String) {
    let at: &[&str] = if args.contains(&"--at") { &[] } else { &["--at", "2026-11-24T12:00:00Z"] };
    let output = site.run(&[&["build"], args, at].concat());
    let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned());
    assert_eq!(output.status.code(), Some(0), "{out}{err}");
    let said = out.rsplit_once(" (").map_or(out.clone(), |(said, _)| said.to_string());
    // For the next one.
    for entry in std::fs::read_dir(site.path().join(".bruecke/cache")).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("last-") {
            let note = std::fs::read_to_string(entry.path()).unwrap();
            if !note.contains(MARK) {
                std::fs::write(entry.path(), note.replace("\"report\":\"", &format!("\"report\":\"{MARK}"))).unwrap();
            }
        }
    }
    (err.contains(MARK), said + &err.replace(MARK, ""))
}

/// A site that was built, and nothing has changed since.
fn standing() -> SiteTest {
    let site = site();
    age(site.path());
    assert!(!build(&site, &[]).0);
    site
}

#[test]
fn a_build_that_would_do_nothing_says_the_same_at_once() {
    let site = standing();
    let (stood, said) = build(&site, &[]);
    assert!(stood);
    assert!(said.contains("0 files written") && said.contains("0 removed") && said.contains("de: "), "{said}");
    std::fs::remove_dir_all(site.path().join(".bruecke")).unwrap();
    let (stood, fresh) = build(&site, &[]);
    assert!(!stood);
    assert_eq!(said, fresh, "messages and counts are those of a build");
    assert!(build(&site, &[]).0);
    // Programs get what a build finds.
    assert!(!build(&site, &["--format", "json"]).0);
    assert!(build(&site, &[]).0);
}

type Edit = fn(SiteTest) -> SiteTest;

#[test]
fn whatever_is_edited_makes_a_build() {
    let edits: [(&str, Edit); 12] = [
        ("a text of the same length", |site| {
            site.page("a.de.md", "title: A\nimage: {src: bild.gif, alt: Ein Bild, credit: Wir}", "Zwei.")
        }),
        ("the same text, saved again", |site| site.append("content/a.de.md", "")),
        ("a new page", |site| site.page("e.de.md", "title: E", "")),
        ("a page less", |site| site.without("content/d.de.md")),
        ("a page with another name", |site| {
            std::fs::rename(site.path().join("content/d.de.md"), site.path().join("content/e.de.md")).unwrap();
            site
        }),
        ("a picture", |site| site.bytes("content/bild.gif", support::PICTURE)),
        ("a file that no page uses", |site| site.file("content/neu.txt", "neu")),
        ("a message", |site| site.append("locales/de/site.ftl", "x = y\n")),
        ("a template", |site| site.append("themes/plain/templates/page.html", "<hr>")),
        ("a new asset", |site| site.file("themes/plain/assets/x.css", "p { margin: 0 }")),
        ("the site's own file", |site| site.append("site.yaml", "# x\n")),
        ("a theme that is not used and may be extended", |site| site.append("themes/plain/theme.yaml", "# x\n")),
    ];
    for (name, edit) in edits {
        let site = edit(standing());
        age(&site.path().join("content"));
        age(&site.path().join("themes"));
        age(&site.path().join("locales"));
        age_one(&site.path().join("site.yaml"));
        assert!(!build(&site, &[]).0, "{name}");
        assert!(build(&site, &[]).0, "{name}");
    }
}

fn age_one(path: &Path) {
    let file = std::fs::File::options().append(true).open(path).unwrap();
    file.set_modified(UNIX_EPOCH + Duration::from_secs(1_700_000_000)).unwrap();
}

#[test]
fn what_was_saved_a_moment_ago_is_read_again() {
    let site = site();
    build(&site, &[]);
    assert!(!build(&site, &[]).0, "two saves may fall into one tick of the clock");
}

#[test]
fn a_theme_that_takes_the_place_of_the_programs_own_is_seen() {
    let site = SiteTest::new();
    let site = site.file("site.yaml", "base_url: https://example.org/\nlanguages: [de, vi, en]\nmissing: omit\n");
    age(site.path());
    build(&site, &[]);
    assert!(build(&site, &[]).0);
    let site = site.file("themes/leipzig/theme.yaml", "name: leipzig\n");
    age(site.path());
    let output = site.run(&["build"]);
    assert_eq!(output.status.code(), Some(1), "it has no templates");
}

#[test]
fn whoever_asks_for_something_else_gets_a_build() {
    let site = standing();
    for other in [&["--drafts"][..], &["--base-url", "https://example.net/"], &["--lang", "de"]] {
        assert!(!build(&site, other).0, "{other:?}");
        assert!(build(&site, other).0, "{other:?}");
    }
    assert!(!build(&site, &[]).0, "the folder holds what the last one made");
    assert!(build(&site, &[]).0);
    let elsewhere = site.path().join("anderswo");
    let other = ["--output", elsewhere.to_str().unwrap()];
    assert!(!build(&site, &other).0);
    assert!(build(&site, &other).0 && build(&site, &[]).0, "each folder has a note of its own");
    assert!(elsewhere.join("de/a/index.html").exists());
}

#[test]
fn time_passes() {
    let site = standing();
    let at = |at: &str| build(&site, &["--at", at]).0;
    assert!(!at("2026-11-24T11:59:59Z"), "before the last build's");
    assert!(at("2026-11-24T12:00:00Z") && at("2026-11-24T21:59:59Z"));
    assert!(!at("2026-11-24T22:00:00Z"), "the embargo has ended");
    assert!(site.path().join("public/de/c/index.html").exists());
    // Midnight where the site is at home: what is said of days may be another thing then.
    assert!(at("2026-11-24T22:59:59Z"));
    assert!(!at("2026-11-24T23:00:00Z"));
}

#[test]
fn what_is_missing_in_the_output_is_made_again() {
    let site = standing();
    let page = site.path().join("public/de/a/index.html");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::remove_file(&page).unwrap();
    assert!(!build(&site, &[]).0);
    assert!(build(&site, &[]).0);
    std::fs::write(&page, "half").unwrap();
    assert!(!build(&site, &[]).0);
    assert_eq!(std::fs::read_to_string(&page).unwrap(), text);
    std::fs::remove_dir_all(site.path().join("public")).unwrap();
    assert!(!build(&site, &[]).0);
    assert_eq!(std::fs::read_to_string(&page).unwrap(), text);
    // A note that is no note, and a manifest without lengths, as an older bruecke left it.
    assert!(build(&site, &[]).0);
    for entry in std::fs::read_dir(site.path().join(".bruecke/cache")).unwrap().flatten() {
        if entry.file_name().to_string_lossy().starts_with("last-") {
            std::fs::write(entry.path(), "{").unwrap();
        }
    }
    assert!(!build(&site, &[]).0);
    let manifest = site.path().join("public/.bruecke-manifest");
    let old = std::fs::read_to_string(&manifest).unwrap();
    let older = |line: &str| match line.split_once(' ').and_then(|(mark, name)| Some((mark.split_once('-')?.0, name))) {
        Some((hash, name)) if line.starts_with(|c: char| c.is_ascii_hexdigit()) => format!("{hash} {name}\n"),
        _ => format!("{line}\n"),
    };
    std::fs::write(&manifest, old.lines().map(older).collect::<String>()).unwrap();
    let (stood, said) = build(&site, &[]);
    assert!(!stood && said.contains("0 files written"), "{said}");
    assert_eq!(std::fs::read_to_string(&manifest).unwrap(), old);
}

#[test]
fn a_build_with_errors_is_made_each_time() {
    let site = standing().file("content/a.de.md", "---\ntitle: A\n");
    age_one(&site.path().join("content/a.de.md"));
    for _ in 0..2 {
        let output = site.run(&["build", "--at", "2026-11-24T12:00:00Z"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(!String::from_utf8_lossy(&output.stderr).contains(MARK));
    }
}

#[test]
fn the_editors_package_is_looked_at() {
    let site = site().append("site.yaml", "features: editor\n");
    support::editor_package(site.path());
    age(site.path());
    build(&site, &[]);
    assert!(build(&site, &[]).0);
    for file in ["@sveltia/cms/npm/index.js", "@sveltia/cms/package.json", "immutable/LICENSE"] {
        let path = site.path().join("node_modules").join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text + "\n").unwrap();
        age_one(&path);
        assert!(!build(&site, &[]).0, "{file}");
        assert!(build(&site, &[]).0, "{file}");
    }
    // One that lies in the package comes first.
    let site =
        site.file("node_modules/@sveltia/cms/node_modules/turndown/lib/turndown.browser.es.js", "export default 2;");
    age(&site.path().join("node_modules"));
    assert!(!build(&site, &[]).0);
}
