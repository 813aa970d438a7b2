//! What templates see: one struct for each kind of thing, already localised, addresses already relative.
//!
//! `docs/themes.md` lists every field for themers.

pub mod details;
pub mod frame;
mod license;
pub mod lists;
pub mod page;
pub mod pager;
pub mod place;
pub mod structured;
pub mod versions;
