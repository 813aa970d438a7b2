//! Our own diagnostics on their way through Tera, which carries errors as texts only.
//!
//! A template function fails with a diagnostic. It is kept here, and Tera's error names it by a number; the theme, which
//! knows the template's line, takes it out again. So what a template does wrong is said in the user's language, and no
//! value of a diagnostic is ever part of Tera's text.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tera::Error;

use crate::diagnostic::Diagnostic;

/// Stands before and after the number. Where a text of the site has it, no diagnostic has that number.
const MARK: char = '\u{1}';

/// Why a template function gives no value.
pub(crate) enum CallError {
    Diagnostic(Box<Diagnostic>),
    /// In Tera's: an argument is missing, or of another kind.
    Tera(Error),
}

impl From<Diagnostic> for CallError {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Diagnostic(Box::new(diagnostic))
    }
}

impl From<Error> for CallError {
    fn from(error: Error) -> Self {
        Self::Tera(error)
    }
}

/// Diagnostics between the function that fails and the report of Tera's error.
#[derive(Debug, Default)]
pub(crate) struct TeraErrors(Mutex<Pending>);

#[derive(Debug, Default)]
struct Pending {
    last: usize,
    diagnostics: BTreeMap<usize, Diagnostic>,
}

impl TeraErrors {
    pub(crate) fn raise(&self, error: CallError) -> Error {
        let diagnostic = match error {
            CallError::Tera(error) => return error,
            CallError::Diagnostic(diagnostic) => *diagnostic,
        };
        let mut pending = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pending.last += 1;
        let number = pending.last;
        pending.diagnostics.insert(number, diagnostic);
        Error::message(format!("{MARK}{number}{MARK}"))
    }

    /// The diagnostic that the text of Tera's error names, if it names one.
    pub(crate) fn take(&self, text: &str) -> Option<Diagnostic> {
        let (_, rest) = text.split_once(MARK)?;
        let (number, _) = rest.split_once(MARK)?;
        let mut pending = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pending.diagnostics.remove(&number.parse().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::TeraErrors;
    use crate::diagnostic::{Code, Diagnostic};

    #[test]
    fn every_argument_comes_back_as_it_was() {
        let errors = TeraErrors::default();
        let found = Diagnostic::new(Code::MissingGlyph).with("char", "\u{1}x\u{1}y").with("font", "").with("code", "7");
        let text = errors.raise(found.clone().into()).to_string();
        assert!(!text.contains('x'), "{text}");
        assert_eq!(errors.take(&format!("rendering failed: {text}")), Some(found));
        assert_eq!(errors.take(&text), None, "each is taken once");
        assert_eq!(errors.take("\u{1}other\u{1}"), None);
    }
}
