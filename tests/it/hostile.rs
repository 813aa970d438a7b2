//! What a careless or hostile hand may leave in the folder: each site is read to the end within a time and a memory that
//! anybody has, and what is wrong is said where it is wrong.

use std::process::Command;

use rayon::prelude::*;

use crate::support::SiteTest;

/// Bytes of each text: enough for what takes the square of its size to be seen.
const SIZE: usize = 300_000;

/// A site's name, the site, and what is said: nothing, or a code and the file and line that it is said of.
type Case = (&'static str, SiteTest, Option<(&'static str, &'static str, usize)>);

fn site() -> SiteTest {
    SiteTest::in_languages(&["en"])
}

/// Fills a text up to that size.
fn full(piece: &str) -> String {
    piece.repeat(SIZE / piece.len())
}

/// Pieces with their numbers, up to that size or so.
fn numbered(piece: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < SIZE {
        text += &piece(number);
        number += 1;
    }
    text
}

fn body(text: &str) -> SiteTest {
    site().page("a.en.md", "title: A", text)
}

fn front(text: &str) -> SiteTest {
    site().page("a.en.md", text, "")
}

fn messages(text: &str) -> SiteTest {
    site().append("locales/en/site.ftl", text)
}

fn drawing(inner: &str) -> SiteTest {
    let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\">{inner}</svg>");
    body("![x](x.svg)\n").file("site.yaml", SITE).file("content/x.svg", &svg)
}

const SITE: &str =
    "base_url: https://example.org/\nlanguages: [en]\ntheme: plain\nmissing: omit\nmarkdown: {credits: false}\n";

/// A GIF of one frame that claims these sizes.
fn gif(picture: u16, frame: u16) -> SiteTest {
    let mut bytes = b"GIF89a".to_vec();
    let size = |size: u16| [size.to_le_bytes(), size.to_le_bytes()].concat();
    bytes.extend(size(picture));
    bytes.extend(b"\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00");
    bytes.extend(size(frame));
    bytes.extend(b"\x00\x02\x02D\x01\x00;");
    body("![x](x.gif)\n").file("site.yaml", SITE).bytes("content/x.gif", &bytes)
}

/// A PNG that claims this width and height, and has no pixels.
fn png(side: u32) -> SiteTest {
    let mut bytes = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d".to_vec();
    let head = [b"IHDR".as_slice(), &side.to_be_bytes(), &side.to_be_bytes(), b"\x08\x06\x00\x00\x00"].concat();
    bytes.extend(&head);
    bytes.extend(crc(&head).to_be_bytes());
    let data = b"IDAT";
    bytes.extend(0_u32.to_be_bytes());
    bytes.extend(data);
    bytes.extend(crc(data).to_be_bytes());
    body("![x](x.png)\n").file("site.yaml", SITE).bytes("content/x.png", &bytes)
}

/// The checksum of a PNG's chunk (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step =
        |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)));
    !bytes.iter().fold(u32::MAX, step)
}

fn template(text: &str) -> SiteTest {
    site().page("a.en.md", "title: A\ntemplate: big.html", "").file("themes/plain/templates/big.html", text)
}

