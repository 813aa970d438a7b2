//! Languages, translations, tags, lists, menus, addresses: the site as readers of each language find it.

use crate::support::SiteTest;

fn news() -> SiteTest {
    SiteTest::new()
        .page("news/_index.de.md", "title: Aktuelles\npaginate_by: 2", "")
        .page("news/_index.vi.md", "title: Tin tức\ntranslation: {from: de}", "")
        .page("news/_index.en.md", "title: News\ntranslation: {from: de}", "")
        .page("news/a.de.md", "title: Über Größe\ndate: 2024-09-22\ntags: [health]", "Text")
        .page("news/a.vi.md", "title: Đoàn kinh tế\ntranslation: {from: de}", "Text")
        .page("news/b.de.md", "title: B\ndate: 2024-09-23", "")
        .page("news/c.de.md", "title: C\ndate: 2024-09-21\ntags: [health]", "")
        .append("locales/de/site.ftl", "tag-health = Gesundheit\n")
        .append("locales/vi/site.ftl", "tag-health = Y tế\n")
        .append("locales/en/site.ftl", "tag-health = Health care\n    .slug = health\n")
}

#[test]
fn each_segment_of_an_address_is_in_its_language() {
    let site = news().build();
    assert!(site.has("/de/aktuelles/ueber-groesse/"));
    assert!(site.has("/vi/tin-tuc/doan-kinh-te/"));
}

#[test]
fn the_same_page_is_linked_across_languages_and_reciprocally() {
    let site = news().build();
    for path in ["/de/aktuelles/ueber-groesse/", "/vi/tin-tuc/doan-kinh-te/"] {
        let html = site.html(path);
        assert!(html.contains("hreflang=\"de\" href=\"https://example.org/de/aktuelles/ueber-groesse/\""), "{html}");
        assert!(html.contains("hreflang=\"vi\" href=\"https://example.org/vi/tin-tuc/doan-kinh-te/\""), "{html}");
        assert!(
            html.contains("hreflang=\"x-default\" href=\"https://example.org/de/aktuelles/ueber-groesse/\""),
            "{html}"
        );
        assert!(!html.contains("rel=\"alternate\" hreflang=\"en\""), "{html}");
    }
}

#[test]
fn a_missing_translation_leads_to_the_nearest_section() {
    let site = news().build();
    let html = site.html("/de/aktuelles/ueber-groesse/");
    assert!(html.contains("<a hreflang=\"en\" href=\"../../../en/news/\" data-translated=\"false\">"), "{html}");
    assert!(
        html.contains("<a hreflang=\"vi\" href=\"../../../vi/tin-tuc/doan-kinh-te/\" data-translated=\"true\">"),
        "{html}"
    );
    assert!(site.codes().contains(&"missing-translation"));
}

#[test]
fn tags_are_named_by_translators_and_stay_linked() {
    let site = news().build();
    let html = site.html("/de/themen/gesundheit/");
    assert!(html.contains("<a hreflang=\"vi\" href=\"../../../vi/chu-de/y-te/\" data-translated=\"true\">"), "{html}");
    assert!(html.contains("<li><a href=\"../../../de/aktuelles/ueber-groesse/\">Über Größe</a></li>"), "{html}");
    assert!(site.html("/vi/chu-de/y-te/").contains("Đoàn kinh tế"), "tags are inherited");
    assert!(site.html("/de/themen/").contains("Gesundheit (2)"));
    assert!(!site.has("/en/topics/health/"), "no English page has the tag");
}

#[test]
fn a_page_that_names_a_tag_twice_is_in_its_list_once_and_lists_of_tags_are_newest_first() {
    let mut site = SiteTest::in_languages(&["de"]).append("locales/de/site.ftl", "# = same\ntag-water = Wasser\n");
    for (name, front) in [
        ("a", "title: Alt\ndate: 2024-01-01\ntags: [water, water]"),
        ("b", "title: Neu\ndate: 2025-01-01\ntags: [water]"),
        ("c", "title: Ohne\ntags: [water]"),
        ("d", "title: Auch\ndate: 2025-01-01\ntags: [water]"),
    ] {
        site = site.page(&format!("{name}.de.md"), front, "");
    }
    let site = site.build();
    let path = site.files.keys().find(|name| name.ends_with("/wasser/index.html")).unwrap();
    let html = &site.files[path];
    let list = &html[html.find("id=\"list\"").unwrap()..];
    let titles: Vec<&str> = list.split("</a></li>").filter_map(|item| item.rsplit('>').next()).collect();
    assert_eq!(titles[..4], ["Neu", "Auch", "Alt", "Ohne"], "{list}");
    assert_eq!(list.matches("</a></li>").count(), 4, "{list}");
}

