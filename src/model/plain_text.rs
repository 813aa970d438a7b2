//! Text as it was meant: one Unicode form, blanks that are blanks, and no characters that are no text.

use icu_normalizer::ComposingNormalizerBorrowed;
use memchr::{memchr, memchr_iter, memchr2, memmem};

const NO_BREAK: char = '\u{A0}';

/// The text of a file as it is read: without a byte order mark, with plain line ends, letters and their marks composed
/// (NFC), and with a blank for a no-break space where only a blank can be meant, as after `##`. Editors on a Mac write
/// all these.
pub(crate) fn plain(path: &str, text: String) -> String {
    let mut text = text;
    if text.starts_with('\u{FEFF}') || memchr(b'\r', text.as_bytes()).is_some() {
        text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).replace("\r\n", "\n");
    }
    // What begins the marks U+0300 to U+036F: without one of them letters are composed.
    if memchr2(0xCC, 0xCD, text.as_bytes()).is_some() {
        text = composed(&text).into_owned();
    }
    let is_structured = [".md", ".yaml", ".ftl"].iter().any(|ending| path.ends_with(ending));
    if is_structured && memmem::find(text.as_bytes(), NO_BREAK.encode_utf8(&mut [0; 2]).as_bytes()).is_some() {
        // What stands between the first two lines of hyphens of a page is front matter.
        let mut fences = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            fences += usize::from(line.trim_end() == "---");
            let sign = match path.rsplit_once('.') {
                Some((_, "ftl")) => Some('='),
                Some((_, "yaml")) => Some(':'),
                _ => (fences == 1).then_some(':'),
            };
            with_blanks(line, sign)
        });
        text = lines.collect();
    }
    text
}

/// A text in one Unicode form (NFC), in which names are compared.
pub(crate) fn composed(text: &str) -> std::borrow::Cow<'_, str> {
    match text.is_ascii() {
        true => text.into(),
        false => ComposingNormalizerBorrowed::new_nfc().normalize(text),
    }
}

/// A path as a disk sees it that knows no case and one Unicode form (NFC): macOS, Windows, most sticks.
pub(crate) fn folded(path: &str) -> std::borrow::Cow<'_, str> {
    if path.is_ascii() {
        return match path.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => path.to_ascii_lowercase().into(),
            false => path.into(),
        };
    }
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    nfc.normalize(&nfc.normalize(path).to_lowercase()).into_owned().into()
}

/// A line with blanks for no-break spaces in front of its text: before and after what makes a headline, a list, a
/// quotation, and a key where there are keys, which end in `sign`.
fn with_blanks(line: &str, sign: Option<char>) -> String {
    let text = line.trim_start_matches(|c: char| c.is_whitespace());
    let end = match text {
        "" => line.len(),
        _ => line.len() - after_marks(text, sign).len(),
    };
    let rest = line[end..].trim_end();
    let trailing = &line[end + rest.len()..];
    [&*line[..end].replace(NO_BREAK, " "), rest, &*trailing.replace(NO_BREAK, " ")].concat()
}

/// What follows the marks of structure that a line begins with.
fn after_marks(mut text: &str, sign: Option<char>) -> &str {
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '"' | '\'' | '[' | ']' | '*');
    loop {
        let mark = match text.as_bytes().first() {
            Some(b'#') => text.find(|c| c != '#').unwrap_or(text.len()),
            Some(b'-' | b'*' | b'+' | b'>' | b':' | b'|') => 1,
            Some(b'[') if text.starts_with("[^") => text.find("]:").map_or(0, |at| at + 2),
            Some(b'[') => {
                ["[ ]", "[x]", "[X]"].iter().find(|task| text.starts_with(**task)).map_or(0, |task| task.len())
            }
            Some(b'0'..=b'9') => text
                .find(|c: char| !c.is_ascii_digit())
                .filter(|at| text[*at..].starts_with(['.', ')']))
                .map_or(0, |at| at + 1),
            _ => 0,
        };
        let rest = &text[mark..];
        let blanks = rest.len() - rest.trim_start_matches([' ', NO_BREAK]).len();
        if mark > 0 && blanks > 0 {
            text = &rest[blanks..];
            continue;
        }
        let key = sign.and_then(|sign| text.find(sign)).filter(|at| text[..*at].trim_end().chars().all(is_key));
        return key.map_or(text, |at| text[at + 1..].trim_start_matches([' ', NO_BREAK]));
    }
}

/// The characters of a text that are no text, with their bytes: control characters, line separators, what turns the
/// direction of what follows, isolates that are never closed or never opened (UAX #9), byte order marks. Joiners and
/// marks of direction (U+200C to U+200F) are letters' business.
pub(crate) fn unwanted(text: &str) -> Vec<(usize, char)> {
    let bytes = text.as_bytes();
    let is_control = |byte: u8| (byte < 0x20) & (byte != b'\t') & (byte != b'\n') | (byte == 0x7F);
    let any_control = bytes.iter().fold(false, |any, byte| any | is_control(*byte));
    let later = |first: u8, is_one: fn(&[u8]) -> bool| memchr_iter(first, bytes).any(|at| is_one(&bytes[at + 1..]));
    let suspicious = any_control
        || later(0xC2, |rest| matches!(rest, [0x80..=0x9F, ..]))
        || later(0xE2, |rest| matches!(rest, [0x80, 0xA8..=0xAE, ..] | [0x81, 0xA6..=0xA9, ..]))
        || later(0xEF, |rest| matches!(rest, [0xBB, 0xBF, ..] | [0xBF, 0xB9..=0xBB | 0xBE | 0xBF, ..]));
    if !suspicious {
        return Vec::new();
    }
    let is_unwanted = |c: char| {
        (c.is_control() && !matches!(c, '\t' | '\n'))
            || matches!(c, '\u{2028}'..='\u{202E}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}')
    };
    let mut found: Vec<_> = text.char_indices().filter(|(_, c)| is_unwanted(*c)).collect();
    found.extend(unbalanced(text));
    found.sort_unstable();
    found
}