fn markdown() -> Vec<Case> {
    vec![
        ("lists in lists", body(&full("- ")), None),
        ("numbered lists in lists", body(&full("1. ")), None),
        ("quotations in quotations", body(&full(">")), None),
        ("emphasis that is not closed", body(&full("*a **a ")), None),
        ("underscores", body(&full("_")), None),
        ("deletions that are not closed", body(&full("~~a ")), None),
        ("brackets that are not closed", body(&full("[")), None),
        (
            "links in links",
            body(&("[a ".repeat(100_000) + &"](b)".repeat(100_000))),
            Some(("missing-file", "a.en.md", 4)),
        ),
        ("pictures in pictures", body(&full("![[]()")), Some(("missing-file", "a.en.md", 4))),
        ("ever longer runs of backticks", body(&(1..1400).map(|n| "`".repeat(n) + " ").collect::<String>()), None),
        ("code that is not closed", body(&full("```\n")), None),
        (
            "a table of many cells",
            body(&("a|".repeat(300) + "\n" + &"-|".repeat(300) + "\n" + &"|\n".repeat(30_000))),
            None,
        ),
        ("notes that lead to notes", body(&numbered(|n| format!("[^{n}]\n\n[^{n}]: a[^{}]\n\n", n + 1))), None),
        ("one note, often", body(&(full("[^a]") + "\n\n[^a]: x\n")), None),
        ("a note in itself", body("[^a]\n\n[^a]: x[^a]\n"), None),
        (
            "addresses of links, apart",
            body(&numbered(|n| format!("[a{n}]\n\n[a{n}]: n{n}.md\n"))),
            Some(("broken-link", "a.en.md", 4)),
        ),
        ("broken references", body(&numbered(|n| format!("[a](n{n}.md)\n\n"))), Some(("broken-link", "a.en.md", 4))),
        (
            "broken references in a line",
            body(&numbered(|n| format!("[a](n{n}.md) "))),
            Some(("broken-link", "a.en.md", 4)),
        ),
        (
            "anchors that are not there",
            body(&("# H\n\n".repeat(20_000) + &numbered(|n| format!("[a](#n{n})\n")))),
            Some(("broken-anchor", "a.en.md", 40_004)),
        ),
        ("anchors that are there", body(&(numbered(|n| format!("## H{n}\n\n")) + &"[a](#h9) ".repeat(50_000))), None),
        ("equal headings", body(&full("## Same\n\n")), None),
        ("equal ids", body(&full("## a {#x}\n\n")), Some(("duplicate-id", "a.en.md", 6))),
        (
            "headings without order",
            body(&numbered(|n| format!("{} H{n}\n\n", "#".repeat(1 + n % 6)))),
            Some(("heading-level", "a.en.md", 4)),
        ),
        ("raw HTML", body(&full("<div>")), Some(("raw-html", "a.en.md", 4))),
        ("addresses in angle brackets that are not closed", body(&full("<http://a.example/")), None),
        ("entities", body(&full("&amp;")), None),
        ("quotation marks", body(&full("\"a\" 'b' ")), None),
        ("dots and dashes", body(&full("... -- --- ")), None),
        ("a word", body(&full("a")), None),
        ("words", body(&full("wort ")), None),
        ("lines that begin with a date", body(&full("24. November 2026\n")), None),
        ("terms", body(&full("a\n: b\n\n")), None),
        (
            "shortcodes in each other",
            body(&("{% quotation() %}\n".repeat(600) + "x\n" + &"{% end %}\n".repeat(600))),
            Some(("over-limit", "a.en.md", 24)),
        ),
        ("shortcodes that are not closed", body(&full("{% quotation() %}\n")), Some(("over-limit", "a.en.md", 24))),
        ("ends without a beginning", body(&full("{% end %}\n")), Some(("stray-end", "a.en.md", 4))),
        ("calls beside code", body(&full("{{ foreign(lang=\"vi\", text=\"a\") }} `x` ")), None),
        ("calls that are not closed", body(&full("{{ foreign(lang=\"vi\" ")), Some(("shortcode-syntax", "a.en.md", 4))),
    ]
}

fn yaml() -> Vec<Case> {
    let aliases = |n: usize| format!("- /en/n{n}/\n");
    let doubled = (0..20).map(|n| format!("b{}: &b{} [{}]\n", n + 1, n + 1, vec![format!("*b{n}"); 4].join(", ")));
    vec![
        ("brackets in brackets", front(&format!("title: {}", full("["))), Some(("yaml-syntax", "a.en.md", 2))),
        (
            "unknown keys",
            front(&format!("title: A\n{}", numbered(|n| format!("k{n}: 1\n")))),
            Some(("unknown-key", "a.en.md", 3)),
        ),
        (
            "aliases of aliases",
            front(&format!("title: A\nb0: &b0 [x, x]\n{}", doubled.collect::<String>())),
            Some(("yaml-syntax", "a.en.md", 0)),
        ),
        (
            "tags",
            front(&format!("title: A\ntags: [{}]", numbered(|n| format!("t{n}, ")))),
            Some(("missing-message", "a.en.md", 3)),
        ),
        ("old addresses", front(&format!("title: A\naliases:\n{}", numbered(aliases))), None),
        ("a title of one word", front(&format!("title: {}", full("a"))), None),
        ("a title of many words", front(&format!("title: {}", full("a "))), None),
        ("a description", front(&format!("title: A\ndescription: {}", full("wort "))), None),
    ]
}

