//! Mistakes, and what bruecke says about each: one site for each mistake, the printed text as a snapshot. What is the same
//! in every language, as excerpts are, stands there once.
//!
//! `BLESS=1 cargo test --test it diagnostics` writes the snapshot anew; read the difference before you commit it.

use std::collections::BTreeMap;

use bruecke::diagnostic::{Code, nearest};
use rayon::prelude::*;

use crate::support::{self, SiteTest, program, project};

const TITLE: &str = "title: A";

fn page(front: &str, body: &str) -> SiteTest {
    SiteTest::in_languages(&["en"]).page("a.en.md", front, body)
}

fn yaml(text: &str) -> SiteTest {
    SiteTest::in_languages(&["en"]).file("site.yaml", text)
}

const SITE: &str = "base_url: https://example.org/\nlanguages: [en]\ntheme: plain\n";

const HEALTH: &str = "tag-health = Health\n";

const FONT: &[u8] = include_bytes!("../../themes/leipzig/cards/leipzig-sans-card.ttf");

const CARD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text font-family=\"Leipzig Sans Card\">\
{{ page.title }}</text></svg>";

/// One mistake in each message.
const SYNTAX: &str = "no equals\nbrace = { $b\nnext = { $c ->\n    [one one\n   *[other] two\n }\n\
quote = { \"open }\nselect = { $n -> [one] a\n   *[other] b\n }\n# note\n1st = One\nvalue =\n\
attribute = A\n    .title\n#comment\nnone = { $n ->\n    [one] one\n }\n\
two = { $n ->\n   *[one] a\n   *[other] b\n }\nselector = { next ->\n   *[other] b\n }\n\
term = { -term.case }\nescape = { \"\\x\" }\nclosing = a } b\nempty = { }\nfine = Fine\n";

