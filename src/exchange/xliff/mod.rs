//! XLIFF 2.x.

mod read;
mod write;

pub use read::read;
pub use write::write;
