//! Pages are named by one rule, wherever somebody names them: in links, menus, feeds, press kits, templates, commands.

use crate::support::{Site, SiteTest};

/// A site with a page, a section and a page in a folder of its own, in German and English.
fn site() -> SiteTest {
    let mut site = SiteTest::in_languages(&["de", "en"]);
    for lang in ["de", "en"] {
        let from = if lang == "de" { "" } else { "\ntranslation: {from: de}" };
        site = site
            .page(&format!("about.{lang}.md"), &format!("title: About {lang}{from}"), "")
            .page(&format!("a b.{lang}.md"), &format!("title: Spaced {lang}{from}"), "")
            .page(&format!("news/_index.{lang}.md"), &format!("title: News {lang}{from}"), "")
            .page(&format!("news/visit/index.{lang}.md"), &format!("title: Visit {lang}\ndate: 2024-01-01{from}"), "");
    }
    site
}

/// A name of a page, and the address of the page in English without the language; without a page it is an error. Links
/// tell pages from files by what stands at the end, so that some names are no page there.
const NAMES: [(&str, Option<&str>, bool); 26] = [
    ("/about.md", Some("about-en"), true),
    ("about.md", Some("about-en"), true),
    ("./about.md", Some("about-en"), true),
    ("/news/../about.md", Some("about-en"), true),
    ("/about/", Some("about-en"), true),
    ("/about", Some("about-en"), false),
    ("about", Some("about-en"), false),
    ("/a b.md", Some("spaced-en"), true),
    ("/a%20b.md", Some("spaced-en"), true),
    ("/news/", Some("news-en"), true),
    ("news/", Some("news-en"), true),
    ("/news", Some("news-en"), false),
    ("/news/_index.md", Some("news-en"), true),
    ("/news/_index", Some("news-en"), false),
    ("/news/visit/", Some("news-en/visit-en"), true),
    ("/news/visit/index.md", Some("news-en/visit-en"), true),
    ("/news/visit.md", Some("news-en/visit-en"), true),
    ("/", Some(""), true),
    ("/_index.md", Some(""), true),
    ("/index.md", Some(""), true),
    ("/About.md", None, false),
    ("/about.fr.md", None, false),
    ("/about.html", None, false),
    ("/about.md?x", None, false),
    ("/news.md", None, false),
    ("../about.md", None, false),
];

/// The same with a language, and the address with it.
const IN_GERMAN: [(&str, &str); 4] = [
    ("/about.de.md", "de/about-de/"),
    ("/news/_index.de.md", "de/news-de/"),
    ("/news/visit/index.de.md", "de/news-de/visit-de/"),
    ("/_index.de.md", "de/"),
];

fn address(page: &str) -> String {
    if page.is_empty() { "en/".into() } else { format!("en/{page}/") }
}

/// What stands in the English home page's menu, or the errors.
fn menu(name: &str) -> Result<String, Vec<&'static str>> {
    let built = site().append("site.yaml", &format!("menus: {{main: [{{page: \"{name}\"}}]}}\n")).build();
    shown(&built, "<nav id=\"menu-main\">", "</nav>")
}

fn shown(built: &Site, start: &str, end: &str) -> Result<String, Vec<&'static str>> {
    match built.files.get("en/index.html") {
        Some(html) => Ok(html.split(start).nth(1).unwrap().split(end).next().unwrap().to_string()),
        None => Err(built.codes()),
    }
}

#[test]
fn a_menu_shows_each_page_or_says_that_there_is_none() {
    for (name, page, _) in NAMES {
        match (menu(name), page) {
            (Ok(menu), Some(page)) => {
                assert!(menu.contains(&format!("href=\"../{}\"", address(page))), "{name}: {menu}");
            }
            (Err(codes), None) => assert!(codes.contains(&"broken-link"), "{name}: {codes:?}"),
            (other, _) => panic!("{name}: {other:?}"),
        }
    }
    for (name, address) in IN_GERMAN {
        assert!(menu(name).unwrap().contains(&format!("href=\"../{address}\"")), "{name}: {:?}", menu(name));
    }
    assert!(menu("/about.md#x").unwrap_err().contains(&"broken-link"));
}

#[test]
fn a_menu_s_page_in_a_language_it_lacks_is_the_original() {
    let site = site().page("b.de.md", "title: B", "");
    let built = site.append("site.yaml", "menus: {main: [{page: /b.en.md}, {page: /b.md}]}\n").build();
    assert!(built.codes().contains(&"link-untranslated"), "{:?}", built.codes());
    let menu = shown(&built, "<nav id=\"menu-main\">", "</nav>").unwrap();
    assert_eq!(menu, "<a href=\"../de/b/\">B</a>", "nothing is left out but what the language lacks");
}

