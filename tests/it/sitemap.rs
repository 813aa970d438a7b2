//! The sitemap and robots.txt of small sites: which pages, since when, in which languages.

use bruecke::pipeline::{Request, build};

use crate::support::sitemap::{Url, read};
use crate::support::{self, Site, SiteTest};

const BASE: &str = "https://example.org/";

fn sitemap(site: &Site) -> Vec<Url> {
    read(&|name| site.files.get(name).map(String::as_str), BASE)
}

fn paths(urls: &[Url]) -> Vec<&str> {
    urls.iter().map(|url| url.loc.strip_prefix(BASE).unwrap()).collect()
}

fn lastmod<'u>(urls: &'u [Url], path: &str) -> Option<&'u str> {
    urls.iter().find(|url| url.loc == format!("{BASE}{path}")).unwrap_or_else(|| panic!("no {path}")).lastmod.as_deref()
}

fn alternates(urls: &[Url], path: &str) -> Vec<String> {
    let url = urls.iter().find(|url| url.loc == format!("{BASE}{path}")).unwrap_or_else(|| panic!("no {path}"));
    url.alternates.iter().map(|(tag, href)| format!("{tag} {}", href.strip_prefix(BASE).unwrap())).collect()
}

#[test]
fn every_page_names_its_versions() {
    let site = SiteTest::new()
        .page("a.de.md", "title: Größe", "")
        .page("a.vi.md", "title: Đoàn\ntranslation: {from: de}", "")
        .build();
    let urls = sitemap(&site);
    assert_eq!(paths(&urls), ["", "de/", "de/groesse/", "en/", "vi/", "vi/doan/"]);
    let both = ["de de/groesse/", "vi vi/doan/", "x-default de/groesse/"];
    assert_eq!(alternates(&urls, "de/groesse/"), both);
    assert_eq!(alternates(&urls, "vi/doan/"), both);
    let home = ["de de/", "vi vi/", "en en/", "x-default "];
    for path in ["", "de/", "vi/", "en/"] {
        assert_eq!(alternates(&urls, path), home);
    }
}

#[test]
fn lastmod_is_what_front_matter_says() {
    let site = SiteTest::in_languages(&["de"])
        .page("n/_index.de.md", "title: N\npaginate_by: 2\nupdated: 2020-01-01", "")
        .page("n/a.de.md", "title: A\ndate: 2024-01-01", "")
        .page("n/b.de.md", "title: B\ndate: 2024-01-02\nupdated: 2024-02-01\ntags: [x]", "")
        .page("n/c.de.md", "title: C\ndate: 2024-01-03\ncorrections: [{date: 2024-01-09, note: Zahl}]", "")
        .page("n/d.de.md", "title: D\ndate: 2027-01-01\ntags: [x]", "")
        .page("e.de.md", "title: E", "")
        .append("locales/de/site.ftl", "tag-x = X\n")
        .build();
    let urls = sitemap(&site);
    assert_eq!(lastmod(&urls, "de/n/a/"), Some("2024-01-01"));
    assert_eq!(lastmod(&urls, "de/n/b/"), Some("2024-02-01"), "updated");
    assert_eq!(lastmod(&urls, "de/n/c/"), Some("2024-01-09"), "a correction");
    assert_eq!(lastmod(&urls, "de/n/d/"), None, "a day still ahead");
    assert_eq!(lastmod(&urls, "de/e/"), None, "no date");
    for list in ["de/n/", "de/n/seite/2/", "de/themen/", "de/themen/x/", "de/"] {
        assert_eq!(lastmod(&urls, list), Some("2024-02-01"), "{list}: the newest of its pages");
    }
}

#[test]
fn what_stands_in_for_a_translation_is_left_out() {
    let site = SiteTest::new()
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: plain\nmissing: fallback\n")
        .page("a.de.md", "title: A", "")
        .build();
    assert!(site.has("/vi/a/"), "{:?}", site.codes());
    let urls = sitemap(&site);
    assert_eq!(paths(&urls), ["", "de/", "de/a/", "en/", "vi/"]);
    assert_eq!(alternates(&urls, "de/a/"), ["de de/a/", "x-default de/a/"]);
}

