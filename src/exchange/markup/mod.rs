//! Inline markup: Markdown's events ↔ text with placeholders.

mod compose;
mod read;
mod tidy;
mod writer;

pub use compose::{ReturnedText, argument, compose};
pub use read::{Marked, read};
pub use tidy::{plain, shape, tidy};