/// Each mistake, with the site that makes it.
fn mistakes() -> Vec<(&'static str, SiteTest)> {
    let three = SiteTest::new;
    let gif = support::PICTURE;
    vec![
        ("no site.yaml", SiteTest::in_languages(&["en"]).without("site.yaml")),
        ("a file that is not UTF-8", page(TITLE, "").bytes("content/b.en.md", b"---\ntitle: B\n---\nGr\xfc\xdfe")),
        ("a link that leads out of the site", {
            let site = page(TITLE, "");
            std::os::unix::fs::symlink("/etc/passwd", site.path().join("content/x.txt")).unwrap();
            site
        }),
        ("a pipe", {
            let site = page(TITLE, "");
            assert!(std::process::Command::new("mkfifo").arg(site.path().join("content/x.pdf")).status().unwrap().success());
            site
        }),
        ("YAML that does not parse", page("title: A: B", "")),
        ("a key twice", page("title: A\ntitle: B", "")),
        ("an unknown key, with the nearest", page("title: A\ndescripton: B", "")),
        ("an unknown key, with none near", page("title: A\nxyzzy: B", "")),
        ("no title", page("date: 2024-01-01", "")),
        (
            "several mistakes in one file at once",
            page("title: A\ndate: 22.09.2024\nweight: heavy\ndraft: yes\ntags: health", ""),
        ),
        (
            "press kits for a page that is no section",
            yaml(&format!("{SITE}press_kits: [/a.md]\n")).page("a.en.md", TITLE, ""),
        ),
        (
            "fields of the publisher that are not what they should be",
            yaml(&format!("{SITE}publisher:\n  name: none\n  vat_id: none\n  accessibility:\n    status: nearly\n    created: 24.11.2026\n    reviewed: 2020-02-29\n")).page("a.en.md", TITLE, ""),
        ),
        (
            "a statement that nobody has reviewed for a year",
            yaml(&format!("{SITE}publisher: {{accessibility: {{reviewed: 2020-02-29}}}}\n")).page("a.en.md", TITLE, ""),
        ),
        ("an editor without its package", yaml(&format!("{SITE}features: [editor]\n"))),
        ("an editor of another version", {
            let site = yaml(&format!("{SITE}features: editor\n"));
            support::editor_package(site.path());
            site.file("node_modules/@sveltia/cms/package.json", "{\"version\": \"1.0.0\"}")
        }),
        (
            "a feature and a git host that nobody knows",
            yaml(&format!(
                "{SITE}features: editors\neditor: {{host: sourcehut, repository: site, url: git.example.org, logn: a}}\n"
            )),
        ),
        ("files that no page uses", page(TITLE, "").bytes("content/b.pdf", b"%PDF").bytes("content/a/c.gif", gif)),
        (
            "a file that is too heavy",
            yaml(&format!("{SITE}max_file_size: 1\n"))
                .page("a.en.md", TITLE, "[x](b.pdf)")
                .bytes("content/b.pdf", &vec![0; 1_200_000]),
        ),
        ("a value of the wrong kind in site.yaml", yaml(&format!("{SITE}menus: [a]\n"))),
        ("an address that is none", yaml("base_url: example.org\nlanguages: [en]\ntheme: plain\n")),
        ("a language that is none", yaml("base_url: https://example.org/\nlanguages: [english!]\ntheme: plain\n")),
        (
            "a revision that is none",
            three()
                .page("a.de.md", TITLE, "")
                .page("a.vi.md", "title: A\ntranslation: {from: de, revision: newest}", "")
                .page("a.en.md", "title: A\ntranslation: {from: de}", ""),
        ),
        (
            "a page that must not be missing",
            three()
                .file(
                    "site.yaml",
                    "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: plain\nmissing: error\n",
                )
                .page("a.de.md", TITLE, ""),
        ),
        ("a time zone that is none", yaml(&format!("{SITE}timezone: Europe/Leipzig\n"))),
        ("a page without a language in its name", page(TITLE, "").page("b.md", TITLE, "")),
        ("a page in a language that the site does not have", page(TITLE, "").page("b.fr.md", TITLE, "")),
        ("no front matter", page(TITLE, "").file("content/b.en.md", "# B\n")),
        ("front matter that is not closed", page(TITLE, "").file("content/b.en.md", "---\ntitle: B\n\nText\n")),
        ("a page twice", page(TITLE, "").page("b.en.md", "title: B", "").page("b/index.en.md", "title: B", "")),
        ("an unknown theme", yaml("base_url: https://example.org/\nlanguages: [en]\ntheme: leipzik\n")),
        (
            "themes that extend each other",
            page(TITLE, "")
                .file("themes/plain/theme.yaml", "extends: other\n")
                .file("themes/other/theme.yaml", "extends: plain\n"),
        ),
        (
            "a template with a syntax error",
            page(TITLE, "").file("themes/plain/templates/page.html", "{% if page.title %}\n{{ page.title }\n"),
        ),
        (
            "a template that names what is not there",
            page(TITLE, "").file("themes/plain/templates/page.html", "<p>\n{{ page.titel.x }}</p>"),
        ),
        (
            "a character that the font of cards lacks",
            page("title: Hanoi 河", "")
                .file("themes/plain/templates/card.svg", CARD)
                .bytes("themes/plain/cards/a.ttf", FONT),
        ),
        ("a font that is not among those of cards", page(TITLE, "").file("themes/plain/templates/card.svg", CARD)),
        (
            "a font whose name is written wrong",
            page(TITLE, "")
                .file("themes/plain/templates/card.svg", &CARD.replace("Leipzig", "Leibzig"))
                .bytes("themes/plain/cards/a.ttf", FONT),
        ),
        ("an unknown template", page("title: A\ntemplate: pagg.html", "")),
        ("an unknown shortcode", page(TITLE, "Text\n\n{{ figur(src=\"a.jpg\") }}\n")),
        (
            "an unknown parameter",
            page(TITLE, "{{ figure(src=\"a.gif\", alt=\"A\", kredit=\"B\", credit=\"C\") }}")
                .bytes("content/a.gif", gif),
        ),
        ("a missing parameter", page(TITLE, "{{ foreign(text=\"A\") }}")),
        (
            "a parameter that is empty",
            page(TITLE, "{{ figure(src=\"a.gif\", alt=\" \", credit=\"B\") }}").bytes("content/a.gif", gif),
        ),
        ("a parameter of the wrong kind", page(TITLE, "{{ foreign(lang=1, text=\"A\") }}")),
        ("a shortcode that does not parse", page(TITLE, "{{ foreign(lang=\"vi\" text=\"A\") }}")),
        ("a quotation mark that is not closed", page(TITLE, "{{ foreign(lang=\"vi) }}")),
        ("a block that is not closed", page(TITLE, "{% quotation() %}\nText\n")),
        ("an end without a beginning", page(TITLE, "Text\n\n{% end %}\n")),
        ("a block without a body", page(TITLE, "{{ quotation() }}")),
        (
            "a block inside a paragraph",
            page(TITLE, "Text {{ figure(src=\"a.gif\", alt=\"A\", credit=\"B\") }} text").bytes("content/a.gif", gif),
        ),
        ("raw HTML", page(TITLE, "Text\n\n<div>\nA\n</div>\n")),
        ("an id twice", page(TITLE, "## A {#x}\n\n## B {#x}\n")),
        ("a picture without a text alternative", page(TITLE, "![](a.gif \"Wer\")").bytes("content/a.gif", gif)),
        ("a picture in the text without a credit", page(TITLE, "![A](a.gif)").bytes("content/a.gif", gif)),
        ("a picture that is a film", page(TITLE, "![A](a.mp4 \"Wer\")").bytes("content/a.mp4", b"film")),
        ("a picture that is something else", page(TITLE, "![A](a.jpg \"Wer\")").bytes("content/a.jpg", b"film")),
        ("a picture that is torn", page(TITLE, "![A](a.gif \"Wer\")").bytes("content/a.gif", &gif[..60])),
        (
            "a drawing that does more than draw",
            page(TITLE, "![A](a.svg \"Wer\")").file(
                "content/a.svg",
                "<svg viewBox=\"0 0 4 3\">\n  <script>x()</script>\n  <path d=\"M0 0\" onclick=\"x()\"/>\n</svg>\n",
            ),
        ),
        ("a drawing that is none", page(TITLE, "![A](a.svg \"Wer\")").file("content/a.svg", "<svg>\n<g>\n</svg>\n")),
        ("a photograph for download that nobody can read", page(TITLE, "[A](a.heic)").bytes("content/a.heic", b"heic")),
        (
            "a template that shows a picture of another page",
            page(TITLE, "").file("themes/plain/templates/page.html", "{{ picture(src=\"a.gif\") }}"),
        ),
        ("a picture of another host", page(TITLE, "![A](https://example.com/a.gif \"Wer\")")),
        ("a heading that skips a level", page(TITLE, "## A\n\n#### B\n")),
        ("a locale file that does not parse", page(TITLE, "").append("locales/en/site.ftl", "a = { $b\nc = d\n")),
        (
            "shortcodes in shortcodes in shortcodes",
            page(TITLE, &("{% quotation() %}\n".repeat(21) + &"{% end %}\n".repeat(21))),
        ),
        (
            "brackets in brackets in a locale file",
            page(TITLE, "").append("locales/en/site.ftl", &format!("a = {}$b{}\n", "{".repeat(51), "}".repeat(51))),
        ),
        (
            "messages that lead on and on",
            page(TITLE, "").file(
                "locales/en/site.ftl",
                &format!(
                    "site-title = {{ m0 }}\n{}m60 = Site\n",
                    (0..60).map(|n| format!("m{n} = {{ m{} }}\n", n + 1)).collect::<String>()
                ),
            ),
        ),
        (
            "a message with more attributes than anybody writes",
            page(TITLE, "")
                .append("locales/en/site.ftl", &format!("a = b\n{}", (0..201).map(|n| format!("    .c{n} = d\n")).collect::<String>())),
        ),
        (
            "a template that does not end",
            page("title: A\ntemplate: big.html", "").file(
                "themes/plain/templates/big.html",
                "{% for i in range(end=10000) %}{% for j in range(end=10000) %}aaaaaaaa{% endfor %}{% endfor %}",
            ),
        ),
        ("a message twice", page(TITLE, "").append("locales/en/site.ftl", "site-title = Again\n")),
        (
            "a message that a template names and a language lacks",
            three()
                .file("themes/plain/templates/tag.html", "<p>{{ t(key=\"site-titel\") }}</p>")
                .append("locales/de/site.ftl", "site-titel = Nur deutsch\n"),
        ),
        (
            "a tag without a name",
            page("title: A\ntags: [helth]", "").append("locales/en/site.ftl", "tag-health = Health\n"),
        ),
        (
            "a message with a variable that nobody gives",
            page(TITLE, "")
                .file("themes/plain/templates/page.html", "{{ t(key=\"hello\") }}{{ t(key=\"bye\", name=1) }}")
                .append("locales/en/site.ftl", "hello = Hello { $name }\nbye = Bye { $nane }\n"),
        ),
        (
            "a message that is put together, with a variable that nobody gives",
            page(TITLE, "")
                .file("themes/plain/templates/page.html", "{{ t(key=\"hel\" ~ \"lo\") }}")
                .append("locales/en/site.ftl", "hello = Hello { $name }\n"),
        ),
        (
            "a pattern for dates with a variable that there is not, and one without its day",
            page(TITLE, "").append(
                "locales/en/site.ftl",
                "date-long = { $day } { $mnth } { $month } { $year }\ndate-short = { $month }\n",
            ),
        ),
        ("every kind of mistake in the syntax of locale files", page(TITLE, "").file("locales/en/a.ftl", SYNTAX)),
        (
            "references to nothing",
            page(TITLE, "")
                .file("themes/plain/templates/page.html", "{{ t(key=\"a\") }}{{ t(key=\"b\", n=1) }}")
                .append("locales/en/site.ftl", "a = { site-titel } { -city } { site-title.x }\nb = { DATETIME($n) }\n")
                .append("locales/en/site.ftl", "unused = { nothing }\n"),
        ),
        (
            "messages that need themselves",
            page(TITLE, "")
                .file("themes/plain/templates/page.html", "{{ t(key=\"b\") }}")
                .append("locales/en/site.ftl", "b = { c }\nc = { a }\na = { b }\n"),
        ),
        (
            "translations that differ from their source",
            three()
                .file("themes/plain/templates/page.html", "{{ t(key=\"kind-\" ~ \"a\", x=1, n=2) }}")
                .file(
                    "locales/de/a.ftl",
                    "kind-a = Art\nkind-b = <b>Fett</b> { $x }\n    .title = Titel\nkind-c = Gleich\n",
                )
                .file("locales/vi/a.ftl", "kind-a = Loại\nkind-b = Đậm { $y }\n    .tite = Tiêu đề\nkind-c = Gleich\n")
                .file("locales/en/a.ftl", "kind-b = <b>Bold</b> { $x }\n    .title = Title\nkind-c = Same\n"),
        ),
        (
            "plurals that a language does not have, or has and a message lacks",
            three()
                .file("themes/plain/templates/page.html", "{{ t(key=\"n\", n=1) }}")
                .file("locales/de/a.ftl", "n = { $n ->\n    [few] wenige\n   *[other] Seiten\n }\n")
                .file("locales/vi/a.ftl", "n = { $n ->\n    [one] một\n   *[other] trang\n }\n")
                .file("locales/en/a.ftl", "n = { $n ->\n    [one] page\n   *[other] pages\n }\n"),
        ),
        (
            "names that are not the agreed ones",
            page("title: Saigon", "In *Ho Chi\nMinh* City, not in the Saigon Times.").file(
                "locales/en/-terms.ftl",
                "# never: Saigon, Ho Chi Minh City\n# but: Saigon Times\n-hcmc = Hồ Chí Minh City\n",
            ),
        ),
        (
            "a message that a template puts together",
            page(TITLE, "").file("themes/plain/templates/page.html", "{{ t(key=\"site-\" ~ \"titel\") }}"),
        ),
        (
            "an asset that is not there",
            page(TITLE, "")
                .file("themes/plain/templates/page.html", "{{ asset(path=\"stile.css\") }}")
                .file("themes/plain/assets/style.css", ""),
        ),
        (
            "a style sheet with a mistake",
            page(TITLE, "").file("themes/plain/assets/style.css", "a { color: red }\np:: { color: red }\n"),
        ),
        (
            "style sheets that import each other",
            page(TITLE, "")
                .file("themes/plain/assets/style.css", "@layer a;\n@import \"parts.css\" layer(a);\n")
                .file("themes/plain/assets/parts.css", "@import \"style.css\";\n"),
        ),
        (
            "a style sheet that asks another host",
            page(TITLE, "")
                .file("themes/plain/assets/style.css", "p {\n  background: url(https://example.com/a.png);\n}\n"),
        ),
        (
            "a style sheet that names what is not there",
            page(TITLE, "")
                .file("themes/plain/assets/style.css", "@import \"prats.css\";\np {\n  background: url(mrak.svg);\n}\n")
                .file("themes/plain/assets/parts.css", "")
                .file("themes/plain/assets/mark.svg", "<svg/>"),
        ),
        (
            "a page that a template names and is not there",
            page(TITLE, "").file("themes/plain/templates/page.html", "{{ page(path=\"/b.md\") }}"),
        ),
        (
            "a date that a template gives and is none",
            page(TITLE, "").file("themes/plain/templates/page.html", "{{ date(value=\"22.9.\") }}"),
        ),
        (
            "a component that does not ask for the language",
            page(TITLE, "").file(
                "themes/plain/templates/page.html",
                "{% component c() %}{{ t(key=\"site-title\") }}{% endcomponent c %}{{<c />}}",
            ),
        ),
        ("locales for a language the site does not have", page(TITLE, "").file("locales/fr/site.ftl", "a = b\n")),
        ("a link to a page that is not there", page(TITLE, "Text [x](/bb.md).").page("b.en.md", "title: B", "")),
        ("a link to a file that is not there", page(TITLE, "[x](a.pdf)")),
        (
            "a link to an anchor that is not there",
            page(TITLE, "[x](b.md#programm)").page("b.en.md", "title: B", "## Programme {#programme}"),
        ),
        ("a link to a draft", page(TITLE, "[x](b.md)").page("b.en.md", "title: B\ndraft: true", "")),
        (
            "a link to a page without a translation",
            three().page("a.vi.md", TITLE, "[x](b.md)").page("b.de.md", "title: B", ""),
        ),
        ("a link that leaves the site", page(TITLE, "[x](../../etc/passwd)")),
        ("a scheme that is not allowed", page(TITLE, "[x](javascript:alert)")),
        ("two pages at one address", page(TITLE, "").page("b.en.md", "title: A", "")),
        ("a slug that is none", page("title: A\nslug: A b/c", "")),
        (
            "a message without a slug",
            page(TITLE, "")
                .append("themes/plain/locales/en/theme.ftl", "tag-a = …\n")
                .append("locales/en/site.ftl", "tags = …\n"),
        ),
        ("a title without a slug", page("title: \"…\"", "")),
        ("a translation of nothing", three().page("a.vi.md", "title: A\ntranslation: {from: de}", "")),
        (
            "translations in a circle",
            three().page("a.vi.md", "title: A\ntranslation: {from: en}", "").page(
                "a.en.md",
                "title: A\ntranslation: {from: vi}",
                "",
            ),
        ),
        ("a page that is missing in a language", three().page("a.de.md", TITLE, "")),
        ("a section's key in a page", page("title: A\nsort_by: date", "")),
        ("a language without a home page", three().without("content/_index.vi.md")),
        ("an event that ends before it begins", page("title: A\nevent: {start: 2024-09-22, end: 2024-09-21}", "")),
        ("a picture without a credit", page("title: A\nimage: {src: a.gif, alt: A}", "").bytes("content/a.gif", gif)),
        (
            "a menu that leads nowhere",
            page(TITLE, "").append("site.yaml", "menus:\n  main:\n    - {page: /nowhere.md}\n"),
        ),
        (
            "a menu's label that a language lacks",
            page(TITLE, "").append("site.yaml", "menus:\n  main:\n    - {page: /a.md, label: menu-a}\n"),
        ),
        (
            "a number of pages in feeds that is none, and a name for their ids that is none",
            page(TITLE, "").append("site.yaml", "feeds: {items: many, id: example.org}\n"),
        ),
        (
            "feeds of what is not there",
            page(TITLE, "")
                .page("news/_index.en.md", "title: News", "")
                .append("locales/en/site.ftl", HEALTH)
                .append("site.yaml", "feeds: {sections: [/a.md, /new/_index.md], tags: [helth, sport]}\n"),
        ),
        (
            "a public address that cannot stand in the ids of feeds",
            yaml("base_url: https://müller.example/\nlanguages: [en]\ntheme: plain\n"),
        ),
        (
            "aliases that others have",
            page("title: A\naliases: [/en/b/, /EN/b/, /en/404.html/x/]", "").page("b.en.md", "title: B", ""),
        ),
        (
            "a file where pages need a folder",
            page("title: A", "[x](/en/b)").file("content/en/b", "x").page("b.en.md", "title: B\naliases: [/en/b/c/]", ""),
        ),
        (
            "a draft at an address that another page has",
            page("title: A\nslug: x\ndraft: true", "").page("b.en.md", "title: B\nslug: x", ""),
        ),
        (
            "aliases that are no paths",
            page("title: A\naliases: ['https://example.org/', //host/x, '/a?b', '/a#b', /a/../b]", ""),
        ),
        (
            "HTML that is not harmless",
            page("title: A", "A <b onclick=\"x()\">b</b>\n\n<script>\nx()\n</script>\n")
                .append("site.yaml", "markdown: {raw_html: true}\n"),
        ),
        ("a word for HTML that nobody knows", page("title: A", "").append("site.yaml", "markdown: {raw_html: yes-please}\n")),
        (
            "files that run",
            page("title: A\nattachments: [{src: a.html, title: A}]", "[b](b) [c](c.js)")
                .file("content/a.html", "x")
                .file("content/b", "<!DOCTYPE html>")
                .file("content/c.js", "x")
                .append("site.yaml", "allowed_files: [.JS]\n"),
        ),
        ("characters that are no text", page("title: \"A\\u202E\"", "a\u{1B}b &#x202E; c\u{FEFF}")),
        ("two files that are one on other disks", page("title: A", "").file("content/x.pdf", "x").file("content/X.pdf", "y")),
        (
            "contacts that cannot be reached",
            page("title: A\ncontacts: [{name: A, email: press(at)example.org, phone: on request}]", ""),
        ),
        ("a country for a language", page("title: A\nsources: [{publisher: A, lang: vn}]", "")),
        (
            "a film that tells where it was taken",
            page("title: A", "[x](f.mp4)")
                .bytes("content/f.mp4", b"\0\0\0\x18ftypisom\0\0\0\0moov\0\0\0\x1E\xA9xyz\0\x12\x15\xC7+51.3397+012.3731/"),
        ),
        ("names that not every disk holds", page(&format!("title: Con\naliases: [/{}/]", "a".repeat(300)), "")),
        (
            "mistakes in several files at once",
            page("title: A\nx: 1", "[x](c.md)")
                .page("b.en.md", "title: B", "[a](a.md) [x](nowhere.md)")
                .page("c.en.md", "date: no", ""),
        ),
    ]
}

