//! Pages that change their address: told until something at the old one leads on.

use crate::support::SiteTest;

fn site(slug: &str) -> SiteTest {
    let site = SiteTest::in_languages(&["de", "en"]);
    moved(site, slug)
}

fn moved(site: SiteTest, slug: &str) -> SiteTest {
    site.page("a.de.md", &format!("title: A\nslug: {slug}"), "Eins")
}

/// Builds, and gives the codes with the file and line of each and its help.
fn build(site: &SiteTest) -> Vec<(String, u64, String)> {
    build_with(site, &[])
}

fn build_with(site: &SiteTest, more: &[&str]) -> Vec<(String, u64, String)> {
    let output = site.run(&[&["build", "--format", "json"], more].concat());
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let moved = json["diagnostics"].as_array().unwrap().iter().filter(|found| found["code"] == "moved-page");
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_string();
    moved
        .map(|found| (text(&found["at"]["file"]), found["at"]["line"].as_u64().unwrap(), text(&found["help"])))
        .collect()
}

fn line(help: &str) -> &str {
    &help[help.rfind("aliases: [").unwrap()..]
}

#[test]
fn a_new_slug_is_told_with_its_line_until_the_alias_is_there() {
    let site = site("alt");
    assert_eq!(build(&site), [], "the first build knows no other");
    let site = moved(site, "neu");
    for _ in 0..3 {
        let said = build(&site);
        assert_eq!(said.len(), 1);
        assert_eq!((said[0].0.as_str(), said[0].1), ("content/a.de.md", 3), "where the slug stands");
        assert_eq!(line(&said[0].2), "aliases: [/de/alt/]");
    }
    let site = site.page("a.de.md", "title: A\nslug: neu\naliases: [/de/alt/]", "Eins");
    assert_eq!(build(&site), []);
    assert!(site.path().join("public/de/alt/index.html").exists());
}

#[test]
fn the_line_that_is_told_does_as_it_says() {
    let site = site("alt");
    build(&site);
    let site = moved(site, "neu");
    let help = build(&site)[0].2.clone();
    let site = site.page("a.de.md", &format!("title: A\nslug: neu\n{}", line(&help)), "");
    assert_eq!(build(&site), []);
    // A further move: the line keeps the alias that is there, since the key stands once in a file.
    let site = site.page("a.de.md", "title: A\nslug: neuer\naliases: [/de/alt/]", "");
    let help = build(&site)[0].2.clone();
    assert_eq!(line(&help), "aliases: [/de/alt/, /de/neu/]");
    assert!(help.contains("in place of"), "{help}");
    let site = site.page("a.de.md", &format!("title: A\nslug: neuer\n{}", line(&help)), "");
    assert_eq!(build(&site), []);
}

#[test]
fn two_moves_lose_two_addresses() {
    let site = site("alt");
    build(&site);
    let site = moved(site, "neu");
    build(&site);
    let site = moved(site, "neuer");
    assert_eq!(line(&build(&site)[0].2), "aliases: [/de/alt/, /de/neu/]");
    let site = moved(site, "alt");
    assert_eq!(line(&build(&site)[0].2), "aliases: [/de/neu/, /de/neuer/]", "back at the first");
}

#[test]
fn a_new_title_moves_a_page_without_a_slug() {
    let site = SiteTest::in_languages(&["de"]).page("a.de.md", "title: Alt", "");
    build(&site);
    let site = site.page("a.de.md", "date: 2024-01-01\ntitle: Neu", "");
    let said = build(&site);
    assert_eq!((said[0].0.as_str(), said[0].1), ("content/a.de.md", 3), "where the title stands");
    assert_eq!(line(&said[0].2), "aliases: [/de/alt/]");
}

#[test]
fn an_address_that_another_page_took_over_is_not_lost() {
    let site = site("alt");
    build(&site);
    let site = moved(site, "neu").page("b.de.md", "title: Alt", "");
    assert_eq!(build(&site), []);
}

#[test]
fn a_page_that_is_gone_hidden_or_withdrawn_has_not_moved() {
    for front in ["draft: true", "publish: 2999-01-01", "expires: 2001-01-01", "withdrawn: {date: 2024-01-01}"] {
        let site = site("alt");
        build(&site);
        let site = site.page("a.de.md", &format!("title: A\nslug: neu\n{front}"), "");
        assert_eq!(build(&site), [], "{front}");
    }
    let site = site("alt");
    build(&site);
    let site = site.without("content/a.de.md");
    assert_eq!(build(&site), []);
    let manifest = std::fs::read_to_string(site.path().join("public/.bruecke-manifest")).unwrap();
    assert!(!manifest.contains("/de/alt/"), "what is gone is forgotten: {manifest}");
}

#[test]
fn a_language_that_falls_back_has_no_address_of_its_own() {
    let site = site("alt")
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, en]\ntheme: plain\nmissing: fallback\n");
    build(&site);
    assert!(site.path().join("public/en/alt/index.html").exists());
    let site = site.page("a.en.md", "title: New\ntranslation: {from: de}", "");
    assert_eq!(build(&site), [], "the German text stood in under /en/alt/, asked of no search engine");
}

#[test]
fn the_page_of_a_section_moves_all_in_it() {
    let site = SiteTest::in_languages(&["de"]).page("news/_index.de.md", "title: Alt", "").page(
        "news/a.de.md",
        "title: A",
        "",
    );
    build(&site);
    let site = site.page("news/_index.de.md", "title: Neu", "");
    let lines: Vec<String> = build(&site).iter().map(|said| line(&said.2).to_string()).collect();
    assert_eq!(lines, ["aliases: [/de/alt/]", "aliases: [/de/alt/a/]"]);
}

#[test]
fn a_failed_build_forgets_and_learns_nothing() {
    let site = site("alt");
    build(&site);
    let before = std::fs::read(site.path().join("public/.bruecke-manifest")).unwrap();
    let site = moved(site, "neu").page("b.de.md", "title: B", "[x](nowhere.md)");
    assert_eq!(build(&site), [], "what is not built has not moved");
    assert_eq!(std::fs::read(site.path().join("public/.bruecke-manifest")).unwrap(), before);
    let site = site.without("content/b.de.md");
    assert_eq!(build(&site).len(), 1);
}

#[test]
fn a_manifest_of_an_older_program_is_read() {
    let site = site("alt");
    build(&site);
    let manifest = std::fs::read_to_string(site.path().join("public/.bruecke-manifest")).unwrap();
    let old: String = manifest.lines().filter(|line| !line.contains('\t')).map(|line| format!("{line}\n")).collect();
    let site = moved(site.file("public/.bruecke-manifest", &old), "neu");
    assert_eq!(build(&site), [], "it does not know which page stood where");
    assert!(!site.path().join("public/de/alt").exists(), "but it knows its files");
    let site = moved(site, "neuer");
    assert_eq!(line(&build(&site)[0].2), "aliases: [/de/neu/]");
}

#[test]
fn each_output_folder_remembers_for_itself() {
    let site = site("alt");
    build(&site);
    let site = moved(site, "neu");
    let other = site.path().join("preview");
    assert_eq!(build_with(&site, &["--output", other.to_str().unwrap()]), []);
    assert_eq!(build(&site).len(), 1);
}
