//! What a build leaves for the next one. Without it every build is a fresh one; with it the files are the same, sooner.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use super::Beside;
use crate::diagnostic::Diagnostic;
use crate::discover::Known;
use crate::model::document::Document;
use crate::model::lang::PerLang;
use crate::model::looked::Looked;
use crate::parse;
use crate::render::{RenderState, Stage};

/// The last build, as far as the next one can use it.
#[derive(Debug)]
pub struct Memory {
    pub(super) keeps: bool,
    /// The files as they were read.
    pub(super) known: Known,
    /// What there is beside the pages.
    pub(super) beside: Option<Arc<Beside>>,
    /// The pages as they were parsed.
    pub(super) parsed: parse::Memory,
    /// The last build without errors.
    pub(super) last: Option<Last>,
    /// What was noticed while the files of that build were read; `None` where files were read since.
    pub(super) noticed: Option<Vec<Diagnostic>>,
}

/// A build without errors.
#[derive(Debug)]
pub(super) struct Last {
    pub stage: Arc<Stage>,
    /// What its pages were rendered with.
    pub rendered: RenderState,
    pub beside: Arc<Beside>,
    pub parsed: parse::Memory,
    /// The files of each page, by its key.
    pub groups: HashMap<String, Group>,
    /// What was noticed about pages that are parsed, by the path of the file.
    pub of_pages: BTreeMap<String, Vec<Diagnostic>>,
    /// What was noticed after that.
    pub diagnostics: Vec<Diagnostic>,
}

/// A page's files, parsed.
pub(super) type Group = PerLang<Option<Arc<Document>>>;

impl Memory {
    /// One that forgets: for a single build.
    pub fn nothing() -> Self {
        Self {
            keeps: false,
            known: Known::nothing(),
            beside: None,
            parsed: parse::Memory::nothing(),
            last: None,
            noticed: None,
        }
    }

    /// One that keeps: for builds that follow one another.
    pub fn keeping() -> Self {
        Self { keeps: true, known: Known::keeping(), parsed: parse::Memory::keeping(), ..Self::nothing() }
    }

    /// What the last build looked at below `root`; `None` where that proves nothing, since a file has changed a moment ago.
    pub fn looked(&self, root: &Path) -> Option<Looked> {
        self.known.looked(root)
    }

    /// Whether a build would find what an earlier one has `looked` at. What was found is kept for [`super::first`].
    pub fn same(&self, root: &Path, looked: &Looked) -> bool {
        self.known.same(root, looked)
    }

    /// Keeps a build without errors, with what was noticed after parsing.
    pub(super) fn keep(
        &mut self,
        beside: &Arc<Beside>,
        stage: &Arc<Stage>,
        rendered: Option<RenderState>,
        diagnostics: &[Diagnostic],
    ) {
        let Some(rendered) = rendered.filter(|_| self.keeps) else { return };
        let mut groups: HashMap<String, Group> = HashMap::new();
        let mut of_pages = BTreeMap::new();
        for (path, page) in self.parsed.pages() {
            if let Some(document) = &page.value {
                let none = || stage.site.config.languages.map(|_| None);
                groups.entry(document.key.clone()).or_insert_with(none)[document.lang] = Some(document.clone());
            }
            if !page.diagnostics.is_empty() {
                of_pages.insert(path.clone(), page.diagnostics.clone());
            }
        }
        let (stage, beside, parsed) = (stage.clone(), beside.clone(), self.parsed.clone());
        let diagnostics = diagnostics.to_vec();
        self.last = Some(Last { stage, rendered, beside, parsed, groups, of_pages, diagnostics });
    }

    /// What was noticed in the last build without errors, from parsing on.
    pub(super) fn last_noticed(&self) -> Vec<Diagnostic> {
        let of = |last: &Last| last.diagnostics.iter().chain(last.of_pages.values().flatten()).cloned().collect();
        self.last.as_ref().map(of).unwrap_or_default()
    }
}
