//! The texts of a page that a revision is made of: kept while the page is, since they are as written, without the
//! punctuation that readers see.

use std::sync::OnceLock;

use super::front_matter::{FrontMatter, parts};
use super::revision::Revision;

/// What of a page's front matter a revision is made of, and the revision once somebody has asked for it: of most pages
/// nobody does.
#[derive(Clone, Debug)]
pub struct TranslatableText {
    /// All parts but the body, which comes last.
    front: Vec<String>,
    revision: OnceLock<Revision>,
}

impl TranslatableText {
    /// `front` is a page's front matter as written.
    pub fn of(front: &FrontMatter) -> Self {
        let mut parts = parts(front, "");
        parts.pop();
        let front = parts.into_iter().map(|(_, part)| part.to_string()).collect();
        Self { front, revision: OnceLock::new() }
    }

    /// The page's revision. `body` gives its Markdown, and is asked once.
    pub fn revision<'b>(&self, body: impl FnOnce() -> &'b str) -> Revision {
        *self.revision.get_or_init(|| Revision::of_parts(self.front.iter().map(String::as_str).chain([body()])))
    }
}
