//! Translations: the state of each page, and what readers get where there is none.

use crate::support::{self, SiteTest};

/// A site with the shipped theme, where missing pages fall back unless `more` says otherwise.
fn leipzig(more: &str) -> SiteTest {
    SiteTest::new().file("site.yaml", &format!("base_url: https://example.org/\nlanguages: [de, vi, en]\n{more}"))
}

/// The revision of a page's text, as the program finds it.
fn revision(front: &str, body: &str) -> String {
    SiteTest::in_languages(&["de"]).page("a.de.md", front, body).revision("a")
}

#[test]
fn a_missing_page_falls_back_to_the_original_and_says_so() {
    let site = leipzig("")
        .page("news/_index.de.md", "title: Aktuelles", "")
        .page("news/_index.vi.md", "title: Tin tức\ntranslation: {from: de}", "")
        .page(
            "news/a.de.md",
            "title: Meldung\ndescription: Vom Wasser.\ndate: 2024-09-22\naliases: [/de/alt/]",
            "Siehe [Übersicht](/news/) und [das](b.md#x).",
        )
        .page("news/b.de.md", "title: Andere", "## X {#x}")
        .page("news/b.vi.md", "title: Bài khác\ntranslation: {from: de}", "Xem [tin](a.md).")
        .build();
    assert!(!site.codes().iter().any(|code| code.contains("link") || code.contains("anchor")), "{:?}", site.codes());
    let html = site.html("/vi/tin-tuc/meldung/");
    // The frame is the reader's, the text is the original's, and both say so.
    for shown in [
        "<html lang=\"vi\"",
        "<h1 lang=\"de\">Meldung</h1>",
        "<div class=\"prose\" lang=\"de\">",
        "Bài này chưa có bản tiếng Việt.",
        "href=\"../../../de/aktuelles/meldung/\" lang=\"de\" hreflang=\"de\">Meldung</a>",
        "<link rel=\"canonical\" href=\"https://example.org/de/aktuelles/meldung/\">",
        "<meta name=\"robots\" content=\"noindex\">",
        "<a href=\"../../../vi/tin-tuc/\">Übersicht</a>",
        // The Vietnamese page has no such place, so the link leads to where there is one.
        "<a href=\"../../../de/aktuelles/andere/#x\">das</a>",
    ] {
        assert!(html.contains(shown), "{shown}: {html}");
    }
    assert!(!html.contains("rel=\"alternate\" hreflang"), "{html}");
    let original = site.html("/de/aktuelles/meldung/");
    assert!(!original.contains("hreflang=\"vi\" href=\"https"), "{original}");
    assert!(!original.contains("class=\"translations\""), "{original}");
    // Lists name its language; the way to it stays inside the reader's.
    let list = site.html("/vi/tin-tuc/");
    assert!(list.contains("<a href=\"../../vi/tin-tuc/meldung/\" lang=\"de\">Meldung</a>"), "{list}");
    assert!(list.contains("<span lang=\"de\">Deutsch</span>"), "{list}");
    // A link from a translated page leads there.
    let link = "<a href=\"../../../vi/tin-tuc/meldung/\">tin</a>";
    assert!(site.html("/vi/tin-tuc/bai-khac/").contains(link), "{}", site.html("/vi/tin-tuc/bai-khac/"));
    // An earlier address is the original's alone, and a section falls back as a whole.
    assert!(site.has("/de/alt/") && site.has("/en/aktuelles/meldung/"));
}

#[test]
fn the_site_or_a_section_decides_what_missing_means() {
    let pages = |site: SiteTest| {
        site.page("open/_index.de.md", "title: Offen\nmissing: fallback", "")
            .page("open/deep/a.de.md", "title: A", "")
            .page("strict/_index.de.md", "title: Streng", "")
            .page("strict/b.de.md", "title: B", "")
    };
    let site = pages(leipzig("missing: omit\n")).build();
    assert!(site.has("/vi/offen/deep/a/") && !site.has("/vi/streng/b/"), "{:?}", site.files.keys());
    let site = pages(leipzig("missing: error\n")).build();
    assert!(site.codes().iter().filter(|code| **code == "translation-required").count() == 4, "{:?}", site.codes());
    assert!(leipzig("missing: sometimes\n").build().codes().contains(&"wrong-type"));
    assert!(leipzig("").page("a.de.md", "title: A\nmissing: omit", "").build().codes().contains(&"not-a-section"));
}

