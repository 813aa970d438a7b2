//! One page under embargo, with everything a page can have, in every language, on a site with every output: a second
//! before its time nothing of it is anywhere, at its time all of it is there.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::{PICTURE, SiteTest, project};

const YAML: &str = "base_url: https://example.org/\nlanguages: [de, vi, en]\ntimezone: Europe/Berlin\nmissing: omit\n\
    feeds: {sections: [/news/_index.md], tags: true}\npress_kits: [/news/_index.md]\npublisher: {name: Amt}\n\
    menus: {main: [{page: /news/_index.md}, {tags: true}]}\n";

/// Every text of it has this in it, in some case; nothing else on the site has.
const WORD: &str = "xqz";

fn front(lang: &str, more: &str) -> String {
    format!(
        "title: Xqz-Titel {lang}\ndescription: Xqz-Vorspann {lang}.\nslug: xqz-slug-{lang}\naliases: [/{lang}/xqz-alias/]\n\
         image: {{alt: Xqz-Alternative {lang}, caption: Xqz-Bildtext {lang}{more}"
    )
}

fn site() -> SiteTest {
    let source = ", src: xqz-bild.gif, credit: Xqz-Foto}\ndate: 2026-12-02\npublish: 2026-12-02T10:00\ntags: [xqz]\n\
        authors: [Xqz-Autorin]\nevent: {start: 2026-12-02, end: 2026-12-04, place: Xqz-Ort}\n\
        attachments:\n  - {src: xqz-programm.pdf, title: Xqz-Programm}\n\
        sources:\n  - {publisher: Xqz-Quelle, url: \"https://example.com/xqz\"}\n\
        contacts:\n  - {name: Xqz-Kontakt, email: xqz@example.com}\n";
    let body = |lang: &str| {
        format!(
            "Xqz-Text {lang}.\n\n## Xqz-Zwischentitel {lang}\n\n![Xqz-Bild {lang}](xqz-zwei.gif \"Xqz-Foto\")\n\n[Datei](xqz-lose.pdf)\n"
        )
    };
    let mut site = SiteTest::new().file("site.yaml", YAML);
    for lang in ["de", "vi", "en"] {
        let own = std::fs::read_to_string(project().join("locales").join(lang).join("site.ftl")).unwrap();
        let from = if lang == "de" { "" } else { "translation: {from: de}\n" };
        let front = front(lang, if lang == "de" { source } else { "}\n" }) + from;
        site = site
            .append(&format!("locales/{lang}/site.ftl"), &own.replace("site-title", "other-title"))
            .append(&format!("locales/{lang}/site.ftl"), "tag-xqz = Xqz-Thema\n")
            .page(&format!("search.{lang}.md"), &format!("title: Suchen {lang}\ntemplate: search.html\n{from}"), "")
            .page(&format!("news/_index.{lang}.md"), &format!("title: Offen\n{from}"), "")
            .page(
                &format!("news/open.{lang}.md"),
                &format!("title: Offenes\ndate: 2026-01-01\ntags: [health]\n{from}"),
                "",
            )
            .page(&format!("news/xqz-ordner/index.{lang}.md"), &front, &body(lang));
    }
    site.bytes("content/news/xqz-ordner/xqz-bild.gif", PICTURE)
        .bytes("content/news/xqz-ordner/xqz-zwei.gif", PICTURE)
        .bytes("content/news/xqz-ordner/xqz-programm.pdf", b"%PDF Xqz-Programm")
        .bytes("content/news/xqz-ordner/xqz-lose.pdf", b"%PDF Xqz-Datei")
}

/// Everything that a build writes, by name, in small letters; archives are not compressed, so their texts are read too.
fn built(site: &SiteTest, at: &str) -> BTreeMap<String, String> {
    let public = site.path().join("public");
    let run = site.run(&["build", "--at", at]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let files = walkdir::WalkDir::new(&public).into_iter().flatten().filter(|file| file.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(&public).unwrap().to_string_lossy().into_owned();
    let text = |path: &Path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).to_lowercase();
    files.map(|file| (name(file.path()), text(file.path()))).collect()
}

fn is_free_of_it(files: &BTreeMap<String, String>) {
    assert!(files.contains_key("de/offen/offenes/index.html"), "{:?}", files.keys());
    let found = files.iter().filter(|(name, text)| name.to_lowercase().contains(WORD) || text.contains(WORD));
    assert_eq!(found.map(|(name, _)| name).collect::<Vec<_>>(), [] as [&String; 0]);
    let stray = files.keys().filter(|name| name.ends_with(".avif") || name.ends_with(".ics"));
    assert_eq!(stray.collect::<Vec<_>>(), [] as [&String; 0], "its pictures and its event");
}

#[test]
fn nothing_a_second_before_and_everything_at_the_time() {
    let site = site();
    // In the site's zone.
    is_free_of_it(&built(&site, "2026-12-02T08:59:59Z"));
    let files = built(&site, "2026-12-02T09:00:00Z");
    let has = |name: &str, words: &[&str]| {
        let text = files.get(name).unwrap_or_else(|| panic!("no {name} in {:#?}", files.keys()));
        for word in words {
            assert!(text.contains(&word.to_lowercase()), "{name} lacks {word}");
        }
    };
    for lang in ["de", "vi", "en"] {
        let page = format!("{lang}/offen/xqz-slug-{lang}/");
        let words = [
            "Titel",
            "Vorspann",
            "Alternative",
            "Bildtext",
            "Foto",
            "Text",
            "Zwischentitel",
            "Bild",
            "Ort",
            "Programm",
            "Quelle",
            "Kontakt",
            "Thema",
        ];
        has(&format!("{page}index.html"), &words.map(|word| format!("xqz-{word}")).each_ref().map(String::as_str));
        has(&format!("{page}press-kit.zip"), &["Xqz-Text", "Xqz-Foto", "xqz-bild.gif", "xqz-programm.pdf"]);
        has(&format!("{page}event.ics"), &["Xqz-Titel", "Xqz-Ort"]);
        has(&format!("{lang}/xqz-alias/index.html"), &["xqz-slug"]);
        has(&format!("{lang}/feed.xml"), &["Xqz-Titel", "Xqz-Text"]);
        has(&format!("{lang}/feed.json"), &["Xqz-Titel", "Xqz-Text"]);
        has(&format!("{lang}/index.html"), &["Xqz-Titel"]);
        has(&format!("{lang}/calendar.ics"), &["Xqz-Titel"]);
        let cards = files.keys().filter(|name| name.starts_with(&format!("{page}card.")) && name.ends_with(".png"));
        assert_eq!(cards.count(), 1, "{page} has a card");
        has("sitemap.xml", &[&format!("xqz-slug-{lang}")]);
    }
    let indexed = files.iter().filter(|(name, text)| name.starts_with("search/") && text.contains(WORD));
    assert!(indexed.count() >= 3, "each language's index has its words");
    let of =
        |start: &str, end: &str| files.keys().filter(|name| name.starts_with(start) && name.ends_with(end)).count();
    assert_eq!((of("news/xqz-ordner/xqz-", ".avif"), of("news/xqz-ordner/xqz-", ".png")), (2, 2), "two pictures");
    assert_eq!(of("news/xqz-ordner/xqz-", ".pdf"), 2, "what is attached, and what is linked");
    assert!(files.keys().any(|name| name.contains("xqz-thema")), "the page of its topic");
    // And back: an output that had it has nothing of it when the clock is set before.
    is_free_of_it(&built(&site, "2026-12-02T08:59:59Z"));
}
