//! Wild input: real files of this repository, damaged at random, in a small site that is built in memory. Nothing may panic,
//! every place that a message points at exists, and no output leaves the site.
//!
//! Each target runs for `FUZZ_SECONDS` with the seed `FUZZ_SEED`, and for a moment in `tests/all`; `tests/long/fuzz` runs
//! all of them for long. What was found is a site in `tests/hostile/` or a test beside the code.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bruecke::diagnostic::{Checked, Code};
use bruecke::pipeline::{Built, Request, build};

use crate::support::{self, SiteTest};

/// Numbers by chance (xorshift), the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// What means something to one of our readers.
const WORDS: [&str; 72] = [
    "---\n",
    "\n",
    "\n\n",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "{% end %}",
    "\"",
    "'",
    "#",
    "## ",
    "*",
    "**",
    "`",
    "```\n",
    "> ",
    "![",
    "](",
    ")",
    "(",
    "|",
    "|---|\n",
    "[^1]",
    "[^1]: ",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "&",
    "&#0;",
    "&#x202e;",
    "\\",
    "\\u",
    "%",
    "%2e",
    "/",
    "../",
    "//",
    ":",
    "=",
    "$",
    "*a",
    "&a ",
    "!",
    "~",
    "\0",
    "\u{202e}",
    "\u{feff}",
    "\r",
    "\t",
    "ü",
    "u\u{308}",
    "ữ",
    "🏛",
    "1",
    "-1",
    "99999999999999999999",
    "2024-02-30",
    "https://",
    "mailto:",
    "title: ",
    "{ $x ->\n *[a] b\n }",
    " ",
];

fn damaged(chance: &mut Chance, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = chance.of(seeds).clone();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let end = (at + chance.below(40)).min(bytes.len());
        match chance.below(7) {
            0 => _ = bytes.drain(at..end),
            1 => {
                let part = bytes[at..end].to_vec();
                let times = 1 + chance.below(30);
                bytes.splice(at..at, part.repeat(times));
            }
            2 => {
                let other = chance.of(seeds);
                let from = chance.below(other.len() + 1);
                let to = (from + chance.below(200)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            3 if at < bytes.len() => bytes[at] = chance.below(256) as u8,
            4 => bytes.truncate(at.max(1)),
            _ => {
                let word = chance.of(&WORDS).as_bytes();
                let times = if chance.below(8) == 0 { 1 + chance.below(300) } else { 1 };
                bytes.splice(at..at, word.repeat(times));
            }
        }
    }
    bytes.truncate(20_000);
    bytes
}

/// Files of the repository with an ending.
fn seeds(folders: &[&str], ending: &str) -> Vec<Vec<u8>> {
    let root = support::project();
    let files = folders.iter().flat_map(|folder| walkdir::WalkDir::new(root.join(folder)).sort_by_file_name());
    let files = files.flatten().filter(|file| file.path().to_string_lossy().ends_with(ending));
    let read: Vec<Vec<u8>> =
        files.map(|file| std::fs::read(file.path()).unwrap()).filter(|bytes| bytes.len() < 12_000).collect();
    assert!(!read.is_empty(), "{folders:?} {ending}");
    read
}

fn part(pages: &[Vec<u8>], front: bool) -> Vec<Vec<u8>> {
    let halves = pages.iter().filter_map(|page| {
        let text = String::from_utf8(page.clone()).ok()?;
        let (yaml, body) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
        Some(if front { yaml } else { body }.as_bytes().to_vec())
    });
    halves.collect()
}

/// What holds of every build.
fn check(root: &Path) {
    let at = "2026-11-24T12:00:00Z".parse().unwrap();
    let Checked { value, diagnostics } = build(&Request { root, base_url: None, drafts: false, embargoed: false, at });
    for found in &diagnostics {
        assert_ne!(found.code, Code::InternalError, "{:?}", found.args);
        if let Some(at) = &found.at {
            let text = at.source.text();
            assert!(
                at.span.start <= at.span.end && at.span.end <= text.len(),
                "{:?} {:?} of {}",
                found.code,
                at.span,
                text.len()
            );
            assert!(
                text.is_char_boundary(at.span.start) && text.is_char_boundary(at.span.end),
                "{:?} {:?}",
                found.code,
                at.span
            );
            at.source.line_column(at.span.start);
        }
    }
    let errors = diagnostics.iter().any(bruecke::diagnostic::Diagnostic::is_error);
    assert_eq!(value.is_none(), errors);
    value.iter().flat_map(|Built { outputs, .. }| outputs).for_each(|output| {
        let name = output.path.output_file();
        assert!(!name.starts_with('/') && name.split('/').all(|part| !matches!(part, "" | "." | "..")), "{name}");
        assert!(!name.contains(['\0', '\\']), "{name}");
    });
}

/// Runs a target as long as is asked for: `put` writes a damaged site, which is kept where it fails.
fn run(name: &str, site: &SiteTest, mut put: impl FnMut(&mut Chance, &Path)) {
    let number =
        |name: &str, default: u64| std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default);
    let (seed, time) = (number("FUZZ_SEED", 20_261_124), Duration::from_secs(number("FUZZ_SECONDS", 2)));
    let mut chance = Chance(seed | 1);
    let (begun, mut times) = (Instant::now(), 0);
    while begun.elapsed() < time {
        put(&mut chance, site.path());
        let checked = std::panic::catch_unwind(|| check(site.path()));
        if let Err(panicked) = checked {
            let kept = std::env::temp_dir().join(format!("bruecke-fuzz-{name}-{seed}-{times}"));
            copy(site.path(), &kept);
            eprintln!("{name}: execution {times} failed; its site is {}", kept.display());
            std::panic::resume_unwind(panicked);
        }
        times += 1;
    }
    eprintln!("{name}: {times} executions, 0 findings");
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().flatten() {
        let target: PathBuf = to.join(entry.path().strip_prefix(from).unwrap());
        match entry.file_type().is_dir() {
            true => std::fs::create_dir_all(target).unwrap(),
            false => _ = std::fs::copy(entry.path(), target),
        }
    }
}

