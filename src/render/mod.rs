//! [`Site`] → HTML, by the theme's Tera templates; pages in parallel, each rendered once.
//!
//! Social cards come first, since pages name them (`cards/`).
//!
//! Invariant: a template sees nothing but its view (`view/`) and the functions in `functions.rs`.

mod asked;
mod body;
mod calls;
mod cards;
mod closure;
mod digest;
mod feeds;
mod functions;
mod jobs;
mod kits;
mod listed;
mod memory;
mod messages;
mod picture;
mod questions;
mod raise;
mod shared;
mod sight;
mod texts;
mod theme;
mod versions;
mod view;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;

use bytes::Bytes;
use questions::Questions;
use rayon::prelude::*;
use tera::Tera;
use versions::Last;

pub use asked::Asked;
pub use memory::Memory;
pub use messages::{check, uses};
pub use shared::Shared;
pub use theme::{Compiled, Theme, components};

use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::Locales;
use crate::model::assets::Assets;
use crate::model::card::Cards;
use crate::model::feed::Feed;
use crate::model::lang::Lang;
use crate::model::listing::Listed;
use crate::model::output::{Content, Output, Sink};
use crate::model::picture::Pictures;
use crate::model::site::{EntryId, Site};
use crate::model::text::PageText;
use crate::model::url::SitePath;

/// What rendering draws on.
#[derive(Clone, Debug)]
pub struct Stage {
    /// The site.
    pub site: Site,
    /// Its languages' messages and rules.
    pub locales: Arc<Locales>,
    /// Its theme's assets.
    pub assets: Arc<Assets>,
    /// Its pictures.
    pub pictures: Arc<Pictures>,
    /// The day the site is built for, in its own zone.
    pub today: jiff::civil::Date,
    /// The fields of pages that the theme's templates use.
    pub asked: Arc<Asked>,
    /// What pages have in common.
    pub shared: Arc<Shared>,
}

/// Pages made, by language.
#[derive(Debug, Default)]
pub struct Rendered {
    /// One file a page.
    pub outputs: Vec<Output>,
    /// The feeds.
    pub feeds: Vec<Feed>,
    /// How many pages each language has.
    pub counts: Vec<(Lang, usize)>,
    /// The pages that search engines may list.
    pub listed: Vec<Listed>,
    /// The pages' social cards, still to be drawn.
    pub cards: Cards,
    /// What the pages say, for search.
    pub texts: Vec<Arc<PageText>>,
    /// How many pages were rendered, and not known from before.
    pub rendered: usize,
}

thread_local! {
    /// The page that is being made: memory for the next one is there already.
    static HTML: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// All that a page is made with.
#[derive(Clone, Copy)]
struct Desk<'a> {
    stage: &'a Arc<Stage>,
    theme: &'a Theme,
    tera: &'a Tera,
    cards: &'a Cards,
    sink: Option<&'a dyn Sink>,
}

/// Renders every page.
pub fn render(stage: &Arc<Stage>, theme: &Theme) -> Checked<Rendered> {
    again(stage, (theme, theme.compile()), &mut Memory::nothing(), None, None)
}

/// Pages that are rendered before all others.
pub struct First<'a> {
    /// Their paths.
    pub wanted: &'a BTreeSet<SitePath>,
    /// Gets them, unless one of them cannot be rendered.
    pub show: &'a mut dyn FnMut(Vec<Output>),
}