#[test]
fn what_is_the_same_in_every_language_is_inherited() {
    let html = news().build();
    let html = html.html("/vi/tin-tuc/doan-kinh-te/");
    assert!(html.contains("<time datetime=\"2024-09-22\">ngày 22 tháng 9 năm 2024</time>"), "{html}");
}

#[test]
fn lists_are_paged_and_sorted_newest_first() {
    let site = news().build();
    let first = site.html("/de/aktuelles/");
    let list = &first[first.find("id=\"list\"").unwrap()..];
    assert!(list.find(">B<").unwrap() < list.find(">Über Größe<").unwrap() && !list.contains(">C<"), "{list}");
    assert!(list.contains("<a href=\"../../de/aktuelles/seite/2/\">2</a>"), "{list}");
    assert!(site.html("/de/aktuelles/seite/2/").contains(">C<"));
}

#[test]
fn lists_sort_by_the_day_of_an_event_and_feeds_by_that_of_publication() {
    let site = SiteTest::new()
        .append("site.yaml", "feeds: {sections: [/s/_index.md]}\n")
        .page("s/_index.de.md", "title: S", "")
        .page("s/old.de.md", "title: Alt\ndate: 2026-11-24\nevent: {start: 2018-12-06}", "")
        .page("s/new.de.md", "title: Neu\ndate: 2026-11-23\nevent: {start: 2025-10-03, end: 2025-10-05}", "")
        .page("s/plain.de.md", "title: Schlicht\ndate: 2020-01-01", "")
        .page("s/open.de.md", "title: Offen\nevent: {start: 2024-01-01}", "")
        .build();
    let order = |text: &str, names: &[&str]| {
        let places: Vec<usize> = names.iter().map(|name| text.find(&format!(">{name}<")).expect(name)).collect();
        assert!(places.is_sorted(), "{names:?} {text}");
    };
    order(site.html("/de/s/"), &["Neu", "Offen", "Schlicht", "Alt"]);
    let feed = &site.files["de/s/feed.xml"];
    order(feed, &["Alt", "Neu", "Schlicht"]);
    assert!(feed.contains("<published>2026-11-24T00:00:00"), "{feed}");
}

#[test]
fn a_release_that_was_written_later_tells_its_event_first() {
    let yaml = "base_url: https://example.org/\nlanguages: [de]\ntheme: leipzig\n";
    let page = |front: &str| {
        let site = SiteTest::in_languages(&["de"]).file("site.yaml", yaml).page("a.de.md", front, "Text").build();
        let html = site.html("/de/a/").to_string();
        html.split("<dl class=\"dateline\">").nth(1).expect("a date line").split("</dl>").next().unwrap().to_string()
    };
    let later = page("title: A\ndate: 2026-11-24\nevent: {start: 2022-11-26, end: 2022-12-04, place: Hanoi}");
    let (event, published) = (later.find("<dt>Ereignis</dt>").unwrap(), later.find("Veröffentlicht").unwrap());
    assert!(event < published && later.contains("2022-11-26") && !later.contains("Kalender"), "{later}");
    for front in ["event: {start: 2026-11-24}", "event: {start: 2026-12-02, end: 2026-12-04}", "event: {place: Hanoi}"]
    {
        let before = page(&format!("title: A\ndate: 2026-11-24\n{front}"));
        assert!(!before.contains("<dt>Ereignis</dt>") && before.contains("Veröffentlicht"), "{before}");
    }
}

#[test]
fn what_is_meant_for_one_language_is_missing_in_no_other() {
    let pages = |front: &str| {
        SiteTest::new().page("p/_index.de.md", &format!("title: P{front}"), "").page("p/a.de.md", "title: A", "")
    };
    let codes = |site: &SiteTest| site.build().codes().iter().filter(|code| **code == "missing-translation").count();
    assert_eq!(codes(&pages("")), 2);
    assert_eq!(codes(&pages("\nmissing: fallback")), 2);
    let alone = pages("\nmissing: omit");
    assert_eq!(codes(&alone), 0);
    let run = alone.run(&["translations", "--fail-on", "missing", "--state", "missing"]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stdout));
}

