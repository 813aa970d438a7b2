//! XLIFF 2.x.

mod read;
mod write;

pub(super) use read::read;
pub(crate) use write::write;
