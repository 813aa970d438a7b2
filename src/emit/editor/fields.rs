//! The front matter's schema → the fields of the editor's forms.
//!
//! The schema says which keys there are, what kind of value each takes and which must be there. Here is what it does not
//! know: the order of a form, and which values a page has once, in its source's file, from which translations inherit.
//! A key without a field stays in its file as it is. Invariant: no field has a default, since the editor would write it
//! into every page that is saved, and so hide a public page or give one another day.

use serde_json::{Map, Value, json};

use super::labels::Labels;
use crate::schema;

/// The keys in the order of the form. What is not among them comes last.
const ORDER: &[&str] = &[
    "title",
    "description",
    "date",
    "draft",
    "publish",
    "tags",
    "image",
    "image.src",
    "image.alt",
    "image.credit",
    "image.caption",
    "image.decorative",
    "body",
    "event",
    "event.start",
    "event.end",
    "event.place",
    "event.timezone",
    "attachments",
    "attachments.src",
    "attachments.title",
    "contacts",
    "contacts.name",
    "contacts.role",
    "contacts.phone",
    "contacts.email",
    "sources",
    "sources.publisher",
    "sources.title",
    "sources.date",
    "sources.url",
    "sources.lang",
    "authors",
    "updated",
    "corrections",
    "corrections.date",
    "corrections.note",
    "expires",
    "withdrawn",
    "withdrawn.date",
    "withdrawn.reason",
    "slug",
    "aliases",
    "sort_by",
    "paginate_by",
    "missing",
    "weight",
    "translation",
    "translation.from",
    "translation.revision",
    "translation.by",
];

/// Keys that are written once, in the file of the site's first language. To write `draft: false` into a translation would
/// make it public before its source.
const ONCE: &[&str] = &[
    "date",
    "draft",
    "publish",
    "tags",
    "image.decorative",
    "event.start",
    "event.end",
    "event.timezone",
    "sources",
    "authors",
    "updated",
    "expires",
    "withdrawn.date",
    "weight",
    "sort_by",
    "paginate_by",
    "missing",
];

/// Keys of sections only.
const OF_SECTIONS: &[&str] = &["sort_by", "paginate_by", "missing"];

/// Keys that a section's page has no use for in a form.
const OF_PAGES: &[&str] = &["date", "publish", "tags", "event", "attachments", "contacts", "sources", "authors"];

/// Keys that are a theme's business.
const LEFT_OUT: &[&str] = &["template", "extra"];

/// Texts of more than a line.
const LONG: &[&str] = &["description", "image.alt", "image.caption", "corrections.note", "withdrawn.reason"];

/// What a form is for.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    /// Its language.
    pub labels: &'a Labels,
    /// The site's languages, the first first.
    pub languages: &'a [String],
    /// The tags, and their names.
    pub tags: &'a [(String, String)],
    /// Whether it is a section's own page.
    pub is_section: bool,
}

