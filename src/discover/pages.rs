//! Files of `content/` → pages: their names say which page they are, and in which language.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::read::{read, read_text};
use super::stamp::Stamp;
use super::walk::Found;
use super::{CONTENT, SourceCache};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Lang, Languages, Location, PageSource, SourceText};

/// How their files' names end.
const PAGE: &str = ".md";

/// A page's file that was found, and is not read yet.
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

pub(super) fn is_page(name: &str) -> bool {
    name.ends_with(PAGE)
}

/// The pages by key and language. A name that is no page's and a second file for one page are mistakes.
pub(super) fn pages(
    found: Vec<Found>,
    languages: &Languages,
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PageFile> {
    let mut files = Vec::with_capacity(found.len());
    let mut report = |file: &Found, wrong: Diagnostic| {
        let source = read_text(file, shown(&file.name), sources, diagnostics);
        let at = source.map(|source| Location { source, span: 0..0 });
        diagnostics.extend(at.map(|at| Diagnostic { at: Some(at), ..wrong }));
    };
    for file in found {
        match page_name(&file.name, languages) {
            Ok(name) => files.push(PageFile { name, file }),
            Err(misnamed) => report(&file, misnamed),
        }
    }
    files.par_sort_by(|a, b| (a.key(), a.name.lang).cmp(&(b.key(), b.name.lang)));
    for pair in files.windows(2) {
        let [one, other] = pair else { continue };
        if (one.key(), one.name.lang) == (other.key(), other.name.lang) {
            report(&other.file, Diagnostic::new(Code::DuplicatePage).with("other", one.path()));
        }
    }
    files
}

pub(crate) fn read_pages(
    files: &[PageFile],
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PageSource> {
    let read = files.par_iter().map(|file| {
        let mut found = Vec::new();
        (file.read(sources, &mut found), found)
    });
    let (pages, found): (Vec<_>, Vec<_>) = read.unzip();
    diagnostics.extend(found.into_iter().flatten());
    pages.into_iter().flatten().collect()
}

/// The pages of files that have changed since `sources` was last walked, read anew, each file by its path in the site's
/// folder. `None` where a walk is called for: a file is new or gone, is no page, or cannot be read.
pub(crate) fn read_changed_pages(
    root: &Path,
    languages: &Languages,
    files: &BTreeSet<PathBuf>,
    sources: &SourceCache,
) -> Option<Vec<PageSource>> {
    let page = |path: &PathBuf| {
        let name = path.strip_prefix(CONTENT).ok()?.to_str().filter(|name| is_page(name))?.replace('\\', "/");
        let path = root.join(path);
        let data = std::fs::metadata(&path).ok().filter(|data| data.is_file() && !Stamp::is_linked(data))?;
        let read = || read(&path, shown(&name), &mut Vec::new());
        let source = sources.reread(&path, Stamp::of(&data), read)?;
        Some(page_name(&name, languages).ok()?.page(source))
    };
    files.iter().map(page).collect()
}

/// How a page's file is called in messages.
fn shown(name: &str) -> String {
    format!("{CONTENT}/{name}")
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
