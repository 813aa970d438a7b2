//! What translators ask of a site: how far each page is, what has changed in its source, and help with the files.
//!
//! In: a [`Documents`](crate::pipeline::Documents) and, where there is one, the git history. Out: rows, differences, and
//! edited files. Invariant: nothing here builds a page, and everything but the differences works without git.

pub mod changes;
pub mod edit;
pub mod explain;
pub mod history;
pub mod rows;
pub mod scaffold;
