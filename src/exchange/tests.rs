//! Every page comes back as it went out: those of the project's own site, generated ones, and Markdown nobody would write.

use std::fmt::Write;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use proptest::prelude::*;

use super::{Files, ImportOptions, LanguagePair};
use crate::model::{Arg, Body, Document, Lang, PageSource, Slot, SourceText, State};
use crate::pipeline::{Documents, documents};
use crate::report::{Messages, human};
use crate::{exchange, parse};

fn site() -> &'static Documents {
    static SITE: OnceLock<Documents> = OnceLock::new();
    SITE.get_or_init(|| documents(Path::new(env!("CARGO_MANIFEST_DIR"))).value.unwrap())
}

/// A page as the program reads it; `None` when it has mistakes.
fn read(text: &str, lang: Lang) -> Option<Arc<Document>> {
    let source = Arc::new(SourceText::new(format!("content/a.{lang}.md"), text));
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
    let file = Arc::new(SourceText::new("delivery", text.clone()));
    let messages = Messages::find("en").unwrap();
    let delivery = exchange::read(&file);
    let delivery = delivery.value.ok_or_else(|| human(&messages, &delivery.diagnostics))?;
    let order = ImportOptions { rules, to: source.lang, partial: false };
    let imported = exchange::import(&delivery, &delivery.pages[0], Files { source, own: None }, order);
    let page = imported.value.ok_or_else(|| human(&messages, &imported.diagnostics) + &text)?;
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
    let words = "Straße§Bürgermeister§Thành phố§Đà Nẵng§Nguyễn§Stadt§Leipzig§được§6. Dezember§1.§2)§\\*§\\_§snake_case§\\[x\\]§\
        &amp;§&lt;§&§#§C#§+§=§:§!§\\`§\\~§\\\\§„Zitat“§\"straight\"§it's§10-20§...§(in Klammern)§x§\\|§@§$5§100 %§\
        \\{{§{§}§a{b}§&nbsp;§Te\u{301}st§🙂§–";
    prop::sample::select(words.split('§').collect::<Vec<_>>()).prop_map(str::to_string)
}

fn words() -> impl Strategy<Value = String> {
    ("[A-Za-zÄđế]{1,6}", prop::collection::vec(word(), 0..5))
        .prop_map(|(first, rest)| std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" "))
}

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

fn wild() -> impl Strategy<Value = String> {
    let pieces = "*§**§_§__§~~§~§`§[§]§(a.md)§![§(§)§<§>§&§;§\\§\n§\n\n§  \n§- §1. §> §# §## §| §|\n|--|\n§: §[^1]§a§ế§ §ß§x§\
        {{ foreign(lang=\"vi\", text=\"a\") }}§{{§{%§{§}§{#b}§!§#§=§+§---\n§===\n§    §\t§\u{A0}§“§\"§.§[ref]§\
        [a][ref]";
    let pieces = prop::sample::select(pieces.split('§').collect::<Vec<_>>());
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
