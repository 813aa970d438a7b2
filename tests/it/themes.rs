//! Themes: the shipped one is part of the binary, another may extend it, assets carry hashes.

use crate::support::SiteTest;

fn leipzig() -> SiteTest {
    SiteTest::in_languages(&["de", "en"]).file("site.yaml", "base_url: https://example.org/\nlanguages: [de, en]\n")
}

#[test]
fn the_binary_alone_builds_a_site() {
    let site = leipzig().build();
    assert!(site.html("/de/").contains("<html lang=\"de\""), "{:?}", site.codes());
    assert!(site.files.keys().any(|name| name.starts_with("assets/style.") && name.ends_with(".css")));
}

#[test]
fn a_site_overrides_single_templates_messages_and_assets() {
    let site = leipzig()
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, en]\ntheme: own\n")
        .file("themes/own/theme.yaml", "name: own\nextends: leipzig\n")
        .file(
            "themes/own/templates/page.html",
            "{% extends \"leipzig/page.html\" %}{% block main %}Own: {{ page.title }}{% endblock %}",
        )
        .file("themes/own/assets/own.css", "body { background: url(\"own.svg\") }")
        .file("themes/own/assets/own.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .append("locales/de/site.ftl", "language-name = Mein Deutsch\n")
        .page("a.de.md", "title: A", "")
        .build();
    let html = site.html("/de/a/");
    assert!(html.contains("Own: A") && html.contains("Mein Deutsch") && html.contains("<html lang=\"de\""), "{html}");
    let css = site.files.iter().find(|(name, _)| name.starts_with("assets/own.") && name.ends_with(".css")).unwrap().1;
    let svg = site.files.keys().find(|name| name.starts_with("assets/own.") && name.ends_with(".svg")).unwrap();
    assert_eq!(css, &format!("body{{background:url(\"{}\")}}", svg.trim_start_matches("assets/")));
}

#[test]
fn a_template_may_be_named_with_its_theme() {
    let site = leipzig()
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, en]\ntheme: own\n")
        .file("themes/own/theme.yaml", "name: own\nextends: leipzig\n")
        .file(
            "themes/own/templates/page.html",
            "{% extends \"leipzig/page.html\" %}{% block main %}Own: {{ page.title }}{% include \"own/part.html\" %}{% endblock %}",
        )
        .file("themes/own/templates/part.html", ", in part")
        .page("a.de.md", "title: A\ntemplate: own/page.html", "")
        .page("b.de.md", "title: B\ntemplate: leipzig/page.html", "")
        .page("c.de.md", "title: C\ntemplate: leipzig/press.html", "")
        .page("d.de.md", "title: D\ntemplate: press.html", "")
        .build();
    assert!(site.html("/de/a/").contains("Own: A, in part"));
    assert!(site.html("/de/b/").contains("<h1") && !site.html("/de/b/").contains("Own:"));
    for (path, said) in [("/de/c/", "Own: C, in part"), ("/de/d/", "Own: D, in part")] {
        assert!(site.html(path).contains(said), "{}", site.html(path));
    }
}

#[test]
fn a_field_is_made_where_any_template_asks_for_it() {
    let shown = |template: &str, further: &str| {
        let site = SiteTest::in_languages(&["de"]).file("themes/plain/templates/page.html", template);
        let site = site.file("themes/plain/templates/further.html", further);
        let site = site.page("news/_index.de.md", "title: News", "");
        let site = site.page("news/a.de.md", "title: A\ndate: 2024-01-02", "## Eins");
        site.page("news/b.de.md", "title: B\ndate: 2024-01-01", "").build().html("/de/news/a/").to_string()
    };
    assert_eq!(
        shown(
            "{{ page.title }} {% if page.next %}{{ page.next.title }}{% endif %} {% for h in page.toc %}{{ h.id }}{% endfor %}",
            ""
        ),
        "A B eins"
    );
    // Under another name, and as a whole.
    assert_eq!(
        shown("{% set it = page %}{% if it.next %}{{ it.next.title }}{% endif %} {{ it.structured is string }}", ""),
        "B true"
    );
    let whole = shown("{{ page }}", "");
    for part in ["&quot;structured&quot;: &quot;{", "eins", "&quot;next&quot;: {", "2. Januar 2024"] {
        assert!(whole.contains(part), "{part}: {whole}");
    }
    assert_eq!(
        shown(
            "{% include \"further.html\" %}",
            "{{ page.date.iso }}{% if page.next %}{{ page.next.title }}{% endif %}"
        ),
        "2024-01-02B"
    );
}

