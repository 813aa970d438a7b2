//! Exchange with translation offices: what offices do to files is borne, and a page is written only as a whole.

use crate::support::{self, SiteTest};

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
    let done = site.run(&[&["translations", "export", "--language", "vi", "--output", folder], more].concat());
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
    // Digits alone would be a number, and stand in quotation marks.
    assert_eq!(
        page.replace(&format!("\"{revision}\""), revision),
        front
            + "## Mục tiêu {#aims}\n\n`code` và [liên kết](/a.md) **bền vững**.\n\n{% quotation(source=\"A\", lang=\"vi\") %}\nXin chào.\n{% end %}\n"
    );
    // Now it is up to date: nothing is left to export, unless asked for.
    let done = site.run(&["translations", "export", "--language", "vi", "a"]);
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
    let po = export(&site, &["--file-format", "po"]);
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
    let listed = site.run(&["translations", "--state", "outdated"]);
    let listed = String::from_utf8(listed.stdout).unwrap();
    assert!(listed.lines().any(|line| line.starts_with('a') && line.contains("outdated")), "{listed}");
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
            "--language",
            "vi",
            "--file-format",
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
        .args(["--lang", "de", "translations", "export", "--language", "fr", "--root", root])
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&done.stderr).contains("Fehler[unknown-language]"));
    assert_eq!(site.run(&["translations", "export"]).status.code(), Some(2));
    assert_eq!(site.run(&["translations", "import", "nowhere.xlf"]).status.code(), Some(1));
}
