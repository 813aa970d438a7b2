//! The whole diagram: folders in, outputs and messages out. The only place that knows the order of the stages.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::config::Config;
use crate::model::lang::Lang;
use crate::model::output::Output;
use crate::model::translation::State;
use crate::render::{Stage, Theme};
use crate::resolve::Group;
use crate::{configure, discover, emit, locale, parse, render, resolve};

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
    /// What each language has.
    pub languages: Vec<Counts>,
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

/// The site's files as translators see them: by page, whether public or not.
#[derive(Debug)]
pub struct Survey {
    /// The site's configuration.
    pub config: Config,
    /// Every page.
    pub groups: Vec<Group>,
    /// How many pages there are with mistakes, which are left out.
    pub unsound: usize,
}

/// Reads every page, and stops before anything is resolved.
pub fn survey(root: &Path) -> Checked<Option<Survey>> {
    let mut all = Vec::new();
    let value = read_all(root, &mut all);
    all.sort_by(|a, b| a.order().cmp(&b.order()));
    all.dedup();
    Checked { value, diagnostics: all }
}

fn read_all(root: &Path, all: &mut Vec<Diagnostic>) -> Option<Survey> {
    let file = discover::site_file(root).report_to(all)?;
    let mut mistakes = Vec::new();
    let config = configure::configure(file.clone(), None).report_to(&mut mistakes);
    // What a publisher has yet to fill in is no concern of translators.
    all.extend(mistakes.into_iter().filter(|found| found.code != Code::PublisherUnset));
    let config = config?;
    let sources = discover::discover(root, &config, &file).report_to(all);
    let theme = Theme::new(sources.themes.iter().map(|theme| (theme.name.as_str(), &theme.templates)));
    let components = render::components(&theme).report_to(all);
    let files: Vec<_> = sources.locales.iter().map(|file| (file.lang, file.layer, file.source.clone())).collect();
    let locales = locale::load(&files, &config.languages).report_to(all);
    let rules = parse::Rules { config: &config, components: &components, locales: &locales };
    let parsed = parse::parse(sources.pages, rules).report_to(all);
    let unsound = parsed.unsound.len();
    let groups = resolve::survey(parsed.documents, &config.languages, &parsed.unsound).report_to(all);
    Some(Survey { config, groups, unsound })
}

fn stages(request: &Request<'_>, all: &mut Vec<Diagnostic>) -> Option<Built> {
    let file = discover::site_file(request.root).report_to(all)?;
    let config = configure::configure(file.clone(), request.base_url).report_to(all)?;
    let sources = discover::discover(request.root, &config, &file).report_to(all);
    let theme = Theme::new(sources.themes.iter().map(|theme| (theme.name.as_str(), &theme.templates)));
    let components = render::components(&theme).report_to(all);
    let files: Vec<_> = sources.locales.iter().map(|file| (file.lang, file.layer, file.source.clone())).collect();
    let locales = locale::load(&files, &config.languages).report_to(all);
    // A theme that is not there brings no messages either; saying so once is enough.
    if !all.iter().any(|found| matches!(found.code, Code::UnknownTheme | Code::ThemeCycle)) {
        all.extend(locale::required(&locales));
    }
    let rules = parse::Rules { config: &config, components: &components, locales: &locales };
    let parsed = parse::parse(sources.pages, rules).report_to(all);
    let pages = resolve::Pages { documents: parsed.documents, unsound: parsed.unsound, media: &sources.media };
    let options = resolve::Options { at: request.at, drafts: request.drafts };
    let site = resolve::resolve(pages, config, &file, &locales, options).report_to(all);
    let assets = emit::assets::assets(sources.themes.iter().map(|theme| (&theme.styles, &theme.assets))).report_to(all);
    if all.iter().any(Diagnostic::is_error) {
        // Templates are checked all the same, so that their mistakes are not found one build later.
        all.extend(render::check(&theme, &locales));
        return None;
    }
    let stage = Arc::new(Stage { site, locales, assets });
    let rendered = render::render(&stage, &theme).report_to(all);
    let languages = rendered.counts.iter().map(|(lang, pages)| counts(&stage, *lang, *pages)).collect();
    let mut outputs = rendered.outputs;
    outputs.extend(emit::media::media(&stage.site.media));
    outputs.extend(stage.assets.outputs.iter().cloned());
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    Some(Built { outputs, languages })
}

fn counts(stage: &Stage, lang: Lang, pages: usize) -> Counts {
    let entries = stage.site.entries.iter();
    let translated = entries.filter(|entry| !matches!(entry.states[lang], State::Original | State::Missing)).count();
    Counts { lang, pages, translated, missing: stage.site.missing[lang] }
}
