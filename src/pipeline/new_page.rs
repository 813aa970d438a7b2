//! What a new page begins with, and the rules by which it will be read.

use std::path::Path;
use std::sync::Arc;

use super::{Load, Loaded, Project};
use crate::archetype::{Archetypes, Values};
use crate::diagnostic::{Checked, Diagnostic};
use crate::discover::SourceCache;
use crate::model::Document;
use crate::parse;

/// A site, as far as a new page needs it.
pub struct NewPage {
    /// The site beside its pages.
    pub project: Arc<Project>,
    /// The theme's archetypes.
    pub archetypes: Archetypes,
    /// The files of pages that are there, with their keys.
    files: Vec<(String, String)>,
}

/// Reads it. Mistakes elsewhere in the site are no reason not to begin a page; only what leaves no site is reported.
pub fn new_page(root: &Path) -> Checked<Option<NewPage>> {
    let Checked { value, diagnostics } = Project::load(&Load::from(root), &SourceCache::disabled());
    let Some(Loaded { project, pages }) = value else { return Checked { value: None, diagnostics } };
    let archetypes = Archetypes::new(project.interface.themes.iter().map(|theme| &theme.archetypes));
    let files = pages.iter().map(|page| (page.key().to_string(), page.path())).collect();
    Checked::clean(Some(NewPage { project, archetypes, files }))
}

impl NewPage {
    /// The file of a page with this key, in whatever language.
    pub fn file(&self, key: &str) -> Option<&str> {
        self.files.iter().find(|(there, _)| there == key).map(|(_, file)| file.as_str())
    }

    /// A page by an archetype, read as every page is: one with mistakes is none.
    pub fn page(&self, kind: &str, values: Values<'_>) -> Checked<Option<Arc<Document>>> {
        let mut all = Vec::new();
        let page = self.archetypes.page(kind, values).report_to(&mut all);
        let parsed = parse::parse(page.into_iter().collect(), self.project.rules()).report_to(&mut all);
        all.retain(Diagnostic::is_error);
        Checked { value: parsed.documents.into_iter().next(), diagnostics: all }
    }
}
