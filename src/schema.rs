//! The shape of `site.yaml` and of front matter as JSON Schemas (draft 07), so that editors complete keys and point at
//! mistakes while one types.
//!
//! The readers, `configure` and `parse`, stay the judges: they know the site, its languages and its files. Invariant:
//! what they take a schema takes too, and what a schema refuses they refuse. A comment here is what an editor shows.

#![expect(dead_code, reason = "the types are never made: their schema is all that is wanted of them")]

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// The schemas by file name.
pub fn schemas() -> [(&'static str, String); 2] {
    [("site.schema.json", text::<Site>()), ("front-matter.schema.json", text::<FrontMatter>())]
}

/// The schema of front matter, for whoever makes forms of it.
pub fn front_matter() -> serde_json::Value {
    schema::<FrontMatter>().to_value()
}

fn text<T: JsonSchema>() -> String {
    serde_json::to_string_pretty(&schema::<T>()).unwrap_or_default() + "\n"
}

fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>()
}

/// A kind of text: its name, and what it looks like.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $schema:tt;)+) => {
        $($(#[$doc])*
        struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })+
    };
}

kinds! {
    /// A text; a number is the text it is written as.
    Text = {"type": ["string", "number"], "pattern": "\\S"};
    /// 2026-11-24
    Day = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"};
    /// A year, a month or a day.
    Partial = {"type": ["string", "integer"], "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$"};
    /// A day, or a time with or without an offset or a zone.
    Moment = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt ]\\d{2}(:?\\d{2}){0,2}(\\.\\d+)?.*)?$"};
    /// A name such as Europe/Berlin.
    Zone = {"type": "string", "pattern": "^[A-Za-z]"};
    /// http or https
    Address = {"type": "string", "pattern": "^https?://[^/\\s]"};
    /// One segment of an address: small letters, digits, - _ .
    Slug = {"type": ["string", "integer"], "pattern": "^[^\\s/?#&A-Z]+$"};
    /// 12 hexadecimal digits.
    Revision = {"type": ["string", "integer"], "pattern": "^[0-9a-fA-F]{12}$"};
    /// Any value.
    Any = true;
    /// One text for all languages, or one for each.
    Localized = {"anyOf": [
        {"type": ["string", "number"], "pattern": "\\S"},
        {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}}
    ]};
    /// Feeds of tags: true for all, or a list of their keys.
    FeedTags = {"anyOf": [{"type": "boolean"}, {"type": "array", "items": {"type": ["string", "number"]}}]};
}

/// Front matter of a page: what stands between the lines --- at the top of NAME.LANG.md.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FrontMatter {
    /// The page's title. Always needed.
    title: Text,
    /// One or two sentences for lists, search engines and previews.
    description: Option<Text>,
    /// The day of publication, or of the event reported: 2026-11-24.
    date: Option<Day>,
    /// The day of the last change of substance.
    updated: Option<Day>,
    /// The page's part of the address, in this language; else made of the title.
    slug: Option<Slug>,
    /// Earlier addresses, from the site's root: they lead here.
    aliases: Option<Vec<Text>>,
    /// Topics by their keys; their names are the messages tag-KEY in locales/.
    tags: Option<Vec<Text>>,
    /// A template of the theme.
    template: Option<Text>,
    /// Place in lists sorted by weight, small first.
    weight: Option<i64>,
    /// true: not public yet.
    draft: Option<bool>,
    /// Embargo: public from this time on. A day is its beginning; times are the site's: 2026-11-24T10:00.
    publish: Option<Moment>,
    /// No longer public from this time on.
    expires: Option<Moment>,
    /// Names.
    authors: Option<Vec<Text>>,
    /// The page's picture.
    image: Option<Image>,
    /// When and where something takes place.
    event: Option<Event>,
    /// Files to download.
    attachments: Option<Vec<Attachment>>,
    /// Where the facts are from.
    sources: Option<Vec<Citation>>,
    /// Who answers questions.
    contacts: Option<Vec<Contact>>,
    /// What was wrong, and when it was mended.
    corrections: Option<Vec<Correction>>,
    /// The page was taken back: its address stays with a notice, all else is gone.
    withdrawn: Option<Withdrawn>,
    /// What this file is translated from.
    translation: Option<Translation>,
    /// Free values for the theme.
    extra: Option<Any>,
    /// Sections only: how the list is sorted.
    sort_by: Option<SortBy>,
    /// Sections only: entries a page.
    #[schemars(range(min = 1))]
    paginate_by: Option<i64>,
    /// Sections only: what stands where a page in it is missing in a language.
    missing: Option<Missing>,
}

