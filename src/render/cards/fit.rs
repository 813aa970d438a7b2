//! A title set in lines: as large as it fits, and balanced.
//!
//! In: a text, the widths of its characters, sizes and the room there is. Out: a size and lines. Invariants: no
//! line is wider than it may be, nothing is lost but by an ellipsis, and that comes only where the smallest size and a
//! break inside a word do not help. Kerning is left out of the sum: it makes lines narrower, as a rule.

use serde::Serialize;

/// How much room there is.
pub(crate) struct Room<'a> {
    pub width: f32,
    /// Sizes to try, the best first.
    pub sizes: &'a [f32],
    pub height: f32,
    /// From line to line, in parts of the size.
    pub leading: f32,
}

impl Room<'_> {
    /// How many lines of a size there may be; there is always one.
    fn lines(&self, size: f32) -> usize {
        ((self.height / (size * self.leading)) as usize).max(1)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Fitted {
    pub size: f32,
    /// The lines, soft hyphens shown where they are used.
    pub lines: Vec<String>,
}

/// A last line of one word with so few characters looks lost.
const LONELY: usize = 7;
const SOFT: char = '\u{AD}';

/// What may stand between two parts of a text.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    /// A space, which goes when the line ends here.
    Space,
    Soft,
    /// Nothing: after a hyphen, a dash or a slash.
    Bare,
}

/// What cannot be broken, and what follows it.
struct Part {
    text: String,
    after: Gap,
}

/// What a way of setting lines may do.
#[derive(Clone, Copy)]
struct Rules {
    hyphens: bool,
    lonely: bool,
}

/// Sets `text`, in which soft hyphens mark where words may be hyphenated.
pub(crate) fn fit(text: &str, width_of: &dyn Fn(char) -> f32, room: &Room<'_>) -> Fitted {
    let parts = parts(text);
    let setting = |size: f32| Setting { parts: &parts, width_of, width: room.width / size, most: room.lines(size) };
    let ways = [(false, false), (true, false), (false, true), (true, true)];
    for (hyphens, lonely) in ways {
        for size in room.sizes {
            if let Some(lines) = setting(*size).balanced(Rules { hyphens, lonely }) {
                return Fitted { size: *size, lines };
            }
        }
    }
    let size = room.sizes.iter().copied().fold(f32::INFINITY, f32::min);
    let size = if size.is_finite() && size > 0.0 { size } else { 1.0 };
    Fitted { size, lines: setting(size).filled() }
}

/// The parts of a text. A number that counts (`22. September`) and a dash stay with their neighbour.
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        let dash = matches!(word, "–" | "—" | "-" | "&" | "·" | "/");
        match parts.last_mut().filter(|last| dash || is_ordinal(&last.text)) {
            Some(last) => {
                last.text.push(' ');
                pieces(word, std::mem::take(&mut last.text), &mut parts);
            }
            None => pieces(word, String::new(), &mut parts),
        }
    }
    parts
}

fn is_ordinal(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or(text);
    word.strip_suffix('.')
        .is_some_and(|digits| matches!(digits.len(), 1 | 2) && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// One word, cut where it may break; `before` is what it must stay with, which is the last part of `parts`.
fn pieces(word: &str, before: String, parts: &mut Vec<Part>) {
    if !before.is_empty() {
        parts.pop();
    }
    let mut piece = before;
    let mut letters = 0;
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        let more = rest.peek().is_some();
        if c == SOFT {
            if more && letters > 0 {
                parts.push(Part { text: std::mem::take(&mut piece), after: Gap::Soft });
                letters = 0;
            }
            continue;
        }
        piece.push(c);
        letters += 1;
        // "B-Plan" stays whole; "10–12" too.
        let joint = matches!(c, '-' | '–' | '/')
            && letters > 3
            && rest.clone().take(3).filter(|c| c.is_alphabetic()).count() == 3;
        if joint {
            parts.push(Part { text: std::mem::take(&mut piece), after: Gap::Bare });
            letters = 0;
        }
    }
    parts.push(Part { text: piece, after: Gap::Space });
}

/// The parts from `range` as one line.
fn line(parts: &[Part], range: std::ops::Range<usize>) -> String {
    let last = range.end - 1;
    let mut line = String::new();
    for (at, part) in parts.iter().enumerate().take(range.end).skip(range.start) {
        line.push_str(&part.text);
        match part.after {
            Gap::Space if at < last => line.push(' '),
            Gap::Soft if at == last => line.push('-'),
            _ => {}
        }
    }
    line
}

fn measure(text: &str, width_of: &dyn Fn(char) -> f32) -> f32 {
    text.chars().map(width_of).sum()
}

/// A text and the lines it is to stand in.
struct Setting<'a> {
    parts: &'a [Part],
    width_of: &'a dyn Fn(char) -> f32,
    /// Of a line, in parts of the size.
    width: f32,
    /// How many lines there may be.
    most: usize,
}

