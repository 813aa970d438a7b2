//! `bruecke serve` as a browser and an editor see it: the real program, HTTP over a plain socket, files saved on disk.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support;

/// No test waits longer for anything.
const DEADLINE: Duration = Duration::from_secs(20);
/// Pings of the event stream come more often than a socket's own timeout, so the time is kept here.
fn left(started: Instant) -> Duration {
    let left = DEADLINE.saturating_sub(started.elapsed());
    assert!(!left.is_zero(), "nothing came in time");
    left
}

const SITE: &str = "languages: [de, en]\ntheme: leipzig\nmenus: {main: [], footer: [], legal: []}\n";
const BROKEN: &str = "---\ntitle: Start\nnonsense: <b>\n---\nText\n";

/// A small site in a folder that goes away.
fn site() -> TempDir {
    let folder = TempDir::new().unwrap();
    save(&folder, "site.yaml", &format!("base_url: https://example.org/\n{SITE}"));
    for lang in ["de", "en"] {
        save(&folder, &format!("locales/{lang}/site.ftl"), "site-title = Probe\n");
        save(&folder, &format!("content/_index.{lang}.md"), "---\ntitle: Start\n---\nErste Fassung\n");
    }
    save(&folder, "content/about.de.md", "---\ntitle: Über uns\n---\nText\n");
    folder
}

/// Writes a file as editors do: beside, then renamed.
fn save(folder: &TempDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let beside = path.with_file_name(".beside");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path).unwrap();
}

/// The running program; it ends with the test.
struct Serve {
    child: Child,
    port: u16,
    /// What it prints, read so that it does not fill the pipe.
    lines: Receiver<String>,
}

impl Drop for Serve {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

fn command(root: &Path, port: u16) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bruecke"));
    command.args(["serve", "--lang", "en", "--port", &port.to_string(), "--root"]).arg(root);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

fn serve(folder: &TempDir) -> Serve {
    started(command(folder.path(), 0))
}

fn started(mut command: Command) -> Serve {
    let mut child = command.spawn().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in stdout.lines().map_while(Result::ok) {
            _ = sender.send(line);
        }
    });
    let mut serve = Serve { child, port: 0, lines };
    let started = Instant::now();
    while serve.port == 0 {
        let line = serve.lines.recv_timeout(left(started)).expect("the program prints its address");
        let port = line.split_once("http://127.0.0.1:").and_then(|(_, rest)| rest.split_once('/'));
        serve.port = port.map_or(0, |(port, _)| port.parse().unwrap());
    }
    serve
}

/// The head, status line included, and the body of an answer.
struct Answer {
    head: String,
    body: String,
}

impl Answer {
    fn is(&self, status: u16) -> bool {
        self.head.starts_with(&format!("HTTP/1.1 {status} "))
    }

    fn has(&self, header: &str) -> bool {
        self.head.lines().any(|line| line.eq_ignore_ascii_case(header))
    }
}

impl Serve {
    fn open(&self, request: &str, headers: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        write!(stream, "{request} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n").unwrap();
        stream
    }

    fn ask(&self, request: &str, headers: &str) -> Answer {
        let mut bytes = Vec::new();
        self.open(request, headers).read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").expect("an answer");
        Answer { head: head.into(), body: body.into() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), &format!("Host: localhost:{}\r\n", self.port))
    }

    /// Asks again with each event until the answer is as it should be.
    fn until(&self, path: &str, right: impl Fn(&Answer) -> bool) -> Answer {
        let (started, mut events) = (Instant::now(), self.events());
        loop {
            let answer = self.get(path);
            if right(&answer) {
                return answer;
            }
            events.next(started);
        }
    }

    fn events(&self) -> Events {
        self.events_of("")
    }

    /// The events of one page.
    fn events_of(&self, query: &str) -> Events {
        let request = format!("GET /__bruecke/events?{query}");
        Events { stream: self.open(&request, "Host: 127.0.0.1\r\n"), seen: String::new() }
    }
}

