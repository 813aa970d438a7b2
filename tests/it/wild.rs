//! Input nobody would write: the parsers neither panic nor lose their way.

use bruecke::model::slug::slugify;
use bruecke::model::url::SitePath;
use bruecke::pipeline::{Request, build};
use proptest::prelude::*;

use crate::support::SiteTest;

/// Pieces that mean something, thrown together.
fn wild() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "{{",
        "}}",
        "{%",
        "%}",
        "{% end %}",
        "{{ foreign(lang=\"vi\", text=\"a\") }}",
        "{% quotation() %}",
        "(",
        ")",
        "\"",
        "'",
        "=",
        "[^a]",
        "[^a]: b",
        "\n",
        "\n\n",
        "# ",
        "## ",
        "- ",
        "> ",
        "`",
        "```\n",
        "|",
        "| a | b |\n|---|---|\n",
        "[a](b.md)",
        "![](",
        ")",
        "<div>",
        "*",
        "_",
        "~~",
        "ü",
        "Đ",
        "\u{301}",
        "\u{E000}",
        "\u{E100}",
        "…",
        "---\n",
        "title: ",
        "a",
        " ",
        "{#id}",
        ": ",
        "\\",
        "\u{0}",
        "\r\n",
        "1.",
        "x",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

// The seed is fixed, so that a run says the same everywhere; raise `cases` to look further.
proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(2024), ..ProptestConfig::default() })]

    #[test]
    fn any_body_is_read_to_the_end(body in wild()) {
        let site = SiteTest::in_languages(&["en"]).page("a.en.md", "title: A", &body);
        let request = Request { root: site.path(), base_url: None, drafts: false, embargoed: false, at: "2026-11-24T12:00:00Z".parse().unwrap() };
        let built = build(&request);
        for diagnostic in &built.diagnostics {
            if let Some(at) = &diagnostic.at {
                prop_assert!(at.span.start <= at.source.text.len());
            }
        }
        let talk = bruecke::report::Talk::new(Some("de")).unwrap();
        bruecke::report::human(&talk, &built.diagnostics);
    }

    #[test]
    fn any_file_is_read_to_the_end(text in wild()) {
        let site = SiteTest::in_languages(&["en"]).file("content/a.en.md", &text).file("locales/en/b.ftl", &text).build();
        prop_assert!(site.files.is_empty() || site.has("/en/"));
    }

    #[test]
    fn a_slug_is_a_safe_segment_or_nothing(title in "\\PC{0,40}", tag in prop::sample::select(vec!["de", "vi", "en", "ja"])) {
        let slug = slugify(&title, tag);
        prop_assert!(slug.is_empty() || SitePath::page(&[&slug]).is_some());
        prop_assert_eq!(slugify(&slug, tag), slug.clone(), "a slug is its own slug");
        prop_assert!(slug.len() <= 120);
    }
}