/// What an office sends for a page, as it should be.
const DELIVERY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="vi">
  <file id="p1-REVISION" original="content/a.de.md">
    <unit id="title"><segment><source>Titel</source><target>Tên</target></segment></unit>
    <unit id="b1.p"><segment>
      <source>Ein <pc id="1">fester</pc> <ph id="2"/> Text.</source>
      <target>Một <ph id="2"/> <pc id="1">chắc</pc> chữ.</target>
    </segment></unit>
  </file>
</xliff>
"#;

/// Each mistake in a delivery: what stands in it instead of what.
fn deliveries() -> Vec<(&'static str, &'static str, &'static str)> {
    vec![
        ("a delivery that is damaged", "</unit>\n  </file>", "\n  </file>"),
        ("a delivery in XLIFF 1.2", "version=\"2.0\" srcLang", "version=\"1.2\" srcLang"),
        ("a delivery that is XML and no XLIFF", DELIVERY, "<html></html>"),
        ("a delivery without its languages", " trgLang=\"vi\"", ""),
        ("a delivery that is no PO", DELIVERY, "Guten Tag, anbei die Übersetzung."),
        (
            "a catalogue whose head has lost its pages",
            DELIVERY,
            "msgid \"\"\nmsgstr \"X-Source-Language: de\\nLanguage: vi\\n\"\n\nmsgctxt \"a#title\"\nmsgid \"Titel\"\nmsgstr \"Tên\"\n",
        ),
        ("a delivery in a language that the site does not have", "trgLang=\"vi\"", "trgLang=\"fr\""),
        ("a delivered page that is not there", "content/a.de.md", "content/b.de.md"),
        (
            "a delivered page that was written in that language",
            "srcLang=\"de\" trgLang=\"vi\"",
            "srcLang=\"de\" trgLang=\"de\"",
        ),
        ("a delivered page that has another structure now", "<unit id=\"b1.p\">", "<unit id=\"b1.li\">"),
        ("a delivered page whose source has changed", "p1-REVISION", "p1-0123456789ab"),
        ("a text that is not translated", "<target>Tên</target>", ""),
        ("a text that is not confirmed", "<segment><source>Titel", "<segment state=\"initial\"><source>Titel"),
        ("a placeholder that is lost", "Một <ph id=\"2\"/> ", "Một "),
        ("a pair that is lost", "<pc id=\"1\">chắc</pc>", "chắc"),
        ("a placeholder that is there twice", "Một <ph id=\"2\"/> ", "<ph id=\"2\"/> Một <ph id=\"2\"/> "),
        ("a placeholder that the source does not have", "Một <ph id=\"2\"/> ", "Một <ph id=\"2\"/> <ph id=\"x7\"/> "),
        ("placeholders in the wrong order", "<pc id=\"1\">chắc</pc>", "<ec startRef=\"1\"/>chắc<sc id=\"1\"/>"),
        ("emphasis around nothing", "<pc id=\"1\">chắc</pc>", "<pc id=\"1\"></pc> chắc"),
    ]
}

