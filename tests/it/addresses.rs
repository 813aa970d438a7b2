//! Every address has one owner, at any time.

use crate::support::SiteTest;

/// What is said of addresses: place, code and the values of its text.
fn said(site: &SiteTest) -> Vec<String> {
    let built = site.build();
    let mut said = Vec::new();
    for found in &built.diagnostics {
        let code = found.code.id();
        if !["same-address", "draft-address", "long-name", "windows-name", "bad-alias"].contains(&code) {
            continue;
        }
        let values: Vec<String> = found.args.iter().map(|(_, value)| value.to_string()).collect();
        let place = found.at.as_ref().map_or("-".to_string(), |at| {
            let (line, column) = at.source.line_column(at.span.start);
            format!("{}:{line}:{column}", at.source.path)
        });
        said.push(format!("{place} {code} {}", values.join("|")));
    }
    said
}

fn with_all() -> SiteTest {
    SiteTest::new()
        .append("site.yaml", "press_kits: [/news/_index.md]\n")
        .append("locales/de/site.ftl", "tag-a = Wasser\n")
        .page("news/_index.de.md", "title: News", "")
        .page("news/a.de.md", "title: A\ndate: 2024-01-01\ntags: [a]\nevent: {start: 2024-01-01}", "")
        .bytes("content/de/files/b.pdf", b"%PDF")
}

#[test]
fn an_alias_takes_nothing_that_somebody_has() {
    for (alias, other) in [
        ("/", "same|/|bruecke (index.html)"),
        ("/index.html", "same|/|bruecke (index.html)"),
        ("/404.html", "same|/404.html|bruecke (404.html)"),
        ("/de/404.html", "same|/de/404.html|bruecke (404.html)"),
        ("/de/", "same|/de/|content/_index.de.md:2"),
        ("/de/index.html", "same|/de/|content/_index.de.md:2"),
        ("/de/index.html/", "folder|/de/|content/_index.de.md:2"),
        ("/DE/", "spelling|/de/|content/_index.de.md:2"),
        ("/de/news/a/", "same|/de/news/a/|content/news/a.de.md:2"),
        ("/de/news/%61/", "same|/de/news/a/|content/news/a.de.md:2"),
        ("/de/News/", "spelling|/de/news/|content/news/_index.de.md:2"),
        ("/de/News/old/", "spelling|/de/news/|content/news/_index.de.md:2"),
        ("/de/themen/", "same|/de/themen/|themes/plain/locales/de/theme.ftl:2"),
        ("/de/themen/wasser/", "same|/de/themen/wasser/|locales/de/site.ftl:3"),
        ("/de/feed.xml", "folder|/de/feed.xml|site.yaml (feeds)"),
        ("/de/feed.json/x/", "folder|/de/feed.json|site.yaml (feeds)"),
        ("/de/news/a/press-kit.zip", "folder|/de/news/a/press-kit.zip|content/news/a.de.md:2"),
        ("/de/news/a/event.ics", "folder|/de/news/a/event.ics|content/news/a.de.md:2"),
        ("/de/news/a/card.01234567.png", "same|/de/news/a/card.01234567.png/|bruecke"),
        ("/de/calendar.ics", "folder|/de/calendar.ics|bruecke (calendar.ics)"),
        ("/calendar.ics", "folder|/calendar.ics|bruecke (calendar.ics)"),
        ("/robots.txt", "same|/robots.txt/|bruecke"),
        ("/Robots.TXT", "same|/Robots.TXT/|bruecke"),
        ("/sitemap.xml", "same|/sitemap.xml/|bruecke"),
        ("/sitemap-2.xml", "same|/sitemap-2.xml/|bruecke"),
        ("/search/de.js", "same|/search/de.js/|bruecke"),
        ("/.bruecke-manifest", "same|/.bruecke-manifest/|bruecke"),
        ("/de/files/b.pdf", "folder|/de/files/b.pdf|content/de/files/b.pdf"),
    ] {
        let site = with_all().page("b.de.md", &format!("title: B\naliases: ['{alias}']"), "[x](/de/files/b.pdf)");
        let said = said(&site);
        assert_eq!(said.len(), 1, "{alias}: {said:?}");
        let [at, rest] = said[0].split_once(" same-address ").map(|(at, rest)| [at, rest]).unwrap();
        assert_eq!(at, "content/b.de.md:3:11", "{alias}");
        assert_eq!(rest.split_once('|').unwrap().1, other, "{alias}");
    }
}

