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
    let signals = {
        let _entered = runtime.enter();
        signals()?
    };
    let wait = move || {
        let signal = runtime.block_on(signals);
        // As shells report it.
        unfinished.remove_and(|| std::process::exit(128 + signal));
    };
    std::thread::Builder::new().name("signals".into()).spawn(wait)?;
    Ok(())
}

/// The number of the signal that somebody ends the program with: a keyboard, a service, a terminal that is closed.
#[cfg(unix)]
fn signals() -> io::Result<impl Future<Output = i32> + Send> {
    use tokio::signal::unix::{SignalKind, signal};
    let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
    let [mut key, mut service, mut terminal] = [signal(kinds[0])?, signal(kinds[1])?, signal(kinds[2])?];
    Ok(async move {
        let kind = tokio::select! {
            _ = key.recv() => 0,
            _ = service.recv() => 1,
            _ = terminal.recv() => 2,
        };
        kinds[kind].as_raw_value()
    })
}

#[cfg(not(unix))]
fn signals() -> io::Result<impl Future<Output = i32> + Send> {
    Ok(async {
        _ = tokio::signal::ctrl_c().await;
        2
    })
}