/// The languages that the program speaks.
const LANGUAGES: [&str; 3] = ["de", "vi", "en"];

/// What the program says in each language about a site with a mistake.
fn checked(site: &SiteTest) -> [String; 3] {
    LANGUAGES.map(|lang| {
        let run = site.run(&["check", "--lang", lang, "--at", "2026-11-24T12:00:00Z"]);
        let said = String::from_utf8(run.stderr).unwrap();
        let messages: Vec<_> = said.split("\n\n").filter(|message| !message.contains("[publisher-unset]:")).collect();
        anonymous(&messages.join("\n\n"), site)
    })
}

/// What the program says in each language about a delivery.
fn received(old: &str, new: &str) -> [String; 3] {
    let site = SiteTest::new().page("a.de.md", "title: Titel", "Ein **fester** `code` Text.\n");
    let page = site.path().join("content/a.vi.md");
    let file = site.path().join("delivery");
    assert!(DELIVERY.contains(old), "{old}");
    let delivery = DELIVERY.replacen(old, new, 1).replace("REVISION", &site.revision("a"));
    std::fs::write(&file, delivery).unwrap();
    LANGUAGES.map(|lang| {
        let run = site.run(&["translations", "import", file.to_str().unwrap(), "--lang", lang]);
        let said = String::from_utf8(run.stderr).unwrap() + &String::from_utf8(run.stdout).unwrap();
        assert_eq!(page.exists(), run.status.success(), "{said}");
        _ = std::fs::remove_file(&page);
        anonymous(&said, &site)
    })
}

