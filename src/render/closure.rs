//! A template → all that it is made of: the templates that it extends, includes or takes components from, and theirs.
//!
//! Names are taken from the templates' code as they stand there. Rather too many than too few: what is taken for a name and
//! is none costs the rendering of a page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Theme;
use super::calls;
use super::digest::Digest;

/// Numbers by the names of templates.
pub type Closures = Arc<BTreeMap<String, u64>>;

/// The number of each template and those that it uses.
pub fn closures(theme: &Theme) -> Closures {
    let components: Vec<(String, &str)> = theme
        .templates
        .iter()
        .flat_map(|(name, source)| defined(&source.text).map(move |component| (component.to_string(), name.as_str())))
        .collect();
    let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, source) in &theme.templates {
        let literals = calls::scan(&source.text).literals.into_iter();
        let named = literals.filter_map(|literal| Some(theme.templates.get_key_value(literal)?.0.as_str()));
        let called = components.iter().filter(|(component, _)| source.text.contains(&format!("<{component}")));
        uses.insert(name, named.chain(called.map(|(_, template)| *template)).collect());
    }
    let closure = |name: &str| {
        let (mut all, mut open) = (BTreeSet::from([name]), vec![name]);
        while let Some(next) = open.pop() {
            let further = uses.get(next).into_iter().flatten().copied();
            open.extend(further.filter(|name| all.insert(name)));
        }
        let mut digest = Digest::default();
        for name in all {
            digest.text(name);
            digest.text(theme.templates.get(name).map_or("", |source| &source.text));
        }
        digest.finish()
    };
    Arc::new(theme.templates.keys().map(|name| (name.clone(), closure(name))).collect())
}

/// The components that a template defines.
fn defined(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("component ")
        .map(|(at, word)| {
            let rest = text[at + word.len()..].trim_start();
            let end =
                rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-' && c != '.').unwrap_or(rest.len());
            &rest[..end]
        })
        .filter(|name| !name.is_empty())
}
