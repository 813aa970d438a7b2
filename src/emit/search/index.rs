//! Pages → the groups of their words, each with the places where it stands.
//!
//! A place is a number that tells the field, too: titles begin at 0, headings at 64, what sums a page up at 512, all else
//! at 1024. What does not fit into its field counts as text, so no word is lost.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::language::Language;
use super::postings::{Posting, TEXT};
use super::words::{words, written};
use crate::model::{Kind, PageText};

/// Where the fields begin, in the order of [`field`].
pub(super) const FIELDS: [u32; 4] = [0, 64, 512, TEXT];

/// How many pages are read in one go: enough that their words are put together quickly, few enough for all cores.
const PART: usize = 512;

pub(super) struct Index {
    pub language: Language,
    /// The pages: those without a date first, the newest last, so that another one leaves most numbers as they are. The
    /// place in this list is a page's number.
    pub pages: Vec<Page>,
    /// The groups, by key as JavaScript compares texts.
    pub groups: Vec<Group>,
    pub postings: Vec<Posting>,
}

pub(super) struct Page {
    pub text: Arc<PageText>,
    /// The place of each block's first word.
    pub places: Vec<u32>,
    pub length: u32,
}

/// A word as written, and which of the places are its own.
pub(super) type Form = (String, Range<usize>);

pub(super) struct Group {
    /// The folded stem, or the folded word.
    pub key: String,
    /// The words as written, each with the range of its places in the index.
    pub forms: Vec<Form>,
    /// Where compounds stand that have one of them as a later part.
    pub parts: Vec<Posting>,
}

impl Index {
    pub(super) fn new(primary: &str, mut texts: Vec<Arc<PageText>>) -> Self {
        texts.sort_by_cached_key(rank);
        let (read, words): (Vec<_>, Vec<_>) = texts.par_chunks(PART).enumerate().map(read_part).unzip();
        let (forms, postings) = sorted(words);
        let language = Language::of(primary);
        let groups = groups(forms, &postings, &language);
        let read = read.into_iter().flatten();
        let pages = texts.into_iter().zip(read).map(|(text, (places, length))| Page { text, places, length }).collect();
        Self { language, pages, groups, postings }
    }
}

fn rank(text: &Arc<PageText>) -> impl Ord + use<> {
    let date = text.date.as_ref().map(|(day, _)| *day);
    (date, std::cmp::Reverse(text.path.clone()))
}

/// The words of a part on their way into the index: each is looked up where it stands and made ready once.
#[derive(Default)]
struct WordLog<'t> {
    /// The numbers of words as they stand in texts.
    seen: FxHashMap<&'t str, u32>,
    /// The numbers of words as written.
    numbers: FxHashMap<String, u32>,
    /// The number of each word and its place in its page, in the order in which they stand.
    all: Vec<(u32, u32)>,
    /// The number of each page, and how many of them are its words.
    pages: Vec<(u32, u32)>,
}

impl<'t> WordLog<'t> {
    fn add(&mut self, word: &'t str, place: u32) {
        let number = self.seen.get(word).copied().unwrap_or_else(|| self.meet(word));
        self.all.push((number, place));
    }

    fn meet(&mut self, word: &'t str) -> u32 {
        let next = self.numbers.len() as u32;
        let number = *self.numbers.entry(written(word)).or_insert(next);
        self.seen.insert(word, number);
        number
    }
}

