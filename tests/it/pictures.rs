//! Pictures: turned, cleaned, in several widths, encoded once. That files decode elsewhere, tests/pictures/check.py shows.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use bruecke::diagnostic::Code;

use crate::support::{PICTURE, Site, SiteTest};

const PHOTO: &[u8] = include_bytes!("../specimen/content/pages/everything/photo.jpg");

/// Built once, since encoding takes its time where nothing is optimised.
static BUILT: LazyLock<Site> = LazyLock::new(|| site().build());

fn site() -> SiteTest {
    SiteTest::new()
        .bytes("content/a/p.jpg", PHOTO)
        .bytes("content/a/q.jpg", PHOTO)
        .page(
            "a/index.en.md",
            "title: A\nimage: {src: p.jpg, alt: Main, credit: C}",
            "[full](q.jpg)\n\nIn ![x](p.jpg \"C\") line.",
        )
        .page("b.en.md", "title: B", "In ![x](/a/p.jpg \"C\") and ![y](/a/p.jpg \"C\") line.")
}

/// Runs the binary over a site and gives its report.
fn run(site: &SiteTest, args: &[&str], threads: &str) -> serde_json::Value {
    let binary = env!("CARGO_BIN_EXE_bruecke");
    let out = Command::new(binary)
        .args(args)
        .args(["--root", site.path().to_str().unwrap(), "--format", "json"])
        .env("RAYON_NUM_THREADS", threads)
        .output()
        .unwrap();
    serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"))
}

fn pictures(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder.join("a")).unwrap().flatten().map(|file| file.path()).collect();
    files.sort();
    files.into_iter().map(|path| (path.display().to_string(), std::fs::read(&path).unwrap())).collect()
}

#[test]
fn a_picture_comes_in_its_widths_and_formats_with_its_size() {
    let html = BUILT.main("/en/b/").to_string();
    let (first, second) = html.split_once("</picture>").unwrap();
    for shown in ["type=\"image/avif\" srcset=\"../../a/p.", "-400.avif 400w, ", "-600.avif 600w\"", "-400.jpg 400w, "]
    {
        assert!(first.contains(shown), "{shown} in {first}");
    }
    // Turned upright; the first is not lazy, those that follow are.
    assert!(first.contains("alt=\"x\" width=\"600\" height=\"1000\" decoding"), "{first}");
    assert!(!first.contains("lazy") && second.contains("loading=\"lazy\""), "{html}");
    // Below a main picture, none is the first.
    assert!(BUILT.main("/en/a/").contains("loading=\"lazy\""));
}

#[test]
fn nothing_is_encoded_twice_and_nothing_by_check() {
    let site = site();
    // Both files have the same bytes: they are read once, or at the same time.
    let read = run(&site, &["check"], "2")["made"].as_u64().unwrap();
    assert!((1..=2).contains(&read), "{read}");
    // Two widths in two formats of p.jpg, and all of q.jpg; the same bytes are the same picture.
    let made = run(&site, &["build"], "2")["made"].as_u64().unwrap();
    assert!((5..=6).contains(&made), "{made}");
    assert_eq!(run(&site, &["build"], "2")["made"], 0);
    let before = pictures(&site.path().join("public"));
    assert_eq!(before.len(), 5, "{:?}", before.iter().map(|(name, _)| name).collect::<Vec<_>>());
    std::fs::remove_dir_all(site.path().join(".bruecke")).unwrap();
    std::fs::remove_dir_all(site.path().join("public")).unwrap();
    run(&site, &["build"], "1");
    assert!(before == pictures(&site.path().join("public")), "other bytes on one thread");
}

#[test]
fn what_a_camera_noted_is_nowhere() {
    for note in ["Geheimkamera", "Geheimkommentar"] {
        assert!(PHOTO.windows(note.len()).any(|part| part == note.as_bytes()), "{note} must be in the file");
    }
    let site = &*BUILT;
    assert!(site.has("a/q.jpg") && !site.has("a/p.jpg"), "only what is linked is there in its own size");
    for (name, bytes) in &site.files {
        for note in ["Geheim", "Exif", "GPS", "Photoshop", "ICC_PROFILE"] {
            let found = bytes.contains(note);
            assert!(!found, "{note} in {name}");
        }
    }
}

#[test]
fn a_picture_that_only_decorates_needs_no_words() {
    let shortcodes = "{% component figure(src: string, alt: string, credit: string, decorative: bool = false, @root) \
                      {\"shortcode\": true, \"files\": [\"src\"]} %}{{ picture(src=src, alt=alt) }}{% endcomponent figure %}";
    let head = "{% if page.image %}{{ picture(src=page.image.src, alt=page.image.alt) }}{% endif %}{{ page.html }}";
    let site = SiteTest::new()
        .file("themes/plain/templates/shortcodes.html", shortcodes)
        .file("themes/plain/templates/page.html", head)
        .bytes("content/a.gif", PICTURE)
        .page("a.de.md", "title: A\nimage: {src: a.gif, decorative: true, credit: C}", "")
        .page(
            "a.en.md",
            "title: A\ntranslation: {from: de}",
            "{{ figure(src=\"a.gif\", decorative=true, credit=\"C\") }}",
        )
        .build();
    let html = site.html("/en/a/");
    assert_eq!(html.matches("alt=\"\" width=\"10\"").count(), 2, "{html}");
}

