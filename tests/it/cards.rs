//! Social cards: a picture for each page and language, drawn once.

use std::collections::BTreeMap;

use bruecke::diagnostic::Code;

use crate::support::{self, SiteTest, project};

const CARD: &str = r##"{% set title = fit(text=page.title, font="Leipzig Serif Card", width=1000, height=400, sizes=[90, 60]) -%}
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 315"><rect width="600" height="315" fill="#fff"/>
<g font-family="Leipzig Serif Card" font-size="40">{% for line in title.lines %}<text x="20" y="{{ 100 + loop.index0 * 45 }}">{{ line }}</text>{% endfor %}</g></svg>
"##;

const HEAD: &str = "<head>{% if page.card %}<meta property=\"og:image\" content=\"{{ page.card.absolute }}\" \
data-size=\"{{ page.card.width }}x{{ page.card.height }}\" data-alt=\"{{ page.card.alt }}\">{% endif %}\
{{ page.structured }}</head>";

fn font() -> Vec<u8> {
    std::fs::read(project().join("themes/leipzig/cards/leipzig-serif-card.ttf")).unwrap()
}

/// A site whose theme draws cards.
fn site() -> SiteTest {
    let mut site = SiteTest::new()
        .bytes("themes/plain/cards/serif.ttf", &font())
        .file("themes/plain/templates/card.svg", CARD)
        .page("a.de.md", "title: Größe & <Übermut>\ndate: 2024-09-22\ntags: [water]", "Text");
    for lang in ["de", "vi", "en"] {
        site = site.append(&format!("locales/{lang}/site.ftl"), "tag-water = W\n").page(
            &format!("_index.{lang}.md"),
            &format!("title: Home ({lang})"),
            "",
        );
    }
    for name in ["page", "home", "section", "tag", "tags"] {
        site = site.file(&format!("themes/plain/templates/{name}.html"), HEAD);
    }
    site
}

/// The mistakes, without warnings.
fn errors(site: &support::Site) -> Vec<&str> {
    site.diagnostics.iter().filter(|found| found.is_error()).map(|found| found.code.id()).collect()
}

/// The address of a page's card, without the host.
fn card(html: &str) -> Option<&str> {
    html.split("og:image\" content=\"https://example.org/").nth(1)?.split('"').next()
}

/// Width, height and pixels as another decoder reads them.
fn decoded(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width, info.height, pixels)
}

fn pictures(site: &SiteTest) -> BTreeMap<String, Vec<u8>> {
    let all = walkdir::WalkDir::new(site.path().join("public")).into_iter().flatten();
    let cards = all.filter(|file| file.file_name().to_string_lossy().starts_with("card."));
    cards.map(|file| (file.path().display().to_string(), std::fs::read(file.path()).unwrap())).collect()
}

fn made(output: &std::process::Output) -> u64 {
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["errors"], 0, "{json}");
    json["made"].as_u64().unwrap()
}

#[test]
fn each_page_has_a_picture_in_its_language_that_is_drawn_once() {
    let site = site();
    assert_eq!(made(&site.run(&["check", "--format", "json"])), 0);
    assert_eq!(made(&site.run(&["build", "--format", "json"])), 4);
    let first = pictures(&site);
    assert_eq!(first.len(), 4);
    for bytes in first.values() {
        let (width, height, pixels) = decoded(bytes);
        assert_eq!((width, height), (1200, 630));
        assert!(pixels.iter().any(|value| *value < 40), "there is no ink");
        assert!(bytes.len() < 30_000, "{} bytes", bytes.len());
    }
    assert_eq!(made(&site.run(&["build", "--format", "json"])), 0);
    // Without the cache the bytes are the same.
    std::fs::remove_dir_all(site.path().join(".bruecke")).unwrap();
    std::fs::remove_dir_all(site.path().join("public")).unwrap();
    assert_eq!(made(&site.run(&["build", "--format", "json"])), 4);
    assert_eq!(pictures(&site), first);
}

#[test]
fn the_head_names_a_picture_that_is_there() {
    let built = site().build();
    assert_eq!(errors(&built), [""; 0]);
    let html = built.html("/de/groesse-uebermut/");
    let own = card(html).expect("a card");
    assert!(own.starts_with("de/groesse-uebermut/card.") && built.has(own), "{own}");
    assert!(html.contains("data-size=\"1200x630\" data-alt=\"Größe &amp; &lt;Übermut&gt;\""), "{html}");
    assert!(html.contains(&format!("\"image\":{{\"@type\":\"ImageObject\",\"caption\":\"Größe \\u0026 \\u003cÜbermut\\u003e\",\"height\":630,\"url\":\"https://example.org/{own}\",\"width\":1200}}")), "{html}");
    let home = card(built.html("/de/")).expect("a card");
    assert_ne!(home, own);
    let tag = built.files.keys().find(|name| name.starts_with("de/themen/w/")).unwrap();
    assert_eq!(card(built.html(tag)), Some(home));
    assert!(!built.files.keys().any(|name| name.ends_with(".ttf")), "fonts of cards are not published");
}

