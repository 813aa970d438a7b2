//! Builds that follow one another: what is known from the last one is not made again. Whatever is edited, files and messages
//! are those of a fresh build.

use std::sync::Arc;

use super::incremental;
use super::{Changed, Load, Loaded, Memory, Priority, Project, Rebuild, Request, Stages, Timings, cache, checked};
use crate::diagnostic::{Checked, Diagnostic};
use crate::{discover, parse};

/// Builds the site again, and makes only what has changed since the last build with this memory, which must have been
/// asked for the same but for the instant. The files are those of a fresh build, but for the search index's, which are
/// left to [`index`](super::index). No value when there are errors.
pub fn rebuild(
    request: &Request<'_>,
    memory: &mut Memory,
    changed: &Changed,
    priority: Option<Priority<'_>>,
) -> Checked<Option<Rebuild>> {
    if let Some((partial, found)) = incremental::of_files(request, memory, changed) {
        return finish(Some(Rebuild::Partial(partial)), found, memory);
    }
    let mut found = Vec::new();
    let built = full(request, memory, priority, &mut found);
    finish(built, found, memory)
}

fn finish(built: Option<Rebuild>, found: Vec<Diagnostic>, memory: &mut Memory) -> Checked<Option<Rebuild>> {
    let checked = checked(built, found);
    if checked.value.is_none() {
        memory.noticed = None;
    }
    checked
}

fn full(
    request: &Request<'_>,
    memory: &mut Memory,
    priority: Option<Priority<'_>>,
    found: &mut Vec<Diagnostic>,
) -> Option<Rebuild> {
    let mut timings = Timings::default();
    memory.noticed = None;
    memory.sources.next_generation();
    let last = memory.project.take();
    let load = Load { base_url: request.base_url, last: last.as_ref(), ..Load::from(request.root) };
    let loaded = timings.time("load", || Project::load(&load, &memory.sources)).report_to(found);
    let Some(Loaded { project, pages }) = loaded else {
        memory.project = last;
        return None;
    };
    let pages = discover::read_pages(&pages, &memory.sources, found);
    memory.noticed = Some(found.clone());
    memory.project = Some(project.clone());
    if last.as_ref().is_none_or(|last| !last.reads_pages_like(&project)) {
        memory.parsed.clear();
    }
    if last.is_some_and(|last| Arc::ptr_eq(&last, &project))
        && let Some(partial) = incremental::of_pages(request, memory, &pages, found)
    {
        return Some(Rebuild::Partial(partial));
    }
    let parse =
        || rayon::join(|| parse::parse_incremental(pages, project.rules(), &mut memory.parsed), || project.assets());
    let (parsed, _) = timings.time("parse", parse);
    let parsed = parsed.report_to(found);
    let (sources, cache) = (&memory.sources, Arc::new(cache(request.root)));
    let stages = Stages { request, project: &project, sources, sink: None, defers_search: true, cache, timings };
    let begin = found.len();
    let (built, rendered) = { stages }.run(parsed, priority, found)?;
    memory.keep(&project, &built.input, rendered, &found[begin..]);
    Some(Rebuild::Full(Box::new(built)))
}
