//! What a build leaves for the next one. With it the files are those of a fresh build, sooner.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Project;
use crate::diagnostic::Diagnostic;
use crate::discover::SourceCache;
use crate::model::{Document, PerLang};
use crate::parse;
use crate::render::{RenderInput, RenderState};

/// The last build, as far as the next one can use it.
pub struct Memory {
    pub(super) sources: SourceCache,
    pub(super) project: Option<Arc<Project>>,
    pub(super) parsed: parse::ParseCache,
    pub(super) last: Option<Last>,
    /// What was noticed while the files of that build were read; `None` where files were read since.
    pub(super) noticed: Option<Vec<Diagnostic>>,
}

pub(super) struct Last {
    pub input: Arc<RenderInput>,
    /// What its pages were rendered with.
    pub rendered: RenderState,
    pub project: Arc<Project>,
    pub parsed: parse::ParseCache,
    /// The files of each page, by its key.
    pub translations: HashMap<String, PageFiles>,
    /// What was noticed about pages that are parsed, by the path of the file.
    pub of_pages: BTreeMap<String, Vec<Diagnostic>>,
    pub diagnostics: Vec<Diagnostic>,
}

/// A page's files, parsed.
pub(super) type PageFiles = PerLang<Option<Arc<Document>>>;

impl Default for Memory {
    fn default() -> Self {
        Self {
            sources: SourceCache::enabled(),
            project: None,
            parsed: parse::ParseCache::default(),
            last: None,
            noticed: None,
        }
    }
}

impl Memory {
    /// Keeps a build without errors, with what was noticed after parsing.
    pub(super) fn keep(
        &mut self,
        project: &Arc<Project>,
        input: &Arc<RenderInput>,
        rendered: RenderState,
        diagnostics: &[Diagnostic],
    ) {
        let mut translations: HashMap<String, PageFiles> = HashMap::new();
        let mut of_pages = BTreeMap::new();
        for (path, page) in self.parsed.iter() {
            if let Some(document) = &page.value {
                let none = || input.site.config.languages.map(|_| None);
                translations.entry(document.key.clone()).or_insert_with(none)[document.lang] = Some(document.clone());
            }
            if !page.diagnostics.is_empty() {
                of_pages.insert(path.clone(), page.diagnostics.clone());
            }
        }
        let (input, project, parsed) = (input.clone(), project.clone(), self.parsed.clone());
        self.last =
            Some(Last { input, rendered, project, parsed, translations, of_pages, diagnostics: diagnostics.to_vec() });
    }

    /// What was noticed in the last build without errors, from parsing on.
    pub(super) fn last_noticed(&self) -> Vec<Diagnostic> {
        let of = |last: &Last| last.diagnostics.iter().chain(last.of_pages.values().flatten()).cloned().collect();
        self.last.as_ref().map(of).unwrap_or_default()
    }
}
