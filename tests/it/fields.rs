//! Every field of every output, with strings that are code in its format.

use crate::support::{self, SiteTest};

/// Texts that end or begin something in HTML, XML, scripts, JSON, iCalendar, Tera, Fluent, spreadsheets or shells.
const HOSTILE: [&str; 12] = [
    "</script><script>evil()</script>",
    "\"><img src=x onerror=evil()>",
    "' onmouseover='evil()",
    "]]><evil/>",
    "<!--<script>",
    "&lt;evil&gt; &amp;amp; &#60;evil>",
    "{{ 7 * 191 }}{% raw %}{# evil #}",
    "{ $evil } { evil }",
    "=cmd|' /C calc'!A0",
    "x\\nATTENDEE:mailto:evil@evil.example",
    "a;b,c\\\\d:e|f`g$(evil)",
    "%0d%0aSet-Cookie: evil=1 ../../evil",
];

/// A text as YAML in double quotes: `\n` is the end of a line.
fn yaml(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\""))
}

/// The text that is meant.
fn meant(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\\\", "\\")
}

fn site(text: &str) -> SiteTest {
    let y = yaml(text);
    // In Markdown and Fluent what is code of theirs is escaped by whoever writes; the rest is as it is.
    let fluent = format!("{{\"{}\"}}", meant(text).replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "));
    let markdown: String = meant(text)
        .replace('\n', " ")
        .chars()
        .flat_map(|c| [c.is_ascii_punctuation().then_some('\\'), Some(c)])
        .flatten()
        .collect();
    let publisher: String = support::publisher_fields()
        .iter()
        .filter(|path| !path.contains('.'))
        .filter(|key| !["email", "phone", "vat_id", "business_id", "supervisor"].contains(&key.as_str()))
        .map(|key| format!("  {key}: {y}\n"))
        .collect();
    SiteTest::in_languages(&["de", "en"])
        .file(
            "site.yaml",
            &format!(
                "base_url: https://example.org/\nlanguages: [de, en]\nlicense: {y}\npress_kits: [/news/_index.md]\nfeeds: {{sections: [/news/_index.md], tags: true}}\n\
                 menus:\n  main: [{{page: /news/_index.md, label: menu-x}}]\npublisher:\n{publisher}  email: a@b.de\n  phone: +49 341 1\n  press: {{name: {y}, phone: 115, email: c@d.de, material: {y}}}\n"
            ),
        )
        .file("locales/de/site.ftl", &format!("site-title = {fluent}\nmenu-x = {fluent}\ntag-x = {fluent}\n    .slug = x\n"))
        .file("locales/en/site.ftl", &format!("site-title = {fluent}\nmenu-x = {fluent}\ntag-x = {fluent}\n    .slug = x\n"))
        .bytes("content/news/p.gif", support::PICTURE)
        .file("content/news/f.pdf", "%PDF")
        .page("search.de.md", "title: Suche\ntemplate: search.html", "")
        .page("news/_index.de.md", &format!("title: {y}\nslug: n"), &format!("## {markdown}\n\n{markdown}\n"))
        .page(
            "news/a.de.md",
            &format!(
                "title: {y}\nslug: a\ndescription: {y}\ndate: 2024-01-01\nupdated: 2024-01-02\ntags: [x]\nauthors: [{y}]\n\
                 image: {{src: p.gif, alt: {y}, credit: {y}, caption: {y}}}\n\
                 event: {{start: 2024-01-01T10:00+01:00, place: {y}}}\n\
                 attachments: [{{src: f.pdf, title: {y}}}]\n\
                 contacts: [{{name: {y}, role: {y}, phone: 115, email: a@b.de}}]\n\
                 sources: [{{publisher: {y}, title: {y}, url: 'https://example.com/a?b=c&d', lang: de}}]\n\
                 corrections: [{{date: 2024-01-03, note: {y}}}]\nextra: {{k: {y}}}"
            ),
            &format!("## {markdown}\n\n{markdown}\n\n![{markdown}](p.gif \"{markdown}\")\n\n- {markdown}\n"),
        )
        .page("news/a.en.md", &format!("title: {y}\nslug: a\ntranslation: {{from: de}}\nimage: {{alt: {y}}}"), &format!("{markdown}\n"))
}

/// What a browser would run or load of a page that a text put there.
fn injected(html: &str) -> Vec<String> {
    let lower = html.to_lowercase();
    let marks = ["<script>evil", "<img src=x", "<evil", "7 * 191 =", "1337"];
    let mut found: Vec<String> =
        marks.iter().filter(|mark| lower.contains(**mark)).map(|mark| mark.to_string()).collect();
    // Every attribute that begins with `on` is somebody else's: the theme has none.
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        // A tag ends at the first `>` that is in no quotes.
        let mut quote = None;
        let end = rest.char_indices().find(|(_, c)| match quote {
            None if *c == '>' => true,
            None if *c == '"' || *c == '\'' => {
                quote = Some(*c);
                false
            }
            Some(open) if open == *c => {
                quote = None;
                false
            }
            _ => false,
        });
        let tag = &rest[..end.map_or(rest.len(), |(at, _)| at)];
        let bare: String = tag.split('"').step_by(2).collect();
        if bare.split_whitespace().any(|word| word.starts_with("on") && word.contains('=')) {
            found.push(tag.chars().take(80).collect());
        }
    }
    found
}

