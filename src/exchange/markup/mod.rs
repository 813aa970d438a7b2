//! Inline markup: Markdown's events ↔ text with placeholders.

mod compose;
mod read;
mod tidy;
mod writer;

pub(super) use compose::{ReturnedText, argument, compose};
pub(super) use read::{Marked, read};
pub(super) use tidy::{plain, shape, tidy};