fn page(front: &[u8], body: &[u8]) -> Vec<u8> {
    [b"---\n", front, b"\n---\n", body].concat()
}

const PAGES: [&str; 3] = ["content", "tests/specimen/content", "docs"];

#[test]
fn front_matter() {
    let (site, seeds) = (SiteTest::in_languages(&["de", "en"]), part(&seeds(&PAGES, ".md"), true));
    run("front matter", &site, |chance, root| {
        let front = damaged(chance, &seeds);
        std::fs::write(root.join("content/a.de.md"), page(&front, b"Text")).unwrap();
    });
}

#[test]
fn markdown() {
    let (site, seeds) = (SiteTest::in_languages(&["de"]), part(&seeds(&PAGES, ".md"), false));
    let site = site.append("site.yaml", "markdown: {raw_html: true}\n");
    run("markdown with shortcodes", &site, |chance, root| {
        let body = damaged(chance, &seeds);
        std::fs::write(root.join("content/a.de.md"), page(b"title: A", &body)).unwrap();
    });
}

#[test]
fn fluent() {
    let (site, seeds) = (SiteTest::in_languages(&["de"]), seeds(&["locales", "themes/leipzig/locales"], ".ftl"));
    run("fluent", &site, |chance, root| {
        std::fs::write(root.join("locales/de/site.ftl"), damaged(chance, &seeds)).unwrap()
    });
}

#[test]
fn drawings() {
    let seeds = seeds(&["content", "themes/leipzig", "tests/specimen"], ".svg");
    let site = SiteTest::in_languages(&["de"]).page("a.de.md", "title: A", "![x](x.svg \"y\")");
    run("drawings", &site, |chance, root| std::fs::write(root.join("content/x.svg"), damaged(chance, &seeds)).unwrap());
}