#[test]
fn outdated_translations_say_so_and_lead_to_their_source() {
    let now = revision("title: Meldung", "Der Text.");
    let page = |revision: &str, notice: &str| {
        leipzig(notice)
            .page("a.de.md", "title: Meldung\nupdated: 2026-05-04", "Der Text.")
            .page("a.vi.md", &format!("title: Tin\ntranslation: {{from: de, revision: \"{revision}\"}}"), "Văn bản.")
            .page(
                "a.en.md",
                &format!(
                    "title: News\ntranslation: {{from: vi, revision: \"{}\"}}",
                    self::revision("title: Tin", "Văn bản.")
                ),
                "The text.",
            )
            .build()
    };
    let site = page(&now, "");
    assert!(
        !site.html("/vi/tin/").contains("class=\"notice\"") && !site.html("/en/news/").contains("class=\"notice\"")
    );
    let site = page("000000000000", "");
    let html = site.html("/vi/tin/");
    assert!(
        html.contains("ngày\u{a0}4 tháng\u{a0}5 năm\u{a0}2026") && html.contains("hreflang=\"de\">Meldung</a>"),
        "{html}"
    );
    // What is translated from it is no newer.
    assert!(site.html("/en/news/").contains("reflects an earlier version"));
    assert!(!page("000000000000", "outdated_notice: false\n").html("/vi/tin/").contains("class=\"notice\""));
}

#[test]
fn a_revision_counts_words_and_nothing_else() {
    let first = revision("title: Ein Titel\ndescription: Kurz.", "Ein Absatz\nmit Umbruch.");
    let same = [
        (
            "description:   Kurz.\ntitle: \"Ein Titel\"\ndate: 2024-01-01\ntags: []\nweight: 3",
            "Ein  Absatz mit\tUmbruch.\n\n",
        ),
        ("title: Ein Titel\ndescription: >\n  Kurz.", "Ein Absatz\r\nmit Umbruch.\r\n"),
    ];
    for (front, body) in same {
        assert_eq!(revision(front, body), first, "{front}");
    }
    let other = [
        ("title: Ein Titel\ndescription: Kürzer.", "Ein Absatz\nmit Umbruch."),
        ("title: Ein Titel\ndescription: Kurz.", "Ein Absatz\nohne Umbruch."),
        ("title: Ein Titel\ndescription: Kurz.\nevent: {start: 2026-01-01, place: Hanoi}", "Ein Absatz\nmit Umbruch."),
        (
            "title: Ein Titel\ndescription: Kurz.\ncorrections: [{date: 2024-01-01, note: Falsch.}]",
            "Ein Absatz\nmit Umbruch.",
        ),
    ];
    for (front, body) in other {
        assert_ne!(revision(front, body), first, "{front}");
    }
    assert!(first.len() == 12 && first.bytes().all(|byte| byte.is_ascii_hexdigit()), "{first}");
    let site = leipzig("")
        .page("a.vi.md", "title: A\ntranslation: {from: de, revision: latest}", "")
        .page("a.de.md", "title: A", "");
    assert!(site.build().codes().contains(&"bad-revision"));
}

/// A site in a git repository of its own, with a page that is translated into two languages.
struct Repository {
    site: SiteTest,
}

impl Repository {
    fn new() -> Self {
        let site = SiteTest::new()
            .page(
                "news/a.de.md",
                "title: Meldung\ndescription: \"Kurz: das.\"\ndate: 2024-09-22\nimage: {src: a.png, alt: Ein Bild, credit: N. N.}\nevent: {start: 2024-09-22, place: Leipzig}",
                "Eins zwei drei.\n\nVier fünf sechs.",
            )
            .bytes("content/news/a.png", support::PICTURE)
            .page("news/a.vi.md", "title: Tin\nimage: {alt: Ảnh}\ntranslation: {from: de}", "Một hai ba.")
            .page("news/a.en.md", "title: News\nimage: {alt: A picture}\ntranslation:\n  from: de\n  by: N. N. # ours", "One.");
        let repository = Self { site };
        repository.git(&["init", "-q"]);
        repository
    }