#[test]
fn a_menu_s_page_that_is_not_public_is_an_error() {
    for name in ["/secret.md", "/secret.de.md", "/secret/", "secret"] {
        let site = site().page("secret.de.md", "title: Secret\ndraft: true", "");
        let built = site.append("site.yaml", &format!("menus: {{main: [{{page: {name}}}]}}\n")).build();
        assert!(built.codes().contains(&"link-to-unpublished"), "{name}: {:?}", built.codes());
    }
}

#[test]
fn links_name_pages_by_the_same_rule() {
    let link = |name: &str| {
        let built =
            site().page("_index.en.md", "title: Home\ntranslation: {from: de}", &format!("[x](<{name}>)")).build();
        shown(&built, "<main>", "</main>")
    };
    for (name, page, is_link) in NAMES {
        match (link(name), page.filter(|_| is_link)) {
            (Ok(html), Some(page)) => {
                assert!(html.contains(&format!("href=\"../{}\"", address(page))), "{name}: {html}");
            }
            (Err(codes), None) => {
                let all = ["broken-link", "missing-file", "link-escapes"];
                assert!(codes.iter().any(|code| all.contains(code)), "{name}: {codes:?}");
            }
            (other, _) => panic!("{name}: {other:?}"),
        }
    }
    for (name, address) in IN_GERMAN {
        assert!(link(name).unwrap().contains(&format!("href=\"../{address}\"")), "{name}: {:?}", link(name));
    }
}

#[test]
fn templates_name_pages_by_the_same_rule() {
    let call = |name: &str| {
        let p = format!("{{% set p = page(path=\"{name}\") %}}");
        let call = format!("<p>{p}{{{{ p.url }}}}{{% if p.lang %}} {{{{ p.lang }}}}{{% endif %}}</p>");
        shown(&site().append("themes/plain/templates/home.html", &call).build(), "<p>", "</p>")
    };
    for (name, page, _) in NAMES {
        match (call(name), page) {
            (Ok(url), Some(page)) => assert_eq!(url, format!("../{}", address(page)), "{name}"),
            (Err(codes), None) => assert!(codes.contains(&"broken-link"), "{name}: {codes:?}"),
            (other, _) => panic!("{name}: {other:?}"),
        }
    }
    for (name, address) in IN_GERMAN {
        assert_eq!(call(name).unwrap(), format!("../{address} de"), "{name}");
    }
}

#[test]
fn feeds_and_press_kits_name_sections_by_the_same_rule() {
    for (name, page, _) in NAMES.into_iter().chain(IN_GERMAN.map(|(name, _)| (name, Some("news-en"), true))) {
        for (key, wrong) in [("press_kits", "kit-of-page"), ("feeds", "feed-of-page")] {
            let value = if key == "feeds" { format!("{{sections: [\"{name}\"]}}") } else { format!("[\"{name}\"]") };
            let codes = site().append("site.yaml", &format!("{key}: {value}\n")).build().codes();
            match page {
                None => assert!(codes.contains(&"broken-link"), "{key} {name}: {codes:?}"),
                Some(_) if name.contains("about") || name.contains("visit") || name.contains('b') => {
                    assert!(codes.contains(&wrong), "{key} {name}: {codes:?}");
                }
                Some(_) => {
                    let found = codes.contains(&wrong) || codes.contains(&"broken-link");
                    assert!(!found, "{key} {name}: {codes:?}");
                }
            }
        }
    }
}

#[test]
fn an_export_takes_each_page_that_is_named_or_says_that_there_is_none() {
    let export = |site: &SiteTest, name: &str| {
        let out =
            site.run(&["translations", "export", "--lang", "en", "--output", site.path().to_str().unwrap(), name]);
        (out.status.success(), std::fs::read_to_string(site.path().join("de-en.xlf")).unwrap_or_default())
    };
    for name in ["b", "/b.md", "content/b.de.md", "/news/../b.md"] {
        let (done, text) = export(&site().page("b.de.md", "title: Bridge", ""), name);
        assert!(done && text.contains("Bridge"), "{name}: {text}");
    }
    assert_eq!(export(&site(), "/nowhere.md"), (false, String::new()));
}

#[test]
fn commands_name_pages_by_the_same_rule() {
    let site = site();
    let explain = |name: &str| {
        let out = site.run(&["explain", name, "--lang", "en"]);
        (out.status.success(), String::from_utf8(out.stdout).unwrap() + &String::from_utf8(out.stderr).unwrap())
    };
    let all = NAMES.map(|(name, page, _)| (name, page)).into_iter();
    let files = [("content/about.de.md", Some("about-en")), ("./content/news/visit/index.en.md", Some("visit-en"))];
    for (name, page) in all.chain(files) {
        let (found, out) = explain(name);
        assert_eq!(found, page.is_some(), "{name}: {out}");
        let title = match page {
            Some("about-en") => "About en",
            Some("spaced-en") => "Spaced en",
            Some("news-en") => "News en",
            Some("") => "Home",
            Some(_) => "Visit en",
            None => continue,
        };
        assert!(out.contains(title), "{name}: {out}");
    }
}
