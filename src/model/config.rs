//! `site.yaml`, read and checked. What each key means says `schema/site.rs`.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde::Serialize;

use super::lang::Languages;
use super::publisher::Publisher;
use super::source::At;
use super::translation::MissingPolicy;

#[derive(Debug)]
pub struct Config {
    /// The public address of the site, ending in a slash.
    pub base_url: String,
    pub languages: Languages,
    pub theme: At<String>,
    pub title: At<String>,
    pub timezone: TimeZone,
    pub raw_html: RawHtml,
    /// Endings of files that are published though browsers or hosts run them.
    pub allowed_files: Vec<String>,
    pub credits: bool,
    pub newest: usize,
    pub max_file_size: u64,
    pub license: Option<String>,
    pub missing: MissingPolicy,
    pub outdated_notice: bool,
    pub index: bool,
    pub cards: bool,
    pub menus: BTreeMap<String, Vec<MenuEntry>>,
    pub feeds: Option<Feeds>,
    pub press_kits: Vec<At<String>>,
    pub editor: Option<Editor>,
    pub publisher: Publisher,
    /// The publisher's fields that are unset, as paths such as `publisher.press.email`.
    pub unset: Vec<String>,
}

/// What becomes of HTML in pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RawHtml {
    /// It is an error.
    #[default]
    Refused,
    /// What is harmless stays, all else is left out.
    Harmless,
    /// It is written as it is.
    Trusted,
}

/// Where the editor stands below the site's root. Nothing else of a site with an editor does.
pub(crate) const EDITOR_FOLDER: &str = "admin/";

#[derive(Debug)]
pub struct Editor {
    /// Where `site.yaml` asks for it.
    pub at: std::ops::Range<usize>,
    /// Where the site's files are kept; without it they are edited in a folder of the editor's own machine.
    pub host: Option<GitHost>,
}

/// A git host on which the site's files are kept.
#[derive(Debug)]
pub struct GitHost {
    pub service: GitService,
    pub repository: String,
    pub branch: Option<String>,
    /// Its address where it is not the service's own, without a slash at the end.
    pub url: Option<String>,
    /// By what editors sign in: for GitHub the address of a service, for others the id of an application (OAuth 2.0,
    /// RFC 6749). Without it they do so by a token.
    pub sign_in: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GitService {
    GitHub,
    GitLab,
    Gitea,
}

impl GitService {
    pub fn parse(name: &str) -> Option<Self> {
        [Self::GitHub, Self::GitLab, Self::Gitea].into_iter().find(|service| service.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::GitHub => "github",
            Self::GitLab => "gitlab",
            Self::Gitea => "gitea",
        }
    }
}

/// Which feeds a site has beside those of its languages.
#[derive(Debug)]
pub struct Feeds {
    pub items: usize,
    /// What entries' ids begin with, after `tag:` (RFC 4151): who names them, since when that name is theirs, and which
    /// of their sites it is. Ends with a colon or a slash.
    pub id: String,
    pub sections: Vec<At<String>>,
    pub tags: FeedTags,
}

#[derive(Debug)]
pub enum FeedTags {
    All,
    Named(Vec<At<String>>),
}

#[derive(Debug)]
pub struct MenuEntry {
    pub target: MenuTarget,
    /// The Fluent message of its label; without one, the page's title serves.
    pub label: Option<At<String>>,
    /// The entry's bytes in `site.yaml`.
    pub span: std::ops::Range<usize>,
}

#[derive(Debug)]
pub enum MenuTarget {
    /// A page of the site, as in Markdown links.
    Page(At<String>),
    Tags,
    Url(String),
}

/// Free values of front matter or `site.yaml`, for themes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Extra {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Extra>),
    Map(BTreeMap<String, Extra>),
}
