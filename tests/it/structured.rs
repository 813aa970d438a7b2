//! What pages say of themselves to programs: JSON-LD in the terms of schema.org, and Open Graph.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{self, Site, SiteTest};

const SCRIPT: &str = "<script type=\"application/ld+json\">";

/// The graph of a page, read by a parser of JSON; empty where there is none.
fn graph(html: &str) -> Vec<Value> {
    assert!(html.matches(SCRIPT).count() < 2, "one graph a page");
    let Some(rest) = html.split(SCRIPT).nth(1) else { return Vec::new() };
    let text = rest.split("</script>").next().unwrap();
    assert!(!text.contains(['<', '>', '&']), "{text}");
    let json: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(json["@context"], "https://schema.org");
    json["@graph"].as_array().expect("a graph").clone()
}

fn node(html: &str, kind: &str) -> Value {
    let found: Vec<Value> = graph(html).into_iter().filter(|node| node["@type"] == kind).collect();
    assert_eq!(found.len(), 1, "{kind} in {html}");
    found[0].clone()
}

/// What schema.org and those who read it ask of each type: properties that must be there, as texts.
fn required(kind: &str) -> &'static [&'static str] {
    match kind {
        "NewsArticle" => &["@id", "headline", "datePublished", "inLanguage", "url", "mainEntityOfPage"],
        "Event" => &["@id", "name", "startDate", "inLanguage", "url"],
        "WebSite" => &["@id", "name", "url", "inLanguage"],
        "BreadcrumbList" => &["@id"],
        "ListItem" => &["name", "item"],
        "Organization" | "Person" | "Place" => &["name"],
        "ImageObject" => &["url"],
        "CorrectionComment" => &["text", "datePublished"],
        "CreativeWork" => &[],
        other => panic!("{other} is a type that nobody expects"),
    }
}

/// Every node with a type, however deep.
fn check(value: &Value) {
    match value {
        Value::Array(values) => values.iter().for_each(check),
        Value::Object(fields) => {
            if let Some(kind) = fields.get("@type") {
                for name in required(kind.as_str().unwrap()) {
                    let text = fields.get(*name).and_then(Value::as_str);
                    assert!(text.is_some_and(|text| !text.is_empty()), "{name} is missing: {value}");
                }
            }
            for (name, value) in fields {
                assert!(!value.is_null() && *value != Value::Array(Vec::new()), "{name} is empty");
                if name.starts_with("date") || name.ends_with("Date") {
                    let text = value.as_str().unwrap();
                    assert!(text.as_bytes()[..4].iter().all(u8::is_ascii_digit), "{text}");
                }
                if ["@id", "url", "item", "mainEntityOfPage", "license"].contains(&name.as_str()) {
                    let text = value.as_str().unwrap();
                    assert!(text.starts_with("https://") || text.starts_with("http://"), "{text} is not absolute");
                }
                check(value);
            }
        }
        _ => {}
    }
}

fn ids(value: &Value) -> Vec<String> {
    let values = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    values.iter().filter_map(|value| value["@id"].as_str().map(str::to_string)).collect()
}

/// Checks every page of a site; gives the number of pages of each type.
fn check_site<'p>(pages: impl Iterator<Item = (&'p str, &'p str)>) -> BTreeMap<String, usize> {
    let (mut counts, mut articles) = (BTreeMap::new(), BTreeMap::new());
    for (path, html) in pages {
        let canonical = html.split("rel=\"canonical\" href=\"").nth(1).map(|rest| rest.split('"').next().unwrap());
        for node in graph(html) {
            check(&node);
            let id = node["@id"].as_str().unwrap();
            assert_eq!(id.split('#').next(), canonical, "{path}");
            *counts.entry(node["@type"].as_str().unwrap().to_string()).or_insert(0) += 1;
            if node["@type"] == "NewsArticle" {
                assert!(path.starts_with(node["inLanguage"].as_str().unwrap()), "{path}");
                articles.insert(id.to_string(), node);
            }
        }
    }
    for (id, article) in &articles {
        for source in ids(&article["translationOfWork"]) {
            assert!(ids(&articles[&source]["workTranslation"]).contains(id), "{source} does not name {id}");
            assert_ne!(articles[&source]["inLanguage"], article["inLanguage"]);
        }
        for translation in ids(&article["workTranslation"]) {
            assert_eq!(ids(&articles[&translation]["translationOfWork"]), std::slice::from_ref(id), "{translation}");
        }
    }
    counts
}

