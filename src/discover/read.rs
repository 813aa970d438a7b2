//! A file → its text.

use std::path::Path;
use std::sync::Arc;

use super::SourceCache;
use super::walk::Found;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Location, SourceText, plain};

/// The text of a file that messages call `shown`, as the cache has it or as it is on disk.
pub(super) fn read_text(
    file: &Found,
    shown: String,
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Arc<SourceText>> {
    sources.text(&file.path, file.stamp, || read(&file.path, shown, diagnostics))
}

pub(super) fn read(path: &Path, shown: String, diagnostics: &mut Vec<Diagnostic>) -> Option<SourceText> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            diagnostics.push(Diagnostic::new(Code::Unreadable).with("file", shown).with("reason", error));
            return None;
        }
    };
    // The standard library looks at each letter that is not ASCII, which is a fortieth of a build.
    match simdutf8::compat::from_utf8(&bytes) {
        Ok(text) => {
            let text = plain(&shown, text.to_string());
            Some(SourceText::new(shown, text))
        }
        Err(error) => {
            let start = error.valid_up_to();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let source = Arc::new(SourceText::new(shown.clone(), text));
            let at = Location { source, span: start..start };
            diagnostics.push(Diagnostic::at(Code::NotUtf8, at).with("file", shown));
            None
        }
    }
}
