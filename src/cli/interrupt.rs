//! Signals that end the program: what it has begun on the disk is removed first.

use crate::write::Unfinished;

/// Waits for a signal from now on, beside everything else. Where the system refuses, a signal ends the program at once, and
/// the next build removes what it left.
pub(super) fn clean_up(unfinished: Unfinished) {
    let wait = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
        if let Some(signal) = runtime.ok().and_then(|runtime| runtime.block_on(ending()).ok()) {
            // As shells report it.
            unfinished.remove_and(|| std::process::exit(128 + signal));
        }
    };
    _ = std::thread::Builder::new().name("signals".into()).spawn(wait);
}

/// The number of the signal that somebody ends the program with: a keyboard, a terminal that is closed, a service.
#[cfg(unix)]
async fn ending() -> std::io::Result<i32> {
    use tokio::signal::unix::{SignalKind, signal};
    let (interrupt, terminate, hangup) = (SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup());
    let (mut by_key, mut by_service, mut by_terminal) = (signal(interrupt)?, signal(terminate)?, signal(hangup)?);
    let kind = tokio::select! {
        _ = by_key.recv() => interrupt,
        _ = by_service.recv() => terminate,
        _ = by_terminal.recv() => hangup,
    };
    Ok(kind.as_raw_value())
}

#[cfg(not(unix))]
async fn ending() -> std::io::Result<i32> {
    tokio::signal::ctrl_c().await?;
    Ok(2)
}