/// An open event stream.
struct Events {
    stream: TcpStream,
    seen: String,
}

impl Events {
    /// Reads on to the next event and gives its name and data.
    fn next(&mut self, started: Instant) -> (String, String) {
        loop {
            if let Some((event, rest)) = self.seen.split_once("\n\n") {
                let field = |name: &str| {
                    let line = event.lines().find_map(|line| line.strip_prefix(name));
                    line.map(|value| value.trim_start_matches(':').trim().to_string())
                };
                let found = field("event").zip(field("data"));
                self.seen = rest.to_string();
                match found {
                    Some(found) => return found,
                    None => continue,
                }
            }
            self.stream.set_read_timeout(Some(left(started))).unwrap();
            let mut buffer = [0; 4096];
            let read = self.stream.read(&mut buffer).expect("an event in time");
            assert!(read > 0, "the stream ended");
            self.seen.push_str(&String::from_utf8_lossy(&buffer[..read]));
        }
    }

    /// Reads on to an event of this name and gives its data.
    fn until(&mut self, name: &str) -> String {
        let started = Instant::now();
        loop {
            let (event, data) = self.next(started);
            if event == name {
                return data;
            }
        }
    }
}

#[test]
fn pages_are_served_with_the_script() {
    let folder = site();
    let serve = serve(&folder);
    let page = serve.get("/de/");
    assert!(page.is(200) && page.has("content-type: text/html; charset=utf-8"), "{}", page.head);
    assert!(page.has("cache-control: no-cache"), "{}", page.head);
    assert!(page.body.contains("Erste Fassung"));
    let script = page.body.find("<script src=\"/__bruecke/live.js\"").expect("the script");
    assert!(script < page.body.find("</body>").unwrap());
    assert!(serve.get("/").is(200));
    assert!(serve.get("/de/index.html").is(200));
    assert!(serve.get("/d%65/?query").is(200));
    let script = serve.get("/__bruecke/live.js");
    assert!(script.is(200) && script.has("content-type: text/javascript; charset=utf-8"), "{}", script.head);
    let style = page.body.split('"').find(|value| value.contains(".css")).expect("a style sheet");
    let style = serve.get(&style.replace("../", "/"));
    assert!(style.is(200) && style.has("content-type: text/css; charset=utf-8"), "{}", style.head);
    assert!(!style.body.contains("live.js"));
    let head = serve.ask("HEAD /de/", "Host: localhost\r\n");
    assert!(head.is(200) && head.body.is_empty(), "{}", head.head);
    assert!(serve.ask("POST /de/", "Host: localhost\r\nContent-Length: 0\r\n").is(405));
}

#[test]
fn a_missing_slash_leads_to_the_page() {
    let folder = site();
    let serve = serve(&folder);
    assert!(serve.get("/de/ueber-uns/").is(200));
    let moved = serve.get("/de/ueber-uns?a=b");
    assert!(moved.is(308) && moved.has("location: /de/ueber-uns/?a=b"), "{}", moved.head);
}

#[test]
fn an_address_that_leads_nowhere_shows_the_sites_own_page() {
    let folder = site();
    let serve = serve(&folder);
    for (path, lang, said) in [
        ("/de/nirgends/", "de", "Diese Seite gibt es nicht"),
        ("/en/nowhere", "en", "This page does not exist"),
        ("/nowhere/", "de", "This page does not exist"),
    ] {
        let answer = serve.get(path);
        assert!(answer.is(404) && answer.has("content-type: text/html; charset=utf-8"), "{path}: {}", answer.head);
        assert!(answer.body.contains(&format!("<html lang=\"{lang}\"")), "{path}: {}", answer.body);
        assert!(answer.body.contains(said), "{path}: {}", answer.body);
        // It is a page like the others: it reloads when the site changes.
        assert!(answer.body.contains("/__bruecke/"), "{path}: {}", answer.body);
    }
}

