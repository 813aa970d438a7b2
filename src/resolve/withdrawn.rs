//! Pages that were taken back after publication: the address stays, what stood there is gone.
//!
//! In: the public pages. Out: the same, with an empty page in place of each that was withdrawn, so that nothing of it (text,
//! pictures, tags, event) can reach the output by any way. An original that is withdrawn takes its translations along.

use std::sync::Arc;

use super::translations::Group;
use crate::model::document::{Body, Document};
use crate::model::front_matter::{FrontMatter, Withdrawn};

/// Empties what was withdrawn.
pub fn withdraw(groups: &mut [Group]) {
    let is_withdrawn = |document: &Arc<Document>| document.front.withdrawn.is_some();
    for group in groups {
        if !group.documents.iter().any(|(_, document)| document.as_ref().is_some_and(is_withdrawn)) {
            continue;
        }
        let original = group.documents[group.original].as_ref().and_then(|document| document.front.withdrawn.clone());
        let documents = group.documents.iter().filter_map(|(lang, document)| Some((lang, document.clone()?)));
        let documents: Vec<_> = documents.collect();
        for (lang, document) in documents {
            let own = document.front.withdrawn.clone();
            if own.is_none() && original.is_none() {
                continue;
            }
            // The date is the same in every language; the reason is a text of its own.
            let date = own.as_ref().and_then(|own| own.date).or(original.as_ref().and_then(|source| source.date));
            let withdrawn = Withdrawn { date, reason: own.and_then(|own| own.reason) };
            group.documents[lang] = Some(Arc::new(emptied(&document, withdrawn)));
        }
    }
}

/// The page with its title, its address and the notice, and nothing else.
fn emptied(document: &Document, withdrawn: Withdrawn) -> Document {
    let front = FrontMatter {
        title: document.front.title.clone(),
        title_span: document.front.title_span.clone(),
        slug: document.front.slug.clone(),
        aliases: document.front.aliases.clone(),
        missing: document.front.missing,
        translation: document.front.translation.clone(),
        withdrawn: Some(withdrawn),
        ..FrontMatter::default()
    };
    Document {
        key: document.key.clone(),
        folder: document.folder.clone(),
        lang: document.lang,
        source: document.source.clone(),
        text: document.text.clone(),
        written: document.written.clone(),
        front,
        body: Body::default(),
        links: Vec::new(),
        headings: Vec::new(),
        anchors: document.anchors.clone(),
    }
}
