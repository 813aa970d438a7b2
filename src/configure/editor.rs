//! `features` and `editor` of `site.yaml`: whether the site has an editor in the browser, and where its files are kept.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Editor, GitHost, GitService};
use crate::yaml::{Fields, Item, Reader};

/// Reads both keys. A git host without the feature is checked all the same, so that it can be switched off for a while.
pub(super) fn editor(reader: &mut Reader, fields: &mut Fields) -> Option<Editor> {
    let features = fields.take("features");
    let host = fields.take("editor").and_then(|item| git_host(reader, item));
    let on = features.map(|item| self::features(reader, item)).unwrap_or_default();
    on.into_iter().next().map(|at| Editor { at, host })
}

/// Where `editor` is named: one feature, or a list of them.
fn features(reader: &mut Reader, item: Item) -> Vec<std::ops::Range<usize>> {
    let feature = |reader: &mut Reader, item: Item| {
        let text = reader.text(item)?;
        let known = text.value == "editor";
        if !known {
            reader
                .push(Diagnostic::at(Code::WrongType, reader.location(text.span.clone())).with("expected", "features"));
        }
        known.then_some(text.span)
    };
    match item.is_text() {
        true => feature(reader, item).into_iter().collect(),
        false => reader.each(item, feature).unwrap_or_default(),
    }
}

fn git_host(reader: &mut Reader, item: Item) -> Option<GitHost> {
    let mut fields = reader.fields(item)?;
    let service = fields.require("host", reader).and_then(|item| expected(reader, item, "git-host", GitService::parse));
    let repository = fields.require("repository", reader);
    let repository = repository.and_then(|item| expected(reader, item, "repository", repository_path));
    let branch = fields.take("branch").and_then(|item| reader.text(item)).map(|text| text.value);
    let url = fields.take("url").and_then(|item| reader.parsed(item, Code::BadUrl, address));
    // Who may sign in is asked in another way by each; GitHub needs a service between.
    let sign_in = match service {
        Some(GitService::GitHub) => fields.take("login").and_then(|item| reader.parsed(item, Code::BadUrl, address)),
        Some(GitService::GitLab | GitService::Gitea) => {
            fields.take("application").and_then(|item| reader.text(item)).map(|text| text.value)
        }
        None => {
            fields.take("login");
            fields.take("application");
            None
        }
    };
    reader.finish(fields);
    Some(GitHost { service: service?, repository: repository?, branch, url, sign_in })
}

fn expected<T>(
    reader: &mut Reader,
    item: Item,
    what: &'static str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text = reader.text(item)?;
    let parsed = parse(&text.value);
    if parsed.is_none() {
        reader.push(Diagnostic::at(Code::WrongType, reader.location(text.span)).with("expected", what));
    }
    parsed
}

/// `owner/name`; GitLab's groups may lie in groups.
fn repository_path(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let segment = |segment: &str| !segment.is_empty() && !segment.starts_with('.') && segment.chars().all(plain);
    (text.contains('/') && text.split('/').all(segment)).then(|| text.to_string())
}

/// The address of a host, without a slash at its end. It goes into a policy, where it must be a plain one.
fn address(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '/');
    let sound = !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(plain);
    sound.then(|| text.trim_end_matches('/').to_string())
}
