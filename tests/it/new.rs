//! `bruecke new`: pages by archetype, with their translations; nothing overwritten, nothing asked of a script.

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

use crate::support::{SiteTest, program};

/// A site with the shipped theme, at a fixed day.
fn site() -> SiteTest {
    SiteTest::new().file("site.yaml", "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: leipzig\n").page(
        "news/_index.de.md",
        "title: Aktuelles",
        "",
    )
}

/// Runs `bruecke new` with these arguments and variables.
fn new_with(site: &SiteTest, args: &[&str], env: &[(&str, &str)]) -> Output {
    let mut command = program();
    command.env("SOURCE_DATE_EPOCH", "1795521600").env_remove("VISUAL").env_remove("EDITOR").stdin(Stdio::null());
    command.envs(env.iter().copied()).args(["--lang", "en", "new", "--root"]).arg(site.path()).args(args);
    command.output().unwrap()
}

fn new(site: &SiteTest, args: &[&str]) -> Output {
    new_with(site, args, &[])
}

fn said(out: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

fn read(site: &SiteTest, path: &str) -> String {
    std::fs::read_to_string(site.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_release_lies_in_a_folder_of_its_own_by_date_and_title() {
    let site = site();
    let out = new(&site, &["release", "Ärzte aus Huế: ein \"Besuch\""]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    let file = "content/news/2026-11-24-aerzte-aus-hue-ein-besuch/index.de.md";
    assert!(said(&out).contains(&format!("made: {file}; remove “draft: true”")), "{}", said(&out));
    let text = read(&site, file);
    assert!(text.starts_with("---\ntitle: \"Ärzte aus Huế: ein \\\"Besuch\\\"\"\n# Ein oder zwei Sätze"), "{text}");
    assert!(text.contains("\ndate: 2026-11-24\n") && text.contains("# publish: 2026-11-24T10:00"), "{text}");
    assert!(!text.contains("path:") && !text.contains("{{"), "{text}");
    // It is a draft: not in the site, and there for whoever asks for drafts.
    assert_eq!(site.run(&["build"]).status.code(), Some(0));
    assert!(!site.path().join("public/de/aktuelles/aerzte-aus-hue-ein-besuch").exists());
    assert_eq!(site.run(&["build", "--drafts"]).status.code(), Some(0));
    let html = read(&site, "public/de/aktuelles/aerzte-aus-hue-ein-besuch/index.html");
    assert!(html.contains("ein „Besuch“"), "{html}");
}

#[test]
fn every_archetype_of_the_theme_builds_in_every_language() {
    for kind in ["release", "event", "page"] {
        for (lang, slug) in [("de", "dai-hoi-2"), ("vi", "dai-hoi-2"), ("en", "dai-hoi-2")] {
            let site = site();
            let out = new(&site, &[kind, "Đại hội 2", "--language", lang, "--date", "2027-01-31"]);
            assert_eq!(out.status.code(), Some(0), "{}", said(&out));
            let file = match kind {
                "page" => format!("content/{slug}.{lang}.md"),
                _ => format!("content/news/2027-01-31-{slug}/index.{lang}.md"),
            };
            assert!(said(&out).contains(&file), "{}", said(&out));
            let text = read(&site, &file);
            let words = [("de", "öffentlich"), ("vi", "công khai"), ("en", "public")];
            assert!(words.iter().all(|(tag, word)| text.contains(word) == (*tag == lang)), "{text}");
            let check = site.run(&["check", "--drafts"]);
            assert_eq!(check.status.code(), Some(0), "{}", said(&check));
            // What is commented out builds as well when it is taken in, but for the picture and the topic.
            let taken: Vec<String> = text.lines().map(|line| uncommented(line, &text)).collect();
            let site = site.file(&file, &taken.join("\n"));
            let check = site.run(&["check", "--drafts"]);
            assert_eq!(check.status.code(), Some(0), "{}\n{}", said(&check), taken.join("\n"));
        }
    }
}

/// A line of an archetype with its key taken in.
fn uncommented(line: &str, text: &str) -> String {
    let key = line.trim_start().strip_prefix("# ").unwrap_or_default();
    let is_key = ["description: ", "publish: ", "contacts:", "  - {name", "end: ", "place: ", "timezone: "];
    // An event that ends at a time begins at one.
    let line = if text.contains("end: ") {
        line.replace("  start: 2027-01-31", "  start: 2027-01-31T10:00")
    } else {
        line.into()
    };
    match is_key.iter().any(|start| key.starts_with(start)) {
        true => line.replacen("# ", "", 1),
        false => line,
    }
}

#[test]
fn translations_are_laid_beside_it() {
    let site = site();
    let out = new(&site, &["release", "Besuch", "--translations", "vi,en"]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    for lang in ["vi", "en"] {
        let text = read(&site, &format!("content/news/2026-11-24-besuch/index.{lang}.md"));
        assert!(text.contains("title: Besuch\ndraft: true\ntranslation: {from: de, revision: \""), "{text}");
    }
    let table = site.run(&["translations", "--table", "csv"]);
    for lang in ["vi", "en"] {
        assert!(said(&table).contains(&format!("news/2026-11-24-besuch,{lang},current,de,")), "{}", said(&table));
    }
}

#[test]
fn nothing_is_overwritten() {
    let site = site();
    assert_eq!(new(&site, &["page", "Über uns"]).status.code(), Some(0));
    let site = site.file("content/ueber-uns.de.md", "---\ntitle: Mein Text\n---\n");
    let out = new(&site, &["page", "Über uns"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(said(&out).contains("content/ueber-uns.de.md already exists"), "{}", said(&out));
    assert_eq!(read(&site, "content/ueber-uns.de.md"), "---\ntitle: Mein Text\n---\n");
    // Another language's file is the same page: it wants a translation. Nothing is half-made.
    let out = new(&site, &["page", "Über uns", "--language", "en"]);
    assert_eq!(out.status.code(), Some(0), "its slug is another one: {}", said(&out));
    let out = new(&site, &["page", "ueber uns", "--language", "en", "--translations", "vi"]);
    assert_eq!(out.status.code(), Some(1), "{}", said(&out));
    assert!(
        !site.path().join("content/ueber-uns.en.md").exists() && !site.path().join("content/ueber-uns.vi.md").exists()
    );
}

#[test]
fn what_is_missing_or_wrong_is_said_and_nobody_is_asked() {
    let site = site();
    for (args, message) in [
        (&[][..], "The theme has: event, page, release"),
        (&["release"], "the title is missing"),
        (&["relaese", "A"], "did you mean “release”?"),
        (&["release", "?!"], "no letter or digit"),
        (&["release", "A", "--date", "24.11.2026"], "a day such as 2026-11-24"),
    ] {
        let out = new(&site, args);
        assert_eq!(out.status.code(), Some(2), "{args:?} {}", said(&out));
        assert!(said(&out).contains(message), "{args:?} {}", said(&out));
    }
    let out = new(&site, &["release", "A", "--language", "fr"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(said(&out).contains("“fr” is not one of the site’s languages"), "{}", said(&out));
    let empty = SiteTest::new().without("site.yaml");
    assert!(said(&new(&empty, &["release", "A"])).contains("there is no site.yaml"));
    for (lang, message) in [("de", "Der Titel fehlt."), ("vi", "Thiếu tiêu đề.")] {
        let out =
            program().args(["--lang", lang, "new", "page", "--root"]).arg(site.path()).stdin(Stdio::null()).output();
        assert!(said(&out.unwrap()).contains(message));
    }
}

#[test]
fn a_theme_has_archetypes_of_its_own_and_their_mistakes_are_named() {
    let site = site()
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: own\n")
        .file("themes/own/theme.yaml", "extends: leipzig\n")
        .file("themes/own/archetypes/page.md", "---\npath: /about/{{ slug }}\ntitle: {{ title }}\nextra: {kind: \"{{ title }}, {{ lang }}\"}\n---\n{{ other }}\n")
        .file("themes/own/archetypes/visit.md", "---\ntitle: {{ title }}\n---\n")
        .file("themes/own/archetypes/escape.md", "---\npath: ../{{ slug }}\ntitle: {{ title }}\n---\n")
        .file("themes/own/archetypes/wrong.md", "---\npath: a\ntitel: {{ title }}\n---\n");
    // The nearest theme's wins, as with templates; the archetype for all languages comes after that for one.
    let out = new(&site, &["page", "A \"b\"", "--language", "en"]);
    assert!(said(&out).contains("content/a-b.en.md"), "{}", said(&out));
    for (kind, message) in [
        ("visit", "themes/own/archetypes/visit.md:"),
        ("escape", "themes/own/archetypes/escape.md:2:7"),
        ("wrong", "the key “titel” is not known here"),
    ] {
        let out = new(&site, &[kind, "A"]);
        assert_eq!(out.status.code(), Some(1), "{}", said(&out));
        assert!(said(&out).contains(message), "{}", said(&out));
        assert!(said(&out).contains(&format!("the theme’s archetype “{kind}” makes a page")), "{}", said(&out));
        assert!(!site.path().join("content/a.de.md").exists());
    }
    let site = site.file("themes/own/archetypes/page.en.md", "---\npath: /about/{{ slug }}\ntitle: {{ title }}\nextra: {kind: \"{{ title }}, {{ lang }}\"}\n---\n{{ title }}\n");
    let out = new(&site, &["page", "A \"b\"", "--language", "en", "--date", "2026-01-01"]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    let text = read(&site, "content/about/a-b.en.md");
    assert_eq!(text, "---\ntitle: A \"b\"\nextra: {kind: \"A \\\"b\\\", en\"}\n---\nA \"b\"\n");
}

#[test]
fn the_editor_is_opened_when_asked_for() {
    let site = site();
    let script = site.path().join("editor.sh");
    std::fs::write(&script, "#!/bin/sh\necho \"$1\" >> \"$2\"\n").unwrap();
    let editor = format!("sh {} Nachtrag", script.display());
    let out = new_with(&site, &["page", "Eins", "--edit"], &[("EDITOR", &editor)]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    assert!(read(&site, "content/eins.de.md").ends_with("Nachtrag\n"));
    let out = new_with(&site, &["page", "Zwei", "--edit"], &[("EDITOR", "false"), ("VISUAL", &editor)]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    for (title, env) in [("Drei", &[][..]), ("Vier", &[("EDITOR", "false")]), ("Fünf", &[("EDITOR", "no-such-editor")])]
    {
        let out = new_with(&site, &["page", title, "--edit"], env);
        assert_eq!(out.status.code(), Some(1), "{title} {}", said(&out));
        assert!(said(&out).contains("editor"), "{}", said(&out));
    }
}

#[test]
fn any_title_is_one_that_yaml_reads_back() {
    let site = site();
    for (number, title) in [
        "no",
        "- a",
        "a: b",
        "#hash 1",
        "{c}",
        "'q'",
        "\\\\ 2",
        "\"x\"",
        "@me",
        "%5",
        "true",
        "1.5",
        "d {{ date }}",
        "e\u{302}\u{301} x",
    ]
    .into_iter()
    .enumerate()
    {
        let day = format!("2020-01-{:02}", number + 1);
        let out = new(&site, &["release", "--date", &day, "--", title]);
        assert_eq!(out.status.code(), Some(0), "{title}: {}", said(&out));
    }
    let out = site.run(&["check", "--drafts"]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
}

/// On a real terminal: `script` of util-linux gives one.
#[test]
fn on_a_terminal_it_asks_for_what_is_missing() {
    let site = site();
    let bruecke = program();
    let command =
        format!("{} --lang en new --date 2026-11-24 --root {}", bruecke.get_program().display(), site.path().display());
    let mut child = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut keys, mut screen) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    // The third kind: two steps down. Each key is pressed when the program shows that it waits for it.
    let steps = [
        ("What kind of page?:\r\n> event", "\x1b[B"),
        ("> page", "\x1b[B"),
        ("> release", "\r"),
        ("Title: ", "Ein Besuch"),
        ("Ein Besuch", "\r"),
    ];
    for (shown, key) in steps {
        let mut seen = String::new();
        while !seen.contains(shown) {
            let mut bytes = [0; 1024];
            let read = screen.read(&mut bytes).unwrap();
            assert!(read > 0, "{shown:?} was not shown: {seen:?}");
            seen += &String::from_utf8_lossy(&bytes[..read]);
        }
        keys.write_all(key.as_bytes()).unwrap();
        keys.flush().unwrap();
    }
    screen.read_to_end(&mut Vec::new()).unwrap();
    assert!(child.wait().unwrap().success());
    assert!(read(&site, "content/news/2026-11-24-ein-besuch/index.de.md").contains("title: Ein Besuch\n"));
}
