//! The locale files by themselves: what is to be added to them.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Checked, Diagnostic};
use crate::discover::Known;
use crate::model::edit::Edit;
use crate::model::lang::{Lang, Languages};
use crate::model::source::SourceText;
use crate::{configure, discover, locale};

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
    let file = discover::site_file(root, &Known::nothing()).report_to(all)?;
    let mut config = configure::configure(file.clone(), None).report_to(all)?;
    let tags: Vec<String> = config.languages.iter().map(|lang| lang.to_string()).collect();
    let new = further.filter(|tag| config.languages.get(tag).is_none());
    config.languages = Languages::new(&tags.iter().map(String::as_str).chain(new).collect::<Vec<_>>())?;
    let interface = discover::interface(root, &config, &file, &Known::nothing()).report_to(all);
    let files: Vec<_> = interface.locales.into_iter().map(|file| (file.lang, file.layer, file.source)).collect();
    let locales = locale::load(&files, &config.languages).report_to(all);
    Some(Texts { files, locales, languages: config.languages })
}
