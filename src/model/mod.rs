//! The nouns: what flows through the pipeline. Plain data; no I/O, and no knowledge of Tera, clap or Fluent.
//!
//! Each type is complete when it exists. What a stage learns goes into the next stage's type, never back into an
//! earlier one.

pub mod address;
pub mod archive;
pub mod assets;
pub mod cache;
pub mod calendar;
pub mod card;
pub mod config;
pub mod date;
pub mod document;
pub mod edit;
pub mod feed;
pub mod front_matter;
pub mod html;
pub(crate) mod keys;
pub mod lang;
pub mod listing;
pub mod looked;
pub mod output;
pub mod overview;
pub mod page_ref;
pub mod picture;
pub mod revision;
pub mod shortcode;
pub mod site;
pub mod slug;
pub mod source;
pub mod text;
pub mod translatable;
pub mod translation;
pub mod url;
