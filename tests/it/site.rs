//! The real site, as the press office builds it: whole, linked, and the same every time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use bruecke::pipeline::{Request, build};

use crate::support;

/// Its files, and the codes of what is said about it.
type Real = (BTreeMap<String, Vec<u8>>, Vec<&'static str>);

static REAL: LazyLock<Real> = LazyLock::new(real);

fn real() -> Real {
    let root = support::project();
    let built = build(&Request {
        root: &root,
        base_url: None,
        drafts: false,
        embargoed: false,
        at: "2026-11-24T12:00:00Z".parse().unwrap(),
    });
    let files = built.value.iter().flat_map(|built| &built.outputs);
    let files = files.map(|output| (output.path.output_file(), output.content.read().unwrap().into_owned()));
    (files.collect(), built.diagnostics.iter().map(|diagnostic| diagnostic.code.id()).collect())
}

/// The values of an attribute in a page.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start).map(|(at, _)| html[at + start.len()..].split('"').next().unwrap()).collect()
}

/// Whether a page only leads from an old address to the new one.
fn leads_on(page: &[u8]) -> bool {
    String::from_utf8_lossy(page).contains("http-equiv=\"refresh\"")
}

#[test]
fn it_is_whole_in_three_languages() {
    let (files, codes) = &*REAL;
    assert_eq!(*codes, ["publisher-unset"], "only the publisher's own data are open");
    let pages = || files.iter().filter(|(name, bytes)| name.ends_with(".html") && !leads_on(bytes));
    let count = |lang: &str| pages().filter(|(name, _)| name.starts_with(lang)).count();
    assert!(count("de/") >= 30, "{}", count("de/"));
    // One page in plain German is for German readers alone.
    assert!(files.contains_key("de/leichte-sprache/index.html"));
    assert_eq!((count("de/") - 1, count("de/") - 1), (count("vi/"), count("en/")));
    let releases = files.keys().filter(|name| name.starts_with("de/aktuelles/")).count();
    assert!(releases > 8, "{releases}");
}

#[test]
fn every_link_and_anchor_leads_somewhere() {
    let (files, _) = &*REAL;
    let pages: BTreeMap<&String, &str> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, bytes)| (name, std::str::from_utf8(bytes).unwrap()))
        .collect();
    let mut followed = 0;
    for (name, html) in &pages {
        let ids: Vec<&str> = values(html, "id");
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an id twice in {name}: {ids:?}");
        for url in values(html, "href").into_iter().chain(values(html, "src")) {
            if url.starts_with("https://")
                || url.starts_with("http://")
                || url.starts_with("mailto:")
                || url.starts_with("tel:")
            {
                continue;
            }
            let (path, fragment) = url.split_once('#').unwrap_or((url, ""));
            let target = match path.strip_prefix('/') {
                // Pages for lost addresses are shown anywhere: their links begin at the domain's root.
                Some("") => "index.html".to_string(),
                Some(path) if name.ends_with("404.html") => join("", path),
                _ if path.is_empty() => name.to_string(),
                _ => join(name, path),
            };
            assert!(files.contains_key(&target), "{name} links to {url}");
            if !fragment.is_empty() {
                let there = values(pages[&target], "id").contains(&fragment);
                assert!(there, "{name} links to {url}, which has no such place");
            }
            followed += 1;
        }
    }
    assert!(followed > 1000, "{followed}");
}

/// A relative reference from a page, as a browser resolves it.
fn join(page: &str, path: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => assert!(parts.pop().is_some(), "{page}: {path} leaves the site"),
            part => parts.push(part),
        }
    }
    if path.ends_with('/') || path == "." {
        parts.push("index.html")
    }
    parts.join("/")
}

