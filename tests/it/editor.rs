//! The editor in the browser: when it is there, what it is told, and what of the site stays out of it. How it works is
//! seen in Chromium: tests/browser/editor.mjs.

use bruecke::diagnostic::Code;
use serde_json::Value;

use crate::support::{self, SiteTest};

const YAML: &str = "base_url: https://example.org/sub/\nlanguages: [de, vi, en]\ntheme: plain\nmissing: omit\n";

fn site(more: &str) -> SiteTest {
    let site = SiteTest::new().file("site.yaml", &format!("{YAML}{more}"));
    support::editor_package(site.path());
    site
}

fn config(files: &support::Site, lang: &str) -> Value {
    serde_json::from_str(&files.files[&format!("admin/config.{lang}.json")]).unwrap()
}

/// The collections by name.
fn collection<'c>(config: &'c Value, name: &str) -> &'c Value {
    let all = config["collections"].as_array().unwrap();
    all.iter().find(|collection| collection["name"] == name).unwrap_or_else(|| panic!("no {name} in {all:#?}"))
}

fn field<'c>(fields: &'c Value, name: &str) -> &'c Value {
    let all = fields.as_array().unwrap();
    all.iter().find(|field| field["name"] == name).unwrap_or_else(|| panic!("no {name} in {all:#?}"))
}

#[test]
fn it_is_off_unless_it_is_asked_for() {
    let site = site("").build();
    assert!(!site.files.keys().any(|name| name.starts_with("admin")), "{:?}", site.files.keys());
}

#[test]
fn the_package_comes_along_whole_and_nothing_more() {
    for yaml in ["features: editor\n", "features: [editor]\n"] {
        let site = site(yaml).build();
        let names: Vec<&str> = site.files.keys().filter_map(|name| name.strip_prefix("admin/")).collect();
        let wanted = [
            "cms/assets/text.woff2",
            "cms/immutable.LICENSE.txt",
            "cms/immutable.js",
            "cms/index.js",
            "cms/sveltia-cms.LICENSE.txt",
            "cms/turndown.js",
            "config.de.json",
            "config.en.json",
            "config.vi.json",
            "index.html",
            "locales/de.js",
            "start.js",
        ];
        assert_eq!(names, wanted);
    }
    let site = site("features: editor\n").build();
    assert_eq!(site.files["admin/locales/de.js"], "export default {\"save\": \"Speichern\"}");
    // A mistake of the version that is tested, mended.
    assert_eq!(site.files["admin/cms/index.js"], "const n=o.current?.validities[t.locale]?.[t.keyPath]");
}

#[test]
fn nobody_is_led_to_it() {
    let site = site("features: editor\n")
        .file("themes/plain/templates/search.html", "{{ page.title }}")
        .page("search.de.md", "title: Suchen\ntemplate: search.html\n", "")
        .build();
    assert!(site.files.keys().any(|name| name.starts_with("search/")) && site.files.contains_key("sitemap.xml"));
    for (name, text) in site.files.iter().filter(|(name, _)| !name.starts_with("admin/")) {
        assert!(!text.contains("admin"), "{name}");
    }
    let page = &site.files["admin/index.html"];
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{page}");
    for foreign in ["http://", "https://"] {
        assert!(!page.contains(foreign), "{page}");
    }
}

