//! The editor in the browser: `/admin/`, with Sveltia CMS, for those who never open a terminal.
//!
//! In: the resolved site, and the files of the package. Out: a page that no search engine lists and no page links to, the
//! package beside it, and its configuration in the program's languages. Invariant: the configuration names what readers
//! may see anyway, so nothing of a draft is in it; and the page asks no host but the site's own and the git host that
//! `site.yaml` names.

mod collections;
mod fields;
mod labels;
mod package;
mod page;

use super::text;
use crate::locale::Locales;
use crate::model::{EDITOR_FOLDER, Editor, Lang, Output, Site};

pub(crate) use package::package;

use labels::Labels;

/// Its page, its script and its configuration; the package's files are [`package`]'s.
pub(crate) fn editor(site: &Site, locales: &Locales, package: &[Output]) -> Vec<Output> {
    let Some(editor) = &site.config.editor else { return Vec::new() };
    let languages = &site.config.languages;
    let title = |lang: Lang| {
        let title = locales[lang].message(&site.config.title.value, &[]).unwrap_or_default();
        if title.trim().is_empty() { "bruecke".to_string() } else { title }
    };
    let mut files = vec![
        ("index.html".to_string(), page::page(&title(languages.first()), editor, package)),
        ("start.js".to_string(), include_str!("start.js").to_string()),
    ];
    files.extend(Labels::all().map(|labels| {
        let config = collections::configuration(site, editor, &labels, title);
        (format!("config.{}.json", labels.lang), format!("{config:#}\n"))
    }));
    files.into_iter().filter_map(|(name, content)| text(&format!("{EDITOR_FOLDER}{name}"), content)).collect()
}

/// The hosts that the editor asks beside the site's own: the programming interface and the pictures of a git host.
fn hosts(editor: &Editor) -> Vec<String> {
    use crate::model::config::GitService::{GitHub, GitLab, Gitea};
    let Some(host) = &editor.host else { return Vec::new() };
    let own = |url: &String| {
        let end = url.match_indices('/').nth(2).map_or(url.len(), |(at, _)| at);
        vec![url[..end].to_string()]
    };
    let of_service: &[&str] = match host.service {
        GitHub => &["https://api.github.com", "https://github.com", "https://avatars.githubusercontent.com"],
        GitLab => &["https://gitlab.com"],
        Gitea => &["https://gitea.com"],
    };
    host.url.as_ref().map_or_else(|| of_service.iter().map(ToString::to_string).collect(), own)
}