fn built(root: &std::path::Path, drafts: bool) -> BTreeMap<String, String> {
    let at = "2026-11-24T12:00:00Z".parse().unwrap();
    let built =
        bruecke::pipeline::build(&bruecke::pipeline::Request { root, base_url: None, drafts, embargoed: false, at });
    let outputs = built.value.iter().flat_map(|built| &built.outputs);
    let pages = outputs.filter(|output| output.path.output_file().ends_with(".html"));
    let page = |output: &bruecke::pipeline::Output| {
        (output.path.output_file(), String::from_utf8(output.content.read().unwrap().into_owned()).unwrap())
    };
    pages.map(page).collect()
}

#[test]
fn the_real_site_says_all_that_is_needed_and_both_ways() {
    let pages = built(&support::project(), false);
    let counts = check_site(pages.iter().map(|(path, html)| (path.as_str(), html.as_str())));
    assert_eq!(counts["WebSite"], 3);
    assert!(counts["NewsArticle"] >= 24 && counts["NewsArticle"] % 3 == 0, "{counts:?}");
    let own = pages.iter().filter(|(_, html)| !html.contains("http-equiv=\"refresh\""));
    let inner = own.filter(|(path, _)| path.contains('/') && !path.ends_with("404.html")).count();
    assert_eq!(counts["BreadcrumbList"], inner - 3, "every page but the home pages");
}

#[test]
fn the_specimen_has_every_type() {
    let pages = built(&support::project().join("tests/specimen"), false);
    let counts = check_site(pages.iter().map(|(path, html)| (path.as_str(), html.as_str())));
    assert_eq!(counts.keys().collect::<Vec<_>>(), ["BreadcrumbList", "Event", "NewsArticle", "WebSite"]);
}

const SETTINGS: &str = "base_url: https://example.org/sub/\nlanguages: [de, vi, en]\ntimezone: Europe/Berlin\nlicense: CC BY 4.0\npublisher:\n  name: {de: Stadt, vi: Thành phố, en: City}\n";

fn site() -> SiteTest {
    SiteTest::new()
        .file("site.yaml", SETTINGS)
        .bytes("content/a/b.gif", support::PICTURE)
        .page(
            "a/index.de.md",
            "title: Titel\ndescription: Satz.\ndate: 2024-09-22\nupdated: 2024-09-23\nimage: {src: b.gif, alt: Bild, credit: Wer}\n\
             event: {start: 2024-12-02T10:00+01:00, end: 2024-12-04, place: Leipzig}\n\
             sources: [{publisher: Zeitung, title: Bericht, date: \"2024-09\", url: \"https://example.com/\", lang: de}]\n\
             corrections: [{date: 2024-09-25, note: Es waren 13.}]",
            "",
        )
        .page("a/index.vi.md", "title: Đoàn\nimage: {alt: Ảnh}\ntranslation: {from: de}", "")
        .page("a/index.en.md", "title: Title\nauthors: [Ann, Ben]\nimage: {alt: Picture}\ntranslation: {from: vi}", "")
}

fn texts(site: &Site) -> (&str, &str, &str) {
    (site.html("/de/titel/"), site.html("/vi/doan/"), site.html("/en/title/"))
}

#[test]
fn an_article_says_what_front_matter_says() {
    let site = site().build();
    let article = node(texts(&site).0, "NewsArticle");
    assert_eq!(article["@id"], "https://example.org/sub/de/titel/#article");
    let text = |name: &str| article[name].as_str().unwrap_or_default().to_string();
    assert_eq!((text("headline"), text("description")), ("Titel".into(), "Satz.".into()));
    assert_eq!((text("datePublished"), text("dateModified")), ("2024-09-22".into(), "2024-09-25".into()));
    assert_eq!(text("license"), "https://creativecommons.org/licenses/by/4.0/");
    let image = article["image"]["url"].as_str().unwrap().strip_prefix("https://example.org/sub/").unwrap();
    assert!(image.starts_with("a/b.") && site.has(image), "{image}");
    assert_eq!((&article["image"]["width"], &article["image"]["creditText"]), (&10.into(), &"Wer".into()));
    assert_eq!((&article["publisher"]["name"], &article["author"]["name"]), (&"Stadt".into(), &"Stadt".into()));
    assert_eq!(article["isAccessibleForFree"], true);
    let citation = &article["citation"][0];
    assert_eq!((&citation["name"], &citation["publisher"]["name"]), (&"Bericht".into(), &"Zeitung".into()));
    assert_eq!((&citation["datePublished"], &citation["url"]), (&"2024-09".into(), &"https://example.com/".into()));
    assert_eq!(article["correction"][0]["text"], "Es waren 13.");
    let english = node(texts(&site).2, "NewsArticle");
    assert_eq!((&english["author"][1]["name"], &english["author"][1]["@type"]), (&"Ben".into(), &"Person".into()));
}

