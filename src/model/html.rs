//! HTML's own escapes.

/// Appends `text` with `&`, `<`, `>` and `"` escaped, fit for element content and quoted attributes.
pub(crate) fn escape(text: &str, out: &mut String) {
    // Most texts have nothing to escape. All bytes are looked at, since that becomes vector instructions.
    if !text.bytes().fold(false, |found, byte| found | matches!(byte, b'&' | b'<' | b'>' | b'"')) {
        return out.push_str(text);
    }
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(entity);
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::escape;

    proptest! {
        #[test]
        fn whatever_has_to_be_escaped_is(text in "[ !#-%(-;=?-~äữ–]{0,40}[&<>\"']?[ !#-%(-;=?-~äữ–]{0,40}") {
            let mut escaped = String::new();
            escape(&text, &mut escaped);
            let entities = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")];
            let expected = entities.iter().fold(text.clone(), |text, (special, entity)| text.replace(special, entity));
            prop_assert_eq!(escaped, expected);
        }
    }
}
