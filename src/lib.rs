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

pub mod cli;
pub mod diagnostic;
pub mod pipeline;

// The stages, in the page's order.
mod configure;
mod discover;
mod emit;
mod parse;
mod pictures;
mod render;
mod resolve;
mod write;

// What they hand on, and what they share.
mod embedded;
mod locale;
mod model;
mod text;
mod xml;
mod yaml;

// What commands do beside building.
mod archetype;
mod exchange;
mod report;
mod schema;
mod serve;
mod starter;
mod translations;
