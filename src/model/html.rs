//! HTML's own escapes.

/// What stands for a character that HTML reads as its own, in element content and quoted attributes.
pub(crate) fn entity(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => return None,
    })
}

/// Appends `text` with `&`, `<`, `>` and `"` escaped, fit for element content and quoted attributes.
pub(crate) fn escape(text: &str, out: &mut String) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(entity) = entity(char::from(byte)) {
            out.push_str(&text[done..at]);
            out.push_str(entity);
            done = at + 1;
        }
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
