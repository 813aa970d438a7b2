//! The short way for what happens most: somebody saves a page of which only the text is another one.
//!
//! Where its front matter, its links and its anchors are the same, the site is: nothing is resolved again, and only pages
//! that show the text are rendered. Whatever does not fit this is left to the long way, which is always right.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::memory::Last;
use super::{Changed, Memory, Partial, Project, Request, Work, formatted};
use crate::diagnostic::Diagnostic;
use crate::model::{Document, EntryId, PageSource, Site, SourceText};
use crate::{discover, emit, parse, render, resolve};

/// From how many pages on the long way is no longer.
const MANY: usize = 16;

/// A page with another text.
struct Change {
    source: Arc<SourceText>,
    before: Arc<Document>,
    page: parse::ParsedPage,
    after: Arc<Document>,
}

/// The site with the texts of a few files edited, and all there is to say about it: no other file is looked at. `None` where
/// that will not do.
pub(super) fn of_files(
    request: &Request<'_>,
    memory: &mut Memory,
    changed: &Changed,
) -> Option<(Partial, Vec<Diagnostic>)> {
    let Changed::Files(files) = changed else { return None };
    let mut noticed = memory.noticed.take()?;
    let project = memory.project.clone()?;
    let pages = discover::read_changed_pages(request.root, &project.config.languages, files, &memory.sources)?;
    let partial = edit(request, memory, &pages, &mut noticed)?;
    memory.noticed = Some(noticed.clone());
    noticed.extend(memory.last_noticed());
    Some((partial, noticed))
}

/// The same after a walk, where only texts of a few of the `pages` differ from the last build without errors.
pub(super) fn of_pages(
    request: &Request<'_>,
    memory: &mut Memory,
    pages: &[PageSource],
    noticed: &mut Vec<Diagnostic>,
) -> Option<Partial> {
    let last = memory.last.as_ref().filter(|last| last.parsed.len() == pages.len())?;
    let others = pages.iter().filter(|page| last.parsed.get(&page.source).is_none());
    let others: Vec<PageSource> = others.take(MANY + 1).cloned().collect();
    let partial = edit(request, memory, &others, noticed)?;
    noticed.extend(memory.last_noticed());
    Some(partial)
}

/// What other texts of some pages make of the last site without errors; `None` where that is not all that has changed. What
/// was `noticed` before then points into the new texts.
fn edit(
    request: &Request<'_>,
    memory: &mut Memory,
    pages: &[PageSource],
    noticed: &mut [Diagnostic],
) -> Option<Partial> {
    let project = memory.project.clone()?;
    let last = memory.last.as_ref().filter(|last| Arc::ptr_eq(&last.project, &project) && holds(last, request))?;
    let changes = changes(last, &project, pages)?;
    let mut last = memory.last.take()?;
    changes.iter().for_each(|change| keep(change, &mut last, &mut memory.parsed, noticed));
    let work = Work { parsed: changes.len(), ..Work::default() };
    let mut partial = Partial { outputs: Vec::new(), texts: Vec::new(), work };
    let mut site = last.input.site.clone();
    let touched: BTreeSet<EntryId> = changes.iter().filter_map(|change| put(change, &mut site)).collect();
    if !touched.is_empty() {
        last.input = Arc::new(render::RenderInput { site, ..(*last.input).clone() });
        let made = render::render_partial(&last.input, &project.theme, &mut last.rendered, &touched)?;
        partial.outputs = made.outputs;
        partial.outputs.extend(made.feeds.iter().flat_map(|feeds| emit::feeds(feeds)));
        partial.texts = made.texts;
        partial.work.rendered = made.rendered;
    }
    partial.work.read = memory.sources.take_reads();
    partial.work.formatted = formatted(&last.input.locales);
    memory.last = Some(last);
    Some(partial)
}

/// Puts a page in the place of what was known of it.
fn keep(change: &Change, last: &mut Last, parsed: &mut parse::ParseCache, noticed: &mut [Diagnostic]) {
    let (before, after) = (&change.before.source, &change.source);
    let places = last.diagnostics.iter_mut().chain(noticed).filter_map(|found| found.at.as_mut());
    places.filter(|at| Arc::ptr_eq(&at.source, before)).for_each(|at| at.source = after.clone());
    last.parsed.insert(after, &change.page);
    parsed.insert(after, &change.page);
    last.of_pages.insert(after.path.clone(), change.page.diagnostics.clone());
    if let Some(files) = last.translations.get_mut(&change.after.key) {
        files[change.after.lang] = Some(change.after.clone());
    }
}

/// Puts it into the site, and gives the entry that shows it; a page that is not public changes nothing.
fn put(change: &Change, site: &mut Site) -> Option<EntryId> {
    let id = site.by_key.get(&change.before.key).copied()?;
    let entry = Arc::make_mut(&mut site.entries[id.0]);
    let mut is_shown = false;
    for lang in site.config.languages.iter() {
        let page = entry.translations[lang].as_mut();
        if let Some(page) = page.filter(|page| Arc::ptr_eq(&page.document, &change.before)) {
            page.document = change.after.clone();
            is_shown = true;
        }
    }
    is_shown.then_some(id)
}

/// Whether time alone has changed nothing.
fn holds(last: &Last, request: &Request<'_>) -> bool {
    let site = &last.input.site;
    request.today(&site.config) == last.input.today && site.next.is_none_or(|next| next > request.at)
}

/// What became of pages; `None` where any of them has more than another text.
fn changes(last: &Last, project: &Project, pages: &[PageSource]) -> Option<Vec<Change>> {
    if pages.len() > MANY {
        return None;
    }
    let others = pages.iter().filter(|page| last.parsed.get(&page.source).is_none());
    let changes = others.map(|page| change(last, project, page)).collect::<Option<Vec<Change>>>()?;
    let keys: BTreeSet<&str> = changes.iter().map(|change| change.before.key.as_str()).collect();
    let settled = keys.into_iter().all(|key| are_translations_as_before(last, project, key, &changes));
    settled.then_some(changes)
}

fn change(last: &Last, project: &Project, page: &PageSource) -> Option<Change> {
    let (source, before) = last.parsed.last(&page.source.path)?;
    let before = before.value.clone()?;
    let about_text = |found: &Diagnostic| {
        found.at.as_ref().is_some_and(|at| Arc::ptr_eq(&at.source, source) && at.span.start >= before.text.start)
    };
    if last.diagnostics.iter().any(about_text) {
        return None;
    }
    let read = parse::one(page.clone(), project.rules());
    let after = read.value.clone().filter(|after| differ_in_text_only(&before, after))?;
    Some(Change { source: page.source.clone(), before, page: read, after })
}

fn differ_in_text_only(before: &Document, after: &Document) -> bool {
    let front = |document: &Document| document.source.text().get(..document.text.start).map(str::to_string);
    let links = |document: &Document| {
        let links = document.links.iter().map(|link| (link.dest.value.clone(), link.role));
        links.collect::<Vec<_>>()
    };
    front(before) == front(after) && before.anchors == after.anchors && links(before) == links(after)
}

/// Whether each language of a page is as far as it was.
fn are_translations_as_before(last: &Last, project: &Project, key: &str, changes: &[Change]) -> bool {
    let languages = &project.config.languages;
    let Some(before) = last.translations.get(key) else { return false };
    let mut after = before.clone();
    for change in changes.iter().filter(|change| change.after.key == key) {
        after[change.after.lang] = Some(change.after.clone());
    }
    let (before, after) = (resolve::states(before, languages), resolve::states(&after, languages));
    languages.iter().all(|lang| before[lang] == after[lang])
}
