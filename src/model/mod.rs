//! What stages hand on to each other. Plain data; no I/O, and no knowledge of Tera, clap or Fluent.
//!
//! Each type is complete when it exists. What a stage learns goes into the next stage's type, never back into an
//! earlier one.

pub(crate) mod address;
pub(crate) mod assets;
pub(crate) mod cache;
pub(crate) mod calendar;
pub(crate) mod card;
pub(crate) mod config;
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
pub(crate) mod listing;
pub(crate) mod output;
pub(crate) mod overview;
pub(crate) mod page_ref;
pub(crate) mod picture;
pub(crate) mod revision;
pub(crate) mod shortcode;
pub(crate) mod site;
pub(crate) mod slug;
pub(crate) mod source;
pub(crate) mod text;
pub(crate) mod translatable_text;
pub(crate) mod translation;
pub(crate) mod url;
