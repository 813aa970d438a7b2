//! When pages go public and when they expire, so that a scheduled job knows when to build again.
//!
//! A static site does not change by itself. In: every page, public or not. Out: the changes, in the order of time.
//! Drafts are left out: no time makes them public.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::translations::{Group, visible};
use crate::model::lang::{Lang, Languages};
use crate::model::overview::Change;

/// Every change of every page, past ones included.
pub fn schedule(groups: &[Group], languages: &Languages) -> Vec<Change> {
    let mut changes: BTreeMap<(Timestamp, &str, bool), Vec<Lang>> = BTreeMap::new();
    for group in groups {
        for lang in languages.iter() {
            let Some(own) = visible(group, lang).filter(|own| own.draft != Some(true)) else { continue };
            for (at, publishes) in [(own.publish, true), (own.expires, false)] {
                let Some(at) = at else { continue };
                changes.entry((at, group.key.as_str(), publishes)).or_default().push(lang);
            }
        }
    }
    let change = |((at, key, publishes), langs)| Change { at, publishes, key: str::to_string(key), langs };
    changes.into_iter().map(change).collect()
}
