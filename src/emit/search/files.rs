//! An index → its files. `docs/themes.md` describes them.
//!
//! Invariant: words that begin with the same three letters are in one file, so a word and its stem are found together.

use rayon::prelude::*;
use serde::Serialize;
use xxhash_rust::xxh3::Xxh3Default;

use super::index::{Group, Index, Page};
use super::language::START;
use super::postings::{self, Posting};
use super::scripts::{CALL, Files, HASH, letters, output, write};
use crate::model::url::encode;
use crate::model::{Block, Kind, Lang, Output};

/// How large a file should become before the next begins, in bytes: small, since a query needs little of it; but where
/// there is much, so large that naming all files weighs little.
fn size(total: usize) -> usize {
    const SMALLEST: usize = 4 * 1024;
    const MOST: usize = 400;
    SMALLEST.max(total / MOST)
}

/// How large a file of texts should become: each answer may stand in another one.
const TEXTS: usize = 5 * 1024;

/// `search/LANG.js`: all that must be known to find words, also for readers of another language.
#[derive(Serialize)]
struct Entry {
    /// Endings of words; empty where words have none.
    endings: &'static str,
    umlauts: bool,
    /// The first letters in each file of words, and the hash in its name.
    words: Vec<(String, String)>,
    /// The first group in each file of lists, and the hash in its name.
    lists: Vec<(usize, String)>,
    /// The hash in the name of the file of pages.
    pages: String,
}

/// The file of pages: what ranks and sorts answers, and where their texts are.
#[derive(Serialize)]
struct Pages<'i> {
    /// Each page: its length in parts of the average, and its section, as numbers like those of lists.
    pages: String,
    sections: Vec<&'i str>,
    /// The years, each with its first page.
    years: Vec<(String, usize)>,
    /// The hashes in the names of the files of texts, in the order of pages: one for so many files.
    texts: String,
    /// How many pages a file of texts has.
    each: usize,
}

/// How many files of texts have a hash in common: to name each by its own would weigh more than the answers do.
const FILES: usize = 32;

/// The parts of the average length that lengths are told in: most need one letter.
const PARTS: usize = 8;

pub(super) fn files(lang: Lang, index: &Index) -> Vec<Output> {
    let mut files = Files::new(lang);
    let words = words(&index.groups, &mut files);
    let lists = lists(&index.groups, &index.postings, &mut files);
    let pages = pages(&index.pages, &mut files);
    let language = &index.language;
    let entry = Entry { endings: language.endings, umlauts: language.umlauts, words, lists, pages };
    let mut outputs = files.outputs;
    let mut script = Vec::new();
    write(lang.tag(), &entry, &mut script);
    outputs.extend(output(lang.tag(), &script));
    outputs
}

/// The file of pages, and those of texts.
fn pages(all: &[Page], files: &mut Files) -> String {
    let count = all.len().max(1);
    let bytes: usize = all.iter().map(|page| page.text.size()).sum();
    let each = (TEXTS * count / bytes.max(1)).clamp(1, 8);
    let texts = files.add_texts(all, each);
    let (sections, years) = (sections(all), years(all));
    let length: usize = all.iter().map(|page| page.length as usize).sum();
    let average = (length / count).max(1);
    let mut numbers = Vec::with_capacity(all.len() * 2);
    for page in all {
        let section = sections.iter().position(|section| *section == page.text.section).unwrap_or_default();
        postings::number((page.length as usize * PARTS).div_ceil(average) as u32, &mut numbers);
        postings::number(section as u32, &mut numbers);
    }
    let pages = postings::text(numbers);
    files.add_all("pages", &[Pages { pages, sections, years, texts, each }]).concat()
}

fn sections(pages: &[Page]) -> Vec<&str> {
    let mut sections: Vec<&str> = pages.iter().map(|page| page.text.section.as_str()).collect();
    sections.sort_unstable();
    sections.dedup();
    sections
}

