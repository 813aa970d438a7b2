//! Gettext PO; placeholders are tags in the texts: `<1>…</1>`, `<2/>`.

mod read;
mod write;

pub use read::read;
pub use write::write;
