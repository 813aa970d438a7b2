//! The pages as they were written: what translators work on. Nothing is resolved, and nothing is built.

use std::path::Path;
use std::sync::Arc;

use super::{Load, Loaded, Project};
use crate::diagnostic::{Checked, Diagnostic};
use crate::discover::{self, SourceCache};
use crate::resolve::TranslationSet;
use crate::{parse, resolve};

/// The pages of a site as they were written, drafts included.
pub struct Documents {
    /// What they are read by.
    pub project: Arc<Project>,
    /// Pages by key, with their state in each language.
    pub groups: Vec<TranslationSet>,
}

/// Reads the pages and builds nothing. Pages with mistakes are not among them; warnings are the build's business.
pub fn documents(root: &Path) -> Checked<Option<Documents>> {
    let mut all = Vec::new();
    let value = read(root, &mut all);
    all.retain(Diagnostic::is_error);
    all.sort_by(|a, b| a.order().cmp(&b.order()));
    all.dedup();
    Checked { value, diagnostics: all }
}

fn read(root: &Path, all: &mut Vec<Diagnostic>) -> Option<Documents> {
    let sources = SourceCache::disabled();
    let Loaded { project, pages } = Project::load(&Load::from(root), &sources).report_to(all)?;
    let pages = discover::read_pages(&pages, &sources, all);
    let parsed = parse::parse(pages, project.rules()).report_to(all);
    let groups = resolve::group(parsed.documents, &project.config.languages, &parsed.invalid, all);
    Some(Documents { project, groups })
}