/// Renders the pages of which anything has changed since `memory` last saw them, by a theme that was compiled. Where there
/// is a sink, it takes each page as soon as it is made.
pub fn again(
    stage: &Arc<Stage>,
    (theme, compiled): (&Theme, Compiled),
    memory: &mut Memory,
    first: Option<First<'_>>,
    sink: Option<&dyn Sink>,
) -> Checked<Rendered> {
    let mut diagnostics = messages::check(theme, &stage.locales);
    let mut tera = match compiled {
        Ok(tera) => tera,
        Err(error) => {
            diagnostics.push(*error);
            return Checked { value: Rendered::default(), diagnostics };
        }
    };
    if !diagnostics.is_empty() {
        return Checked { value: Rendered::default(), diagnostics };
    }
    functions::register(&mut tera, stage, &theme.fonts);
    let jobs = jobs::all(stage, theme);
    let cards = cards::cards(stage, theme, &tera, &mut diagnostics);
    let desk = Desk { stage, theme, tera: &tera, cards: &cards, sink };
    // Before the pages, which tell how large they are.
    let kits = kits::kits(stage, theme, &tera, |_| true, &mut diagnostics);
    let known = memory.known(stage, theme);
    let is_first = |job: &&jobs::Job| first.as_ref().is_some_and(|first| first.wanted.contains(&job.path(stage)));
    let (early, late): (Vec<_>, Vec<_>) = jobs.iter().partition(is_first);
    let make = |jobs: Vec<&jobs::Job>| -> Vec<_> {
        let groups: Vec<&[&jobs::Job]> = jobs.chunk_by(|a, b| a.is_version_of(b)).collect();
        let pages = |group: &&[&jobs::Job]| {
            let mut last = Last::default();
            let pages = group.iter().map(|job| page(&desk, &kits, job, &known, &mut last));
            pages.collect::<Vec<_>>()
        };
        groups.par_iter().map(pages).collect()
    };
    let early = make(early);
    if let Some(First { show, .. }) = first
        && diagnostics.is_empty()
        && early.iter().flatten().all(Result::is_ok)
    {
        show(early.iter().flatten().flatten().map(|made| made.output.clone()).collect());
    }
    let late = make(late);
    let mut rendered = Rendered { outputs: kits::outputs(stage, &kits), ..Rendered::default() };
    let mut kept = Vec::new();
    rendered.outputs.reserve(jobs.len());
    rendered.listed.reserve(jobs.len());
    for made in early.into_iter().chain(late).flatten() {
        match made {
            Ok(made) => {
                rendered.outputs.push(made.output);
                rendered.texts.extend(made.text);
                rendered.listed.extend(made.listed);
                rendered.rendered += usize::from(made.rendered);
                kept.extend(made.kept);
            }
            Err(found) => diagnostics.extend(found),
        }
    }
    let mut entries = feeds::Entries::new();
    rendered.feeds = feeds::feeds(stage, theme, &tera, &mut entries, &mut diagnostics);
    // One broken template fails on every page that uses it; once is enough.
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup_by(|a, b| a.at.is_some() && a.code == b.code && a.at == b.at);
    let languages = stage.site.config.languages.iter();
    let counts = languages.map(|lang| (lang, jobs.iter().filter(|job| job.lang() == Some(lang)).count()));
    rendered.counts = counts.collect();
    rendered.cards = cards.clone();
    let closures = known.closures().clone();
    memory.keep(kept, memory::Desk { tera, cards, kits, jobs, entries, closures });
    Checked { value: rendered, diagnostics }
}

/// What has changed where nothing but the texts of some pages has.
#[derive(Debug)]
pub struct Retouched {
    /// The files that are others now.
    pub outputs: Vec<Output>,
    /// The feeds, if any of the pages is in one.
    pub feeds: Option<Vec<Feed>>,
    /// What the pages say now.
    pub texts: Vec<Arc<PageText>>,
    /// How many pages were rendered.
    pub rendered: usize,
}