#[test]
fn a_field_that_is_none_has_no_row_and_an_empty_one_says_that_it_is_missing() {
    let yaml = "base_url: https://example.org/\nlanguages: [de]\ntheme: leipzig\npublisher:\n  vat_id: none\n  supervisor:\n\
        \x20 accessibility: {status: partial, reviewed: 2026-11-24}\n";
    let site = SiteTest::in_languages(&["de"])
        .file("site.yaml", yaml)
        .page("imprint.de.md", "title: Impressum\ntemplate: imprint.html", "")
        .page("access.de.md", "title: Erklärung\ntemplate: accessibility.html", "")
        .build();
    let html = site.html("/de/impressum/");
    assert!(
        !html.contains("Umsatzsteuer") && html.contains("Rechtsaufsichtsbehörde</dt><dd><span class=\"unset\">"),
        "{html}"
    );
    let unset = site.diagnostics.iter().find(|found| found.code.id() == "publisher-unset").expect("a warning");
    let fields = unset.args[0].1.to_string();
    assert!(fields.contains("publisher.supervisor") && !fields.contains("vat_id"), "{fields}");
    let html = site.html("/de/erklaerung/");
    assert!(html.contains("teilweise vereinbar") && html.contains("<time datetime=\"2026-11-24\">"), "{html}");
}

#[test]
fn lists_sort_by_weight_and_by_title_in_the_language_s_order() {
    let sorted = |by: &str| {
        let mut site = SiteTest::new().page("s/_index.de.md", &format!("title: S\nsort_by: {by}"), "");
        for (name, title, weight) in [("a", "Zebra", 1), ("b", "Äpfel", 3), ("c", "Birne", 2)] {
            site = site.page(&format!("s/{name}.de.md"), &format!("title: {title}\nweight: {weight}"), "");
        }
        let site = site.build();
        let html = site.html("/de/s/").to_string();
        let mut at: Vec<(usize, &str)> =
            ["Zebra", "Äpfel", "Birne"].map(|title| (html.find(title).unwrap(), title)).into();
        at.sort();
        at.into_iter().map(|(_, title)| title).collect::<Vec<_>>()
    };
    assert_eq!(sorted("weight"), ["Zebra", "Birne", "Äpfel"]);
    assert_eq!(sorted("title"), ["Äpfel", "Birne", "Zebra"]);
}

#[test]
fn neighbours_follow_the_section_s_order() {
    let site = news().build();
    let html = site.html("/de/aktuelles/ueber-groesse/");
    assert!(html.contains("<a id=\"prev\" href=\"../../../de/aktuelles/b/\">B</a>"), "{html}");
    assert!(html.contains("<a id=\"next\" href=\"../../../de/aktuelles/c/\">C</a>"), "{html}");
    let site = SiteTest::new().page("a.de.md", "title: A", "").page("b.de.md", "title: B", "").build();
    assert!(!site.html("/de/b/").contains("id=\"prev\""), "pages beside the home page have no order");
    assert!(html.contains("<nav id=\"breadcrumbs\"><a href=\"../../../de/\">Home</a><a href=\"../../../de/aktuelles/\">Aktuelles</a></nav>"));
}

#[test]
fn a_message_without_letters_is_no_address() {
    for message in ["pager-slug = …\n", "tags = …\n", "tag-a = A\n    .slug = …\n"] {
        let site = SiteTest::new().page("a.de.md", "title: A\ntags: [a]", "").append("locales/de/site.ftl", message);
        let codes = site.build().codes();
        assert!(codes.contains(&"no-message-slug"), "{message}: {codes:?}");
    }
}

#[test]
fn menus_have_labels_in_each_language() {
    let site = news()
        .append("site.yaml", "menus:\n  main:\n    - {page: /news/, label: menu-news}\n    - {tags: true}\n    - {url: https://example.com/, label: menu-news}\n")
        .append("locales/de/site.ftl", "menu-news = Neues\n")
        .append("locales/vi/site.ftl", "menu-news = Tin\n")
        .append("locales/en/site.ftl", "menu-news = News\n")
        .build();
    let html = site.html("/de/aktuelles/");
    assert!(html.contains("<nav id=\"menu-main\"><a href=\"../../de/aktuelles/\" aria-current=\"page\">Neues</a><a href=\"../../de/themen/\">Themen</a><a href=\"https://example.com/\">Neues</a></nav>"), "{html}");
}

#[test]
fn the_root_offers_every_language() {
    let site = news().build();
    assert_eq!(
        site.html("/"),
        "<a lang=\"de\" href=\"./de/\">Deutsch</a><a lang=\"vi\" href=\"./vi/\">Tiếng Việt</a><a lang=\"en\" href=\"./en/\">English</a>"
    );
}

#[test]
fn the_same_binary_builds_a_bilingual_site() {
    let site = SiteTest::in_languages(&["de", "vi"])
        .page("a.de.md", "title: A", "")
        .page("a.vi.md", "title: B\ntranslation: {from: de}", "")
        .build();
    assert!(site.codes().iter().all(|code| *code == "publisher-unset"), "{:?}", site.codes());
    assert!(site.html("/de/a/").contains("hreflang=\"vi\"") && !site.html("/de/a/").contains("hreflang=\"en\""));
}