#[test]
fn neither_does_a_page_or_a_file() {
    let site = |slug: &str| with_all().page("b.de.md", &format!("title: B\nslug: {slug}"), "");
    for (slug, other) in [
        ("feed.xml", "folder|/de/feed.xml|site.yaml (feeds)"),
        ("index.html", "folder|/de/|content/_index.de.md:2"),
        ("404.html", "folder|/de/404.html|bruecke (404.html)"),
        ("calendar.ics", "folder|/de/calendar.ics|bruecke (calendar.ics)"),
        ("themen", "same|/de/themen/|themes/plain/locales/de/theme.ftl:2"),
    ] {
        assert_eq!(said(&site(slug)), [format!("content/b.de.md:3:7 same-address /de/{slug}/|{other}")]);
    }
    // Once, not in every language that the page stands in for.
    let twice =
        SiteTest::in_languages(&["de", "vi", "en"]).page("b.de.md", "title: A", "").page("a.de.md", "title: A", "");
    assert_eq!(said(&twice), ["content/b.de.md:2:8 same-address /de/a/|same|/de/a/|content/a.de.md:2"]);
    // Files in a folder that is called like a language.
    let file = SiteTest::new().bytes("content/de/a", b"x").page("a.de.md", "title: A", "[x](/de/a)");
    assert_eq!(said(&file), ["content/a.de.md:2:8 same-address /de/a/|folder|/de/a|content/de/a"]);
    let spelled = SiteTest::new().bytes("content/a.pdf", b"x").bytes("content/A.pdf", b"y");
    let spelled = spelled.page("a.de.md", "title: X", "[x](/a.pdf) [y](/A.pdf)");
    assert_eq!(said(&spelled), ["- same-address /A.pdf|spelling|/a.pdf|content/a.pdf"]);
    let pager = SiteTest::new().page("news/_index.de.md", "title: News\npaginate_by: 1", "");
    let pager = pager.page("news/a.de.md", "title: A", "").page("news/b.de.md", "title: B", "");
    let word = pager
        .build()
        .files
        .keys()
        .find_map(|name| Some(name.strip_prefix("de/news/")?.strip_suffix("/2/index.html")?.to_string()));
    let word = word.unwrap();
    let pager = pager.page("c.de.md", &format!("title: C\naliases: [/de/news/{word}/2/]"), "");
    assert_eq!(
        said(&pager),
        [format!(
            "content/c.de.md:3:11 same-address /de/news/{word}/2/|same|/de/news/{word}/2/|content/news/_index.de.md:2"
        )]
    );
}

#[test]
fn one_name_in_two_unicode_forms_is_one_name() {
    let site = SiteTest::new().page("a.de.md", "title: A\naliases: [/de/u\u{308}bersicht/]", "");
    let site = site.page("b.de.md", "title: B\naliases: [/de/Übersicht/]", "");
    assert_eq!(said(&site).len(), 1, "{:?}", said(&site));
    assert!(said(&site)[0].contains("|spelling|"));
}

#[test]
fn two_whose_times_never_meet_do_not_collide() {
    let site = |first: &str, second: &str, at: &'static str| {
        let page = |front: &str| format!("title: X\nslug: x\n{front}");
        SiteTest::new().page("a.de.md", &page(first), "").page("b.de.md", &page(second), "").at(at)
    };
    let (until, from) = ("expires: 2024-09-22T10:00Z", "publish: 2024-09-22T10:00Z");
    for at in ["2024-01-01T00:00:00Z", "2024-09-22T09:59:59Z", "2024-09-22T10:00:00Z", "2025-01-01T00:00:00Z"] {
        assert_eq!(said(&site(until, from, at)), Vec::<String>::new(), "{at}");
    }
    // One second is enough, and long before.
    let late = "expires: 2024-09-22T10:00:01Z";
    assert_eq!(said(&site(late, from, "2024-01-01T00:00:00Z")).len(), 1);
    assert_eq!(
        said(&site("", from, "2024-01-01T00:00:00Z")),
        ["content/b.de.md:3:7 same-address /de/x/|same|/de/x/|content/a.de.md:3"]
    );
    // Two that will both be public, and two that never will be again.
    assert_eq!(said(&site(from, from, "2024-01-01T00:00:00Z")).len(), 1);
    assert_eq!(said(&site(until, until, "2025-01-01T00:00:00Z")), Vec::<String>::new());
    // A section under embargo takes what lies in it along, and all translations follow their original.
    let inside = SiteTest::in_languages(&["de", "en"])
        .page("s/_index.de.md", &format!("title: S\n{from}"), "")
        .page("s/a.de.md", "title: A", "")
        .page("b.de.md", &format!("title: B\naliases: [/de/s/a/]\n{until}"), "");
    assert_eq!(said(&inside.at("2024-01-01T00:00:00Z")), Vec::<String>::new());
    let inside = SiteTest::new()
        .page("s/_index.de.md", &format!("title: S\n{from}"), "")
        .page("s/a.de.md", "title: A", "")
        .page("b.de.md", "title: B\naliases: [/de/s/a/]", "");
    assert_eq!(said(&inside.at("2024-01-01T00:00:00Z")).len(), 1);
    // A translation under embargo takes the place of its original: it is the same page.
    let own = SiteTest::in_languages(&["de", "en"]).page("a.de.md", "title: A", "").page(
        "a.en.md",
        &format!("title: A\ntranslation: {{from: de}}\n{from}"),
        "",
    );
    assert_eq!(said(&own.at("2024-01-01T00:00:00Z")), Vec::<String>::new());
}

