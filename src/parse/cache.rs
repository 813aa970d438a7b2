//! Pages that were parsed before, so that only those whose text has changed are parsed again.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::Checked;
use crate::model::{Document, SourceText};

/// What was made of a file.
pub(crate) type ParsedPage = Checked<Option<Arc<Document>>>;

/// The pages of the last time, each with its text, by the path of its file.
#[derive(Clone, Debug, Default)]
pub(crate) struct ParseCache(HashMap<String, (Arc<SourceText>, ParsedPage)>);

impl ParseCache {
    pub(crate) fn get(&self, source: &Arc<SourceText>) -> Option<&ParsedPage> {
        self.last(&source.path).filter(|(known, _)| Arc::ptr_eq(known, source)).map(|(_, page)| page)
    }

    /// What was made of a file the last time, and of which text.
    pub(crate) fn last(&self, path: &str) -> Option<&(Arc<SourceText>, ParsedPage)> {
        self.0.get(path)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Every page, with the path of its file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&String, &ParsedPage)> {
        self.0.iter().map(|(path, (_, page))| (path, page))
    }

    pub(crate) fn insert(&mut self, source: &Arc<SourceText>, page: &ParsedPage) {
        self.0.insert(source.path.clone(), (source.clone(), page.clone()));
    }

    /// Forgets everything: files that are gone, rules that have changed.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