#[test]
fn a_site_in_a_sub_path_is_shown_at_that_path() {
    let folder = site();
    save(&folder, "site.yaml", &format!("base_url: https://example.org/stadt/vietnam/\n{SITE}"));
    let serve = serve(&folder);
    assert!(serve.get("/stadt/vietnam/de/ueber-uns/").is(200));
    assert!(serve.get("/stadt/vietnam/de/ueber-uns").has("location: /stadt/vietnam/de/ueber-uns/"));
    let start = serve.get("/");
    assert!(start.is(302) && start.has("location: /stadt/vietnam/"), "{}", start.head);
    for path in ["/de/", "/stadt/", "/stadt/vietnamese/"] {
        assert!(serve.get(path).is(404), "{path}");
    }
    save(&folder, "site.yaml", &format!("base_url: https://example.org/Größe/\n{SITE}"));
    serve.until("/Gr%C3%B6%C3%9Fe/de/", |answer| answer.is(200));
    assert!(serve.get("/").has("location: /Gr%C3%B6%C3%9Fe/"));
    save(&folder, "site.yaml", &format!("base_url: https://example.org/stadt/vietnam/\n{SITE}"));
    serve.until("/stadt/vietnam/de/", |answer| answer.is(200));
    // Its links begin at the path, and lead somewhere.
    let missing = serve.get("/stadt/vietnam/de/nirgends/");
    assert!(missing.is(404) && missing.body.contains("href=\"/stadt/vietnam/de/\""), "{}", missing.body);
}

#[test]
fn nothing_but_the_site_is_reachable() {
    let folder = site();
    let serve = serve(&folder);
    for path in ["/nowhere/", "/../site.yaml", "/%2e%2e/site.yaml", "/site.yaml", "//site.yaml", "/%", "/de%00"] {
        let answer = serve.get(path);
        assert!(answer.is(404), "{path}: {}", answer.head);
        assert!(answer.body.contains("This page does not exist") && !answer.body.contains("base_url"), "{path}");
    }
    for host in ["", "Host: example.org\r\n", "Host: localhost.example.org\r\n", "Host: 192.168.0.1:3000\r\n"] {
        for path in ["/de/", "/__bruecke/events"] {
            let answer = serve.ask(&format!("GET {path}"), host);
            // A request without a host is refused by the HTTP library or by us.
            assert!(answer.is(403) || (host.is_empty() && answer.is(400)), "{host}: {}", answer.head);
        }
    }
    for host in ["localhost", "127.0.0.1", "[::1]", "[::1]:3000"] {
        assert!(serve.ask("GET /de/", &format!("Host: {host}\r\n")).is(200), "{host}");
    }
}

#[test]
fn in_a_network_addresses_are_answered_and_names_are_not() {
    let folder = site();
    let mut command = command(folder.path(), 0);
    command.arg("--lan");
    let serve = started(command);
    for host in ["192.168.0.7", "10.1.2.3:3000", "localhost"] {
        assert!(serve.ask("GET /de/", &format!("Host: {host}\r\n")).is(200), "{host}");
    }
    for host in ["example.org", "0.0.0.0", "192.168.0.7.example.org"] {
        assert!(serve.ask("GET /de/", &format!("Host: {host}\r\n")).is(403), "{host}");
    }
}

/// On Linux a browser is opened by `xdg-open`, of which this is one that writes down what it is told.
#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_when_asked_for() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, tools) = (site(), TempDir::new().unwrap());
    let (opener, told) = (tools.path().join("xdg-open"), tools.path().join("told"));
    // Whoever opens the pipe to read waits until somebody writes into it.
    assert!(Command::new("mkfifo").arg(&told).status().unwrap().success());
    let (sender, address) = channel();
    let pipe = told.clone();
    std::thread::spawn(move || sender.send(fs::read_to_string(pipe).unwrap()));
    fs::write(&opener, format!("#!/bin/sh\necho \"$1\" > {}\n", told.display())).unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = command(folder.path(), 0);
    command.arg("--open").env("PATH", format!("{}:/usr/bin:/bin", tools.path().display()));
    let serve = started(command);
    assert_eq!(address.recv_timeout(DEADLINE).unwrap(), format!("http://127.0.0.1:{}/\n", serve.port));
}

