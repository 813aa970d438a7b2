//! HTML's own escapes.

/// Appends `text` with `&`, `<`, `>` and `"` escaped, fit for element content and quoted attributes.
pub fn escape(text: &str, out: &mut String) {
    // Most texts have nothing to escape, and that is seen sixteen bytes at a time.
    let special = memchr::memchr3(b'&', b'<', b'>', text.as_bytes());
    if special.is_none() && memchr::memchr(b'"', text.as_bytes()).is_none() {
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
