//! A page's file while its template is rendered. A loop in a template may write for ever, so there is an end to what is taken.

use std::io::{Error, Result, Write};

/// The largest page: 32 MB of HTML are some thousand screens, and no browser shows them in a useful time.
pub(super) const MOST_MEGABYTES: usize = 32;

pub(super) struct PageFile {
    pub html: Vec<u8>,
    /// Whether more was to be written than there may be.
    pub is_full: bool,
}

impl PageFile {
    /// An empty one that has room for so many bytes.
    pub(super) fn new(capacity: usize) -> Self {
        Self { html: Vec::with_capacity(capacity), is_full: false }
    }
}

impl Write for PageFile {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        if self.html.len() + bytes.len() > MOST_MEGABYTES * 1_000_000 {
            self.is_full = true;
            return Err(Error::other("the page is full"));
        }
        self.html.write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
