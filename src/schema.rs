//! The shape of `site.yaml` and of front matter as JSON Schemas (draft 07), so that editors complete keys and point at
//! mistakes while one types.
//!
//! The readers, `configure` and `parse`, stay the judges: they know the site, its languages and its files. Invariant:
//! what they take a schema takes too, and what a schema refuses they refuse.

mod site;

use std::collections::BTreeMap;

use schemars::Schema;
use serde_json::{Value, json};

use crate::model::{Choice, KEYS, ValueKind};

pub(crate) fn schemas() -> [(&'static str, String); 2] {
    [("site.schema.json", text(&site::table())), ("front-matter.schema.json", text(&front_matter()))]
}

/// The pattern of a kind of text, for whoever makes forms of it.
pub(crate) fn pattern(kind: ValueKind) -> Option<&'static str> {
    let Shape::One(name) = Shape::of(kind) else { return None };
    TEXTS.iter().find(|(known, ..)| *known == name).map(|(.., pattern)| *pattern)
}

/// Kinds of text: a name, the types of YAML that it may have, and what it looks like.
const TEXTS: &[(&str, &[&str], &str)] = &[
    ("Text", &["string", "number"], r"\S"),
    ("Day", &["string"], r"^\d{4}-\d{2}-\d{2}$"),
    ("Partial", &["string", "integer"], r"^\d{4}(-\d{2}(-\d{2})?)?$"),
    ("Moment", &["string"], r"^\d{4}-\d{2}-\d{2}([Tt ]\d{2}(:?\d{2}){0,2}(\.\d+)?.*)?$"),
    ("Zone", &["string"], "^[A-Za-z]"),
    ("Address", &["string"], r"^https?://[^/\s]"),
    ("Slug", &["string", "integer"], r"^[^\s/?#&A-Z]+$"),
    ("Revision", &["string", "integer"], "^[0-9a-fA-F]{12}$"),
];

