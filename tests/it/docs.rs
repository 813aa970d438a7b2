//! The documentation names everything that exists.

use bruecke::diagnostic::{Code, Severity};

use crate::support;

fn read(path: &str) -> String {
    std::fs::read_to_string(support::project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What users look things up in.
fn reference() -> String {
    read("docs/reference.md") + &read("docs/hosts.md") + &read("docs/translators.md")
}

#[test]
fn every_front_matter_key_is_in_the_reference() {
    let reference = reference();
    for key in support::keys("src/parse/front_matter.rs") {
        assert!(reference.contains(&key), "docs/reference.md does not name the front matter key {key}");
    }
}

#[test]
fn every_key_of_site_yaml_is_in_the_reference() {
    let reference = reference();
    for key in support::keys("src/configure.rs")
        .into_iter()
        .chain(support::keys("src/configure/feeds.rs"))
        .chain(support::keys("src/configure/editor.rs"))
        .chain(support::publisher_fields().iter().flat_map(|field| field.split('.')).map(str::to_string))
    {
        assert!(reference.contains(&key), "docs/reference.md does not name the key {key} of site.yaml");
    }
}

#[test]
fn every_command_and_flag_is_in_the_reference() {
    let reference = reference();
    // The program itself tells which commands it has: each has a manual page.
    let folder = tempfile::tempdir().unwrap();
    assert!(support::program().arg("man").arg(folder.path()).status().unwrap().success());
    let pages = std::fs::read_dir(folder.path()).unwrap().map(|page| page.unwrap().file_name().into_string().unwrap());
    let commands: Vec<String> = pages
        .filter_map(|page| Some(page.strip_prefix("bruecke-")?.strip_suffix(".1")?.replace('-', " ")))
        .filter(|name| name != "locales")
        .collect();
    assert!(commands.len() > 15, "{commands:?}");
    for name in commands {
        let named = ["`", "-- ", "`bruecke "].iter().any(|before| reference.contains(&format!("{before}{name}")));
        assert!(named, "docs/reference.md does not name {name}");
        let help = support::program().args(name.split(' ')).arg("--help").output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        for flag in help.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 2) {
            let flag = flag.trim_end_matches([',', '.', ']', ')']);
            if !["--help", "--version"].contains(&flag) {
                assert!(reference.contains(flag), "docs/reference.md does not name {flag} of {name}");
            }
        }
    }
}

/// Compares the table after `head` with the meanings of `codes`; with BLESS, writes it.
fn compare_table(file: &str, head: &str, codes: &[Code]) {
    let text = read(file);
    let (before, rest) = text.split_once(head).unwrap_or_else(|| panic!("{file} has no table {head}"));
    let (_, after) = rest.split_once("\n\n").unwrap();
    let row = |code: &Code| format!("| `{}` | {} |\n", code.id(), code.meaning());
    let table = format!("{head}\n|---|---|\n{}", codes.iter().map(row).collect::<String>());
    let wanted = format!("{before}{table}\n{after}");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(support::project().join(file), &wanted).unwrap();
    } else if text != wanted {
        panic!("{file} should have this table; `BLESS=1 cargo test docs` writes it:\n{table}");
    }
}

#[test]
fn the_tables_of_messages_say_what_their_codes_mean() {
    let (warnings, errors): (Vec<Code>, Vec<Code>) =
        Code::ALL.iter().partition(|code| code.severity() == Severity::Warning);
    let of_locales = |codes: &[Code]| -> Vec<Code> {
        codes.iter().copied().filter(|code| code.is_about_locales() && *code != Code::StrayLocale).collect()
    };
    compare_table("docs/reference.md", "| Warning | Meaning |", &warnings);
    compare_table("docs/reference.md", "| Error | Meaning |", &errors);
    compare_table("docs/translators.md", "| Error | Meaning |", &of_locales(&errors));
    compare_table("docs/translators.md", "| Warning | Meaning |", &of_locales(&warnings));
}

#[test]
fn every_field_that_templates_see_is_in_the_themers_guide() {
    let guide = read("docs/themes.md");
    let folders = ["src/render/view", "src/render/view_cache"].map(|folder| support::project().join(folder));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap().flatten());
    let mut fields = 0;
    for file in files {
        let text = std::fs::read_to_string(file.path()).unwrap();
        for body in text.split("Serialize)]\n").skip(1).map(|rest| rest.split("\n}").next().unwrap()) {
            let lines = body.lines().filter(|line| line.starts_with("    ") && !line.contains("///"));
            for line in lines {
                let field = line.trim().trim_start_matches("pub ").trim_start_matches("r#").split(':').next().unwrap();
                assert!(guide.contains(field), "docs/themes.md does not name {field}");
                fields += 1;
            }
        }
    }
    assert!(fields > 100, "{fields}");
}

