//! `site.yaml`, read and checked.

use jiff::tz::TimeZone;
use serde::Serialize;
use std::collections::BTreeMap;

use super::lang::Languages;
use super::source::At;
use super::translation::MissingPolicy;

/// What a site's owner decides once.
#[derive(Debug)]
pub struct Config {
    /// The public address of the site, ending in a slash.
    pub base_url: String,
    /// The languages, the source language first.
    pub languages: Languages,
    /// The theme's name.
    pub theme: At<String>,
    /// The Fluent message that holds the site's title.
    pub title: At<String>,
    /// The zone in which dates without a zone are meant.
    pub timezone: TimeZone,
    /// Whether Markdown may hold raw HTML.
    pub raw_html: bool,
    /// Whether a picture in Markdown needs a credit.
    pub credits: bool,
    /// How many entries the home page lists.
    pub newest: usize,
    /// How many megabytes a file may have that is published as it is; 0 for any number.
    pub max_file_size: u64,
    /// The licence of the content, as a name.
    pub license: Option<String>,
    /// What stands where a page is missing in a language.
    pub missing: MissingPolicy,
    /// Whether outdated translations say so to readers.
    pub outdated_notice: bool,
    /// Whether search engines may list the site.
    pub index: bool,
    /// Whether pages have social cards, where the theme draws them.
    pub cards: bool,
    /// Menus by name.
    pub menus: BTreeMap<String, Vec<MenuEntry>>,
    /// Feeds; `None` where the site has none.
    pub feeds: Option<Feeds>,
    /// Sections whose dated pages have a press kit, as in Markdown links.
    pub press_kits: Vec<At<String>>,
    /// Who publishes the site.
    pub publisher: Publisher,
    /// The publisher's fields that are unset, as paths such as `publisher.press.email`.
    pub unset: Vec<String>,
}

/// Which feeds a site has beside those of its languages.
#[derive(Debug)]
pub struct Feeds {
    /// How many pages a feed holds at most.
    pub items: usize,
    /// What entries' ids begin with, after `tag:` (RFC 4151): who names them, since when that name is theirs, and which
    /// of their sites it is. Ends with a colon or a slash.
    pub id: String,
    /// Sections with a feed of their own, as in Markdown links.
    pub sections: Vec<At<String>>,
    /// Tags with a feed of their own.
    pub tags: FeedTags,
}

/// Which tags have a feed.
#[derive(Debug)]
pub enum FeedTags {
    /// Every tag.
    All,
    /// These.
    Named(Vec<At<String>>),
}

/// One entry of a menu.
#[derive(Debug)]
pub struct MenuEntry {
    /// Where it leads.
    pub target: MenuTarget,
    /// The Fluent message of its label; without one, the page's title serves.
    pub label: Option<At<String>>,
    /// The entry's bytes in `site.yaml`.
    pub span: std::ops::Range<usize>,
}

/// Where a menu entry leads.
#[derive(Debug)]
pub enum MenuTarget {
    /// A page of the site, as in Markdown links.
    Page(At<String>),
    /// The list of tags.
    Tags,
    /// Another site.
    Url(String),
}

/// Free values of front matter or `site.yaml`, for themes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Extra {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Another number.
    Float(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Extra>),
    /// Named values.
    Map(BTreeMap<String, Extra>),
}

/// A text that may differ from language to language, by language tag; the empty tag holds for all.
pub type Localized = BTreeMap<String, String>;

/// The publisher's fields by path (`name`, `press.email`): each a text, or `None` where it is unset.
pub type Publisher = BTreeMap<&'static str, Option<Localized>>;

/// Every field of `publisher` in `site.yaml`, in the order in which a press office fills them in.
pub const PUBLISHER_FIELDS: [&str; 22] = [
    "name",
    "represented_by",
    "street",
    "postal_code",
    "city",
    "country",
    "phone",
    "email",
    "vat_id",
    "editor",
    "supervisor",
    "privacy.officer",
    "privacy.email",
    "privacy.phone",
    "accessibility.email",
    "accessibility.phone",
    "accessibility.enforcement",
    "press.name",
    "press.phone",
    "press.email",
    "press.material",
    "host",
];
