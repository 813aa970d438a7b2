//! A returned page → the Markdown of its translation: the source's structure with the office's words.
//!
//! Invariant: a page comes out only when it reads back as the office sent it; otherwise every reason is reported, and
//! nothing comes out.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::front::{self, Origin};
use super::markup::{plain, shape, tidy};
use super::returned::{ReturnedFile, ReturnedPage, ReturnedUnit};
use super::rewrite::Rewrite;
use super::unit::{Kind, Piece, Unit};
use super::{extract, placeholders};
use crate::diagnostic::{Arg, Checked, Code, Diagnostic};
use crate::model::{Document, Lang, Location, PageSource, Revision, SourceText};
use crate::parse::{self, Rules};

#[derive(Clone, Copy, Debug)]
pub(crate) struct ImportOptions<'a> {
    pub rules: Rules<'a>,
    pub to: Lang,
    /// Whether pages with untranslated texts are written too.
    pub partial: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Files<'a> {
    /// In the language translated from.
    pub source: &'a Document,
    /// In the language translated into, if there.
    pub own: Option<&'a Document>,
}

pub(crate) struct Imported {
    pub path: String,
    pub text: String,
    /// How many of its texts are still in the source's language.
    pub open: usize,
}

pub(crate) fn import(
    returned: &ReturnedFile,
    page: &ReturnedPage,
    files: Files<'_>,
    options: ImportOptions<'_>,
) -> Checked<Option<Imported>> {
    let own = extract::units(files.source, options.rules);
    let mut importer = Importer { returned, page, files, options, units: own, diagnostics: Vec::new() };
    let value = importer.import();
    Checked { value, diagnostics: importer.diagnostics }
}

struct Importer<'a> {
    returned: &'a ReturnedFile,
    page: &'a ReturnedPage,
    files: Files<'a>,
    options: ImportOptions<'a>,
    units: Vec<Unit>,
    diagnostics: Vec<Diagnostic>,
}

