//! Connections: how many there may be, and for how long. A browser needs a handful; what is idle, slow or does not end is
//! closed, so that no page and no machine can keep others out.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// A browser opens six at a time, and a tab keeps one for events.
const MOST: usize = 256;

/// How long a request may take to say what it wants; a connection that is kept waits as long for the next one.
const REQUEST: Duration = Duration::from_secs(15);

/// How long a connection lasts, whatever it does: browsers open another, for events, too.
const WHOLE: Duration = Duration::from_secs(10 * 60);

/// Answers until the listener fails.
pub(super) async fn serve(listener: TcpListener, router: Router) -> io::Result<()> {
    let free = Arc::new(Semaphore::new(MOST));
    loop {
        // Further ones wait in the system's queue until one of these is closed.
        let Ok(place) = free.clone().acquire_owned().await else { return Ok(()) };
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            // Somebody hung up, or too many files are open for a moment.
            Err(_) => {
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let service = TowerToHyperService::new(router.clone());
        let answer = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(REQUEST)
            .serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move {
            _ = tokio::time::timeout(WHOLE, answer).await;
            drop(place);
        });
    }
}