    fn git(&self, args: &[&str]) {
        let who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
        let root = self.site.path();
        let day = "2026-05-04T12:00:00Z";
        let done = std::process::Command::new("git")
            .current_dir(root)
            .env("GIT_COMMITTER_DATE", day)
            .env("GIT_AUTHOR_DATE", day)
            .args(who)
            .args(args)
            .output();
        assert!(done.unwrap().status.success(), "git {args:?}");
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "state"]);
    }

    fn write(&self, path: &str, text: &str) {
        std::fs::write(self.site.path().join(path), text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.site.path().join(path)).unwrap()
    }

    /// Standard output, standard error and the exit code.
    fn run(&self, args: &[&str]) -> (String, String, i32) {
        let run =
            support::program().current_dir(self.site.path()).env("LC_ALL", "en_GB.UTF-8").args(args).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (text(run.stdout), text(run.stderr), run.status.code().unwrap())
    }
}

#[test]
fn the_table_tells_what_is_where_and_a_check_can_fail_on_it() {
    let site = Repository::new();
    let (table, _, code) = site.run(&["translations", "--state", "unmarked,missing"]);
    assert_eq!(table, "page    vi        en\nnews/a  unmarked  unmarked\n\nvi: 1 unmarked\nen: 1 unmarked\n");
    assert_eq!(code, 0);
    assert_eq!(site.run(&["translations", "--fail-on", "unmarked"]).2, 1);
    assert_eq!(site.run(&["translations", "--fail-on", "outdated,missing"]).2, 0);
    assert_eq!(site.run(&["translations", "--fail-on", "old"]).2, 2);
    let (_, error, code) = site.run(&["translations", "--language", "fr"]);
    assert!(error.contains("“fr” is not one of the site’s languages; it has de, vi, en") && code == 1, "{error}");
    let (german, _, _) = site.run(&["--lang", "de", "translations", "--language", "vi", "--state", "unmarked"]);
    assert_eq!(german, "Seite   vi\nnews/a  ohne Stand\n\nvi: 1 ohne Stand\n");
    let (json, _, _) = site.run(&["translations", "--format", "json", "--language", "vi"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["totals"]["vi"]["unmarked"], 1);
    assert_eq!(json["translations"][1]["file"], "content/news/a.vi.md");
    let (csv, _, _) = site.run(&["translations", "--table", "csv", "--state", "unmarked"]);
    assert!(csv.starts_with("page,lang,state,from,file,since,words,percent\r\nnews/a,vi,unmarked,de,"), "{csv}");
    let (markdown, _, _) = site.run(&["translations", "--table", "markdown", "--language", "en"]);
    assert!(markdown.starts_with("| page | en |\n|---|---|\n"), "{markdown}");
}

#[test]
fn marking_notes_the_revision_and_changes_nothing_else() {
    let site = Repository::new();
    let (done, _, _) = site.run(&["translations", "mark", "news/a", "--language", "vi"]);
    assert_eq!(done, "marked: content/news/a.vi.md\n");
    let vi = site.read("content/news/a.vi.md");
    assert!(vi.contains("translation: {from: de, revision: \"") && vi.ends_with("Một hai ba."), "{vi}");
    site.run(&["translations", "mark", "--all", "--language", "vi,en", "--state", "unmarked"]);
    let en = site.read("content/news/a.en.md");
    assert!(en.contains("translation:\n  from: de\n  revision: \"") && en.contains("\n  by: N. N. # ours\n"), "{en}");
    assert_eq!(site.run(&["translations", "--fail-on", "unmarked,outdated"]).2, 0);
    // Marking again changes the value in place, in both styles.
    site.write("content/news/a.de.md", &site.read("content/news/a.de.md").replace("Eins", "Null"));
    assert_eq!(site.run(&["translations", "--fail-on", "outdated"]).2, 1);
    let (done, _, _) = site.run(&["translations", "mark", "/news/a.md", "--typo"]);
    assert_eq!(done, "marked: content/news/a.vi.md\nmarked: content/news/a.en.md\n");
    assert_eq!(site.read("content/news/a.en.md").matches("revision").count(), 1);
    assert_eq!(site.read("content/news/a.vi.md").matches("revision").count(), 1);
    assert_eq!(site.run(&["translations", "mark", "news/a"]).0, "Nothing to mark.\n");
    // What only looks like the key is left alone, and a key without a value gets one.
    let text = "---\ntitle: Tin\ntranslation:\n  from: de\n  by: \"N. revision: N.\"\n---\n";
    site.write("content/news/a.vi.md", text);
    site.run(&["translations", "mark", "news/a", "--language", "vi"]);
    let marked = site.read("content/news/a.vi.md");
    assert!(
        marked.contains("\n  from: de\n  revision: \"") && marked.contains("\n  by: \"N. revision: N.\"\n"),
        "{marked}"
    );
    site.write("content/news/a.vi.md", &text.replace("by: \"N. revision: N.\"", "revision: # later\n  by: N."));
    site.run(&["translations", "mark", "news/a", "--language", "vi"]);
    let marked = site.read("content/news/a.vi.md");
    assert!(marked.contains("  revision: \"") && marked.contains("\" # later\n  by: N.\n"), "{marked}");
    let (_, error, code) = site.run(&["translations", "mark", "news/b"]);
    assert!(error.contains("there is no page “news/b”; did you mean “news/a”?") && code == 1, "{error}");
    assert_eq!(site.run(&["translations", "mark"]).2, 2);
    // `--lang` is the language of messages: without `--language` it must not mark every language.
    let (_, error, code) = site.run(&["translations", "mark", "--all", "--state", "unmarked", "--lang", "vi"]);
    assert!(error.contains("--language") && code == 2, "{error}");
}

#[test]
fn what_has_changed_in_a_source_is_shown_word_by_word() {
    let site = Repository::new();
    site.run(&["translations", "mark", "--all", "--language", "vi,en", "--state", "unmarked"]);
    let (nothing, _, _) = site.run(&["translations", "diff", "news/a", "--language", "vi"]);
    assert!(nothing.contains("is not outdated (current)"), "{nothing}");
    site.commit();
    let source = site.read("content/news/a.de.md");
    site.write("content/news/a.de.md", &source.replace("zwei", "2").replace("title: Meldung", "title: Eine Meldung"));
    let (table, _, _) = site.run(&["translations", "--state", "outdated", "--language", "vi"]);
    assert!(table.contains("outdated (2 words, 16%, not committed yet)"), "{table}");
    site.commit();
    site.write("content/news/a.de.md", &site.read("content/news/a.de.md").replace("sechs", "6"));
    let (diff, _, code) = site.run(&["translations", "diff", "content/news/a.vi.md", "--language", "vi"]);
    assert_eq!(
        diff,
        "content/news/a.vi.md: 3 words, 24%, since 2026-05-04\n\ntitle:\n  {+Eine+} Meldung\n\ntext:\n  Eins [-zwei-] {+2+} drei.\n\n  Vier fünf [-sechs.-] {+6.+}\n"
    );
    assert_eq!(code, 0);
    // A file that was renamed has its history all the same.
    site.git(&["mv", "content/news/a.de.md", "content/news/b.de.md"]);
    site.git(&["mv", "content/news/a.vi.md", "content/news/b.vi.md"]);
    site.git(&["mv", "content/news/a.en.md", "content/news/b.en.md"]);
    site.commit();
    let renamed = site.run(&["translations", "diff", "news/b", "--language", "vi"]);
    assert!(renamed.0.contains("[-zwei-] {+2+}"), "{renamed:?}");
}

#[test]
fn without_git_everything_works_but_the_differences() {
    let site = Repository::new();
    std::fs::remove_dir_all(site.site.path().join(".git")).unwrap();
    site.run(&["translations", "mark", "--all", "--language", "vi,en", "--state", "unmarked"]);
    site.write("content/news/a.de.md", &site.read("content/news/a.de.md").replace("Eins", "Null"));
    let (table, _, code) =
        site.run(&["translations", "--state", "outdated", "--language", "vi", "--fail-on", "outdated"]);
    assert!(table.contains("news/a  outdated\n") && code == 1, "{table}");
    let (_, error, code) = site.run(&["translations", "diff", "news/a", "--language", "vi"]);
    assert!(error.contains("git") && code == 1, "{error}");
}

#[test]
fn a_state_that_was_never_committed_is_said_to_be_lost() {
    let site = Repository::new();
    site.commit();
    let vi = site.read("content/news/a.vi.md").replace("{from: de}", "{from: de, revision: \"0123456789ab\"}");
    site.write("content/news/a.vi.md", &vi);
    let (_, error, code) = site.run(&["translations", "diff", "news/a", "--language", "vi"]);
    assert!(
        error.contains("no state of the source that content/news/a.vi.md was translated from") && code == 1,
        "{error}"
    );
}

#[test]
fn a_new_translation_begins_with_the_source_s_words_and_does_not_go_public() {
    let site = Repository::new();
    std::fs::remove_file(site.site.path().join("content/news/a.vi.md")).unwrap();
    let (made, _, code) = site.run(&["translations", "new", "news/a", "--language", "vi"]);
    assert!(made.starts_with("made: content/news/a.vi.md") && code == 0, "{made}");
    let vi = site.read("content/news/a.vi.md");
    let revision = vi.split("revision: \"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(
        vi,
        format!(
            "---\ntitle: Meldung\ndescription: \"Kurz: das.\"\nimage: {{alt: Ein Bild}}\nevent: {{place: Leipzig}}\ndraft: true\ntranslation: {{from: de, revision: \"{revision}\"}}\n---\nEins zwei drei.\n\nVier fünf sechs."
        )
    );
    assert!(!site.site.build().has("/vi/meldung/"), "a draft");
    let (_, error, code) = site.run(&["translations", "new", "news/a", "--language", "vi"]);
    assert!(error.contains("content/news/a.vi.md already exists") && code == 1, "{error}");
}

#[test]
fn the_report_is_a_page_that_stands_alone() {
    let site = Repository::new();
    let (done, _, _) = site.run(&["--lang", "vi", "translations", "report", "--output", "out.html"]);
    assert_eq!(done, "đã ghi: out.html\n");
    let html = site.read("out.html");
    assert!(html.contains("<html lang=\"vi\">") && html.contains("<th scope=\"row\">news/a</th>"), "{html}");
    assert!(html.contains("<td class=\"unmarked\" title=\"content/news/a.vi.md\">chưa ghi phiên bản</td>"), "{html}");
    assert!(!html.contains("<script") && !html.contains("http"), "{html}");
}

#[test]
fn every_value_can_be_traced_to_its_file() {
    let site = Repository::new();
    let (text, _, code) = site.run(&["explain", "news/a", "--language", "vi"]);
    assert_eq!(code, 0);
    for shown in [
        "title             from its own file (content/news/a.vi.md:2)\n                  Tin\n",
        "description       not translated: the original has it, and it is never inherited\n",
        "date              from the original (content/news/a.de.md:4)\n                  2024-09-22\n",
        "image.src         from the original (content/news/a.de.md:5)\n                  a.png\n",
        "image.alt         from its own file (content/news/a.vi.md:3)\n                  Ảnh\n",
        "event.place       from the original (content/news/a.de.md:6)\n                  Leipzig\n",
    ] {
        assert!(text.contains(shown), "{shown}\n{text}");
    }
    assert!(!text.contains("weight"), "{text}");
    // Values are what YAML sees, not what stands up to the next comma; and a key is no text that looks like one.
    let front = "description: \"Bald ein\\ntitle: x\"\ntitle: Meldung\nimage: {alt: \"Zwei, die reden\", src: a.png, credit: N}";
    site.write("content/news/a.de.md", &format!("---\n{front}\n---\nText."));
    let (text, _, _) = site.run(&["explain", "news/a", "--language", "de"]);
    assert!(text.contains("(content/news/a.de.md:3)\n              Meldung\n"), "{text}");
    assert!(text.contains("(content/news/a.de.md:4)\n              \"Zwei, die reden\"\n"), "{text}");
    let (_, error, code) = site.run(&["explain", "_index", "--language", "xx"]);
    assert!(error.contains("“xx” is not one of the site’s languages") && code == 1, "{error}");
}
