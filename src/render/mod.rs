//! [`Site`] → HTML, by the theme's Tera templates; pages in parallel, each rendered once.
//!
//! Social cards come first, since pages name them (`cards/`).
//!
//! Invariant: a template sees nothing but its view (`view/`) and the functions in `functions.rs`.

mod body;
mod calls;
mod cards;
mod feeds;
mod functions;
mod jobs;
mod kits;
mod listed;
mod messages;
mod picture;
mod raise;
mod tags;
mod texts;
mod theme;
mod versions;
mod view;
mod words;

use std::sync::Arc;

use rayon::prelude::*;
use tera::Tera;

pub use messages::{check, uses};
pub use theme::{Theme, components};

use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::Locales;
use crate::model::assets::Assets;
use crate::model::card::Cards;
use crate::model::feed::Feed;
use crate::model::lang::Lang;
use crate::model::listing::Listed;
use crate::model::output::{Content, Output};
use crate::model::picture::Pictures;
use crate::model::site::Site;
use crate::model::text::PageText;

/// What rendering draws on.
#[derive(Debug)]
pub struct Stage {
    /// The site.
    pub site: Site,
    /// Its languages' messages and rules.
    pub locales: Locales,
    /// Its theme's assets.
    pub assets: Assets,
    /// Its pictures.
    pub pictures: Pictures,
    /// The day the site is built for, in its own zone.
    pub today: jiff::civil::Date,
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
    pub texts: Vec<PageText>,
}

/// All that a page is made with.
#[derive(Clone, Copy)]
struct Desk<'a> {
    stage: &'a Arc<Stage>,
    theme: &'a Theme,
    tera: &'a Tera,
    cards: &'a Cards,
}

/// Renders every page.
pub fn render(stage: &Arc<Stage>, theme: &Theme) -> Checked<Rendered> {
    let mut diagnostics = messages::check(theme, &stage.locales);
    let tera = match theme.engine(stage) {
        Ok(tera) => tera,
        Err(error) => {
            diagnostics.push(*error);
            return Checked { value: Rendered::default(), diagnostics };
        }
    };
    if !diagnostics.is_empty() {
        return Checked { value: Rendered::default(), diagnostics };
    }
    let cards = cards::cards(stage, theme, &tera, &mut diagnostics);
    let desk = Desk { stage, theme, tera: &tera, cards: &cards };
    let jobs = jobs::all(stage, theme);
    // Before the pages, which tell how large they are.
    let kits = kits::kits(stage, theme, &tera, &mut diagnostics);
    let rendered: Vec<_> = jobs.par_iter().map(|job| page(&desk, &kits, job)).collect();
    let mut outputs = kits::outputs(stage, &kits);
    let mut texts = Vec::new();
    for page in rendered {
        match page {
            Ok((output, text)) => {
                outputs.push(output);
                texts.extend(text);
            }
            Err(found) => diagnostics.extend(found),
        }
    }
    let feeds = feeds::feeds(stage, theme, &tera, &mut diagnostics);
    // One broken template fails on every page that uses it; once is enough.
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup_by(|a, b| a.at.is_some() && a.code == b.code && a.at == b.at);
    let languages = stage.site.config.languages.iter();
    let counts = languages.map(|lang| (lang, jobs.iter().filter(|job| job.lang() == Some(lang)).count())).collect();
    let listed = jobs.iter().filter_map(|job| listed::listed(stage, job)).collect();
    Checked { value: Rendered { outputs, feeds, counts, listed, cards, texts }, diagnostics }
}

type Page = (Output, Option<PageText>);

fn page(desk: &Desk<'_>, kits: &kits::Kits, job: &jobs::Job) -> Result<Page, Vec<Diagnostic>> {
    let Desk { stage, theme, tera, .. } = *desk;
    let jobs::View { template, mut context, body } = job.view(desk)?;
    let kit = match job {
        jobs::Job::Page(id, lang, 1) => kits.get(&(*id, *lang)).map(|kit| ((*id, *lang), kit)),
        _ => None,
    };
    context.insert("kit", &kit.and_then(|(key, kit)| view::kit(stage, key, &job.path(stage), kit)));
    let html = tera
        .render(&template, &context)
        .map_err(|error| vec![theme.diagnostic(&error, &template, &job.name(stage))])?;
    let output = Output { path: job.path(stage), content: Content::Bytes(html.into_bytes().into()) };
    Ok((output, texts::text(stage, job, &body)))
}