/// A picture. It needs a credit, and a text alternative unless it only decorates.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Image {
    /// The file, relative to the page, or from content/ with a leading slash.
    src: Option<Text>,
    /// What is to be seen, in the page's language.
    alt: Option<Text>,
    /// true: it shows nothing that the text does not say.
    decorative: Option<bool>,
    /// Whose picture it is.
    credit: Option<Text>,
    /// Caption, in the page's language.
    caption: Option<Text>,
}

/// When and where something takes place.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Event {
    /// First day, or time.
    start: Option<Moment>,
    /// Last day (included), or time.
    end: Option<Moment>,
    /// Where.
    place: Option<Text>,
    /// Where its times are meant, such as Asia/Ho_Chi_Minh; the site's zone unless given.
    timezone: Option<Zone>,
}

/// A file to download.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Attachment {
    /// The file, relative to the page, or from content/ with a leading slash.
    src: Text,
    /// Its name for readers.
    title: Text,
}

/// Where a fact is from.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Citation {
    /// Who published it.
    publisher: Text,
    /// Its title, in its own language.
    title: Option<Text>,
    /// "2026", "2026-11" or a day, in quotes.
    date: Option<Partial>,
    /// Its address.
    url: Option<Address>,
    /// Its language.
    lang: Option<Text>,
}

/// Who answers questions.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Contact {
    /// Name.
    name: Text,
    /// Office or task.
    role: Option<Text>,
    /// Telephone number, in quotes.
    phone: Option<Text>,
    /// E-mail address.
    email: Option<Text>,
}

/// What was wrong, and when it was mended.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Correction {
    /// When.
    date: Day,
    /// What was wrong, in the page's language.
    note: Text,
}

/// When and why a page was taken back.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Withdrawn {
    /// When.
    date: Option<Day>,
    /// Why, in the page's language.
    reason: Option<Text>,
}

/// What a file is translated from.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Translation {
    /// The language of the source.
    from: Text,
    /// The state of the source; `bruecke translations mark` notes it.
    revision: Option<Revision>,
    /// Who translated it.
    by: Option<Text>,
}

/// How a list is sorted.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum SortBy {
    /// Newest first.
    Date,
    /// Smallest weight first.
    Weight,
    /// By the alphabet of the language.
    Title,
}

/// What readers get where a page is missing in a language.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Missing {
    /// The page in its original language, under a notice.
    Fallback,
    /// Nothing.
    Omit,
    /// The site is not built.
    Error,
}

/// site.yaml: what a site's owner decides once.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Site {
    /// The public address of the site.
    base_url: Address,
    /// The site's languages, the source language first: [de, vi, en].
    #[schemars(length(min = 1))]
    languages: Vec<Text>,
    /// The theme: a folder in themes/, or leipzig.
    theme: Option<Text>,
    /// The message with the site's title; site-title unless given.
    title: Option<Text>,
    /// Where days and local times are meant, such as Europe/Berlin; UTC unless given.
    timezone: Option<Zone>,
    /// What Markdown may hold.
    markdown: Option<Markdown>,
    /// How many pages the home page lists.
    newest: Option<i64>,
    /// How many megabytes a file to download may have before the build warns; 0 for no limit.
    max_file_size: Option<i64>,
    /// The licence of the content, as a name.
    license: Option<Text>,
    /// What readers get where a page is missing in a language.
    missing: Option<Missing>,
    /// false: outdated translations do not say so.
    outdated_notice: Option<bool>,
    /// false: search engines are asked to stay away.
    index: Option<bool>,
    /// false: pages have no pictures for social networks.
    cards: Option<bool>,
    /// Menus by name; leipzig shows main, footer and legal.
    menus: Option<BTreeMap<String, Option<Vec<Entry>>>>,
    /// Feeds beside those of the languages; false for none at all.
    feeds: Option<FeedSwitch>,
    /// Sections whose releases have a press kit: [/news/_index.md].
    press_kits: Option<Vec<Text>>,
    /// What the site has beyond pages: editor, for an editor in the browser at /admin/.
    features: Option<Features>,
    /// The git host on which the editor finds the site's files.
    editor: Option<Editor>,
    /// Who publishes the site.
    publisher: Option<Publisher>,
}