#[cfg(target_os = "linux")]
#[test]
fn where_no_browser_can_be_opened_the_address_is_said() {
    let (folder, nothing) = (site(), TempDir::new().unwrap());
    let mut command = command(folder.path(), 0);
    command.arg("--open").env("PATH", nothing.path()).stderr(Stdio::piped());
    let mut serve = started(command);
    let (sender, said) = channel();
    let lines = BufReader::new(serve.child.stderr.take().unwrap()).lines();
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| _ = sender.send(line)));
    let begin = Instant::now();
    let wanted = format!("the browser could not be opened; the address is http://127.0.0.1:{}/", serve.port);
    while said.recv_timeout(left(begin)).unwrap() != wanted {}
}

#[test]
fn an_edit_appears_and_reloads_the_page() {
    let folder = site();
    let serve = serve(&folder);
    let mut events = serve.events();
    let first = events.until("reload");
    assert!(serve.get("/de/").body.contains(&format!("data-version=\"{first}\"")));
    save(&folder, "content/_index.de.md", "---\ntitle: Start\n---\nZweite Fassung\n");
    let second = events.until("reload");
    assert_ne!(first, second);
    serve.until("/de/", |page| page.body.contains("Zweite Fassung"));
    // A folder that was not there before, and site.yaml, which is replaced rather than written.
    save(&folder, "content/neu/tief/seite.de.md", "---\ntitle: Neue Seite\n---\nText\n");
    serve.until("/de/neu/tief/neue-seite/", |page| page.is(200));
    save(&folder, "site.yaml", &format!("base_url: https://example.net/\n{SITE}"));
    serve.until("/de/", |page| page.body.contains("https://example.net/de/"));
}

#[test]
fn errors_are_told_while_the_last_good_version_stays() {
    let folder = site();
    let serve = serve(&folder);
    let mut events = serve.events();
    let good = events.until("reload");
    save(&folder, "content/_index.de.md", BROKEN);
    let told = events.until("errors");
    assert!(told.contains("nonsense") && told.contains("content/_index.de.md"), "{told}");
    assert!(!told.contains("\\u001b"), "{told}");
    let page = serve.get("/de/");
    assert!(page.is(200) && page.body.contains("Erste Fassung"));
    // A page opened now is told at once.
    assert!(serve.events().next(Instant::now()).0 == "errors");
    save(&folder, "content/_index.de.md", "---\ntitle: Start\n---\nGeheilt\n");
    assert_ne!(events.until("reload"), good);
    serve.until("/de/", |page| page.body.contains("Geheilt"));
}

#[test]
fn without_a_good_version_every_page_shows_the_errors() {
    let folder = site();
    save(&folder, "content/_index.de.md", BROKEN);
    let serve = serve(&folder);
    for path in ["/", "/de/", "/anything"] {
        let page = serve.get(path);
        assert!(page.has("content-type: text/html; charset=utf-8"), "{}", page.head);
        assert!(
            page.body.contains("<mark>nonsense</mark>: &lt;b&gt;") && page.body.contains("/__bruecke/live.js"),
            "{}",
            page.body
        );
    }
    let mut events = serve.events();
    events.until("errors");
    save(&folder, "content/_index.de.md", "---\ntitle: Start\n---\nGeheilt\n");
    events.until("reload");
    serve.until("/de/", |page| page.body.contains("Geheilt"));
}

