//! What a new page begins with, and the rules by which it will be read.

use std::path::Path;
use std::sync::Arc;

use super::{Inputs, inputs};
use crate::archetype::{Archetypes, NewPage};
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::Locales;
use crate::model::config::Config;
use crate::model::document::Document;
use crate::model::shortcode::Components;
use crate::parse;

/// A site, as far as a new page needs it.
#[derive(Debug)]
pub struct Beginnings {
    /// `site.yaml`.
    pub config: Config,
    /// The theme's archetypes.
    pub archetypes: Archetypes,
    /// The files of pages that are there.
    files: Vec<(String, String)>,
    components: Components,
    locales: Locales,
}

/// Reads it. Mistakes elsewhere in the site are no reason not to begin a page; only what leaves no site is reported.
pub fn beginnings(root: &Path) -> Checked<Option<Beginnings>> {
    let mut all = Vec::new();
    let Some(read) = inputs(root, None, &mut all) else { return Checked { value: None, diagnostics: all } };
    let Inputs { config, sources, components, locales } = read;
    let archetypes = Archetypes::new(sources.interface.themes.iter().map(|theme| &theme.archetypes));
    let files = sources.content.pages.iter().map(|page| (page.key().to_string(), page.path())).collect();
    Checked::clean(Some(Beginnings { config, archetypes, files, components, locales }))
}

impl Beginnings {
    /// The file of a page with this key, in whatever language.
    pub fn file(&self, key: &str) -> Option<&str> {
        self.files.iter().find(|(there, _)| there == key).map(|(_, file)| file.as_str())
    }

    /// A page by an archetype, read as every page is: one with mistakes is none.
    pub fn page(&self, kind: &str, page: NewPage<'_>) -> Checked<Option<Arc<Document>>> {
        let mut all = Vec::new();
        let page = self.archetypes.page(kind, page).report_to(&mut all);
        let rules = parse::Rules { config: &self.config, components: &self.components, locales: &self.locales };
        let parsed = parse::parse(page.into_iter().collect(), rules).report_to(&mut all);
        all.retain(Diagnostic::is_error);
        Checked { value: parsed.documents.into_iter().next(), diagnostics: all }
    }
}
