//! What a language still needs, as text to put into its files: drafts for translators.
//!
//! In: the locale files and the languages' catalogues. Out: lines to insert into files, nothing written yet. Invariant:
//! what stands in a file stays as it is, and a draft that is there already is not made again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_syntax::ast::{Entry as Node, Resource};
use fluent_syntax::{parser, serializer};

use super::Locales;
use super::catalog::{Catalog, Entry};
use super::guard::guard;
use crate::model::{Edit, Insertion, Lang, LocaleFile, SourceText};

/// Drafts, as comments, of the messages that `lang` lacks and the source language has.
pub(crate) fn sync(files: &[LocaleFile], locales: &Locales, source: Lang, lang: Lang) -> Vec<Edit> {
    let (from, to) = (&locales[source].catalog, &locales[lang].catalog);
    let own = files.iter().filter(|file| file.lang == lang && file.layer == 0);
    let own: BTreeMap<&str, &Arc<SourceText>> = own.map(|file| (file.source.path.as_str(), &file.source)).collect();
    let drafted: BTreeSet<&str> = own.values().flat_map(|file| drafts(file.text())).collect();
    let texts = texts(files, source);
    let mut edits: BTreeMap<String, Edit> = BTreeMap::new();
    // The message after which a draft belongs: the one before it in the source's file.
    let mut before: Option<(String, usize)> = None;
    for entry in in_order(from).filter(|entry| !entry.is_term()) {
        let path = target(entry, source, lang);
        if let Some(there) = to.get(&entry.id) {
            before = (there.source.path == path).then(|| (path, end_line(there)));
            continue;
        }
        if drafted.contains(entry.id.as_str()) {
            continue;
        }
        let Some(text) = texts.get(&(entry.source.path.as_str(), entry.id.clone())) else { continue };
        let draft: Vec<String> = text.lines().map(|line| format!("# {line}").trim_end().to_string()).collect();
        let last = own.get(path.as_str()).map_or(0, |file| file.text().lines().count());
        let after = before.as_ref().filter(|(file, _)| *file == path).map_or(last, |(_, line)| *line);
        let edit = edits.entry(path.clone()).or_insert_with(|| Edit::new(path));
        edit.add(&entry.id, Insertion { after, lines: draft });
    }
    let files = |path: &str| own.get(path).map(|file| file.text()).unwrap_or_default();
    edits.into_values().map(|edit| apart(edit, files)).collect()
}

/// A comment belongs to the message below it unless an empty line stands between, so drafts get one; at the end of a
/// file they get one above.
fn apart<'f>(mut edit: Edit, text: impl Fn(&str) -> &'f str) -> Edit {
    let lines: Vec<&str> = text(&edit.path).lines().collect();
    let blank = |line: usize| lines.get(line).is_none_or(|line| line.trim().is_empty());
    for insertion in &mut edit.insertions {
        if insertion.after >= lines.len() && insertion.after > 0 && !blank(insertion.after - 1) {
            insertion.lines.insert(0, String::new());
        } else if !blank(insertion.after) {
            insertion.lines.push(String::new());
        }
    }
    edit
}

/// A file for a language that has none yet: every message of the source language that it lacks, in the source's words.
///
/// Texts and not drafts: a language must build to be looked at, and every text that is left so is reported.
pub(crate) fn begin(files: &[LocaleFile], locales: &Locales, source: Lang, lang: Lang) -> Edit {
    let (from, to) = (&locales[source].catalog, &locales[lang].catalog);
    let texts = texts(files, source);
    let needed = in_order(from).filter(|entry| !to.contains_key(&entry.id));
    let needed: Vec<&Entry> = needed.filter(|entry| !entry.is_term() || is_used(from, &entry.id)).collect();
    let mut edit = Edit::new(format!("locales/{lang}/site.ftl"));
    let mut file = "";
    for entry in needed {
        let Some(text) = texts.get(&(entry.source.path.as_str(), entry.id.clone())) else { continue };
        let mut lines: Vec<String> = Vec::new();
        if entry.source.path != file {
            file = entry.source.path.as_str();
            lines.extend(["".into(), format!("## {file}"), "".into()]);
        }
        lines.extend(text.lines().map(str::to_string));
        edit.add(&entry.id, Insertion { after: 0, lines });
    }
    if let Some(first) = edit.insertions.first_mut() {
        first.lines.remove(0);
    }
    edit
}

fn is_used(catalog: &Catalog, term: &str) -> bool {
    let refers = |to: &str| to == term || to.strip_prefix(term).is_some_and(|rest| rest.starts_with('.'));
    let parts = catalog.values().flat_map(Entry::parts);
    parts.into_iter().any(|(_, shape)| shape.references.iter().any(|reference| refers(&reference.to)))
}

/// The entries of a catalogue as they stand in the files, the site's own first.
fn in_order(catalog: &Catalog) -> impl Iterator<Item = &Entry> {
    let mut entries: Vec<&Entry> = catalog.values().collect();
    entries.sort_by_key(|entry| (entry.layer, &entry.source.path, entry.span.start));
    entries.into_iter()
}

/// The file of `lang` that a message of the source language belongs in: of the same name, or `site.ftl` for a theme's.
fn target(entry: &Entry, source: Lang, lang: Lang) -> String {
    let own = entry.source.path.strip_prefix(&format!("locales/{source}/")).filter(|_| entry.layer == 0);
    format!("locales/{lang}/{}", own.unwrap_or("site.ftl"))
}

fn end_line(entry: &Entry) -> usize {
    entry.source.line_column(entry.end).0
}

/// The ids of messages that stand in a file as comments: `# name = text`.
fn drafts(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let id = line.strip_prefix('#')?.split_once('=')?.0.trim();
        let plain = id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        (plain && !id.is_empty()).then_some(id)
    })
}

/// The source language's messages, written out, by the path of the file and the id.
fn texts(files: &[LocaleFile], source: Lang) -> BTreeMap<(&str, String), String> {
    let mut texts = BTreeMap::new();
    for LocaleFile { source: file, .. } in files.iter().filter(|file| file.lang == source) {
        let text = guard(file.text());
        let resource = match parser::parse(text.as_ref()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        for mut node in resource.body {
            let id = match &mut node {
                Node::Message(message) => {
                    message.comment = None;
                    message.id.name.to_string()
                }
                Node::Term(term) => {
                    term.comment = None;
                    format!("-{}", term.id.name)
                }
                _ => continue,
            };
            let written = serializer::serialize(&Resource { body: vec![node] });
            texts.insert((file.path.as_str(), id), written);
        }
    }
    texts
}