#[test]
fn an_unchanged_file_is_not_sent_again_and_players_get_parts() {
    let folder = site();
    save(&folder, "content/about.de.md", "---\ntitle: Über uns\n---\n[Ton](ton.mp3)\n");
    save(&folder, "content/ton.mp3", "0123456789");
    let serve = serve(&folder);
    let page = serve.get("/de/");
    let tag = page.head.lines().find_map(|line| line.strip_prefix("etag: ")).expect("a tag").to_string();
    let again = serve.ask("GET /de/", &format!("Host: localhost\r\nIf-None-Match: {tag}\r\n"));
    assert!(again.is(304) && again.body.is_empty(), "{}", again.head);
    let about = serve.get("/de/ueber-uns/").body;
    let sound = about.split('"').find(|value| value.ends_with(".mp3")).expect("the file");
    let sound = sound.replace("../", "").replace("de/", "");
    let ask = |headers: &str| serve.ask(&format!("GET /{sound}"), &format!("Host: localhost\r\n{headers}"));
    let part = ask("Range: bytes=2-4\r\n");
    assert!(part.is(206) && part.body == "234" && part.has("content-range: bytes 2-4/10"), "{}", part.head);
    assert_eq!(ask("Range: bytes=-3\r\n").body, "789");
    assert_eq!(ask("Range: bytes=8-\r\n").body, "89");
    let beyond = ask("Range: bytes=20-30\r\n");
    assert!(beyond.is(416) && beyond.has("content-range: bytes */10"), "{}", beyond.head);
    for whole in ["", "Range: pages=1-2\r\n", "Range: bytes=0-1,3-4\r\n", "Range: bytes=2-4\r\nIf-Range: \"other\"\r\n"]
    {
        let answer = ask(whole);
        assert!(answer.is(200) && answer.body == "0123456789", "{whole}: {}", answer.head);
    }
}

#[test]
fn pages_have_the_headers_of_a_careful_host() {
    let folder = site();
    let serve = serve(&folder);
    for path in ["/de/", "/nowhere/", "/__bruecke/", "/__bruecke/live.js"] {
        let answer = serve.get(path);
        assert!(
            answer.head.contains("content-security-policy: default-src 'none'; style-src 'self'"),
            "{}",
            answer.head
        );
        assert!(answer.has("x-content-type-options: nosniff"), "{}", answer.head);
        assert!(answer.has("referrer-policy: strict-origin-when-cross-origin"), "{}", answer.head);
        assert!(answer.has("cross-origin-resource-policy: same-origin"), "{}", answer.head);
    }
}

#[test]
fn pages_of_other_sites_read_nothing() {
    let folder = site();
    let serve = serve(&folder);
    let ask = |path: &str, site: &str, mode: &str, dest: &str| {
        let fetch = format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\nSec-Fetch-Dest: {dest}\r\n");
        serve.ask(&format!("GET {path}"), &format!("Host: localhost\r\n{fetch}"))
    };
    for path in ["/de/", "/__bruecke/", "/__bruecke/live.js", "/nowhere/"] {
        for (mode, dest) in
            [("no-cors", "image"), ("no-cors", "script"), ("cors", "empty"), ("navigate", "iframe"), ("websocket", "")]
        {
            for site in ["cross-site", "same-site"] {
                let answer = ask(path, site, mode, dest);
                assert!(answer.is(403) && !answer.body.contains("<html"), "{path} {site} {mode}: {}", answer.head);
                assert!(answer.has("cross-origin-resource-policy: same-origin"), "{}", answer.head);
            }
        }
        // Readers follow links from anywhere, and pages of the site itself load what is theirs.
        assert!(!ask(path, "cross-site", "navigate", "document").is(403), "{path}");
        assert!(
            !ask(path, "same-origin", "cors", "empty").is(403) && !ask(path, "none", "navigate", "document").is(403)
        );
    }
}

#[test]
fn what_is_idle_or_slow_is_closed_and_keeps_nobody_out() {
    use std::io::{Read, Write};
    let folder = site();
    let serve = serve(&folder);
    let open = || std::net::TcpStream::connect(("127.0.0.1", serve.port)).unwrap();
    let mut idle: Vec<_> = (0..300).map(|_| open()).collect();
    let mut slow = idle.pop().unwrap();
    _ = idle[0].write_all(b"GET /de/ HTTP/1.1\r\nHost: loc");
    // All places are taken, and free again after a while.
    let started = Instant::now();
    assert!(serve.get("/de/").is(200));
    assert!(started.elapsed() < Duration::from_secs(40), "{:?}", started.elapsed());
    slow.set_read_timeout(Some(Duration::from_secs(40))).unwrap();
    let mut rest = Vec::new();
    _ = slow.read_to_end(&mut rest);
    assert!(rest.is_empty() || rest.starts_with(b"HTTP/1.1 408"), "{}", String::from_utf8_lossy(&rest));
}

