//! What `serve` adds to the site: the script that reloads pages, the events it listens to, and the pages for errors.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::response::sse::Event;
use futures_core::Stream;
use tokio::sync::watch::Receiver;

use super::Current;
use crate::model::html::escape;

/// The script.
pub(super) const SCRIPT: &str = include_str!("live.js");
/// Where it is.
pub(super) const SCRIPT_PATH: &str = "/__bruecke/live.js";
/// Where the events are.
pub(super) const EVENTS_PATH: &str = "/__bruecke/events";

/// The page with the script at its end. `version` is the one the page belongs to: should the site be built again before
/// the script listens, the first event tells it so.
pub(super) fn with_script(page: &[u8], version: &str) -> Vec<u8> {
    let tag = format!("<script src=\"{SCRIPT_PATH}\" data-version=\"{version}\"></script>\n");
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(page.len());
    [&page[..at], tag.as_bytes(), &page[at..]].concat()
}

/// What is shown while there is no good version.
pub(super) fn error_page(lang: &str, title: &str, report: &str, version: &str) -> Vec<u8> {
    let report = format!("<pre tabindex=\"0\" data-bruecke-report>{}</pre>", escaped(report));
    page(lang, title, &report, version)
}

/// What is shown where the site has nothing.
pub(super) fn not_found(lang: &str, path: &str, version: &str) -> Vec<u8> {
    page(lang, "404", &format!("<p><code>{}</code></p>\n<p><a href=\"/\">/</a></p>", escaped(path)), version)
}

fn page(lang: &str, title: &str, body: &str, version: &str) -> Vec<u8> {
    let title = escaped(title);
    let page = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }} \
         body {{ margin: 2rem }} pre {{ overflow-x: auto; font-size: .9rem }}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    );
    with_script(page.as_bytes(), version)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

/// A report without the terminal's colours (CSI sequences, ECMA-48 5.4).
pub(super) fn plain(report: &str) -> String {
    let mut out = String::with_capacity(report.len());
    let mut chars = report.trim_end().chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\u{1b}' {
            out.push(c);
        } else if chars.next_if_eq(&'[').is_some() {
            chars.find(|c| ('@'..='~').contains(c));
        }
    }
    out
}

/// The events of one open page: how things are now, then every change. A page that is slow misses the steps between,
/// never the last one.
pub(super) struct Events {
    current: Arc<Current>,
    next: Next,
}

type Next = Pin<Box<dyn Future<Output = Option<Receiver<()>>> + Send>>;

impl Events {
    /// Begins with the state of now.
    pub(super) fn of(current: Arc<Current>) -> Self {
        let mut changes = current.changed.subscribe();
        changes.mark_changed();
        Self { current, next: next(changes) }
    }
}

fn next(mut changes: Receiver<()>) -> Next {
    Box::pin(async move { changes.changed().await.is_ok().then_some(changes) })
}

impl Stream for Events {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(changes) = ready!(self.next.as_mut().poll(context)) else { return Poll::Ready(None) };
        self.next = next(changes);
        Poll::Ready(Some(Ok(event(&self.current))))
    }
}

/// `reload` with the version to have, or `errors` with the report.
fn event(current: &Current) -> Event {
    let state = current.state();
    let Some(report) = &state.errors else {
        return Event::default().event("reload").data(current.version(&state));
    };
    let title = current.talk.say(if state.version > 0 { "serve-errors" } else { "serve-none" }, &[]);
    let data = serde_json::json!({ "title": title, "report": report, "lang": current.talk.lang });
    Event::default().event("errors").data(data.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_last_end_of_the_body() {
        let page = with_script(b"<body><pre></body></pre></BODY></html>", "v");
        let text = String::from_utf8(page).unwrap();
        assert!(text.ends_with("data-version=\"v\"></script>\n</BODY></html>"), "{text}");
        assert!(with_script(b"no end", "v").starts_with(b"no end<script"));
    }

    #[test]
    fn reports_lose_their_colours_and_are_escaped() {
        assert_eq!(plain("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: x [1]\n\n"), "error: x [1]");
        let page = String::from_utf8(error_page("en", "t", "<script>&", "v")).unwrap();
        assert!(page.contains("&lt;script&gt;&amp;</pre>"), "{page}");
    }
}