fn fluent() -> Vec<Case> {
    let at = |line| Some(("over-limit", "locales/en/site.ftl", line));
    vec![
        ("braces in braces", messages(&format!("x = {}\"a\"{}\n", "{ ".repeat(2554), " }".repeat(2554))), at(3)),
        ("braces that are not closed", messages(&format!("x = {}\n", full("{"))), at(3)),
        ("braces in variants", messages(&format!("x = {}\n", full("{ $a ->\n *[x] \" "))), at(53)),
        ("calls in calls", messages(&format!("x = {{ {}\n", full("A("))), at(3)),
        ("a chain of messages", messages(&(numbered(|n| format!("m{n} = {{ m{} }}\n", n + 1)))), at(3)),
        (
            "a circle of messages",
            messages(&(0..40_000).map(|n| format!("m{n} = {{ m{} }}\n", (n + 1) % 40_000)).collect::<String>()),
            Some(("reference-cycle", "locales/en/site.ftl", 3)),
        ),
        (
            "messages that double",
            messages(
                &("m0 = x\n".to_string()
                    + &(1..40)
                        .map(|n| format!("m{n} = {}\n", format!("{{ m{} }}", n - 1).repeat(4)))
                        .collect::<String>()),
            ),
            Some(("unused-message", "locales/en/site.ftl", 3)),
        ),
        (
            "messages",
            messages(&numbered(|n| format!("m{n} = a {{ $x }}\n"))),
            Some(("unused-message", "locales/en/site.ftl", 3)),
        ),
        (
            "messages that are not closed",
            messages(&full("x = { $a\n")),
            Some(("fluent-syntax", "locales/en/site.ftl", 3)),
        ),
        (
            "variables",
            messages(&format!("x = {}\n", full("{ $a } "))),
            Some(("unused-message", "locales/en/site.ftl", 3)),
        ),
        ("attributes", messages(&format!("x = a\n{}", numbered(|n| format!("    .a{n} = b\n")))), at(204)),
        ("equal messages", messages(&full("m = a\n")), Some(("duplicate-message", "locales/en/site.ftl", 4))),
        ("backslashes", messages(&format!("x = {}\n", full("\\"))), Some(("unused-message", "locales/en/site.ftl", 3))),
        (
            "escapes that break off",
            messages(&format!("x = {{\"{}\"}}\n", full("\\u12ü"))),
            Some(("fluent-syntax", "locales/en/site.ftl", 3)),
        ),
        (
            "references to nothing",
            messages(&(0..2000).map(|n| format!("m{n} = {{ nope{n} }}\n")).collect::<String>()),
            Some(("idle-reference", "locales/en/site.ftl", 3)),
        ),
    ]
}

fn drawings_and_pictures() -> Vec<Case> {
    let left_out = Some(("cleaned-picture", "content/x.svg", 1));
    let bad = Some(("bad-picture", "a.en.md", 4));
    vec![
        ("an attribute with an umlaut", drawing("<path aé=\"1\" d=\"M0 0\"/>"), None),
        ("groups in groups", drawing(&("<g>".repeat(150_000) + &"</g>".repeat(150_000))), None),
        ("attributes of a path", drawing(&format!("<path {}/>", numbered(|n| format!("a{n}=\"1\" ")))), None),
        ("scripts", drawing(&full("<script/>")), left_out),
        ("entities that nobody defined", drawing(&full("&x;")), left_out),
        ("rules of a style sheet", drawing(&format!("<style>{}</style>", full("a{fill:url(#x)}"))), None),
        ("brackets of a style sheet", drawing(&format!("<style>{}</style>", full("("))), left_out),
        (
            "an import that a comment cuts",
            drawing("<style>@imp<!-- -->ort 'https://evil.example/a.css';</style>"),
            left_out,
        ),
        ("an import behind an entity", drawing("<style>@im&#112;ort 'https://evil.example/a.css';</style>"), left_out),
        ("a GIF that claims 4 gigapixels", gif(65_535, 65_535), bad),
        ("a GIF whose frame claims 4 gigapixels", gif(1, 65_535), bad),
        ("a PNG of 100 megapixels", png(10_000), bad),
        ("a PNG that claims more than there can be", png(0x7fff_ffff), bad),
    ]
}

