//! Requests → files of the last good build. Nothing but what the build made can be reached: every answer is looked up in
//! its list, and other sites that point a name of their own at this machine are turned away by the Host header.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, LOCATION,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;

use super::current::{Current, Shown};
use super::live::{self, Events, Listener, Script};
use super::{content, headers, status};
use crate::model::url::encode;
use crate::model::{Content, EDITOR_FOLDER, SitePath};
use crate::report::Messages;

const HTML: &str = "text/html; charset=utf-8";

/// Everything `serve` answers, to this machine or, with `lan`, to those of its network too.
pub(super) fn router(current: Arc<Current>, lan: bool) -> Router {
    Router::new()
        .route(live::SCRIPT_PATH, get(([(CONTENT_TYPE, "text/javascript; charset=utf-8")], live::SCRIPT)))
        .route(live::STYLE_PATH, get(([(CONTENT_TYPE, "text/css; charset=utf-8")], live::STYLE)))
        .route(live::EVENTS_PATH, get(events))
        .route(status::PATH, get(status))
        .fallback(file)
        .layer(from_fn(move |request, next| guard(lan, request, next)))
        .with_state(current)
}

/// Lets only requests through that were meant for this machine and only read.
async fn guard(lan: bool, request: Request, next: Next) -> Response {
    let mut response = if !is_ours(&request, lan) || is_of_another_site(request.headers()) {
        (StatusCode::FORBIDDEN, "403: only for localhost\n").into_response()
    } else if ![Method::GET, Method::HEAD].contains(request.method()) {
        (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response()
    } else {
        next.run(request).await
    };
    // What is kept is asked for again each time: the site changes while one looks.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers::add(response.headers_mut());
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

/// Whether a page of another site asks for it, and not a reader who follows a link (Fetch Metadata, W3C). Old browsers do
/// not say; what they may read, `Cross-Origin-Resource-Policy` decides.
fn is_of_another_site(headers: &HeaderMap) -> bool {
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_foreign = matches!(value("sec-fetch-site"), "cross-site" | "same-site");
    // Into a frame is no navigation of a reader.
    let navigates = value("sec-fetch-mode") == "navigate" && matches!(value("sec-fetch-dest"), "document" | "");
    is_foreign && !navigates
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

fn accept_language(headers: &HeaderMap) -> Option<&str> {
    headers.get(ACCEPT_LANGUAGE)?.to_str().ok()
}

async fn events(
    State(current): State<Arc<Current>>,
    Query(query): Query<BTreeMap<String, String>>,
    headers: HeaderMap,
) -> impl IntoResponse {
    let page = query.get("page").and_then(|path| site_path(&current, path));
    let version = query.get("version").cloned();
    let accept_language = accept_language(&headers).map(str::to_string);
    Sse::new(Events::of(current, Listener { page, version, accept_language })).keep_alive(KeepAlive::default())
}

fn site_path(current: &Current, path: &str) -> Option<SitePath> {
    let (shown, path) = (current.shown(), decode(path)?);
    let below = path.strip_prefix(decode(&shown.base_path())?.as_str())?;
    let segments: Vec<&str> = below.split('/').filter(|segment| !segment.is_empty()).collect();
    if below.is_empty() {
        return Some(SitePath::root());
    }
    if below.ends_with('/') { SitePath::page(&segments) } else { SitePath::file(below) }
}

async fn status(State(current): State<Arc<Current>>, headers: HeaderMap) -> Response {
    let shown = current.shown();
    let page = status::page(current.languages.wanted(accept_language(&headers)), &shown, current.version(&shown));
    ([(CONTENT_TYPE, HTML)], page).into_response()
}

enum Found {
    File(File),
    /// A page whose slash is missing, or the site itself where it does not begin at the root.
    Redirect(StatusCode, String),
    Page(StatusCode, Vec<u8>),
}

/// A file of the site, whether it is what was asked for or the page that says it is not there.
struct File {
    name: String,
    content: Content,
    script: Script,
    status: StatusCode,
}

async fn file(State(current): State<Arc<Current>>, uri: Uri, headers: HeaderMap) -> Response {
    // Copies are read from the disk, and the search index may have to be made: that may be slow.
    let answer = tokio::task::spawn_blocking(move || answer(&current, &uri, &headers)).await;
    answer.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(current: &Current, uri: &Uri, wanted: &HeaderMap) -> Response {
    let messages = current.languages.wanted(accept_language(wanted));
    let file = match find(current, messages, uri) {
        Found::Page(status, page) => return (status, [(CONTENT_TYPE, HTML)], page).into_response(),
        Found::Redirect(status, to) => return (status, [(LOCATION, to)]).into_response(),
        Found::File(file) => file,
    };
    let kind = content_type(&file.name);
    if let Content::CopyOf(path) = &file.content
        && kind != HTML
        && let Ok(answer) = content::of_file(wanted, kind, path)
    {
        return answer;
    }
    let Ok(bytes) = file.content.read() else {
        // Removed since; the build that follows says so.
        let page = live::not_found(messages.lang, uri.path(), &file.script);
        return (StatusCode::NOT_FOUND, [(CONTENT_TYPE, HTML)], page).into_response();
    };
    // Who writes in the editor must not lose it because the site was built again.
    if file.name.starts_with(EDITOR_FOLDER) {
        let policy = [(CONTENT_SECURITY_POLICY, headers::EDITOR_POLICY)];
        return (policy, content::part(wanted, kind, bytes.into_owned())).into_response();
    }
    match file.status {
        _ if kind != HTML => content::part(wanted, kind, bytes.into_owned()),
        StatusCode::OK => content::whole(wanted, kind, live::with_script(&bytes, &file.script)),
        status => (status, [(CONTENT_TYPE, kind)], live::with_script(&bytes, &file.script)).into_response(),
    }
}

fn find(current: &Current, messages: &Messages, uri: &Uri) -> Found {
    let shown = &*current.shown();
    Lookup { messages, uri, shown, version: current.version(shown) }.find()
}

/// What is asked for, and what there is.
struct Lookup<'a> {
    messages: &'a Messages,
    uri: &'a Uri,
    shown: &'a Shown,
    version: String,
}

impl Lookup<'_> {
    fn find(self) -> Found {
        let Self { messages, uri, shown, .. } = self;
        let script = self.script();
        if shown.is_empty() {
            return Found::Page(StatusCode::SERVICE_UNAVAILABLE, live::error_page(messages, shown, &script));
        }
        let base = decode(&shown.base_path()).unwrap_or_else(|| "/".into());
        if uri.path() == "/" && base != "/" {
            return Found::Redirect(StatusCode::FOUND, encode(&base));
        }
        let whole = decode(uri.path());
        let Some(path) = whole.as_deref().and_then(|path| path.strip_prefix(base.as_str())) else {
            return self.missing("");
        };
        let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
        if let Some(content) = shown.file(&name) {
            let badge = live::badge(messages, shown, path);
            return Found::File(File { name, content, script: Script { badge, ..script }, status: StatusCode::OK });
        }
        if shown.file(&format!("{path}/index.html")).is_some() {
            let query = uri.query().map_or(String::new(), |query| format!("?{query}"));
            let to = format!("{}/{query}", encode(&format!("{base}{path}")));
            return Found::Redirect(StatusCode::PERMANENT_REDIRECT, to);
        }
        self.missing(path)
    }

    /// The site's own page for what is not there, as a host gives it: the one of the language that the address begins
    /// with, else the one of all. A theme may have none.
    fn missing(&self, path: &str) -> Found {
        let (status, script) = (StatusCode::NOT_FOUND, self.script());
        let names = [format!("{}/404.html", path.split('/').next().unwrap_or_default()), "404.html".to_string()];
        match names.into_iter().find_map(|name| Some((self.shown.file(&name)?, name))) {
            Some((content, name)) => Found::File(File { name, content, script, status }),
            None => Found::Page(status, live::not_found(self.messages.lang, self.uri.path(), &script)),
        }
    }

    fn script(&self) -> Script {
        Script { version: self.version.clone(), badge: None }
    }
}

/// Undoes percent-encoding; `None` for what is not UTF-8 after it.
fn decode(path: &str) -> Option<String> {
    percent_decode_str(path).decode_utf8().ok().map(Cow::into_owned)
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
        assert_eq!(decode("/%C3"), None);
        // What is no encoding stands for itself.
        assert_eq!(decode("/%zz%").as_deref(), Some("/%zz%"));
    }
}
