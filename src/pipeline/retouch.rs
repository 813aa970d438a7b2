//! The short way for what happens most: somebody saves a page of which only the text is another one.
//!
//! Where its front matter, its links and its anchors are the same, the site is: nothing is resolved again, and only pages
//! that show the text are rendered. Whatever does not fit this is left to the long way, which is always right.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::memory::Last;
use super::{Beside, Built, Memory, Request, Work, of_feeds};
use crate::diagnostic::{Checked, Diagnostic};
use crate::model::document::Document;
use crate::model::output::Output;
use crate::model::site::EntryId;
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

/// The site with the texts that changed since its last build without errors, and all that there is to say about it; `None`
/// where something else has changed, too.
pub fn retouch(
    request: &Request<'_>,
    memory: &mut Memory,
    beside: &Arc<Beside>,
    pages: &[PageSource],
) -> Option<(Built, Vec<Diagnostic>)> {
    let last = memory.last.as_ref().filter(|last| Arc::ptr_eq(&last.beside, beside) && holds(last, request))?;
    let changes = changes(last, beside, pages)?;
    let mut last = memory.last.take()?;
    last.built.work = Work { parsed: changes.len(), rendered: 0, resolved: false };
    let mut site = last.stage.site.clone();
    let mut touched = BTreeSet::new();
    for change in &changes {
        let (before, after) = (&change.before.source, &change.source);
        let places = last.diagnostics.iter_mut().filter_map(|found| found.at.as_mut());
        let places = places.chain(last.built.addresses.iter_mut().map(|address| &mut address.at));
        places.filter(|at| Arc::ptr_eq(&at.source, before)).for_each(|at| at.source = after.clone());
        last.parsed.keep(after, &change.page);
        memory.parsed.keep(after, &change.page);
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
    if !touched.is_empty() {
        last.stage = Arc::new(render::Stage { site, ..(*last.stage).clone() });
        render(&mut last, memory, beside, &touched)?;
    }
    let of_pages = last.parsed.pages().flat_map(|page| page.diagnostics.iter().cloned());
    let diagnostics = last.diagnostics.iter().cloned().chain(of_pages).collect();
    let built = last.built.clone();
    memory.last = Some(last);
    Some((built, diagnostics))
}

/// Whether time alone has changed nothing.
fn holds(last: &Last, request: &Request<'_>) -> bool {
    let site = &last.stage.site;
    site.config.timezone.to_datetime(request.at).date() == last.stage.today
        && site.next.is_none_or(|next| next > request.at)
}

/// The pages that have another text; `None` where there is any other change.
fn changes(last: &Last, beside: &Beside, pages: &[PageSource]) -> Option<Vec<Change>> {
    let others: Vec<&PageSource> = pages.iter().filter(|page| last.parsed.page(&page.source).is_none()).collect();
    if pages.len() != last.parsed.count() || others.len() > MANY {
        return None;
    }
    let changes = others.into_iter().map(|page| change(last, beside, page)).collect::<Option<Vec<Change>>>()?;
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
    let own = |page: &&Checked<Option<Arc<Document>>>| page.value.as_ref().is_some_and(|document| document.key == key);
    let mut documents = languages.map(|_| None);
    for document in last.parsed.pages().filter(own).filter_map(|page| page.value.as_ref()) {
        documents[document.lang] = Some(document.clone());
    }
    let before = resolve::states(&documents, languages);
    for change in changes.iter().filter(|change| change.after.key == key) {
        documents[change.after.lang] = Some(change.after.clone());
    }
    let after = resolve::states(&documents, languages);
    languages.iter().all(|lang| before[lang] == after[lang])
}

fn render(last: &mut Last, memory: &mut Memory, beside: &Beside, touched: &BTreeSet<EntryId>) -> Option<()> {
    let made = render::retouch(&last.stage, &beside.theme, &mut memory.rendered, touched)?;
    let feeds = made.feeds.as_deref().map(of_feeds).unwrap_or_default();
    made.outputs.into_iter().chain(feeds).for_each(|output| put(&mut last.built.outputs, output));
    for text in made.texts {
        if let Some(place) = last.built.unindexed.iter_mut().find(|other| other.path == text.path) {
            *place = text;
        }
    }
    last.built.work.rendered = made.rendered;
    Some(())
}

/// Puts a file in the place of the one with its path.
fn put(outputs: &mut [Output], output: Output) {
    if let Ok(at) = outputs.binary_search_by(|other| other.path.cmp(&output.path)) {
        outputs[at] = output;
    }
}