#[test]
fn the_editor_has_a_policy_of_its_own_and_is_never_reloaded() {
    let folder = site();
    let yaml = std::fs::read_to_string(folder.path().join("site.yaml")).unwrap();
    save(&folder, "site.yaml", &format!("{yaml}features: editor\n"));
    support::editor_package(folder.path());
    let serve = serve(&folder);
    let page = serve.get("/admin/");
    assert!(page.has("content-security-policy: frame-ancestors 'none'"), "{}", page.head);
    assert!(page.has("x-content-type-options: nosniff"), "{}", page.head);
    assert!(page.body.contains("<meta http-equiv=\"Content-Security-Policy\"") && !page.body.contains("__bruecke"));
    let script = serve.get("/admin/cms/index.js");
    assert!(script.has("content-type: text/javascript; charset=utf-8"), "{}", script.head);
    assert!(serve.get("/node_modules/@sveltia/cms/package.json").head.starts_with("HTTP/1.1 404"));
    assert!(serve.get("/de/").body.contains("__bruecke"));
}

/// Pages that nobody but their writers may see.
fn hidden(folder: &TempDir) {
    save(folder, "content/entwurf.de.md", "---\ntitle: Entwurf\ndraft: true\n---\nText\n");
    save(folder, "content/spaeter.de.md", "---\ntitle: Später\npublish: 2999-01-01T09:00\n---\nText\n");
}

#[test]
fn drafts_and_embargoed_pages_are_shown_with_a_badge() {
    let folder = site();
    hidden(&folder);
    let serve = serve(&folder);
    let draft = serve.get("/de/entwurf/");
    assert!(draft.body.contains("data-badge=\"Draft: seen in the preview only\" data-lang=\"en\""), "{}", draft.body);
    let later = serve.get("/de/spaeter/");
    assert!(later.body.contains("data-badge=\"Under embargo until 2999-01-01 09:00 "), "{}", later.body);
    assert!(!serve.get("/de/").body.contains("data-badge"));
}

#[test]
fn public_hides_what_a_build_leaves_out() {
    let folder = site();
    hidden(&folder);
    let mut command = command(folder.path(), 0);
    command.arg("--public");
    let serve = started(command);
    assert!(serve.get("/de/ueber-uns/").is(200));
    for path in ["/de/entwurf/", "/de/spaeter/"] {
        assert!(serve.get(path).is(404), "{path}");
    }
    assert!(!serve.get("/__bruecke/").body.contains("Entwurf"));
}

#[test]
fn the_status_page_speaks_the_readers_language() {
    let folder = site();
    hidden(&folder);
    let mut command = Command::new(env!("CARGO_BIN_EXE_bruecke"));
    command.args(["serve", "--port", "0", "--root"]).arg(folder.path()).env("LC_ALL", "en_GB.UTF-8");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let serve = started(command);
    let told = format!("site status: http://127.0.0.1:{}/__bruecke/", serve.port);
    let begin = Instant::now();
    while serve.lines.recv_timeout(left(begin)).unwrap() != told {}
    for (wanted, title, draft) in [
        ("de-DE,de;q=0.9", "Stand der Website", "Entwurf: nur in der Vorschau zu sehen"),
        ("vi", "Tình trạng trang web", "Bản nháp: chỉ thấy khi xem trước"),
        ("fr", "Site status", "Draft: seen in the preview only"),
    ] {
        let page = serve.ask("GET /__bruecke/", &format!("Host: localhost\r\nAccept-Language: {wanted}\r\n"));
        assert!(page.is(200) && page.body.contains(&format!("<h1>{title}</h1>")), "{wanted}: {}", page.body);
        assert!(page.body.contains(draft), "{wanted}: {}", page.body);
        // A link to each page, what is coming, and what a build warns of.
        assert!(page.body.contains("<a href=\"/de/ueber-uns/\" lang=\"de\">Über uns</a>"), "{}", page.body);
        assert!(page.body.contains("<time datetime=\"2999-01-01T"), "{}", page.body);
        assert!(page.body.contains("<code>content/about.de.md:2:8</code>"), "{}", page.body);
    }
    let german = serve.ask("GET /de/entwurf/", "Host: localhost\r\nAccept-Language: de\r\n").body;
    assert!(german.contains("data-badge=\"Entwurf: nur in der Vorschau zu sehen\" data-lang=\"de\""), "{german}");
}