#[test]
fn drawings_are_published_cleaned() {
    let svg = "<svg width=\"4\" height=\"3\"><metadata>Geheim</metadata><path onclick=\"x()\" d=\"M0 0\"/></svg>";
    let site = SiteTest::new()
        .file("content/a.svg", svg)
        .page("a.en.md", "title: A", "In ![x](a.svg \"C\") and [file](a.svg).")
        .build();
    assert_eq!(site.codes(), ["missing-translation", "cleaned-picture", "publisher-unset"]);
    let drawn = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><path d=\"M0 0\"/></svg>";
    let all: Vec<_> = site.files.iter().filter(|(name, _)| name.ends_with(".svg") && name.starts_with('a')).collect();
    let plain: Vec<_> = all.iter().filter(|(name, _)| !name.starts_with("assets")).collect();
    assert_eq!(plain.len(), 2, "the one shown and the one linked");
    assert!(plain.iter().all(|(_, bytes)| bytes.as_str() == drawn));
    assert!(site.main("/en/a/").contains("alt=\"x\" width=\"4\" height=\"3\""));
}

/// Encoded once, as above.
static THEMED: LazyLock<Site> = LazyLock::new(|| {
    let page = "{% set photo = asset(path=\"img/p.jpg\") %}<a href=\"{{ photo }}\">{{ picture(src=photo, alt=\"P\") }}</a>\
                {{ picture(src=asset(path=\"mark.svg\"), alt=\"M\") }}";
    let mark = "<svg width=\"4\" height=\"3\"><metadata>Geheim</metadata><path onclick=\"x()\" d=\"M0 0\"/></svg>";
    SiteTest::new()
        .bytes("themes/plain/assets/img/p.jpg", PHOTO)
        .file("themes/plain/assets/mark.svg", mark)
        .file("themes/plain/assets/css/style.css", "a{background:url(../img/p.jpg)}b{background:url(../mark.svg)}")
        .file("themes/plain/templates/page.html", page)
        .page("a.en.md", "title: A", "")
        .build()
});

/// What a page or sheet of the site names there, as its file.
fn named<'s>(site: &'s Site, from: &'s str, start: &str, end: &str) -> (&'s str, &'s String) {
    let (_, rest) = from.split_once(start).unwrap_or_else(|| panic!("{start} in {from}"));
    let address = rest.split(end).next().unwrap();
    let path = format!("assets/{}", address.trim_start_matches("../").trim_start_matches("assets/"));
    (address, site.files.get(&path).unwrap_or_else(|| panic!("{path} of {:?}", site.files.keys())))
}

#[test]
fn pictures_of_a_theme_are_cleaned_and_come_in_their_widths() {
    let site = &*THEMED;
    assert_eq!(site.codes(), ["cleaned-picture", "missing-translation", "publisher-unset"]);
    let html = site.html("/en/a/");
    let (_, full) = named(site, html, "href=\"", "\"");
    assert!(full.starts_with('\u{fffd}'), "a photograph");
    for noted in ["Geheim", "Exif", "GPS", "Photoshop", "ICC_PROFILE"] {
        assert!(!full.contains(noted), "what the camera noted: {noted}");
    }
    for shown in ["-400.avif 400w, ", "-600.avif 600w\"", "-400.jpg 400w, ", "alt=\"P\" width=\"600\" height=\"1000\""]
    {
        assert!(html.contains(shown), "{shown} in {html}");
    }
    for width in ["srcset=\"", "img src=\""] {
        named(site, html, width, if width.starts_with("src") { " " } else { "\"" });
    }
    let drawn = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><path d=\"M0 0\"/></svg>";
    let (_, mark) = named(site, html.split_once("</picture>").unwrap().1, "img src=\"", "\"");
    assert_eq!(mark, drawn);
}

#[test]
fn style_sheets_name_the_cleaned_pictures_of_a_theme() {
    let site = &*THEMED;
    let (_, sheet) = site.files.iter().find(|(name, _)| name.starts_with("assets/css/style.")).unwrap();
    let (photo, full) = named(site, sheet, "url(\"", "\"");
    assert!(photo.starts_with("../img/p.") && !full.contains("Geheim"), "{sheet}");
    let (_, mark) = named(site, sheet.split_once("}b").unwrap().1, "url(\"", "\"");
    assert!(!mark.contains("onclick"), "{mark}");
    assert!(site.html("/en/a/").contains(photo.trim_start_matches("../")), "one address for pages and sheets");
}

