//! What authors write becomes what readers see.

use crate::support::{self, SiteTest};

fn body(lang: &str, text: &str) -> String {
    let site = SiteTest::new().page(&format!("a.{lang}.md"), "title: A\nslug: a", text).build();
    site.main(&format!("/{lang}/a/")).to_string()
}

#[test]
fn punctuation_follows_the_language() {
    let text = "\"Das ist 'gut'\", sagt *\"sie\"* - 2021-2024.";
    assert_eq!(body("de", text), "<p>„Das ist ‚gut‘“, sagt <em>„sie“</em> – 2021–2024.</p>");
    assert_eq!(body("en", text), "<p>“Das ist ‘gut’”, sagt <em>“sie”</em> – 2021–2024.</p>");
    assert_eq!(body("vi", text), "<p>“Das ist ‘gut’”, sagt <em>“sie”</em> – 2021–2024.</p>");
}

#[test]
fn a_line_that_begins_with_a_date_is_no_list() {
    assert_eq!(body("de", "6. Dezember 2018 in Leipzig"), "<p>6.\u{A0}Dezember 2018 in Leipzig</p>");
    assert!(body("de", "Zeit\n: 22. bis 29. September 2024").contains("<dd>22.\u{A0}bis 29. September 2024</dd>"));
    assert_eq!(
        body("de", "21. Juli 2021\n: Beschluss\n\n12. und 13. Mai\n: Besuch"),
        "<dl>\n<dt>21.\u{A0}Juli 2021</dt>\n<dd>Beschluss</dd>\n<dt>12.\u{A0}und 13. Mai</dt>\n<dd>Besuch</dd>\n</dl>"
    );
    assert_eq!(body("de", "> 1. März, Hanoi"), "<blockquote>\n<p>1.\u{A0}März, Hanoi</p>\n</blockquote>");
    assert_eq!(body("de", "```\n6. Dezember\n```"), "<pre><code>6. Dezember\n</code></pre>");
    // What is a list stays one; so does what is a date in another language only.
    assert!(body("de", "1. Maibaum\n2. Junikäfer").starts_with("<ol>"));
    assert!(body("en", "6. Dezember 2018").starts_with("<ol start=\"6\">"));
}

#[test]
fn code_is_left_alone() {
    assert_eq!(body("de", "`\"a\" - 1-2`"), "<p><code>&quot;a&quot; - 1-2</code></p>");
    assert_eq!(
        body("de", "```rust\nlet a = \"b\"; // {{ foreign(lang=\"vi\") }}\n```"),
        "<pre><code class=\"language-rust\">let a = &quot;b&quot;; // {{ foreign(lang=&quot;vi&quot;) }}\n</code></pre>"
    );
}

#[test]
fn headings_have_stable_ids_by_language() {
    assert!(body("de", "## Größe über alles").starts_with("<h2 id=\"groesse-ueber-alles\">"));
    assert!(body("vi", "## Đối thoại Hữu nghị").starts_with("<h2 id=\"doi-thoai-huu-nghi\">"));
    assert!(body("en", "## The programme {#programm}").starts_with("<h2 id=\"programm\">The programme</h2>"));
    assert!(body("en", "## Same\n\n## Same").contains("<h2 id=\"same-2\">"));
}

#[test]
fn long_words_of_headings_terms_and_cells_may_break_where_the_language_allows() {
    let site =
        SiteTest::new().page("a.de.md", "title: A", "## Fachkräfteeinwanderung\n\nFachkräfteeinwanderung").build();
    let html = site.html("/de/a/");
    assert!(html.contains(">Fach\u{AD}kräf\u{AD}te\u{AD}ein\u{AD}wan\u{AD}de\u{AD}rung</h2>"), "{html}");
    assert!(
        html.contains("<h2 id=\"fachkraefteeinwanderung\">") && html.contains("<p>Fachkräfteeinwanderung</p>"),
        "{html}"
    );
    let body =
        body("de", "Fachkräfteeinwanderung\n: Fachkräfteeinwanderung\n\n| A |\n|---|\n| Fachkräfteeinwanderung |");
    assert_eq!(body.matches("Fach\u{AD}kräf").count(), 2, "a term and a cell: {body}");
    assert!(body.contains("<dd>Fachkräfteeinwanderung</dd>"), "{body}");
}