#[test]
fn it_knows_the_site_s_languages_sections_tags_and_keys() {
    let mut site = site("features: editor\n");
    for (lang, title, tag) in [("de", "Aktuelles", "Gesundheit"), ("vi", "Tin tức", "Y tế"), ("en", "News", "Health")]
    {
        let from = if lang == "de" { "" } else { "\ntranslation: {from: de}" };
        site = site
            .append(&format!("locales/{lang}/site.ftl"), &format!("tag-health = {tag}\n"))
            .page(&format!("news/_index.{lang}.md"), &format!("title: {title}{from}"), "")
            .page(&format!("about.{lang}.md"), &format!("title: A{from}"), "");
        for day in ["2026-01-01", "2026-01-02"] {
            let own =
                if lang == "de" { format!("date: {day}\ntags: [health]") } else { "translation: {from: de}".into() };
            site = site.page(&format!("news/{day}/index.{lang}.md"), &format!("title: T {day}\n{own}"), "");
        }
        site = site.page(&format!("news/old/paper.{lang}.md"), &format!("title: P{from}"), "");
    }
    let site = site.build();
    let labels = |lang: &str| {
        let config = config(&site, lang);
        let all =
            config["collections"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap().to_string());
        all.collect::<Vec<_>>()
    };
    // Dated releases are in folders, so new ones are made there; the pages below no section come last.
    assert_eq!(
        labels("de"),
        [
            "Aktuelles · Ordner",
            "Aktuelles",
            "news/old",
            "news/old · Ordner",
            "Einzelne Seiten",
            "Einzelne Seiten · Ordner"
        ]
    );
    assert_eq!(labels("vi")[..2], ["Tin tức · Thư mục", "Tin tức"]);
    assert_eq!(labels("en")[..2], ["News · Folders", "News"]);

    let config = config(&site, "vi");
    assert_eq!(config["i18n"]["structure"], "multiple_files");
    assert_eq!(config["i18n"]["locales"], serde_json::json!(["de", "vi", "en"]));
    assert_eq!(config["i18n"]["default_locale"], "de");
    let folders = collection(&config, "news--folders");
    assert_eq!((&folders["folder"], &folders["path"]), (&"content/news".into(), &"{{slug}}/index".into()));
    assert_eq!(folders["slug"], "{{year}}-{{month}}-{{day}}-{{slug}}");
    assert_eq!(collection(&config, "pages")["folder"], "content");
    assert_eq!(collection(&config, "pages")["slug"], "{{slug}}");
    let tags = field(&folders["fields"], "tags");
    assert_eq!(tags["options"], serde_json::json!([{"value": "health", "label": "Y tế"}]));
    // What the schema says.
    assert_eq!(field(&folders["fields"], "title")["required"], true);
    assert_eq!(field(&folders["fields"], "description")["required"], false);
    let contacts = field(&folders["fields"], "contacts");
    assert_eq!((&contacts["widget"], &field(&contacts["fields"], "name")["required"]), (&"list".into(), &true.into()));
    let index = &collection(&config, "news")["index_file"];
    assert_eq!(index["name"], "_index");
    let values = field(&index["fields"], "sort_by")["options"].as_array().unwrap().len();
    assert_eq!(values, 3);
    assert!(!folders["fields"].as_array().unwrap().iter().any(|field| field["name"] == "sort_by"));
    // Whether a page is public is said once, for all its languages.
    for (name, each) in [("draft", false), ("publish", false), ("date", false), ("title", true), ("body", true)] {
        assert_eq!(field(&folders["fields"], name)["i18n"], each, "{name}");
    }
    // A default would be written into every page that is saved.
    assert!(!site.files["admin/config.de.json"].contains("\"default\": \""), "no field has a default");
}

