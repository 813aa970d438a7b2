//! The keys of front matter, one row each: what explains them, checks them in editors, shows them in forms and says what
//! translations inherit comes from here. The order is that of the forms and of the table in docs/reference.md.
//!
//! The values themselves are read in `parse/front_matter.rs`; tests hold both to each other.

pub(crate) struct Key {
    /// Its name; `image.alt` for a key inside another.
    pub path: &'static str,
    pub kind: ValueKind,
    /// Where a translation has its value from.
    pub translations: Translations,
    pub doc: &'static str,
    pub required: bool,
    pub pages: Pages,
    /// What it is called for translators; only texts that must be translated have a name.
    pub text: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueKind {
    Text,
    /// A text of more than a line.
    LongText,
    Email,
    Phone,
    Picture,
    File,
    Language,
    Template,
    Slug,
    Day,
    PartialDay,
    Moment,
    /// A time; a day is its beginning.
    Instant,
    Zone,
    Address,
    Revision,
    Boolean,
    Number,
    Count,
    Texts,
    Tags,
    Choice(&'static Choice),
    Mapping(&'static Group),
    List(&'static Group),
    Any,
}

/// Words of which one is chosen.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub name: &'static str,
    pub doc: &'static str,
    pub options: &'static [(&'static str, &'static str)],
}

/// Keys that stand inside another.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub name: &'static str,
    pub doc: &'static str,
}

/// Where a translation has a value from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Translations {
    /// From its own file only.
    Own,
    /// From the source unless it has its own.
    Inherited,
    /// The same, but forms show it in the source only: to write `draft: false` into a translation would make it public
    /// before its source.
    Once,
    /// Each key inside says so for itself.
    EachPart,
    /// As the list in which it stands.
    WithList,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pages {
    All,
    /// A section may have it, but has no use for it.
    NoSections,
    Sections,
}

use Translations::{EachPart, Inherited, Once, Own, WithList};
use ValueKind::{
    Address, Any, Boolean, Choice as Word, Count, Day, Email, File, Instant, Language, List, LongText, Mapping, Moment,
    Number, PartialDay, Phone, Picture, Revision, Slug, Tags, Template, Text, Texts, Zone,
};

const SORT_BY: Choice = Choice {
    name: "SortBy",
    doc: "How a list is sorted.",
    options: &[
        ("date", "Newest first: by `event.start`, else by `date`."),
        ("weight", "Smallest weight first."),
        ("title", "By the alphabet of the language."),
    ],
};

pub(crate) const MISSING: Choice = Choice {
    name: "Missing",
    doc: "What readers get where a page is missing in a language.",
    options: &[
        ("fallback", "The page in its original language, under a notice."),
        ("omit", "Nothing."),
        ("error", "The site is not built."),
    ],
};

const IMAGE: Group =
    Group { name: "Image", doc: "A picture. It needs a credit, and a text alternative unless it only decorates." };
const EVENT: Group = Group { name: "Event", doc: "When and where something takes place." };
const ATTACHMENT: Group = Group { name: "Attachment", doc: "A file to download." };
const CONTACT: Group = Group { name: "Contact", doc: "Who answers questions." };
const CITATION: Group = Group { name: "Citation", doc: "Where a fact is from." };
const CORRECTION: Group = Group { name: "Correction", doc: "What was wrong, and when it was mended." };
const WITHDRAWN: Group = Group { name: "Withdrawn", doc: "When and why a page was taken back." };
const TRANSLATION: Group = Group { name: "Translation", doc: "What a file is translated from." };

pub(crate) const KEYS: &[Key] = &[
    key("title", Text, Own, "The page's title. Always needed.").required().text("title"),
    key("description", LongText, Own, "One or two sentences for lists, search engines and previews.")
        .text("description"),
    key(
        "date",
        Day,
        Once,
        "The day of publication: 2026-11-24. Of what takes place, or took place, the day is `event.start`.",
    )
    .no_sections(),
    key("draft", Boolean, Once, "true: not public yet."),
    key("publish", Instant, Once, "Embargo: public from then on, such as 2026-11-24T10:00, in the site's time zone.")
        .no_sections(),
    key("tags", Tags, Once, "Topics by their keys; their names are the messages tag-KEY in locales/.").no_sections(),
    key("image", Mapping(&IMAGE), EachPart, "The page's picture."),
    key("image.src", Picture, Inherited, "The file, relative to the page, or from content/ with a leading slash."),
    key("image.alt", LongText, Own, "What is to be seen, in the page's language.")
        .text("text alternative of the main picture"),
    key("image.credit", Text, Inherited, "Whose picture it is."),
    key("image.caption", LongText, Own, "Caption, in the page's language.").text("caption of the main picture"),
    key("image.decorative", Boolean, Once, "true: it shows nothing that the text does not say."),
    key("event", Mapping(&EVENT), EachPart, "When and where something takes place.").no_sections(),
    key("event.start", Moment, Once, "First day, or time. Lists sort by it."),
    key("event.end", Moment, Once, "Last day (included), or time."),
    key("event.place", Text, Inherited, "Where.").text("place of the event"),
    key("event.timezone", Zone, Once, "Where its times are meant: Asia/Ho_Chi_Minh; the site's zone unless given."),
    key("attachments", List(&ATTACHMENT), Inherited, "Files to download.").no_sections(),
    key("attachments.src", File, WithList, "The file, relative to the page, or from content/ with a leading slash.")
        .required(),
    key("attachments.title", Text, WithList, "Its name for readers.").required().text("title of a file"),
    key("contacts", List(&CONTACT), Inherited, "Who answers questions.").no_sections(),
    key("contacts.name", Text, WithList, "Name.").required(),
    key("contacts.role", Text, WithList, "Office or task."),
    key("contacts.phone", Phone, WithList, "Telephone number, in quotes."),
    key("contacts.email", Email, WithList, "E-mail address."),
    key("sources", List(&CITATION), Once, "Where the facts are from.").no_sections(),
    key("sources.publisher", Text, WithList, "Who published it.").required(),
    key("sources.title", Text, WithList, "Its title, in its own language."),
    key("sources.date", PartialDay, WithList, "\"2026\", \"2026-11\" or a day, in quotes."),
    key("sources.url", Address, WithList, "Its address."),
    key("sources.lang", Text, WithList, "Its language."),
    key("authors", Texts, Once, "Names.").no_sections(),
    key("updated", Day, Once, "The day of the last change of substance."),
    key("corrections", List(&CORRECTION), Own, "What was wrong, and when it was mended."),
    key("corrections.date", Day, WithList, "When.").required(),
    key("corrections.note", LongText, WithList, "What was wrong, in the page's language.")
        .required()
        .text("correction"),
    key("expires", Instant, Once, "No longer public from this time on."),
    key("withdrawn", Mapping(&WITHDRAWN), EachPart, "Taken back: the address stays with a notice, all else is gone."),
    key("withdrawn.date", Day, Once, "When."),
    key("withdrawn.reason", LongText, Own, "Why, in the page's language."),
    key("slug", Slug, Own, "The page's part of the address, in this language; else made of the title."),
    key("aliases", Texts, Own, "Earlier addresses, from the site's root: they lead here."),
    key("sort_by", Word(&SORT_BY), Once, "Sections only: how the list is sorted.").sections(),
    key("paginate_by", Count, Once, "Sections only: entries per page.").sections(),
    key(
        "missing",
        Word(&MISSING),
        Once,
        "Sections only: what stands where a page in it is missing in a language. With `omit` there is no warning.",
    )
    .sections(),
    key("weight", Number, Once, "Place in lists sorted by weight, small first."),
    key("translation", Mapping(&TRANSLATION), EachPart, "What this file is translated from."),
    key("translation.from", Language, Own, "The language of the source.").required(),
    key("translation.revision", Revision, Own, "The state of the source; `bruecke translations mark` notes it."),
    key("translation.by", Text, Own, "Who translated it."),
    key("template", Template, Inherited, "A template of the theme."),
    key("extra", Any, Inherited, "Free values for the theme."),
];

const fn key(path: &'static str, kind: ValueKind, translations: Translations, doc: &'static str) -> Key {
    Key { path, kind, translations, doc, required: false, pages: Pages::All, text: None }
}

impl Key {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn no_sections(self) -> Self {
        Self { pages: Pages::NoSections, ..self }
    }

    const fn sections(self) -> Self {
        Self { pages: Pages::Sections, ..self }
    }

    const fn text(self, name: &'static str) -> Self {
        Self { text: Some(name), ..self }
    }

    pub(crate) fn name(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }

    /// The group it stands in; nothing for a key of the page.
    pub(crate) fn group(&self) -> &'static str {
        self.path.rsplit_once('.').map_or("", |(group, _)| group)
    }

    /// Whether it is a text that must be translated, or holds one.
    pub(crate) fn has_text(&self) -> bool {
        self.text.is_some() || inside(self.path).any(|part| part.text.is_some())
    }

    /// Whether a translation without it takes its source's value.
    pub(crate) fn is_inherited(&self) -> bool {
        matches!(self.translations, Inherited | Once)
    }
}

/// The keys inside a group; those of the page for "".
pub(crate) fn inside(group: &str) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.group() == group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_inside_another_stands_behind_it() {
        for key in KEYS.iter().filter(|key| !key.group().is_empty()) {
            let group = KEYS.iter().position(|other| other.path == key.group()).unwrap();
            assert!(matches!(KEYS[group].kind, Mapping(_) | List(_)), "{}", key.path);
            assert_eq!(matches!(KEYS[group].kind, List(_)), key.translations == WithList, "{}", key.path);
            assert!(KEYS[group..].iter().any(|other| other.path == key.path), "{}", key.path);
        }
    }
}