/// A photograph with a place and a camera in it (EXIF).
fn photograph() -> Vec<u8> {
    let mut jpeg = Vec::new();
    let pixels = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8 * 3, y as u8 * 4, (x * y) as u8]));
    image::DynamicImage::ImageRgb8(pixels)
        .write_to(&mut std::io::Cursor::new(&mut jpeg), image::ImageFormat::Jpeg)
        .unwrap();
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x0F\0\x02\0\0\0\x0BGPSMARKCAM\0\0\0\0";
    let mut segment = vec![0xFF, 0xE1, 0, exif.len() as u8 + 2];
    segment.extend_from_slice(exif);
    [&jpeg[..2], &segment, &jpeg[2..]].concat()
}

#[test]
fn pictures_are_known_by_what_is_in_them() {
    for name in ["photo.jfif", "photo", "photo.jpe", "photo.dat", "photo.jpg", "photo.png"] {
        let front = format!("title: A\ndate: 2024-01-01\nattachments: [{{src: {name}, title: Photo}}]");
        let site = SiteTest::in_languages(&["de"])
            .file("site.yaml", "base_url: https://example.org/\nlanguages: [de]\npress_kits: [/news/_index.md]\n")
            .bytes(&format!("content/news/{name}"), &photograph())
            .page("news/_index.de.md", "title: N", "")
            .page("news/a.de.md", &front, &format!("[x]({name})"));
        let done = site.run(&["build"]);
        assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
        let public = site.path().join("public");
        for entry in walkdir::WalkDir::new(&public).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let bytes = std::fs::read(entry.path()).unwrap();
            let marked = bytes.windows(7).any(|part| part == b"GPSMARK");
            assert!(!marked, "{name}: {}", entry.path().display());
        }
        assert!(public.join("news").join(name).exists(), "{name}");
    }
    // What nobody here can read is published as it is, and the build says so, at the line that offers it.
    for (name, bytes) in
        [("a.dat", &b"\0\0\0\x18ftypheic\0\0\0\0"[..]), ("b", b"II*\0\x08\0\0\0"), ("c.bin", b"8BPS\0\x01")]
    {
        let site = SiteTest::in_languages(&["de"]).bytes(&format!("content/{name}"), bytes).page(
            "a.de.md",
            "title: A",
            &format!("[x]({name})"),
        );
        let built = site.build();
        assert_eq!(
            built.place(Code::UncleanPicture),
            Some(("content/a.de.md".into(), 4, 5)),
            "{name}: {:?}",
            built.codes()
        );
    }
    let film = |place: &[u8]| [b"\0\0\0\x18ftypisom\0\0\0\0moov", place, &[0; 64]].concat();
    let said = |bytes: &[u8]| {
        let site =
            SiteTest::in_languages(&["de"]).bytes("content/f.mp4", bytes).page("a.de.md", "title: A", "[x](f.mp4)");
        site.build().codes().contains(&"unclean-film")
    };
    assert!(said(&film(b"\0\0\0\x1E\xA9xyz\0\x12\x15\xC7+51.3397+012.3731/")));
    assert!(said(&film(b"com.apple.quicktime.location.ISO6709")));
    assert!(!said(&film(b"\xA9xyz and no place")) && !said(b"text about \xA9xyz\0\0\0\0+1"));
}

#[test]
fn a_picture_that_ends_early_is_named_with_the_page_that_uses_it() {
    let whole = photograph();
    let site = |bytes: &[u8], text: &str| {
        SiteTest::in_languages(&["de"]).bytes("content/p.jpg", bytes).page("a.de.md", "title: A", text)
    };
    let shown = "Text\n\n![Alt](p.jpg \"Foto\")";
    assert!(!site(&whole, shown).build().codes().contains(&"bad-picture"));
    // Cameras append what is no part of the picture.
    assert!(!site(&[&whole[..], b"more\xFF\xD8\xFF"].concat(), shown).build().codes().contains(&"bad-picture"));
    for cut in [whole.len() - 2, whole.len() - 1, whole.len() * 3 / 4, whole.len() / 2, 700] {
        let built = site(&whole[..cut], shown).build();
        assert_eq!(built.place(Code::BadPicture), Some(("content/a.de.md".into(), 6, 8)), "{cut}: {:?}", built.codes());
        let linked = site(&whole[..cut], "[x](p.jpg)").build();
        assert_eq!(
            linked.place(Code::BadPicture),
            Some(("content/a.de.md".into(), 4, 5)),
            "{cut}: {:?}",
            linked.codes()
        );
    }
    let front = SiteTest::in_languages(&["de"]).bytes("content/p.jpg", &whole[..900]).page(
        "a.de.md",
        "title: A\nimage: {src: p.jpg, alt: x, credit: y}",
        "",
    );
    assert_eq!(
        front.build().place(Code::BadPicture).map(|(file, line, _)| (file, line)),
        Some(("content/a.de.md".into(), 3))
    );
}
