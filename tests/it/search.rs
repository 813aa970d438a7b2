//! The index for search: what is in it, what is not, and that its files belong together.

use std::collections::BTreeSet;

use crate::support::{self, SiteTest};

fn site() -> SiteTest {
    SiteTest::new()
        .file("themes/plain/templates/search.html", "{{ page.title }}")
        .page("search.de.md", "title: Suchseite\ntemplate: search.html", "Suchtext")
        .page("search.en.md", "title: Search page\ntranslation: {from: de}", "")
        .page("news/_index.de.md", "title: Aktuelles", "")
        .page(
            "news/a.de.md",
            "title: Gewässerkunde\ndescription: Kurz gesagt.\ndate: 2024-09-22\ntags: [fluss]",
            "Ein *Ab*satz mit {{ foreign(lang=\"vi\", text=\"Sức khỏe\") }}.\n\n## Überschrift\n\nMehr Text.",
        )
        .append("locales/de/site.ftl", "tag-fluss = Flussname\n")
        .append("locales/vi/site.ftl", "tag-fluss = Tên\n")
        .append("locales/en/site.ftl", "tag-fluss = River\n")
}

/// All files of the index, as one text.
fn index(site: &support::Site) -> String {
    let files = site.files.iter().filter(|(path, _)| path.starts_with("search/"));
    files.map(|(path, text)| format!("{path} {text}")).collect()
}

/// The name and the data of a file of the index.
fn read(site: &support::Site, path: &str) -> (String, serde_json::Value) {
    let script = site.files[path].strip_prefix("searchData(").and_then(|rest| rest.strip_suffix(")\n"));
    let values: Vec<serde_json::Value> = serde_json::from_str(&format!("[{}]", script.unwrap())).unwrap();
    (values[0].as_str().unwrap().to_string(), values[1].clone())
}

#[test]
fn a_page_is_found_by_all_that_it_says() {
    let all = index(&site().build());
    for word in
        ["gewasserkund gewässerkunde", "kurz", "flussnam flussname", "absatz", "suc sức", "uberschrift überschrift"]
    {
        assert!(all.contains(word), "{word}: {all}");
    }
    for text in
        ["[\"de/aktuelles/gewaesserkunde/\",\"Gewässerkunde\",\"22. September 2024\"", "\"Ein Absatz mit Sức khỏe.\""]
    {
        assert!(all.contains(text), "{text}: {all}");
    }
}

#[test]
fn the_files_call_by_their_names_and_are_all_named() {
    let site = site().build();
    let (name, entry) = read(&site, "search/de.js");
    assert_eq!(name, "de");
    let pages = read(&site, &format!("search/de/pages-{}.js", entry["pages"].as_str().unwrap())).1;
    let mut named = vec![("pages", entry["pages"].as_str().unwrap().to_string())];
    for kind in ["words", "lists"] {
        let hashes = entry[kind].as_array().unwrap().iter().map(|row| row[1].as_str().unwrap().to_string());
        named.extend(hashes.map(|hash| (kind, hash)));
    }
    let texts = pages["texts"].as_str().unwrap();
    // So few pages are in one file.
    named.push(("texts", format!("{texts}-0")));
    let named: Vec<String> = named.into_iter().map(|(kind, hash)| format!("de/{kind}-{hash}")).collect();
    for name in &named {
        assert_eq!(read(&site, &format!("search/{name}.js")).0, *name);
    }
    let named: BTreeSet<String> = named.into_iter().map(|name| format!("search/{name}.js")).collect();
    let own: BTreeSet<String> = site.files.keys().filter(|path| path.starts_with("search/de/")).cloned().collect();
    assert_eq!(named, own);
    let found: Vec<&str> = pages["sections"].as_array().unwrap().iter().filter_map(|name| name.as_str()).collect();
    assert_eq!(found, ["Aktuelles", "Home"]);
    assert_eq!(pages["years"], serde_json::json!([["", 0], ["2024", 2]]));
}

#[test]
fn only_own_public_pages_are_in_it() {
    let hidden = [
        ("draft: true", "2026-11-24T12:00:00Z"),
        ("publish: 2030-01-01", "2026-11-24T12:00:00Z"),
        ("expires: 2026-01-01", "2026-11-24T12:00:00Z"),
        ("withdrawn: {date: 2024-10-01, reason: Falsch}", "2026-11-24T12:00:00Z"),
    ];
    for (front, at) in hidden {
        let site = site()
            .page("news/b.de.md", &format!("title: Geheimsache\ndate: 2024-01-02\n{front}"), "Verborgenes.")
            .at(at)
            .build();
        assert!(site.has("search/de.js"), "{:?}", site.codes());
        let all = index(&site).to_lowercase();
        assert!(!all.contains("geheim") && !all.contains("verborgen"), "{front}: {all}");
    }
}

#[test]
fn what_stands_in_for_a_translation_is_not_in_that_language() {
    let site = site().file(
        "site.yaml",
        "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: plain\nmissing: fallback\n",
    );
    let site = site.build();
    assert!(
        site.files.iter().any(|(path, text)| path.starts_with("en/") && text.contains("Mehr Text")),
        "{:?}",
        site.codes()
    );
    for (path, text) in site.files.iter().filter(|(path, _)| path.starts_with("search/en")) {
        assert!(!text.contains("Mehr Text") && !text.contains("absatz"), "{path}: {text}");
    }
    // The page to search from is no answer.
    assert!(!index(&site).contains("Suchtext") && !index(&site).contains("suchseite"));
}

#[test]
fn what_is_hidden_in_a_page_stays_hidden() {
    let site = site().append("site.yaml", "markdown: {raw_html: true}\n").page(
        "news/c.de.md",
        "title: C",
        "<p hidden>Unsichtbares</p>\n\n<script>var skriptwort</script>\n\nSichtbares",
    );
    let site = site.build();
    assert!(index(&site).contains("sichtbar"), "{:?}", site.codes());
    let all = index(&site).to_lowercase();
    assert!(!all.contains("unsichtbar") && !all.contains("skriptwort"));
}

#[test]
fn a_site_without_a_page_to_search_from_has_no_index() {
    let site = SiteTest::new().page("a.de.md", "title: A", "Text").build();
    assert_eq!(index(&site), "");
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let (first, second) = (site(), site());
    assert_eq!(first.build().files, second.build().files);
    let output = first.path().join("out");
    let run = first.run(&["build", "--output", output.to_str().unwrap()]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let entry = std::fs::read_to_string(output.join("search/de.js")).unwrap();
    assert_eq!(entry, second.build().files["search/de.js"]);
}