/// What a build says in each language of pages that stood elsewhere at the last one.
fn moved(aliases: &str) -> [String; 3] {
    LANGUAGES.map(|lang| {
        let site = page("title: A\nslug: first", "");
        site.run(&["build"]);
        let site = site.page("a.en.md", &format!("title: A\nslug: second{aliases}"), "");
        let said = String::from_utf8(site.run(&["build", "--lang", lang]).stderr).unwrap();
        said.split("\n\n").find(|said| said.contains("moved-page")).unwrap().to_string()
    })
}

/// Without the folder's name, which is another each time, and without space at the end of lines.
fn anonymous(said: &str, site: &SiteTest) -> String {
    let said = said.replace(&site.path().display().to_string(), "SITE");
    said.trim_end().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// The same lines once, others with their languages.
fn together(name: &str, said: &[String; 3]) -> String {
    let [first, ..] = said.each_ref().map(|text| text.lines().count());
    assert!(first > 0, "nothing was said about: {name}");
    assert!(
        said.iter().all(|text| text.lines().count() == first),
        "{name}: not as many lines in each language: {said:?}"
    );
    let mut all = format!("######## {name}\n");
    let mut lines = said.each_ref().map(|text| text.lines());
    for _ in 0..first {
        let line = lines.each_mut().map(|lines| lines.next().unwrap());
        if line.iter().all(|other| *other == line[0]) {
            all += &format!("{}\n", line[0]);
        } else {
            LANGUAGES.iter().zip(line).for_each(|(lang, line)| all += &format!("{lang}: {line}\n"));
        }
    }
    all
}

#[test]
fn every_mistake_reads_as_it_should_in_every_language() {
    let of_sites = mistakes().into_par_iter().map(|(name, site)| together(name, &checked(&site)));
    let of_deliveries = deliveries().into_par_iter().map(|(name, old, new)| together(name, &received(old, new)));
    let moves = vec![("a page that has moved", ""), ("a page that has moved again", "\naliases: [/en/old/]")];
    let of_moves = moves.into_par_iter().map(|(name, aliases)| together(name, &moved(aliases)));
    let now: Vec<String> = of_sites.chain(of_deliveries).chain(of_moves).collect();
    let now = now.join("\n");
    let path = project().join("tests/snapshots/diagnostics.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let then = std::fs::read_to_string(&path).unwrap_or_default();
    for (then, now) in then.lines().zip(now.lines()) {
        assert_eq!(then, now, "in {}", path.display());
    }
    assert_eq!(then.lines().count(), now.lines().count(), "in {}", path.display());
}

/// The texts of the program's own messages in a language: their names, and those of their attributes.
fn texts(lang: &str) -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string(project().join(format!("src/report/messages/{lang}.ftl"))).unwrap();
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{lang}: {errors:?}"));
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message),
        _ => None,
    });
    messages.map(|m| (m.id.name, m.attributes.into_iter().map(|attribute| attribute.id.name).collect())).collect()
}