fn check_calendar(name: &str, text: &str) {
    const NAMES: [&str; 31] = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "METHOD",
        "CALSCALE",
        "NAME",
        "X-WR-CALNAME",
        "X-WR-TIMEZONE",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "URL",
        "CATEGORIES",
        "ORGANIZER",
        "STATUS",
        "SEQUENCE",
        "LAST-MODIFIED",
        "CREATED",
        "TZID",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "TZNAME",
        "RRULE",
        "TRANSP",
        "CLASS",
        "SOURCE",
    ];
    let unfolded = text.replace("\r\n ", "");
    for line in unfolded.split_terminator("\r\n") {
        let property = line.split([':', ';']).next().unwrap();
        assert!(
            NAMES.contains(&property) || property.starts_with("REFRESH") || property.starts_with("X-PUBLISHED"),
            "{name}: {line}"
        );
        assert!(!line.contains(['\n', '\r']), "{name}: {line:?}");
    }
    assert_eq!(unfolded.matches("BEGIN:VEVENT\r\n").count(), 1, "{name}");
}

#[test]
fn no_field_of_any_output_is_code() {
    for text in HOSTILE {
        let built = site(text).build();
        let errors: Vec<_> = built
            .diagnostics
            .iter()
            .filter(|found| found.is_error())
            .map(|found| (found.code.id(), &found.args))
            .collect();
        assert!(errors.is_empty(), "{text}: {errors:?}");
        let mut kinds = std::collections::BTreeSet::new();
        for (name, file) in &built.files {
            let kind = name.rsplit('.').next().unwrap();
            kinds.insert(kind.to_string());
            match kind {
                "html" => {
                    assert_eq!(injected(file), Vec::<String>::new(), "{text}: {name}");
                    for script in file.split("<script type=\"application/ld+json\">").skip(1) {
                        let json = script.split("</script>").next().unwrap();
                        serde_json::from_str::<serde_json::Value>(json)
                            .unwrap_or_else(|error| panic!("{text}: {name}: {error}"));
                    }
                }
                "xml" => {
                    let options = roxmltree::ParsingOptions { allow_dtd: false, ..Default::default() };
                    let xml = roxmltree::Document::parse_with_options(file, options)
                        .unwrap_or_else(|error| panic!("{text}: {name}: {error}"));
                    if name.ends_with("feed.xml") {
                        let titles: Vec<_> = xml
                            .descendants()
                            .filter(|node| node.has_tag_name("title") || node.tag_name().name() == "title")
                            .filter_map(|node| node.text())
                            .collect();
                        assert!(
                            titles
                                .iter()
                                .any(|title| title.replace('\u{A0}', " ").contains("evil") || !text.contains("evil")),
                            "{text}: {titles:?}"
                        );
                        for html in xml
                            .descendants()
                            .filter(|node| node.attribute("type") == Some("html"))
                            .filter_map(|node| node.text())
                        {
                            assert_eq!(injected(html), Vec::<String>::new(), "{text}: {name}");
                        }
                    }
                }
                "json" => {
                    let json: serde_json::Value = serde_json::from_str(file).unwrap();
                    for item in json["items"].as_array().unwrap() {
                        assert_eq!(
                            injected(item["content_html"].as_str().unwrap()),
                            Vec::<String>::new(),
                            "{text}: {name}"
                        );
                    }
                }
                "ics" => check_calendar(name, file),
                "js" if name.starts_with("search/") => {
                    let data = file.split_once("\",").unwrap().1.trim_end().strip_suffix(')').unwrap();
                    serde_json::from_str::<serde_json::Value>(data)
                        .unwrap_or_else(|error| panic!("{text}: {name}: {error}"));
                }
                _ => {}
            }
            assert!(!name.contains(".."), "{name}");
        }
        for kind in ["html", "xml", "json", "ics", "js", "txt", "zip"] {
            assert!(kinds.contains(kind), "{kind} of {kinds:?}");
        }
    }
}