#[test]
fn every_page_names_itself_and_its_translations() {
    let (files, _) = &*REAL;
    let (mut titles, mut descriptions) = (BTreeSet::new(), BTreeSet::new());
    let pages = files.iter().filter(|(name, _)| name.ends_with(".html") && name.contains('/'));
    for (name, bytes) in pages.filter(|(name, bytes)| !name.ends_with("404.html") && !leads_on(bytes)) {
        let html = std::str::from_utf8(bytes).unwrap();
        let lang = name.split('/').next().unwrap();
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{name}");
        let title = html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
        assert!(titles.insert((lang.to_string(), title.to_string())), "{name}: the title {title} twice");
        if let Some(description) = html.split("<meta name=\"description\" content=\"").nth(1) {
            let description = description.split('"').next().unwrap();
            assert!(descriptions.insert(description.to_string()), "{name}: the description twice");
        }
        let address = format!("https://example.org/{}", name.trim_end_matches("index.html"));
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{name}");
        let alone = name == "de/leichte-sprache/index.html";
        for tag in ["de", "vi", "en", "x-default"].into_iter().filter(|_| !alone) {
            let alternate = html.split(&format!("hreflang=\"{tag}\" href=\"https://example.org/")).nth(1);
            let other = alternate.unwrap_or_else(|| panic!("{name} has no alternate {tag}")).split('"').next().unwrap();
            let other = String::from_utf8(files[&format!("{other}index.html")].clone()).unwrap();
            assert!(
                tag == "x-default" || other.contains(&format!("href=\"{address}\"")),
                "{name}: {tag} does not link back"
            );
        }
    }
}

/// The addresses that an attribute `name` marks in the head, and what `href` says there.
fn links(html: &str, name: &str) -> Vec<(String, String)> {
    let of = |tag: &str, attribute: &str| values(tag, attribute).first().map(|value| value.to_string());
    let tags = html.split("<link").skip(1).map(|rest| rest.split('>').next().unwrap());
    tags.filter_map(|tag| Some((of(tag, name)?, of(tag, "href")?))).collect()
}

#[test]
fn sitemap_canonical_and_hreflang_agree() {
    let (files, _) = &*REAL;
    let base = "https://example.org/";
    let text = |name: &str| files.get(name).map(|bytes| std::str::from_utf8(bytes).unwrap());
    let urls = support::sitemap::read(&text, base);
    let listed: BTreeMap<&str, &support::sitemap::Url> = urls.iter().map(|url| (url.loc.as_str(), url)).collect();
    assert_eq!(listed.len(), urls.len(), "an address twice");
    let mut canonical = BTreeSet::new();
    for name in files.keys().filter(|name| name.ends_with(".html")) {
        let html = text(name).unwrap();
        if html.contains("<meta name=\"robots\" content=\"noindex\">") {
            continue;
        }
        let own = links(html, "rel").into_iter().find(|(rel, _)| rel == "canonical").unwrap().1;
        assert_eq!(own, format!("{base}{}", name.trim_end_matches("index.html")));
        assert_eq!(listed[own.as_str()].alternates, links(html, "hreflang"), "{name}");
        canonical.insert(own);
    }
    assert!(listed.keys().eq(canonical.iter()), "the sitemap lists other pages");
    for (_, href) in urls.iter().flat_map(|url| &url.alternates) {
        let file = format!("{}index.html", href.strip_prefix(base).unwrap());
        assert!(files.contains_key(&file) && canonical.contains(href), "there is no {href}");
    }
    assert!(text("robots.txt").unwrap().ends_with("\nSitemap: https://example.org/sitemap.xml\n"));
}

/// The whole repository's site in a folder of its own.
fn copy_of_the_site() -> tempfile::TempDir {
    support::copy_of_the_site(&["content", "locales", "themes", "site.yaml"])
}

