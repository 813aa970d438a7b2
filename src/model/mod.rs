//! What stages hand on to each other. Plain data; no I/O, and no knowledge of Tera, clap or Fluent.
//!
//! Each type is complete when it exists. What a stage learns goes into the next stage's type, never back into an
//! earlier one.

mod active_file;
pub(crate) mod address;
pub(crate) mod assets;
pub(crate) mod cache;
pub(crate) mod calendar;
pub(crate) mod card;
pub(crate) mod config;
mod contact_data;
pub(crate) mod date;
pub(crate) mod document;
pub(crate) mod edit;
pub(crate) mod feed;
pub(crate) mod front_matter;
pub(crate) mod html;
pub(crate) mod ids;
pub(crate) mod input_fingerprint;
pub(crate) mod keys;
pub(crate) mod lang;
mod language_tag;
pub(crate) mod listing;
pub(crate) mod output;
pub(crate) mod overview;
pub(crate) mod page_ref;
pub(crate) mod picture;
mod plain_text;
pub(crate) mod publisher;
pub(crate) mod revision;
pub(crate) mod shortcode;
pub(crate) mod site;
pub(crate) mod slug;
pub(crate) mod source;
pub(crate) mod text;
pub(crate) mod translatable_text;
pub(crate) mod translation;
pub(crate) mod url;

pub(crate) use active_file::active_kind;
pub(crate) use address::{Address, Addresses};
pub(crate) use assets::Assets;
pub(crate) use cache::{Artifact, Cache};
pub(crate) use calendar::{Appointment, When};
pub(crate) use card::{Card, Cards, Fonts};
pub(crate) use config::{
    Config, EDITOR_FOLDER, Editor, Extra, FeedTags, Feeds, GitHost, GitService, MenuEntry, MenuTarget, RawHtml,
};
pub(crate) use contact_data::{dialled, is_email};
pub(crate) use date::{Moment, PartialDate, parse_day};
pub(crate) use document::{Arg, Body, Call, Document, Heading, Link, Role, Slot};
pub(crate) use edit::{Edit, Insertion};
pub(crate) use feed::{ATOM, Feed, FeedEntry, FeedFile, FeedOf, FeedPages, FeedPlan, JSON_FEED};
pub(crate) use front_matter::{
    Attachment, Citation, Contact, Correction, Event, FrontMatter, Image, Meta, Part, SortBy, Translation, Withdrawn,
};
pub(crate) use html::escaped;
pub(crate) use ids::EntryId;
pub(crate) use input_fingerprint::InputFingerprint;
pub(crate) use keys::{Choice, KEYS, Key, MISSING, Pages, Translations, ValueKind};
pub(crate) use lang::{Lang, Languages, PerLang};
pub(crate) use language_tag::{is_registered, meant};
pub(crate) use listing::{Alternate, Hreflang, Listed};
pub(crate) use output::{Archive, Content, Output, Sink};
pub(crate) use overview::{Change, PageStatus, Visibility};
pub(crate) use page_ref::{PageRef, content_path, is_section, section_key};
pub(crate) use picture::{Format, Picture, Pictures, Version, is_picture, is_picture_file, tells_place};
pub(crate) use plain_text::{character_name, composed, folded, plain, unwanted};
pub(crate) use publisher::{
    FieldKind, Localized, PUBLISHER_FIELDS, Publisher, PublisherField, PublisherValue, STATUS, publisher_text,
};
pub(crate) use revision::Revision;
pub(crate) use shortcode::{Component, Components, Parameter, ParameterKind};
pub(crate) use site::{
    Children, Destination, Entry, MenuItem, Page, Published, Site, TAG_PAGE, Tag, TagPage, Target, is_within, list_path,
};
pub(crate) use slug::slugify;
pub(crate) use source::{At, FileOrigin, LocaleFile, Location, MediaFile, PageSource, SourceText};
pub(crate) use text::{Block, Kind, PageText};
pub(crate) use translatable_text::TranslatableText;
pub(crate) use translation::{MissingPolicy, State};
pub(crate) use url::{SitePath, is_web_address};