fn templates() -> Vec<Case> {
    let many = "{% for i in range(end=10000) %}{% for j in range(end=10000) %}aaaaaaaa{% endfor %}{% endfor %}";
    vec![
        ("a page without end", template(many), Some(("over-limit", "big.html", 1))),
        (
            "a list without end",
            template("{% for i in range(end=1000000000) %}a{% endfor %}"),
            Some(("template", "big.html", 1)),
        ),
    ]
}

/// What is said of a site, with 1.5 GB of addresses for memory and twenty seconds of a processor: the tests run unoptimised.
fn said_of(name: &str, site: &SiteTest) -> Vec<serde_json::Value> {
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -v 1500000; ulimit -t 20; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_bruecke")]);
    limited.args(["check", "--format", "json", "--at", "2026-11-24T12:00:00Z", "--root"]).arg(site.path());
    let run = limited.env_remove("SOURCE_DATE_EPOCH").env("LC_ALL", "en_GB.UTF-8").output().unwrap();
    let errors = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(matches!(run.status.code(), Some(0 | 1)), "{name}: {:?} {errors}", run.status);
    serde_json::from_slice::<serde_json::Value>(&run.stdout).unwrap()["diagnostics"].as_array().unwrap().clone()
}

#[test]
fn whatever_is_in_the_folder_is_read_to_its_end() {
    let cases: Vec<Case> =
        [markdown(), yaml(), fluent(), drawings_and_pictures(), templates()].into_iter().flatten().collect();
    let wrong: Vec<String> = cases
        .into_par_iter()
        .filter_map(|(name, site, expected)| {
            let said = said_of(name, &site);
            let mut said = said.iter().filter(|found| found["code"] != "publisher-unset");
            let Some((code, file, line)) = expected else {
                return said.next().map(|found| format!("{name}: {found}"));
            };
            let found = said.find(|found| found["code"] == code);
            let there = found.is_some_and(|found| {
                // A picture's message has no place, but the file's name.
                let path = found["at"]["file"].as_str().or(found["message"].as_str()).unwrap_or_default();
                path.contains(file) && (line == 0 || found["at"]["line"] == line)
            });
            (!there).then(|| format!("{name}: {code} at {file}:{line}, found {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_hundred_messages_are_printed_and_the_rest_is_counted() {
    let site = body(&(0..150).map(|n| format!("[a](n{n}.md)\n\n")).collect::<String>());
    let printed = |lang: &str| String::from_utf8(site.run(&["check", "--lang", lang]).stderr).unwrap();
    let said = printed("en");
    assert_eq!(said.matches("error[broken-link]").count(), 100);
    // The fiftieth of those that are not printed is the warning that the publisher's fields are empty.
    assert!(said.contains("and 51 more messages: fix those above first"), "{said}");
    assert!(printed("de").contains("und 51 weitere Meldungen: Beheben Sie zuerst, was oben steht"));
    assert!(printed("vi").contains("và 51 thông báo nữa: hãy sửa những lỗi ở trên trước"));
}

#[test]
fn a_long_line_is_shown_around_the_mistake() {
    let site = body(&format!("{} [a](n.md) {}\n", full("wort "), full("wort ")));
    let said = String::from_utf8(site.run(&["check", "--lang", "en"]).stderr).unwrap();
    assert!(said.len() < 10_000 && said.contains("a.en.md:4:300006") && said.contains("[a](n.md)"), "{said}");
}

/// What `check` says of a site: codes with files.
fn codes(site: &SiteTest) -> Vec<String> {
    let said = said_of("links", site);
    let said = said.iter().filter(|found| found["code"] != "publisher-unset");
    said.map(|found| format!("{}: {}", found["code"].as_str().unwrap(), found["message"].as_str().unwrap())).collect()
}

#[test]
fn links_are_followed_within_the_site_and_nowhere_else() {
    use std::os::unix::fs::symlink;
    let secret = tempfile::tempdir().unwrap();
    std::fs::write(secret.path().join("secret.txt"), "root:secret").unwrap();
    std::fs::write(secret.path().join("b.en.md"), "---\ntitle: B\n---\nroot:secret\n").unwrap();
    std::fs::create_dir(secret.path().join("plain")).unwrap();
    let file = secret.path().join("secret.txt");
    let said = |site: SiteTest| {
        let said = codes(&site);
        let out = site.path().join("public");
        let built = site.run(&["build"]);
        assert_eq!(built.status.success(), said.is_empty(), "{said:?}");
        for entry in walkdir::WalkDir::new(&out).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let text = std::fs::read(entry.path()).unwrap();
            assert!(!String::from_utf8_lossy(&text).contains("root:secret"), "{}", entry.path().display());
        }
        assert!(!said.join("").contains("root:secret") && !said.join("").contains(secret.path().to_str().unwrap()));
        said
    };
    let linked = |name: &str, to: &std::path::Path| {
        let site = body("[x](x.txt) [y](y.txt)\n").file("content/y.txt", "y").file(".env", "root:secret");
        let at = site.path().join(name);
        _ = std::fs::remove_dir_all(&at);
        _ = std::fs::remove_file(&at);
        symlink(to, at).unwrap();
        said(site)
    };
    let out = "is a symbolic link that leads out of the site’s folder, or to something hidden in it";
    // Within the site, links are files like others.
    assert_eq!(linked("content/x.txt", "y.txt".as_ref()), Vec::<String>::new());
    for (name, to) in [
        ("content/x.txt", file.as_path()),
        ("content/x.txt", "/etc/passwd".as_ref()),
        ("content/x.txt", "/proc/self/environ".as_ref()),
        ("content/x.txt", "../.env".as_ref()),
        ("content/x", secret.path()),
        ("content/x.txt", "../../../../../etc/hostname".as_ref()),
        ("locales/en/x.ftl", file.as_path()),
        ("themes/plain/templates/x.html", file.as_path()),
        ("themes/plain/assets", secret.path()),
        ("content", secret.path()),
        ("locales", secret.path()),
        ("themes", secret.path()),
        ("site.yaml", file.as_path()),
    ] {
        let said = linked(name, to);
        let shown = if name == "themes" { "themes/plain" } else { name };
        assert!(said.contains(&format!("link-outside: {shown} {out}")), "{name}: {said:?}");
    }
    // A loop ends.
    let said = linked("content/x", "..".as_ref());
    assert!(said.iter().any(|said| said.starts_with("unreadable")), "{said:?}");
    // An editor's lock leads nowhere, and is nobody's business.
    assert_eq!(linked("content/.#a.en.md", "somebody@host.1234".as_ref()).len(), 1);
}

#[test]
fn what_is_no_file_is_named_and_not_opened() {
    for name in ["content/b.en.md", "content/b.pdf", "locales/en/b.ftl", "themes/plain/theme.txt"] {
        let site = body("Text\n");
        let made = Command::new("mkfifo").arg(site.path().join(name)).status().unwrap();
        assert!(made.success());
        assert_eq!(codes(&site), [format!("special-file: {name} is a pipe, a socket or a device")]);
    }
}

/// The characters that are named, each with its place.
fn named(site: &SiteTest) -> Vec<String> {
    let built = site.build();
    let wrong = built.diagnostics.iter().filter(|found| found.code.id() == "control-character");
    let place = |found: &bruecke::diagnostic::Diagnostic| {
        let at = found.at.as_ref().unwrap();
        let (line, column) = at.source.line_column(at.span.start);
        format!("{}:{line}:{column} {}", at.source.path, found.args[0].1)
    };
    wrong.map(place).collect()
}

#[test]
fn characters_that_are_no_text_are_named_where_they_stand() {
    let strange = [
        ('\0', "U+0000 NULL"),
        ('\x1B', "U+001B ESCAPE"),
        ('\x0B', "U+000B LINE TABULATION"),
        ('\x7F', "U+007F DELETE"),
        ('\u{85}', "U+0085 NEXT LINE"),
        ('\u{2028}', "U+2028 LINE SEPARATOR"),
        ('\u{202A}', "U+202A LEFT-TO-RIGHT EMBEDDING"),
        ('\u{202E}', "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ('\u{2066}', "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ('\u{2069}', "U+2069 POP DIRECTIONAL ISOLATE"),
        ('\u{FEFF}', "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ('\r', "U+000D CARRIAGE RETURN"),
    ];
    for (c, name) in strange {
        assert_eq!(named(&body(&format!("ab{c}cd\n"))), [format!("content/a.en.md:4:3 {name}")]);
        let title = named(&front(&format!("title: ab{c}cd")));
        assert!(title.contains(&format!("content/a.en.md:2:10 {name}")), "{name}: {title:?}");
        let message = named(&body("Text\n").append("locales/en/site.ftl", &format!("strange = ab{c}cd\n")));
        assert_eq!(message.len(), 1, "{name}: {message:?}");
        let template = body("Text\n").file("themes/plain/templates/x.html", &format!("ab{c}cd"));
        assert_eq!(named(&template), [format!("themes/plain/templates/x.html:1:3 {name}")]);
        let settings = named(&body("Text\n").append("site.yaml", &format!("license: ab{c}cd\n")));
        assert!(settings.len() == 1 && settings[0].ends_with(name), "{settings:?}");
    }
    // Written as escapes and references.
    for (front_matter, text) in [
        ("title: \"a\\u202Eb\"", ""),
        ("title: \"a\\x00b\"", ""),
        ("title: A\nextra: {\"k\\x1b\": [\"\\u2028\"]}", ""),
        ("title: A", "x &#x202E; y"),
        ("title: A", "x &#27; y"),
        ("title: A", "[x](https://example.org \"&#x202e;\")"),
        ("title: A", "```a&#x202E;\nx\n```"),
    ] {
        let site = SiteTest::in_languages(&["en"]).page("a.en.md", front_matter, text);
        assert!(!named(&site).is_empty(), "{front_matter} {text}");
    }
    assert_eq!(named(&body("Text\n").append("locales/en/site.ftl", "strange = { \"\\u202E\" }\n")).len(), 1);
    // What scripts and emoji need is text, and isolates that are closed are.
    for text in ["می\u{200C}خواهم", "👩\u{200D}🚀", "a\u{200E}\u{200F}b", "\u{2067}שלום\u{2069} x", "a\tb"]
    {
        assert_eq!(named(&body(&format!("{text}\n"))), Vec::<String>::new(), "{text:?}");
    }
}

#[test]
fn a_no_break_space_where_a_blank_is_meant_is_one() {
    let nb = |text: &str| text.replace('_', "\u{A0}");
    let site = SiteTest::in_languages(&["en"]).file(
        "content/a.en.md",
        &nb("---\ntitle:_Nine\nslug:_nine\n---_\n##_Head\n_\n-_one\n-_two\n_\n>_said\n\n1._first\n\n10_o’clock\n"),
    );
    let site = site.build();
    let html = site.main("/en/nine/");
    for wanted in
        ["<h2 id=\"head\">Head</h2>", "<li>one</li>", "<li>two</li>", "<blockquote>", "<ol>", "10\u{A0}o’clock"]
    {
        assert!(html.contains(wanted), "{wanted}: {html}");
    }
}

#[test]
fn names_are_compared_in_one_unicode_form() {
    // A Mac decomposes what Windows composes.
    for (file, link) in [
        ("U\u{308}bersicht.pdf", "Übersicht.pdf"),
        ("Übersicht.pdf", "U\u{308}bersicht.pdf"),
        ("Übersicht.pdf", "U%CC%88bersicht.pdf"),
    ] {
        let site = SiteTest::in_languages(&["en"]).file(&format!("content/{file}"), "%PDF").page(
            "a.en.md",
            "title: A",
            &format!("[x]({link})"),
        );
        let built = site.build();
        assert!(built.files.contains_key("Übersicht.pdf"), "{file} {link}: {:?}", built.codes());
    }
    let page = SiteTest::in_languages(&["en"]).page("u\u{308}ber.en.md", "title: Two", "## Über {#über}").page(
        "a.en.md",
        "title: A",
        "[x](über.en.md#u\u{308}ber)",
    );
    assert!(page.build().has("/en/a/"), "{:?}", page.build().codes());
    // Two files that are one elsewhere.
    for (one, other) in [("Ü.pdf", "U\u{308}.pdf"), ("a.pdf", "A.PDF"), ("ü.pdf", "U\u{308}.pdf")] {
        let site = body("Text\n").file(&format!("content/{one}"), "x").file(&format!("content/{other}"), "y");
        let said = codes(&site);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("same-name: ") && said[0].contains(one) && said[0].contains(other), "{said:?}");
    }
}