/// The least cost at which a line ends at a part, and where that line begins.
type Reached = Option<(f32, usize)>;

impl Setting<'_> {
    /// The fewest lines that hold the text, as even as can be; `None` where it does not fit.
    fn balanced(&self, rules: Rules) -> Option<Vec<String>> {
        let count = self.parts.len();
        // best[k][end] is for k lines up to `end`.
        let mut best: Vec<Vec<Reached>> = vec![vec![None; count + 1]];
        best[0][0] = Some((0.0, 0));
        for k in 1..=self.most {
            best.push(self.next_line(&best[k - 1], k == 1, rules));
            if best[k][count].is_some() {
                return Some(trace(self.parts, &best, k));
            }
        }
        None
    }

    fn next_line(&self, before: &[Reached], is_first: bool, rules: Rules) -> Vec<Reached> {
        let count = self.parts.len();
        let is_soft = |end: usize| end < count && self.parts[end - 1].after == Gap::Soft;
        let mut row: Vec<Reached> = vec![None; count + 1];
        for (start, reached) in before.iter().enumerate() {
            let Some((cost, _)) = *reached else { continue };
            for end in (start + 1..=count).filter(|end| rules.hyphens || !is_soft(*end)) {
                let text = line(self.parts, start..end);
                let wide = measure(&text, self.width_of);
                if wide > self.width {
                    // A hyphen may make a line longer than the next part would.
                    if self.parts[end - 1].after == Gap::Soft { continue } else { break }
                }
                let alone = !is_first && end == count && !text.contains(' ') && text.chars().count() <= LONELY;
                if alone && !rules.lonely {
                    continue;
                }
                let slack = (self.width - wide) / self.width;
                let cost = cost + slack * slack + if is_soft(end) { 0.1 } else { 0.0 };
                if row[end].is_none_or(|(least, _)| cost < least) {
                    row[end] = Some((cost, start));
                }
            }
        }
        row
    }

    /// Line after line, words cut where they must be; an ellipsis where it all does not fit.
    fn filled(&self) -> Vec<String> {
        let Self { parts, width_of, width, most } = *self;
        let mut lines = vec![String::new()];
        for part in parts {
            let fits = |text: &str| measure(text, width_of) <= width;
            let whole = format!("{}{}", lines[lines.len() - 1], part.text);
            if !fits(whole.trim_end()) && !lines[lines.len() - 1].is_empty() {
                lines.push(String::new());
            }
            for c in part.text.chars() {
                let at = lines.len() - 1;
                if !lines[at].is_empty() && !fits(&format!("{}{c}", lines[at])) {
                    lines.push(String::new());
                }
                let at = lines.len() - 1;
                lines[at].push(c);
            }
            let at = lines.len() - 1;
            if part.after == Gap::Space {
                lines[at].push(' ');
            }
        }
        let mut lines: Vec<String> = lines.into_iter().map(|line| line.trim().to_string()).collect();
        lines.retain(|line| !line.is_empty());
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                let shortened = |text: &str| {
                    let open = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '–' | '-' | '.');
                    format!("{}…", text.trim_end_matches(open))
                };
                while !last.is_empty() && measure(&shortened(last), width_of) > width {
                    last.pop();
                }
                *last = shortened(last);
            }
        }
        lines
    }
}

