//! Printing. A reader that has gone, such as `head`, is no mistake and no reason to stop: the files are still to be written.
//! The standard library's macros panic then.

use std::fmt::Arguments;
use std::io::Write;

/// Prints to stdout what was asked for.
macro_rules! out {
    ($($text:tt)*) => { $crate::print::to_stdout(format_args!($($text)*)) };
}

/// The same with the end of a line.
macro_rules! outln {
    ($($text:tt)*) => { $crate::print::to_stdout(format_args!("{}\n", format_args!($($text)*))) };
}

/// Prints to stderr what is said beside it.
macro_rules! err {
    ($($text:tt)*) => { $crate::print::to_stderr(format_args!($($text)*)) };
}

/// The same with the end of a line.
macro_rules! errln {
    ($($text:tt)*) => { $crate::print::to_stderr(format_args!("{}\n", format_args!($($text)*))) };
}

pub(crate) fn to_stdout(text: Arguments<'_>) {
    let mut out = std::io::stdout().lock();
    _ = out.write_fmt(text).and_then(|()| out.flush());
}

pub(crate) fn to_stderr(text: Arguments<'_>) {
    _ = std::io::stderr().lock().write_fmt(text);
}