#[test]
fn every_code_has_a_text_and_every_text_stands_in_every_language() {
    let english = texts("en");
    for code in Code::ALL {
        assert!(english.contains_key(code.id()), "{} has no text", code.id());
    }
    for lang in LANGUAGES {
        assert_eq!(texts(lang), english, "{lang}");
    }
}

#[test]
fn a_page_with_mistakes_makes_no_mistakes_elsewhere() {
    let site = page("title: A\nx: 1", "").page("b.en.md", "title: B", "[a](a.md#y)").build();
    assert_eq!(site.codes(), ["unknown-key", "publisher-unset"]);
}

#[test]
fn places_are_exact() {
    let site = page("title: A\ndescription: Ä\ndescripton: B", "Text „x“ [x](nowhere.md)").build();
    assert_eq!(site.place(Code::UnknownKey), Some(("content/a.en.md".into(), 4, 1)));
    let site = page(TITLE, "\nText „x“ [x](nowhere.md)").build();
    assert_eq!(site.place(Code::BrokenLink), Some(("content/a.en.md".into(), 5, 14)));
}

#[test]
fn exit_codes_tell_apart_errors_and_wrong_use() {
    let site = page(TITLE, "");
    assert_eq!(site.run(&["check"]).status.code(), Some(0), "warnings do not fail");
    assert_eq!(page(TITLE, "[x](no.md)").run(&["check"]).status.code(), Some(1));
    assert_eq!(program().arg("--nonsense").output().unwrap().status.code(), Some(2));
    assert_eq!(site.run(&["check", "--lang", "fr"]).status.code(), Some(2));
    assert_eq!(site.run(&["build", "--at", "yesterday"]).status.code(), Some(2));
}

