//! Blocks as a text for people.

use crate::model::{Block, Kind};

/// A line for each block, an empty line between them; lines end with `\n`.
pub(crate) fn print(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut before: Option<Kind> = None;
    for block in blocks {
        let between = match (before, block.kind) {
            (None, _) => "",
            (Some(Kind::Item(_)), Kind::Item(_)) | (Some(Kind::Row | Kind::Cell(_)), Kind::Row) => "\n",
            (Some(Kind::Row | Kind::Cell(_)), Kind::Cell(_)) | (Some(Kind::Term), Kind::Detail) => " ",
            (Some(Kind::Term | Kind::Detail), Kind::Term | Kind::Detail) => "\n",
            _ => "\n\n",
        };
        out.push_str(between);
        out.push_str(&printed(block, before));
        before = Some(block.kind);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn printed(block: &Block, before: Option<Kind>) -> String {
    let text = &block.text;
    let inside = "  ".repeat(block.depth.saturating_sub(usize::from(matches!(block.kind, Kind::Item(_)))));
    let lines =
        |first: &str, rest: &str| format!("{inside}{first}{}", text.replace('\n', &format!("\n{inside}{rest}")));
    match block.kind {
        Kind::Heading(level) => format!("{text}\n{}", underline(text, level)),
        Kind::Cell(columns) => "| ".repeat(usize::try_from(columns).unwrap_or(0)) + text,
        Kind::Title | Kind::Lead | Kind::Paragraph | Kind::Row => lines("", ""),
        Kind::Item(None) => lines("- ", "  "),
        Kind::Item(Some(number)) => lines(&format!("{number}. "), "   "),
        Kind::Quote => lines("> ", "> "),
        Kind::Caption if before == Some(Kind::Quote) => lines("— ", "  "),
        Kind::Caption => format!("{inside}[{text}]"),
        Kind::Detail if before == Some(Kind::Term) => text.replace('\n', "\n  "),
        Kind::Code | Kind::Detail => lines("  ", "  "),
        Kind::Term => format!("{}:", lines("", "").trim_end_matches(':')),
    }
}

/// As long as the text, as far as that shows.
fn underline(text: &str, level: u8) -> String {
    if level < 3 { "=" } else { "-" }.repeat(text.chars().count().min(72))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::print;
    use crate::text::{Purpose, blocks};

    fn text(html: &str) -> String {
        print(&blocks(html, "de", Purpose::Print))
    }

    #[test]
    fn paragraphs_headings_and_entities() {
        let html =
            "<p>Fach\u{ad}kr&auml;fte\n  &amp; a&nbsp;b<br>zwei</p><h2 id=x>Ziele</h2><p>u\u{308}ber</p><h3>Wer</h3>";
        assert_eq!(text(html), "Fachkräfte & a\u{a0}b\nzwei\n\nZiele\n=====\n\nüber\n\nWer\n---\n");
    }

    #[test]
    fn lists_tables_and_definitions() {
        assert_eq!(
            text("<ul><li>a</li><li><p>b</p><ol start=3><li>c<li>d</ol></li></ul>"),
            "- a\n- b\n  3. c\n  4. d\n"
        );
        assert_eq!(text("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"), "A | B\n1 | 2\n");
        assert_eq!(text("<table><tr><td>1<td><td>2<tr><td><p>3</p><p>4</p><td><p>5</table>"), "1 | | 2\n3 4 | 5\n");
        assert_eq!(text("<dl><dt>Reisezeit</dt><dd>Mai</dd></dl>"), "Reisezeit: Mai\n");
    }

    #[test]
    fn links_say_their_address_when_it_leads_anywhere() {
        assert_eq!(text("<p><a href=\"https://a.example/\">Hier</a>.</p>"), "Hier (https://a.example/).\n");
        assert_eq!(text("<p><a href=\"https://a.example/\">https://a.example/</a></p>"), "https://a.example/\n");
        assert_eq!(
            text("<p><a href=\"../a/\">Hier</a>, <a href=\"mailto:a@b.example\">a@b.example</a></p>"),
            "Hier, a@b.example\n"
        );
    }

    #[test]
    fn quotations_figures_footnotes_and_languages() {
        let html =
            "<figure><blockquote lang=vi><p>Xin ch\u{e0}o</p></blockquote><figcaption>Nguyễn</figcaption></figure>";
        assert_eq!(text(html), "> Xin chào\n\n— Nguyễn\n");
        let html = "<figure><img src=a alt=b><figcaption><span>Die Gruppe</span> <span>Bild: Name</span></figcaption></figure>";
        assert_eq!(text(html), "[Die Gruppe Bild: Name]\n");
        assert_eq!(text("<p>Wort<sup><a href=\"#fn1\">1</a></sup></p>"), "Wort [1]\n");
        assert_eq!(text("<p>m<sup>2</sup></p>"), "m2\n");
    }

    #[test]
    fn what_is_not_read_is_left_out() {
        assert_eq!(
            text("<p>a<svg><title>x</title></svg>b</p><style>p{}</style><script>1<2</script><!-- c -->"),
            "ab\n"
        );
        assert_eq!(text("<pre><code>a  b\n c</code></pre>"), "  a  b\n   c\n");
        assert_eq!(text("<p>a</p></div></p><p>b"), "a\n\nb\n");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(html in any::<String>()) {
            text(&html);
        }

        #[test]
        fn no_tag_survives_and_the_order_stays(parts in prop::collection::vec((0usize..24, any::<bool>()), 0..60)) {
            let tags = ["p", "h2", "ul", "ol", "li", "table", "tr", "td", "blockquote", "figure", "figcaption", "a href=\"https://a.example/\"",
                "sup", "pre", "dl", "dt", "dd", "br", "em", "div lang=\"vi\"", "img alt=\"b\"", "span", "hr", "section"];
            let mut html = String::new();
            for (number, (tag, closes)) in parts.iter().enumerate() {
                let tag = tags[*tag];
                html.push_str(&format!("<{tag}>w{number}w "));
                if *closes {
                    html.push_str(&format!("</{}>", tag.split(' ').next().unwrap()));
                }
            }
            let text = text(&html);
            prop_assert!(!text.contains('<'), "{text}");
            let mut rest = text.as_str();
            for number in 0..parts.len() {
                let word = format!("w{number}w");
                let at = rest.find(&word);
                prop_assert!(at.is_some(), "{word} is lost or moved: {text}");
                rest = &rest[at.unwrap() + word.len()..];
            }
        }
    }
}
