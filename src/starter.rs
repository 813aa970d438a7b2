//! Languages and a day → the files of a small site, complete and with comments that teach: what `bruecke init` writes.
//!
//! `starter/LANG.txt` has the texts of a language: `=== PATH` begins a file. What pages share stands here; a translation
//! notes the state of the page it was made from, so that the new site's translations are current.

use std::sync::Arc;

use jiff::civil::Date;

use crate::configure::configure;
use crate::model::{SourceText, TranslatableText};
use crate::parse::as_written;

/// The languages that the shipped theme speaks, with the starter's texts.
const TEXTS: [(&str, &str); 3] = [
    ("de", include_str!("starter/de.txt")),
    ("vi", include_str!("starter/vi.txt")),
    ("en", include_str!("starter/en.txt")),
];

const SHARED: [(&str, &str); 7] = [
    ("content/_index", "template: home.html\n"),
    ("content/news/_index", "sort_by: date\npaginate_by: 10\n"),
    ("content/news/{{ date }}-welcome/index", "date: {{ date }}\ntags: [example]\n"),
    ("content/imprint", "template: imprint.html\n"),
    ("content/privacy", "template: privacy.html\n"),
    ("content/accessibility", "template: accessibility.html\n"),
    ("content/search", "template: search.html\n"),
];

/// What is no business of a repository: the output, and what the next build may make again.
const IGNORED: &str = "/public/\n/.bruecke/\n";

/// A file: its path in the site's folder, with forward slashes, and its text.
pub(crate) type File = (String, String);

pub(crate) fn languages() -> [&'static str; 3] {
    TEXTS.map(|(tag, _)| tag)
}

/// The files of a site in these of [`languages`], the first the source language. `day` is that of its first release.
pub(crate) fn starter(tags: &[&str], day: Date) -> Vec<File> {
    let (languages, day) = (tags.join(", "), day.to_string());
    let texts: Vec<_> = tags.iter().filter_map(|tag| TEXTS.into_iter().find(|(known, _)| known == tag)).collect();
    let Some((source, first)) = texts.first() else { return Vec::new() };
    let fill = |text: &str| text.replace("{{ languages }}", &languages).replace("{{ date }}", &day);
    let settings = parts(first).find(|(path, _)| *path == "site.yaml").map(|(_, text)| fill(text)).unwrap_or_default();
    let mut files: Vec<File> = vec![("site.yaml".into(), settings.clone()), (".gitignore".into(), IGNORED.into())];
    for (path, original) in parts(first).filter(|(path, _)| *path != "site.yaml") {
        let shared = SHARED.iter().find(|(name, _)| *name == path).map_or("", |(_, front)| front);
        let page = |text: &str, more: &str| {
            let (front, body) = text.split_once("---\n").unwrap_or((text, ""));
            fill(&format!("---\n{front}{more}---\n{body}"))
        };
        let original = page(original, shared);
        let revision = revision(&settings, &fill(path), &original);
        for (tag, text) in &texts {
            let text = parts(text).find(|(name, _)| *name == path).map_or("", |(_, text)| text);
            files.push(match path.strip_prefix("locales/") {
                Some(name) => (format!("locales/{tag}/{name}"), text.to_string()),
                None if tag == source => (format!("{}.{tag}.md", fill(path)), original.clone()),
                None => {
                    let noted = format!("translation: {{from: {source}, revision: \"{revision}\"}}\n");
                    (format!("{}.{tag}.md", fill(path)), page(text, &noted))
                }
            });
        }
    }
    files
}

fn parts(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.split("=== ").skip(1).filter_map(|part| part.split_once('\n'))
}

/// The state of a page as written; empty where it has none.
fn revision(settings: &str, path: &str, text: &str) -> String {
    let file = |path: &str, text: &str| Arc::new(SourceText::new(path, text));
    let config = configure(file("site.yaml", settings), None).value;
    let read = config.and_then(|config| as_written(&file(path, text), path.ends_with("/_index"), &config));
    read.map(|(front, body)| TranslatableText::of(&front).revision(|| &text[body]).to_string()).unwrap_or_default()
}
