//! E-mail addresses and telephone numbers: whether they are any, and how links write them.

/// Whether a text is one e-mail address: as browsers check it (HTML, "valid e-mail address"), with letters of any script,
/// and with a domain that has a dot.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let in_local = |c: char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    !local.is_empty() && local.chars().all(in_local) && domain.contains('.') && domain.split('.').all(is_label)
}

/// The fewest and the most digits of a telephone number (ITU-T E.164 for the most).
const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;

/// The number that a link to a telephone dials (RFC 3966, without visual separators): `+49 (0) 341 12-3` is `+49341123`.
/// `None` for what is not one number.
pub(crate) fn dialled(text: &str) -> Option<String> {
    let text = text.trim();
    // The zero in brackets is dialled within the country only.
    let text = if text.starts_with(['+', '＋']) { text.replacen("(0)", "", 1) } else { text.to_string() };
    let mut number = String::new();
    for c in text.chars() {
        match c {
            '+' | '＋' if number.is_empty() => number.push('+'),
            c if c.is_ascii_digit() => number.push(c),
            ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '(' | ')' | '-' | '.' | '/' | '‐' | '‑' | '–' | '−' => {}
            _ => return None,
        }
    }
    let digits = number.trim_start_matches('+').len();
    DIGITS.contains(&digits).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_addresses() {
        for email in
            ["a@b.de", "presse+x@leipzig.de", "Durchsetzungsstelle@sk.sachsen.de", "grüße@müller.example", "a.b@x-y.co"]
        {
            assert!(is_email(email), "{email}");
        }
        for other in [
            "presse(at)leipzig.de",
            "presse",
            "@b.de",
            "a@",
            "a@b",
            "a b@c.de",
            "a@b..de",
            "a@-b.de",
            "a@b.de, c@d.de",
            "a@b.de\r\nATTENDEE:x",
            "<a@b.de>",
            "mailto:a@b.de",
            "a@b.de?subject=x",
            "a\"@b.de",
            "a@b@c d.de",
        ] {
            assert!(!is_email(other), "{other:?}");
        }
    }

    #[test]
    fn numbers_are_dialled_without_what_only_divides_them() {
        for (text, number) in [
            ("+49 (0) 341 12-3", Some("+49341123")),
            ("+49 341 123-0", Some("+493411230")),
            ("0341 / 123 45", Some("034112345")),
            ("(0341) 123.45", Some("034112345")),
            ("+84 28\u{A0}3829\u{202F}6666", Some("+842838296666")),
            ("115", Some("115")),
            ("0341 123 und 0341 124", None),
            ("0341 1234567 / 0341 7654321", None),
            ("auf Anfrage", None),
            ("12", None),
            ("1+2345", None),
            ("123;phone-context=evil.example", None),
        ] {
            assert_eq!(dialled(text).as_deref(), number, "{text}");
        }
    }
}
