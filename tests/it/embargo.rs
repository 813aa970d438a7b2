//! What is not public appears nowhere.

use crate::support::{self, SiteTest};

fn secret(front: &str) -> SiteTest {
    SiteTest::new()
        .bytes("content/news/secret-folder/secret.gif", support::PICTURE)
        .file("themes/plain/templates/search.html", "{{ page.title }}")
        .page("search.de.md", "title: Suche\ntemplate: search.html", "")
        .page("news/_index.de.md", "title: Aktuelles", "")
        .page("news/a.de.md", "title: A\ndate: 2024-01-01", "")
        .page(
            "news/secret-folder/index.de.md",
            &format!("title: Geheimsache\ndate: 2024-01-02\ntags: [hush]\naliases: [/geheim/]\n{front}"),
            "![Geheimbild](secret.gif \"Geheimfotograf\")",
        )
        .page("news/secret-folder/index.vi.md", "title: Geheimsache vi\ntranslation: {from: de}", "Geheimsache")
        .append("locales/de/site.ftl", "tag-hush = Hushtag\n")
        .append("locales/vi/site.ftl", "tag-hush = Hushtag\n")
        .append("locales/en/site.ftl", "tag-hush = Hushtag\n")
}

fn leaks(site: &SiteTest) -> Vec<String> {
    let site = site.build();
    assert!(site.has("/de/aktuelles/a/"), "{:?}", site.codes());
    let all = site.files.iter().filter(|(path, text)| {
        let text = format!("{path} {text}").to_lowercase();
        ["geheim", "hush", "secret"].iter().any(|word| text.contains(word))
    });
    all.map(|(path, _)| path.clone()).collect()
}

#[test]
fn drafts_are_nowhere() {
    assert_eq!(leaks(&secret("draft: true")), Vec::<String>::new());
    assert!(!leaks(&secret("draft: true").drafts()).is_empty());
}

#[test]
fn embargoed_pages_are_nowhere_until_their_time() {
    let front = "publish: 2024-09-22T10:00+02:00";
    assert_eq!(leaks(&secret(front).at("2024-09-22T07:59:59Z")), Vec::<String>::new());
    assert!(!leaks(&secret(front).at("2024-09-22T08:00:00Z")).is_empty());
}

#[test]
fn expired_pages_are_nowhere_from_their_time() {
    let front = "expires: 2024-09-22T08:00Z";
    assert!(!leaks(&secret(front).at("2024-09-22T07:59:59Z")).is_empty());
    assert_eq!(leaks(&secret(front).at("2024-09-22T08:00:00Z")), Vec::<String>::new());
}

#[test]
fn a_time_without_a_zone_is_meant_in_the_site_s() {
    let site = |at| secret("publish: 2024-09-22T10:00").append("site.yaml", "timezone: Asia/Ho_Chi_Minh\n").at(at);
    assert_eq!(leaks(&site("2024-09-22T02:59:59Z")), Vec::<String>::new());
    assert!(!leaks(&site("2024-09-22T03:00:00Z")).is_empty());
}

#[test]
fn a_section_under_embargo_hides_what_lies_in_it() {
    let site = SiteTest::new()
        .page("news/_index.de.md", "title: Aktuelles", "")
        .page("news/a.de.md", "title: A", "")
        .page("hush/_index.de.md", "title: Hush\ndraft: true", "")
        .page("hush/b.de.md", "title: Secret", "");
    assert_eq!(leaks(&site), Vec::<String>::new());
}

#[test]
fn a_link_to_an_embargoed_page_says_so() {
    let site = secret("draft: true").page("news/b.de.md", "title: B", "[x](secret-folder/index.md)").build();
    assert!(site.codes().contains(&"link-to-unpublished"), "{:?}", site.codes());
}

/// Pages that change at several times, seen on 1 July 2026.
fn changing() -> SiteTest {
    SiteTest::in_languages(&["de", "en"])
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, en]\ntheme: plain\ntimezone: Europe/Berlin\nmissing: omit\n")
        .page("past.de.md", "title: Past\npublish: 2026-06-01", "")
        .page("soon.de.md", "title: Soon\npublish: 2026-07-10T10:00\nexpires: 2026-12-01", "")
        .page("soon.en.md", "title: Soon\ntranslation: {from: de}\nexpires: 2026-11-01", "")
        .page("draft.de.md", "title: Draft\ndraft: true\npublish: 2026-07-02", "")
}