#[test]
fn every_translation_is_up_to_date_and_one_changed_sentence_shows() {
    let site = copy_of_the_site();
    let table = |more: &[&str]| {
        let mut run = support::program();
        let run = run.current_dir(site.path()).env("LC_ALL", "C").args([
            "translations",
            "--fail-on",
            "outdated,missing,unmarked",
        ]);
        let run = run.args(more).output().unwrap();
        (String::from_utf8(run.stdout).unwrap(), run.status.code())
    };
    assert_eq!(table(&[]).1, Some(0), "{}", table(&["--state", "outdated,missing,unmarked"]).0);
    let page = site.path().join("content/press.de.md");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, text + "\nEin Satz mehr.\n").unwrap();
    let (shown, code) = table(&["--state", "outdated,missing,unmarked"]);
    assert_eq!(
        (shown.as_str(), code),
        ("page   vi        en\npress  outdated  outdated\n\nvi: 1 outdated\nen: 1 outdated\n", Some(1))
    );
    let request = bruecke::pipeline::Request {
        root: site.path(),
        base_url: None,
        drafts: false,
        embargoed: false,
        at: "2026-11-24T12:00:00Z".parse().unwrap(),
    };
    let built = bruecke::pipeline::build(&request).value;
    let outputs = built.iter().flat_map(|built| &built.outputs);
    let pages = outputs.filter(|output| output.path.output_file().ends_with(".html"));
    let noted =
        pages.filter(|page| String::from_utf8_lossy(&page.content.read().unwrap()).contains("class=\"notice\""));
    let noted: Vec<String> = noted.map(|output| output.path.as_str().to_string()).collect();
    assert_eq!(noted, ["en/press/", "vi/bao-chi/"]);
}

/// Runs git in `folder`, on the day that the guide's example was written.
fn git(folder: &std::path::Path, args: &[&str]) {
    let day = "2026-11-24T12:00:00Z";
    let who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
    let mut git = std::process::Command::new("git");
    let git = git.current_dir(folder).env("GIT_COMMITTER_DATE", day).env("GIT_AUTHOR_DATE", day);
    assert!(git.args(who).args(args).status().unwrap().success(), "git {args:?}");
}

#[test]
fn the_translators_guide_shows_what_the_program_prints() {
    let site = copy_of_the_site();
    let page = site.path().join("content/delegation.de.md");
    let change = |from: &str, to: &str| {
        let text = std::fs::read_to_string(&page).unwrap();
        assert!(text.contains(from), "{from}");
        std::fs::write(&page, text.replace(from, to)).unwrap();
    };
    git(site.path(), &["init", "-q"]);
    git(site.path(), &["add", "-A"]);
    git(site.path(), &["commit", "-q", "-m", "one"]);
    change("Eine Woche lang war", "Acht Tage lang war");
    git(site.path(), &["commit", "-q", "-a", "-m", "two"]);
    change("Auf dem Reiseplan standen", "Auf dem Programm standen");
    let guide = std::fs::read_to_string(support::project().join("docs/translators.md")).unwrap();
    let examples = guide.split("```text\n$ bruecke ").skip(1).map(|rest| rest.split("```").next().unwrap());
    let mut shown = 0;
    for example in examples {
        let (command, wanted) = example.split_once('\n').unwrap();
        let run =
            support::program().current_dir(site.path()).env("LC_ALL", "C").args(command.split(' ')).output().unwrap();
        let printed = String::from_utf8(run.stdout).unwrap() + &String::from_utf8(run.stderr).unwrap();
        assert_eq!(printed, wanted, "bruecke {command}");
        shown += 1;
    }
    assert!(shown > 1);
}

#[test]
fn no_page_asks_another_host_for_anything() {
    let (files, _) = &*REAL;
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html") || name.ends_with(".css")) {
        let text = std::str::from_utf8(bytes).unwrap();
        for url in values(text, "src").into_iter().chain(text.split("url(").skip(1)) {
            assert!(!url.trim_start_matches(['"', '\'']).starts_with("http"), "{name}: {}", &url[..40.min(url.len())]);
        }
        assert!(!text.contains("\u{2068}") && !text.contains("\u{2069}"), "{name} holds isolation marks");
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let eight = rayon::ThreadPoolBuilder::new().num_threads(8).build().unwrap();
    assert!(one.install(real).0 == eight.install(real).0);
}
