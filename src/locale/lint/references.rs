//! What messages refer to: it must be there, and no message may need itself.
//!
//! In: one language. Out: errors where a page would show a gap, warnings where no page uses the message.

use std::collections::BTreeSet;

use super::{Side, chains};
use crate::diagnostic::{Code, Diagnostic, SUGGESTIONS};
use crate::locale::catalog::Entry;
use crate::locale::message_shape::Reference;
use crate::locale::uses::split;

/// So many messages of a circle are named.
const SHOWN: usize = 12;

const FUNCTIONS: [&str; 1] = ["NUMBER()"];

/// References to messages, terms, attributes and functions that are not there.
pub(super) fn unknown(side: &Side<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in side.catalog.values() {
        for (key, shape) in entry.parts() {
            let used = side.reached.contains_key(&key);
            let code = if used { Code::UnknownReference } else { Code::IdleReference };
            for reference in shape.references.iter().filter(|reference| !is_known(side, &reference.to)) {
                let near = if found.len() < SUGGESTIONS { near(side, entry, &reference.to) } else { Vec::new() };
                let unknown = one(side, entry, reference, code);
                found.push(unknown.nearest(&reference.to, near.iter().map(String::as_str)));
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
    let unknown = Diagnostic::at(code, entry.at(reference.span.clone())).with("message", &entry.id);
    unknown.with("reference", to).with("kind", kind).with("lang", side.lang)
}

/// What a message may have meant to refer to.
fn near(side: &Side<'_>, entry: &Entry, to: &str) -> Vec<String> {
    if to.ends_with("()") {
        return FUNCTIONS.iter().map(|name| name.to_string()).collect();
    }
    let parts = side.catalog.values().filter(|other| other.is_term() == to.starts_with('-'));
    parts.flat_map(|other| other.parts().map(|(key, _)| key)).filter(|key| key != &entry.id).collect()
}

/// Messages that need themselves, each circle once.
pub(super) fn cycles(side: &Side<'_>) -> Vec<Diagnostic> {
    let graph = chains::graph(side.catalog);
    let rest = chains::chains(&graph).circular;
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

fn cycle(side: &Side<'_>, circle: &[&str]) -> Option<Diagnostic> {
    let least = circle.iter().enumerate().min_by_key(|(_, key)| **key)?.0;
    let keys: Vec<&str> = circle.iter().cycle().skip(least).take(circle.len() + 1).copied().collect();
    let (id, attribute) = split(keys[0]);
    let entry = side.catalog.get(id)?;
    let span = entry.attributes.iter().find(|own| Some(own.name.as_str()) == attribute).map(|own| own.span.clone());
    let found = Diagnostic::at(Code::ReferenceCycle, entry.at(span.unwrap_or(entry.span.clone())));
    Some(found.with("message", keys[0]).with("path", path(&keys)))
}

/// The way around; of a long one, its beginning and its end.
fn path(keys: &[&str]) -> String {
    match keys.len() {
        0..=SHOWN => keys.join(" → "),
        len => format!("{} → … → {}", keys[..SHOWN - 1].join(" → "), keys[len - 1]),
    }
}
