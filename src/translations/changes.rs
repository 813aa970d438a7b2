//! What has changed between two states of a source, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::model::Part;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amount {
    /// Words that were added, taken out or replaced.
    pub words: usize,
    /// Of the words there are now (or were, if those were more), in percent, rounded up.
    pub percent: usize,
}

/// A piece of a part: words that stayed, went or came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Equal(String),
    Removed(String),
    Added(String),
}

/// A part in which something has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Changed {
    /// The part's name: a key of the front matter, or `text`.
    pub name: String,
    pub pieces: Vec<Piece>,
}

/// The parts that differ, and how much of the whole that is.
pub(crate) fn compare(old: &[Part<'_>], new: &[Part<'_>]) -> (Vec<Changed>, Amount) {
    let mut changed = Vec::new();
    let (mut words, mut before, mut after) = (0, 0, 0);
    for (name, old, new) in pairs(old, new) {
        let (old, new) = (tokens(old), tokens(new));
        before += words_in(&old);
        after += words_in(&new);
        let ops = capture_diff_slices(Algorithm::Patience, &old, &new);
        let differing = ops.iter().map(|op| match op {
            DiffOp::Equal { .. } => 0,
            op => words_in(&old[op.old_range()]).max(words_in(&new[op.new_range()])),
        });
        let here: usize = differing.sum();
        if here > 0 {
            words += here;
            changed.push(Changed { name: name.to_string(), pieces: pieces(&ops, &old, &new) });
        }
    }
    let percent = (words * 100).div_ceil(before.max(after).max(1)).min(100);
    (changed, Amount { words, percent })
}

/// Parts of the same name side by side; of several with one name, the first with the first.
fn pairs<'a>(old: &[Part<'a>], new: &[Part<'a>]) -> Vec<(&'static str, &'a str, &'a str)> {
    let mut rest: Vec<Part<'a>> = old.to_vec();
    let mut pairs = Vec::new();
    for (name, text) in new {
        let before = rest.iter().position(|(other, _)| other == name).map(|at| rest.remove(at).1);
        pairs.push((*name, before.unwrap_or_default(), *text));
    }
    pairs.extend(rest.into_iter().map(|(name, text)| (name, text, "")));
    pairs
}

fn words_in(tokens: &[&str]) -> usize {
    tokens.iter().filter(|token| **token != "\n\n").count()
}

/// Words, and marks for the ends of paragraphs, so that a difference can be shown as it was written.
fn tokens(text: &str) -> Vec<&str> {
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    let mut tokens = Vec::new();
    for (number, paragraph) in paragraphs.enumerate() {
        if number > 0 {
            tokens.push("\n\n");
        }
        tokens.extend(paragraph.split_whitespace());
    }
    tokens
}

fn pieces(ops: &[DiffOp], old: &[&str], new: &[&str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for op in ops {
        let (gone, came) = (join(&old[op.old_range()]), join(&new[op.new_range()]));
        if let DiffOp::Equal { .. } = op {
            pieces.push(Piece::Equal(came));
            continue;
        }
        pieces.extend((!gone.is_empty()).then_some(Piece::Removed(gone)));
        pieces.extend((!came.is_empty()).then_some(Piece::Added(came)));
    }
    pieces
}

fn join(tokens: &[&str]) -> String {
    tokens.join(" ").replace(" \n\n ", "\n\n").replace("\n\n ", "\n\n").replace(" \n\n", "\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_changed_are_counted_and_shown() {
        let old = [("title", "A title"), ("text", "One two three.\n\nFour five.")];
        let new = [("title", "A title"), ("text", "One  three\nand.\n\nFour five six.")];
        let (changed, amount) = compare(&old, &new);
        assert_eq!(amount, Amount { words: 4, percent: 50 });
        assert_eq!(changed.len(), 1);
        assert_eq!(
            changed[0].pieces,
            [
                Piece::Equal("One".into()),
                Piece::Removed("two three.".into()),
                Piece::Added("three and.".into()),
                Piece::Equal("\n\nFour".into()),
                Piece::Removed("five.".into()),
                Piece::Added("five six.".into()),
            ]
        );
    }

    #[test]
    fn parts_that_come_and_go_count() {
        let (changed, amount) = compare(&[("corrections", "Wrong.")], &[("title", "New"), ("text", "")]);
        assert_eq!(changed.iter().map(|part| part.name.as_str()).collect::<Vec<_>>(), ["title", "corrections"]);
        assert_eq!(amount, Amount { words: 2, percent: 100 });
        assert_eq!(compare(&[("text", "a\n\nb")], &[("text", "a \n\n b")]).1, Amount::default());
    }
}
