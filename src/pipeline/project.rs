//! All that a site has beside its pages, loaded in one way whoever asks: settings, themes, messages, and where files lie.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::discover::{Content, Interface, PageFile, SourceCache};
use crate::locale::{self, Locales};
use crate::model::{Assets, Components, Config, Languages, MediaFile, SourceText};
use crate::parse::Rules;
use crate::render::{self, Theme};
use crate::{configure, discover, emit};

/// A site without its pages.
#[derive(Debug)]
pub struct Project {
    /// `site.yaml`, for messages about it.
    pub file: Arc<SourceText>,
    /// What it says.
    pub config: Arc<Config>,
    /// The files of themes and locales.
    pub interface: Interface,
    /// The theme's templates.
    pub theme: Theme,
    /// The theme's shortcodes.
    pub components: Components,
    /// The messages and rules of the site's languages.
    pub locales: Arc<Locales>,
    /// Files of `content/` that are no pages, by their path in it.
    pub media: BTreeMap<String, MediaFile>,
    /// What was noticed while it was loaded.
    pub diagnostics: Vec<Diagnostic>,
    assets: OnceLock<Checked<Arc<Assets>>>,
}

/// Which project to load.
#[derive(Clone, Copy, Debug)]
pub struct Load<'a> {
    /// The site's folder.
    pub root: &'a Path,
    /// Stands in for `base_url` of `site.yaml`.
    pub base_url: Option<&'a str>,
    /// A language to load beside those of `site.yaml`.
    pub further_language: Option<&'a str>,
    /// The project as it was last time: kept where no file of it has changed.
    pub last: Option<&'a Arc<Project>>,
}

impl<'a> Load<'a> {
    /// The project in a folder, as it is on disk.
    pub fn from(root: &'a Path) -> Self {
        Self { root, base_url: None, further_language: None, last: None }
    }
}

/// A project, and the pages that were found beside it.
pub struct Loaded {
    /// The project.
    pub project: Arc<Project>,
    /// Its pages, not read yet.
    pub pages: Vec<PageFile>,
}

impl Project {
    /// Loads it. No value where `site.yaml` is missing or wrong.
    pub fn load(load: &Load<'_>, sources: &SourceCache) -> Checked<Option<Loaded>> {
        let mut found = Vec::new();
        let value = read(load, sources, &mut found);
        Checked { value, diagnostics: found }
    }

    /// What pages are read by.
    pub fn rules(&self) -> Rules<'_> {
        Rules { config: &self.config, components: &self.components, locales: &self.locales }
    }

    /// Whether pages are read by the same rules as with `other`. Of locales they take the agreed names; names of months are
    /// their languages' own.
    pub fn reads_pages_like(&self, other: &Self) -> bool {
        let glossaries = |lang| (self.locales[lang].glossary(), other.locales[lang].glossary());
        Arc::ptr_eq(&self.file, &other.file)
            && self.components == other.components
            && self.config.languages.iter().map(glossaries).all(|(one, other)| one == other)
    }

    /// The theme's assets and the editor's package under the names they are published by; made when first asked for, since
    /// most commands publish nothing.
    pub fn assets(&self) -> &Checked<Arc<Assets>> {
        self.assets.get_or_init(|| {
            let themes = self.interface.themes.iter().map(|theme| (&theme.styles, &theme.assets));
            let mut diagnostics = Vec::new();
            let mut assets = emit::assets::assets(themes).report_to(&mut diagnostics);
            assets.outputs.extend(emit::editor::package(&self.interface.editor).report_to(&mut diagnostics));
            Checked { value: Arc::new(assets), diagnostics }
        })
    }

    /// The messages that the program itself needs and a language lacks. A theme that is not there brings no messages
    /// either; saying so once is enough.
    pub fn missing_messages(&self) -> Vec<Diagnostic> {
        let no_theme = |found: &Diagnostic| matches!(found.code, Code::UnknownTheme | Code::ThemeCycle);
        if self.diagnostics.iter().any(no_theme) { Vec::new() } else { locale::required(&self.locales) }
    }
}

fn read(load: &Load<'_>, sources: &SourceCache, found: &mut Vec<Diagnostic>) -> Option<Loaded> {
    let mut noticed = Vec::new();
    let settings = || settings(load, sources, &mut noticed);
    let (settings, files) = rayon::join(settings, || discover::content_files(load.root, sources));
    let Some((file, config, interface)) = settings else {
        found.append(&mut noticed);
        return None;
    };
    let Content { pages, media } = files.by_kind(&config.languages, sources).report_to(found);
    if let Some(last) = load.last.filter(|_| sources.other_files_are_unchanged()) {
        found.extend(last.diagnostics.iter().cloned());
        return Some(Loaded { project: last.clone(), pages });
    }
    let layers = interface.themes.iter().map(|theme| (theme.name.as_str(), &theme.templates, &theme.fonts));
    let theme = Theme::new(layers);
    let components = render::components(&theme).report_to(&mut noticed);
    let locales = locale::load(&interface.locales, &config.languages).report_to(&mut noticed);
    found.extend(noticed.iter().cloned());
    let project = Project {
        file,
        config: Arc::new(config),
        interface,
        theme,
        components,
        locales: Arc::new(locales),
        media,
        diagnostics: noticed,
        assets: OnceLock::new(),
    };
    Some(Loaded { project: Arc::new(project), pages })
}

fn settings(
    load: &Load<'_>,
    sources: &SourceCache,
    found: &mut Vec<Diagnostic>,
) -> Option<(Arc<SourceText>, Config, Interface)> {
    let file = discover::site_file(load.root, sources).report_to(found)?;
    let mut config = configure::configure(file.clone(), load.base_url).report_to(found)?;
    if let Some(tag) = load.further_language.filter(|tag| config.languages.get(tag).is_none()) {
        let tags: Vec<String> = config.languages.iter().map(|lang| lang.to_string()).collect();
        config.languages = Languages::new(&tags.iter().map(String::as_str).chain([tag]).collect::<Vec<_>>())?;
    }
    let interface = discover::interface(load.root, &config, &file, sources).report_to(found);
    Some((file, config, interface))
}
