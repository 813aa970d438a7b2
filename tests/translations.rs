//! Translations: the state of each page, and what readers get where there is none.

mod support;

use bruecke::model::revision::Revision;
use bruecke::model::source::SourceText;
use support::SiteTest;

/// A site with the shipped theme, where missing pages fall back unless `more` says otherwise.
fn leipzig(more: &str) -> SiteTest {
    SiteTest::new().file("site.yaml", &format!("base_url: https://example.org/\nlanguages: [de, vi, en]\n{more}"))
}

/// The revision of a page's text, as the program finds it.
fn revision(front: &str, body: &str) -> String {
    let site = SiteTest::in_languages(&["de"]).page("a.de.md", front, body);
    let config = bruecke::configure::configure(
        std::sync::Arc::new(SourceText {
            path: "site.yaml".into(),
            text: "base_url: https://example.org/\nlanguages: [de]\n".into(),
        }),
        None,
    );
    let config = config.value.unwrap();
    let yaml = std::fs::read_to_string(site.path().join("site.yaml")).unwrap();
    let source = std::sync::Arc::new(SourceText { path: "site.yaml".into(), text: yaml });
    let sources = bruecke::discover::discover(site.path(), &config, &source).value;
    let locales = bruecke::locale::load(&[], &config.languages).value;
    let components = Default::default();
    let rules = bruecke::parse::Rules { config: &config, components: &components, locales: &locales };
    let parsed = bruecke::parse::parse(sources.pages, rules).value;
    parsed.documents.iter().find(|document| document.key == "a").unwrap().revision.to_string()
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
        .page("news/b.vi.md", "title: Bài khác\ntranslation: {from: de}", "Không có.")
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
    assert!(
        !original.contains("class=\"translations\" aria-label=\"Diese Seite in anderen Sprachen\">\n  <li"),
        "{original}"
    );
    // Lists name its language; the way to it stays inside the reader's.
    let list = site.html("/vi/tin-tuc/");
    assert!(list.contains("<a href=\"../../vi/tin-tuc/meldung/\" lang=\"de\">Meldung</a>"), "{list}");
    assert!(list.contains("<span lang=\"de\">Deutsch</span>"), "{list}");
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
    assert!(html.contains("ngày 4 tháng 5 năm 2026") && html.contains("hreflang=\"de\">Meldung</a>"), "{html}");
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
        ("title: Ein Titel\ndescription: Kurz.\nevent: {place: Hanoi}", "Ein Absatz\nmit Umbruch."),
        (
            "title: Ein Titel\ndescription: Kurz.\ncorrections: [{date: 2024-01-01, note: Falsch.}]",
            "Ein Absatz\nmit Umbruch.",
        ),
    ];
    for (front, body) in other {
        assert_ne!(revision(front, body), first, "{front}");
    }
    assert!(Revision::parse(&first).is_some());
    let site = leipzig("")
        .page("a.vi.md", "title: A\ntranslation: {from: de, revision: latest}", "")
        .page("a.de.md", "title: A", "");
    assert!(site.build().codes().contains(&"bad-revision"));
}