/// Every word as written, in order, with the range of its places; and all places, those of a word ascending.
fn sorted(parts: Vec<WordLog<'_>>) -> (Vec<Form>, Vec<Posting>) {
    let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
    let mut logs = Vec::with_capacity(parts.len());
    for part in parts {
        // A word's number in the part → its number in all.
        let mut own = vec![0; part.numbers.len()];
        for (word, number) in part.numbers {
            let next = numbers.len();
            own[number as usize] = *numbers.entry(word).or_insert(next);
        }
        logs.push((own, part.all, part.pages));
    }
    let mut counts = vec![0; numbers.len()];
    for (own, log, _) in &logs {
        log.iter().for_each(|(number, _)| counts[own[*number as usize]] += 1);
    }
    let mut words: Vec<_> = numbers.into_iter().collect();
    words.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let (mut next, mut end) = (vec![0; words.len()], 0);
    let mut forms = Vec::with_capacity(words.len());
    for (word, number) in words {
        next[number] = end;
        end += counts[number];
        forms.push((word, next[number]..end));
    }
    let mut postings = vec![Posting::default(); end];
    for (own, log, pages) in logs {
        let mut rest = &log[..];
        for (page, count) in pages {
            let (words, after) = rest.split_at(count as usize);
            rest = after;
            for (number, place) in words {
                let next = &mut next[own[*number as usize]];
                postings[*next] = (page, *place);
                *next += 1;
            }
        }
    }
    (forms, postings)
}

/// Where the blocks of a page begin, and how many words it has.
type Length = (Vec<u32>, u32);

fn read_part<'t>((part, texts): (usize, &'t [Arc<PageText>])) -> (Vec<Length>, WordLog<'t>) {
    let (mut own, mut all) = (WordLog::default(), Vec::new());
    // Words have five letters or more with the space after them.
    own.all.reserve(texts.iter().map(|text| text.size()).sum::<usize>() / 5);
    let numbered = (part * PART..).zip(texts);
    let read = numbered.map(|(number, text)| read(number as u32, text, &mut all, &mut own)).collect();
    (read, own)
}

/// Gives every word of a page its place: those of the blocks' first words, and how many words there are.
fn read<'t>(number: u32, text: &'t PageText, all: &mut Vec<&'t str>, own: &mut WordLog<'t>) -> Length {
    let mut next = FIELDS;
    let mut places = Vec::with_capacity(text.blocks.len());
    let mut blocks = Vec::with_capacity(text.blocks.len());
    all.clear();
    for block in &text.blocks {
        let begin = all.len();
        all.extend(words(&block.text));
        let count = (all.len() - begin) as u32;
        let field = field(block.kind);
        let end = FIELDS.get(field + 1).copied().unwrap_or(u32::MAX);
        let field = if next[field] + count < end { field } else { FIELDS.len() - 1 };
        let first = next[field];
        places.push(first);
        blocks.push((first, begin..all.len()));
        // One place stays free between blocks, so that their words are no neighbours.
        next[field] = first + count + 1;
    }
    // In the order of places, so that lists ascend.
    blocks.sort_unstable_by_key(|(first, _)| *first);
    for (first, range) in blocks {
        for (word, place) in all[range].iter().zip(first..) {
            own.add(word, place);
        }
    }
    let length = all.len() as u32;
    own.pages.push((number, length));
    (places, length)
}

fn field(kind: Kind) -> usize {
    match kind {
        Kind::Title => 0,
        Kind::Heading(_) => 1,
        Kind::Lead => 2,
        _ => 3,
    }
}

