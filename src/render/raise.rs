//! Our own messages on their way through Tera, whose errors are plain texts: a code and its arguments, packed.
//!
//! A function raises; the theme, which knows the template's line, unpacks. So what a template does wrong is said in the
//! user's language like everything else.

use tera::Error;

use crate::diagnostic::{Code, Diagnostic};

/// Between the parts; no text of a site holds it.
const MARK: char = '\u{1}';

/// An error of a template function that carries a diagnostic.
pub fn raise(diagnostic: Diagnostic) -> Error {
    let mut packed = format!("{MARK}{}", diagnostic.code.id());
    for (name, value) in &diagnostic.args {
        packed.push_str(&format!("{MARK}{name}{MARK}{value}"));
    }
    packed.push(MARK);
    Error::message(packed)
}

/// The diagnostic in an error's text, if there is one.
pub fn caught(text: &str) -> Option<Diagnostic> {
    let packed = &text[text.find(MARK)? + 1..text.rfind(MARK)?];
    let mut parts = packed.split(MARK);
    let id = parts.next()?;
    let code = *Code::ALL.iter().find(|code| code.id() == id)?;
    let mut found = Diagnostic::new(code);
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        let known = ["message", "lang", "nearest", "reason", "asset", "dest", "value", "name", "src"];
        let name = known.into_iter().find(|known| *known == name)?;
        found = found.with(name, value);
    }
    Some(found)
}