/// What a key takes, as schemas see it.
#[derive(Clone, Copy)]
enum Shape {
    Boolean,
    Number,
    Count,
    /// One of what the definition of that name says, or a list of them, or lists by names.
    One(&'static str),
    Many(&'static str),
    AtLeastOne(&'static str),
    Lists(&'static str),
}

impl Shape {
    fn of(kind: ValueKind) -> Self {
        match kind {
            ValueKind::Text
            | ValueKind::LongText
            | ValueKind::Email
            | ValueKind::Phone
            | ValueKind::Picture
            | ValueKind::File => Self::One("Text"),
            ValueKind::Language | ValueKind::Template => Self::One("Text"),
            ValueKind::Slug => Self::One("Slug"),
            ValueKind::Day => Self::One("Day"),
            ValueKind::PartialDay => Self::One("Partial"),
            ValueKind::Moment | ValueKind::Instant => Self::One("Moment"),
            ValueKind::Zone => Self::One("Zone"),
            ValueKind::Address => Self::One("Address"),
            ValueKind::Revision => Self::One("Revision"),
            ValueKind::Boolean => Self::Boolean,
            ValueKind::Number => Self::Number,
            ValueKind::Count => Self::Count,
            ValueKind::Texts | ValueKind::Tags => Self::Many("Text"),
            ValueKind::Choice(choice) => Self::One(choice.name),
            ValueKind::Mapping(group) => Self::One(group.name),
            ValueKind::List(group) => Self::Many(group.name),
            ValueKind::Any => Self::One("Any"),
        }
    }

    fn property(self, required: bool) -> Value {
        let or_null = |name: &str| if required { json!(name) } else { json!([name, "null"]) };
        let reference = |name: &str| json!({"$ref": format!("#/definitions/{name}")});
        match self {
            Self::Boolean => json!({"type": or_null("boolean")}),
            Self::Number => json!({"type": or_null("integer"), "format": "int64"}),
            Self::Count => json!({"type": or_null("integer"), "format": "int64", "minimum": 1}),
            Self::One(name) if required => json!({"allOf": [reference(name)]}),
            Self::One(name) => json!({"anyOf": [reference(name), {"type": "null"}]}),
            Self::Many(name) => json!({"type": or_null("array"), "items": reference(name)}),
            Self::AtLeastOne(name) => json!({"type": or_null("array"), "items": reference(name), "minItems": 1}),
            Self::Lists(name) => {
                json!({"type": or_null("object"), "additionalProperties": Self::Many(name).property(false)})
            }
        }
    }
}

/// A key: its path, what it takes, whether it must be there, and what an editor says of it.
type Row = (&'static str, Shape, bool, &'static str);

struct Table {
    title: &'static str,
    doc: &'static str,
    rows: Vec<Row>,
    /// Keys with keys inside: path, name and what they are.
    groups: Vec<(&'static str, &'static str, &'static str)>,
    choices: Vec<&'static Choice>,
    others: Vec<(&'static str, Value)>,
}

fn front_matter() -> Table {
    let groups = KEYS.iter().filter_map(|key| match key.kind {
        ValueKind::Mapping(group) | ValueKind::List(group) => Some((key.path, group.name, group.doc)),
        _ => None,
    });
    let choices = KEYS.iter().filter_map(|key| match key.kind {
        ValueKind::Choice(choice) => Some(choice),
        _ => None,
    });
    Table {
        title: "FrontMatter",
        doc: "Front matter of a page: what stands between the lines --- at the top of NAME.LANG.md.",
        rows: KEYS.iter().map(|key| (key.path, Shape::of(key.kind), key.required, key.doc)).collect(),
        groups: groups.collect(),
        choices: choices.collect(),
        others: vec![("Any", true.into())],
    }
}

fn text(table: &Table) -> String {
    let mut whole = object(table, "", table.doc);
    whole["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    whole["title"] = table.title.into();
    whole["definitions"] = definitions(table).into_iter().collect();
    // It writes the words of a schema in their usual order.
    let schema = Schema::try_from(whole).unwrap_or_default();
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// The keys of a group; those of the file for "".
fn object(table: &Table, group: &str, doc: &str) -> Value {
    let inside = |path: &str| path.rsplit_once('.').map_or("", |(group, _)| group) == group;
    let rows: Vec<&Row> = table.rows.iter().filter(|(path, ..)| inside(path)).collect();
    let name = |path: &str| path.rsplit('.').next().unwrap_or_default().to_string();
    let mut properties = serde_json::Map::new();
    for (path, shape, required, doc) in &rows {
        let mut property = shape.property(*required);
        property["description"] = (*doc).into();
        properties.insert(name(path), property);
    }
    let required: Vec<String> = rows.iter().filter(|row| row.2).map(|row| name(row.0)).collect();
    let mut object =
        json!({"description": doc, "type": "object", "properties": properties, "additionalProperties": false});
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object
}

fn definitions(table: &Table) -> BTreeMap<String, Value> {
    let texts = TEXTS.iter().map(|(name, types, pattern)| {
        let types = if let [one] = types { json!(one) } else { json!(types) };
        (*name, json!({"type": types, "pattern": pattern}))
    });
    let choices = table.choices.iter().map(|choice| {
        let option = |(name, doc): &(&str, &str)| json!({"description": doc, "type": "string", "const": name});
        let options: Vec<Value> = choice.options.iter().map(option).collect();
        (choice.name, json!({"description": choice.doc, "oneOf": options}))
    });
    let groups = table.groups.iter().map(|(path, name, doc)| (*name, object(table, path, doc)));
    let all = texts.chain(choices).chain(groups).chain(table.others.iter().cloned());
    let mut all: BTreeMap<String, Value> = all.map(|(name, definition)| (name.to_string(), definition)).collect();
    let used =
        format!("{:?}{:?}", table.rows.iter().map(|row| row.1.property(false)).collect::<Vec<_>>(), table.others);
    all.retain(|name, _| used.contains(&format!("#/definitions/{name}\"")));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FieldKind, PUBLISHER_FIELDS, PublisherField, Translations};

    fn value(kind: ValueKind) -> &'static str {
        match kind {
            ValueKind::Text | ValueKind::LongText => "text",
            ValueKind::Email => "e-mail address",
            ValueKind::Phone => "telephone number",
            ValueKind::Picture => "picture",
            ValueKind::File => "file",
            ValueKind::Language => "language",
            ValueKind::Template => "template",
            ValueKind::Slug => "lower-case letters, digits, hyphens",
            ValueKind::Day => "day",
            ValueKind::PartialDay => "year, month or day",
            ValueKind::Moment | ValueKind::Instant => "day or time",
            ValueKind::Zone => "time zone",
            ValueKind::Address => "web address",
            ValueKind::Revision => "12 hexadecimal digits",
            ValueKind::Boolean => "`true` or `false`",
            ValueKind::Number => "whole number",
            ValueKind::Count => "whole number from 1 on",
            ValueKind::Texts => "list of texts",
            ValueKind::Tags => "list of keys",
            ValueKind::Choice(choice) if choice.name == "SortBy" => "`date`, `weight` or `title`",
            ValueKind::Choice(_) => "`fallback`, `omit` or `error`",
            ValueKind::Mapping(_) => "mapping",
            ValueKind::List(_) => "list of mappings",
            ValueKind::Any => "anything",
        }
    }

    fn shape_in_words(shape: Shape) -> &'static str {
        match shape {
            Shape::Boolean => "`true` or `false`",
            Shape::Number | Shape::Count => "whole number",
            Shape::One("Address") => "web address",
            Shape::One("Zone") => "time zone",
            Shape::One("Missing") => "`fallback`, `omit` or `error`",
            Shape::One("GitService") => "`github`, `gitlab` or `gitea`",
            Shape::One("Features") => "name, or list of names",
            Shape::One("FeedTags") => "`true`, or list of keys",
            Shape::One("FeedSwitch") => "mapping, or `false`",
            Shape::One("Text") => "text",
            Shape::One(_) => "mapping",
            Shape::Many(_) | Shape::AtLeastOne(_) => "list of texts",
            Shape::Lists(_) => "lists by name",
        }
    }

    #[test]
    fn the_reference_has_every_key() {
        let mut table = String::new();
        for key in KEYS {
            let translations = match key.translations {
                Translations::Own => "own",
                Translations::Inherited | Translations::Once => "from the source",
                Translations::EachPart => "each part",
                Translations::WithList => "with the list",
            };
            let required = if key.required { "; required" } else { "" };
            let (path, value, doc) = (key.path, value(key.kind), key.doc);
            table += &format!("| `{path}` | {value}{required} | {doc} | {translations} |\n");
        }
        compare("| Key | Value | Meaning | In translations |\n|---|---|---|---|\n", &table);
        let row = |field: &PublisherField| {
            let value = match field.kind {
                FieldKind::Text => "text",
                FieldKind::Optional => "text, or `none`",
                FieldKind::Day => "day",
                FieldKind::Choice(_) => "`full`, `partial` or `not`",
            };
            format!("| `{}` | {value} | {} |\n", field.name(), field.doc)
        };
        let settings = site::table().rows.into_iter().filter(|(path, ..)| !path.starts_with("publisher."));
        let setting = |(path, shape, required, doc): Row| {
            let required = if required { "; required" } else { "" };
            format!("| `{path}` | {}{required} | {doc} |\n", shape_in_words(shape))
        };
        let table: String = settings.map(setting).collect();
        compare("| Setting | Value | Meaning |\n|---|---|---|\n", &table);
        let table: String = PUBLISHER_FIELDS.iter().map(row).collect();
        compare("| Field | Value | Meaning |\n|---|---|---|\n", &table);
    }

    /// Compares the rows of a table in the reference. `BLESS=1 cargo test` writes them into it.
    fn compare(head: &str, table: &str) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/reference.md");
        let text = std::fs::read_to_string(path).unwrap();
        let start = text.find(head).unwrap() + head.len();
        let end = start + text[start..].find("\n\n").unwrap() + 1;
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, [&text[..start], table, &text[end..]].concat()).unwrap();
        } else {
            assert_eq!(&text[start..end], table, "BLESS=1 cargo test writes the table into docs/reference.md");
        }
    }
}
