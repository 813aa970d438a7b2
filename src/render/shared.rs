//! Values that many pages see alike, made once: Tera hands them on without a copy.

use std::sync::{PoisonError, RwLock};

use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::Value;

use crate::model::lang::Lang;

/// What a build has made so far. Which thread made it does not show.
#[derive(Debug, Default)]
pub struct Shared {
    sites: RwLock<FxHashMap<(Lang, String), Value>>,
}

impl Shared {
    /// The site as pages of a language see it whose way to the root is `root`.
    pub fn site<V: Serialize>(&self, lang: Lang, root: &str, make: impl FnOnce() -> V) -> Value {
        let key = (lang, root.to_string());
        let known = self.sites.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        known.unwrap_or_else(|| {
            let made = Value::from_serializable(&make());
            self.sites.write().unwrap_or_else(PoisonError::into_inner).insert(key, made.clone());
            made
        })
    }
}
