//! What goes wrong, as values: a code, its arguments and a place. How it reads is `report`'s business.

mod code;
mod failed;

pub use code::{Code, Severity};
pub(crate) use failed::Failed;

use std::sync::Arc;

use crate::model::{Location, SourceText, character_name, meant, unwanted};

/// A value that the text of a message names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Shown as written, whatever it looks like.
    Text(String),
    /// A number that chooses a plural form.
    Count(usize),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl std::fmt::Display for Arg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Count(number) => number.fmt(f),
        }
    }
}

/// One message to the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What it says.
    pub code: Code,
    /// The values its text names.
    pub args: Vec<(&'static str, Arg)>,
    /// Where.
    pub at: Option<Location>,
}

impl Diagnostic {
    /// A message without a place.
    pub fn new(code: Code) -> Self {
        Self { code, args: Vec::new(), at: None }
    }

    /// A message at a place.
    pub fn at(code: Code, at: Location) -> Self {
        Self { code, args: Vec::new(), at: Some(at) }
    }

    /// The same with a value that its text shows.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, Arg::Text(value.to_string())));
        self
    }

    /// The same with a number that chooses a plural form.
    #[must_use]
    pub fn count(mut self, name: &'static str, number: usize) -> Self {
        self.args.push((name, Arg::Count(number)));
        self
    }

    /// The same with the known name that is most like `unknown`, if one is near enough to be what was meant.
    #[must_use]
    pub fn nearest<'a>(self, unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        self.with("nearest", nearest(unknown, known).unwrap_or("none"))
    }

    /// Whether it stops the build.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// The order in which messages are shown: by file and place, then by code; those without a place last.
    pub fn order(&self) -> (bool, &str, usize, Code, &[(&'static str, Arg)]) {
        let place = self.at.as_ref().map(|at| (at.source.path.as_str(), at.span.start));
        let (path, start) = place.unwrap_or(("", 0));
        (self.at.is_none(), path, start, self.code, &self.args)
    }
}

/// The characters of a file that are no text, each at its place.
pub(crate) fn unwanted_characters(source: &Arc<SourceText>) -> Vec<Diagnostic> {
    let at = |(at, c): (usize, char)| Location { source: source.clone(), span: at..at + c.len_utf8() };
    unwanted(source.text()).into_iter().map(|found| unwanted_character(at(found), found.1)).collect()
}

/// A character that is no text, at the place that it comes from.
pub(crate) fn unwanted_character(at: Location, c: char) -> Diagnostic {
    Diagnostic::at(Code::ControlCharacter, at).with("character", character_name(c))
}

/// A language tag that is none, with the one that may have been meant.
pub(crate) fn bad_language(at: Location, tag: &str) -> Diagnostic {
    Diagnostic::at(Code::BadLanguage, at).with("value", tag).with("meant", meant(tag).unwrap_or("none"))
}

/// A value and what was noticed while it was made. A part with errors is left out of the value.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// What is sound.
    pub value: T,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with nothing to say.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// What becomes of the value; the diagnostics stay.
    pub fn map<R>(self, make: impl FnOnce(T) -> R) -> Checked<R> {
        Checked { value: make(self.value), diagnostics: self.diagnostics }
    }

    /// Hands the diagnostics to `all` and gives the value.
    pub fn report_to(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}

/// So many of a kind get the name that may have been meant: each is looked for among all names there are, and no more are
/// printed.
pub const SUGGESTIONS: usize = 100;

/// Names longer than this are compared with nothing, since that takes as long as both are.
const LONGEST_NAME: usize = 200;

/// The name in `known` that is most like `unknown`: at most a third of its letters differ.
pub fn nearest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if unknown.len() > LONGEST_NAME {
        return None;
    }
    let length = unknown.chars().count();
    let limit = (length / 3).max(1);
    // So much differs at least.
    let may_be_near = |name: &&str| name.len() <= LONGEST_NAME && name.chars().count().abs_diff(length) <= limit;
    let far = |name: &'a str| (strsim::levenshtein(unknown, name), name);
    let near = known.into_iter().filter(may_be_near).map(far).filter(|(far, _)| *far <= limit);
    near.min().map(|(_, name)| name)
}
