//! `publisher` of `site.yaml`: who publishes the site, as the law wants it told, and what is not filled in yet.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::source::Location;
use crate::model::{
    At, Config, FieldKind, PUBLISHER_FIELDS, Publisher, PublisherField, PublisherValue, SourceText, dialled, is_email,
    parse_day,
};
use crate::yaml::{Fields, Item, Reader};

/// What a field says of which there is none, such as a number that a city need not have.
const NONE: &str = "none";

/// The group of all fields.
const TOP: &str = "publisher";

/// Reads it, and names what is not set.
pub(super) fn publisher(reader: &mut Reader, item: Option<Item>) -> (Publisher, Vec<String>) {
    let top = item.and_then(|item| reader.fields(item));
    let mut groups = BTreeMap::from([(TOP, top)]);
    let mut values = Publisher::new();
    let mut unset = Vec::new();
    for field in &PUBLISHER_FIELDS {
        let (group, key) = field.path.rsplit_once('.').unwrap_or((TOP, field.path));
        open(&mut groups, reader, group);
        let item = groups.get_mut(group).and_then(|fields| fields.as_mut()?.take(key));
        match item.and_then(|item| value(reader, field, item)) {
            Some(value) => _ = values.insert(field.name(), value),
            None => unset.push(field.path.to_string()),
        }
    }
    groups.into_values().flatten().for_each(|fields| reader.finish(fields));
    if !unset.is_empty() {
        reader.push(Diagnostic::new(Code::PublisherUnset).with("fields", unset.join(", ")).count("count", unset.len()));
    }
    (values, unset)
}

/// Takes a group out of the one that it is in, unless that is done.
fn open(groups: &mut BTreeMap<&'static str, Option<Fields>>, reader: &mut Reader, group: &'static str) {
    if groups.contains_key(group) {
        return;
    }
    let (outer, key) = group.rsplit_once('.').unwrap_or((TOP, group));
    open(groups, reader, outer);
    let item = groups.get_mut(outer).and_then(|fields| fields.as_mut()?.take(key));
    let fields = item.and_then(|item| reader.fields(item));
    groups.insert(group, fields);
}

fn value(reader: &mut Reader, field: &PublisherField, item: Item) -> Option<PublisherValue> {
    if item.as_text() == Some(NONE) {
        if field.kind == FieldKind::Optional {
            return Some(PublisherValue::None);
        }
        reader.push(Diagnostic::at(Code::PublisherNone, reader.location(item.span())).with("field", field.path));
        return None;
    }
    match field.kind {
        FieldKind::Text | FieldKind::Optional => {
            let span = item.span();
            let texts = reader.localized(item)?;
            for text in texts.values() {
                let code = match field.path.rsplit('.').next() {
                    Some("email") if !is_email(text) => Code::BadEmail,
                    Some("phone") if dialled(text).is_none() => Code::BadPhone,
                    _ => continue,
                };
                reader.push(Diagnostic::at(code, reader.location(span.clone())).with("value", text));
            }
            Some(PublisherValue::Text(texts))
        }
        FieldKind::Day => {
            let span = item.span();
            let value = reader.parsed(item, Code::BadDate, parse_day)?;
            Some(PublisherValue::Day(At { value, span }))
        }
        FieldKind::Choice(choice) => {
            let text = reader.text(item)?;
            if !choice.options.iter().any(|(name, _)| *name == text.value) {
                return reader.wrong(text.span, "status");
            }
            Some(PublisherValue::Text(BTreeMap::from([(String::new(), text.value)])))
        }
    }
}

/// Says so where the statement of accessibility was last reviewed more than a year before `today`. Article 3 of Decision
/// (EU) 2018/1523 wants it reviewed regularly; a year is what monitoring bodies ask for.
pub(crate) fn overdue_review(config: &Config, file: &Arc<SourceText>, today: Date) -> Option<Diagnostic> {
    let Some(PublisherValue::Day(reviewed)) = config.publisher.get("accessibility.reviewed") else { return None };
    let due = reviewed.value.checked_add(1.year()).ok()?;
    (due < today).then(|| {
        let at = Location { source: file.clone(), span: reviewed.span.clone() };
        Diagnostic::at(Code::ReviewOverdue, at).with("day", reviewed.value.to_string())
    })
}
