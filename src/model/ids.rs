//! What stands for an entry where the entry itself is not at hand. Apart from [`super::site`], since feeds and cards, which
//! a site holds, name entries too.

/// A page in all languages, by its place in [`Site::entries`](super::site::Site::entries).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EntryId(pub usize);
