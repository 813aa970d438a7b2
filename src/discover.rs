//! Folders → [`Sources`]: every file of the site. Pages are found here and read when they are parsed; everything else is
//! read at once.

mod editor;
mod source_cache;
mod stamp;
mod themes;
mod walk;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::card::Fonts;
use crate::model::config::Config;
use crate::model::lang::{Lang, Languages};
use crate::model::source::{FileOrigin, Location, MediaFile, PageSource, SourceText, clean};
use stamp::Stamp;
use walk::Found;

pub use source_cache::SourceCache;

const CONTENT: &str = "content";
/// How their files' names end.
const PAGE: &str = ".md";

/// What lies in `content/`.
#[derive(Debug)]
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
    pub locales: Vec<LocaleSource>,
    /// The theme and those it extends, nearest first.
    pub themes: Vec<ThemeSource>,
    /// The editor's package and what it needs, by path below `node_modules/`; empty where the site has no editor.
    pub editor: BTreeMap<String, MediaFile>,
}

impl Interface {
    /// Locale files: language, layer, text.
    pub fn locale_files(&self) -> Vec<(Lang, usize, Arc<SourceText>)> {
        self.locales.iter().map(|file| (file.lang, file.layer, file.source.clone())).collect()
    }
}

/// A page's file that was found, and is not read yet.
#[derive(Debug)]
pub struct PageFile {
    name: PageName,
    file: Found,
}

/// What the name of a page's file says.
#[derive(Clone, Debug)]
struct PageName {
    key: String,
    lang: Lang,
    folder: String,
}

impl PageFile {
    /// The page without its language; see [`PageSource::key`].
    pub fn key(&self) -> &str {
        &self.name.key
    }

    /// How it is called in messages.
    pub fn path(&self) -> String {
        shown(&self.file.name)
    }

    pub(crate) fn on_disk(&self) -> &Path {
        &self.file.path
    }

    /// Reads it; `None` where that cannot be done.
    pub fn read(&self, sources: &SourceCache, diagnostics: &mut Vec<Diagnostic>) -> Option<PageSource> {
        let source = read_text(&self.file, self.path(), sources, diagnostics)?;
        Some(self.name.clone().page(source))
    }
}

impl PageName {
    fn page(self, source: Arc<SourceText>) -> PageSource {
        PageSource { key: self.key, folder: self.folder, lang: self.lang, source }
    }
}

