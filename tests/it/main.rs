//! All tests from outside, in one binary: linking the program once takes less time than testing it.

#![allow(unreachable_pub, reason = "helpers of tests")]

mod support;

/// The corpus of the benchmarks.
#[path = "../../benches/corpus/mod.rs"]
mod corpus;

mod addresses;
mod architecture;
mod calendar;
mod cards;
mod diagnostics;
mod docs;
mod editor;
mod embargo;
mod exchange;
mod feeds;
mod fields;
mod files;
mod fuzz;
mod golden;
mod handbooks;
mod hostile;
mod hostile_sites;
mod init;
mod kits;
mod languages;
mod leak;
mod locales;
mod locks;
mod markdown;
mod moved;
mod new;
mod output;
mod output_mended;
mod page_names;
mod pictures;
mod rebuild;
mod schema;
mod search;
mod serve;
mod shell;
mod site;
mod sitemap;
mod standing;
mod structured;
mod themes;
mod translations;
mod wild;