/// Years with their first pages, in the order of pages; empty for pages without a date.
fn years(pages: &[Page]) -> Vec<(String, usize)> {
    let mut years: Vec<_> = pages.iter().enumerate().map(|(number, page)| (year_of(page), number)).collect();
    years.dedup_by(|a, b| a.0 == b.0);
    years
}

fn year_of(page: &Page) -> String {
    page.text.date.as_ref().map(|(day, _)| day.year().to_string()).unwrap_or_default()
}

/// The files of words: the number of the first group, and a line for each group: its key, then its words as written
/// unless the key is the only one; `+` at the end where it is a part of compounds.
fn words(groups: &[Group], files: &mut Files) -> Vec<(String, String)> {
    let lines: Vec<String> = groups.par_iter().map(line).collect();
    let start = |group: &Group| group.key.chars().take(START).collect::<String>();
    let full = size(lines.iter().map(String::len).sum());
    let mut parts = Vec::new();
    let (mut first, mut size) = (0, 0);
    for at in 0..groups.len() {
        size += lines[at].len() + 1;
        let last = groups.get(at + 1).is_none_or(|next| size >= full && start(next) != start(&groups[at]));
        if last {
            parts.push((first, lines[first..=at].join("\n")));
            (first, size) = (at + 1, 0);
        }
    }
    let starts = parts.iter().map(|(first, _)| start(&groups[*first]));
    starts.zip(files.add_all("words", &parts)).collect()
}

fn line(group: &Group) -> String {
    let mut line = group.key.clone();
    // A key without words after it is its only word; before `+` there would be no telling.
    let alone = matches!(&group.forms[..], [(form, _)] if *form == group.key) && group.parts.is_empty();
    if !alone {
        for (form, _) in &group.forms {
            line.push(' ');
            line.push_str(form);
        }
    }
    if !group.parts.is_empty() {
        line.push_str(" +");
    }
    line
}

/// The files of lists: for each group the lists of its words, then that of its compounds.
fn lists(groups: &[Group], postings: &[Posting], files: &mut Files) -> Vec<(usize, String)> {
    let lists: Vec<String> = groups.par_iter().map(|group| lists_of(group, postings)).collect();
    let full = size(lists.iter().map(String::len).sum());
    let mut parts = Vec::new();
    let (mut first, mut size) = (0, 0);
    for at in 0..lists.len() {
        size += lists[at].len() + 3;
        let next = lists.get(at + 1).map(String::len);
        // A list that is large by itself has a file of its own.
        if next.is_none_or(|next| size + next > full) {
            parts.push((first, &lists[first..=at]));
            (first, size) = (at + 1, 0);
        }
    }
    let (firsts, parts): (Vec<usize>, Vec<&[String]>) = parts.into_iter().unzip();
    firsts.into_iter().zip(files.add_all("lists", &parts)).collect()
}

fn lists_of(group: &Group, postings: &[Posting]) -> String {
    let parts = (!group.parts.is_empty()).then_some(&group.parts[..]);
    let all: Vec<_> = group.forms.iter().map(|(_, range)| &postings[range.clone()]).chain(parts).collect();
    postings::lists(&all)
}

/// A page's row in a file of texts: address, title, date in words, blocks.
type Row<'i> = (String, &'i str, &'i str, Vec<Cell<'i>>);

/// A block: the place of its first word, its text, its language where that is another one.
#[derive(Serialize)]
#[serde(untagged)]
enum Cell<'i> {
    Plain(u32, &'i str),
    Foreign(u32, &'i str, &'i str),
}

fn row(page: &Page) -> Row<'_> {
    let text = &page.text;
    let blocks = text.blocks.iter().zip(&page.places).filter(|(block, _)| block.kind != Kind::Title);
    let date = text.date.as_ref().map_or("", |(_, words)| words.as_str());
    (encode(text.path.as_str()), &text.title, date, blocks.map(|(block, place)| cell(block, *place)).collect())
}