/// Reads pages, side by side.
pub(crate) fn read_pages(
    files: &[PageFile],
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PageSource> {
    let read = files.par_iter().map(|file| {
        let mut found = Vec::new();
        (file.read(sources, &mut found), found)
    });
    let mut pages = Vec::with_capacity(files.len());
    for (page, found) in read.collect::<Vec<_>>() {
        diagnostics.extend(found);
        pages.extend(page);
    }
    pages
}

/// A Fluent file.
#[derive(Debug)]
pub struct LocaleSource {
    /// Its language.
    pub lang: Lang,
    /// 0 for the site's own, 1 for the theme's, 2 for the theme that one extends, and so on.
    pub layer: usize,
    /// The text.
    pub source: Arc<SourceText>,
}

/// One theme's files.
#[derive(Debug, Default)]
pub struct ThemeSource {
    /// Its name.
    pub name: String,
    /// Templates by name, such as `page.html`.
    pub templates: BTreeMap<String, Arc<SourceText>>,
    /// Style sheets by path below `assets/`.
    pub styles: BTreeMap<String, Arc<SourceText>>,
    /// Other assets by path below `assets/`.
    pub assets: BTreeMap<String, MediaFile>,
    /// Fonts of social cards by file name.
    pub fonts: Fonts,
    /// What new pages begin with, by file name, such as `release.de.md`.
    pub archetypes: BTreeMap<String, Arc<SourceText>>,
}

/// Reads `site.yaml`; `None` when there is none.
pub(crate) fn site_file(root: &Path, sources: &SourceCache) -> Checked<Option<Arc<SourceText>>> {
    let mut diagnostics = Vec::new();
    let path = root.join("site.yaml");
    let value = match sources.file(&path) {
        Ok(None) => {
            diagnostics.push(Diagnostic::new(Code::NoSite).with("root", root.display()));
            None
        }
        Ok(Some(stamp)) => {
            let file = Found { name: "site.yaml".into(), path, stamp, linked: false };
            sources.beside(&file.path, stamp);
            read_text(&file, "site.yaml".into(), sources, &mut diagnostics)
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

/// The pages of files that have changed since `sources` was last walked, read anew, each file by its path in the site's
/// folder. `None` where a walk is called for: a file is new or gone, is no page, or cannot be read.
pub(crate) fn changed_pages(
    root: &Path,
    languages: &Languages,
    files: &BTreeSet<PathBuf>,
    sources: &SourceCache,
) -> Option<Vec<PageSource>> {
    let page = |path: &PathBuf| {
        let inside = path.strip_prefix(CONTENT).ok()?.to_str()?;
        let name = inside.strip_suffix(PAGE).map(|_| inside.replace('\\', "/"))?;
        let path = root.join(path);
        let data = std::fs::metadata(&path).ok().filter(|data| data.is_file() && !Stamp::is_linked(data))?;
        let mut unreadable = Vec::new();
        let stamp = Stamp::of(&data);
        let read = || read(&path, shown(&name), stamp.size, &mut unreadable);
        let source = sources.text_since(&path, stamp, read)?;
        Some(page_name(&name, languages).ok()?.page(source))
    };
    files.iter().map(page).collect()
}

fn read_text(
    file: &Found,
    shown: String,
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Arc<SourceText>> {
    sources.text(&file.path, file.stamp, || read(&file.path, shown, file.stamp.size, diagnostics))
}

thread_local! {
    /// Begins with what the file that is being read holds: its text is a copy that takes no more than it needs.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Reads a file of some size, which may have changed.
fn read(path: &Path, shown: String, size: u64, diagnostics: &mut Vec<Diagnostic>) -> Option<SourceText> {
    BYTES.with_borrow_mut(|buffer| {
        let bytes = match fill(buffer, path, usize::try_from(size).unwrap_or_default()) {
            Ok(len) => &buffer[..len],
            Err(error) => {
                diagnostics.push(Diagnostic::new(Code::Unreadable).with("file", shown).with("reason", error));
                return None;
            }
        };
        if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
            return Some(SourceText::new(shown, clean(text)));
        }
        let start = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let source = Arc::new(SourceText::new(shown.clone(), String::from_utf8_lossy(bytes).into_owned()));
        let at = Location { source, span: start..start };
        diagnostics.push(Diagnostic::at(Code::NotUtf8, at).with("file", shown));
        None
    })
}

/// Reads a file into the beginning of a buffer and says how long it is. One that is as long as it should be is read at once:
/// that there is room for a byte more shows that it ends there.
fn fill(buffer: &mut Vec<u8>, path: &Path, size: usize) -> io::Result<usize> {
    if buffer.len() <= size {
        buffer.resize(size + 1, 0);
    }
    let mut file = File::open(path)?;
    let len = loop {
        match file.read(&mut buffer[..=size]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => break read?,
        }
    };
    if len == size {
        return Ok(len);
    }
    buffer.truncate(len);
    file.read_to_end(buffer)?;
    Ok(buffer.len())
}

/// What a walk of `content/` found, before it is known which languages pages may have.
#[derive(Debug)]
pub(crate) struct ContentFiles(Checked<Vec<Found>>);

/// Walks `content/`.
pub(crate) fn content_files(root: &Path, sources: &SourceCache) -> ContentFiles {
    let mut diagnostics = Vec::new();
    let value = sources.files(&root.join(CONTENT), &mut diagnostics);
    ContentFiles(Checked { value, diagnostics })
}

impl ContentFiles {
    /// Tells pages from other files.
    pub(crate) fn by_kind(self, languages: &Languages, sources: &SourceCache) -> Checked<Content> {
        let mut diagnostics = Vec::new();
        let mut media = BTreeMap::new();
        let mut pages = Vec::new();
        for file in self.0.report_to(&mut diagnostics) {
            if file.name.ends_with(PAGE) {
                pages.push(file);
                continue;
            }
            sources.beside(&file.path, file.stamp);
            media.insert(file.name, MediaFile { origin: FileOrigin::Disk(file.path), size: file.stamp.size });
        }
        if pages.iter().any(|page| page.linked) {
            sources.linked();
        }
        let pages = pages_of(pages, languages, sources, &mut diagnostics);
        Checked { value: Content { pages, media }, diagnostics }
    }
}

/// The pages by key and language. A name that is no page's and a second file for one page are mistakes.
fn pages_of(
    pages: Vec<Found>,
    languages: &Languages,
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PageFile> {
    let mut files = Vec::with_capacity(pages.len());
    for file in pages {
        match page_name(&file.name, languages) {
            Ok(name) => files.push(PageFile { name, file }),
            Err(misnamed) => {
                let source = read_text(&file, shown(&file.name), sources, diagnostics);
                diagnostics.extend(source.map(|source| at_beginning(misnamed, source)));
            }
        }
    }
    files.par_sort_by(|a, b| (a.key(), a.name.lang).cmp(&(b.key(), b.name.lang)));
    for pair in files.windows(2) {
        let [one, other] = pair else { continue };
        if (one.key(), one.name.lang) == (other.key(), other.name.lang) {
            let twice = Diagnostic::new(Code::DuplicatePage).with("other", one.path());
            let source = read_text(&other.file, other.path(), sources, diagnostics);
            diagnostics.extend(source.map(|source| at_beginning(twice, source)));
        }
    }
    files
}

fn at_beginning(found: Diagnostic, source: Arc<SourceText>) -> Diagnostic {
    Diagnostic { at: Some(Location { source, span: 0..0 }), ..found }
}

/// How a page's file is called in messages.
fn shown(name: &str) -> String {
    [CONTENT, "/", name].concat()
}

/// NAME.LANG or NAME/index.LANG: the page's key, its folder and its language.
fn page_name(name: &str, languages: &Languages) -> Result<PageName, Diagnostic> {
    let stem = name.strip_suffix(PAGE).unwrap_or(name);
    let (folder, file) = stem.rsplit_once('/').unwrap_or(("", stem));
    let Some((name, tag)) = file.rsplit_once('.') else {
        return Err(Diagnostic::new(Code::NoLanguage).with("name", file).with("lang", languages.first()));
    };
    let Some(lang) = languages.get(tag) else {
        let unknown = Diagnostic::new(Code::UnknownLanguage).with("value", tag);
        return Err(unknown.with("languages", languages));
    };
    Ok(PageName { key: PageSource::key(folder, name), folder: folder.into(), lang })
}

fn locale_files(
    root: &Path,
    languages: &Languages,
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<LocaleSource> {
    let mut locales = Vec::new();
    for file in sources.files(&root.join("locales"), diagnostics) {
        sources.beside(&file.path, file.stamp);
        let name = &file.name;
        let Some((tag, _)) = name.split_once('/').filter(|_| name.ends_with(".ftl")) else { continue };
        let shown = format!("locales/{name}");
        match languages.get(tag) {
            Some(lang) => {
                let source = read_text(&file, shown, sources, diagnostics);
                locales.extend(source.map(|source| LocaleSource { lang, layer: 0, source }));
            }
            None => {
                let stray = Diagnostic::new(Code::StrayLocale).with("file", shown).with("value", tag);
                diagnostics.push(stray.with("languages", languages));
            }
        }
    }
    locales
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_file_is_read_whole_whatever_size_it_was_said_to_have() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        let mut buffer = Vec::new();
        for text in ["", "a", "Leipzig", &"Sài Gòn ".repeat(10_000)] {
            std::fs::write(&path, text).unwrap();
            for said in [text.len(), 0, 1, 6, 8, 100_000, 200_000] {
                let len = fill(&mut buffer, &path, said).unwrap();
                assert!(&buffer[..len] == text.as_bytes(), "{} said to be {said}", text.len());
            }
        }
        assert!(fill(&mut buffer, &folder.path().join("b.md"), 1).is_err());
    }
}
