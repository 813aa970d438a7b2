//! Requests → files of the last good build. Nothing but what the build made can be reached: every answer is looked up in
//! its list, and other sites that point a name of their own at this machine are turned away by the Host header.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::{Current, live};
use crate::model::output::Content;
use crate::model::url::encode;

const HTML: &str = "text/html; charset=utf-8";

/// Everything `serve` answers, to this machine or, with `lan`, to those of its network too.
pub(super) fn router(current: Arc<Current>, lan: bool) -> Router {
    Router::new()
        .route(live::SCRIPT_PATH, get(([(CONTENT_TYPE, "text/javascript; charset=utf-8")], live::SCRIPT)))
        .route(live::EVENTS_PATH, get(events))
        .fallback(file)
        .layer(from_fn(move |request, next| guard(lan, request, next)))
        .with_state(current)
}

/// Lets only requests through that were meant for this machine and only read.
async fn guard(lan: bool, request: Request, next: Next) -> Response {
    let mut response = if !is_ours(&request, lan) {
        (StatusCode::FORBIDDEN, "403: only for localhost\n").into_response()
    } else if ![Method::GET, Method::HEAD].contains(request.method()) {
        (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response()
    } else {
        next.run(request).await
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Whether every host that the request names is this machine, and there is one.
fn is_ours(request: &Request, lan: bool) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter().peekable();
    let named = hosts.peek().is_some();
    let authority = request.uri().authority().map(|authority| authority.as_str());
    let ours = |host: &str| is_our_host(host, lan);
    named && hosts.all(|host| host.to_str().is_ok_and(ours)) && authority.is_none_or(ours)
}

/// In a network this machine is known by addresses of which it need not know all. A name is never one: other sites can
/// point theirs here, but not an address.
fn is_our_host(host: &str, lan: bool) -> bool {
    let is_port = |port: &str| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    let name = host.rsplit_once(':').filter(|(_, port)| is_port(port)).map_or(host, |(name, _)| name);
    let local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|local| name.eq_ignore_ascii_case(local));
    let address = || name.parse::<std::net::Ipv4Addr>().is_ok_and(|address| !address.is_unspecified());
    local || (lan && address())
}

async fn events(State(current): State<Arc<Current>>) -> impl IntoResponse {
    Sse::new(live::Events::of(current)).keep_alive(KeepAlive::default())
}

/// What stands at an address.
enum Found {
    /// A file, the version it belongs to, and whether it is what was asked for or the page that says it is not there.
    File { name: String, content: Content, version: String, status: StatusCode },
    /// A page whose slash is missing, or the site itself where it does not begin at the root.
    Elsewhere(StatusCode, String),
    /// A page made here.
    Page(StatusCode, Vec<u8>),
}

async fn file(State(current): State<Arc<Current>>, uri: Uri) -> Response {
    match find(&current, &uri) {
        Found::Page(status, page) => (status, [(CONTENT_TYPE, HTML)], page).into_response(),
        Found::Elsewhere(status, to) => (status, [(LOCATION, to)]).into_response(),
        Found::File { name, content, version, status } => {
            // Copies are read from the disk, which may be slow.
            let read = tokio::task::spawn_blocking(move || content.read().map(|bytes| bytes.into_owned())).await;
            let kind = content_type(&name);
            match read {
                Ok(Ok(bytes)) if kind == HTML => {
                    (status, [(CONTENT_TYPE, kind)], live::with_script(&bytes, &version)).into_response()
                }
                Ok(Ok(bytes)) => ([(CONTENT_TYPE, kind)], bytes).into_response(),
                // Removed since; the build that follows says so.
                _ => {
                    let page = live::not_found(current.talk.lang, uri.path(), &version);
                    (StatusCode::NOT_FOUND, [(CONTENT_TYPE, HTML)], page).into_response()
                }
            }
        }
    }
}

fn find(current: &Current, uri: &Uri) -> Found {
    let state = current.state();
    let lang = current.talk.lang;
    let version = current.version(&state);
    if state.version == 0 {
        let title = current.talk.say("serve-none", &[]);
        let page = live::error_page(lang, &title, state.errors.as_deref().unwrap_or_default(), &version);
        return Found::Page(StatusCode::SERVICE_UNAVAILABLE, page);
    }
    let base = decode(&state.base_path).unwrap_or_else(|| "/".into());
    let whole = decode(uri.path());
    let below = whole.as_deref().and_then(|path| path.strip_prefix(base.as_str()));
    let missing = || {
        // The site's own page, as a host gives it: the one of the language that the address begins with, else the one of
        // all. A theme may have none.
        let first = below.and_then(|path| path.split('/').next()).unwrap_or_default();
        let names = [format!("{first}/404.html"), "404.html".to_string()];
        match names.into_iter().find_map(|name| Some((state.files.get(&name)?.clone(), name))) {
            Some((content, name)) => {
                Found::File { name, content, version: version.clone(), status: StatusCode::NOT_FOUND }
            }
            None => Found::Page(StatusCode::NOT_FOUND, live::not_found(lang, uri.path(), &version)),
        }
    };
    if uri.path() == "/" && base != "/" {
        return Found::Elsewhere(StatusCode::FOUND, encode(&base));
    }
    let Some(path) = below else { return missing() };
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
    if let Some(content) = state.files.get(&name) {
        return Found::File { name, content: content.clone(), version, status: StatusCode::OK };
    }
    if state.files.contains_key(&format!("{path}/index.html")) {
        let query = uri.query().map_or(String::new(), |query| format!("?{query}"));
        return Found::Elsewhere(
            StatusCode::PERMANENT_REDIRECT,
            format!("{}/{query}", encode(&format!("{base}{path}"))),
        );
    }
    missing()
}

/// Undoes percent-encoding; `None` for what is not well-formed UTF-8 after it.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, after @ ..] = rest else { return None };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        bytes.push(u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

/// The type a static host would give a file by its name.
fn content_type(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref().unwrap_or_default() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machines_names_are_answered() {
        for local in ["localhost", "LocalHost:3000", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:3000"] {
            assert!(is_our_host(local, false) && is_our_host(local, true), "{local}");
        }
        let foreign =
            ["", "example.org", "localhost.example.org", "localhost:", "localhost:x", "127.0.0.1.nip.io:3000"];
        for foreign in foreign.into_iter().chain(["::1", "[::1]x", "user@localhost", "localhost:1:2", "0.0.0.0"]) {
            assert!(!is_our_host(foreign, false) && !is_our_host(foreign, true), "{foreign}");
        }
        for address in ["192.168.0.7", "192.168.0.7:3000", "10.0.0.1:80"] {
            assert!(is_our_host(address, true) && !is_our_host(address, false), "{address}");
        }
    }

    #[test]
    fn paths_are_decoded_once() {
        assert_eq!(decode("/de/Gr%C3%B6%c3%9fe%201").as_deref(), Some("/de/Größe 1"));
        assert_eq!(decode("/%2525").as_deref(), Some("/%25"));
        for bad in ["/%", "/%4", "/%zz", "/%+1", "/%C3"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
