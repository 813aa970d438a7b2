//! What a template sees, by name: Tera's context, and the names in it, which Tera keeps to itself.

use serde::Serialize;
use tera::{Context, Value};

use super::digest::Digest;

/// How many names a template knows, or so.
const NAMES: usize = 16;

/// The values of one page.
#[derive(Debug, Default)]
pub struct Sight {
    context: Context,
    names: Vec<&'static str>,
}

impl Sight {
    /// Values by name.
    pub fn of(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        let mut sight = Self { names: Vec::with_capacity(NAMES), ..Self::default() };
        fields.into_iter().for_each(|(name, value)| sight.insert_value(name, value));
        sight
    }

    /// Adds a value, or puts it in the place of one.
    pub fn insert(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.insert_value(name, Value::from_serializable(value));
    }

    fn insert_value(&mut self, name: &'static str, value: Value) {
        self.names.push(name);
        self.context.insert_value(name, value);
    }

    /// All of them, for Tera.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Adds all of them to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        let mut names = self.names.clone();
        names.sort_unstable();
        names.dedup();
        for name in names {
            digest.text(name);
            digest.value(self.context.get(name));
        }
    }
}
