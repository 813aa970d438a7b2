//! Files of `content/`: those that no page uses, and those that are too large to download.

use bruecke::diagnostic::Code;

use crate::support::{self, Site, SiteTest};

fn site() -> SiteTest {
    SiteTest::in_languages(&["de", "en"])
}

/// The files that a build calls unused.
fn unused(site: &Site) -> Vec<String> {
    let found = site.diagnostics.iter().filter(|found| found.code == Code::UnusedFile);
    found.map(|found| found.args[0].1.clone()).collect()
}

#[test]
fn a_file_that_no_page_uses_is_named_once_in_order() {
    let site = site()
        .bytes("content/z.pdf", b"%PDF")
        .bytes("content/news/b.pdf", b"%PDF")
        .bytes("content/used.pdf", b"%PDF")
        .bytes("content/Grö ße.pdf", b"%PDF")
        .page("a.de.md", "title: A", "[x](used.pdf#page=2) und [y](Gr%C3%B6%20%C3%9Fe.pdf)")
        .build();
    assert_eq!(unused(&site), ["content/news/b.pdf", "content/z.pdf"]);
    assert!(site.has("/used.pdf") && !site.has("/z.pdf"));
}

#[test]
fn what_pages_use_in_any_way_is_used() {
    let gif = support::PICTURE;
    let front = "title: A\nimage: {src: one.gif, alt: A, credit: B}\nattachments:\n  - {src: two.pdf, title: T}";
    let body = "![A](/media/three.gif \"B\")\n\n{{ figure(src=\"four.gif\", alt=\"A\", credit=\"B\") }}\n";
    let site = site().page("a/index.de.md", front, body).page(
        "a/index.en.md",
        "title: A\nimage: {alt: A}\ntranslation: {from: de}",
        "[x](five.pdf)",
    );
    let site = site.bytes("content/a/one.gif", gif).bytes("content/a/two.pdf", b"%PDF");
    let site = site.bytes("content/media/three.gif", gif).bytes("content/a/four.gif", gif);
    let site = site.bytes("content/a/five.pdf", b"%PDF").build();
    assert_eq!(unused(&site), [] as [&str; 0]);
}

#[test]
fn no_file_of_a_page_that_is_not_public_is_named() {
    for front in ["draft: true", "publish: 2999-01-01", "expires: 2001-01-01", "withdrawn: {date: 2024-01-01}"] {
        let site = site()
            .page("secret/index.de.md", &format!("title: S\n{front}"), "[x](used.pdf) [y](/media/elsewhere.pdf)")
            .page("other.de.md", &format!("title: O\n{front}\nattachments: [{{src: media/third.pdf, title: T}}]"), "")
            .bytes("content/secret/used.pdf", b"%PDF")
            .bytes("content/secret/not-used-yet.pdf", b"%PDF")
            .bytes("content/media/elsewhere.pdf", b"%PDF")
            .bytes("content/media/third.pdf", b"%PDF")
            .bytes("content/media/rest.pdf", b"%PDF")
            .build();
        assert_eq!(unused(&site), ["content/media/rest.pdf"], "{front}");
        let said = format!("{:?}", site.diagnostics.iter().map(|found| &found.args).collect::<Vec<_>>());
        assert!(!said.contains("secret"), "{front}: {said}");
    }
}

#[test]
fn a_hidden_translation_and_a_hidden_section_keep_their_folder() {
    let site = site()
        .page("a/index.de.md", "title: A", "")
        .page("a/index.en.md", "title: A\ndraft: true\ntranslation: {from: de}", "")
        .bytes("content/a/x.pdf", b"%PDF")
        .page("hidden/_index.de.md", "title: H\ndraft: true", "")
        .page("hidden/b.de.md", "title: B", "")
        .bytes("content/hidden/deep/x.pdf", b"%PDF")
        .page("open/_index.de.md", "title: O", "")
        .bytes("content/open/x.pdf", b"%PDF")
        .build();
    assert_eq!(unused(&site), ["content/open/x.pdf"]);
}

#[test]
fn nothing_is_called_unused_while_a_page_has_mistakes() {
    let wrong = ["---\ntitle: B\nx: 1\n---\n[x](b.pdf)", "[x](b.pdf)", "---\ntitle: B\n---\n[x](bb.pdf)"];
    for text in wrong {
        let site = site().bytes("content/b.pdf", b"%PDF").file("content/b.de.md", text).build();
        assert!(site.diagnostics.iter().any(|found| found.is_error()), "{text}");
        assert_eq!(unused(&site), [] as [&str; 0], "{text}");
    }
}

/// The messages about heavy files: name, size, file, line.
fn heavy(site: &Site) -> Vec<(String, String, String, usize)> {
    let found = site.diagnostics.iter().filter(|found| found.code == Code::HeavyFile);
    let told = found.map(|found| {
        let at = found.at.as_ref().unwrap();
        let line = at.source.line_column(at.span.start).0;
        (found.args[0].1.clone(), found.args[1].1.clone(), at.source.path.clone(), line)
    });
    told.collect()
}

fn with_limit(limit: &str, size: usize) -> Site {
    let yaml = "base_url: https://example.org/\nlanguages: [de, en]\ntheme: plain\nmissing: omit\n";
    let gif = [support::PICTURE, &vec![0; size]].concat();
    site()
        .file("site.yaml", &format!("{yaml}{limit}"))
        .bytes("content/a/big.pdf", &vec![0; size])
        .bytes("content/a/big.GIF", &gif)
        .bytes("content/a/linked.gif", &gif)
        .page(
            "a/index.de.md",
            "title: A\nattachments:\n  - {src: big.pdf, title: T}",
            "![A](big.GIF \"B\")\n\n[Bild](linked.gif) [nochmals](big.pdf)",
        )
        .page("a/index.en.md", "title: A\ntranslation: {from: de}", "[again](big.pdf)")
        .build()
}

#[test]
fn a_heavy_download_is_told_once_where_it_is_used() {
    let told = heavy(&with_limit("max_file_size: 1\n", 1_200_000));
    let names: Vec<_> = told.iter().map(|(file, size, page, line)| (&**file, &**size, &**page, *line)).collect();
    let page = "content/a/index.de.md";
    assert_eq!(names, [("content/a/big.pdf", "2", page, 4), ("content/a/linked.gif", "2", page, 8)]);
}

#[test]
fn the_limit_is_ten_megabytes_unless_told() {
    assert_eq!(heavy(&with_limit("", 9_999_000)).len(), 0);
    assert_eq!(heavy(&with_limit("", 10_000_001)).len(), 2);
    assert_eq!(heavy(&with_limit("max_file_size: 0\n", 10_000_001)).len(), 0);
}
