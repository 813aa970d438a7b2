//! A theme's templates as texts: what they name, and how Tera's errors in them are told. No site is needed for that.

mod calls;
mod messages;
mod tera_error;
mod theme;
mod used_fields;

pub(crate) use messages::{check, uses};
pub(super) use tera_error::CallError;
pub(crate) use theme::Theme;
pub(crate) use used_fields::UsedFields;