impl Form<'_> {
    /// The fields.
    pub(super) fn fields(&self) -> Vec<Value> {
        let schema = schema::front_matter();
        let skipped = if self.is_section { OF_PAGES } else { OF_SECTIONS };
        let skips = |key: &str| skipped.contains(&key) || LEFT_OUT.contains(&key);
        let mut fields = self.of_object(&schema, &schema, "");
        fields.retain(|(key, _)| !skips(key));
        fields.push(("body".into(), self.body()));
        sorted(fields)
    }

    fn of_object(&self, schema: &Value, object: &Value, path: &str) -> Vec<(String, Value)> {
        let Some(properties) = object["properties"].as_object() else { return Vec::new() };
        let required = |key: &str| object["required"].as_array().is_some_and(|all| all.iter().any(|name| name == key));
        let field = |(key, property): (&String, &Value)| {
            let own = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let mut field = self.of_property(schema, property, &own)?;
            field.insert("name".into(), key.as_str().into());
            field.insert("required".into(), required(key).into());
            field.insert("i18n".into(), (!ONCE.contains(&own.as_str())).into());
            self.label(&mut field, &own);
            Some((own, Value::Object(field)))
        };
        properties.iter().filter_map(field).collect()
    }

    fn label(&self, field: &mut Map<String, Value>, path: &str) {
        let name = path.replace('.', "-");
        field.insert("label".into(), self.labels.get(&name).into());
        if let Some(hint) = self.labels.find(&format!("{name}.hint")) {
            field.insert("hint".into(), hint.into());
        }
    }

    /// The field's kind and all that goes with it; `None` for any value whatever.
    fn of_property(&self, schema: &Value, property: &Value, path: &str) -> Option<Map<String, Value>> {
        let kind = property["type"].as_str().or_else(|| property["type"][0].as_str());
        let field = match (path, kind) {
            ("tags", _) => self.select(self.tags.iter().map(|(key, name)| json!({"value": key, "label": name})), true),
            (_, Some("boolean")) => json!({"widget": "boolean"}),
            (_, Some("integer")) => json!({"widget": "number", "value_type": "int", "min": property["minimum"]}),
            (_, Some("array")) => match definition(schema, &property["items"])? {
                (_, item) if item["properties"].is_object() => {
                    let fields = sorted(self.of_object(schema, item, path));
                    json!({"widget": "list", "fields": fields, "collapsed": "auto"})
                }
                _ => json!({"widget": "list"}),
            },
            _ => {
                let (name, definition) = definition(schema, property)?;
                self.of_definition(schema, (name, definition), path)?
            }
        };
        let Value::Object(mut field) = field else { return None };
        field.retain(|_, value| !value.is_null());
        Some(field)
    }

    fn of_definition(&self, schema: &Value, (name, definition): (&str, &Value), path: &str) -> Option<Value> {
        let pattern = || json!([definition["pattern"], self.labels.get("pattern")]);
        Some(match (path, name) {
            ("image.src", _) => json!({"widget": "image", "choose_url": false}),
            ("attachments.src", _) => json!({"widget": "file", "choose_url": false}),
            ("translation.from", _) => {
                self.select(self.languages.iter().map(|lang| json!({"value": lang, "label": lang})), false)
            }
            ("contacts.email", _) => json!({"widget": "string", "type": "email"}),
            (path, "Text") if LONG.contains(&path) => json!({"widget": "text"}),
            (_, "Text") => json!({"widget": "string"}),
            (_, "Day") => json!({"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}),
            // A day is a moment too where events are concerned, so those are written.
            ("publish" | "expires", "Moment") => json!({"widget": "datetime", "format": "YYYY-MM-DDTHH:mm"}),
            (_, "Moment" | "Zone" | "Slug" | "Partial" | "Address" | "Revision") => {
                json!({"widget": "string", "pattern": pattern()})
            }
            _ if definition["properties"].is_object() => {
                let fields = sorted(self.of_object(schema, definition, path));
                json!({"widget": "object", "fields": fields})
            }
            _ => {
                let options = definition["oneOf"].as_array()?.iter().filter_map(|option| option["const"].as_str());
                let label = |name: &str| self.labels.get(&format!("option-{name}")).to_string();
                self.select(options.map(|name| json!({"value": name, "label": label(name)})), false)
            }
        })
    }

    fn select(&self, options: impl Iterator<Item = Value>, multiple: bool) -> Value {
        let options: Vec<Value> = options.collect();
        // A choice of nothing is none; keys may then be written freely.
        match (options.is_empty(), multiple) {
            (true, _) => json!({"widget": "list"}),
            (false, true) => {
                json!({"widget": "select", "multiple": true, "options": options, "dropdown_threshold": 20})
            }
            (false, false) => json!({"widget": "select", "options": options}),
        }
    }

    /// The text below the front matter. As Markdown first: shown formatted, it would be written anew when it is opened, and
    /// its translations would be out of date.
    fn body(&self) -> Value {
        json!({
            "name": "body", "label": self.labels.get("body"), "hint": self.labels.get("body.hint"),
            "widget": "markdown", "modes": ["raw", "rich_text"], "required": false, "i18n": true,
            "linked_images": false,
        })
    }
}

/// The definition that a property refers to, and its name.
fn definition<'s>(schema: &'s Value, property: &'s Value) -> Option<(&'s str, &'s Value)> {
    let of = |all: &'s Value| all[0]["$ref"].as_str();
    let reference = property["$ref"].as_str().or_else(|| of(&property["anyOf"])).or_else(|| of(&property["allOf"]))?;
    let name = reference.rsplit('/').next()?;
    Some((name, schema["definitions"].get(name)?))
}

/// In the order of the form.
fn sorted(mut fields: Vec<(String, Value)>) -> Vec<Value> {
    let place = |path: &str| ORDER.iter().position(|known| *known == path).unwrap_or(ORDER.len());
    fields.sort_by_key(|(path, _)| place(path));
    fields.into_iter().map(|(_, field)| field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(schema: &Value, object: &Value, before: &str, found: &mut Vec<String>) {
        for (key, property) in object["properties"].as_object().unwrap() {
            let path = if before.is_empty() { key.clone() } else { format!("{before}.{key}") };
            let below = if property["items"].is_object() { &property["items"] } else { property };
            if let Some((_, inner)) = definition(schema, below).filter(|(_, inner)| inner["properties"].is_object()) {
                paths(schema, inner, &path, found);
            }
            found.push(path);
        }
    }

    #[test]
    fn every_key_of_the_schema_has_a_place_and_a_label_in_every_language() {
        let schema = schema::front_matter();
        let mut all = vec!["body".to_string()];
        paths(&schema, &schema, "", &mut all);
        all.retain(|path| !LEFT_OUT.contains(&path.as_str()));
        let mut known: Vec<String> = ORDER.iter().map(ToString::to_string).collect();
        known.sort();
        all.sort();
        assert_eq!(all, known);
        let names = Labels::all().next().unwrap().names().join("\n");
        for labels in Labels::all() {
            for path in &all {
                assert!(!labels.get(&path.replace('.', "-")).is_empty(), "{}: {path}", labels.lang);
            }
            assert_eq!(labels.names().join("\n"), names, "{}", labels.lang);
        }
    }

    #[test]
    fn every_list_of_keys_names_keys() {
        let known = |all: &[&str]| all.iter().all(|key| ORDER.contains(key));
        assert!(known(ONCE) && known(OF_SECTIONS) && known(OF_PAGES) && known(LONG));
    }
}