#[test]
fn tables_for_translators_hold_no_formulas_and_no_cells_of_others() {
    let site = SiteTest::in_languages(&["de", "en"])
        .page("=cmd|' !A0.de.md", "title: A", "Text")
        .page("a,b;c\"d.de.md", "title: B", "Text")
        .page("-x.de.md", "title: C", "Text");
    let table = |kind: &str| String::from_utf8(site.run(&["translations", "--table", kind]).stdout).unwrap();
    let csv = table("csv");
    for line in csv.lines() {
        for field in line.split(',') {
            assert!(!field.trim_matches('"').starts_with(['=', '+', '-', '@']), "{line}");
        }
    }
    assert!(csv.contains("\"a,b;c\"\"d\""), "{csv}");
    let markdown = table("markdown");
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let columns = cells(markdown.lines().next().unwrap());
    assert!(markdown.lines().all(|line| cells(line) == columns), "{markdown}");
}

#[test]
fn addresses_numbers_and_languages_are_what_they_say() {
    let front = |front: &str| {
        let site = SiteTest::in_languages(&["de"]).page("a.de.md", &format!("title: A\n{front}"), "").build();
        site.codes().into_iter().filter(|code| *code != "publisher-unset").collect::<Vec<_>>()
    };
    for (value, code) in [
        ("contacts: [{name: A, email: presse(at)leipzig.de}]", "bad-email"),
        ("contacts: [{name: A, email: \"a@b.de\\nATTENDEE:x\"}]", "bad-email"),
        ("contacts: [{name: A, phone: auf Anfrage}]", "bad-phone"),
        ("contacts: [{name: A, phone: 0341 1234567 / 0341 7654321}]", "bad-phone"),
        ("sources: [{publisher: A, lang: vn}]", "bad-language"),
        ("sources: [{publisher: A, lang: german}]", "bad-language"),
    ] {
        assert_eq!(front(value), [code], "{value}");
    }
    for fine in [
        "contacts: [{name: A, email: a@b.de, phone: +49 (0) 341 12-3}]",
        "sources: [{publisher: A, lang: hsb}, {publisher: B, lang: de-simple}]",
    ] {
        assert_eq!(front(fine), Vec::<&str>::new(), "{fine}");
    }
    let settings = |yaml: &str| {
        let site = SiteTest::in_languages(&["de"]).page("a.de.md", "title: A", "").append("site.yaml", yaml).build();
        site.codes().into_iter().filter(|code| *code != "publisher-unset").collect::<Vec<_>>()
    };
    assert_eq!(settings("publisher: {email: \"a@b.de\\r\\nX: y\"}\n").len(), 2);
    assert_eq!(settings("publisher: {press: {phone: none at all}}\n"), ["bad-phone"]);
    assert_eq!(settings("publisher: {name: {de: A, vn: B}}\n"), ["bad-language"]);
    let vietnam = SiteTest::in_languages(&["de"])
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, vn]\ntheme: plain\n");
    let said = String::from_utf8(vietnam.run(&["check"]).stderr).unwrap();
    assert!(said.contains("bad-language") && said.contains("“vi”"), "{said}");
    // What links dial.
    let site = SiteTest::in_languages(&["de"])
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de]\n")
        .page("a.de.md", "title: A\ncontacts: [{name: A, phone: +49 (0) 341 12-3}]", "");
    let html = site.build().html("/de/a/").to_string();
    assert!(html.contains("<a href=\"tel:+49341123\">+49 (0) 341 12-3</a>"), "{html}");
}
