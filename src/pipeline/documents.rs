//! The pages as they were written: what translators work on. Nothing is resolved, and nothing is built.

use std::path::Path;

use super::{Inputs, inputs};
use crate::diagnostic::{Checked, Diagnostic};
use crate::discover::{self, Known};
use crate::locale::Locales;
use crate::model::config::Config;
use crate::model::shortcode::Components;
use crate::resolve::TranslationSet;
use crate::{parse, resolve};

/// The pages of a site as they were written, drafts included, and what they are read by.
#[derive(Debug)]
pub struct Documents {
    /// `site.yaml`.
    pub config: Config,
    /// The theme's shortcodes.
    pub components: Components,
    /// The rules of the site's languages.
    pub locales: Locales,
    /// Pages by key, with their state in each language.
    pub groups: Vec<TranslationSet>,
}

/// Reads the pages and builds nothing. Pages with mistakes are not among them; warnings are the build's business.
pub fn documents(root: &Path) -> Checked<Option<Documents>> {
    let mut all = Vec::new();
    let read = read_documents(root, &mut all);
    all.retain(Diagnostic::is_error);
    all.sort_by(|a, b| a.order().cmp(&b.order()));
    all.dedup();
    Checked { value: read, diagnostics: all }
}

fn read_documents(root: &Path, all: &mut Vec<Diagnostic>) -> Option<Documents> {
    let Inputs { config, sources, components, locales } = inputs(root, None, all)?;
    let rules = parse::Rules { config: &config, components: &components, locales: &locales };
    let pages = discover::read_pages(&sources.content.pages, &Known::nothing(), all);
    let parsed = parse::parse(pages, rules).report_to(all);
    let groups = resolve::group(parsed.documents, &config.languages, &parsed.unsound, all);
    Some(Documents { config, components, locales, groups })
}

impl Documents {
    /// What pages are read by.
    pub fn rules(&self) -> parse::Rules<'_> {
        parse::Rules { config: &self.config, components: &self.components, locales: &self.locales }
    }
}