fn on_the_first_of_july(site: &SiteTest, args: &[&str]) -> String {
    let run = support::program()
        .current_dir(site.path())
        .env("LC_ALL", "C")
        .args(args)
        .args(["--at", "2026-07-01T00:00:00Z"])
        .output();
    String::from_utf8(run.unwrap().stdout).unwrap()
}

#[test]
fn what_is_coming_and_what_expires_is_listed() {
    let site = changing();
    assert_eq!(
        on_the_first_of_july(&site, &["schedule"]),
        "2026-07-10 10:00 CEST  goes public  soon (de, en)\n2026-11-01 00:00 CET  expires  soon (en)\n2026-12-01 00:00 CET  expires  soon (de)\n"
    );
    let json: serde_json::Value =
        serde_json::from_str(&on_the_first_of_july(&site, &["schedule", "--format", "json"])).unwrap();
    assert_eq!(json["changes"][0]["at"], "2026-07-10T08:00:00Z");
    assert_eq!(json["changes"][2]["change"], "expire");
    assert_eq!(on_the_first_of_july(&SiteTest::new(), &["schedule"]), "No changes are scheduled.\n");
}

#[test]
fn a_build_tells_when_the_next_change_is_due() {
    let site = changing();
    let told = on_the_first_of_july(&site, &["check"]);
    assert!(told.contains("next change: 2026-07-10 10:00 CEST"), "{told}");
    let json: serde_json::Value =
        serde_json::from_str(&on_the_first_of_july(&site, &["check", "--format", "json"])).unwrap();
    assert_eq!(json["next"], "2026-07-10T08:00:00Z");
    assert!(!on_the_first_of_july(&SiteTest::new(), &["check"]).contains("next change"));
}

#[test]
fn a_withdrawn_page_keeps_its_address_and_nothing_else() {
    let site = SiteTest::new()
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, vi, en]\n")
        .bytes("content/news/a/secret.gif", support::PICTURE)
        .page("news/_index.de.md", "title: Aktuelles", "")
        .page(
            "news/a/index.de.md",
            "title: Meldung\ndescription: Hushsatz\ndate: 2024-01-02\ntags: [hush]\nwithdrawn: {date: 2024-02-03, reason: \"Die Angaben waren falsch.\"}",
            "Hushtext ![Hushbild](secret.gif \"Wer\")",
        )
        .page("news/a/index.vi.md", "title: Tin\ndescription: Hush\ntranslation: {from: de}", "Hush")
        .page("news/b.de.md", "title: Andere\ndate: 2024-01-03", "Siehe [dort](a/index.md).")
        .append("locales/de/site.ftl", "tag-hush = Hush\n")
        .append("locales/vi/site.ftl", "tag-hush = Hush\n")
        .append("locales/en/site.ftl", "tag-hush = Hush\n")
        .build();
    let html = site.html("/de/aktuelles/meldung/");
    for shown in ["am 3.\u{a0}Februar 2024 zurückgezogen", "Die Angaben waren falsch.", "<h1>Meldung</h1>", "noindex"]
    {
        assert!(html.contains(shown), "{shown}: {html}");
    }
    let vi = site.html("/vi/aktuelles/tin/");
    assert!(vi.contains("đã được thu hồi ngày\u{a0}3 tháng\u{a0}2 năm\u{a0}2024") && !vi.contains("falsch"), "{vi}");
    assert!(site.html("/en/aktuelles/meldung/").contains("withdrawn on 3\u{a0}February 2024"));
    let leak = site.files.iter().find(|(path, text)| format!("{path} {text}").to_lowercase().contains("hush"));
    assert!(leak.is_none() && !site.files.keys().any(|path| path.contains("secret")), "{leak:?}");
    assert!(!html.contains("rel=\"alternate\" hreflang"), "{html}");
    assert!(site.html("/sitemap.xml").contains("andere") && !site.html("/sitemap.xml").contains("meldung"));
    // Only the links of others lead there.
    let naming: Vec<_> =
        site.files.iter().filter(|(_, text)| text.contains("aktuelles/meldung/\"")).map(|(path, _)| path).collect();
    let lists = ["de/index.html", "de/aktuelles/index.html"];
    assert!(!naming.iter().any(|path| lists.contains(&path.as_str())), "{naming:?}");
    assert!(site.html("/de/aktuelles/andere/").contains("aktuelles/meldung/\">dort</a>"));
}
