//! The shipped theme, part of the binary so that the binary alone can build a site.

type Files = &'static [(&'static str, &'static [u8])];

static LEIPZIG: Files = include!(concat!(env!("OUT_DIR"), "/theme.rs"));

/// The files of an embedded theme: paths below the theme's folder, and bytes.
pub(crate) fn theme(name: &str) -> Option<Files> {
    (name == "leipzig").then_some(LEIPZIG)
}
