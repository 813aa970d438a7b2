//! XML 1.0: one writer and one reader. Nothing here knows what the documents mean.

mod tree;
mod writer;

pub(crate) use tree::{Element, Node, read};
pub(crate) use writer::{Attribute, Writer, is_forbidden};
