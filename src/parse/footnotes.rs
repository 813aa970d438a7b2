//! Footnotes of a page: numbered by their first reference, shown at its end, with a way back.
//!
//! A block shortcode's body is Markdown of its own, so a label means something else in it: a note's name is the label and
//! where the body begins.

use std::collections::BTreeMap;

use crate::model::{Body, Slot};

#[derive(Default)]
pub(super) struct Footnotes {
    /// In the order of their first references.
    names: Vec<String>,
    numbers: BTreeMap<String, usize>,
    bodies: BTreeMap<String, Body>,
}

impl Footnotes {
    /// The number of a reference, and whether it is the first to its note.
    pub(super) fn number(&mut self, label: &str, base: usize) -> (usize, bool) {
        let name = name(label, base);
        if let Some(number) = self.numbers.get(&name) {
            return (*number, false);
        }
        self.names.push(name.clone());
        self.numbers.insert(name, self.names.len());
        (self.names.len(), true)
    }

    pub(super) fn define(&mut self, label: &str, base: usize, body: Body) {
        self.bodies.insert(name(label, base), body);
    }

    /// Writes those that are referred to.
    pub(super) fn append_to(&mut self, out: &mut Body) {
        if self.names.is_empty() {
            return;
        }
        out.html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (index, label) in self.names.iter().enumerate() {
            let number = index + 1;
            out.html.push_str(&format!("<li id=\"fn-{number}\">\n"));
            let base = out.html.len();
            if let Some(body) = self.bodies.remove(label) {
                out.html.push_str(&body.html);
                out.slots.extend(body.slots.into_iter().map(|(at, slot)| (at + base, slot)));
            }
            out.html.push_str("<a href=\"");
            out.slots.push((out.html.len(), Slot::Here));
            out.html.push_str(&format!("#fnref-{number}\" class=\"footnote-back\">↑ {number}</a></li>\n"));
        }
        out.html.push_str("</ol>\n</section>\n");
    }
}

fn name(label: &str, base: usize) -> String {
    format!("{base} {label}")
}