#[test]
fn every_function_and_shortcode_is_documented() {
    let (reference, guide) = (reference(), read("docs/themes.md"));
    let functions = read("src/render/functions.rs");
    let table = functions.split("const ALL").nth(1).unwrap().split("];").next().unwrap();
    let names = table.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.split('"').next());
    assert!(names.clone().count() > 9);
    for name in names {
        assert!(guide.contains(&format!("| `{name}(")), "docs/themes.md does not name the function {name}(…)");
    }
    let shortcodes = read("themes/leipzig/templates/shortcodes.html");
    for (at, call) in shortcodes.match_indices("{% component ") {
        let name = shortcodes[at + call.len()..].split('(').next().unwrap();
        assert!(reference.contains(name), "docs/reference.md does not name the shortcode {name}");
    }
}

/// The names of the theme's files in a folder, relative to it.
fn theme_files(folder: &str) -> Vec<String> {
    let path = support::project().join("themes/leipzig").join(folder);
    let files = std::fs::read_dir(path).unwrap().flatten().filter(|entry| entry.path().is_file());
    files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn every_template_block_part_style_sheet_and_token_is_in_the_themers_guide() {
    let guide = read("docs/themes.md");
    let named = |name: &str| assert!(guide.contains(&format!("`{name}`")), "docs/themes.md does not name {name}");
    for template in theme_files("templates") {
        named(&template);
        let text = read(&format!("themes/leipzig/templates/{template}"));
        for (at, tag) in text.match_indices("{% block ") {
            named(text[at + tag.len()..].split(' ').next().unwrap());
        }
    }
    theme_files("templates/partials").iter().for_each(|part| named(part));
    for sheet in theme_files("assets/css") {
        named(&format!("css/{sheet}"));
        let joined = read("themes/leipzig/assets/style.css").contains(&format!("\"css/{sheet}\""));
        assert!(joined, "style.css does not join css/{sheet}");
    }
    let tokens = read("themes/leipzig/assets/css/tokens.css");
    for line in tokens.lines().filter_map(|line| line.trim().strip_prefix("--")) {
        let token = format!("--{}", line.split(':').next().unwrap());
        let listed = guide.contains(&token) || token.starts_with("--space-");
        assert!(listed, "docs/themes.md does not name the token {token}");
    }
}

#[test]
fn the_guide_s_examples_of_one_colour_and_one_template_work() {
    let guide = read("docs/themes.md");
    let block = |after: &str, fence: &str| {
        let rest = guide.split(after).nth(1).unwrap().split(&format!("```{fence}\n")).nth(1).unwrap();
        rest.split("```").next().unwrap().to_string()
    };
    let site = support::SiteTest::in_languages(&["de"])
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de]\ntheme: house\n")
        .file("themes/house/theme.yaml", "extends: leipzig\n")
        .file("themes/house/assets/css/house.css", &block("### One colour", "css"))
        .file("themes/house/templates/page.html", &block("### One template", "text"))
        .file("themes/house/locales/de/theme.ftl", "house-note = Hausmitteilung\n")
        .page("a.de.md", "title: A", "")
        .build();
    assert_eq!(site.codes(), ["publisher-unset"]);
    assert!(site.html("/de/a/").contains("<p>Hausmitteilung</p>"));
    let css = site.files.iter().find(|(name, _)| name.starts_with("assets/style.")).unwrap().1;
    let house = &css[css.rfind("@layer house{").unwrap()..];
    assert!(house.contains("--red:#") && house.contains("(prefers-color-scheme:dark)"), "{house}");
}

#[test]
fn every_message_that_a_theme_must_have_is_documented() {
    let guides = read("docs/translators.md") + &read("docs/themes.md");
    let site = support::SiteTest::in_languages(&["en"]).file("themes/plain/locales/en/theme.ftl", "").build();
    let missing = site.diagnostics.iter().filter(|found| found.code == Code::MissingMessage);
    let names: Vec<String> = missing.map(|found| found.args[0].1.to_string()).collect();
    assert!(names.len() >= 15, "{names:?}");
    for name in names {
        assert!(guides.contains(&name), "the guides do not name the message {name}");
    }
}

