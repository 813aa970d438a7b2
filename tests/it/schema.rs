//! `bruecke schema` names every key that the readers take. tests/schema/check.py puts values to both.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support;

fn schemas() -> (Value, Value) {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("editor");
    let out = support::program().arg("schema").arg(&to).output().unwrap();
    assert!(out.status.success(), "{out:?}");
    let read = |name: &str| serde_json::from_str(&std::fs::read_to_string(to.join(name)).unwrap()).unwrap();
    (read("site.schema.json"), read("front-matter.schema.json"))
}

fn keys(schema: &Value) -> BTreeSet<&str> {
    schema["properties"].as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn it_names_every_key_that_is_read() {
    let (site, front) = schemas();
    let all: BTreeSet<String> = [&front]
        .into_iter()
        .flat_map(|schema| schema["definitions"].as_object().unwrap().values().chain([schema]).collect::<Vec<_>>())
        .filter(|schema| schema["properties"].is_object())
        .flat_map(|schema| keys(schema).into_iter().map(str::to_string).collect::<Vec<_>>())
        .collect();
    assert_eq!(all, support::keys("src/parse/front_matter.rs"));
    let mut read: BTreeSet<String> = support::keys("src/configure.rs");
    let of_editor = support::keys("src/configure/editor.rs");
    let host: BTreeSet<String> = keys(&site["definitions"]["Editor"]).into_iter().map(str::to_string).collect();
    assert_eq!(of_editor.difference(&host).map(String::as_str).collect::<Vec<_>>(), ["editor", "features"]);
    assert!(host.is_subset(&of_editor), "{of_editor:?}");
    read.extend(["editor", "features"].map(str::to_string));
    assert!(keys(&site).iter().all(|key| read.contains(*key)), "{read:?}");
    let entry = keys(&site["definitions"]["Entry"]);
    let markdown = keys(&site["definitions"]["Markdown"]);
    let named: BTreeSet<String> = keys(&site).into_iter().chain(entry).chain(markdown).map(str::to_string).collect();
    assert_eq!(named, read);
    let feeds: BTreeSet<String> = keys(&site["definitions"]["Feeds"]).into_iter().map(str::to_string).collect();
    assert_eq!(feeds, support::keys("src/configure/feeds.rs"));
    let publisher: BTreeSet<String> = keys(&site["definitions"]["Publisher"])
        .into_iter()
        .flat_map(|key| match key {
            "privacy" => groups(&site, "Privacy", key),
            "accessibility" => {
                let inside =
                    groups(&site, "Accessibility", key).into_iter().filter(|field| !field.ends_with(".enforcement"));
                inside.chain(groups(&site, "Enforcement", "accessibility.enforcement")).collect()
            }
            "press" => groups(&site, "Press", key),
            key => vec![key.to_string()],
        })
        .collect();
    assert_eq!(publisher, support::publisher_fields());
}

fn groups(site: &Value, definition: &str, key: &str) -> Vec<String> {
    keys(&site["definitions"][definition]).into_iter().map(|field| format!("{key}.{field}")).collect()
}

#[test]
fn every_key_is_explained() {
    let (site, front) = schemas();
    for schema in [&site, &front] {
        for part in schema["definitions"].as_object().unwrap().values().chain([schema]) {
            for (key, value) in part["properties"].as_object().into_iter().flatten() {
                let said = value["description"].as_str().unwrap_or_default();
                assert!(said.len() > 3, "{key}: {value}");
            }
        }
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
}
