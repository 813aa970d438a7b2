//! What a template sees, by name: Tera's context, and the names in it, which Tera keeps to itself.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::digest::Digest;

/// The values of one page.
#[derive(Debug, Default)]
pub struct Sight {
    context: Context,
    names: Vec<Cow<'static, str>>,
}

impl Sight {
    /// The fields of a view.
    pub fn of(view: &impl Serialize) -> Self {
        let mut sight = Self::default();
        for (name, value) in Value::from_serializable(view).into_map().into_iter().flatten() {
            sight.insert_value(name.to_string(), value);
        }
        sight
    }

    /// Adds a value, or puts it in the place of one.
    pub fn insert(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.insert_value(name, Value::from_serializable(value));
    }

    fn insert_value(&mut self, name: impl Into<Cow<'static, str>>, value: Value) {
        let name = name.into();
        self.names.push(name.clone());
        self.context.insert_value(name, value);
    }

    /// All of them, for Tera.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Adds all of them to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        let mut names: Vec<&Cow<'static, str>> = self.names.iter().collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            digest.text(name);
            digest.value(self.context.get(name));
        }
    }
}