#[test]
fn ranges_of_dates_read_as_each_language_writes_them() {
    let range = |lang: &str, start: &str, end: &str| {
        let front = format!("title: A\nslug: a\nevent: {{start: {start}, end: {end}}}");
        let site = SiteTest::new().page(&format!("a.{lang}.md"), &front, "").build();
        let html = site.html(&format!("/{lang}/a/")).to_string();
        let start = html.find("id=\"event\">").unwrap() + 11;
        html[start..start + html[start..].find('<').unwrap()].to_string()
    };
    assert_eq!(range("de", "2024-09-22", "2024-09-29"), "22.–29. September 2024");
    assert_eq!(range("en", "2024-09-22", "2024-09-29"), "22–29 September 2024");
    assert_eq!(range("vi", "2024-09-22", "2024-09-29"), "từ ngày 22 đến ngày 29 tháng 9 năm 2024");
    assert_eq!(range("de", "2022-11-26", "2022-12-04"), "26. November – 4. Dezember 2022");
    assert_eq!(range("en", "2024-12-30", "2025-01-02"), "30 December 2024 – 2 January 2025");
    assert_eq!(range("vi", "2024-12-12", "2024-12-12"), "ngày 12 tháng 12 năm 2024");
}

#[test]
fn aliases_lead_to_the_page() {
    let site = SiteTest::new().page("a.de.md", "title: A\naliases: [/alt/seite/]", "").build();
    assert_eq!(
        site.html("/alt/seite/"),
        "<link rel=\"canonical\" href=\"https://example.org/de/a/\"><a href=\"../../de/a/\">A</a>"
    );
}

#[test]
fn downloads_tell_their_type_and_size_and_front_matter_is_set() {
    let site = SiteTest::in_languages(&["de", "en"])
        .file("themes/plain/templates/page.html", "{{ page.title }}|{% for a in page.attachments %}{{ a.title }} {{ a.kind }} {{ a.size }} {{ a.url }}{% endfor %}|{{ page.html }}")
        .bytes("content/plan.pdf", &[b'x'; 1_234_567])
        .page("a.de.md", "title: 'Der \"Plan\"'\nattachments: [{src: plan.pdf, title: Plan}]", "[S. 2](plan.pdf#page=2)")
        .build();
    assert_eq!(
        site.html("/de/der-plan/"),
        "Der „Plan“|Plan PDF 1,3 MB ../../plan.pdf|<p><a href=\"../../plan.pdf#page=2\">S. 2</a></p>\n"
    );
}

#[test]
fn vietnamese_titles_sort_as_vietnamese_do() {
    let mut site = SiteTest::new().page("s/_index.vi.md", "title: S\nsort_by: title", "");
    for (name, title) in [("a", "Đà Nẵng"), ("b", "Dân"), ("c", "Em"), ("d", "Ân"), ("e", "Ăn"), ("f", "Anh")] {
        site = site.page(&format!("s/{name}.vi.md"), &format!("title: {title}\nslug: {name}"), "");
    }
    let site = site.build();
    let html = site.html("/vi/s/");
    let at: Vec<usize> =
        ["Anh", "Ăn", "Ân", "Dân", "Đà Nẵng", "Em"].map(|title| html.find(&format!(">{title}<")).unwrap()).into();
    assert!(at.is_sorted(), "{at:?}");
}

#[test]
fn sections_nest() {
    let site = SiteTest::new()
        .page("a/_index.de.md", "title: Außen", "")
        .page("a/b/_index.de.md", "title: Innen", "")
        .page("a/b/c.de.md", "title: Seite", "")
        .build();
    let html = site.html("/de/aussen/innen/seite/");
    let crumbs = "<a href=\"../../../../de/\">Home</a><a href=\"../../../../de/aussen/\">Außen</a><a href=\"../../../../de/aussen/innen/\">Innen</a></nav>";
    assert!(html.contains(crumbs), "{html}");
}

#[test]
fn a_later_page_of_a_list_leads_back_to_its_list() {
    let html = news().build();
    let html = html.html("/de/aktuelles/seite/2/");
    assert!(html.contains("<a href=\"../../../../de/aktuelles/\">Aktuelles</a></nav>"), "{html}");
    assert!(html.contains("<a hreflang=\"vi\" href=\"../../../../vi/tin-tuc/\" data-translated=\"false\">"), "{html}");
}
