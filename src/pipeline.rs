//! The whole diagram: folders in, outputs and messages out. The only place that knows the order of the stages.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::config::Config;
use crate::model::edit::Edit;
use crate::model::lang::{Lang, Languages};
use crate::model::output::Output;
use crate::model::source::SourceText;
use crate::model::translation::State;
use crate::render::{Stage, Theme};
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
    let stage = Arc::new(Stage { site, locales, assets });
    let rendered = render::render(&stage, &theme).report_to(all);
    let languages = rendered.counts.iter().map(|(lang, pages)| counts(&stage, *lang, *pages)).collect();
    let mut outputs = rendered.outputs;
    outputs.extend(emit::media::media(&stage.site.media));
    outputs.extend(stage.assets.outputs.iter().cloned());
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    Some(Built { outputs, languages })
}

/// What pages and settings name among the messages.
struct Named {
    /// Names of labels and titles.
    messages: Vec<String>,
    /// Whether there are pages whose tags are not known, since they have mistakes.
    unsound: bool,
}

impl Named {
    fn by(parsed: &parse::Parsed, config: &Config) -> Self {
        let labels = config.menus.values().flatten().filter_map(|entry| entry.label.as_ref());
        let mut messages: Vec<String> = labels.chain([&config.title]).map(|label| label.value.clone()).collect();
        messages.push("tags.slug".into());
        for tag in parsed.documents.iter().flat_map(|document| document.front.tags.iter().flatten()) {
            messages.extend([format!("tag-{}", tag.value), format!("tag-{}.slug", tag.value)]);
        }
        Self { messages, unsound: !parsed.unsound.is_empty() }
    }

    /// Together with what the templates ask for.
    fn uses(self, theme: &Theme) -> locale::Uses {
        let mut uses = render::uses(theme);
        self.messages.into_iter().for_each(|name| uses.call(name, []));
        if self.unsound {
            uses.prefixes.insert("tag-".into());
        }
        uses
    }
}

fn counts(stage: &Stage, lang: Lang, pages: usize) -> Counts {
    let entries = stage.site.entries.iter();
    let translated = entries.filter(|entry| !matches!(entry.states[lang], State::Original | State::Missing)).count();
    Counts { lang, pages, translated, missing: stage.site.missing[lang] }
}

/// What is to be done to locale files; nothing is written yet.
#[derive(Debug, Default)]
pub struct Drafts {
    /// Lines for files.
    pub edits: Vec<Edit>,
    /// Languages that were asked for and are not the site's.
    pub unknown: Vec<String>,
    /// The site's languages.
    pub languages: Vec<String>,
}

/// Drafts of what translations lack, for the languages named, or for all.
pub fn sync(root: &Path, asked: &[String]) -> Checked<Option<Drafts>> {
    let read = texts(root, None);
    let plan = |texts: Texts| {
        let source = texts.languages.first();
        let wanted = |lang: &Lang| *lang != source && (asked.is_empty() || asked.iter().any(|tag| tag == lang.tag()));
        let langs = texts.languages.iter().filter(wanted);
        let edits = langs.flat_map(|lang| locale::sync(&texts.files, &texts.locales, source, lang)).collect();
        let unknown = asked.iter().filter(|tag| texts.languages.get(tag).is_none()).cloned().collect();
        Drafts { edits, unknown, languages: texts.languages.iter().map(|lang| lang.to_string()).collect() }
    };
    Checked { value: read.value.map(plan), diagnostics: read.diagnostics }
}

/// The first file of a language that has none yet.
pub fn begin(root: &Path, tag: &str) -> Checked<Option<Edit>> {
    let read = texts(root, Some(tag));
    let plan = |texts: Texts| {
        let lang = texts.languages.get(tag)?;
        Some(locale::begin(&texts.files, &texts.locales, texts.languages.first(), lang))
    };
    Checked { value: read.value.and_then(plan), diagnostics: read.diagnostics }
}

/// The locale files of a site, and what is in them.
struct Texts {
    files: Vec<(Lang, usize, Arc<SourceText>)>,
    locales: locale::Locales,
    languages: Languages,
}

/// Reads the locale files, as if the site had the language `further` too; `None` when they have errors.
fn texts(root: &Path, further: Option<&str>) -> Checked<Option<Texts>> {
    let mut all = Vec::new();
    let value = read_texts(root, further, &mut all);
    all.retain(|found| found.is_error() && (found.code.is_about_locales() || value.is_none()));
    all.sort_by(|a, b| a.order().cmp(&b.order()));
    let failed = !all.is_empty();
    Checked { value: value.filter(|_| !failed), diagnostics: all }
}

fn read_texts(root: &Path, further: Option<&str>, all: &mut Vec<Diagnostic>) -> Option<Texts> {
    let file = discover::site_file(root).report_to(all)?;
    let mut config = configure::configure(file.clone(), None).report_to(all)?;
    let tags: Vec<String> = config.languages.iter().map(|lang| lang.to_string()).collect();
    let new = further.filter(|tag| config.languages.get(tag).is_none());
    config.languages = Languages::new(&tags.iter().map(String::as_str).chain(new).collect::<Vec<_>>())?;
    let sources = discover::discover(root, &config, &file).report_to(all);
    let files: Vec<_> = sources.locales.into_iter().map(|file| (file.lang, file.layer, file.source)).collect();
    let locales = locale::load(&files, &config.languages).report_to(all);
    Some(Texts { files, locales, languages: config.languages })
}
