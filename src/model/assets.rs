//! The theme's assets under the names they are published by.

use std::collections::BTreeMap;

use super::output::Output;
use super::site::Published;
use super::url::SitePath;

/// Assets by the name templates use, and the files themselves.
#[derive(Debug, Default)]
pub struct Assets {
    /// `style.css` → `assets/style.1a2b3c4d.css`.
    pub paths: BTreeMap<String, SitePath>,
    /// The files, but for pictures.
    pub outputs: Vec<Output>,
    /// Pictures by the same names, as they came.
    pub pictures: BTreeMap<String, Published>,
}
