//! What an office returns, whatever the format: translations by page and unit. Nothing is known about the site here.

use std::ops::Range;
use std::sync::Arc;

use super::unit::Piece;
use crate::model::{Revision, SourceText};

pub(crate) struct ReturnedFile {
    pub source: Arc<SourceText>,
    /// The tag of the language translated from, as written.
    pub from: String,
    /// The tag of the language translated into, as written.
    pub to: String,
    pub pages: Vec<ReturnedPage>,
}

pub(crate) struct ReturnedPage {
    /// The path of its file, or its key.
    pub page: String,
    /// The source's state at the export.
    pub revision: Option<Revision>,
    pub units: Vec<ReturnedUnit>,
    pub span: Range<usize>,
}

#[derive(Debug, Default)]
pub(crate) struct ReturnedUnit {
    pub id: String,
    pub source: Vec<Piece>,
    /// The translation; empty when there is none.
    pub target: Vec<Piece>,
    /// Whether the office stands by it: not `initial` (XLIFF), not `fuzzy` (PO).
    pub confirmed: bool,
    pub span: Range<usize>,
}

/// Why a file cannot be read.
pub(super) struct ParseError {
    pub at: usize,
    /// `xml`, `xliff`, `version`, `po`, `languages` or `pages`.
    pub reason: &'static str,
    pub detail: String,
}

impl ParseError {
    pub(super) fn new(at: usize, reason: &'static str, detail: impl ToString) -> Self {
        Self { at, reason, detail: detail.to_string() }
    }
}
