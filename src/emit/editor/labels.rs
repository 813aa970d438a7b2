//! What the editor's forms say, in the program's languages: Fluent messages without variables, `NAME` for a label and
//! `NAME.hint` for what stands below its field.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Pattern, PatternElement};
use fluent_syntax::parser;

const MESSAGES: [(&str, &str); 3] = [
    ("de", include_str!("labels/de.ftl")),
    ("vi", include_str!("labels/vi.ftl")),
    ("en", include_str!("labels/en.ftl")),
];

pub(super) struct Labels {
    /// Its tag: `de`, `vi` or `en`.
    pub lang: &'static str,
    texts: BTreeMap<String, String>,
}

impl Labels {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        MESSAGES.iter().map(|(lang, text)| Self { lang, texts: texts(text) })
    }

    /// A label, which is there: a test compares the languages with the forms.
    pub(super) fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    pub(super) fn find(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    #[cfg(test)]
    pub(super) fn names(&self) -> Vec<&str> {
        self.texts.keys().map(String::as_str).collect()
    }
}

fn texts(text: &'static str) -> BTreeMap<String, String> {
    let resource = match parser::parse(text) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let mut texts = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        texts.extend(message.value.map(|value| (name.to_string(), plain(&value))));
        texts.extend(message.attributes.iter().map(|hint| (format!("{name}.{}", hint.id.name), plain(&hint.value))));
    }
    texts
}

fn plain(pattern: &Pattern<&str>) -> String {
    let text = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => (*value).to_string(),
        PatternElement::Placeable { .. } => String::new(),
    };
    pattern.elements.iter().map(text).collect()
}
