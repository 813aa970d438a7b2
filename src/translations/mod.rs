//! What translators ask of a site: how far each page is, what has changed in its source, and help with the files.
//!
//! In: a [`Documents`](crate::pipeline::Documents) and, where there is one, the git history. Out: rows, differences, and
//! edited files. Invariant: nothing here builds a page, and everything but the differences works without git.

pub(crate) mod changes;
pub(crate) mod edit;
pub(crate) mod explain;
pub(crate) mod history;
pub(crate) mod rows;
pub(crate) mod scaffold;