#[test]
fn the_reference_s_example_builds_with_the_shipped_theme() {
    let reference = reference();
    let example = reference.split("### A complete example").nth(1).unwrap();
    let blocks: Vec<&str> =
        example.split("```yaml\n").skip(1).take(2).map(|rest| rest.split("```").next().unwrap()).collect();
    let gif = support::PICTURE;
    let site = support::SiteTest::in_languages(&["de", "en"])
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, en]\n")
        .append("locales/de/site.ftl", &read("locales/de/site.ftl").replace("site-title", "other-title"))
        .append("locales/en/site.ftl", &read("locales/en/site.ftl").replace("site-title", "other-title"))
        .bytes("content/news/a/group.png", gif)
        .bytes("content/news/a/programme.pdf", b"%PDF")
        .file("content/news/a/index.de.md", blocks[0])
        .file("content/news/a/index.en.md", blocks[1])
        .at("2026-12-05T00:00:00Z")
        .build();
    // The example has no menus, and uses two of the tags.
    assert!(site.codes().iter().all(|code| ["publisher-unset", "unused-message"].contains(code)), "{:?}", site.codes());
    let html = site.html("/en/news/title-of-the-release/");
    for shown in [
        "Name der Agentur",
        "What the picture shows",
        "Programme",
        "2–4\u{a0}December 2026",
        "Name der Quelle",
        "presse@example.org",
    ] {
        assert!(html.contains(shown), "{shown} is not shown: {html}");
    }
    let html = site.html("/de/news/titel-der-meldung/");
    for shown in ["Was berichtigt wurde.", "3.\u{a0}Dezember 2026", "2.\u{a0}Dezember 2026"] {
        assert!(html.contains(shown), "{shown} is not shown: {html}");
    }
    assert!(site.has("/de/meldungen/alte-adresse/"));
}

/// The Markdown files of `docs/`, and the README.
fn pages() -> Vec<String> {
    let files = std::fs::read_dir(support::project().join("docs")).unwrap().flatten();
    let names = files.map(|file| format!("docs/{}", file.file_name().into_string().unwrap()));
    let mut pages: Vec<String> = names.filter(|name| name.ends_with(".md")).chain(["README.md".to_string()]).collect();
    pages.sort();
    pages
}

/// Text without its code, in which links are examples.
fn prose(text: &str) -> String {
    let blocks = text.split("```").step_by(2).collect::<String>();
    blocks.split('`').step_by(2).collect()
}

#[test]
fn links_between_the_docs_lead_somewhere() {
    let mut followed = 0;
    for page in pages() {
        let text = prose(&read(&page));
        let folder = std::path::Path::new(&page).parent().unwrap().to_path_buf();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            if file.contains("://") || file.starts_with('/') {
                continue;
            }
            let target = if file.is_empty() { page.clone() } else { folder.join(file).to_string_lossy().into_owned() };
            assert!(support::project().join(&target).is_file(), "{page} links to {link}");
            let heading = |line: &str| {
                let words = line.strip_prefix('#')?.trim_start_matches('#').trim().to_lowercase();
                Some(
                    words
                        .chars()
                        .filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-')
                        .collect::<String>()
                        .replace(' ', "-"),
                )
            };
            if anchor.is_empty() {
                followed += 1;
                continue;
            }
            let anchors: Vec<String> = read(&target).lines().filter_map(heading).collect();
            assert!(anchors.iter().any(|known| known == anchor), "{page}: no heading {link}");
            followed += 1;
        }
    }
    assert!(followed > 40, "{followed}");
}

#[test]
fn the_docs_are_a_site_with_search() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("public");
    let mut build = std::process::Command::new(support::project().join("docs/site/build"));
    let built = build.arg(&output).env("BRUECKE", env!("CARGO_BIN_EXE_bruecke")).env("LC_ALL", "C").output().unwrap();
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success() && !said.contains("error["), "{said}");
    for page in pages().iter().filter_map(|page| page.strip_prefix("docs/")) {
        let (name, lang) = page.trim_end_matches(".md").split_once('.').unwrap_or((page.trim_end_matches(".md"), "en"));
        let html = std::fs::read_to_string(output.join(format!("{lang}/{name}/index.html"))).expect(page);
        assert!(html.contains("<h1>"), "{page}");
    }
    let index: Vec<_> = walkdir::WalkDir::new(output.join("search")).into_iter().flatten().collect();
    assert!(index.len() > 3, "a search index");
}
