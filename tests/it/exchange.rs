//! Exchange with translation offices: every page comes back as it went out, and what offices do to files is borne.

use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use bruecke::exchange::{self, Files, ImportOptions, LanguagePair};
use bruecke::model::document::{Arg, Body, Document, Slot};
use bruecke::model::lang::Lang;
use bruecke::model::source::{PageSource, SourceText};
use bruecke::model::translation::State;
use bruecke::parse;
use bruecke::pipeline::{Documents, documents};
use bruecke::report::{Talk, human};
use proptest::prelude::*;

use crate::support::{self, SiteTest, project};

/// The project's own site.
fn site() -> &'static Documents {
    static SITE: OnceLock<Documents> = OnceLock::new();
    SITE.get_or_init(|| documents(&project()).value.unwrap())
}

/// A page as the program reads it; `None` when it has mistakes.
fn read(text: &str, lang: Lang) -> Option<Arc<Document>> {
    let source = Arc::new(SourceText { path: format!("content/a.{lang}.md"), text: text.into() });
    let page = PageSource { key: "a".into(), folder: String::new(), lang, source };
    let parsed = parse::parse(vec![page], site().project.rules());
    parsed.value.documents.into_iter().next()
}

/// The page's tree without places; white space as browsers see it.
fn tree(document: &Document) -> String {
    let mut out = String::new();
    body(&document.body, document, &mut out);
    let front = &document.front;
    let image = front.image.as_ref().map(|image| (&image.alt, &image.caption));
    let place = front.event.as_ref().and_then(|event| event.place.as_ref());
    let files: Vec<_> = front.attachments.iter().flatten().map(|file| (&file.src.value, &file.title)).collect();
    let notes: Vec<_> = front.corrections.iter().map(|correction| (correction.date, &correction.note)).collect();
    let headings: Vec<_> = document.headings.iter().map(|h| (&h.id, h.level, &h.title)).collect();
    _ = write!(out, " {headings:?} {:?} {:?} {:?}", document.anchors, front.title, front.description);
    _ = write!(out, " {image:?} {place:?} {files:?} {notes:?}");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn body(body: &Body, document: &Document, out: &mut String) {
    let link = |number: usize| &document.links[number].dest.value;
    let mut done = 0;
    for (at, slot) in &body.slots {
        out.push_str(&body.html[done..*at]);
        done = *at;
        match slot {
            Slot::Here => {}
            Slot::Link(number) => _ = write!(out, "«{}»", link(*number)),
            Slot::Picture(number, alt) => _ = write!(out, "«picture {}: {alt}»", link(*number)),
            Slot::Call(call) => {
                _ = write!(out, "«{}", call.name);
                for (name, arg) in &call.args {
                    match arg {
                        Arg::Link(number) => _ = write!(out, " {name}={}", link(*number)),
                        arg => _ = write!(out, " {name}={arg:?}"),
                    }
                }
                if let Some(inner) = &call.body {
                    self::body(inner, document, out);
                }
                out.push('»');
            }
        }
    }
    out.push_str(&body.html[done..]);
}

/// The page after an export and an import where every translation is the source's text.
fn there_and_back(source: &Document, po: bool) -> Result<Arc<Document>, String> {
    let rules = site().project.rules();
    let mut sheet = exchange::sheet(source, None, State::Current, rules);
    sheet.targets = sheet.units.iter().map(|unit| Some(unit.pieces.clone()).filter(|_| !unit.keep)).collect();
    let pair = LanguagePair { from: source.lang, to: source.lang };
    let text = if po { exchange::po(pair, &[sheet]) } else { exchange::xliff(pair, &[sheet]) };
    let file = Arc::new(SourceText { path: "delivery".into(), text: text.clone() });
    let talk = Talk::new(Some("en")).unwrap();
    let delivery = exchange::read(&file);
    let delivery = delivery.value.ok_or_else(|| human(&talk, &delivery.diagnostics))?;
    let order = ImportOptions { rules, to: source.lang, partial: false };
    let imported = exchange::import(&delivery, &delivery.pages[0], Files { source, own: None }, order);
    let page = imported.value.ok_or_else(|| human(&talk, &imported.diagnostics) + &text)?;
    let mark = format!("revision: {}", source.revision());
    if !page.text.contains(&mark) && !page.text.contains(&format!("revision: \"{}\"", source.revision())) {
        return Err(format!("no {mark} in {}", page.text));
    }
    read(&page.text, source.lang).ok_or(page.text)
}

#[test]
fn every_page_of_the_site_comes_back_as_it_went_out() {
    let mut pages = 0;
    for group in &site().groups {
        for (_, document) in group.documents.iter() {
            let Some(document) = document.as_deref() else { continue };
            for po in [false, true] {
                let back = there_and_back(document, po).unwrap_or_else(|why| panic!("{}: {why}", document.source.path));
                assert_eq!(tree(document), tree(&back), "{}", document.source.path);
                pages += 1;
            }
        }
    }
    assert!(pages >= 150, "{pages} pages");
}

/// Words, and signs that could be taken for Markdown.
fn word() -> impl Strategy<Value = String> {
    let words = vec![
        "Straße",
        "Bürgermeister",
        "Thành phố",
        "Đà Nẵng",
        "Nguyễn",
        "Stadt",
        "Leipzig",
        "được",
        "6. Dezember",
        "1.",
        "2)",
        "\\*",
        "\\_",
        "snake_case",
        "\\[x\\]",
        "&amp;",
        "&lt;",
        "&",
        "#",
        "C#",
        "+",
        "=",
        ":",
        "!",
        "\\`",
        "\\~",
        "\\\\",
        "„Zitat“",
        "\"straight\"",
        "it's",
        "10-20",
        "...",
        "(in Klammern)",
        "x",
        "\\|",
        "@",
        "$5",
        "100 %",
        "\\{{",
        "{",
        "}",
        "a{b}",
        "&nbsp;",
        "Te\u{301}st",
        "🙂",
        "–",
    ];
    prop::sample::select(words).prop_map(str::to_string)
}

fn words() -> impl Strategy<Value = String> {
    ("[A-Za-zÄđế]{1,6}", prop::collection::vec(word(), 0..5))
        .prop_map(|(first, rest)| std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" "))
}

