//! The site's sections → the editor's configuration, with two lists a section: pages as single files, and pages in folders
//! of their own, since the editor finds files by one pattern a list.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::fields::Form;
use super::labels::Labels;
use crate::model::{Editor, Entry, GitHost, GitService, Lang, Site};

/// Where pictures of pages without a folder go, below `content/`.
const MEDIA: &str = "media";

/// The whole configuration, with labels in one language, and the site's own names in the same where the site has it.
pub(super) fn configuration(site: &Site, editor: &Editor, labels: &Labels, title: impl Fn(Lang) -> String) -> Value {
    let lang = site.config.languages.get(labels.lang).unwrap_or_else(|| site.config.languages.first());
    let title = title(lang);
    let languages: Vec<String> = site.config.languages.iter().map(|lang| lang.to_string()).collect();
    json!({
        "load_config_file": false,
        "backend": backend(editor, &title),
        "site_url": site.config.base_url,
        "app_title": title,
        "show_preview_links": false,
        "media_folder": format!("/content/{MEDIA}"),
        "public_folder": format!("/{MEDIA}"),
        // Pictures come from the site or the machine of who writes, never from agencies elsewhere.
        "media_libraries": {"default": {"config": {"slugify_filename": true}}, "stock_assets": false},
        // The page's own address follows its language's rules; this is the file's name only.
        "slug": {"encoding": "ascii", "clean_accents": true, "timezone": "local"},
        "i18n": {
            "structure": "multiple_files",
            "locales": languages,
            "default_locale": languages.first(),
            "initial_locales": "default",
        },
        "editor": {"preview": false},
        "output": {"omit_empty_optional_fields": true},
        "collections": collections(site, &languages, labels, lang),
    })
}

/// The git host. Where there is none, a folder of the editor's machine is opened; a repository must be named all the same,
/// and people are asked for the folder by that name.
fn backend(editor: &Editor, title: &str) -> Value {
    let Some(host) = &editor.host else {
        let name = title.replace(['/', ':'], " ");
        return json!({"name": "github", "repo": format!("bruecke/{name}"), "auth_methods": ["token"]});
    };
    let GitHost { service, repository, branch, url, sign_in } = host;
    let api = url.as_ref().map(|url| match service {
        GitService::GitHub => format!("{url}/api/v3"),
        GitService::GitLab => format!("{url}/api/v4"),
        GitService::Gitea => format!("{url}/api/v1"),
    });
    let mut backend = json!({"name": service.name(), "repo": repository, "branch": branch, "api_root": api});
    match (service, sign_in) {
        (GitService::GitHub, Some(login)) => backend["base_url"] = login.as_str().into(),
        (_, Some(application)) => {
            backend["base_url"] = url.clone().into();
            backend["app_id"] = application.as_str().into();
            if *service == GitService::GitLab {
                backend["auth_type"] = "pkce".into();
            }
        }
        (_, None) => {
            backend["auth_methods"] = json!(["token"]);
            if *service != GitService::GitHub {
                backend["base_url"] = url.clone().into();
            }
        }
    }
    if let Some(fields) = backend.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    backend
}

/// A folder of `content/` as readers see it.
#[derive(Default)]
struct Folder<'s> {
    section: Option<&'s Entry>,
    /// Public pages by the form of their files.
    plain: usize,
    bundles: usize,
    dated: usize,
}

fn folders(site: &Site) -> BTreeMap<String, Folder<'_>> {
    let mut folders: BTreeMap<String, Folder<'_>> = BTreeMap::from([(String::new(), Folder::default())]);
    for entry in &site.entries {
        if entry.children.is_some() {
            let folder = entry.key.strip_suffix("_index").unwrap_or_default().trim_end_matches('/');
            folders.entry(folder.to_string()).or_default().section = Some(entry);
            continue;
        }
        let own = entry.translations[entry.original].as_ref();
        let Some(page) = own else { continue };
        let (folder, _) = entry.key.rsplit_once('/').unwrap_or(("", &entry.key));
        let found = folders.entry(folder.to_string()).or_default();
        match page.document.source.path.contains("/index.") {
            true => found.bundles += 1,
            false => found.plain += 1,
        }
        found.dated += usize::from(page.meta.date.is_some());
    }
    folders
}

