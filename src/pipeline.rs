//! The whole diagram: folders in, outputs and messages out. The only place that knows the order of the stages.

mod documents;
mod incremental;
mod locale_files;
mod memory;
mod message_uses;
mod new_page;
mod outcome;
mod parse_pages;
mod project;
mod rebuild;
mod request;

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

pub use documents::{Documents, documents};
pub use locale_files::{Drafts, begin, sync};
pub use memory::Memory;
pub use new_page::{NewPage, new_page};
pub use outcome::{Built, Counts, Partial, Rebuild, Timings, Work};
pub use project::{Load, Loaded, Project};
pub use rebuild::rebuild;
pub use request::{Changed, Priority, Request};

pub use crate::discover::SourceCache;
pub use crate::model::output::Output;
pub use crate::model::text::PageText;
pub use crate::model::url::SitePath;

use message_uses::MessageUses;

use crate::diagnostic::{Checked, Diagnostic};
use crate::emit::{self, Emitting};
use crate::locale::Locales;
use crate::model::{Cache, Sink};
use crate::parse::Parsed;
use crate::render::{self, Compiled, RenderInput, RenderState, Rendered};
use crate::resolve::{self, Resolved};
use crate::{configure, locale, pictures};

/// Where the cache lies in the site's folder.
const CACHE: &str = ".bruecke/cache";

/// The cache of the site in a folder.
pub fn cache(root: &Path) -> Cache {
    Cache::new(root.join(CACHE))
}

/// The files of the search index, made of what all pages say.
pub fn index(texts: &[Arc<PageText>]) -> Vec<Output> {
    emit::search::search(texts)
}

/// Builds the site in memory; no value when there are errors.
pub fn build(request: &Request<'_>) -> Checked<Option<Built>> {
    build_streaming(request, &SourceCache::disabled(), None)
}

/// The same; a sink takes files as soon as they are made.
pub(crate) fn build_streaming(
    request: &Request<'_>,
    sources: &SourceCache,
    sink: Option<&dyn Sink>,
) -> Checked<Option<Built>> {
    let (mut timings, mut found) = (Timings::default(), Vec::new());
    let load = Load { base_url: request.base_url, ..Load::from(request.root) };
    let loaded = timings.time("load", || Project::load(&load, sources)).report_to(&mut found);
    let Some(Loaded { project, pages }) = loaded else { return checked(None, found) };
    let parse = || parse_pages::parse(&pages, sources, project.rules());
    let (parsed, _) = timings.time("parse", || rayon::join(parse, || project.assets()));
    let parsed = parsed.report_to(&mut found);
    let mut stages = Stages {
        request,
        project: &project,
        sources,
        sink,
        defers_search: false,
        cache: Arc::new(cache(request.root)),
        timings,
    };
    let built = stages.run(parsed, None, &mut found);
    checked(built.map(|(built, _)| built), found)
}

/// The stages after parsing, and what all of them are given.
struct Stages<'a> {
    request: &'a Request<'a>,
    project: &'a Project,
    sources: &'a SourceCache,
    sink: Option<&'a dyn Sink>,
    /// Whether the search index is left to whoever wants it.
    defers_search: bool,
    cache: Arc<Cache>,
    timings: Timings,
}

