//! bruecke: Markdown, Fluent and Tera in, a static site in every language out.
//!
//! Verbs are stages, nouns are data, and data flows down; the modules below stand in a page's order. [`pipeline`] alone knows
//! that order, and a stage never imports another. Mistakes of users are [`diagnostic::Diagnostic`] values that travel beside
//! the data; only the disk and the network have errors of their own. Whoever uses the library comes in by [`cli::run`],
//! [`pipeline`] and [`diagnostic`].

#![deny(clippy::print_stdout, clippy::print_stderr)]

#[macro_use]
mod print;

pub mod cli;

pub mod pipeline;

pub mod diagnostic;

/// `site.yaml` → `Config`.
mod configure;

/// Folders → pages that were found, themes, locale files.
mod discover;

/// A page's text → `Document`: front matter checked, Markdown read once.
mod parse;

/// Documents → `Site`: addresses, translations, links, lists, tags, menus.
mod resolve;

/// Picture files → `Pictures`: cleaned, planned in widths and formats.
mod pictures;

/// `Site` → HTML, by Tera.
mod render;

/// Everything beside the pages → outputs by path.
mod emit;

/// Outputs → disk: only what changed, atomically.
mod write;

// What stages hand on and share.
mod addresses;
mod embedded;
mod locale;
mod model;
mod panics;
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