impl Importer<'_> {
    fn import(&mut self) -> Option<Imported> {
        let revision = self.revision()?;
        let words = self.words()?;
        let own_revision = self.files.own.and_then(|own| own.front.translation.as_ref()?.revision);
        let open = self.units.iter().filter(|unit| !unit.keep && !words.contains_key(&unit.id)).count();
        let doubtful = open > 0 || self.page.units.iter().any(|unit| !unit.confirmed);
        let revision = if doubtful { own_revision } else { Some(revision) };
        let text = self.text(&words, &Origin { from: self.files.source.lang, revision })?;
        let path = self.path();
        self.verify(&path, &text, &words).then_some(Imported { path, text, open })
    }

    /// The state of the source that was translated. The source may have changed since, as long as its structure is the
    /// same: the translation is then out of date from the start.
    fn revision(&mut self) -> Option<Revision> {
        let known = |id: &str| self.units.iter().find(|unit| unit.id == id);
        let stray = self.page.units.iter().find(|unit| known(&unit.id).is_none());
        let now = self.files.source.revision();
        let changed = self.page.units.iter().filter(|unit| {
            let same = |now: &Unit| words_of(&now.pieces) == words_of(&unit.source);
            !known(&unit.id).is_some_and(same)
        });
        let changed = changed.count();
        let complete = self.page.units.len() >= self.units.iter().filter(|unit| !unit.keep).count();
        let then = self.page.revision;
        if stray.is_some() || (then != Some(now) && !complete) || (then.is_none() && changed > 0) {
            let span = stray.map_or(self.page.span.clone(), |unit| unit.span.clone());
            self.note(Code::ExchangeStructure, span);
            return None;
        }
        if then.is_some_and(|then| then != now) {
            self.note(Code::ExchangeSourceChanged, self.page.span.clone()).args.push(("changed", Arg::Count(changed)));
        }
        Some(then.unwrap_or(now))
    }

    /// The translations by unit, when their placeholders are sound and enough of them are there.
    fn words(&mut self) -> Option<BTreeMap<String, Vec<Piece>>> {
        let mut words = BTreeMap::new();
        let mut missing = Vec::new();
        let page = self.page;
        let mut sound = true;
        for unit in self.units.clone().iter().filter(|unit| !unit.keep) {
            let returned = page.units.iter().find(|returned| returned.id == unit.id);
            let returned = returned.filter(|returned| !returned.target.is_empty() && says(&returned.target));
            match returned {
                Some(returned) if returned.confirmed || self.options.partial => {
                    sound &= self.placeholders(unit, returned);
                    words.insert(unit.id.clone(), returned.target.clone());
                }
                _ => missing.push(unit.id.clone()),
            }
        }
        if !missing.is_empty() && !self.options.partial {
            let (count, total) = (missing.len(), self.units.iter().filter(|unit| !unit.keep).count());
            let first = page.units.iter().find(|unit| missing.contains(&unit.id));
            let span = first.map_or(page.span.clone(), |unit| unit.span.clone());
            let noted = self.note(Code::ExchangeUntranslated, span);
            noted.args.push(("count", Arg::Count(count)));
            noted.args.push(("total", Arg::Count(total)));
            return None;
        }
        sound.then_some(words)
    }

    fn placeholders(&mut self, unit: &Unit, returned: &ReturnedUnit) -> bool {
        let wrong = placeholders::wrong(unit, &returned.target);
        for (code, shown) in &wrong {
            let noted = self.note(*code, returned.span.clone());
            noted.args.push(("unit", unit.id.as_str().into()));
            noted.args.push(("value", shown.as_str().into()));
        }
        wrong.is_empty()
    }

    fn text(&mut self, words: &BTreeMap<String, Vec<Piece>>, origin: &Origin) -> Option<String> {
        let (source, own) = (self.files.source, self.files.own);
        let before = own.map(front::units).unwrap_or_default();
        // Without a translation the one there was stays, else the source's text.
        let front_words = |id: &str| {
            let old = || before.iter().chain(&self.units).find(|unit| unit.id == id).map(|unit| &unit.pieces);
            words.get(id).or_else(old).map(|pieces| plain(pieces))
        };
        let front = front::compose(source, own, origin, &front_words);
        let body: Vec<Unit> = self.units.iter().filter(|unit| unit.is_body()).cloned().collect();
        let rewrite = Rewrite {
            file: source.source.text(),
            units: &body,
            words: words.iter().map(|(id, pieces)| (id.as_str(), pieces.as_slice())).collect(),
            names: self.options.rules.locales[self.options.to].names(),
            failed: RefCell::default(),
        };
        let text = format!("---\n{front}---\n{}", rewrite.range(source.text.clone(), None));
        let failed = rewrite.failed.into_inner();
        failed.iter().for_each(|id| self.unwritable(id));
        failed.is_empty().then_some(text)
    }

    /// Reads the new page and compares it with what the office sent.
    fn verify(&mut self, path: &str, text: &str, words: &BTreeMap<String, Vec<Piece>>) -> bool {
        let source = Arc::new(SourceText::new(path, text));
        let (key, folder) = (self.files.source.key.clone(), self.files.source.folder.clone());
        let page = PageSource { key, folder, lang: self.options.to, source };
        let parsed = parse::parse(vec![page], self.options.rules);
        self.diagnostics.extend(parsed.diagnostics.into_iter().filter(Diagnostic::is_error));
        let Some(document) = parsed.value.documents.first() else { return false };
        let now = extract::units(document, self.options.rules);
        let sent = |unit: &Unit| Unit { pieces: words.get(&unit.id).unwrap_or(&unit.pieces).clone(), ..unit.clone() };
        let expected: Vec<Unit> = self.units.iter().map(sent).collect();
        match differing(&expected, &now) {
            Some(id) => {
                self.unwritable(&id);
                false
            }
            None => true,
        }
    }

    fn unwritable(&mut self, id: &str) {
        let returned = self.page.units.iter().find(|returned| returned.id == id);
        let span = returned.map_or(self.page.span.clone(), |returned| returned.span.clone());
        self.note(Code::ExchangeMarkup, span).args.push(("unit", id.into()));
    }

    /// Where the translation is, or goes.
    fn path(&self) -> String {
        self.files.own.unwrap_or(self.files.source).path_in(self.options.to)
    }

    fn note(&mut self, code: Code, span: Range<usize>) -> &mut Diagnostic {
        let at = Location { source: self.returned.source.clone(), span };
        let page = &self.files.source.source.path;
        self.diagnostics.push(Diagnostic::at(code, at).with("page", page));
        self.diagnostics.last_mut().expect("pushed just now")
    }
}

/// Whether a text has anything in it.
fn says(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if !text.trim().is_empty()))
}

fn words_of(pieces: &[Piece]) -> String {
    plain(pieces).replace('\u{A0}', " ")
}

/// The first unit that does not read as it was sent.
fn differing(sent: &[Unit], now: &[Unit]) -> Option<String> {
    // In the front matter a translation may have texts of its own, such as a caption or a correction.
    let front = sent.iter().filter(|unit| !unit.is_body());
    let same =
        |unit: &Unit| now.iter().any(|other| other.id == unit.id && words_of(&other.pieces) == words_of(&unit.pieces));
    if let Some(unit) = front.into_iter().find(|unit| !same(unit)) {
        return Some(unit.id.clone());
    }
    [false, true].into_iter().find_map(|nested| {
        let (sent, now) = (body(sent, nested), body(now, nested));
        let differs = sent.iter().zip(&now).find(|(sent, now)| (sent.0, &sent.1) != (now.0, &now.1));
        let id = differs.map(|(sent, _)| sent.2.clone());
        id.or_else(|| (sent.len() != now.len()).then(|| sent.last().map(|(.., id)| id.clone()).unwrap_or_default()))
    })
}

/// What the units of the body say. What stands inside placeholders may come in another order, so it is sorted.
fn body(units: &[Unit], nested: bool) -> Vec<(Kind, String, String)> {
    let read = |unit: &Unit| match unit.kind {
        Kind::Argument => words_of(&unit.pieces),
        _ => shape(&tidy(&unit.pieces, &unit.marks), &unit.marks),
    };
    let some = units.iter().filter(|unit| unit.is_body() && unit.nested == nested);
    let mut some: Vec<_> = some.map(|unit| (unit.kind, read(unit), unit.id.clone())).collect();
    if nested {
        some.sort();
    }
    some
}