#[test]
fn addresses() {
    let site = SiteTest::in_languages(&["de", "en"])
        .page("b.de.md", "title: B\ndate: 2024-01-01\ntags: [x]", "")
        .file("content/f.pdf", "x");
    let site = site.append("locales/de/site.ftl", "tag-x = X\n");
    let seeds: Vec<Vec<u8>> = [
        "/de/b/",
        "/de/index.html",
        "/de/feed.xml",
        "b.md",
        "f.pdf",
        "../f.pdf#x",
        "/b.en.md?x=%C3%BC",
        "de",
        "x",
        "/b.md",
        "mailto:a@b.de",
        "tel:1",
        "ü",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    run("addresses", &site, |chance, root| {
        let mut text =
            || String::from_utf8_lossy(&damaged(chance, &seeds)).replace(['"', '\n'], "").replace('\\', "\\\\");
        let front = format!("title: \"{}\"\nslug: \"{}\"\naliases: [\"{}\", \"{}\"]", text(), text(), text(), text());
        let body = format!("[a]({}) [b](<{}>) ![c]({} \"d\")\n", text(), text(), text());
        std::fs::write(root.join("content/a.de.md"), page(front.as_bytes(), body.as_bytes())).unwrap();
        std::fs::write(
            root.join("content/a.en.md"),
            page(format!("title: \"{}\"\ntranslation: {{from: de}}", text()).as_bytes(), b""),
        )
        .unwrap();
    });
}

#[test]
fn a_whole_site() {
    let pages = seeds(&PAGES, ".md");
    let others: Vec<Vec<u8>> = [
        seeds(&["locales"], ".ftl"),
        seeds(&["themes/leipzig/templates"], ".html"),
        seeds(&["content", "tests/specimen"], ".svg"),
        vec![std::fs::read(support::project().join("site.yaml")).unwrap()],
    ]
    .concat();
    let names =
        ["a", "b", "index", "_index", "news", "Ü", "u\u{308}", "con", "x.html", "sitemap.xml", "admin", "de", "A"];
    let mut site = SiteTest::in_languages(&["de", "en"]);
    run("a whole site", &SiteTest::in_languages(&["de", "en"]), |chance, root| {
        if chance.below(20) == 0 {
            site = SiteTest::in_languages(&["de", "en"]);
            for part in ["content", "locales", "themes"] {
                _ = std::fs::remove_dir_all(root.join(part));
            }
            copy(site.path(), root);
        }
        for _ in 0..=chance.below(4) {
            let folder = if chance.below(2) == 0 { String::new() } else { format!("{}/", chance.of(&names)) };
            let name = chance.of(&names);
            let (path, bytes) = match chance.below(8) {
                0 => (format!("locales/de/{name}.ftl"), damaged(chance, &others)),
                1 => (format!("themes/plain/templates/{name}.html"), damaged(chance, &others)),
                2 => (format!("content/{folder}{name}.svg"), damaged(chance, &others)),
                3 => ("site.yaml".to_string(), damaged(chance, &others)),
                4 => (format!("content/{folder}{name}"), damaged(chance, &others)),
                _ => (format!("content/{folder}{name}.{}.md", chance.of(&["de", "en", "fr"])), damaged(chance, &pages)),
            };
            // What is a folder already stays one.
            let path = root.join(path);
            _ = std::fs::create_dir_all(path.parent().unwrap()).and_then(|()| std::fs::write(path, bytes));
        }
    });
}

/// What a translation agency sends back, as XLIFF and as PO.
#[test]
fn deliveries() {
    let site = SiteTest::in_languages(&["de", "en"])
        .page("a.de.md", "title: A\ndescription: Ein Text", "Ein *Absatz* mit [Verweis](b.md).\n\n- eins\n- zwei\n")
        .page("b.de.md", "title: B", "Noch einer.");
    let root = site.path().to_str().unwrap().to_string();
    let delivery = tempfile::tempdir().unwrap();
    let mut seeds = Vec::new();
    for format in ["xliff", "po"] {
        let folder = delivery.path().join(format);
        let args = ["translations", "export", "--language", "en", "--file-format", format, "--root", &root, "--output"];
        let run = support::program().args(args).arg(&folder).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        seeds.extend(std::fs::read_dir(folder).unwrap().map(|file| {
            let path = file.unwrap().path();
            (path.extension().unwrap().to_str().unwrap().to_string(), std::fs::read(path).unwrap())
        }));
    }
    run("deliveries", &site, |chance, root| {
        let (ending, seed) = chance.of(&seeds).clone();
        let file = delivery.path().join(format!("in.{ending}"));
        std::fs::write(&file, damaged(chance, &[seed])).unwrap();
        for page in ["a", "b"] {
            _ = std::fs::remove_file(root.join(format!("content/{page}.en.md")));
        }
        let args = [
            "bruecke",
            "translations",
            "import",
            "--root",
            root.to_str().unwrap(),
            file.to_str().unwrap(),
            "--partial",
            "--format",
            "json",
        ];
        bruecke::cli::run(args.map(std::ffi::OsString::from));
    });
}
