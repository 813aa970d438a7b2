//! Signals that end the program: what it has begun on the disk is removed first.

use std::io;

use tokio::runtime::Builder;

use crate::write::Unfinished;

/// Waits for a signal from now on, beside everything else. Where the system refuses, a signal ends the program at once, and
/// the next build removes what it left.
pub(super) fn clean_up(unfinished: Unfinished) {
    _ = wait(unfinished);
}

fn wait(unfinished: Unfinished) -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_io().build()?;
    // Heard from now on, and not only when the thread has begun.
    let mut signals = {
        let _entered = runtime.enter();
        Signals::new()?
    };
    let wait = move || {
        let signal = runtime.block_on(signals.next());
        // As shells report it.
        unfinished.remove_and(|| std::process::exit(128 + signal));
    };
    std::thread::Builder::new().name("signals".into()).spawn(wait)?;
    Ok(())
}

/// What somebody ends the program with: a keyboard, a service, a terminal that is closed.
#[cfg(unix)]
struct Signals([(tokio::signal::unix::SignalKind, tokio::signal::unix::Signal); 3]);

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let heard = |kind| signal(kind).map(|signal| (kind, signal));
        Ok(Self([heard(SignalKind::interrupt())?, heard(SignalKind::terminate())?, heard(SignalKind::hangup())?]))
    }

    /// The number of the next one.
    async fn next(&mut self) -> i32 {
        let [key, service, terminal] = &mut self.0;
        let kind = tokio::select! {
            _ = key.1.recv() => key.0,
            _ = service.1.recv() => service.0,
            _ = terminal.1.recv() => terminal.0,
        };
        kind.as_raw_value()
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> i32 {
        _ = tokio::signal::ctrl_c().await;
        2
    }
}