#[test]
fn translations_name_the_page_they_were_made_from() {
    let site = site().build();
    let (de, vi, en) = texts(&site);
    let (de, vi, en) = (node(de, "NewsArticle"), node(vi, "NewsArticle"), node(en, "NewsArticle"));
    let id = |article: &Value| article["@id"].as_str().unwrap().to_string();
    assert_eq!((ids(&de["workTranslation"]), &de["translationOfWork"]), (vec![id(&vi)], &Value::Null));
    assert_eq!((ids(&vi["translationOfWork"]), ids(&vi["workTranslation"])), (vec![id(&de)], vec![id(&en)]));
    assert_eq!(ids(&en["translationOfWork"]), [id(&vi)]);
}

#[test]
fn events_breadcrumbs_and_the_site_itself() {
    let site = site().build();
    let event = node(texts(&site).1, "Event");
    assert_eq!((&event["startDate"], &event["endDate"]), (&"2024-12-02T10:00:00+01:00".into(), &"2024-12-04".into()));
    assert_eq!((&event["location"]["name"], &event["name"]), (&"Leipzig".into(), &"Đoàn".into()));
    assert_eq!(event["organizer"]["name"], "Thành phố");
    let trail = node(texts(&site).0, "BreadcrumbList");
    let items: Vec<(&Value, &Value)> =
        trail["itemListElement"].as_array().unwrap().iter().map(|item| (&item["position"], &item["item"])).collect();
    assert_eq!(
        items,
        [(&1.into(), &"https://example.org/sub/de/".into()), (&2.into(), &"https://example.org/sub/de/titel/".into())]
    );
    let website = node(site.html("/en/"), "WebSite");
    assert_eq!((&website["inLanguage"], &website["publisher"]["name"]), (&"en".into(), &"City".into()));
}

#[test]
fn nothing_in_a_title_ends_the_script() {
    let site = site().page("b.de.md", "title: \"</script><!--<script> & \\u200D Ende\"\ndate: 2024-01-01\nslug: b", "");
    let site = site.build();
    let html = site.html("/de/b/");
    assert_eq!(node(html, "NewsArticle")["headline"], "</script><!--<script> & \u{200D} Ende");
}

#[test]
fn what_stands_in_for_a_translation_says_nothing() {
    let site = site().page("c.de.md", "title: Nur\ndate: 2024-01-01", "").build();
    assert!(graph(site.html("/vi/nur/")).is_empty());
    assert!(!site.html("/vi/nur/").contains("og:locale"));
    assert_eq!(node(site.html("/de/nur/"), "NewsArticle").get("workTranslation"), None);
    assert!(!site.html("/de/nur/").contains("og:locale:alternate"));
}

#[test]
fn open_graph_names_language_picture_and_change() {
    let site = site().build();
    let html = texts(&site).0;
    for (name, value) in [
        ("og:locale", "de_DE"),
        ("og:locale:alternate", "vi_VN"),
        ("og:locale:alternate", "en_GB"),
        ("og:image:alt", "Titel"),
        ("og:image:width", "1200"),
        ("article:modified_time", "2024-09-25"),
    ] {
        let meta = format!("<meta property=\"{name}\" content=\"{value}\">");
        assert_eq!(html.matches(&meta).count(), 1, "{meta} in {html}");
    }
    // A theme's card comes before the page's picture, which stands in where a site has no cards.
    assert!(html.contains("og:image\" content=\"https://example.org/sub/de/titel/card."), "{html}");
    assert!(html.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"));
}