/// The published sheets of a theme with these assets, and the codes.
fn sheets(assets: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<&'static str>) {
    let site = SiteTest::in_languages(&["en"]);
    let site = assets.iter().fold(site, |site, (name, text)| site.file(&format!("themes/plain/assets/{name}"), text));
    let built = site.build();
    let sheets = built.files.iter().filter(|(name, _)| name.ends_with(".css"));
    let codes = built.codes().into_iter().filter(|code| *code != "publisher-unset").collect();
    (sheets.map(|(name, text)| (name.to_string(), text.clone())).collect(), codes)
}

#[test]
fn style_sheets_are_joined_along_their_imports_and_minified() {
    let (sheets, codes) = sheets(&[
        (
            "style.css",
            "@layer a, b;\n@import \"css/one.css\" layer(a);\n@import \"css/two.css\" layer(b) print;\np { color: red }",
        ),
        ("css/one.css", "@import url(deep/er.css) supports(display: grid);\na { background: url(\"../mark.svg\") }\n"),
        (
            "css/two.css",
            "b { color: oklch(0.481 0.1675 23.4); mask: url(#m); cursor: url(data:image/gif;base64,R0) }\n",
        ),
        ("css/deep/er.css", "i { background: url(../../mark.svg) }\n"),
        ("mark.svg", "<svg/>"),
    ]);
    assert_eq!(codes, [] as [&str; 0]);
    assert_eq!(sheets.len(), 1, "imported sheets are parts: {sheets:?}");
    let (name, css) = &sheets[0];
    assert!(name.starts_with("assets/style."), "{name}");
    assert!(css.starts_with("@layer a,b;@layer a{@supports (display:grid){i{background:url(\"mark."), "{css}");
    assert_eq!(css.matches("url(\"mark.").count(), 2, "{css}");
    // Older browsers get the sRGB colour first.
    assert!(css.contains("@media print{@layer b{b{color:#a8242c;color:lab("), "{css}");
    assert!(css.contains("url(\"#m\")") || css.contains("url(#m)"), "{css}");
    assert!(css.ends_with("p{color:red}"), "{css}");
}

#[test]
fn a_sheet_loads_nothing_from_elsewhere_and_nothing_that_is_not_there() {
    let place = |assets: &[(&str, &str)]| sheets(assets).1;
    assert_eq!(place(&[("a.css", "@import \"https://fonts.example/a.css\";")]), ["foreign-request"]);
    assert_eq!(place(&[("a.css", "@import \"//fonts.example/a.css\";")]), ["foreign-request"]);
    assert_eq!(place(&[("a.css", "p { background: url(http://example.org/a.png) }")]), ["foreign-request"]);
    assert_eq!(place(&[("a.css", "p { background: url(../../../etc/passwd) }")]), ["unknown-asset"]);
    assert_eq!(place(&[("a.css", "@import \"b.css\";")]), ["unknown-asset"]);
    assert_eq!(place(&[("a.css", "@import \"b.css\";"), ("b.css", "@import \"a.css\";")])[0], "import-cycle");
}

#[test]
fn templates_call_messages_with_arguments_plurals_and_attributes() {
    let site = SiteTest::in_languages(&["de", "en"])
        .file(
            "themes/plain/templates/page.html",
            "{{ t(key=\"days\", count=1) }}, {{ t(key=\"days\", count=1200) }}, {{ t(key=\"days.short\") }}",
        )
        .append(
            "locales/de/site.ftl",
            "days = { $count ->\n    [one] ein Tag\n   *[other] { $count } Tage\n }\n    .short = T\n",
        )
        .append(
            "locales/en/site.ftl",
            "days = { $count ->\n    [one] one day\n   *[other] { $count } days\n }\n    .short = d\n",
        )
        .page("a.de.md", "title: A", "")
        .page("a.en.md", "title: A\ntranslation: {from: de}", "")
        .build();
    assert_eq!(site.html("/de/a/"), "ein Tag, 1.200 Tage, T");
    assert_eq!(site.html("/en/a/"), "one day, 1,200 days, d");
}