/// The lines that the table of [`Setting::balanced`] found, from the last to the first.
fn trace(parts: &[Part], best: &[Vec<Reached>], k: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut end = parts.len();
    for k in (1..=k).rev() {
        let Some((_, start)) = best[k][end] else { break };
        lines.push(line(parts, start..end));
        end = start;
    }
    lines.reverse();
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Fitted, Room, fit};

    /// As in a font whose letters are half as wide as they are high, and narrow ones a quarter.
    fn width_of(c: char) -> f32 {
        if "ijl.,: -".contains(c) { 0.25 } else { 0.5 }
    }

    fn set(text: &str, width: f32, lines: usize) -> Fitted {
        fit(text, &width_of, &Room { width, sizes: &[80.0, 60.0, 40.0], height: 40.0 * lines as f32, leading: 1.0 })
    }

    #[test]
    fn lines_are_even_and_as_large_as_fits() {
        assert_eq!(set("Presse", 1000.0, 6), Fitted { size: 80.0, lines: vec!["Presse".into()] });
        let two = set("Leipzig und Vietnam: Partnerschaft", 1000.0, 6);
        assert_eq!(two.lines, ["Leipzig und Vietnam:", "Partnerschaft"]);
        assert_eq!(set("a b c d e f g h", 100.0, 16).size, 80.0);
    }

    #[test]
    fn no_short_word_stands_alone_in_the_last_line() {
        // At the largest size "nam" would be left over.
        let set = set("Thành phố Leipzig thăm Việt Nam", 1000.0, 6);
        assert!(set.lines.last().unwrap().contains(' '), "{set:?}");
    }

    #[test]
    fn what_belongs_together_stays_together() {
        for width in [300.0, 420.0, 500.0, 700.0] {
            let set = set("Am 22. September beginnt die Reise – nach 10\u{A0}Jahren", width, 9);
            let shown = set.lines.join("|");
            assert!(!shown.contains("22.|") && !shown.contains("|–") && !shown.contains("10|"), "{shown}");
        }
    }

    #[test]
    fn a_compound_is_hyphenated_only_where_no_size_holds_it_whole() {
        let word = "Fach\u{AD}kräfte\u{AD}ein\u{AD}wande\u{AD}rungs\u{AD}gesetz";
        assert_eq!(set(word, 1200.0, 3).lines, ["Fachkräfteeinwanderungsgesetz"]);
        let cut = set(word, 400.0, 3);
        assert_eq!(cut.lines.concat().replace('-', ""), "Fachkräfteeinwanderungsgesetz");
        assert!(cut.lines.len() == 2 && cut.lines[0].ends_with('-'), "{cut:?}");
    }

    #[test]
    fn an_ellipsis_is_the_last_resort() {
        let long = set("Wort ".repeat(50).trim(), 400.0, 2);
        assert_eq!((long.size, long.lines.len()), (40.0, 2));
        assert!(long.lines[1].ends_with("Wort…"), "{long:?}");
        assert_eq!(set("ööööööööööööööööööööööööö", 400.0, 2).lines.concat(), "ööööööööööööööööööööööööö");
    }

    proptest! {
        #[test]
        fn nothing_is_too_wide_lost_or_out_of_order(
            text in "([a-zäß\u{AD}–-]{1,18}[ \u{A0}]{0,2}){0,14}",
            width in 60.0f32..1500.0,
            lines in 1usize..5,
        ) {
            let set = set(&text, width, lines);
            prop_assert!(set.lines.len() <= lines);
            for line in &set.lines {
                let wide: f32 = line.chars().map(width_of).sum::<f32>() * set.size;
                prop_assert!(wide <= width * 1.001, "{line:?} is {wide} wide of {width}");
            }
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            let (all, shown) = (letters(&text), letters(&set.lines.concat()));
            let cut = set.lines.last().is_some_and(|line| line.ends_with('…'));
            let whole = if cut { all.starts_with(&shown) && set.size == 40.0 } else { all == shown };
            prop_assert!(whole, "{set:?}");
        }
    }
}
