//! Pictures and files that pages use, copied as they are.

use std::collections::BTreeMap;

use crate::model::output::{Content, Output};
use crate::model::site::Published;

/// One output a file.
pub fn media(published: &BTreeMap<String, Published>) -> Vec<Output> {
    let output = |file: &Published| Output { path: file.path.clone(), content: Content::of(&file.file) };
    published.values().map(output).collect()
}
