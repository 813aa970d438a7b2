//! HTML as text for readers without a browser: search and press kits.
//!
//! In: HTML that the site shows. Out: blocks of text in the order of reading. Invariant: no markup in any text, and nothing
//! that a reader of the page cannot read.

mod blocks;
mod html;
mod pictures;
mod print;

pub(crate) use blocks::{Purpose, blocks, line};
pub(crate) use html::{Tag, Token, tokens};
pub(crate) use pictures::pictures;
pub(crate) use print::print;
