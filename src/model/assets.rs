//! The theme's assets under the names they are published by.

use std::collections::BTreeMap;

use super::output::Output;
use super::url::SitePath;

/// Assets by the name templates use, and the files themselves.
#[derive(Debug, Default)]
pub struct Assets {
    /// `style.css` → `assets/style.1a2b3c4d.css`.
    pub paths: BTreeMap<String, SitePath>,
    /// The files.
    pub outputs: Vec<Output>,
}
