//! The house rules: which way data flows, and what does not stay in the code.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file: its module (the first folder or file below `src`), its path and its text.
fn sources() -> Vec<(String, PathBuf, String)> {
    let src = support::project().join("src");
    let mut found = Vec::new();
    rust_files(&src, &mut found);
    found.sort();
    let module = |path: &PathBuf| {
        let first = path.strip_prefix(&src).unwrap().components().next().unwrap();
        first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_string()
    };
    found.into_iter().map(|path| (module(&path), path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// What each module may import; `pipeline` alone knows the stages, and a stage knows no other.
fn allowed() -> BTreeMap<&'static str, Vec<&'static str>> {
    let nouns = vec!["model"];
    let stage = |more: &[&'static str]| {
        let mut all = vec!["model", "diagnostic"];
        all.extend(more);
        all
    };
    BTreeMap::from([
        ("model", nouns.clone()),
        ("embedded", vec![]),
        ("diagnostic", nouns),
        ("xml", vec![]),
        ("yaml", stage(&[])),
        ("locale", stage(&[])),
        ("configure", stage(&["yaml"])),
        ("discover", stage(&["yaml", "embedded"])),
        ("parse", stage(&["yaml", "locale"])),
        // What readers take, for editors; tests compare both.
        ("schema", vec!["model"]),
        ("starter", stage(&["configure", "parse"])),
        ("archetype", stage(&["yaml", "parse"])),
        ("resolve", stage(&["locale"])),
        // HTML as text: no stage, and of use to several.
        ("text", vec!["model"]),
        ("render", stage(&["locale", "text"])),
        // Forms of the editor are made of the schema.
        ("emit", stage(&["locale", "schema", "xml"])),
        ("pictures", stage(&[])),
        // Texts in and out by the rules that pages are read by; what the site is, only its callers know.
        ("exchange", stage(&["yaml", "xml", "locale", "parse"])),
        // Beside the pipeline: only a command knows both the built site and what the last build left.
        ("moved", stage(&[])),
        ("standing", vec!["model"]),
        ("write", vec!["model"]),
        (
            "pipeline",
            stage(&["archetype", "configure", "discover", "parse", "locale", "resolve", "pictures", "render", "emit"]),
        ),
        ("translations", stage(&["yaml", "parse", "resolve", "pipeline"])),
        ("report", stage(&["pipeline", "write", "translations"])),
        ("serve", stage(&["pipeline", "report"])),
        (
            "cli",
            stage(&[
                "archetype",
                "starter",
                "schema",
                "configure",
                "parse",
                "resolve",
                "pipeline",
                "report",
                "serve",
                "exchange",
                "translations",
                "moved",
                "standing",
                "write",
            ]),
        ),
        ("lib", vec![]),
        ("main", vec!["cli"]),
    ])
}

#[test]
fn data_flows_down() {
    let allowed = allowed();
    for (module, path, text) in sources() {
        let may = allowed.get(module.as_str()).unwrap_or_else(|| panic!("{module} has no place in the house"));
        // A test may ask others for what it needs.
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let code = code.replace("use crate::{", "crate::");
        for (at, _) in code.match_indices("crate::") {
            let name: String = code[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let fine = name == module || may.contains(&name.as_str());
            assert!(fine, "{} imports {name}, which {module} may not", path.display());
        }
    }
}

#[test]
fn the_model_knows_no_tera_clap_or_fluent_and_does_no_output() {
    for (module, path, text) in sources() {
        // The cache keeps what outputs are made of; it is no output.
        if module == "model" && !path.ends_with("cache.rs") {
            for word in ["tera::", "clap::", "fluent", "std::net", "fs::write"] {
                assert!(!text.contains(word), "{} uses {word}", path.display());
            }
        }
    }
}

#[test]
fn nothing_unfinished_stays() {
    for (_, path, text) in sources() {
        for word in ["todo!(", "unimplemented!(", "dbg!(", "FIXME", ".unwrap()", "use super::*"] {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            assert!(!code.contains(word), "{} holds {word}", path.display());
        }
        assert!(text.starts_with("//!"), "{} has no head comment", path.display());
        assert!(text.lines().count() <= 600, "{} is too long to hold one idea", path.display());
    }
}

#[test]
fn the_clock_enters_once() {
    for (_, path, text) in sources() {
        let clock = text.contains("Timestamp::now") || text.contains("SystemTime::now");
        // What was read a moment ago may have been saved again since: that decides what is read again, and nothing else.
        let allowed = path.ends_with("cli/mod.rs") || path.ends_with("discover/known.rs");
        assert!(!clock || allowed, "{} reads the clock", path.display());
    }
}
