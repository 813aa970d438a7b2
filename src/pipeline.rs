//! The whole diagram: folders in, outputs and messages out. The only place that knows the order of the stages.

mod beginnings;
mod documents;
mod named;
mod texts;

use std::path::Path;
use std::sync::Arc;

use jiff::{Timestamp, ZonedDateTime};

pub use beginnings::{Beginnings, beginnings};
pub use documents::{Documents, documents};
pub use texts::{Drafts, begin, sync};

use named::Named;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::discover::Sources;
use crate::locale::Locales;
use crate::model::address::Address;
use crate::model::cache::Cache;
use crate::model::config::Config;
use crate::model::lang::Lang;
use crate::model::output::Output;
use crate::model::shortcode::Components;
use crate::model::source::SourceText;
use crate::model::translation::State;
use crate::model::url::SitePath;
use crate::render::{Stage, Theme};
use crate::{configure, discover, emit, locale, parse, pictures, render, resolve};

/// Where the cache lies in the site's folder.
const CACHE: &str = ".bruecke/cache";

/// What the user asked for.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The site's folder.
    pub root: &'a Path,
    /// Stands in for `base_url` of `site.yaml`.
    pub base_url: Option<&'a str>,
    /// Whether drafts are public.
    pub drafts: bool,
    /// The instant the site is built for.
    pub at: Timestamp,
}

/// A built site.
#[derive(Debug, Default)]
pub struct Built {
    /// Every file.
    pub outputs: Vec<Output>,
    /// The path of the site's public address: `/` where it has a domain of its own.
    pub base_path: String,
    /// Where each page stands, in the languages it was written or translated in.
    pub addresses: Vec<Address>,
    /// What each language has.
    pub languages: Vec<Counts>,
    /// When the next page goes public or expires, in the site's zone: build again then.
    pub next: Option<ZonedDateTime>,
    /// Where outputs that are expensive to make are kept; `None` when there are errors.
    pub cache: Option<Arc<Cache>>,
}

/// A language's pages.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// The language.
    pub lang: Lang,
    /// Pages made, lists included.
    pub pages: usize,
    /// Pages translated into it.
    pub translated: usize,
    /// Pages it lacks.
    pub missing: usize,
}

/// Builds the site in memory. The value is empty when there are errors.
pub fn build(request: &Request<'_>) -> Checked<Built> {
    let mut all = Vec::new();
    let built = stages(request, &mut all);
    all.sort_by(|a, b| a.order().cmp(&b.order()));
    all.dedup();
    let failed = all.iter().any(Diagnostic::is_error);
    Checked { value: built.filter(|_| !failed).unwrap_or_default(), diagnostics: all }
}

/// What pages are read by, and everything beside them.
struct Inputs {
    /// `site.yaml`, for messages about it.
    file: Arc<SourceText>,
    config: Config,
    sources: Sources,
    theme: Theme,
    components: Components,
    locales: Locales,
}

fn inputs(root: &Path, base_url: Option<&str>, all: &mut Vec<Diagnostic>) -> Option<Inputs> {
    let file = discover::site_file(root).report_to(all)?;
    let config = configure::configure(file.clone(), base_url).report_to(all)?;
    let sources = discover::discover(root, &config, &file).report_to(all);
    let theme = Theme::new(sources.themes.iter().map(|theme| (theme.name.as_str(), &theme.templates, &theme.fonts)));
    let components = render::components(&theme).report_to(all);
    let files: Vec<_> = sources.locales.iter().map(|file| (file.lang, file.layer, file.source.clone())).collect();
    let locales = locale::load(&files, &config.languages).report_to(all);
    Some(Inputs { file, config, sources, theme, components, locales })
}

fn stages(request: &Request<'_>, all: &mut Vec<Diagnostic>) -> Option<Built> {
    let Inputs { file, config, sources, theme, components, locales } = inputs(request.root, request.base_url, all)?;
    // A theme that is not there brings no messages either; saying so once is enough.
    if !all.iter().any(|found| matches!(found.code, Code::UnknownTheme | Code::ThemeCycle)) {
        all.extend(locale::required(&locales));
    }
    let rules = parse::Rules { config: &config, components: &components, locales: &locales };
    let parsed = parse::parse(sources.pages, rules).report_to(all);
    let named = Named::by(&parsed, &config);
    let pages = resolve::Pages { documents: parsed.documents, unsound: parsed.unsound, media: &sources.media };
    let options = resolve::Options { at: request.at, drafts: request.drafts };
    let site = resolve::resolve(pages, config, &file, &locales, options).report_to(all);
    let assets = emit::assets::assets(sources.themes.iter().map(|theme| (&theme.styles, &theme.assets))).report_to(all);
    all.extend(locale::check(&locales, &named.uses(&theme)));
    if all.iter().any(Diagnostic::is_error) {
        // Templates are checked all the same, so that their mistakes are not found one build later.
        all.extend(render::check(&theme, &locales));
        return None;
    }
    all.extend(resolve::report_unused(&site));
    let cache = Arc::new(Cache::new(request.root.join(CACHE)));
    let pictures = pictures::pictures(&site, &assets, &cache).report_to(all);
    if all.iter().any(Diagnostic::is_error) {
        return None;
    }
    let today = site.config.timezone.to_datetime(request.at).date();
    let stage = Arc::new(Stage { site, locales, assets, pictures, today });
    let rendered = render::render(&stage, &theme).report_to(all);
    let languages = rendered.counts.iter().map(|(lang, pages)| counts(&stage, *lang, *pages)).collect();
    let base_url = &stage.site.config.base_url;
    let beside_search = || {
        let mut outputs = emit::atom::atom(&rendered.feeds);
        outputs.extend(emit::json_feed::json_feed(&rendered.feeds));
        outputs.extend(emit::media::media(&stage.site.media, &stage.pictures));
        outputs.extend(emit::media::pictures(&stage.site.pictures, &stage.pictures));
        outputs.extend(emit::media::assets(&stage.assets.pictures, &stage.pictures));
        outputs.extend(emit::cards::cards(&rendered.cards, &theme.fonts, &cache));
        outputs.extend(emit::calendar::calendars(&stage.site, &stage.locales));
        outputs.extend(stage.assets.outputs.iter().cloned());
        outputs.extend(emit::sitemap::sitemap(&rendered.listed, base_url, emit::sitemap::LIMITS));
        outputs.extend(emit::robots::robots(base_url, stage.site.config.index));
        outputs
    };
    let (search, others) = rayon::join(|| emit::search::search(rendered.texts), beside_search);
    let mut outputs = rendered.outputs;
    outputs.extend(search);
    outputs.extend(others);
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    let next = stage.site.next.map(|next| next.to_zoned_datetime(stage.site.config.timezone.clone()));
    let addresses = resolve::own_addresses(&stage.site);
    let base_path = SitePath::root_anywhere(base_url);
    Some(Built { outputs, base_path, addresses, languages, next, cache: Some(cache) })
}

fn counts(stage: &Stage, lang: Lang, pages: usize) -> Counts {
    let entries = stage.site.entries.iter();
    let translated = entries.filter(|entry| !matches!(entry.states[lang], State::Original | State::Missing)).count();
    Counts { lang, pages, translated, missing: stage.site.missing[lang] }
}
