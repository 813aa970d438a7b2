//! How far messages lead on to others. Fluent's resolver follows references by calling itself, so a long chain would fill
//! the stack.

use std::collections::{BTreeMap, BTreeSet};

use crate::locale::catalog::{Catalog, Entry};

/// More messages in a row than this are not followed: nobody writes five.
pub(in crate::locale) const LONGEST: usize = 50;

/// Each message, term and attribute with those that it refers to.
pub(in crate::locale) type Graph<'c> = BTreeMap<String, Vec<&'c str>>;

#[derive(Debug)]
pub(in crate::locale) struct Chains<'g> {
    /// The keys in circles, and those that lead into one.
    pub circular: BTreeSet<&'g str>,
    /// The keys from which more than [`LONGEST`] others follow in a row.
    pub long: BTreeSet<&'g str>,
}

pub(in crate::locale) fn graph(catalog: &Catalog) -> Graph<'_> {
    let parts = catalog.values().flat_map(Entry::parts);
    parts.map(|(key, shape)| (key, shape.references.iter().map(|reference| reference.to.as_str()).collect())).collect()
}

/// Takes away what leads nowhere, again and again; what stays is circular.
pub(in crate::locale) fn chains<'g>(graph: &'g Graph<'_>) -> Chains<'g> {
    let known = |to: &&&str| graph.contains_key(**to);
    let mut left: BTreeMap<&str, usize> =
        graph.iter().map(|(key, to)| (key.as_str(), to.iter().filter(known).count())).collect();
    let mut back: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, to) in graph {
        to.iter().for_each(|to| back.entry(to).or_default().push(key));
    }
    let mut follow: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ends: Vec<&str> = left.iter().filter(|(_, count)| **count == 0).map(|(key, _)| *key).collect();
    while let Some(end) = ends.pop() {
        left.remove(end);
        let own = follow.get(end).copied().unwrap_or(0);
        for from in back.get(end).into_iter().flatten() {
            let most = follow.entry(from).or_default();
            *most = (*most).max(own + 1);
            if let Some(count) = left.get_mut(from) {
                *count -= 1;
                if *count == 0 {
                    ends.push(from);
                }
            }
        }
    }
    let circular: BTreeSet<&str> = left.into_keys().collect();
    let long = follow.into_iter().filter(|(key, count)| *count > LONGEST && !circular.contains(key));
    Chains { long: long.map(|(key, _)| key).collect(), circular }
}
