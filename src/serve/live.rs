//! What `serve` adds to the site: the script that follows changes, the events it listens to, and pages of its own.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::response::sse::Event;
use futures_core::Stream;
use tokio::sync::watch::Receiver;

use super::current::{Current, State};
use super::styles;
use crate::model::html::escape;
use crate::model::output::Content;
use crate::model::overview::Standing;
use crate::model::url::SitePath;
use crate::report::{self, Talk};

/// The script.
pub(super) const SCRIPT: &str = include_str!("live.js");
/// Where it is.
pub(super) const SCRIPT_PATH: &str = "/__bruecke/live.js";
/// The style sheet of everything that is not the site's.
pub(super) const STYLE: &str = include_str!("live.css");
/// Where it is.
pub(super) const STYLE_PATH: &str = "/__bruecke/live.css";
/// Where the events are.
pub(super) const EVENTS_PATH: &str = "/__bruecke/events";

/// What the script is told of its page.
pub(super) struct Told<'t> {
    /// The version the page belongs to: should the site be built again before the script listens, it learns so.
    pub version: &'t str,
    /// What is to be shown with the page, and in which language that is.
    pub badge: Option<(String, &'static str)>,
}

/// The page with the script at its end.
pub(super) fn with_script(page: &[u8], told: &Told<'_>) -> Vec<u8> {
    let badge = told
        .badge
        .as_ref()
        .map_or(String::new(), |(text, lang)| format!(" data-badge=\"{}\" data-lang=\"{lang}\"", escaped(text)));
    let tag = format!("<script src=\"{SCRIPT_PATH}\" data-version=\"{}\"{badge}></script>\n", told.version);
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(page.len());
    [&page[..at], tag.as_bytes(), &page[at..]].concat()
}

/// Who may see a page, where that is not everybody.
pub(super) fn badge(talk: &Talk, state: &State, path: &str) -> Option<(String, &'static str)> {
    let text = match state.row(path)?.standing {
        Standing::Public => return None,
        Standing::Draft => talk.say("badge-draft", &[]),
        Standing::Embargoed(until) => talk.say("badge-embargo", &[("time", time(state, until))]),
    };
    Some((text, talk.lang))
}

/// An instant in the site's zone.
pub(super) fn time(state: &State, at: jiff::Timestamp) -> String {
    let zone = state.built.as_ref().map_or(jiff::tz::TimeZone::UTC, |built| built.timezone());
    at.to_zoned_datetime(zone).strftime("%Y-%m-%d %H:%M %Z").to_string()
}

/// What is shown while there is no good version.
pub(super) fn error_page(talk: &Talk, state: &State, told: &Told<'_>) -> Vec<u8> {
    let report = format!("<div data-bruecke-report>{}</div>", report::html(talk, &state.errors()));
    page(talk.lang, &talk.say("serve-none", &[]), &report, told)
}

/// What is shown where the site has nothing.
pub(super) fn not_found(lang: &str, path: &str, told: &Told<'_>) -> Vec<u8> {
    page(lang, "404", &format!("<p><code>{}</code></p>\n<p><a href=\"/\">/</a></p>", escaped(path)), told)
}

/// A page that is not the site's.
pub(super) fn page(lang: &str, title: &str, body: &str, told: &Told<'_>) -> Vec<u8> {
    let title = escaped(title);
    let page = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    );
    with_script(page.as_bytes(), told)
}

/// A text as HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

/// Who listens.
pub(super) struct Listener {
    /// The page, below the site's path; `None` for one that is not the site's.
    pub page: Option<SitePath>,
    /// The version that it shows.
    pub version: Option<String>,
    /// The languages that its reader wants.
    pub accept_language: Option<String>,
}

/// The events of one open page: how things are now, then every change. A page that is slow misses the steps between,
/// never the last one.
pub(super) struct Events {
    current: Arc<Current>,
    listener: Listener,
    /// What the page shows.
    shown: Option<Content>,
    next: Next,
}

type Next = Pin<Box<dyn Future<Output = Option<Receiver<()>>> + Send>>;

impl Events {
    /// Begins with the state of now.
    pub(super) fn of(current: Arc<Current>, listener: Listener) -> Self {
        let mut changes = current.changed.subscribe();
        changes.mark_changed();
        if let Some(page) = &listener.page {
            current.look(page);
        }
        let shown = file(&current.state(), listener.page.as_ref());
        Self { current, listener, shown, next: next(changes) }
    }

    /// `errors` with what is wrong; `fine` where the page shows what it should; `styles` with the style sheets to exchange;
    /// else `reload`. Each but the first names the version.
    fn event(&mut self) -> Event {
        let state = self.current.state();
        if state.has_errors() {
            let talk = self.current.voices.wanted(self.listener.accept_language.as_deref());
            let title = talk.say(if state.is_empty() { "serve-none" } else { "serve-errors" }, &[]);
            let (html, hide) = (report::html(talk, &state.errors()), talk.say("serve-hide", &[]));
            let data = serde_json::json!({ "title": title, "html": html, "hide": hide, "lang": talk.lang });
            return Event::default().event("errors").data(data.to_string());
        }
        let version = self.current.version(&state);
        let stale = self.listener.version.take().is_some_and(|shown| shown != version);
        let now = file(&state, self.listener.page.as_ref());
        let (Some(shown), Some(now), false) = (&self.shown, &now, stale) else {
            return Event::default().event("reload").data(version);
        };
        let text = |content: &Content| content.read().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let (Ok(before), Ok(after)) = (text(shown), text(now)) else {
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
            self.current.leave(page);
        }
    }
}

fn file(state: &State, page: Option<&SitePath>) -> Option<Content> {
    state.file(&page?.output_file())
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
        let told = Told { version: "v", badge: Some(("<Entwurf>".into(), "de")) };
        let page = with_script(b"<body><pre></body></pre></BODY></html>", &told);
        let text = String::from_utf8(page).unwrap();
        assert!(
            text.ends_with(
                "data-version=\"v\" data-badge=\"&lt;Entwurf&gt;\" data-lang=\"de\"></script>\n</BODY></html>"
            ),
            "{text}"
        );
        assert!(with_script(b"no end", &told).starts_with(b"no end<script"));
    }
}