#[test]
fn a_git_host_is_named_with_all_it_needs_and_asked_alone() {
    let backend = |yaml: &str| {
        let site = site(&format!("features: editor\neditor: {yaml}\n")).build();
        assert_eq!(site.codes(), ["publisher-unset"], "{yaml}");
        let page = &site.files["admin/index.html"];
        let policy = page.split("connect-src ").nth(1).unwrap().split(';').next().unwrap().to_string();
        let asked = page.split("data-hosts=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
        assert!(policy.ends_with(&asked), "{policy} against {asked}");
        (config(&site, "de")["backend"].clone(), asked)
    };
    let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let (github, asked) = backend("{host: github, repository: city/site, branch: main}");
    assert_eq!(github, json(r#"{"name": "github", "repo": "city/site", "branch": "main", "auth_methods": ["token"]}"#));
    assert_eq!(asked, "https://api.github.com https://github.com https://avatars.githubusercontent.com");
    let (login, _) = backend("{host: github, repository: city/site, login: \"https://login.example.org/\"}");
    let wanted = r#"{"name": "github", "repo": "city/site", "base_url": "https://login.example.org"}"#;
    assert_eq!(login, json(wanted));
    let (enterprise, asked) = backend("{host: github, repository: city/site, url: https://git.example.org}");
    assert_eq!(enterprise["api_root"], "https://git.example.org/api/v3");
    assert_eq!(asked, "https://git.example.org");
    let (gitlab, asked) = backend("{host: gitlab, repository: a/b/c, application: 12ab}");
    let wanted = r#"{"name": "gitlab", "repo": "a/b/c", "app_id": "12ab", "auth_type": "pkce", "base_url": null}"#;
    let mut wanted = json(wanted);
    wanted.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    assert_eq!(gitlab, wanted);
    assert_eq!(asked, "https://gitlab.com");
    let (gitea, asked) =
        backend("{host: gitea, repository: city/site, url: \"https://git.example.org/forge/\", application: 12ab}");
    let wanted = r#"{"name": "gitea", "repo": "city/site", "app_id": "12ab",
        "base_url": "https://git.example.org/forge", "api_root": "https://git.example.org/forge/api/v1"}"#;
    assert_eq!(gitea, json(wanted));
    assert_eq!(asked, "https://git.example.org");
    let (token, asked) = backend("{host: gitea, repository: city/site}");
    assert_eq!(token, json(r#"{"name": "gitea", "repo": "city/site", "auth_methods": ["token"]}"#));
    assert_eq!(asked, "https://gitea.com");
}

#[test]
fn a_missing_package_stops_the_build_at_the_line_that_asks_for_it() {
    let whole = || site("features: editor\n");
    for missing in [
        "@sveltia/cms/package.json",
        "@sveltia/cms/npm/index.js",
        "immutable/dist/immutable.es.js",
        "turndown/lib/turndown.browser.es.js",
    ] {
        let site = whole().without(&format!("node_modules/{missing}")).build();
        let found: Vec<_> = site.diagnostics.iter().filter(|found| found.code == Code::EditorPackage).collect();
        let [found] = found[..] else { panic!("{:?}", site.diagnostics) };
        assert_eq!(found.args[0].1.to_string(), missing);
        let at = found.at.as_ref().unwrap();
        assert_eq!((at.source.path.as_str(), at.source.line_column(at.span.start)), ("site.yaml", (5, 11)));
        assert!(site.files.is_empty());
    }
    // npm puts another version of what it needs into the package itself.
    let inside = whole()
        .without("node_modules/immutable/dist/immutable.es.js")
        .file("node_modules/@sveltia/cms/node_modules/immutable/dist/immutable.es.js", "inside");
    assert_eq!(inside.build().files["admin/cms/immutable.js"], "inside");
    let other = whole().file("node_modules/@sveltia/cms/package.json", "{\"version\": \"0.300.0\"}").build();
    assert_eq!(other.codes(), ["editor-version", "publisher-unset"]);
    assert!(other.files.contains_key("admin/index.html"));
}

#[test]
fn its_addresses_are_its_own() {
    let aliases = "title: A\naliases: [/admin/, /admin/x/, /administration/]";
    let found = site("features: editor\n").page("a.de.md", aliases, "").build().codes().join(" ");
    assert_eq!(found.matches("same-address").count(), 2, "{found}");
    assert!(!site("").page("a.de.md", aliases, "").build().codes().join(" ").contains("same-address"));
    let file = |more: &str| {
        let site = site(more).page("a.de.md", "title: A", "[B](/admin/b.pdf)").bytes("content/admin/b.pdf", b"%PDF");
        site.build().codes().join(" ")
    };
    assert!(file("features: editor\n").contains("same-address"));
    assert!(!file("").contains("same-address"));
}

#[test]
fn what_is_not_public_is_not_in_it() {
    let secret = |site: SiteTest| {
        site.append("locales/de/site.ftl", "# = same\ntag-xqz = Xqz\n")
            .page("xqz.de.md", "title: Xqz\ndraft: true\ntags: [xqz]", "")
            .page("news/xqz/index.de.md", "title: Xqz\npublish: 2999-01-01\ntags: [xqz]", "")
            .page("xqz-rubrik/_index.de.md", "title: Xqz\ndraft: true", "")
            .page("xqz-rubrik/a.de.md", "title: Xqz", "")
    };
    let open = || site("features: editor\n").page("news/_index.de.md", "title: Aktuelles", "");
    let (without, with) = (open().build(), secret(open()).build());
    assert_eq!(with.files.len(), without.files.len());
    for (name, text) in with.files.iter().filter(|(name, _)| name.starts_with("admin/")) {
        assert_eq!(text, &without.files[name], "{name}");
    }
}
