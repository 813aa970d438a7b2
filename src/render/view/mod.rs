//! What templates see: one struct for each kind of thing, already localised, addresses already relative.
//!
//! `docs/themes.md` lists every field for themers.

pub(super) mod details;
pub(super) mod frame;
mod license;
pub(super) mod lists;
pub(super) mod page;
pub(super) mod pager;
pub(super) mod place;
pub(super) mod structured;
pub(super) mod versions;
