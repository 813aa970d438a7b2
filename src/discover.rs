//! Folders → every file of the site. Pages are found here and read when they are parsed; everything else is read at once.

mod editor;
mod pages;
mod read;
mod source_cache;
mod stamp;
mod themes;
mod walk;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::{Config, Fonts, Languages, LocaleFile, Location, MediaFile, SourceText};
use read::read_text;
use walk::Found;

pub(crate) use pages::PageFile;
pub(crate) use pages::{read_changed_pages, read_pages};
pub use source_cache::SourceCache;

const CONTENT: &str = "content";

pub(crate) struct Content {
    /// The pages' files, by key and language.
    pub pages: Vec<PageFile>,
    /// Pictures and other files by their path in it; published when a page uses them.
    pub media: BTreeMap<String, MediaFile>,
}

/// What content is read and shown by.
#[derive(Debug)]
pub struct Interface {
    /// Locale files, the theme's first and the site's last: later ones win.
    pub locales: Vec<LocaleFile>,
    /// The theme and those it extends, nearest first.
    pub themes: Vec<ThemeSource>,
    /// The editor's package and what it needs, by path below `node_modules/`; empty where the site has no editor.
    pub editor: BTreeMap<String, MediaFile>,
}

#[derive(Debug, Default)]
pub struct ThemeSource {
    pub name: String,
    /// Templates by name, such as `page.html`.
    pub templates: BTreeMap<String, Arc<SourceText>>,
    /// Style sheets by path below `assets/`.
    pub styles: BTreeMap<String, Arc<SourceText>>,
    /// Other assets by path below `assets/`.
    pub assets: BTreeMap<String, MediaFile>,
    /// Fonts of social cards by file name; they are never published.
    pub fonts: Fonts,
    /// What new pages begin with, by file name, such as `release.de.md`.
    pub archetypes: BTreeMap<String, Arc<SourceText>>,
}

/// Reads `site.yaml`; `None` when there is none.
pub(crate) fn site_file(root: &Path, sources: &SourceCache) -> Checked<Option<Arc<SourceText>>> {
    let mut diagnostics = Vec::new();
    let path = root.join("site.yaml");
    if walk::leads_out(root, &path) {
        diagnostics.push(Diagnostic::new(Code::LinkOutside).with("file", "site.yaml"));
        return Checked { value: None, diagnostics };
    }
    let value = match sources.file(&path) {
        Ok(Some(file)) => read_text(&file, "site.yaml".into(), sources, &mut diagnostics),
        Ok(None) => {
            diagnostics.push(Diagnostic::new(Code::NoSite).with("root", root.display()));
            None
        }
        Err(error) => {
            let unreadable = Diagnostic::new(Code::Unreadable).with("file", "site.yaml");
            diagnostics.push(unreadable.with("reason", error));
            None
        }
    };
    Checked { value, diagnostics }
}

/// Walks `locales/`, the themes and, if the site has one, its editor.
pub(crate) fn interface(
    root: &Path,
    config: &Config,
    site: &Arc<SourceText>,
    sources: &SourceCache,
) -> Checked<Interface> {
    let mut diagnostics = Vec::new();
    let mut locales = locale_files(root, &config.languages, sources, &mut diagnostics);
    let themes = themes::Themes { root, config, sources }.all(site, &mut locales, &mut diagnostics);
    locales.sort_by_key(|locale| std::cmp::Reverse(locale.layer));
    let editor = config.editor.as_ref().map(|editor| {
        let at = Location { source: site.clone(), span: editor.at.clone() };
        editor::package(root, &at, sources, &mut diagnostics)
    });
    let editor = editor.unwrap_or_default();
    Checked { value: Interface { locales, themes, editor }, diagnostics }
}

/// What a walk of `content/` found, before it is known which languages pages may have.
pub(crate) struct ContentFiles(Checked<Vec<Found>>);

pub(crate) fn content_files(root: &Path, sources: &SourceCache) -> ContentFiles {
    let mut diagnostics = Vec::new();
    let value = sources.walk(root, &root.join(CONTENT), &mut diagnostics);
    ContentFiles(Checked { value, diagnostics })
}

impl ContentFiles {
    /// Tells pages from other files.
    pub(crate) fn by_kind(self, languages: &Languages, sources: &SourceCache) -> Checked<Content> {
        let mut diagnostics = Vec::new();
        let files = self.0.report_to(&mut diagnostics).into_iter();
        let (pages, others): (Vec<_>, Vec<_>) = files.partition(|file| pages::is_page(&file.name));
        others.iter().for_each(|file| sources.note_other_file(file));
        if pages.iter().any(|page| page.linked) {
            sources.note_linked_page();
        }
        let media = others.into_iter().map(|file| (file.name.clone(), file.into_media())).collect();
        let pages = pages::pages(pages, languages, sources, &mut diagnostics);
        Checked { value: Content { pages, media }, diagnostics }
    }
}

fn locale_files(
    root: &Path,
    languages: &Languages,
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<LocaleFile> {
    let mut locales = Vec::new();
    for file in sources.other_files(root, &root.join("locales"), diagnostics) {
        let name = &file.name;
        let Some((tag, _)) = name.split_once('/').filter(|_| name.ends_with(".ftl")) else { continue };
        let shown = format!("locales/{name}");
        match languages.get(tag) {
            Some(lang) => {
                let source = read_text(&file, shown, sources, diagnostics);
                locales.extend(source.map(|source| LocaleFile { lang, layer: 0, source }));
            }
            None => {
                let stray = Diagnostic::new(Code::StrayLocale).with("file", shown).with("value", tag);
                diagnostics.push(stray.with("languages", languages));
            }
        }
    }
    locales
}