/// Isolates that are not closed in their paragraph, and ends of none.
fn unbalanced(text: &str) -> Vec<(usize, char)> {
    let (mut found, mut open) = (Vec::new(), Vec::new());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push((at, c)),
            '\u{2069}' if open.pop().is_none() => found.push((at, c)),
            '\n' if before == '\n' => found.append(&mut open),
            _ => {}
        }
        before = c;
    }
    found.append(&mut open);
    found
}

/// The names of the first 32 characters.
const CONTROLS: [&str; 32] = [
    "NULL",
    "START OF HEADING",
    "START OF TEXT",
    "END OF TEXT",
    "END OF TRANSMISSION",
    "ENQUIRY",
    "ACKNOWLEDGE",
    "BELL",
    "BACKSPACE",
    "CHARACTER TABULATION",
    "LINE FEED",
    "LINE TABULATION",
    "FORM FEED",
    "CARRIAGE RETURN",
    "SHIFT OUT",
    "SHIFT IN",
    "DATA LINK ESCAPE",
    "DEVICE CONTROL ONE",
    "DEVICE CONTROL TWO",
    "DEVICE CONTROL THREE",
    "DEVICE CONTROL FOUR",
    "NEGATIVE ACKNOWLEDGE",
    "SYNCHRONOUS IDLE",
    "END OF TRANSMISSION BLOCK",
    "CANCEL",
    "END OF MEDIUM",
    "SUBSTITUTE",
    "ESCAPE",
    "FILE SEPARATOR",
    "GROUP SEPARATOR",
    "RECORD SEPARATOR",
    "UNIT SEPARATOR",
];

/// What Unicode calls a character of [`unwanted`].
pub(crate) fn character_name(c: char) -> String {
    let name = match c {
        '\0'..='\x1F' => CONTROLS[c as usize],
        '\x7F' => "DELETE",
        '\u{85}' => "NEXT LINE",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202A}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202B}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202C}' => "POP DIRECTIONAL FORMATTING",
        '\u{202D}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202E}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{FEFF}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{FFF9}'..='\u{FFFB}' => "INTERLINEAR ANNOTATION",
        '\u{FFFE}' | '\u{FFFF}' => "NONCHARACTER",
        _ => "CONTROL",
    };
    format!("U+{:04X} {name}", c as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_composed_and_its_blanks_are_blanks() {
        let nb = |text: &str| text.replace('_', "\u{A0}");
        for (written, meant) in [
            ("##_Title_x", "## Title_x"),
            ("-_a_b", "- a_b"),
            ("-_-_a", "- - a"),
            ("1._a", "1. a"),
            (">_a", "> a"),
            (">_##_a", "> ## a"),
            ("__-_a", "  - a"),
            (
                "---_\ntitle:_x_y\ntitle_:_x\n-_src:_x\n---_\nOrt:_x",
                "--- \ntitle: x_y\ntitle : x\n- src: x\n--- \nOrt:_x",
            ),
            ("_", " "),
            ("-_[x]_a", "- [x] a"),
            ("[^1]:_a", "[^1]: a"),
            ("z._B._a", "z._B._a"),
            ("a_b: c", "a_b: c"),
            ("10_Uhr", "10_Uhr"),
            ("*a*_b", "*a*_b"),
            ("Satz mit: a_b", "Satz mit: a_b"),
        ] {
            assert_eq!(plain("a.md", nb(written)), nb(meant), "{written}");
        }
        assert_eq!(plain("a.ftl", nb("key_=_Wert_x")), nb("key = Wert_x"));
        assert_eq!(plain("a.html", nb("##_x")), nb("##_x"));
        assert_eq!(plain("a.md", "\u{FEFF}u\u{308}\r\nx".into()), "ü\nx");
    }

    #[test]
    fn names_that_are_one_on_some_disk_are_one_here() {
        for (one, other) in [("De/A", "de/a"), ("Übersicht", "u\u{308}bersicht"), ("ĐÀ NẴNG", "đa\u{300} nẵng")]
        {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("straße"), folded("strasse"));
    }

    #[test]
    fn what_is_no_text_is_found() {
        for c in [
            '\0', '\x08', '\x1B', '\r', '\x7F', '\u{80}', '\u{9F}', '\u{2028}', '\u{202A}', '\u{202E}', '\u{2066}',
            '\u{2069}', '\u{FEFF}', '\u{FFFF}',
        ] {
            assert_eq!(unwanted(&format!("äb{c}x")), [(3, c)], "{:?}", c);
        }
        for text in [
            "a\tb\n",
            "Đà Nẵng „so“ – 10 °",
            "\u{200C}\u{200D}\u{200E}\u{200F}",
            "\u{2067}abc\u{2069}",
            "\u{2068}a\nb\u{2069}",
            "👩\u{200D}🚀",
        ] {
            assert_eq!(unwanted(text), [], "{text:?}");
        }
        assert_eq!(unwanted("\u{2067}a\n\nb\u{2069}").len(), 2);
    }
}