#[test]
fn what_is_not_public_is_left_out() {
    let site = SiteTest::in_languages(&["de", "en"])
        .page("a.de.md", "title: Embargo\npublish: 2026-12-01", "")
        .page("b.de.md", "title: Entwurf\ndraft: true", "")
        .page("c.de.md", "title: Alt\nexpires: 2026-01-01", "")
        .page("d.de.md", "title: Neu\naliases: [/de/frueher/]", "")
        .page("d.en.md", "title: New\ndraft: true\ntranslation: {from: de}", "");
    let public = ["", "de/", "de/neu/", "en/"];
    assert_eq!(paths(&sitemap(&site.build())), public);
    let drafts = site.drafts().build();
    assert!(drafts.has("/de/entwurf/") && drafts.has("/en/new/") && drafts.has("/de/frueher/"));
    let urls = sitemap(&drafts);
    assert_eq!(paths(&urls), public, "with drafts too");
    assert_eq!(alternates(&urls, "de/neu/"), ["de de/neu/", "x-default de/neu/"]);
    assert!(
        drafts.html("/en/new/").contains("hreflang=\"en\" href=\"https://example.org/en/new/\""),
        "for the builder"
    );
}

#[test]
fn robots_may_read_everything_and_learn_of_the_sitemap() {
    let site = SiteTest::new().build();
    let wanted = "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n";
    assert_eq!(site.files["robots.txt"], wanted);
}

#[test]
fn a_file_of_the_site_cannot_take_their_place() {
    let site = SiteTest::new().file("content/robots.txt", "mine").page("a.de.md", "title: A", "[x](/robots.txt)");
    assert!(site.build().codes().contains(&"same-address"));
}

#[test]
fn a_preview_asks_to_be_left_out() {
    let settings = "base_url: https://example.org/\nlanguages: [de, vi, en]\nindex: false\n";
    let site = SiteTest::new().file("site.yaml", settings).page("a.de.md", "title: A", "").build();
    assert!(!site.has("sitemap.xml"), "{:?}", site.codes());
    assert_eq!(site.files["robots.txt"], "User-agent: *\nDisallow: /\n");
    for (name, html) in site.files.iter().filter(|(name, _)| name.ends_with(".html")) {
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{name}");
    }
}

/// The values of an attribute in every tag that has all of `marks`.
fn values<'h>(html: &'h str, marks: &[&str], attribute: &str) -> Vec<&'h str> {
    let tags = html.split('<').map(|rest| rest.split('>').next().unwrap_or_default());
    let wanted = tags.filter(|tag| tag.starts_with("link ") && marks.iter().all(|mark| tag.contains(mark)));
    let value = |tag: &'h str| tag.split(&format!(" {attribute}=\"")).nth(1)?.split('"').next();
    wanted.filter_map(value).collect()
}

#[test]
fn the_real_sites_pages_and_their_sitemap_say_the_same() {
    for root in [support::project(), support::project().join("tests/specimen")] {
        let at = "2026-11-24T12:00:00Z".parse().unwrap();
        let built =
            build(&Request { root: &root, base_url: Some(BASE), drafts: false, embargoed: false, at }).value.unwrap();
        let text = |name: &str| {
            let output = built.outputs.iter().find(|output| output.path.output_file() == name)?;
            Some(String::from_utf8(output.content.read().unwrap().into_owned()).unwrap())
        };
        let map = text("sitemap.xml").unwrap();
        let urls = read(&|name| (name == "sitemap.xml").then_some(map.as_str()), BASE);
        assert!(urls.len() > 20, "{}", urls.len());
        let mut listed = Vec::new();
        for Url { loc, alternates, .. } in &urls {
            let path = loc.strip_prefix(BASE).unwrap();
            let page = text(&format!("{path}index.html")).unwrap_or_else(|| panic!("{loc} leads nowhere"));
            assert_eq!(values(&page, &["rel=\"canonical\""], "href"), [loc.as_str()]);
            let tags = values(&page, &["rel=\"alternate\"", "hreflang"], "hreflang");
            let hrefs = values(&page, &["rel=\"alternate\"", "hreflang"], "href");
            let told: Vec<_> = tags.iter().zip(hrefs).map(|(tag, href)| (tag.to_string(), href.to_string())).collect();
            assert_eq!(&told, alternates, "{loc}");
            assert!(!page.contains("noindex"), "{loc}");
            listed.push(format!("{path}index.html"));
        }
        // And the other way: a page that calls itself canonical and may be listed is.
        for output in built.outputs.iter().filter(|output| output.path.output_file().ends_with(".html")) {
            let (name, page) = (output.path.output_file(), text(&output.path.output_file()).unwrap());
            let own = values(&page, &["rel=\"canonical\""], "href").first().is_some_and(|url| {
                format!("{}index.html", url.strip_prefix(BASE).unwrap_or_default()) == name && url.starts_with(BASE)
            });
            let lists = own && !page.contains("noindex");
            assert_eq!(lists, listed.contains(&name), "{name}");
        }
    }
}
