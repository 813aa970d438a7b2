//! Outputs beside the pages: each emitter is one file and one line in `pipeline`.

pub mod assets;
pub mod calendar;
pub mod media;
pub mod styles;
