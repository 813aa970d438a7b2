//! bruecke: Markdown, Fluent and Tera in, a static site in every language out.
//!
//! Verbs are stages, nouns are data, and data flows down:
//!
//! ```text
//! site.yaml ─ configure ─► Config
//! folders ─── discover ──► Sources
//!             parse ─────► Documents      front matter checked, Markdown read once
//!             locale ────► Locales        Fluent messages, dates, numbers, slugs
//!             resolve ───► Site           addresses, translations, links, lists, tags, menus
//!             pictures ──► Pictures       read, cleaned, planned in widths and formats
//!             render ────► Rendered       Tera
//!             emit ──────► Outputs        every file of the site, by path
//!             write ─────► disk           only what changed, atomically
//! ```
//!
//! [`pipeline`] alone knows that order; a stage never imports another. Mistakes of users are [`diagnostic::Diagnostic`]
//! values that travel beside the data; only the disk and the network have errors of their own.

pub mod archetype;
pub mod cli;
pub mod configure;
pub mod diagnostic;
pub mod discover;
pub mod embedded;
pub mod emit;
pub mod exchange;
pub mod locale;
pub mod model;
pub mod moved;
pub mod parse;
pub mod pictures;
pub mod pipeline;
pub mod render;
pub mod report;
pub mod resolve;
pub mod schema;
pub mod serve;
pub mod standing;
pub mod starter;
mod text;
pub mod translations;
pub mod write;
mod xml;
pub mod yaml;
