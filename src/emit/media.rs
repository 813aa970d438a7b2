//! Pictures and files that pages use, copied as they are.

use std::collections::BTreeMap;

use crate::model::output::{Content, Output};
use crate::model::site::Published;
use crate::model::source::FileOrigin;

/// One output a file.
pub fn media(published: &BTreeMap<String, Published>) -> Vec<Output> {
    let output = |file: &Published| Output {
        path: file.path.clone(),
        content: match &file.file.origin {
            FileOrigin::Disk(path) => Content::CopyOf(path.clone()),
            FileOrigin::Embedded(bytes) => Content::Static(bytes),
        },
    };
    published.values().map(output).collect()
}