#[test]
fn the_table_of_contents_is_nested_data() {
    let site = SiteTest::new().page("a.en.md", "title: A", "## One\n\n### Two\n\n## \"Three\"").build();
    let html = site.html("/en/a/");
    assert!(
        html.contains(
            "<li><a href=\"#one\">One</a><a href=\"#two\">Two</a></li><li><a href=\"#three\">“Three”</a></li>"
        ),
        "{html}"
    );
}

#[test]
fn tables_notes_lists_and_strikes() {
    let table = body("en", "| A | B |\n|---|--:|\n| 1 | 2 |");
    assert!(table.contains("<th scope=\"col\">A</th><th scope=\"col\" class=\"right\">B</th>"), "{table}");
    let notes = body("en", "Text[^b] and[^a].\n\n[^a]: Second.\n\n[^b]: First.");
    let (first, second) = (notes.find("First.").unwrap(), notes.find("Second.").unwrap());
    assert!(first < second && notes.contains("<li id=\"fn-1\">"), "{notes}");
    assert!(body("en", "Term\n: What it is").contains("<dt>Term</dt>\n<dd>What it is</dd>"));
    assert!(body("en", "- [x] done\n- [ ] open").contains("☑"));
    assert_eq!(body("en", "~~old~~"), "<p><del>old</del></p>");
}

#[test]
fn shortcodes_are_called_with_their_body_and_language() {
    let html = body(
        "de",
        "Vorher\n\n{% quotation(source=\"\\\"A\\\"\", lang=\"en\") %}\nHe said \"yes\".\n{% end %}\n\nNachher {{ foreign(lang=\"vi\", text=\"Đổi mới\") }}.",
    );
    assert!(
        html.contains("<blockquote lang=\"en\"><p>He said “yes”.</p>\n<footer>“A”</footer></blockquote>"),
        "{html}"
    );
    assert!(html.contains("<p>Nachher <span lang=\"vi\">Đổi mới</span>.</p>"), "{html}");
    assert!(!html.contains("<p><blockquote"), "{html}");
}

#[test]
fn a_shortcode_publishes_the_file_it_names() {
    let site = SiteTest::new()
        .bytes("content/news/a/b.gif", support::PICTURE)
        .bytes("content/news/a/unused.gif", support::PICTURE)
        .page("news/_index.en.md", "title: News", "")
        .page(
            "news/a/index.en.md",
            "title: A",
            "{{ figure(src=\"b.gif\", alt=\"B\", credit=\"C\") }}\n\n![alt](b.gif \"D\")\n\nIn ![x](b.gif \"E\") text",
        )
        .build();
    let html = site.main("/en/news/a/");
    let name = site.files.keys().find(|name| name.starts_with("news/a/b.") && name.ends_with("-10.png")).unwrap();
    assert!(html.contains(&format!("<figure><img src=\"../../../{name}\" alt=\"B\">")), "{html}");
    // A picture that is a paragraph by itself is the theme's figure; one in a line is a picture with its credit.
    assert!(html.contains(&format!("<figure><img src=\"../../../{name}\" alt=\"alt\">")), "{html}");
    assert!(html.contains("alt=\"x\" width=\"10\" height=\"20\"") && html.contains("(E)</small> text</p>"), "{html}");
    assert!(!site.has("news/a/b.gif") && !site.files.keys().any(|name| name.contains("unused")));
}

#[test]
fn a_picture_needs_a_credit_unless_the_site_says_otherwise() {
    let site = SiteTest::new().bytes("content/b.gif", support::PICTURE).page("a.en.md", "title: A", "![x](b.gif)");
    assert_eq!(site.build().codes(), ["missing-credit", "publisher-unset"]);
    let site = site.append("site.yaml", "markdown: {credits: false}\n").build();
    let html = site.main("/en/a/");
    assert!(html.contains("alt=\"x\" width=\"10\"") && !html.contains("credit"), "{html}");
}