/// Running text with markup.
fn inline() -> impl Strategy<Value = String> {
    let plain = words().boxed();
    let mark = prop_oneof![
        4 => words(),
        1 => words().prop_map(|text| format!("*{}*", text.trim())),
        1 => words().prop_map(|text| format!("**{}**", text.trim())),
        1 => words().prop_map(|text| format!("_{}_", text.trim())),
        1 => words().prop_map(|text| format!("~~{}~~", text.trim())),
        1 => (words(), words()).prop_map(|(a, b)| format!("**{a} *{b}* c**")),
        1 => (words(), words()).prop_map(|(a, b)| format!("*{a} [{b}](/a.md#x)*")),
        1 => words().prop_map(|text| format!("[{text}](/a.md \"Titel\")")),
        1 => words().prop_map(|text| format!("[**{text}**](<b c.md>)")),
        1 => words().prop_map(|text| format!("[{text}][ref]")),
        1 => Just("[ref]".to_string()),
        1 => Just("`code * [x] {{ y() }}`".to_string()),
        1 => Just("<https://example.org/>".to_string()),
        1 => words().prop_map(|text| format!("![{text}](a.gif \"Wer\")")),
        1 => Just("{{ foreign(lang=\"vi\", text=\"Thành phố \\\"A\\\"\") }}".to_string()),
        1 => Just("{{ foreign(lang='de', text='Stadt') }}".to_string()),
        1 => Just("[^1]".to_string()),
    ];
    (plain, prop::collection::vec(mark, 0..4))
        .prop_map(|(first, rest)| std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" "))
}

/// Lines of a paragraph, broken softly and hard.
fn lines() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec((inline(), prop::sample::select(vec!["", "\\", "  "])), 1..3).prop_map(|lines| {
        let last = lines.len() - 1;
        lines
            .iter()
            .enumerate()
            .map(|(at, (text, end))| if at < last { format!("{text}{end}") } else { text.clone() })
            .collect()
    })
}

fn prefixed(lines: &[String], first: &str, next: &str) -> String {
    let mut out = String::new();
    for (at, line) in lines.iter().enumerate() {
        out.push_str(if at == 0 { first } else { next });
        out.push_str(line);
        out.push('\n');
    }
    out
}

fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => lines().prop_map(|lines| prefixed(&lines, "", "")),
        2 => (inline(), 2..5_usize).prop_map(|(text, level)| format!("{} {text}\n", "#".repeat(level))),
        1 => (words(), "[a-z]{8}").prop_map(|(text, id)| format!("## {text} {{#{id}}}\n")),
        1 => words().prop_map(|text| format!("{text}\n---\n")),
        2 => (lines(), inline()).prop_map(|(a, b)| prefixed(&a, "- ", "  ") + &format!("- {b}\n  - {b}\n")),
        1 => (lines(), inline()).prop_map(|(a, b)| prefixed(&a, "1. ", "   ") + "\n" + &format!("   {b}\n2. {b}\n")),
        1 => (inline(), inline()).prop_map(|(a, b)| format!("- [ ] {a}\n- [x] {b}\n")),
        1 => lines().prop_map(|lines| prefixed(&lines, "> ", "> ")),
        1 => (words(), inline()).prop_map(|(a, b)| {
            let b = b.replace('\n', " ");
            format!("| {a} | {b} |\n|---|--:|\n| {b} | a \\| b |\n")
        }),
        1 => (words(), lines()).prop_map(|(a, b)| format!("{a}\n") + &prefixed(&b, ": ", "  ")),
        1 => Just("```rust\nlet a = \"{{ no() }}\"; // *no*\n```\n".to_string()),
        1 => Just("***\n".to_string()),
        1 => inline().prop_map(|text| format!("{{% facts(title=\"Auf einen \\\"Blick\\\"\") %}}\n{text}\n\n- {text}\n{{% end %}}\n")),
        1 => inline().prop_map(|text| format!("{{% quotation(source=\"A, 2. Mai\", lang=\"vi\") %}}\n{text}\n{{% end %}}\n")),
        1 => words().prop_map(|text| format!("{{{{ figure(src=\"a.gif\", alt=\"{0}\", credit=\"B\", caption='{1}') }}}}\n",
            text.replace(['"', '\\'], "").trim(), text.replace(['\'', '\\'], "").trim())),
    ]
}

fn page() -> impl Strategy<Value = String> {
    (words(), prop::collection::vec(block(), 0..7)).prop_map(|(title, blocks)| {
        let title = title.replace(['\\', '"'], "").trim().to_string();
        format!(
            "---\ntitle: \"{title}\"\ndescription: 'Ein: {}'\n---\n{}\n[^1]: Die *Fußnote*.\n\n[ref]: /ref.md\n",
            title.replace('\'', ""),
            blocks.join("\n")
        )
    })
}

/// Markdown nobody would write.
fn wild() -> impl Strategy<Value = String> {
    let pieces = vec![
        "*",
        "**",
        "_",
        "__",
        "~~",
        "~",
        "`",
        "[",
        "]",
        "(a.md)",
        "![",
        "(",
        ")",
        "<",
        ">",
        "&",
        ";",
        "\\",
        "\n",
        "\n\n",
        "  \n",
        "- ",
        "1. ",
        "> ",
        "# ",
        "## ",
        "| ",
        "|\n|--|\n",
        ": ",
        "[^1]",
        "a",
        "ế",
        " ",
        "ß",
        "x",
        "{{ foreign(lang=\"vi\", text=\"a\") }}",
        "{{",
        "{%",
        "{",
        "}",
        "{#b}",
        "!",
        "#",
        "=",
        "+",
        "---\n",
        "===\n",
        "    ",
        "\t",
        "\u{A0}",
        "“",
        "\"",
        ".",
        "[ref]",
        "[a][ref]",
    ];
    let pieces = prop::sample::select(pieces);
    prop::collection::vec(pieces, 0..14)
        .prop_map(|pieces| format!("---\ntitle: A\n---\n{}\n\n[^1]: b\n\n[ref]: c.md\n", pieces.concat()))
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(250)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(2021), ..ProptestConfig::default() })]

    #[test]
    fn a_generated_page_comes_back_as_it_went_out(text in page(), lang in prop::sample::select(vec!["de", "vi", "en"]), po in any::<bool>()) {
        let lang = site().project.config.languages.get(lang).unwrap();
        let source = read(&text, lang);
        prop_assert!(source.is_some(), "not sound: {}", text);
        let source = source.unwrap();
        let back = there_and_back(&source, po);
        prop_assert!(back.is_ok(), "{}", back.err().unwrap_or_default());
        prop_assert_eq!(tree(&source), tree(&back.unwrap()), "{}", text);
    }

    #[test]
    fn wild_markdown_comes_back_the_same_or_not_at_all(text in wild()) {
        let lang = site().project.config.languages.get("de").unwrap();
        if let Some(source) = read(&text, lang) && let Ok(back) = there_and_back(&source, false) {
            let words = |document: &Document| document.body.html.replace(|c: char| !c.is_alphanumeric(), "");
            prop_assert_eq!(words(&source), words(&back), "{}", text);
        }
    }
}

