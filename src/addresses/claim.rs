//! A claim: an address, who takes it, and when.

use std::borrow::Cow;

use jiff::Timestamp;

use crate::model::{EntryId, Lang, Location, SitePath};

/// An address that something of the site takes.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub path: SitePath,
    pub owner: Owner,
    pub time: Window,
}

/// Who takes an address.
#[derive(Clone, Debug, Default)]
pub(crate) struct Owner {
    /// What messages call it where it is written down in no line.
    pub name: Cow<'static, str>,
    /// The line that can be mended.
    pub at: Option<Location>,
    /// The page that it is: one page does not stand in its own way when a translation takes its original's place.
    pub page: Option<(EntryId, Lang)>,
}

/// When an address is taken: from an instant (inclusive) to an instant (exclusive), or for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Window {
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    /// Whether nobody knows when, since it is a draft.
    pub draft: bool,
}

impl Window {
    /// Whether both are public at one instant.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        let begins_in_time = |a: &Self, b: &Self| a.from.zip(b.until).is_none_or(|(from, until)| from < until);
        begins_in_time(self, other) && begins_in_time(other, self)
    }

    /// The time within another.
    pub(crate) fn within(self, other: Self) -> Self {
        let until = match (self.until, other.until) {
            (Some(own), Some(other)) => Some(own.min(other)),
            (own, other) => own.or(other),
        };
        Self { from: self.from.max(other.from), until, draft: self.draft || other.draft }
    }

    /// Whether it is over at an instant, or never is.
    pub(crate) fn is_over(&self, at: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= at || self.from.is_some_and(|from| until <= from))
    }
}

impl Owner {
    pub(crate) fn named(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    pub(crate) fn at(at: Location) -> Self {
        Self { at: Some(at), ..Self::default() }
    }

    /// How messages call it: its file and line, where it has one.
    pub(super) fn label(&self) -> String {
        match &self.at {
            Some(Location { source, span }) => format!("{}:{}", source.path, source.line_column(span.start).0),
            None => self.name.to_string(),
        }
    }

    /// Whether both are one page of one language.
    pub(super) fn is_page_of(&self, other: &Self) -> bool {
        self.page.is_some() && self.page == other.page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_that_touch_do_not_meet() {
        let at = |second: i64| Some(Timestamp::from_second(second).unwrap());
        let window = |from, until| Window { from, until, draft: false };
        assert!(!window(None, at(5)).meets(&window(at(5), None)));
        assert!(!window(at(5), None).meets(&window(None, at(5))));
        assert!(window(None, at(6)).meets(&window(at(5), None)));
        assert!(window(None, None).meets(&window(at(5), at(6))));
        assert_eq!(window(at(1), at(9)).within(window(at(2), at(8))), window(at(2), at(8)));
        assert_eq!(window(None, at(9)).within(window(at(2), None)), window(at(2), at(9)));
        assert!(window(None, at(5)).is_over(at(5).unwrap()) && window(at(7), at(7)).is_over(at(0).unwrap()));
        assert!(!window(at(5), None).is_over(at(9).unwrap()));
    }
}
