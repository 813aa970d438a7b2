//! Where a word stands, as text: numbers in base 32 with a sixth bit for "more", of letters that JSON leaves alone.
//!
//! A list is, for each page that has the word: how far from the page before, how many places less one, and how far each
//! place is from the one before.

/// The letters, for 0 to 63.
pub const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A page by its number, and a word's places in it, ascending.
pub type Posting = (u32, Vec<u32>);

/// How long a list should be at most, in bytes: two of them are most of what a query may weigh.
const LONGEST: usize = 32 * 1024;
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
    loop {
        write(postings, places, out);
        if out.len() - begin <= LONGEST || places == 1 {
            return;
        }
        out.truncate(begin);
        places /= 2;
    }
}

fn write(postings: &[Posting], places: usize, out: &mut String) {
    let mut before = 0;
    for (page, all) in postings {
        let kept = &all[..all.len().min(places)];
        number(page - before, out);
        number(kept.len() as u32 - 1, out);
        before = *page;
        let mut last = 0;
        for place in kept {
            number(place - last, out);
            last = *place;
        }
    }
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
        list(&[(0, vec![3, 64]), (7, vec![1024])], &mut text);
        assert_eq!(numbers(&text), [0, 1, 3, 61, 7, 0, 1024]);
        assert_eq!(text.len(), 10);
    }

    #[test]
    fn a_word_that_is_everywhere_keeps_every_page() {
        let postings: Vec<Posting> =
            (0..5000).map(|page| (page, (0..40).map(|place| 1024 + place * 9).collect())).collect();
        let mut text = String::new();
        list(&postings, &mut text);
        assert!(text.len() <= LONGEST, "{}", text.len());
        let all = numbers(&text);
        let (mut at, mut pages) = (0, 0);
        while at < all.len() {
            at += 3 + all[at + 1] as usize;
            pages += 1;
        }
        assert_eq!(pages, 5000);
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