/// A site with one German page.
fn small() -> SiteTest {
    SiteTest::new().page(
        "a.de.md",
        "title: Titel\nimage: {src: a.gif, alt: Brücke, credit: X}\ndate: 2024-01-01",
        "## Ziele {#aims}\n\nEin **fester** [Link](/a.md) und `code`.\n\n{% quotation(source=\"A\", lang=\"vi\") %}\nXin chào.\n{% end %}\n",
    )
}

fn export(site: &SiteTest, more: &[&str]) -> String {
    let folder = site.path().to_str().unwrap();
    let done = site.run(&[&["translations", "export", "--lang", "vi", "--output", folder], more].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let name = if more.contains(&"po") { "de-vi.po" } else { "de-vi.xlf" };
    std::fs::read_to_string(site.path().join(name)).unwrap()
}

/// Exit code and what was printed.
fn import(site: &SiteTest, text: &str, more: &[&str]) -> (Option<i32>, String) {
    let path = site.path().join("delivery");
    std::fs::write(&path, text).unwrap();
    let done = site.run(&[&["translations", "import", path.to_str().unwrap()], more].concat());
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    (done.status.code(), said)
}

fn page_of(site: &SiteTest, lang: &str) -> String {
    std::fs::read_to_string(site.path().join(format!("content/a.{lang}.md"))).unwrap_or_default()
}

/// The text of an element's translation, put after its source.
fn translate(xliff: &str, pairs: &[(&str, &str)]) -> String {
    let mut out = xliff.to_string();
    for (source, target) in pairs {
        let old = format!("<source>{source}</source>");
        assert!(out.contains(&old), "no {old} in {out}");
        out = out.replace(&old, &format!("{old}\n<target>{target}</target>"));
    }
    out
}

const LINK: &str = "<pc id=\"2\" type=\"link\" dataRefStart=\"d2\" dataRefEnd=\"e2\" canCopy=\"no\" canDelete=\"no\">";
const BOLD: &str = "<pc id=\"1\" type=\"fmt\" subType=\"xlf:b\" dataRefStart=\"d1\" dataRefEnd=\"e1\" canCopy=\"no\" canDelete=\"no\">";
const CODE: &str = "<ph id=\"3\" type=\"other\" dataRef=\"d3\" disp=\"`code`\" canCopy=\"no\" canDelete=\"no\"/>";

fn translated(xliff: &str) -> String {
    let text = format!("Ein {BOLD}fester</pc> {LINK}Link</pc> und {CODE}.");
    let other = format!("{CODE} và {LINK} liên kết</pc> <pc id=\"1\">bền\n vững</pc>.");
    let pairs = [("Titel", "Tên: bài"), ("Brücke", "Cầu"), ("Ziele", "Mục tiêu"), (&text, &other), ("A", "B")];
    translate(xliff, &pairs)
}

#[test]
fn a_page_is_written_with_the_source_s_structure_and_the_office_s_words() {
    let site = small();
    let xliff = export(&site, &[]);
    // What is in another language on purpose is shown and kept.
    assert!(xliff.contains("translate=\"no\"") && xliff.contains("<source>Xin chào.</source>"));
    let (code, said) = import(&site, &translated(&xliff), &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("content/a.vi.md written"), "{said}");
    let revision = xliff.split("p1-").nth(1).unwrap().split('"').next().unwrap();
    let page = page_of(&site, "vi");
    let front = format!(
        "---\ntitle: \"Tên: bài\"\nimage: {{alt: Cầu}}\ntranslation: {{from: de, revision: {revision}}}\n---\n"
    );
    let front =
        front.replace(&format!("revision: {revision}"), &format!("revision: {}", bruecke::yaml::scalar(revision)));
    assert_eq!(
        page,
        front
            + "## Mục tiêu {#aims}\n\n`code` và [liên kết](/a.md) **bền vững**.\n\n{% quotation(source=\"A\", lang=\"vi\") %}\nXin chào.\n{% end %}\n"
    );
    // Now it is up to date: nothing is left to export, unless asked for.
    let done = site.run(&["translations", "export", "--lang", "vi", "a"]);
    assert!(String::from_utf8_lossy(&done.stdout).contains("no page is in these states"));
    let again = export(&site, &["--state", "current", "a"]);
    assert!(again.contains("<segment state=\"translated\">") && again.contains("<target>Mục tiêu</target>"), "{again}");
}

#[test]
fn an_existing_translation_keeps_what_is_its_own() {
    let site = small().page(
        "a.vi.md",
        "title: Cũ\nslug: ten-cu\nupdated: 2024-02-02 # own\ntranslation: {from: de, by: Lan}\nimage: {alt: Cũ, caption: Riêng}",
        "Cũ.",
    );
    let xliff = export(&site, &[]);
    assert!(
        xliff.contains("<target>Cũ</target>") && !xliff.contains("<target>Cũ.</target>"),
        "another structure: {xliff}"
    );
    let xliff = xliff.replace("        <target>Cũ</target>\n", "").replace(" state=\"initial\"", "");
    let (code, said) = import(&site, &translated(&xliff), &[]);
    assert_eq!(code, Some(0), "{said}");
    let page = page_of(&site, "vi");
    for kept in ["slug: ten-cu\n", "updated: 2024-02-02 # own\n", "by: Lan}", "image: {alt: Cầu, caption: Riêng}"] {
        assert!(page.contains(kept), "{kept} in {page}");
    }
}

#[test]
fn what_offices_do_to_files_is_borne() {
    let site = small();
    let xliff = translated(&export(&site, &[]));
    let plain = import(&site, &xliff, &[]);
    let wanted = page_of(&site, "vi");
    assert_eq!(plain.0, Some(0), "{}", plain.1);
    let habits: Vec<(&str, String)> = vec![
        ("a byte order mark and Windows line ends", format!("\u{FEFF}{}", xliff.replace('\n', "\r\n"))),
        ("another case and a region", xliff.replace("trgLang=\"vi\"", "trgLang=\"VI-vn\"")),
        ("another order of attributes", xliff.replace("<pc id=\"1\">", "<pc dataRefEnd='e1' dataRefStart='d1' id='1'>")),
        ("metadata", xliff.replace("<segment>", "<mda:metadata xmlns:mda=\"urn:x\"><mda:meta type=\"a\">1</mda:meta></mda:metadata><segment>")),
        ("a prefix", xliff.replace("<xliff xmlns=", "<x:xliff xmlns:x=").replace("</xliff>", "</x:xliff>")),
        ("entities", xliff.replace("Mục tiêu", "M&#x1EE5;c ti&#234;u")),
        ("CDATA", xliff.replace("<target>Cầu", "<target><![CDATA[Cầu]]>")),
        ("a term that is marked", xliff.replace("<target>Cầu", "<target><mrk id=\"m1\" type=\"term\">Cầu</mrk>")),
        ("a pair cut in two", xliff.replace("<pc id=\"1\">bền\n vững</pc>", "<sc id=\"1\"/>bền vững<ec startRef=\"1\"/>")),
        (
            "split segments",
            xliff.replace("<target>Mục tiêu</target>", "<target>Mục</target></segment><ignorable><source> </source></ignorable><segment state=\"final\"><source>x</source><target>tiêu</target>"),
        ),
        ("groups", xliff.replace("<unit id=\"title\"", "<group id=\"g\"><unit id=\"title\"").replacen("</unit>", "</unit></group>", 1)),
    ];
    for (name, text) in habits {
        std::fs::remove_file(site.path().join("content/a.vi.md")).unwrap();
        let (code, said) = import(&site, &text, &[]);
        assert_eq!((code, page_of(&site, "vi")), (Some(0), wanted.clone()), "{name}: {said}");
    }
}

#[test]
fn po_says_the_same_and_fuzzy_is_not_translated() {
    let site = small();
    let po = export(&site, &["--format", "po"]);
    assert!(
        po.contains("msgid \"Ein <1>fester</1> <2>Link</2> und <3/>.\"") && po.contains("#. <3/> = `code`"),
        "{po}"
    );
    assert!(po.contains("#. under: Ziele") && po.contains("#: content/a.de.md:8") && !po.contains("Xin chào"), "{po}");
    let pairs = [("Titel", "Tên: bài"), ("Brücke", "Cầu"), ("Ziele", "Mục tiêu"), ("A", "B")];
    let text = "Ein <1>fester</1> <2>Link</2> und <3/>.";
    let mut done = po.replace(
        &format!("msgid \"{text}\"\nmsgstr \"\""),
        "msgid \"\"\n\"Ein <1>fester</1> \"\n\"<2>Link</2> und <3/>.\"\nmsgstr \"\"\n\"<3/> và <2>liên kết</2> \"\n\"<1>bền vững</1>.\"",
    );
    for (source, target) in pairs {
        done = done
            .replace(&format!("msgid \"{source}\"\nmsgstr \"\""), &format!("msgid \"{source}\"\nmsgstr \"{target}\""));
    }
    let (code, said) =
        import(&site, &format!("\u{FEFF}{}\n#~ msgid \"old\"\n#~ msgstr \"\"\n", done.replace('\n', "\r\n")), &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(page_of(&site, "vi").contains("`code` và [liên kết](/a.md) **bền vững**."), "{}", page_of(&site, "vi"));
    let fuzzy = done.replace("msgctxt \"a#title\"", "#, fuzzy\nmsgctxt \"a#title\"");
    let (code, said) = import(&site, &fuzzy, &[]);
    assert!(code == Some(1) && said.contains("1 of 4 texts are not translated"), "{said}");
}

#[test]
fn a_part_is_written_only_when_asked_and_is_not_called_current() {
    let site = small();
    let xliff = translate(&export(&site, &[]), &[("Ziele", "Mục tiêu")]);
    let (code, said) = import(&site, &xliff, &[]);
    assert!(code == Some(1) && said.contains("3 of 4 texts") && page_of(&site, "vi").is_empty(), "{said}");
    let (code, said) = import(&site, &xliff, &["--partial"]);
    assert!(code == Some(0) && said.contains("3 texts not translated"), "{said}");
    let page = page_of(&site, "vi");
    assert!(page.contains("## Mục tiêu {#aims}\n\nEin **fester** [Link](/a.md)"), "{page}");
    assert!(page.contains("translation: {from: de}\n"), "{page}");
}

#[test]
fn a_source_that_changed_since_makes_an_outdated_translation() {
    let site = small();
    let xliff = translated(&export(&site, &[]));
    let source = page_of(&site, "de").replace("Ein **fester**", "Ein sehr **fester**");
    let site = site.file("content/a.de.md", &source);
    let (code, said) = import(&site, &xliff, &[]);
    assert!(code == Some(0) && said.contains("exchange-source-changed"), "{said}");
    let site = documents(site.path()).value.unwrap();
    let vi = site.project.config.languages.get("vi").unwrap();
    assert_eq!(site.groups.iter().find(|group| group.key == "a").unwrap().states[vi], State::Outdated);
}

#[test]
fn emphasis_that_markdown_can_hardly_write_is_written() {
    let site = SiteTest::new().page("a.de.md", "title: T", "Ein **Wort** *und* eins.");
    let xliff = export(&site, &[]);
    let start = xliff.find("<source>Ein").unwrap();
    let source = &xliff[start + 8..start + xliff[start..].find("</source>").unwrap()];
    for (target, written) in [
        ("<pc id=\"1\">„Từ“</pc>và <pc id=\"2\">một</pc>", "**„Từ“**&#118;à *một*"),
        ("a<pc id=\"1\">(b)</pc>c<pc id=\"2\">d</pc>e", "&#97;**(b)**&#99;*d*e"),
        ("<pc id=\"2\">a</pc><pc id=\"1\">b</pc>", "*a*"),
        ("<pc id=\"1\"><pc id=\"2\">a</pc></pc>", "**_a_**"),
        ("- <pc id=\"1\"> a </pc>1. <pc id=\"2\">b</pc>", "\\- **a** 1. *b*"),
    ] {
        let text = translate(&xliff, &[("T", "T"), (source, target)]);
        let (code, said) = import(&site, &text, &[]);
        let page = page_of(&site, "vi");
        // Either it is written so that it reads back, or nothing is written; never something else.
        assert!(
            if code == Some(0) { page.contains(written) } else { said.contains("exchange-markup") },
            "{target}: {said}{page}"
        );
    }
}

#[test]
fn export_has_a_language_of_its_own_and_messages_keep_theirs() {
    let site = small();
    let root = site.path().to_str().unwrap();
    let done = support::program()
        .args([
            "--lang",
            "de",
            "--format",
            "json",
            "translations",
            "export",
            "--lang",
            "vi",
            "--format",
            "po",
            "--root",
            root,
        ])
        .args(["--output", root])
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!((&json["errors"], &json["exported"][0]["count"]), (&0.into(), &1.into()));
    let done = support::program()
        .args(["--lang", "de", "translations", "export", "--lang", "fr", "--root", root])
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&done.stderr).contains("Fehler[unknown-language]"));
    assert_eq!(site.run(&["translations", "export"]).status.code(), Some(2));
    assert_eq!(site.run(&["translations", "import", "nowhere.xlf"]).status.code(), Some(1));
}
