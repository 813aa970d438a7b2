//! What could not be done on the disk or the network, as a message of the program.

use std::fmt::{Display, Formatter};

/// The context of an error of the system: the message that says what failed, and the path or address that it was about.
#[derive(Debug)]
pub(crate) struct Failed {
    pub message: &'static str,
    pub what: String,
}

impl Failed {
    pub(crate) fn new(message: &'static str, what: impl Display) -> Self {
        Self { message, what: what.to_string() }
    }
}

impl Display for Failed {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.message, self.what)
    }
}

impl std::error::Error for Failed {}
