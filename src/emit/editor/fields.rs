//! The table of front matter keys → the fields of the editor's forms.
//!
//! A key without a field stays in its file as it is. Invariant: no field has a default, since the editor would write it
//! into every page that is saved, and so hide a public page or give one another day.

use serde_json::{Value, json};

use super::labels::Labels;
use crate::model::keys::{self};
use crate::model::{Key, Pages, Translations, ValueKind};
use crate::schema;

#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub labels: &'a Labels,
    /// The site's languages, the first first.
    pub languages: &'a [String],
    pub tags: &'a [(String, String)],
    /// Whether it is a section's own page.
    pub is_section: bool,
}

impl Form<'_> {
    pub(super) fn fields(&self) -> Vec<Value> {
        let skipped = if self.is_section { Pages::NoSections } else { Pages::Sections };
        let mut fields = Vec::new();
        for key in keys::inside("").filter(|key| key.pages != skipped) {
            fields.extend(self.field(key));
            if key.path == "image" {
                fields.push(self.body());
            }
        }
        fields
    }

    fn fields_inside(&self, group: &str) -> Vec<Value> {
        keys::inside(group).filter_map(|key| self.field(key)).collect()
    }

    fn field(&self, key: &Key) -> Option<Value> {
        let mut field = self.widget(key)?;
        field["name"] = key.name().into();
        field["required"] = key.required.into();
        field["i18n"] = (key.translations != Translations::Once).into();
        let label = key.path.replace('.', "-");
        field["label"] = self.labels.get(&label).into();
        if let Some(hint) = self.labels.find(&format!("{label}.hint")) {
            field["hint"] = hint.into();
        }
        Some(field)
    }

    /// The field's kind and all that goes with it; `None` for what is a theme's business.
    fn widget(&self, key: &Key) -> Option<Value> {
        Some(match key.kind {
            ValueKind::Template | ValueKind::Any => return None,
            ValueKind::Text | ValueKind::Phone => json!({"widget": "string"}),
            ValueKind::LongText => json!({"widget": "text"}),
            ValueKind::Email => json!({"widget": "string", "type": "email"}),
            ValueKind::Picture => json!({"widget": "image", "choose_url": false}),
            ValueKind::File => json!({"widget": "file", "choose_url": false}),
            ValueKind::Day => json!({"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}),
            ValueKind::Instant => json!({"widget": "datetime", "format": "YYYY-MM-DDTHH:mm"}),
            // A day is a moment too, and no widget knows both, so moments are written.
            kind @ (ValueKind::Moment
            | ValueKind::PartialDay
            | ValueKind::Zone
            | ValueKind::Slug
            | ValueKind::Address
            | ValueKind::Revision) => {
                json!({"widget": "string", "pattern": [schema::pattern(kind), self.labels.get("pattern")]})
            }
            ValueKind::Boolean => json!({"widget": "boolean"}),
            ValueKind::Number => json!({"widget": "number", "value_type": "int"}),
            ValueKind::Count => json!({"widget": "number", "value_type": "int", "min": 1}),
            ValueKind::Texts => json!({"widget": "list"}),
            ValueKind::Tags => {
                self.select(self.tags.iter().map(|(key, name)| json!({"value": key, "label": name})), true)
            }
            ValueKind::Language => {
                self.select(self.languages.iter().map(|lang| json!({"value": lang, "label": lang})), false)
            }
            ValueKind::Choice(choice) => {
                let label = |name: &str| self.labels.get(&format!("option-{name}")).to_string();
                let options = choice.options.iter();
                self.select(options.map(|(name, _)| json!({"value": name, "label": label(name)})), false)
            }
            ValueKind::Mapping(_) => json!({"widget": "object", "fields": self.fields_inside(key.path)}),
            ValueKind::List(_) => {
                json!({"widget": "list", "fields": self.fields_inside(key.path), "collapsed": "auto"})
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KEYS;

    #[test]
    fn every_key_has_a_label_in_every_language() {
        let names = Labels::all().next().unwrap().names().join("\n");
        for labels in Labels::all() {
            for key in KEYS.iter().filter(|key| !matches!(key.kind, ValueKind::Template | ValueKind::Any)) {
                assert!(!labels.get(&key.path.replace('.', "-")).is_empty(), "{}: {}", labels.lang, key.path);
            }
            assert_eq!(labels.names().join("\n"), names, "{}", labels.lang);
        }
    }
}
