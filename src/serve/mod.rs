//! `bruecke serve`: the site while it is written. Builds in memory, answers from that, and builds again after a change.
//!
//! Two threads share `Current`: one builds, one answers.

mod connections;
mod content;
mod current;
mod headers;
mod http;
mod live;
mod status;
mod styles;
mod ui_languages;
mod watch;

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use tokio::sync::oneshot;

use crate::diagnostic::{Checked, Failed};
use crate::pipeline::{Changed, Priority, Rebuild};
use crate::report::{Messages, text};
use current::Current;
use ui_languages::UiLanguages;
use watch::Changes;

/// As much as the main thread of most systems has, so that `serve` builds what `build` builds.
const STACK: usize = 8 * 1024 * 1024;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub port: u16,
    /// Whether other machines of the network may look too.
    pub lan: bool,
    pub open: bool,
    /// Whether the language was asked for, so that pages speak it whatever their readers' browsers want.
    pub lang_given: bool,
}

/// Builds the site with `build`, shows it on this machine and follows changes below `root` until Ctrl-C.
pub(crate) fn run(
    root: &Path,
    options: Options,
    messages: Arc<Messages>,
    mut build: impl FnMut(&Changed, Option<Priority<'_>>) -> Checked<Option<Rebuild>> + Send + 'static,
) -> Result<()> {
    let listener = listen(options)?;
    let port = listener.local_addr()?.port();
    // Before the first build, so that what is saved while it runs is not missed.
    let changes = Changes::of(root, messages.clone())?;
    let current = Arc::new(Current::new(UiLanguages::new(messages.clone(), options.lang_given)));
    current.rebuild(&mut build, &Changed::Anything);
    let base_path = current.shown().base_path().to_string();
    let at = |address: IpAddr, path: &str| format!("http://{}{path}", SocketAddr::from((address, port)));
    let local = IpAddr::from(Ipv4Addr::LOCALHOST);
    let url = at(local, &base_path);
    outln!("{}", messages.format("serving", &[text("url", &url)]));
    if let Some(address) = network_address().filter(|_| options.lan) {
        outln!("{}", messages.format("serving-lan", &[text("url", at(address, &base_path))]));
    }
    outln!("{}", messages.format("serving-status", &[text("url", at(local, status::PATH))]));
    // Whoever has no browser there still has the address.
    if options.open && open::that_detached(&url).is_err() {
        errln!("{}", messages.format("no-browser", &[text("url", url)]));
    }
    let ended = follow(current.clone(), changes, build)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let done = runtime.block_on(answer(listener, http::router(current, options.lan), ended));
    // Open event streams and slow reads must not hold the program back.
    runtime.shutdown_background();
    done
}

fn listen(options: Options) -> Result<TcpListener> {
    let at = SocketAddr::from((if options.lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST }, options.port));
    let listener = TcpListener::bind(at).with_context(|| Failed::new("cannot-listen", at))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// This machine's address in its network, as its routes tell; nothing is sent.
fn network_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address for documentation (RFC 5737), to which nothing leads but the usual route.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip()).filter(|address| !address.is_unspecified() && !address.is_loopback())
}

/// Builds again after every change, in a thread of its own. The receiver fires when that thread is gone.
fn follow(
    current: Arc<Current>,
    mut changes: Changes,
    mut build: impl FnMut(&Changed, Option<Priority<'_>>) -> Checked<Option<Rebuild>> + Send + 'static,
) -> Result<oneshot::Receiver<()>> {
    let (alive, ended) = oneshot::channel();
    let work = move || {
        // Dropped when the thread ends, a panic included.
        let _alive: oneshot::Sender<()> = alive;
        while let Some(changed) = changes.wait() {
            current.rebuild(&mut build, &changed);
        }
    };
    std::thread::Builder::new().name("build".into()).stack_size(STACK).spawn(work)?;
    Ok(ended)
}

async fn answer(listener: TcpListener, router: axum::Router, ended: oneshot::Receiver<()>) -> Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    tokio::select! {
        done = connections::serve(listener, router) => done.context(Failed::new("cannot-answer", "")),
        done = tokio::signal::ctrl_c() => done.context(Failed::new("cannot-wait", "")),
        // Better to stop than to show a site that no longer follows its files.
        _ = ended => bail!(Failed::new("cannot-follow", "")),
    }
}
