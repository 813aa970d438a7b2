//! Names in a page that are not the ones agreed on in the glossary: a warning at each.
//!
//! In: the events of a body, arguments of shortcodes, texts of the front matter. Out: warnings. Invariant: code,
//! addresses and what is in another language are never looked at; markup and line ends within a name change nothing.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::events::is_inline;
use super::front_matter;
use super::shortcodes::{self, Piece};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Candidates, Form, Glossary};
use crate::model::{Location, SourceText};

pub(super) struct GlossaryCheck<'a> {
    glossary: &'a Glossary,
    candidates: Candidates<'a>,
    source: &'a Arc<SourceText>,
}

/// Stands for what is not running text, so that words beside it do not join.
const GAP: char = '\u{FFFC}';

impl<'a> GlossaryCheck<'a> {
    pub(super) fn new(glossary: &'a Glossary, source: &'a Arc<SourceText>) -> Self {
        Self { glossary, candidates: glossary.candidates(source.text()), source }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.candidates.is_empty()
    }

    fn note(&self, form: &Form, span: Range<usize>) -> Diagnostic {
        let at = Location { source: self.source.clone(), span };
        Diagnostic::at(Code::Glossary, at).with("form", &form.text).with("agreed", &form.agreed)
    }

    /// The names in a text that stands, maybe with quotes and escapes, in the bytes `within` of the file.
    pub(super) fn in_text(&self, text: &str, within: Range<usize>) -> Vec<Diagnostic> {
        let file = &self.source.text()[within.clone()];
        let mut from = 0;
        let hits = self.glossary.find(text, &self.candidates).into_iter();
        let found = hits.map(|(_, form)| match file[from..].find(&form.text) {
            Some(at) => {
                let start = within.start + from + at;
                from += at + form.text.len();
                self.note(form, start..start + form.text.len())
            }
            None => self.note(form, within.start..within.start),
        });
        found.collect()
    }

    /// The names in what readers see of the front matter.
    pub(super) fn in_front(&self) -> Vec<Diagnostic> {
        // Most pages have none of them anywhere, and need not be read again.
        let Some(front) = (!self.is_empty()).then(|| front_matter::fields(self.source)).flatten() else {
            return Vec::new();
        };
        let texts =
            ["title", "description", "image.alt", "image.caption"].into_iter().filter_map(|key| front.find(key));
        texts.flat_map(|(_, item)| self.in_text(item.as_text().unwrap_or_default(), item.span())).collect()
    }

    pub(super) fn in_events(&self, events: &[(Event<'_>, Range<usize>)]) -> Vec<Diagnostic> {
        let mut run = Run::default();
        let mut found = Vec::new();
        let mut skipped = 0_usize;
        for (event, span) in events {
            match event {
                Event::Start(Tag::CodeBlock(_)) => skipped += 1,
                Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => skipped += 1,
                Event::End(TagEnd::CodeBlock) => skipped = skipped.saturating_sub(1),
                Event::End(TagEnd::Link) if skipped > 0 => skipped -= 1,
                _ if skipped > 0 => {}
                Event::Text(text) => run.text(text, span.start),
                Event::SoftBreak | Event::HardBreak => run.push(" ", span.start),
                Event::Code(_) | Event::FootnoteReference(_) => run.push(GAP.encode_utf8(&mut [0; 4]), span.start),
                Event::Start(tag) if is_inline(tag.to_end()) => {}
                Event::End(tag) if is_inline(*tag) => {}
                Event::Html(_) | Event::InlineHtml(_) => {}
                _ => found.extend(self.in_run(std::mem::take(&mut run))),
            }
        }
        found.extend(self.in_run(run));
        found
    }

    fn in_run(&self, run: Run) -> Vec<Diagnostic> {
        let hits = self.glossary.find(&run.text, &self.candidates).into_iter();
        hits.map(|(range, form)| self.note(form, run.place(range.start)..run.place(range.end - 1) + 1)).collect()
    }
}

/// Running text without markup, with the places of its parts in the file.
#[derive(Default)]
struct Run {
    text: String,
    /// Offsets in the text with the offsets in the file that they stand for, ascending.
    marks: Vec<(usize, usize)>,
}

impl Run {
    fn push(&mut self, text: &str, at: usize) {
        self.marks.push((self.text.len(), at));
        self.text.push_str(text);
    }

    fn text(&mut self, text: &str, start: usize) {
        for (offset, piece) in shortcodes::pieces(text) {
            let at = start + offset;
            match piece {
                // A space that does not break is a space of the name all the same.
                Piece::Text(part) => {
                    for part in part.split_inclusive('\u{A0}') {
                        let from = start + (part.as_ptr() as usize - text.as_ptr() as usize);
                        let words = part.trim_end_matches('\u{A0}');
                        self.push(words, from);
                        if words.len() < part.len() {
                            self.push(" ", from + words.len());
                        }
                    }
                }
                Piece::Call(..) => self.push(GAP.encode_utf8(&mut [0; 4]), at),
            }
        }
    }

    fn place(&self, offset: usize) -> usize {
        let mark = self.marks.partition_point(|(start, _)| *start <= offset).saturating_sub(1);
        self.marks.get(mark).map_or(0, |(start, at)| at + (offset - start))
    }
}
