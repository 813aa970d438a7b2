//! What is not public appears nowhere.

mod support;
use support::SiteTest;

fn secret(front: &str) -> SiteTest {
    SiteTest::new()
        .bytes("content/news/secret-folder/secret.gif", b"GIF89a\x0a\x00\x14\x00")
        .page("news/_index.de.md", "title: Aktuelles", "")
        .page("news/a.de.md", "title: A\ndate: 2024-01-01", "")
        .page(
            "news/secret-folder/index.de.md",
            &format!("title: Geheimsache\ndate: 2024-01-02\ntags: [hush]\naliases: [/geheim/]\n{front}"),
            "![Geheimbild](secret.gif)",
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
