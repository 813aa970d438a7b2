//! Gettext PO; placeholders are tags in the texts: `<1>…</1>`, `<2/>`.

mod read;
mod write;

pub(super) use read::read;
pub(crate) use write::write;
