//! Input nobody would write: the parsers neither panic nor lose their way.

use std::sync::LazyLock;

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
        static SITE: LazyLock<SiteTest> = LazyLock::new(|| SiteTest::in_languages(&["en"]));
        std::fs::write(SITE.path().join("content/a.en.md"), format!("---\ntitle: A\n---\n{body}")).unwrap();
        let run = SITE.run(&["check", "--lang", "de", "--at", "2026-11-24T12:00:00Z"]);
        let said = String::from_utf8(run.stderr).unwrap();
        prop_assert!(matches!(run.status.code(), Some(0 | 1)) && !said.contains("[internal-error]"), "{}", said);
    }

    #[test]
    fn any_file_is_read_to_the_end(text in wild()) {
        static SITE: LazyLock<SiteTest> = LazyLock::new(|| SiteTest::in_languages(&["en"]));
        for file in ["content/a.en.md", "locales/en/b.ftl"] {
            std::fs::write(SITE.path().join(file), &text).unwrap();
        }
        let site = SITE.build();
        prop_assert!(site.files.is_empty() || site.has("/en/"));
    }
}