fn groups(forms: Vec<Form>, postings: &[Posting], language: &Language) -> Vec<Group> {
    let keys: Vec<String> = forms.par_iter().map(|(word, _)| language.group(word)).collect();
    let known: FxHashSet<&str> = keys.iter().map(String::as_str).collect();
    let parts: Vec<Vec<String>> = forms
        .par_iter()
        .zip(&keys)
        .map(|((word, _), own)| {
            let parts = language.parts(word, |group| known.contains(group));
            parts.into_iter().filter(|part| part != own).collect()
        })
        .collect();
    let mut inner: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
    for ((_, range), parts) in forms.iter().zip(parts) {
        for part in parts {
            inner.entry(part).or_default().extend(&postings[range.clone()]);
        }
    }
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for (key, form) in keys.into_iter().zip(forms) {
        groups.entry(key.clone()).or_insert_with(|| Group::new(key)).forms.push(form);
    }
    for (key, mut postings) in inner {
        postings.sort_unstable();
        postings.dedup();
        groups.entry(key.clone()).or_insert_with(|| Group::new(key)).parts = postings;
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    groups.sort_by(|a, b| a.key.encode_utf16().cmp(b.key.encode_utf16()));
    groups
}

impl Group {
    fn new(key: String) -> Self {
        Self { key, forms: Vec::new(), parts: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::{FIELDS, Index, Posting};
    use crate::emit::search::words::{fold, words};
    use crate::model::{Block, Kind, Languages, PageText, SitePath};

    fn page(name: &str, date: Option<&str>, blocks: &[(Kind, &str)]) -> Arc<PageText> {
        let block = |(kind, text): &(Kind, &str)| Block { kind: *kind, text: (*text).into(), lang: None, depth: 0 };
        Arc::new(PageText {
            lang: Languages::new(&["de"]).unwrap().first(),
            path: SitePath::page(&["de", name]).unwrap(),
            title: name.to_string(),
            section: "Start".into(),
            date: date.map(|day| (day.parse().unwrap(), day.to_string())),
            blocks: blocks.iter().map(block).collect(),
        })
    }

    fn places(index: &Index, key: &str) -> Vec<(String, Vec<Posting>)> {
        let forms = index.groups.iter().filter(|group| group.key == key).flat_map(|group| &group.forms);
        forms.map(|(word, range)| (word.clone(), index.postings[range.clone()].to_vec())).collect()
    }

    #[test]
    fn places_tell_page_field_and_order() {
        use Kind::{Heading, Lead, Paragraph as Text, Title};
        let old = page("alt", Some("2020-01-01"), &[(Title, "Das Amt"), (Text, "Ein Amt. Ämter"), (Text, "amt")]);
        let new = page("neu", Some("2024-01-01"), &[(Heading(2), "Amt"), (Lead, "Ein Amt")]);
        let lasting = page("immer", None, &[(Text, "Das Amt")]);
        let index = Index::new("de", vec![old, new, lasting]);
        let paths: Vec<_> = index.pages.iter().map(|page| page.text.title.as_str()).collect();
        assert_eq!(paths, ["immer", "alt", "neu"]);
        let wanted = vec![
            ("amt".to_string(), vec![(0, 1025), (1, 1), (1, 1025), (1, 1028), (2, 64), (2, 513)]),
            ("ämter".to_string(), vec![(1, 1026)]),
        ];
        assert_eq!(places(&index, "amt"), wanted);
    }

    #[test]
    fn what_does_not_fit_into_a_field_is_text() {
        let title = vec!["wort"; 70].join(" ");
        let index = Index::new("de", vec![page("a", None, &[(Kind::Title, &title), (Kind::Paragraph, "ende")])]);
        assert_eq!(index.pages[0].places, [FIELDS[3], FIELDS[3] + 71]);
    }

    #[test]
    fn compounds_stand_in_the_groups_of_their_parts() {
        let text = "Wirtschaft und Gesundheitswirtschaft";
        let index = Index::new("de", vec![page("a", None, &[(Kind::Paragraph, text)])]);
        let group = index.groups.iter().find(|group| group.key == "wirtschaft").unwrap();
        assert_eq!(group.forms.len(), 1);
        assert_eq!(group.parts, [(0, 1026)]);
    }

    proptest! {
        #[test]
        fn every_word_is_found_by_its_folded_form(texts in proptest::collection::vec("\\PC{0,60}", 1..5)) {
            let blocks: Vec<_> = texts.iter().map(|text| (Kind::Paragraph, text.as_str())).collect();
            for primary in ["de", "vi", "en", "ru", "ja"] {
                let index = Index::new(primary, vec![page("a", None, &blocks)]);
                for (block, first) in texts.iter().zip(&index.pages[0].places) {
                    for (word, place) in words(block).zip(*first..) {
                        let folded = fold(word);
                        let found = index.groups.iter().flat_map(|group| &group.forms).any(|(form, range)| {
                            fold(form) == folded && index.postings[range.clone()].contains(&(0, place))
                        });
                        prop_assert!(found, "{} in {}", word, primary);
                    }
                }
            }
        }
    }
}
