//! HTML's own escapes.

/// Whether there is anything to escape in a text: `&`, `<`, `>` or a quote of either kind. Most texts have nothing, and are
/// too short for a call to pay off, so eight bytes are compared at once, as one number.
pub fn has_special(text: &str) -> bool {
    // `&` and `'` differ in one bit, `<` and `>` in another.
    let special = |byte: &u8| byte | 1 == b'\'' || byte | 2 == b'>' || *byte == b'"';
    let in_word = |word: &[u8; 8]| {
        let word = u64::from_ne_bytes(*word);
        zeros((word | every(1)) ^ every(b'\'')) | zeros((word | every(2)) ^ every(b'>')) | zeros(word ^ every(b'"'))
            != 0
    };
    let bytes = text.as_bytes();
    match bytes.last_chunk() {
        // What is left over stands in the last word, too.
        Some(last) => bytes.as_chunks().0.iter().any(in_word) || in_word(last),
        None => bytes.iter().any(special),
    }
}

/// A number of eight such bytes.
const fn every(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// Whether any byte of a number is zero: then it is not zero (<https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord>).
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(every(1)) & !word & every(0x80)
}

/// Appends `text` with `&`, `<`, `>` and `"` escaped, fit for element content and quoted attributes.
pub fn escape(text: &str, out: &mut String) {
    if !has_special(text) {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{escape, has_special};

    proptest! {
        #[test]
        fn whatever_has_to_be_escaped_is_seen(text in "[ !#-%(-;=?-~äữ–]{0,40}[&<>\"']?[ !#-%(-;=?-~äữ–]{0,40}") {
            prop_assert_eq!(has_special(&text), text.contains(['&', '<', '>', '"', '\'']));
            let mut escaped = String::new();
            escape(&text, &mut escaped);
            let entities = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")];
            let expected = entities.iter().fold(text.clone(), |text, (special, entity)| text.replace(special, entity));
            prop_assert_eq!(escaped, expected);
        }
    }
}
