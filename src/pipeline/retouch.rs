//! The short way for what happens most: somebody saves a page of which only the text is another one.
//!
//! Where its front matter, its links and its anchors are the same, the site is: nothing is resolved again, and only pages
//! that show the text are rendered. Whatever does not fit this is left to the long way, which is always right.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::memory::Last;
use super::{Beside, Edited, Memory, Request, Work, formatted, of_feeds};
use crate::diagnostic::Diagnostic;
use crate::model::document::Document;
use crate::model::source::{PageSource, SourceText};
use crate::{parse, render, resolve};

/// From how many pages on the long way is no longer.
const MANY: usize = 16;

/// A page with another text.
struct Change {
    source: Arc<SourceText>,
    before: Arc<Document>,
    page: parse::Page,
    after: Arc<Document>,
}

/// The pages that have another text than in the last build without errors; `None` where there are others than then.
pub fn others(memory: &Memory, pages: &[PageSource]) -> Option<Vec<PageSource>> {
    let last = memory.last.as_ref().filter(|last| last.parsed.count() == pages.len())?;
    let others = pages.iter().filter(|page| last.parsed.page(&page.source).is_none());
    Some(others.take(MANY + 1).cloned().collect())
}

/// What other texts of some pages make of the last site without errors; `None` where that is not all that has changed. What
/// was `noticed` before then points into the new texts.
pub fn retouch(
    request: &Request<'_>,
    memory: &mut Memory,
    beside: &Arc<Beside>,
    pages: &[PageSource],
    noticed: &mut [Diagnostic],
) -> Option<Edited> {
    let last = memory.last.as_ref().filter(|last| Arc::ptr_eq(&last.beside, beside) && holds(last, request))?;
    let changes = changes(last, beside, pages)?;
    let mut last = memory.last.take()?;
    let mut site = last.stage.site.clone();
    let mut touched = BTreeSet::new();
    for change in &changes {
        let (before, after) = (&change.before.source, &change.source);
        let places = last.diagnostics.iter_mut().chain(&mut *noticed).filter_map(|found| found.at.as_mut());
        places.filter(|at| Arc::ptr_eq(&at.source, before)).for_each(|at| at.source = after.clone());
        last.parsed.keep(after, &change.page);
        memory.parsed.keep(after, &change.page);
        last.of_pages.insert(after.path.clone(), change.page.diagnostics.clone());
        if let Some(group) = last.groups.get_mut(&change.after.key) {
            group[change.after.lang] = Some(change.after.clone());
        }
        // A page that is not public changes nothing.
        let Some(id) = site.by_key.get(&change.before.key).copied() else { continue };
        let entry = Arc::make_mut(&mut site.entries[id.0]);
        for lang in beside.config.languages.iter() {
            let page = entry.translations[lang].as_mut();
            if let Some(page) = page.filter(|page| Arc::ptr_eq(&page.document, &change.before)) {
                page.document = change.after.clone();
                touched.insert(id);
            }
        }
    }
    let work = Work { parsed: changes.len(), ..Work::default() };
    let mut edited = Edited { outputs: Vec::new(), unindexed: Vec::new(), work };
    if !touched.is_empty() {
        last.stage = Arc::new(render::Stage { site, ..(*last.stage).clone() });
        let made = render::retouch(&last.stage, &beside.theme, &mut last.rendered, &touched)?;
        edited.outputs = made.outputs;
        edited.outputs.extend(made.feeds.iter().flat_map(|feeds| of_feeds(feeds, None)));
        edited.unindexed = made.texts;
        edited.work.rendered = made.rendered;
    }
    edited.work.read = memory.known.take_reads();
    edited.work.formatted = formatted(&last.stage.locales);
    memory.last = Some(last);
    Some(edited)
}

/// Whether time alone has changed nothing.
fn holds(last: &Last, request: &Request<'_>) -> bool {
    let site = &last.stage.site;
    site.config.timezone.to_datetime(request.at).date() == last.stage.today
        && site.next.is_none_or(|next| next > request.at)
}

/// What became of pages; `None` where any of them has more than another text.
fn changes(last: &Last, beside: &Beside, pages: &[PageSource]) -> Option<Vec<Change>> {
    if pages.len() > MANY {
        return None;
    }
    let others = pages.iter().filter(|page| last.parsed.page(&page.source).is_none());
    let changes = others.map(|page| change(last, beside, page)).collect::<Option<Vec<Change>>>()?;
    let keys: BTreeSet<&str> = changes.iter().map(|change| change.before.key.as_str()).collect();
    let settled = keys.into_iter().all(|key| are_translations_as_before(last, beside, key, &changes));
    settled.then_some(changes)
}

fn change(last: &Last, beside: &Beside, page: &PageSource) -> Option<Change> {
    let (source, before) = last.parsed.last(&page.source.path)?;
    let before = before.value.clone()?;
    let about_text = |found: &Diagnostic| {
        found.at.as_ref().is_some_and(|at| Arc::ptr_eq(&at.source, source) && at.span.start >= before.text.start)
    };
    if last.diagnostics.iter().any(about_text) {
        return None;
    }
    let read = parse::one(page.clone(), beside.rules());
    let after = read.value.clone().filter(|after| differ_in_text_only(&before, after))?;
    Some(Change { source: page.source.clone(), before, page: read, after })
}

fn differ_in_text_only(before: &Document, after: &Document) -> bool {
    let front = |document: &Document| document.source.text.get(..document.text.start).map(str::to_string);
    let links = |document: &Document| {
        let links = document.links.iter().map(|link| (link.dest.value.clone(), link.role));
        links.collect::<Vec<_>>()
    };
    front(before) == front(after) && before.anchors == after.anchors && links(before) == links(after)
}

/// Whether each language of a page is as far as it was.
fn are_translations_as_before(last: &Last, beside: &Beside, key: &str, changes: &[Change]) -> bool {
    let languages = &beside.config.languages;
    let Some(before) = last.groups.get(key) else { return false };
    let mut after = before.clone();
    for change in changes.iter().filter(|change| change.after.key == key) {
        after[change.after.lang] = Some(change.after.clone());
    }
    let (before, after) = (resolve::states(before, languages), resolve::states(&after, languages));
    languages.iter().all(|lang| before[lang] == after[lang])
}