fn collections(site: &Site, languages: &[String], labels: &Labels, lang: Lang) -> Vec<Value> {
    let tags: Vec<(String, String)> = site
        .tags
        .iter()
        .map(|(key, tag)| {
            let named =
                tag.translations[lang].as_ref().or_else(|| tag.translations.iter().find_map(|(_, tag)| tag.as_ref()));
            (key.clone(), named.map_or_else(|| key.clone(), |tag| tag.name.clone()))
        })
        .collect();
    let mut names = BTreeSet::new();
    let mut all = Vec::new();
    let mut of_root = Vec::new();
    for (path, folder) in folders(site) {
        let of_folder = Collections { path: &path, folder: &folder, labels, languages, tags: &tags, lang };
        let made = of_folder.make(&mut names);
        if path.is_empty() { of_root = made } else { all.extend(made) }
    }
    all.extend(of_root);
    all
}

/// The two collections of a folder.
struct Collections<'a> {
    path: &'a str,
    folder: &'a Folder<'a>,
    labels: &'a Labels,
    languages: &'a [String],
    tags: &'a [(String, String)],
    lang: Lang,
}

impl Collections<'_> {
    fn make(&self, names: &mut BTreeSet<String>) -> Vec<Value> {
        let Self { path, folder, labels, languages, tags, .. } = *self;
        let plain_letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let name: String = if path.is_empty() { "pages".into() } else { path.chars().map(plain_letter).collect() };
        let dated = folder.dated * 2 > folder.plain + folder.bundles;
        let form = Form { labels, languages, tags, is_section: false };
        let slug = if dated { "{{year}}-{{month}}-{{day}}-{{slug}}" } else { "{{slug}}" };
        let base = format!("content/{path}").trim_end_matches('/').to_string();
        let label = self.label();
        let mut common = json!({
            "folder": base,
            "fields": form.fields(),
            "slug": slug,
            "i18n": true,
            "view_filters": [{"label": labels.get("drafts"), "field": "draft", "pattern": true}],
        });
        common["sortable_fields"] = match dated {
            true => json!({"fields": ["date", "title"], "default": {"field": "date", "direction": "descending"}}),
            false => json!({"fields": ["title", "weight"]}),
        };
        let section = Form { is_section: true, ..form };
        let index = if path.is_empty() { "home" } else { "index" };
        let mut plain = common.clone();
        plain["name"] = unique(&name, names).into();
        plain["label"] = label.as_str().into();
        plain["description"] = labels.get("plain").into();
        plain["index_file"] = json!({"name": "_index", "label": labels.get(index), "fields": section.fields()});
        let mut bundles = common;
        bundles["name"] = unique(&format!("{name}--folders"), names).into();
        bundles["label"] = format!("{label} {}", labels.get("folders")).into();
        bundles["description"] = labels.get("folders.hint").into();
        bundles["path"] = "{{slug}}/index".into();
        bundles["media_folder"] = "".into();
        bundles["public_folder"] = "".into();
        // New pages are made in the list that comes first: in folders, unless the section does without.
        if folder.plain > folder.bundles { vec![plain, bundles] } else { vec![bundles, plain] }
    }

    /// The section's title, in the language of the labels where the site has it.
    fn label(&self) -> String {
        if self.path.is_empty() {
            return self.labels.get("pages").to_string();
        }
        let title = self.folder.section.and_then(|section| {
            let page = section.translations[self.lang].as_ref().or(section.translations[section.original].as_ref())?;
            Some(page.document.front.title.clone())
        });
        title.unwrap_or_else(|| self.path.to_string())
    }
}

/// A name that no other collection has.
fn unique(name: &str, names: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let free = std::iter::once(name.to_string()).chain(numbered).find(|name| !names.contains(name));
    let free = free.unwrap_or_default();
    names.insert(free.clone());
    free
}
