//! The handbooks do what they say: every command in them runs, every example of front matter is read, every file they name
//! is there, and every message they explain exists.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use bruecke::diagnostic::Code;

use crate::support::{copy_of_the_site, program, project};

const PRESS: [&str; 3] = ["docs/handbuch.de.md", "docs/handbook.en.md", "docs/so-tay.vi.md"];
const TRANSLATORS: [&str; 3] = ["docs/translators.md", "docs/translators.de.md", "docs/translators.vi.md"];

fn read(path: &str) -> String {
    std::fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The blocks of code in a language.
fn blocks<'t>(text: &'t str, lang: &str) -> Vec<&'t str> {
    let begin = format!("```{lang}\n");
    text.split(&begin).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// A copy of the project's own site.
fn site() -> tempfile::TempDir {
    copy_of_the_site(&["content", "locales", "site.yaml"])
}

/// The words of a command line, as a shell takes them; no more of a shell is used in the handbooks.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        match at % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_string)),
            _ => words.push(part.to_string()),
        }
    }
    words
}

/// The commands of a handbook: `bruecke …`, or the same by way of cargo, and those that stand above what they print.
fn commands(text: &str) -> Vec<String> {
    let printed = blocks(text, "text").into_iter().flat_map(str::lines).filter_map(|line| line.strip_prefix("$ "));
    let lines = printed.chain(blocks(text, "sh").into_iter().flat_map(|block| block.lines().map(str::trim)));
    let without_comment = |line: &str| line.split("  #").next().unwrap_or_default().trim_end().to_string();
    let lines = lines.map(|line| without_comment(line).replace("cargo run --release -- ", "bruecke "));
    lines.filter(|line| line.starts_with("bruecke ")).collect()
}

fn run(line: &str, folder: &Path) {
    let args = words(line).split_off(1);
    let mut command = program();
    command.current_dir(folder).args(&args).stdin(Stdio::null());
    if args.iter().any(|arg| arg == "serve") {
        return serves(command.env("PATH", "/nonexistent").args(["--port", "0"]), line);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{line}: {said}");
}

/// Runs until the site is shown.
fn serves(command: &mut Command, line: &str) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let shown = lines.map_while(Result::ok).any(|line| line.contains("http://127.0.0.1:"));
    _ = child.kill();
    _ = child.wait();
    assert!(shown, "{line}");
}

#[test]
fn every_command_of_the_press_office_s_handbooks_runs() {
    for handbook in PRESS {
        let (folder, text) = (site(), read(handbook));
        let commands = commands(&text);
        assert!(commands.len() >= 10, "{commands:?}");
        commands.iter().for_each(|line| run(line, folder.path()));
        assert!(folder.path().join("public/de/index.html").is_file());
    }
}

#[test]
fn every_command_of_the_other_docs_runs() {
    let mut ran = 0;
    for page in ["README.md", "docs/reference.md", "docs/hosts.md"] {
        let folder = site();
        for line in commands(&read(page)) {
            run(&line, folder.path());
            ran += 1;
        }
    }
    assert!(ran > 3, "{ran}");
}

/// Commits the site, so that there is a history to look into.
fn git(folder: &Path) {
    let me = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"];
    for args in [&["init", "-q"][..], &["add", "."], &["commit", "-q", "-m", "Site"]] {
        let mut git = Command::new("git");
        git.current_dir(folder).args(me).args(args).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", folder);
        assert!(git.status().unwrap().success(), "git {args:?}");
    }
}

/// What an office does: it translates what is not translated (here by the same words), looks at each text and confirms it.
fn confirm(file: &Path) {
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains("state=\"initial\""), "{text}");
    let segments = text.replace("state=\"initial\"", "state=\"translated\"");
    let segments = segments.split("</segment>").map(|segment| {
        let source = segment.split_once("<source").and_then(|(_, rest)| rest.split_once("</source>"));
        match source {
            Some((source, _)) if !segment.contains("<target") => format!("{segment}<target{source}</target>"),
            _ => segment.to_string(),
        }
    });
    std::fs::write(file, segments.collect::<Vec<_>>().join("</segment>")).unwrap();
}

#[test]
fn every_command_of_the_translators_guides_runs() {
    for guide in TRANSLATORS {
        let folder = site();
        git(folder.path());
        let write = |name: &str, text: &str| {
            let path = folder.path().join("content").join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let edit = |name: &str, from: &str, to: &str| {
            let text = read(&format!("content/{name}"));
            assert!(text.contains(from), "{name}");
            write(name, &text.replacen(from, to, 1));
        };
        // A page that lacks its translations, and some that are out of date.
        write("news/2026-12-02-neue-meldung/index.de.md", "---\ntitle: Neu\ndate: 2026-12-02\n---\nText\n");
        edit("delegation.de.md", "Eine Woche lang", "Acht Tage lang");
        edit("about.de.md", "Diese Website", "Die Website");
        let commands = commands(&read(guide));
        assert!(commands.len() >= 4, "{guide}: {commands:?}");
        for line in commands {
            if line.contains(" import ") {
                confirm(&folder.path().join("de-vi.xlf"));
            }
            run(&line, folder.path());
        }
    }
}

#[test]
fn every_example_of_front_matter_is_read() {
    let folder = site();
    let texts = PRESS.map(read);
    let fronts = texts.iter().flat_map(|text| blocks(text, "yaml"));
    for (number, front) in fronts.enumerate() {
        let page = folder.path().join(format!("content/news/beispiel-{number}"));
        std::fs::create_dir_all(&page).unwrap();
        std::fs::write(page.join("index.de.md"), format!("---\n{front}slug: beispiel-{number}\n---\nText\n")).unwrap();
        std::fs::copy(project().join("docs/home.png"), page.join("gruppe.png")).unwrap();
        std::fs::write(page.join("programm.pdf"), "%PDF-1.4\n").unwrap();
    }
    let output = program().args(["check", "--drafts", "--root"]).arg(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    // The examples of site.yaml.
    for settings in texts.iter().flat_map(|text| blocks(text, "yml")) {
        let yaml = format!("base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: leipzig\n{settings}");
        std::fs::write(folder.path().join("site.yaml"), yaml).unwrap();
        let output = program().args(["check", "--drafts", "--root"]).arg(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn what_they_name_exists() {
    for guide in TRANSLATORS.into_iter().chain(PRESS) {
        let text = read(guide);
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        // Others stand in examples of pages.
        let own = |link: &&str| ["../", "handbuch/", "translators"].iter().any(|begin| link.starts_with(begin));
        for link in links.filter(own).filter(|link| !link.contains("partnership")) {
            assert!(project().join("docs").join(link).is_file(), "{guide}: {link}");
        }
    }
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    for (handbook, head) in PRESS.into_iter().zip(["| Meldung |", "| Message |", "| Thông báo |"]) {
        let press = read(handbook);
        let table = press.split(head).nth(1).unwrap().split("\n\n").next().unwrap();
        let cells = table.lines().filter_map(|line| line.split('|').nth(1));
        let named: Vec<&str> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
        assert!(named.len() > 5);
        for code in named {
            assert!(codes.contains(&code), "{code}");
        }
    }
}
