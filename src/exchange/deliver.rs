//! What an office delivers, whatever the format: translations by page and unit.
//!
//! In: the text of a file. Out: a [`Delivery`], or what is wrong with the file. Nothing is known about the site here.

use std::ops::Range;
use std::sync::Arc;

use super::{Piece, po_read, xliff_read};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::revision::Revision;
use crate::model::source::{Location, SourceText};

/// A file as delivered.
#[derive(Debug)]
pub struct Delivery {
    /// The file.
    pub source: Arc<SourceText>,
    /// The tag of the language translated from, as written.
    pub from: String,
    /// The tag of the language translated into, as written.
    pub to: String,
    /// Its pages.
    pub pages: Vec<Delivered>,
}

/// A page as delivered.
#[derive(Debug)]
pub struct Delivered {
    /// The path of its file, or its key.
    pub page: String,
    /// The source's state at the export.
    pub revision: Option<Revision>,
    /// Its texts.
    pub units: Vec<DeliveredUnit>,
    /// Its bytes in the delivery.
    pub span: Range<usize>,
}

/// A text as delivered.
#[derive(Debug, Default)]
pub struct DeliveredUnit {
    /// Its name in the page.
    pub id: String,
    /// The text that was translated.
    pub source: Vec<Piece>,
    /// The translation; empty when there is none.
    pub target: Vec<Piece>,
    /// Whether the office stands by it: not `initial` (XLIFF), not `fuzzy` (PO).
    pub confirmed: bool,
    /// Its bytes in the delivery.
    pub span: Range<usize>,
}

/// Reads XLIFF 2.0 or PO, whichever it is.
pub fn read(source: &Arc<SourceText>) -> Checked<Option<Delivery>> {
    let text = source.text.trim_start_matches('\u{FEFF}');
    let read = match text.trim_start().starts_with('<') {
        true => xliff_read::read(source),
        false => po_read::read(source),
    };
    match read {
        Ok(delivery) => Checked::clean(Some(delivery)),
        Err(wrong) => {
            let at = Location { source: source.clone(), span: wrong.at..wrong.at };
            let detail = if wrong.detail.is_empty() { "none".to_string() } else { wrong.detail };
            let diagnostic =
                Diagnostic::at(Code::ExchangeFormat, at).with("reason", wrong.reason).with("detail", detail);
            Checked { value: None, diagnostics: vec![diagnostic] }
        }
    }
}

/// Why a file cannot be read.
#[derive(Debug)]
pub struct Wrong {
    /// Where.
    pub at: usize,
    /// `xml`, `xliff`, `version`, `po`, `languages` or `pages`.
    pub reason: &'static str,
    /// What the reader says.
    pub detail: String,
}

impl Wrong {
    /// A reason at a place.
    pub fn new(at: usize, reason: &'static str, detail: impl ToString) -> Self {
        Self { at, reason, detail: detail.to_string() }
    }
}

/// Adds a piece; texts that meet become one.
pub fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (_, Piece::Text(text)) if text.is_empty() => {}
        (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
        (_, piece) => pieces.push(piece),
    }
}
