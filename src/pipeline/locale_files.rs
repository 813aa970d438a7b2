//! The locale files by themselves: what is to be added to them.

use std::path::Path;
use std::sync::Arc;

use super::{Load, Loaded, Project};
use crate::diagnostic::Checked;
use crate::discover::SourceCache;
use crate::locale;
use crate::model::{Edit, Lang};

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
    load(root, None).map(|project| {
        let project = project?;
        let (languages, files) = (&project.config.languages, &project.interface.locales);
        let source = languages.first();
        let wanted = |lang: &Lang| *lang != source && (asked.is_empty() || asked.iter().any(|tag| tag == lang.tag()));
        let langs = languages.iter().filter(wanted);
        let edits = langs.flat_map(|lang| locale::sync(files, &project.locales, source, lang)).collect();
        let unknown = asked.iter().filter(|tag| languages.get(tag).is_none()).cloned().collect();
        Some(Drafts { edits, unknown, languages: languages.iter().map(|lang| lang.to_string()).collect() })
    })
}

/// The first file of a language that has none yet.
pub fn begin(root: &Path, tag: &str) -> Checked<Option<Edit>> {
    load(root, Some(tag)).map(|project| {
        let project = project?;
        let (languages, files) = (&project.config.languages, &project.interface.locales);
        Some(locale::begin(files, &project.locales, languages.first(), languages.get(tag)?))
    })
}

/// The project, as if the site had the language `further` too; `None` when its locale files have errors.
fn load(root: &Path, further: Option<&str>) -> Checked<Option<Arc<Project>>> {
    let load = Load { further_language: further, ..Load::from(root) };
    let Checked { value, diagnostics: mut all } = Project::load(&load, &SourceCache::disabled());
    all.retain(|found| found.is_error() && (found.code.is_about_locales() || value.is_none()));
    all.sort_by(|a, b| a.order().cmp(&b.order()));
    let project = value.filter(|_| all.is_empty()).map(|Loaded { project, .. }| project);
    Checked { value: project, diagnostics: all }
}
