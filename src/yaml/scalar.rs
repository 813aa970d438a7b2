//! Texts as YAML 1.2, for the files that commands write: plain where that cannot be misread, else in double quotation
//! marks (YAML 1.2, sections 7.3.1 and 7.3.3).

/// A text for a place between braces.
pub(crate) fn scalar(text: &str) -> String {
    let text = text.trim();
    match is_plain(text) && !text.contains(['{', '}', '[', ']', ',']) {
        true => text.to_string(),
        false => quoted(text),
    }
}

/// A text for a line of its own, where commas and brackets mean nothing.
pub(crate) fn line_scalar(text: &str) -> String {
    let text = text.trim();
    if is_plain(text) { text.to_string() } else { quoted(text) }
}

fn is_plain(text: &str) -> bool {
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let date = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (date || text.starts_with(char::is_alphabetic))
        && !text.contains(|c: char| c.is_control() || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}'))
        && ![": ", " #", "  "].iter().any(|sign| text.contains(sign))
        && !text.ends_with(':')
        && !reserved.contains(&text.to_lowercase().as_str())
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{line_scalar, scalar};

    #[test]
    fn a_text_is_quoted_where_yaml_would_see_more() {
        for plain in ["Leipzig", "Đối thoại lần thứ hai", "2024-09-22", "a:b c"] {
            assert_eq!(scalar(plain), plain);
        }
        for text in ["Leipzig: Bericht", "no", "12", "a, b", "a #b", "- a"] {
            assert_eq!(scalar(text), format!("\"{text}\""));
        }
        assert_eq!(scalar("\"Quote\" a\nb"), "\"\\\"Quote\\\" a\\nb\"");
        assert_eq!(line_scalar("Hanoi, Da Nang [und mehr]"), "Hanoi, Da Nang [und mehr]");
    }
}
