//! A theme's templates as texts: what they name, and how Tera's errors in them are told. No site is needed for that.

mod calls;
mod messages;
mod tera_error;
mod theme;
mod used_fields;

pub use messages::{check, uses};
pub use tera_error::CallError;
pub use theme::Theme;
pub use used_fields::UsedFields;