#[test]
fn a_message_about_a_value_of_front_matter_points_at_it() {
    let three = || SiteTest::new().page("b.de.md", "description: \"Der neue title: kommt\"\ntitle: Etwas", "");
    assert_eq!(three().build().place(Code::MissingTranslation).map(|(_, line, column)| (line, column)), Some((3, 8)));
    let image = "description: \"image: none\"\ntitle: A\nimage: {src: a.png, credit: N.}";
    let site = SiteTest::in_languages(&["en"]).page("a.en.md", image, "").bytes("content/a.png", support::PICTURE);
    assert_eq!(site.build().place(Code::MissingAlt), Some(("content/a.en.md".into(), 4, 8)));
    let number = SiteTest::in_languages(&["en"]).page("a.en.md", "title: A\n\"007\": x", "").build();
    let unknown = number.diagnostics.iter().find(|found| found.code == Code::UnknownKey).unwrap();
    assert_eq!(unknown.args[0], ("key", "007".into()));
}

#[test]
fn json_has_every_message_with_its_place() {
    let output = page(TITLE, "[x](no.md)").run(&["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["errors"], 1);
    let broken = json["diagnostics"].as_array().unwrap().iter().find(|d| d["code"] == "broken-link").unwrap();
    assert_eq!((&broken["at"]["file"], &broken["at"]["line"]), (&"content/a.en.md".into(), &4.into()));
    assert_eq!(broken["severity"], "error");
}

#[test]
fn what_looks_like_a_number_is_shown_as_written() {
    for written in ["007", "1e5", "1.0", "-0", "0x10"] {
        let site =
            page(&format!("title: A\n\"{written}\": B\nimage: {{file: \"{written}\"}}\ndate: \"{written}\""), "");
        for lang in ["de", "vi", "en"] {
            let output = site.run(&["check", "--lang", lang, "--format", "json"]);
            let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            for code in ["unknown-key", "bad-date"] {
                let found = json["diagnostics"].as_array().unwrap().iter().find(|found| found["code"] == code).unwrap();
                let message = found["message"].as_str().unwrap();
                let quoted = [format!("„{written}“"), format!("“{written}”")];
                assert!(quoted.iter().any(|quoted| message.contains(quoted)), "{lang}: {message}");
            }
            let printed = String::from_utf8(site.run(&["check", "--lang", lang]).stderr).unwrap();
            assert!(printed.contains(&format!("{written}”")) || printed.contains(&format!("„{written}“")), "{printed}");
        }
    }
}

#[test]
fn messages_speak_the_environment_s_language() {
    let site = page(TITLE, "[x](no.md)");
    let said = |locale: &str| {
        let mut command = program();
        let output = command.env("LC_ALL", locale).args(["check", "--root"]).arg(site.path()).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(
        said("de_DE.UTF-8").contains("Fehler") && said("vi_VN.UTF-8").contains("lỗi") && said("C").contains("error")
    );
}

#[test]
fn suggestions_are_near_or_none() {
    assert_eq!(nearest("descripton", ["title", "description"]), Some("description"));
    assert_eq!(nearest("xyzzy", ["title", "description"]), None);
}
