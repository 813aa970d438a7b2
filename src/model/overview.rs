//! Every page with where it stands, how far it is and who may see it: what an editor wants to know of a site.

use jiff::Timestamp;
use jiff::civil::Date;

use super::lang::Lang;
use super::translation::State;
use super::url::SitePath;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageStatus {
    /// The page without its language, such as `news/2024-09-22-delegation`.
    pub key: String,
    pub lang: Lang,
    pub title: String,
    pub path: SitePath,
    /// How far the language is; missing where another language stands in for it.
    pub state: State,
    pub visibility: Visibility,
    /// The day it last changed, as it says itself.
    pub changed: Option<Date>,
}

/// Who may see a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    Public,
    /// Nobody: it is a draft.
    Draft,
    Embargoed(Timestamp),
}

/// A page's change at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub at: Timestamp,
    /// Whether it goes public then, or else expires.
    pub publishes: bool,
    /// The page without its language.
    pub key: String,
    pub langs: Vec<Lang>,
}