#[test]
fn no_isolation_mark_reaches_the_output() {
    let site = SiteTest::new()
        .file("themes/plain/templates/page.html", "{{ t(key=\"hello\", name=\"Đà Nẵng\") }}")
        .append("locales/de/site.ftl", "hello = Hallo { $name }\n")
        .append("locales/vi/site.ftl", "hello = Chào { $name }\n")
        .append("locales/en/site.ftl", "hello = Hello { $name }\n")
        .page("a.vi.md", "title: A", "")
        .build();
    assert_eq!(site.html("/vi/a/"), "Chào Đà Nẵng");
}

#[test]
fn lists_numbers_and_dates_are_in_the_language_s_form() {
    let text = "{{ list(items=page.authors) }}; {{ number(value=1234567) }}; {{ date(value=\"2024-09-22\") }}";
    let site = SiteTest::new()
        .file("themes/plain/templates/page.html", text)
        .page("a.de.md", "title: A\nauthors: [A, B, C]", "")
        .page("a.vi.md", "title: A\ntranslation: {from: de}", "")
        .page("a.en.md", "title: A\ntranslation: {from: de}", "")
        .build();
    assert_eq!(site.html("/de/a/"), "A, B und C; 1.234.567; 22. September 2024");
    assert_eq!(site.html("/vi/a/"), "A, B và C; 1.234.567; ngày 22 tháng 9 năm 2024");
    assert_eq!(site.html("/en/a/"), "A, B and C; 1,234,567; 22 September 2024");
}

#[test]
fn addresses_that_lead_nowhere_have_a_page_in_each_language_and_one_in_all() {
    let site = leipzig()
        .file("site.yaml", "base_url: https://example.org/a/b/\nlanguages: [de, en]\n")
        .page("search.de.md", "title: Suche\ntemplate: search.html", "")
        .page("search.en.md", "title: Search\ntranslation: {from: de}", "")
        .build();
    let all = site.html("/404.html");
    for shown in
        ["Diese Seite gibt es nicht", "This page does not exist", "href=\"/a/b/de/\"", "href=\"/a/b/en/search/\""]
    {
        assert!(all.contains(shown), "{shown}: {all}");
    }
    let german = site.html("/de/404.html");
    assert!(german.contains("<html lang=\"de\"") && german.contains("href=\"/a/b/de/suche/\""), "{german}");
    for page in [all, german] {
        // It is shown at any address: a relative link would lead somewhere else each time.
        let relative = page.split("href=\"").skip(1).find(|rest| !rest.starts_with(['/', '#']));
        assert_eq!(relative, None);
        assert!(page.contains("noindex") && !page.contains("canonical"), "{page}");
    }
    assert_eq!(
        leipzig()
            .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, en]\ntheme: bare\n")
            .file("themes/bare/theme.yaml", "extends: leipzig\n")
            .build()
            .codes(),
        ["publisher-unset"]
    );
    assert!(!SiteTest::new().build().has("/404.html"), "a theme without the template makes no such page");
}

#[test]
fn the_search_page_lists_every_page_of_its_language_by_section() {
    let site = leipzig()
        .page("search.de.md", "title: Suche\ntemplate: search.html", "")
        .page("news/_index.de.md", "title: Aktuelles", "")
        .page("news/a.de.md", "title: Erste Meldung\ndescription: Vom Wasser.\ndate: 2024-09-22", "")
        .page("news/more/_index.de.md", "title: Archiv", "")
        .page("news/more/b.de.md", "title: Alte Meldung", "")
        .page("secret.de.md", "title: Geheim\npublish: 2030-01-01", "")
        .build();
    let html = site.html("/de/suche/");
    let order = ["Home", "Suche", "Aktuelles", "Erste Meldung", "Archiv", "Alte Meldung"];
    let index = &html[html.find("id=\"site-index\"").unwrap()..];
    let places: Vec<_> = order.iter().map(|title| index.find(&format!(">{title}</a>"))).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?} {index}");
    assert!(!html.contains("Geheim"), "{index}");
    // Whoever has no script is told so, and led to lists.
    assert!(html.contains("<noscript><p class=\"search-scriptless\">"), "{html}");
    // Every page leads to it, where there is one.
    assert!(site.html("/de/aktuelles/").contains("class=\"menu-search\"><a href=\"../../de/suche/\""));
    assert!(!site.html("/en/").contains("menu-search"));
}

