//! What `serve` adds to the site: the script that follows changes, the events it listens to, and pages of its own.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::response::sse::Event;
use futures_core::Stream;
use tokio::sync::watch::Receiver;

use super::current::{Current, Shown};
use super::styles;
use crate::model::{Content, SitePath, Visibility, escaped};
use crate::report::{self, Messages, text};

pub(super) const SCRIPT: &str = include_str!("live.js");
pub(super) const SCRIPT_PATH: &str = "/__bruecke/live.js";
/// The style sheet of everything that is not the site's.
pub(super) const STYLE: &str = include_str!("live.css");
pub(super) const STYLE_PATH: &str = "/__bruecke/live.css";
pub(super) const EVENTS_PATH: &str = "/__bruecke/events";

/// What the script knows of its page.
pub(super) struct Script {
    /// The version the page belongs to: should the site be built again before the script listens, it learns so.
    pub version: String,
    pub badge: Option<(String, &'static str)>,
}

pub(super) fn with_script(page: &[u8], script: &Script) -> Vec<u8> {
    let badge = script
        .badge
        .as_ref()
        .map_or(String::new(), |(text, lang)| format!(" data-badge=\"{}\" data-lang=\"{lang}\"", escaped(text)));
    let tag = format!("<script src=\"{SCRIPT_PATH}\" data-version=\"{}\"{badge}></script>\n", script.version);
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(page.len());
    [&page[..at], tag.as_bytes(), &page[at..]].concat()
}

/// Who may see a page, where that is not everybody.
pub(super) fn badge(messages: &Messages, shown: &Shown, path: &str) -> Option<(String, &'static str)> {
    let text = match shown.row(path)?.visibility {
        Visibility::Public => return None,
        Visibility::Draft => messages.get("badge-draft"),
        Visibility::Embargoed(until) => messages.format("badge-embargo", &[text("time", time(shown, until))]),
    };
    Some((text, messages.lang))
}

pub(super) fn time(shown: &Shown, at: jiff::Timestamp) -> String {
    let zone = shown.built.as_ref().map_or(jiff::tz::TimeZone::UTC, |built| built.timezone());
    at.to_zoned_datetime(zone).strftime("%Y-%m-%d %H:%M %Z").to_string()
}

pub(super) fn error_page(messages: &Messages, shown: &Shown, script: &Script) -> Vec<u8> {
    let report = format!("<div data-bruecke-report>{}</div>", report::html(messages, &shown.errors()));
    page(messages.lang, &messages.get("serve-none"), &report, script)
}

pub(super) fn not_found(lang: &str, path: &str, script: &Script) -> Vec<u8> {
    page(lang, "404", &format!("<p><code>{}</code></p>\n<p><a href=\"/\">/</a></p>", escaped(path)), script)
}

/// A page that is not the site's.
pub(super) fn page(lang: &str, title: &str, body: &str, script: &Script) -> Vec<u8> {
    let title = escaped(title);
    let page = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    );
    with_script(page.as_bytes(), script)
}

pub(super) struct Listener {
    /// The page, below the site's path; `None` for one that is not the site's.
    pub page: Option<SitePath>,
    pub version: Option<String>,
    pub accept_language: Option<String>,
}

/// The events of one open page: how things are now, then every change. A page that is slow misses the steps between,
/// never the last one.
pub(super) struct Events {
    current: Arc<Current>,
    listener: Listener,
    shown: Option<Content>,
    next: Next,
}

type Next = Pin<Box<dyn Future<Output = Option<Receiver<()>>> + Send>>;

impl Events {
    pub(super) fn of(current: Arc<Current>, listener: Listener) -> Self {
        let mut changes = current.changed.subscribe();
        changes.mark_changed();
        if let Some(page) = &listener.page {
            current.open(page);
        }
        let shown = file(&current.shown(), listener.page.as_ref());
        Self { current, listener, shown, next: next(changes) }
    }

    /// `errors` with what is wrong; `fine` where the page shows what it should; `styles` with the style sheets to exchange;
    /// else `reload`. Each but the first names the version.
    fn event(&mut self) -> Event {
        let shown = self.current.shown();
        if shown.has_errors() {
            let messages = self.current.languages.wanted(self.listener.accept_language.as_deref());
            let title = messages.get(if shown.is_empty() { "serve-none" } else { "serve-errors" });
            let (html, hide) = (report::html(messages, &shown.errors()), messages.get("serve-hide"));
            let data = serde_json::json!({ "title": title, "html": html, "hide": hide, "lang": messages.lang });
            return Event::default().event("errors").data(data.to_string());
        }
        let version = self.current.version(&shown);
        let stale = self.listener.version.take().is_some_and(|known| known != version);
        let now = file(&shown, self.listener.page.as_ref());
        let (Some(before), Some(now), false) = (&self.shown, &now, stale) else {
            return Event::default().event("reload").data(version);
        };
        let text = |content: &Content| content.read().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let (Ok(before), Ok(after)) = (text(before), text(now)) else {
            return Event::default().event("reload").data(version);
        };
        match styles::swapped(&before, &after) {
            Some(swaps) if swaps.is_empty() => Event::default().event("fine").data(version),
            Some(swaps) => {
                let data = serde_json::json!({ "version": version, "swaps": swaps });
                self.shown = Some(now.clone());
                Event::default().event("styles").data(data.to_string())
            }
            None => Event::default().event("reload").data(version),
        }
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        if let Some(page) = &self.listener.page {
            self.current.close(page);
        }
    }
}

fn file(shown: &Shown, page: Option<&SitePath>) -> Option<Content> {
    shown.file(&page?.output_file())
}

fn next(mut changes: Receiver<()>) -> Next {
    Box::pin(async move { changes.changed().await.is_ok().then_some(changes) })
}

impl Stream for Events {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(changes) = ready!(self.next.as_mut().poll(context)) else { return Poll::Ready(None) };
        self.next = next(changes);
        Poll::Ready(Some(Ok(self.event())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_last_end_of_the_body() {
        let script = Script { version: "v".into(), badge: Some(("<Entwurf>".into(), "de")) };
        let page = with_script(b"<body><pre></body></pre></BODY></html>", &script);
        let text = String::from_utf8(page).unwrap();
        assert!(
            text.ends_with(
                "data-version=\"v\" data-badge=\"&lt;Entwurf&gt;\" data-lang=\"de\"></script>\n</BODY></html>"
            ),
            "{text}"
        );
        assert!(with_script(b"no end", &script).starts_with(b"no end<script"));
    }
}