/// One feature, or a list.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Features {
    One(Feature),
    All(Vec<Feature>),
}

/// What a site can have beyond pages.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Feature {
    /// An editor in the browser.
    Editor,
}

/// A git host.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Editor {
    /// What it is.
    host: GitService,
    /// Owner and name: city/site
    repository: Text,
    /// The branch; the repository's own unless given.
    branch: Option<Text>,
    /// Its address, where it is one of your own.
    url: Option<Address>,
    /// GitHub: the service that signs editors in; by a token unless given.
    login: Option<Address>,
    /// GitLab and Gitea: the id of the application that signs editors in; by a token unless given.
    application: Option<Text>,
}

/// Software of git hosts.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum GitService {
    /// GitHub.
    GitHub,
    /// GitLab.
    GitLab,
    /// Gitea or Forgejo.
    Gitea,
}

/// What Markdown may hold.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Markdown {
    /// true: HTML is allowed in pages.
    raw_html: Option<bool>,
    /// false: a picture in Markdown needs no credit.
    credits: Option<bool>,
}

/// An entry of a menu: one of page, tags and url.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Entry {
    /// A page, as in links: /press.md
    page: Option<Text>,
    /// true: the list of topics.
    tags: Option<bool>,
    /// Another site.
    url: Option<Address>,
    /// The message with its text; else the page's title.
    label: Option<Text>,
}

/// Feeds, or false.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum FeedSwitch {
    Switch(bool),
    Feeds(Feeds),
}

/// Feeds beside those of the languages.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Feeds {
    /// How many pages a feed holds at most; 20 unless given.
    items: Option<i64>,
    /// Sections with a feed of their own: [/news/_index.md].
    sections: Option<Vec<Text>>,
    /// Topics with a feed of their own: true for all, or a list of keys.
    tags: Option<FeedTags>,
    /// Who names the entries: a domain and a year, such as leipzig.example,2026.
    id: Option<Text>,
}

/// Who publishes the site. Each value is a text, or one text a language.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Publisher {
    /// Name of the city or body.
    name: Option<Localized>,
    /// Who represents it, with the office.
    represented_by: Option<Localized>,
    /// Street and number.
    street: Option<Localized>,
    /// Postal code, in quotes.
    postal_code: Option<Localized>,
    /// City.
    city: Option<Localized>,
    /// Country.
    country: Option<Localized>,
    /// Telephone number.
    phone: Option<Localized>,
    /// E-mail address.
    email: Option<Localized>,
    /// VAT identification number.
    vat_id: Option<Localized>,
    /// Who is responsible for the content.
    editor: Option<Localized>,
    /// The supervising authority.
    supervisor: Option<Localized>,
    /// Name and address of the host.
    host: Option<Localized>,
    /// Whom to ask about data.
    privacy: Option<Privacy>,
    /// Whom to tell about barriers.
    accessibility: Option<Accessibility>,
    /// Whom journalists ask.
    press: Option<Press>,
}

/// Whom to ask about data.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Privacy {
    /// The data protection officer.
    officer: Option<Localized>,
    /// E-mail address.
    email: Option<Localized>,
    /// Telephone number.
    phone: Option<Localized>,
}

/// Whom to tell about barriers.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Accessibility {
    /// E-mail address.
    email: Option<Localized>,
    /// Telephone number.
    phone: Option<Localized>,
    /// The body to turn to where that does not help.
    enforcement: Option<Localized>,
}

/// Whom journalists ask.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Press {
    /// Name or office.
    name: Option<Localized>,
    /// Telephone number.
    phone: Option<Localized>,
    /// E-mail address.
    email: Option<Localized>,
    /// Where material for the press is.
    material: Option<Localized>,
}