#[test]
fn raw_html_is_off_unless_the_site_allows_it() {
    let site = SiteTest::new().page("a.en.md", "title: A", "A <b>b</b>");
    assert_eq!(site.build().codes(), ["raw-html", "raw-html", "publisher-unset"]);
    let site = site.append("site.yaml", "markdown: {raw_html: true}\n").build();
    assert_eq!(site.main("/en/a/"), "<p>A <b>b</b></p>");
}

#[test]
fn raw_html_is_harmless_unless_the_site_trusts_it() {
    let text = "<details open>\n<summary>More</summary>\n\nA *text*.\n\n</details>\n\n\
        A <b onclick=\"x()\">b</b> <script>alert(1)</script> <i>never closed\n\n\
        - <u>item\n- two</u></main>\n\n<script>\nalert(2)\n</script>\n\n<div\nclass='x'><img src=//evil.example/x>\n";
    let site = SiteTest::in_languages(&["en"])
        .page("a.en.md", "title: A", text)
        .append("site.yaml", "markdown: {raw_html: true}\n");
    let built = site.build();
    let html = built.main("/en/a/");
    assert!(
        html.starts_with("<details open=\"\">\n<summary>More</summary>\n<p>A <em>text</em>.</p>\n</details>"),
        "{html}"
    );
    assert!(html.contains("<p>A <b>b</b>  <i>never closed</i></p>"), "{html}");
    assert!(html.contains("<li><u>item</u></li>\n<li>two</li>"), "{html}");
    assert!(html.trim_end().ends_with("<div class=\"x\">\n</div>"), "{html}");
    let left: Vec<String> = built
        .diagnostics
        .iter()
        .filter(|found| found.code.id() == "html-left-out")
        .map(|found| format!("{}", found.args[0].1))
        .collect();
    assert_eq!(left, ["onclick", "<script>", "<script>", "<img>"]);
    let trusted = site.file(
        "site.yaml",
        "base_url: https://example.org/\nlanguages: [en]\ntheme: plain\nmarkdown: {raw_html: trusted}\n",
    );
    assert!(trusted.build().main("/en/a/").contains("<script>alert(1)</script>"));
}

#[test]
fn addresses_and_numbers_that_are_no_ranges_stay_as_written() {
    let html = body("de", "<https://example.com/2021-2024> Tel. +49 341-12345, 0341-1234, 10-20 Uhr");
    assert!(html.contains(">https://example.com/2021-2024</a>"), "{html}");
    assert!(html.contains("+49 341-12345, 0341-1234, 10–20 Uhr"), "{html}");
}

#[test]
fn footnotes_are_numbered_through_the_page_and_no_id_is_there_twice() {
    let html =
        body("en", "A[^x] and again[^x].\n\n{% quotation() %}\nB[^x].\n\n[^x]: Inside.\n{% end %}\n\n[^x]: Outside.");
    for id in ["fnref-1", "fnref-2", "fn-1", "fn-2"] {
        assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{id} in {html}");
    }
    assert_eq!(html.matches("href=\"#fn-1\"").count() + html.matches("href=\"#fn-2\"").count(), 3, "{html}");
    assert!(html.contains("Inside.") && html.contains("Outside."), "{html}");
}

#[test]
fn shortcodes_are_read_where_they_stand() {
    let text = "## One {{ foreign(lang=\"vi\", text=\"Đổi mới\") }}\n\nA[^a].\n\n{% quotation(lang=\"en\") %}\n### Two\n\n{% quotation() %}\n\"B\"\n{% end %}\n{% end %}\n\n## Three\n\n[^a]: Note.";
    let site = SiteTest::new().page("a.de.md", "title: A", text).build();
    let html = site.html("/de/a/");
    let toc = "<li><a href=\"#one-doi-moi\">One Đổi mới</a><a href=\"#two\">Two</a></li><li><a href=\"#three\">Three</a></li>";
    assert!(html.contains(toc), "{html}");
    assert!(html.contains("<p>“B”</p>"), "the language of the passage holds for what it encloses: {html}");
}
