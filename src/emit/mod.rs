//! Outputs beside the pages: each emitter is one file and one line in `pipeline`.

pub mod assets;
pub mod atom;
pub mod json_feed;
pub mod media;
pub mod styles;

/// An instant as feeds write it (RFC 3339), with the offset of its zone.
fn stamp(at: &jiff::ZonedDateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