/// Renders the pages of some entries, of which nothing but the text has changed: not what it links to, nor its headings'
/// anchors, nor its front matter. `stage` must be the one that `memory` last saw, but for these texts. `None` where that
/// cannot be done, or does not end well.
pub fn retouch(
    stage: &Arc<Stage>,
    theme: &Theme,
    memory: &mut Memory,
    touched: &BTreeSet<EntryId>,
) -> Option<Retouched> {
    let mut diagnostics = Vec::new();
    // What functions answer does not depend on the texts, so an engine over the earlier stage answers the same.
    let mut old = memory.desk.take()?;
    let tera = &old.tera;
    let kits = kits::kits(stage, theme, tera, |id| touched.contains(&id), &mut diagnostics);
    let mut outputs = kits::outputs(stage, &kits);
    old.kits.extend(kits);
    let desk = Desk { stage, theme, tera, cards: &old.cards, sink: None };
    let of_touched = |job: &&jobs::Job| matches!(job, jobs::Job::Page(id, ..) if touched.contains(id));
    let jobs: Vec<&jobs::Job> = old.jobs.iter().filter(of_touched).collect();
    let known = memory.all_new(&old.closures);
    let made: Vec<_> =
        jobs.par_iter().map_init(Last::default, |last, job| page(&desk, &old.kits, job, &known, last)).collect();
    let (mut kept, mut texts) = (Vec::new(), Vec::new());
    for made in made {
        let made = made.ok()?;
        outputs.push(made.output);
        texts.extend(made.text);
        kept.extend(made.kept);
    }
    let before = old.entries.len();
    old.entries.retain(|(id, _), _| !touched.contains(id));
    let in_feeds = old.entries.len() < before;
    let feeds = in_feeds.then(|| feeds::feeds(stage, theme, tera, &mut old.entries, &mut diagnostics));
    if !diagnostics.is_empty() {
        return None;
    }
    let rendered = kept.len();
    memory.add(kept);
    memory.desk = Some(old);
    Some(Retouched { outputs, feeds, texts, rendered })
}

/// A page that was made.
struct Made {
    output: Output,
    text: Option<Arc<PageText>>,
    listed: Option<Listed>,
    /// Whether it had to be rendered.
    rendered: bool,
    /// What to keep of it, with the questions that may be new.
    kept: Option<(memory::Kept, Questions)>,
}

fn page(
    desk: &Desk<'_>,
    kits: &kits::Kits,
    job: &jobs::Job,
    known: &memory::Known<'_>,
    last: &mut Last,
) -> Result<Made, Vec<Diagnostic>> {
    let Desk { stage, theme, tera, sink, .. } = *desk;
    let jobs::View { template, mut sight, body, alternates } = job.view(desk, last)?;
    let kit = match job {
        jobs::Job::Page(id, lang, 1) => kits.get(&(*id, *lang)).map(|kit| ((*id, *lang), kit)),
        _ => None,
    };
    sight.insert("kit", &kit.and_then(|(key, kit)| view::kit(stage, key, &job.path(stage), kit)));
    let path = job.path(stage);
    let text = texts::text(stage, job, body.as_str().unwrap_or_default()).map(Arc::new);
    let listed = listed::listed(stage, job, &path, alternates);
    let render = || -> Result<Output, Vec<Diagnostic>> {
        let mut html = HTML.take();
        html.clear();
        let rendered = tera.render_to(&template, sight.context(), &mut html);
        rendered.map_err(|error| vec![theme.diagnostic(&error, &template, &job.name(stage))])?;
        let taken = sink.and_then(|sink| sink.take(&path, &html));
        let content = taken.map_or_else(|| Content::Bytes(Bytes::copy_from_slice(&html)), Content::Taken);
        HTML.set(html);
        Ok(Output { path: path.clone(), content })
    };
    if !known.keeps() {
        return Ok(Made { output: render()?, text, listed, rendered: true, kept: None });
    }
    let print = known.print(&template, &sight);
    if let Some(kept) = known.kept(&path, print) {
        let (output, kept) = (kept.output.clone(), kept.clone());
        return Ok(Made { output, text, listed, rendered: false, kept: Some((kept, Questions::new())) });
    }
    let (output, asked) = questions::during(render);
    let output = output?;
    let kept = memory::Kept::new(print, &asked, output.clone());
    Ok(Made { output, text, listed, rendered: true, kept: Some((kept, asked)) })
}