#[test]
fn the_search_page_of_a_large_site_names_the_first_pages_of_a_section_and_where_the_rest_is() {
    let mut site = leipzig().page("search.de.md", "title: Suche\ntemplate: search.html", "").page(
        "news/_index.de.md",
        "title: Aktuelles",
        "",
    );
    for day in 1..=25 {
        let name = format!("news/{day}.de.md");
        site = site.page(&name, &format!("title: Meldung {day}\ndate: 2024-09-{day:02}"), "");
        site = site.page(&format!("own{day}.de.md"), &format!("title: Eigene {day}"), "");
    }
    let site = site.build();
    let html = site.html("/de/suche/");
    let index = &html[html.find("id=\"site-index\"").unwrap()..];
    assert_eq!(index.matches(">Meldung ").count(), 20, "{index}");
    assert!(index.contains(">Meldung 25<") && !index.contains(">Meldung 5<"), "the newest: {index}");
    assert!(index.contains("<a href=\"../../de/aktuelles/\">Aktuelles: alle 25 Seiten</a>"), "{index}");
    assert_eq!(index.matches(">Eigene ").count(), 25, "no list has these: {index}");
}

#[test]
fn what_the_law_wants_is_reachable_from_the_pages_without_a_language_too() {
    let site = leipzig()
        .file(
            "site.yaml",
            "base_url: https://example.org/\nlanguages: [de, en]\nmenus: {legal: [{page: /imprint.md}]}\n",
        )
        .page("imprint.de.md", "title: Impressum", "")
        .page("imprint.en.md", "title: Legal notice\ntranslation: {from: de}", "")
        .build();
    for (page, root) in [("/", "./"), ("/404.html", "/")] {
        let html = site.html(page);
        for link in
            [format!("href=\"{root}de/impressum/\">Impressum"), format!("href=\"{root}en/legal-notice/\">Legal notice")]
        {
            assert!(html.contains(&link), "{page} has no {link}: {html}");
        }
    }
}

#[test]
fn drafts_that_are_shown_say_so() {
    let site = leipzig().page("a.de.md", "title: A\ndraft: true", "Text").drafts().build();
    assert!(site.html("/de/a/").contains("class=\"notice\" role=\"note\">Entwurf."));
    assert!(site.html("/de/a/").contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!site.html("/de/").contains("class=\"notice\""));
}

#[test]
fn templates_hyphenate_headlines_and_speak_other_languages() {
    let site = SiteTest::in_languages(&["de", "en"])
        .file(
            "themes/plain/templates/page.html",
            "{{ hyphenate(text=page.title) }}|{{ hyphenate(text=\"Fachkräfteeinwanderung\", lang=\"en\") }}|{{ t(key=\"tags\", lang=\"en\") }}|\
             {{ date(value=\"2024-09-22\", until=\"2024-09-29\") }}|{{ date(value=\"2024-09-22\", until=\"\") }}",
        )
        .page("a.de.md", "title: Die Wirtschaftsdelegation", "")
        .build();
    let html = site.html("/de/die-wirtschaftsdelegation/").replace('\u{AD}', "-");
    assert_eq!(
        html,
        "Die Wirt-schafts-de-le-ga-tion|Fachkräf-teein-wan-derung|Topics|22.–29. September 2024|22. September 2024"
    );
}

#[test]
fn what_a_function_cannot_take_is_said_as_it_was_written() {
    let odd = "a | b";
    let site = leipzig()
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, en]\ntheme: own\n")
        .file("themes/own/theme.yaml", "name: own\nextends: leipzig\n")
        .file("themes/own/templates/part.html", &format!("{{{{ date(value=\"{odd}\") }}}}"))
        .file(
            "themes/own/templates/page.html",
            "{% extends \"leipzig/page.html\" %}{% block main %}{% include \"part.html\" %}{% endblock %}",
        )
        .page("a.de.md", "title: A", "")
        .build();
    let found: Vec<_> = site.diagnostics.iter().filter(|found| found.is_error()).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].code.id(), &found[0].args[..]), ("bad-date", &[("value", odd.into())][..]));
}
