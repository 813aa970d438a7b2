//! Pages that were parsed before, so that only those whose text has changed are parsed again.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::Checked;
use crate::model::document::Document;
use crate::model::source::SourceText;

/// What was made of a file.
pub(crate) type Page = Checked<Option<Arc<Document>>>;

/// The pages of the last time, each under the path of its file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    enabled: bool,
    pages: HashMap<String, (Arc<SourceText>, Page)>,
}

impl Memory {
    pub(crate) fn nothing() -> Self {
        Self::default()
    }

    pub(crate) fn keeping() -> Self {
        Self { enabled: true, ..Self::default() }
    }

    /// What was made of this very text.
    pub(crate) fn page(&self, source: &Arc<SourceText>) -> Option<&Page> {
        self.pages.get(&source.path).filter(|(known, _)| Arc::ptr_eq(known, source)).map(|(_, page)| page)
    }

    /// What was made of a file the last time, and of which text.
    pub(crate) fn last(&self, path: &str) -> Option<&(Arc<SourceText>, Page)> {
        self.pages.get(path)
    }

    /// How many pages there are.
    pub(crate) fn count(&self) -> usize {
        self.pages.len()
    }

    /// Every page, with the path of its file.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&String, &Page)> {
        self.pages.iter().map(|(path, (_, page))| (path, page))
    }

    /// Puts a page in the place of what was made of its file.
    pub(crate) fn keep(&mut self, source: &Arc<SourceText>, page: &Page) {
        if self.enabled {
            self.pages.insert(source.path.clone(), (source.clone(), page.clone()));
        }
    }

    /// Forgets everything: files that are gone, rules that have changed.
    pub(crate) fn forget(&mut self) {
        self.pages.clear();
    }
}