impl Stages<'_> {
    /// The build goes on as long as it can, so that all mistakes are shown at once.
    fn run(
        &mut self,
        parsed: Parsed,
        priority: Option<Priority<'_>>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<(Built, RenderState)> {
        let read = parsed.read;
        let (resolved, compiled) = self.resolve(parsed, found)?;
        let input = self.picture(resolved, found)?;
        let theme = &self.project.theme;
        let mut show = priority.map(|priority| {
            let show = |pages: Vec<Output>| {
                let files = emit::files(&input.site, &input.pictures, &input.assets);
                (priority.show)(pages.into_iter().chain(files).collect());
            };
            (priority.wanted, show)
        });
        let first = show.as_mut().map(|(wanted, show)| render::First { wanted, show });
        let options = render::Options { first, sink: self.sink };
        let render = || render::render(&input, theme, compiled, options);
        let mut rendered = self.timings.time("render", render).report_to(found);
        sound(found)?;
        let state = rendered.state.take()?;
        Some((self.emit(input, rendered, read), state))
    }

    fn resolve(&mut self, parsed: Parsed, found: &mut Vec<Diagnostic>) -> Option<(Resolved, Compiled)> {
        let Project { config, locales, theme, file, media, .. } = self.project;
        found.extend(self.project.missing_messages());
        found.extend(configure::overdue_review(config, file, self.request.today(config)));
        found.extend(self.project.assets().diagnostics.iter().cloned());
        let uses = MessageUses::of(&parsed, config).with_templates(theme);
        let (documents, invalid, config) = (parsed.documents, parsed.invalid, config.clone());
        let input = resolve::Input { documents, invalid, media, config, file, locales };
        let resolve = || resolve::resolve(input, self.request.options());
        let beside = || (locale::check(locales, &uses), render::compile(theme));
        let (resolved, (of_locales, compiled)) = self.timings.time("resolve", || rayon::join(resolve, beside));
        let mut resolved = resolved.report_to(found);
        found.extend(of_locales);
        found.extend(resolved.addresses.check());
        if sound(found).is_none() {
            // Templates are checked all the same, so that their mistakes are not found one build later.
            found.extend(render::check(theme, locales));
            return None;
        }
        found.extend(resolve::report_unused(&resolved.site));
        Some((resolved, compiled))
    }

    fn picture(&mut self, resolved: Resolved, found: &mut Vec<Diagnostic>) -> Option<Arc<RenderInput>> {
        let Resolved { site, mut addresses } = resolved;
        let assets = self.project.assets().value.clone();
        let pictures = || pictures::pictures(&site, &assets, &self.cache);
        let pictures = Arc::new(self.timings.time("pictures", pictures).report_to(found));
        emit::claim(&site, &pictures, &assets, &mut addresses);
        found.extend(addresses.check());
        sound(found)?;
        let (theme, locales) = (&self.project.theme, self.project.locales.clone());
        let today = self.request.today(&site.config);
        let views = Arc::new(render::ViewCache::new(&site, &locales));
        Some(Arc::new(RenderInput { site, locales, assets, pictures, today, used_fields: theme.used_fields, views }))
    }

    fn emit(&mut self, input: Arc<RenderInput>, rendered: Rendered, parsed: usize) -> Built {
        let emitting = Emitting {
            site: &input.site,
            locales: &input.locales,
            assets: &input.assets,
            pictures: &input.pictures,
            fonts: &self.project.theme.fonts,
            feeds: &rendered.feeds,
            listed: &rendered.listed,
            cards: &rendered.cards,
            texts: if self.defers_search { &[] } else { &rendered.texts },
            cache: &self.cache,
            sink: self.sink,
        };
        let emitted = self.timings.time("emit", || emit::all(&emitting));
        let texts = if self.defers_search { rendered.texts } else { Vec::new() };
        let mut outputs = rendered.outputs;
        outputs.extend(emitted);
        outputs.par_sort_by(|a, b| a.path.cmp(&b.path));
        let languages = rendered.counts.iter().map(|(lang, pages)| Counts::of(&input, *lang, *pages)).collect();
        let (read, formatted) = (self.sources.take_reads(), formatted(&input.locales));
        let work = Work { read, formatted, parsed, rendered: rendered.rendered, resolved: true };
        let timings = std::mem::take(&mut self.timings);
        Built { outputs, texts, languages, at: self.request.at, cache: self.cache.clone(), work, timings, input }
    }
}

/// All messages in order; no value where any of them is an error.
fn checked<T>(value: Option<T>, mut diagnostics: Vec<Diagnostic>) -> Checked<Option<T>> {
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup();
    let value = value.filter(|_| sound(&diagnostics).is_some());
    Checked { value, diagnostics }
}

/// Nothing where there is an error.
fn sound(diagnostics: &[Diagnostic]) -> Option<()> {
    (!diagnostics.iter().any(Diagnostic::is_error)).then_some(())
}

/// How many messages were formatted since the last build.
fn formatted(locales: &Locales) -> usize {
    locales.iter().map(|(_, locale)| locale.take_formatted()).sum()
}