#[test]
fn drafts_claim_their_addresses_too() {
    let site = || {
        SiteTest::new()
            .page("a.de.md", "title: X\nslug: x\ndraft: true", "")
            .page("b.de.md", "title: X\nslug: x", "")
            .page("c.de.md", "title: C\ndraft: true\naliases: [/de/feed.xml]", "")
            .page("d.de.md", "title: D\ndate: 2024-01-01", "")
    };
    assert_eq!(
        said(&site()),
        [
            "content/a.de.md:3:7 draft-address /de/x/|same|/de/x/|content/b.de.md:3",
            "content/c.de.md:4:11 draft-address /de/feed.xml/|folder|/de/feed.xml|site.yaml (feeds)",
        ]
    );
    assert!(site().build().has("/de/x/"));
    // Whoever shows drafts has two pages at one address.
    assert!(said(&site().drafts()).iter().all(|said| said.contains(" same-address ")));
}

#[test]
fn names_that_not_every_disk_holds_are_told() {
    let site = |front: &str| SiteTest::new().page("a.de.md", front, "");
    let long = "a".repeat(255);
    assert_eq!(said(&site(&format!("title: A\nslug: {long}"))), Vec::<String>::new());
    let shown = format!("{}…|256|content/a.de.md:3", "a".repeat(40));
    assert_eq!(said(&site(&format!("title: A\nslug: a{long}"))), [format!("content/a.de.md:3:7 long-name {shown}")]);
    assert_eq!(
        said(&site(&format!("title: A\naliases: [/x/a{long}/]"))),
        [format!("content/a.de.md:3:11 long-name {shown}")]
    );
    assert_eq!(said(&site("title: Con")), ["content/a.de.md:2:8 windows-name con|3|content/a.de.md:2"]);
    assert_eq!(
        said(&site("title: A\naliases: [/aux.html, /a./, /b]")),
        [
            "content/a.de.md:3:11 windows-name aux.html|8|content/a.de.md:3",
            "content/a.de.md:3:22 windows-name a.|2|content/a.de.md:3",
        ]
    );
    assert!(site("title: Con").build().has("/de/con/"));
    let file = SiteTest::new().bytes("content/nul.pdf", b"x").page("a.de.md", "title: A", "[x](/nul.pdf)");
    assert_eq!(said(&file), ["- windows-name nul.pdf|7|content/nul.pdf"]);
}

#[test]
fn an_alias_is_a_path_of_the_site() {
    for (alias, reason) in [
        ("https://example.org/de/alt/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("//example.org/alt/", "host"),
        ("/de/alt/?p=1", "query"),
        ("/de/alt/#teil", "fragment"),
        ("/de/../alt/", "part"),
        ("/de/%2e%2e/alt/", "part"),
        ("/de/%2fetc/", "part"),
        ("/de/a\\b/", "part"),
    ] {
        let site = SiteTest::new().page("a.de.md", &format!("title: A\naliases: ['{alias}']"), "");
        assert_eq!(said(&site), [format!("content/a.de.md:3:11 bad-alias {alias}|{reason}")]);
    }
    let site =
        SiteTest::new().page("a.de.md", "title: A\naliases: ['/alt/gr%C3%BC%C3%9Fe%201/', /alt.html, /alt/x.htm]", "");
    let built = site.build();
    for (name, to) in [("alt/grüße 1/index.html", "../../de/a/"), ("alt.html", "./de/a/"), ("alt/x.htm", "../de/a/")]
    {
        assert!(built.files[name].contains(&format!("href=\"{to}\"")), "{name}: {}", built.files[name]);
    }
}
