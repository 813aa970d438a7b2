//! A panic is a bug of ours. In one page, picture or card it becomes the diagnostic `internal-error`, which names the file
//! and asks for a report, so that everything else is still checked.

use std::cell::RefCell;
use std::fmt;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

use crate::diagnostic::{Code, Diagnostic};

/// What panicked, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Panicked {
    file: String,
    reason: String,
}

impl fmt::Display for Panicked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "internal error with {}: {}", self.file, self.reason)
    }
}

impl std::error::Error for Panicked {}

impl From<Panicked> for Diagnostic {
    fn from(panicked: Panicked) -> Self {
        Diagnostic::new(Code::InternalError).with("file", panicked.file).with("reason", panicked.reason)
    }
}

thread_local! {
    /// On a thread that catches panics: why the last one happened.
    static REASON: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does `work` on a file, as messages name it. The standard text of a panic is not printed.
pub(crate) fn catch<T>(file: &str, work: impl FnOnce() -> T) -> Result<T, Panicked> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let standard = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let caught = REASON.with_borrow_mut(|reason| {
                let is_caught = reason.is_some();
                *reason = is_caught.then(|| describe(info));
                is_caught
            });
            if !caught {
                standard(info);
            }
        }));
    });
    let outer = REASON.replace(Some(String::new()));
    // Nothing that the work may have left half-done is looked at again: it is given up as a whole.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    let reason = REASON.replace(outer).unwrap_or_default();
    done.map_err(|_| Panicked { file: file.to_string(), reason })
}

fn describe(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let text = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
    let place = info.location().map(|at| format!(" ({}:{})", at.file(), at.line()));
    text.unwrap_or("panic").to_string() + &place.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Panicked, catch};
    use crate::diagnostic::Diagnostic;

    #[test]
    fn what_panics_is_named_with_its_reason_and_the_rest_goes_on() {
        let caught = catch("content/a.md", || -> i32 { panic!("number {}", 7) });
        let Err(Panicked { file, reason }) = caught else { panic!("not caught") };
        assert_eq!(file, "content/a.md");
        assert!(reason.starts_with("number 7 (src/panics.rs:"), "{reason}");
        assert_eq!(catch("b", || 1), Ok(1));
        let inner = catch("outer", || catch("inner", || -> i32 { panic!("in") }));
        let found = Diagnostic::from(inner.unwrap().unwrap_err());
        assert_eq!((found.code.id(), found.args[0].1.to_string()), ("internal-error", "inner".to_string()));
    }
}
