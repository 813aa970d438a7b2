//! Feeds: what is in them, what stays the same, and what stays out. `feeds/check.py` has other programs read them.

use serde_json::Value;

use crate::support::{self, Site, SiteTest};

const DATED: &str = "title: Brücke\ndate: 2026-03-01\ndescription: Ein Satz.\ntags: [health]";

/// A site with a section, a tag and a page in German.
fn site(feeds: &str) -> SiteTest {
    let mut site = SiteTest::new()
        .append("site.yaml", &format!("timezone: Europe/Berlin\nlicense: CC BY 4.0\n{feeds}"))
        .page("news/_index.de.md", "title: Aktuelles", "")
        .page("news/a.de.md", DATED, "Text")
        .page("about.de.md", "title: Über uns\ndate: 2020-01-01", "");
    for lang in ["de", "vi", "en"] {
        site = site.append(&format!("locales/{lang}/site.ftl"), "# = same\ntag-health = Gesundheit\n");
    }
    site
}

fn json(site: &Site, path: &str) -> Value {
    serde_json::from_str(site.html(path)).expect("JSON")
}

fn atom(site: &Site, path: &str) -> atom_syndication::Feed {
    site.html(path).parse().expect("Atom")
}

/// The ids of a feed's entries.
fn ids(site: &Site, path: &str) -> Vec<String> {
    let json: Vec<String> = json(site, &format!("{path}feed.json"))["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|item| item["id"].as_str().expect("a text").to_string())
        .collect();
    let atom: Vec<String> = atom(site, &format!("{path}feed.xml")).entries.into_iter().map(|entry| entry.id).collect();
    assert_eq!(json, atom);
    json
}

#[test]
fn a_language_s_feed_has_its_dated_pages_newest_first() {
    let site = site("").build();
    let feed = atom(&site, "/de/feed.xml");
    assert_eq!((feed.title.value.as_str(), feed.lang.as_deref()), ("Site: Meldungen", Some("de")));
    assert_eq!(feed.updated.to_rfc3339(), "2026-03-01T00:00:00+01:00");
    assert_eq!(feed.rights.as_ref().map(|text| text.value.as_str()), Some("CC BY 4.0"));
    assert_eq!(feed.authors[0].name, "Site");
    let titles: Vec<&str> = feed.entries.iter().map(|entry| entry.title.value.as_str()).collect();
    assert_eq!(titles, ["Brücke", "Über uns"]);
    let entry = &feed.entries[0];
    assert_eq!(entry.links[0].href, "https://example.org/de/aktuelles/bruecke/");
    assert_eq!(entry.summary.as_ref().unwrap().value, "Ein Satz.");
    assert_eq!(
        (&entry.categories[0].term, entry.categories[0].label.as_deref()),
        (&"health".into(), Some("Gesundheit"))
    );
    assert_eq!(json(&site, "/de/feed.json")["items"][0]["content_html"], "<p>Text</p>");
    assert!(!site.has("/vi/feed.xml") && !site.has("/de/aktuelles/feed.xml"), "nothing is empty or unasked for");
}

#[test]
fn an_id_survives_every_change_that_a_page_can_go_through() {
    let id = "tag:example.org,2026:news/a/de";
    let first = |site: SiteTest| ids(&site.build(), "/de/")[0].clone();
    assert_eq!(first(site("")), id);
    for front in [
        "title: Brücke\nslug: neu\ndate: 2026-03-01",
        "title: Ganz anders\ndate: 2026-03-01",
        "title: Brücke\ndate: 2025-12-31",
        "title: Brücke\ndate: 2026-03-01\nupdated: 2026-04-01",
    ] {
        assert_eq!(first(site("").page("news/a.de.md", front, "Anders")), id, "{front}");
    }
    // With a name of its own the site can move to another host.
    let named = site("feeds: {id: \"press@leipzig.example,2025-06\"}\n");
    assert_eq!(first(named), "tag:press@leipzig.example,2025-06:news/a/de");
}

#[test]
fn a_correction_updates_the_entry_and_is_said_in_it() {
    let front = format!("{DATED}\nupdated: 2026-03-05\ncorrections: [{{date: 2026-04-02, note: Es sind 3 < 4.}}]");
    let site = site("").page("news/a.de.md", &front, "Text").build();
    let feed = atom(&site, "/de/feed.xml");
    assert_eq!(feed.entries[0].updated.to_rfc3339(), "2026-04-02T00:00:00+02:00");
    assert_eq!(feed.entries[0].published.unwrap().to_rfc3339(), "2026-03-01T00:00:00+01:00");
    assert_eq!(feed.updated, feed.entries[0].updated);
    let html = json(&site, "/de/feed.json")["items"][0]["content_html"].as_str().unwrap().to_string();
    assert!(html.contains("2. April 2026: Es sind 3 &lt; 4."), "{html}");
}

#[test]
fn an_embargo_s_end_is_the_instant_of_publication() {
    let front = format!("{DATED}\npublish: 2026-03-01T10:00");
    let site = site("").page("news/a.de.md", &front, "Text").build();
    let item = &json(&site, "/de/feed.json")["items"][0];
    assert_eq!(item["date_published"], "2026-03-01T10:00:00+01:00");
    assert_eq!(item["date_modified"], item["date_published"]);
}

#[test]
fn what_is_not_public_or_not_in_the_language_stays_out() {
    let site = site("feeds: {sections: [/news/_index.md], tags: true}\nmissing: fallback\n");
    let text = std::fs::read_to_string(site.path().join("site.yaml")).unwrap().replacen("missing: omit\n", "", 1);
    let site = site
        .file("site.yaml", &text)
        .page("news/draft.de.md", "title: Entwurf\ndate: 2026-05-01\ndraft: true\ntags: [health]", "")
        .page("news/later.de.md", "title: Später\ndate: 2026-05-01\npublish: 2027-01-01\ntags: [health]", "")
        .page("news/past.de.md", "title: Vorbei\ndate: 2026-05-01\nexpires: 2026-06-01\ntags: [health]", "")
        .page("news/b.en.md", "title: Bridge\ndate: 2026-05-01", "")
        .drafts()
        .build();
    assert!(site.has("/en/news/bridge/") || site.has("/en/aktuelles/bridge/"), "{:?}", site.files.keys());
    for path in ["/de/", "/de/aktuelles/"] {
        assert!(ids(&site, path).iter().all(|id| !["draft", "later", "past", "b/"].iter().any(|out| id.contains(out))));
    }
    assert_eq!(ids(&site, "/en/"), ["tag:example.org,2026:news/b/en"]);
    assert!(!site.has("/vi/feed.xml"), "only other languages' pages stand there");
}

#[test]
fn sections_and_tags_have_feeds_where_the_site_asks() {
    let site = site("feeds: {items: 1, sections: [/news/_index.md], tags: [health]}\n")
        .page("news/deep/_index.de.md", "title: Tief", "")
        .page("news/deep/b.de.md", "title: B\ndate: 2026-02-01", "")
        .page("news/_index.en.md", "title: News", "")
        .page("news/a.en.md", "title: Bridge\ntranslation: {from: de}", "Text");
    let built = site.build();
    assert_eq!(ids(&built, "/de/").len(), 1, "items");
    assert_eq!(ids(&built, "/de/aktuelles/"), ["tag:example.org,2026:news/a/de"]);
    let section = atom(&built, "/de/aktuelles/feed.xml");
    assert_eq!(
        (section.id.as_str(), section.title.value.as_str()),
        ("tag:example.org,2026:news/_index/de", "Site: Aktuelles")
    );
    let links: Vec<(&str, &str, Option<&str>)> =
        section.links.iter().map(|link| (link.rel.as_str(), link.href.as_str(), link.hreflang.as_deref())).collect();
    assert!(links.contains(&("self", "https://example.org/de/aktuelles/feed.xml", Some("de"))), "{links:?}");
    assert!(links.contains(&("alternate", "https://example.org/de/aktuelles/", Some("de"))), "{links:?}");
    assert!(links.contains(&("alternate", "https://example.org/en/news/feed.xml", Some("en"))), "{links:?}");
    let tag = atom(&built, "/de/themen/gesundheit/feed.xml");
    assert_eq!(
        (tag.id.as_str(), tag.title.value.as_str()),
        ("tag:example.org,2026:?tag/health/de", "Site: Gesundheit")
    );
    // What lies deeper in a section is news of that section too.
    let text = std::fs::read_to_string(site.path().join("site.yaml")).unwrap().replace("items: 1", "items: 9");
    assert_eq!(ids(&site.file("site.yaml", &text).build(), "/de/aktuelles/").len(), 2);
}

#[test]
fn every_address_in_a_text_is_absolute() {
    let body = "[a](/about.md) [b](#x) [c](programme.pdf#page=2) [d](https://example.com/) Note[^1]\n\n## X {#x}\n\n\
                ![Bild](p.gif \"Wer\")\n\n{{ figure(src=\"p.gif\", alt=\"Bild\", credit=\"Name\") }}\n\n\
                {% quotation(source=\"S\") %}\n[e](/about.md#)\n{% end %}\n\n[^1]: Siehe [f](/news/_index.md).\n";
    let site = site("")
        .page("news/a.de.md", DATED, body)
        .bytes("content/news/p.gif", support::PICTURE)
        .bytes("content/news/programme.pdf", b"%PDF")
        .build();
    let item = &json(&site, "/de/feed.json")["items"][0];
    let html = item["content_html"].as_str().unwrap();
    let addresses: Vec<&str> = ["href=\"", "src=\""]
        .iter()
        .flat_map(|name| html.split(name).skip(1).map(|rest| rest.split('"').next().unwrap()))
        .collect();
    assert_eq!(addresses.len(), 10, "{addresses:#?}");
    assert!(addresses.iter().all(|address| address.starts_with("https://")), "{addresses:#?}");
    assert!(html.contains("https://example.org/de/aktuelles/bruecke/#fn-1") && html.contains("<small>Name</small>"));
    // The page itself keeps its short ones.
    assert!(site.main("/de/aktuelles/bruecke/").contains("href=\"#fn-1\""));
    assert!(site.main("/de/aktuelles/bruecke/").contains("href=\"../../../de/ueber-uns/\""));
}

#[test]
fn pages_name_their_feeds() {
    let mut site = site("feeds: {sections: [/news/_index.md], tags: [health]}\n");
    let head = "{% for f in feeds %}{{ f.type }} {{ f.title }} {{ f.url }}\n{% endfor %}";
    for template in ["page", "home", "section", "tag", "tags"] {
        site = site.file(&format!("themes/plain/templates/{template}.html"), head);
    }
    let site = site.build();
    let own = |root: &str| {
        format!(
            "application/atom+xml Site: Meldungen {root}de/feed.xml\napplication/feed+json Site: Meldungen {root}de/feed.json\n"
        )
    };
    assert_eq!(site.html("/de/"), own("../"));
    assert_eq!(site.html("/de/ueber-uns/"), own("../../"));
    for (path, root) in [("/de/aktuelles/", "../../"), ("/de/aktuelles/bruecke/", "../../../")] {
        let section = format!("application/atom+xml Site: Aktuelles {root}de/aktuelles/feed.xml\n");
        assert!(site.html(path).starts_with(&(own(root) + &section)), "{}", site.html(path));
    }
    assert!(site.html("/de/themen/gesundheit/").contains("Site: Gesundheit ../../../de/themen/gesundheit/feed.xml\n"));
    assert_eq!(site.html("/vi/"), "", "no feed, no name of one");
}

#[test]
fn feeds_can_be_turned_off() {
    let site = site("feeds: false\n").build();
    assert!(site.files.keys().all(|name| !name.contains("feed.")), "{:?}", site.files.keys());
    let on = self::site("feeds: true\n").build();
    assert!(on.has("/de/feed.xml"));
}

#[test]
fn what_is_not_public_yet_may_be_named_already() {
    let site = site("feeds: {sections: [/news/_index.md, /later/_index.md], tags: [health]}\n")
        .page("later/_index.de.md", "title: Später\npublish: 2027-01-01", "")
        .page("news/a.de.md", "title: A\ndate: 2026-01-01", "")
        .build();
    assert!(site.has("/de/aktuelles/feed.xml") && !site.has("/de/spaeter/feed.xml"), "{:?}", site.codes());
    assert!(!site.has("/de/themen/gesundheit/feed.xml"), "no page has the tag");
}

#[test]
fn two_sites_of_one_host_have_ids_of_their_own() {
    let site = site("");
    let text = std::fs::read_to_string(site.path().join("site.yaml")).unwrap();
    let site = site.file("site.yaml", &text.replace("example.org/", "www.example.org:8080/Städte/a/")).build();
    assert_eq!(ids(&site, "/de/")[0], "tag:www.example.org,2026:St%C3%A4dte/a/news/a/de");
}

#[test]
fn a_file_where_a_feed_will_be_is_a_mistake() {
    let site = site("").bytes("content/de/feed.xml", b"<feed/>").page("about.de.md", "title: B", "[x](/de/feed.xml)");
    assert!(site.build().codes().contains(&"same-address"));
}

#[test]
fn a_theme_decides_how_a_page_looks_in_a_feed() {
    let site =
        site("").file("themes/plain/templates/feed.html", "{{ page.title }}|{{ page.html | safe }}|{{ root }}").build();
    let item = &json(&site, "/de/feed.json")["items"][0];
    assert_eq!(item["content_html"], "Brücke|<p>Text</p>\n|https://example.org/");
}

#[test]
fn the_ids_of_a_preview_are_those_of_the_site() {
    let site = site("");
    let out = site.path().join("out");
    let run = site.run(&["build", "--base-url", "https://preview.example/x/", "--output", out.to_str().unwrap()]);
    assert!(run.status.success());
    let text = std::fs::read_to_string(out.join("de/feed.xml")).unwrap();
    assert!(text.contains("<id>tag:example.org,2026:news/a/de</id>"), "{text}");
    assert!(text.contains("href=\"https://preview.example/x/de/aktuelles/bruecke/\""), "{text}");
}
