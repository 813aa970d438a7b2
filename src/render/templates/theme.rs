//! The theme's templates: the nearest theme wins; a template of theme NAME is also reachable as `NAME/page.html`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::tera_error::TeraErrors;
use super::used_fields::UsedFields;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Fonts, Location, SourceText};

/// A theme's name, its templates and its fonts for cards.
pub(super) type Layer<'t> = (&'t str, &'t BTreeMap<String, Arc<SourceText>>, &'t Fonts);

/// A theme's templates by name, those it inherits included.
#[derive(Debug)]
pub struct Theme {
    pub templates: BTreeMap<String, Arc<SourceText>>,
    /// Fonts of social cards by file name.
    pub fonts: Arc<Fonts>,
    /// The fields of pages that the templates use.
    pub used_fields: UsedFields,
    pub(in crate::render) errors: Arc<TeraErrors>,
}

impl Theme {
    /// Layers the templates of `themes`, nearest first: (theme's name, its templates, its fonts for cards).
    pub fn new<'t>(themes: impl DoubleEndedIterator<Item = Layer<'t>>) -> Self {
        let (mut templates, mut fonts) = (BTreeMap::new(), Fonts::new());
        for (name, own, own_fonts) in themes.rev() {
            fonts.extend(own_fonts.iter().map(|(name, bytes)| (name.clone(), bytes.clone())));
            for (template, source) in own {
                templates.insert(template.clone(), source.clone());
                templates.insert(format!("{name}/{template}"), source.clone());
            }
        }
        let used_fields = UsedFields::of(templates.values().map(|source| source.text()));
        Self { templates, fonts: Arc::new(fonts), used_fields, errors: Arc::default() }
    }

    pub fn has(&self, template: &str) -> bool {
        self.templates.contains_key(template)
    }

    /// The name that the engine knows a template by in any case.
    pub fn plain<'n>(&self, name: &'n str) -> &'n str {
        let Some((_, plain)) = name.split_once('/') else { return name };
        match (self.templates.get(plain), self.templates.get(name)) {
            (Some(one), Some(other)) if Arc::ptr_eq(one, other) => plain,
            _ => name,
        }
    }

    /// The beginning of a template.
    pub fn place(&self, template: &str) -> Option<Location> {
        Some(Location { source: self.templates.get(template)?.clone(), span: 0..0 })
    }

    /// Tera's error as a message at the template's line; `page` is what was being rendered.
    pub fn diagnostic(&self, error: &tera::Error, template: &str, page: &str) -> Diagnostic {
        use tera::ErrorKind::{RenderingError, SyntaxError};
        let (reason, at) = match error.kind() {
            SyntaxError(report) | RenderingError(report) => (report.message().to_string(), self.reported(report)),
            kind => (kind.to_string(), None),
        };
        let page = if page.is_empty() { "none" } else { page };
        let own = self.errors.take(&reason);
        let found = own.unwrap_or_else(|| Diagnostic::new(Code::Template).with("reason", reason).with("page", page));
        Diagnostic { at: at.or_else(|| self.place(template)), ..found }
    }

    fn reported(&self, report: &tera::ReportError) -> Option<Location> {
        let (source, span) = (self.templates.get(report.filename())?, report.span());
        let start = source.offset(span.start_line, span.start_col + 1);
        let end = source.offset(span.end_line, span.end_col + 1).max(start);
        Some(Location { source: source.clone(), span: start..end })
    }
}
