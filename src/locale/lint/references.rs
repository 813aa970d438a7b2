//! What messages refer to: it must be there, and no message may need itself.
//!
//! In: one language. Out: errors where a page would show a gap, warnings where no page uses the message.

use std::collections::{BTreeMap, BTreeSet};

use super::Side;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::catalog::Entry;
use crate::locale::message_shape::Reference;
use crate::locale::uses::split;

const FUNCTIONS: [&str; 1] = ["NUMBER()"];

/// References to messages, terms, attributes and functions that are not there.
pub(super) fn unknown(side: &Side<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in side.catalog.values() {
        for (key, shape) in entry.parts() {
            let used = side.reached.contains_key(&key);
            let code = if used { Code::UnknownReference } else { Code::IdleReference };
            for reference in shape.references.iter().filter(|reference| !is_known(side, &reference.to)) {
                found.push(one(side, entry, reference, code));
            }
        }
    }
    found
}

fn is_known(side: &Side<'_>, to: &str) -> bool {
    let (id, attribute) = split(to);
    let there = side.catalog.get(id);
    FUNCTIONS.contains(&to) || side.broken.contains(id) || there.is_some_and(|entry| entry.part(attribute).is_some())
}

fn one(side: &Side<'_>, entry: &Entry, reference: &Reference, code: Code) -> Diagnostic {
    let to = reference.to.as_str();
    let kind = match (to.starts_with('-'), to.ends_with("()"), split(to).1.is_some()) {
        (_, true, _) => "function",
        (_, _, true) => "attribute",
        (true, _, _) => "term",
        _ => "message",
    };
    let near: Vec<String> = match kind {
        "function" => FUNCTIONS.iter().map(|name| name.to_string()).collect(),
        _ => {
            let parts = side.catalog.values().filter(|other| other.is_term() == to.starts_with('-'));
            parts.flat_map(|other| other.parts().map(|(key, _)| key)).filter(|key| key != &entry.id).collect()
        }
    };
    let unknown = Diagnostic::at(code, entry.at(reference.span.clone())).with("message", &entry.id);
    let unknown = unknown.with("reference", to).with("kind", kind).with("lang", side.lang);
    unknown.nearest(to, near.iter().map(String::as_str))
}

/// Messages that need themselves, each circle once.
pub(super) fn cycles(side: &Side<'_>) -> Vec<Diagnostic> {
    let mut graph: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (key, shape) in side.catalog.values().flat_map(Entry::parts) {
        graph.insert(key, shape.references.iter().map(|reference| reference.to.as_str()).collect());
    }
    let rest = without_ends(&graph);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for start in rest.iter().copied() {
        let mut path: Vec<&str> = Vec::new();
        let mut at = Some(start);
        while let Some(key) = at.filter(|key| seen.insert(key)) {
            path.push(key);
            at = graph[key].iter().find(|to| rest.contains(*to)).copied();
        }
        let circle = at.and_then(|key| path.iter().position(|other| *other == key));
        found.extend(circle.and_then(|from| cycle(side, &path[from..])));
    }
    found
}

/// The keys from which references lead on and on: those in circles, and those that lead into one.
fn without_ends<'g>(graph: &'g BTreeMap<String, Vec<&str>>) -> BTreeSet<&'g str> {
    let known = |to: &&&str| graph.contains_key(**to);
    let mut left: BTreeMap<&str, usize> =
        graph.iter().map(|(key, to)| (key.as_str(), to.iter().filter(known).count())).collect();
    let mut back: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, to) in graph {
        to.iter().for_each(|to| back.entry(to).or_default().push(key));
    }
    let mut ends: Vec<&str> = left.iter().filter(|(_, count)| **count == 0).map(|(key, _)| *key).collect();
    while let Some(end) = ends.pop() {
        left.remove(end);
        for from in back.get(end).into_iter().flatten() {
            if let Some(count) = left.get_mut(from) {
                *count -= 1;
                if *count == 0 {
                    ends.push(from);
                }
            }
        }
    }
    left.into_keys().collect()
}

fn cycle(side: &Side<'_>, circle: &[&str]) -> Option<Diagnostic> {
    let least = circle.iter().enumerate().min_by_key(|(_, key)| **key)?.0;
    let keys: Vec<&str> = circle.iter().cycle().skip(least).take(circle.len() + 1).copied().collect();
    let (id, attribute) = split(keys[0]);
    let entry = side.catalog.get(id)?;
    let span = entry.attributes.iter().find(|own| Some(own.name.as_str()) == attribute).map(|own| own.span.clone());
    let found = Diagnostic::at(Code::ReferenceCycle, entry.at(span.unwrap_or(entry.span.clone())));
    Some(found.with("message", keys[0]).with("path", keys.join(" → ")))
}
