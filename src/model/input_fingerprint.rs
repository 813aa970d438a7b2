//! What a build read on disk, so that a later one can tell without reading that it would find the same.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A number for each folder and file, by its path in the site's folder: of the names, sizes and times of all files in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct InputFingerprint(pub BTreeMap<String, String>);
