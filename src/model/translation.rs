//! How far a page's translation is, and what readers get where there is none.

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Original,
    /// Translated from its source as it is now.
    Current,
    /// The source has changed since, or is itself out of date.
    Outdated,
    /// Translated, but from which state of the source is not noted.
    Unmarked,
    Missing,
}

impl State {
    pub const ALL: [Self; 5] = [Self::Original, Self::Current, Self::Outdated, Self::Unmarked, Self::Missing];

    pub fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Current => "current",
            Self::Outdated => "outdated",
            Self::Unmarked => "unmarked",
            Self::Missing => "missing",
        }
    }
}

/// What stands at the address of a page that is missing in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum MissingPolicy {
    /// The page in the language it was written in, under a notice.
    #[default]
    Fallback,
    /// Nothing: the page does not exist in that language.
    Omit,
    /// Nothing, and the site is not built.
    Error,
}

impl MissingPolicy {
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "fallback" => Some(Self::Fallback),
            "omit" => Some(Self::Omit),
            "error" => Some(Self::Error),
            _ => None,
        }
    }
}