#[test]
fn a_page_is_told_only_what_concerns_it() {
    let folder = site();
    save(&folder, "site.yaml", &format!("base_url: https://example.org/\n{}", SITE.replace("leipzig", "own")));
    save(&folder, "themes/own/theme.yaml", "name: own\nextends: leipzig\n");
    let serve = serve(&folder);
    let version =
        serve.get("/de/").body.split("data-version=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
    let mut events = serve.events_of(&format!("page=%2Fde%2F&version={version}"));
    assert_eq!(events.next(Instant::now()).0, "fine");
    // Another page.
    save(&folder, "content/about.de.md", "---\ntitle: Über uns\n---\nAnderer Text\n");
    assert_eq!(events.next(Instant::now()).0, "fine");
    // The same, and a template that this one does not use: more is rendered again, and comes out as it was.
    save(&folder, "content/about.de.md", "---\ntitle: Über uns\ndescription: Wer wir sind\n---\nAnderer Text\n");
    assert_eq!(events.next(Instant::now()).0, "fine");
    save(&folder, "themes/own/templates/imprint.html", "{% extends \"page.html\" %}\n");
    assert_eq!(events.next(Instant::now()).0, "fine");
    // A style sheet.
    save(&folder, "themes/own/assets/css/house.css", ":root { --house: 1 }\n");
    let data = events.until("styles");
    assert!(data.contains("assets/style.") && data.contains("\"swaps\""), "{data}");
    let swapped = data.split('"').rfind(|part| part.ends_with(".css")).unwrap().to_string();
    assert!(serve.get(&swapped.replace("../", "/")).body.contains("--house"));
    // Its own text.
    save(&folder, "content/_index.de.md", "---\ntitle: Start\n---\nZweite Fassung\n");
    events.until("reload");
    // One that is not of this version begins with the newest.
    assert_eq!(serve.events_of("page=%2Fde%2F&version=0").next(Instant::now()).0, "reload");
}

#[test]
fn the_search_index_is_made_when_it_is_wanted() {
    let folder = site();
    save(&folder, "content/search.de.md", "---\ntitle: Suche\ntemplate: search.html\n---\n");
    let serve = serve(&folder);
    let entry = serve.get("/search/de.js");
    assert!(entry.is(200) && entry.body.starts_with("searchData(\"de\""), "{}", entry.head);
    save(&folder, "content/about.de.md", "---\ntitle: Über uns\n---\nWasserkunde\n");
    serve.until("/search/de.js", |answer| answer.body != entry.body);
    assert!(serve.get("/search/fr.js").is(404));
}

#[test]
fn a_port_that_is_taken_is_an_error_with_a_way_out() {
    let folder = site();
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let output = command(folder.path(), port).stderr(Stdio::piped()).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success());
    assert!(told.contains(&port.to_string()) && told.contains("--port"), "{told}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_even_with_pages_open() {
    let folder = site();
    let mut serve = serve(&folder);
    let mut events = serve.events();
    events.until("reload");
    let kill = format!("kill -INT {}", serve.child.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    let started = Instant::now();
    // What it prints ends when it ends.
    while !matches!(serve.lines.recv_timeout(left(started)), Err(RecvTimeoutError::Disconnected)) {}
    let status = serve.child.wait().unwrap();
    assert!(status.success(), "{status}");
}
