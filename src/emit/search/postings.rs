//! Where a word stands, as text: numbers in base 32 with a sixth bit for "more", of letters that JSON leaves alone.
//!
//! A list has for each page that has the word: four times how many pages lie between it and the one before, plus how
//! many further places the word has in it, at most 3; then, where it is 3, how many more; the first place; and how far
//! each further one is from the one before. Of a first place the lowest bit tells whether it is outside the text; in the
//! text, where nearly all are, it counts from the text's beginning. So most pages take three or four letters.

/// The letters, for 0 to 63.
pub(super) const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The place where a page's text begins; titles, headings and what sums a page up come before.
pub(super) const TEXT: u32 = 1024;

/// A place of a word: the number of the page, and the place in it. Lists of them ascend.
pub(super) type Posting = (u32, u32);

/// How long the lists of a group should be together, in bytes: those of two are most of what a query may weigh.
const LONGEST: usize = 20 * 1024;
/// Places of a word in a page that are kept: more say nothing new.
const PLACES: usize = 32;

pub(super) fn number(mut value: u32, out: &mut Vec<u8>) {
    while value > 31 {
        out.push(ALPHABET[(value & 31 | 32) as usize]);
        value >>= 5;
    }
    out.push(ALPHABET[value as usize]);
}

/// The lists of a group, with spaces between them. Where they would be too long, each page's later places are left out,
/// never a page.
pub(super) fn lists(all: &[&[Posting]]) -> String {
    let mut out = Vec::new();
    let mut places = PLACES;
    while !write(all, places, if places == 1 { usize::MAX } else { LONGEST }, &mut out) {
        out.clear();
        places /= 2;
    }
    text(out)
}

/// Written numbers as text: their letters are ASCII.
pub(super) fn text(numbers: Vec<u8>) -> String {
    String::from_utf8(numbers).unwrap_or_default()
}

/// Writes lists unless that takes more bytes than `most`; tells whether they are whole.
fn write(all: &[&[Posting]], places: usize, most: usize, out: &mut Vec<u8>) -> bool {
    for (at, list) in all.iter().enumerate() {
        if at > 0 {
            out.push(b' ');
        }
        let mut next = 0;
        for page in list.chunk_by(|a, b| a.0 == b.0) {
            let (number_of_page, first) = page[0];
            let further = &page[1..page.len().min(places)];
            let count = further.len() as u32;
            number((number_of_page - next) << 2 | count.min(3), out);
            if count >= 3 {
                number(count - 3, out);
            }
            next = number_of_page + 1;
            number(if first >= TEXT { (first - TEXT) << 1 } else { first << 1 | 1 }, out);
            let mut last = first;
            for (_, place) in further {
                number(place - last, out);
                last = *place;
            }
        }
        if out.len() > most {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ALPHABET, LONGEST, PLACES, Posting, TEXT, lists, number, text};

    /// Reads numbers back, as the browser does.
    fn numbers(text: &str) -> Vec<u32> {
        let (mut all, mut value, mut shift) = (Vec::new(), 0u32, 0);
        for byte in text.bytes() {
            let digit = ALPHABET.iter().position(|letter| *letter == byte).unwrap() as u32;
            value |= (digit & 31) << shift;
            shift += 5;
            if digit < 32 {
                all.push(value);
                (value, shift) = (0, 0);
            }
        }
        all
    }

    /// Reads a list back, as the browser does.
    fn read(list: &str) -> Vec<Posting> {
        let mut all = numbers(list).into_iter();
        let (mut postings, mut next) = (Vec::new(), 0);
        while let Some(head) = all.next() {
            let page = next + (head >> 2);
            next = page + 1;
            let mut further = head & 3;
            if further == 3 {
                further += all.next().unwrap();
            }
            let first = all.next().unwrap();
            let mut place = if first & 1 == 1 { first >> 1 } else { (first >> 1) + TEXT };
            postings.push((page, place));
            for _ in 0..further {
                place += all.next().unwrap();
                postings.push((page, place));
            }
        }
        postings
    }

    #[test]
    fn lists_are_short() {
        let first = [(0, 3), (0, 64), (7, 1024), (8, 1030)];
        let text = lists(&[&first, &[(2, 1024)]]);
        assert_eq!(text, "BH9BYAAM IA");
        assert_eq!(read(text.split(' ').next().unwrap()), first);
    }

    #[test]
    fn a_group_that_is_everywhere_keeps_every_page() {
        let postings: Vec<Posting> =
            (0..4000).flat_map(|page| (0..40).map(move |place| (page, 1024 + place * 9))).collect();
        let text = lists(&[&postings, &postings[..40_000]]);
        assert!(text.len() <= LONGEST, "{}", text.len());
        let pages = |list: &str| read(list).chunk_by(|a, b| a.0 == b.0).count();
        assert_eq!(text.split(' ').map(pages).collect::<Vec<_>>(), [4000, 1000]);
    }

    proptest! {
        #[test]
        fn numbers_come_back(all in proptest::collection::vec(any::<u32>(), 0..20)) {
            let mut written = Vec::new();
            all.iter().for_each(|value| number(*value, &mut written));
            prop_assert_eq!(numbers(&text(written)), all);
        }

        #[test]
        fn lists_come_back(places in proptest::collection::btree_set((0u32..9, 0u32..1100), 0..60)) {
            let mut postings: Vec<Posting> = places.into_iter().collect();
            let text = lists(&[&postings]);
            let mut seen = std::collections::BTreeMap::<u32, usize>::new();
            postings.retain(|(page, _)| {
                let count = seen.entry(*page).or_default();
                *count += 1;
                *count <= PLACES
            });
            prop_assert_eq!(read(&text), postings);
        }
    }
}
