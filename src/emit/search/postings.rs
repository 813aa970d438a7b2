//! Where a word stands, as text: numbers in base 32 with a sixth bit for "more", of letters that JSON leaves alone.
//!
//! A list is, for each page that has the word: how far from the page before, how many places less one, and how far each
//! place is from the one before.

/// The letters, for 0 to 63.
pub const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A place of a word: the number of the page, and the place in it. Lists of them ascend.
pub type Posting = (u32, u32);

/// How long a list should be at most, in bytes: two of them are most of what a query may weigh.
const LONGEST: usize = 20 * 1024;
/// Places of a word in a page that are kept: more say nothing new.
const PLACES: usize = 32;

/// Appends a number.
pub fn number(mut value: u32, out: &mut String) {
    loop {
        let rest = value >> 5;
        let digit = (value & 31) | if rest > 0 { 32 } else { 0 };
        out.push(char::from(ALPHABET[digit as usize]));
        if rest == 0 {
            return;
        }
        value = rest;
    }
}

/// Appends a list. Where it would be too long, each page's later places are left out, never a page.
pub fn list(postings: &[Posting], out: &mut String) {
    let begin = out.len();
    let mut places = PLACES;
    while places > 1 && !write(postings, places, LONGEST, out) {
        out.truncate(begin);
        places /= 2;
    }
    if places == 1 {
        write(postings, places, usize::MAX, out);
    }
}

/// Writes a list unless that takes more bytes than `most`; tells whether it is whole.
fn write(postings: &[Posting], places: usize, most: usize, out: &mut String) -> bool {
    let begin = out.len();
    let mut before = 0;
    for all in postings.chunk_by(|a, b| a.0 == b.0) {
        let kept = &all[..all.len().min(places)];
        number(all[0].0 - before, out);
        number(kept.len() as u32 - 1, out);
        before = all[0].0;
        let mut last = 0;
        for (_, place) in kept {
            number(place - last, out);
            last = *place;
        }
        if out.len() - begin > most {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ALPHABET, LONGEST, Posting, list, number};

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

    #[test]
    fn a_list_is_short() {
        let mut text = String::new();
        list(&[(0, 3), (0, 64), (7, 1024)], &mut text);
        assert_eq!(numbers(&text), [0, 1, 3, 61, 7, 0, 1024]);
        assert_eq!(text.len(), 10);
    }

    #[test]
    fn a_word_that_is_everywhere_keeps_every_page() {
        let postings: Vec<Posting> =
            (0..4000).flat_map(|page| (0..40).map(move |place| (page, 1024 + place * 9))).collect();
        let mut text = String::new();
        list(&postings, &mut text);
        assert!(text.len() <= LONGEST, "{}", text.len());
        let all = numbers(&text);
        let (mut at, mut pages) = (0, 0);
        while at < all.len() {
            at += 3 + all[at + 1] as usize;
            pages += 1;
        }
        assert_eq!(pages, 4000);
    }

    proptest! {
        #[test]
        fn numbers_come_back(all in proptest::collection::vec(any::<u32>(), 0..20)) {
            let mut text = String::new();
            all.iter().for_each(|value| number(*value, &mut text));
            prop_assert_eq!(numbers(&text), all);
        }
    }
}