#[test]
fn a_page_that_stands_in_shows_the_card_of_what_it_shows() {
    let config = "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: plain\nmissing: fallback\n";
    let built = site().file("site.yaml", config).build();
    let cards: Vec<&String> = built.files.keys().filter(|name| name.contains("/card.")).collect();
    assert_eq!(cards.len(), 4, "{cards:?}; {:?}", built.codes());
    let own = card(built.html("/de/groesse-uebermut/")).unwrap();
    let stand_in = built.files.iter().find(|(name, html)| name.starts_with("en/") && card(html) == Some(own));
    assert!(stand_in.is_some(), "{:?}", built.files.keys());
}

#[test]
fn what_is_not_public_has_no_card() {
    let built = site()
        .page("draft.de.md", "title: Entwurf\ndraft: true", "")
        .page("later.de.md", "title: Später\npublish: 2030-01-01T00:00Z", "")
        .page("back.de.md", "title: Zurück\nwithdrawn: {reason: Falsch}", "")
        .build();
    assert_eq!(built.files.keys().filter(|name| name.contains("/card.")).count(), 4, "{:?}", built.codes());
    assert_eq!(card(built.html("/de/zurueck/")), None);
}

#[test]
fn a_site_or_theme_may_do_without() {
    let config = "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: plain\nmissing: omit\ncards: false\n";
    for site in [site().file("site.yaml", config), site().without("themes/plain/templates/card.svg")] {
        let built = site.build();
        assert!(!built.files.keys().any(|name| name.ends_with(".png")), "{:?}", built.codes());
        assert!(card(built.html("/de/groesse-uebermut/")).is_none());
    }
}

#[test]
fn a_character_without_a_glyph_is_an_error_at_its_place() {
    let site = site().page("b.en.md", "title: Hanoi 河內", "");
    let built = site.build();
    assert_eq!(built.place(Code::MissingGlyph), Some(("content/b.en.md".into(), 2, 14)));
    assert_eq!(errors(&built), ["missing-glyph", "missing-glyph"]);
    let said = String::from_utf8(site.run(&["check"]).stderr).unwrap();
    assert!(said.contains("“河” (U+6CB3)"), "{said}");
    // Decomposed letters are composed first, so they are not missing.
    let decomposed =
        self::site().page("c.vi.md", "title: \"nghi\u{303}a ke\u{302}\u{301}t A\u{302}\u{303}\"", "").build();
    assert_eq!(errors(&decomposed), [""; 0]);
}

#[test]
fn a_broken_drawing_is_an_error_of_the_template() {
    let broken =
        site().file("themes/plain/templates/card.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text></svg>");
    assert_eq!(broken.build().place(Code::Template).unwrap().0, "themes/plain/templates/card.svg");
    let no_svg = site().file("themes/plain/templates/card.svg", "<p xmlns=\"http://www.w3.org/1999/xhtml\"/>");
    assert_eq!(errors(&no_svg.build()), ["template"]);
    let font = site().file("themes/plain/templates/card.svg", &CARD.replace("Serif Card\" f", "Serf Card\" f"));
    assert_eq!(font.build().place(Code::UnknownFont).unwrap().0, "themes/plain/templates/card.svg");
}

/// Every letter of Vietnamese, small and capital: twelve vowels with six tones each, and đ.
fn vietnamese() -> Vec<char> {
    let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
    let vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars();
    let composed = |text: String| icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(&text).into_owned();
    let all = vowels.flat_map(|vowel| tones.iter().map(move |tone| format!("{vowel}{tone}")));
    all.map(composed).flat_map(|text| text.chars().collect::<Vec<_>>()).chain(['đ', 'Đ']).collect()
}

#[test]
fn the_shipped_theme_s_cards_have_every_letter_of_the_three_languages() {
    let letters = vietnamese();
    assert_eq!(letters.len(), 146, "each is one character");
    let mut site = SiteTest::new().file("site.yaml", "base_url: https://example.org/\nlanguages: [de, vi, en]\n");
    for lang in ["de", "vi", "en"] {
        let own = std::fs::read_to_string(project().join("locales").join(lang).join("site.ftl")).unwrap();
        site = site.append(&format!("locales/{lang}/site.ftl"), &own.replace("site-title", "other-title"));
    }
    for (number, part) in letters.chunks(12).enumerate() {
        let title: String = part.iter().flat_map(|letter| [*letter, ' ']).collect();
        site = site.page(&format!("p{number}.vi.md"), &format!("title: \"{number} {title}\""), "");
    }
    site = site.page("q.de.md", "title: \"ÄÖÜäöüßẞ „‚‘“ – … §€%&@ ©\"", "");
    let built = site.build();
    assert_eq!(errors(&built), [] as [&str; 0]);
    let cards = built.files.keys().filter(|name| name.contains("/card.")).count();
    assert!(cards >= letters.len() / 12, "{cards} cards");
    let strange = site.page("r.vi.md", "title: \"Ẫ ⴰ\"", "").build();
    assert_eq!(errors(&strange), ["missing-glyph"], "the check looks at this theme's fonts");
}
