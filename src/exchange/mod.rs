//! Exchange with translation offices: pages out as XLIFF 2.0 (OASIS) or gettext PO, translations back in as Markdown.
//!
//! In: documents, or what an office returns. Out: texts of files. Invariant: an office changes words and nothing else;
//! markup, links and shortcodes travel as placeholders, and a page is written only when reading it back gives what the
//! office sent.

mod align;
mod extract;
mod front;
mod import;
mod markup;
mod placeholders;
mod po;
mod returned;
mod rewrite;
mod sheet;
mod unit;
mod xliff;

use std::sync::Arc;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::{Location, SourceText};

pub(crate) use import::{Files, ImportOptions, Imported, import};
pub(crate) use po::write as po;
pub(crate) use returned::{ReturnedFile, ReturnedPage};
pub(crate) use sheet::{LanguagePair, Sheet, sheet};
pub(crate) use xliff::write as xliff;

/// Reads XLIFF 2.0 or PO, whichever it is.
pub(crate) fn read(source: &Arc<SourceText>) -> Checked<Option<ReturnedFile>> {
    let text = source.text().trim_start_matches('\u{FEFF}');
    let read = match text.trim_start().starts_with('<') {
        true => xliff::read(source),
        false => po::read(source),
    };
    match read {
        Ok(returned) => Checked::clean(Some(returned)),
        Err(wrong) => {
            let at = Location { source: source.clone(), span: wrong.at..wrong.at };
            let detail = if wrong.detail.is_empty() { "none".to_string() } else { wrong.detail };
            let diagnostic =
                Diagnostic::at(Code::ExchangeFormat, at).with("reason", wrong.reason).with("detail", detail);
            Checked { value: None, diagnostics: vec![diagnostic] }
        }
    }
}

#[cfg(test)]
mod tests;
