//! Who publishes a site: the fields that the law asks for, and what `site.yaml` says of each.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::keys::Choice;
use super::lang::Lang;
use super::source::At;

/// A text that may differ from language to language, by language tag; the empty tag holds for all.
pub(crate) type Localized = BTreeMap<String, String>;

/// What `site.yaml` says of a field of the publisher.
#[derive(Debug)]
pub enum PublisherValue {
    Text(Localized),
    Day(At<Date>),
    /// That there is none.
    None,
}

/// The fields that are filled in, by name: `name`, `press.email`.
pub(crate) type Publisher = BTreeMap<&'static str, PublisherValue>;

/// A field of `publisher`: its path in `site.yaml`, what it takes, and what it is.
pub(crate) struct PublisherField {
    pub path: &'static str,
    pub kind: FieldKind,
    pub doc: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldKind {
    Text,
    /// A text, or `none`.
    Optional,
    Day,
    Choice(&'static Choice),
}

impl PublisherField {
    const fn of(path: &'static str, kind: FieldKind, doc: &'static str) -> Self {
        Self { path, kind, doc }
    }

    /// Its path inside `publisher`.
    pub(crate) fn name(&self) -> &'static str {
        self.path.strip_prefix("publisher.").unwrap_or(self.path)
    }
}

/// What a statement of accessibility may say: article 1 of Decision (EU) 2018/1523, section “Compliance status”.
pub(crate) const STATUS: Choice = Choice {
    name: "Status",
    doc: "How far the site complies with the requirements of accessibility.",
    options: &[("full", "Fully."), ("partial", "Partially."), ("not", "Not.")],
};

use FieldKind::{Choice as One, Day, Optional, Text};

/// Every field, in the order in which a press office fills them in. `site.yaml`'s schema and the table in docs/reference.md
/// come from here.
pub(crate) const PUBLISHER_FIELDS: [PublisherField; 33] = [
    PublisherField::of("publisher.name", Text, "Name of the city or body."),
    PublisherField::of("publisher.legal_form", Text, "Its legal form."),
    PublisherField::of("publisher.represented_by", Text, "Who represents it, with the office."),
    PublisherField::of("publisher.street", Text, "Street and number."),
    PublisherField::of("publisher.postal_code", Text, "Postal code, in quotes."),
    PublisherField::of("publisher.city", Text, "City."),
    PublisherField::of("publisher.country", Text, "Country."),
    PublisherField::of("publisher.phone", Text, "Telephone number."),
    PublisherField::of("publisher.email", Text, "E-mail address."),
    PublisherField::of("publisher.vat_id", Optional, "VAT identification number, or none."),
    PublisherField::of("publisher.business_id", Optional, "Business identification number, or none."),
    PublisherField::of("publisher.supervisor", Optional, "The authority that supervises it, or none."),
    PublisherField::of("publisher.editor", Text, "The person responsible for the content."),
    PublisherField::of("publisher.editor_address", Text, "That person's postal address."),
    PublisherField::of("publisher.host", Text, "Name and address of the host."),
    PublisherField::of("publisher.privacy.officer", Text, "The data protection officer."),
    PublisherField::of("publisher.privacy.email", Text, "E-mail address."),
    PublisherField::of("publisher.privacy.phone", Optional, "Telephone number, or none."),
    PublisherField::of("publisher.privacy.retention", Text, "How long the server keeps its log."),
    PublisherField::of("publisher.privacy.authority", Text, "The data protection authority, with its address."),
    PublisherField::of(
        "publisher.accessibility.status",
        One(&STATUS),
        "How far the site complies: full, partial or not.",
    ),
    PublisherField::of("publisher.accessibility.created", Day, "The day on which the statement was made."),
    PublisherField::of("publisher.accessibility.reviewed", Day, "The day on which it was last reviewed."),
    PublisherField::of("publisher.accessibility.email", Text, "E-mail address."),
    PublisherField::of("publisher.accessibility.phone", Optional, "Telephone number, or none."),
    PublisherField::of(
        "publisher.accessibility.enforcement.name",
        Text,
        "The body to turn to where that does not help.",
    ),
    PublisherField::of("publisher.accessibility.enforcement.address", Optional, "Its postal address, or none."),
    PublisherField::of("publisher.accessibility.enforcement.email", Text, "Its e-mail address."),
    PublisherField::of("publisher.accessibility.enforcement.url", Optional, "Its website, or none."),
    PublisherField::of("publisher.press.name", Text, "Name or office."),
    PublisherField::of("publisher.press.phone", Text, "Telephone number."),
    PublisherField::of("publisher.press.email", Text, "E-mail address."),
    PublisherField::of("publisher.press.material", Optional, "Where material for the press is, or none."),
];

/// A field's text in a language, else the one for all, else any.
pub(crate) fn publisher_text<'p>(publisher: &'p Publisher, name: &str, lang: Lang) -> Option<&'p String> {
    let Some(PublisherValue::Text(text)) = publisher.get(name) else { return None };
    text.get(lang.tag()).or_else(|| text.get("")).or_else(|| text.values().next())
}