fn cell(block: &Block, place: u32) -> Cell<'_> {
    match &block.lang {
        Some(lang) => Cell::Foreign(place, &block.text, lang),
        None => Cell::Plain(place, &block.text),
    }
}

impl Files {
    /// Adds the files of texts, such as `de/texts-1a2b3c4d-5`, and gives the hashes in their names.
    fn add_texts(&mut self, pages: &[Page], each: usize) -> String {
        let made: Vec<_> = pages.par_chunks(each * FILES).map(|pages| self.texts(pages, each)).collect();
        let mut hashes = String::with_capacity(made.len() * HASH);
        for (hash, outputs) in made {
            hashes.push_str(&hash);
            self.outputs.extend(outputs);
        }
        hashes
    }

    /// Files of texts with one hash in their names.
    fn texts(&self, pages: &[Page], each: usize) -> (String, Vec<Output>) {
        let number = |at: usize| format!("{}/texts-{}-{at}", self.lang, "-".repeat(HASH));
        let made = pages.chunks(each).enumerate().map(|(at, pages)| {
            let rows: Vec<Row<'_>> = pages.iter().map(row).collect();
            // What is not text, such as the places of blocks, is less than a quarter.
            let size: usize = pages.iter().map(|page| page.text.size()).sum();
            let mut script = Vec::with_capacity(512 + size * 5 / 4);
            let data = write(&number(at), &rows, &mut script);
            (script, data)
        });
        let mut made: Vec<_> = made.collect();
        let mut hasher = Xxh3Default::new();
        made.iter().for_each(|(script, data)| hasher.update(&script[data.clone()]));
        let hash = letters(hasher.digest());
        let outputs = made.iter_mut().enumerate().filter_map(|(at, (script, _))| {
            let begin = CALL.len() + self.lang.tag().len() + "/texts-".len();
            script[begin..begin + HASH].copy_from_slice(hash.as_bytes());
            output(&format!("{}/texts-{hash}-{at}", self.lang), script)
        });
        let outputs = outputs.collect();
        (hash, outputs)
    }
}

#[cfg(test)]
mod tests {
    use super::{Files, line, lists, words};
    use crate::emit::search::index::Group;
    use crate::model::Languages;

    fn group(key: &str, forms: &[&str], part: bool) -> Group {
        let forms = forms.iter().map(|form| (form.to_string(), 0..1)).collect();
        Group { key: key.into(), forms, parts: if part { vec![(0, 1030)] } else { Vec::new() } }
    }

    fn files() -> Files {
        let lang = Languages::new(&["de"]).unwrap().first();
        Files::new(lang)
    }

    #[test]
    fn a_line_says_what_a_group_has() {
        assert_eq!(line(&group("rat", &["rat"], false)), "rat");
        assert_eq!(line(&group("rat", &["rat"], true)), "rat rat +");
        assert_eq!(line(&group("mask", &[], true)), "mask +");
        assert_eq!(
            line(&group("fachkraft", &["fachkräfte", "fachkräften"], false)),
            "fachkraft fachkräfte fachkräften"
        );
    }

    #[test]
    fn words_that_begin_alike_are_in_one_file() {
        let keys: Vec<String> = (0..4000).map(|at| format!("{}wort{at:04}", ["aa", "ab", "ba"][at / 1400])).collect();
        let groups: Vec<Group> = keys.iter().map(|key| group(key, &[key], false)).collect();
        let mut files = files();
        let starts: Vec<String> = words(&groups, &mut files).into_iter().map(|(start, _)| start).collect();
        assert_eq!(starts, ["aaw", "abw", "baw"]);
        let lists = lists(&groups, &[(0, 1024)], &mut files);
        assert_eq!(lists[0].0, 0);
        assert!(lists.windows(2).all(|two| two[0].0 < two[1].0) && lists.len() > 2);
    }
}
