//! The keys of `site.yaml` as its schema has them. `configure` reads them; `tests/it/schema.rs` compares both.

use serde_json::json;

use super::Shape::{AtLeastOne, Boolean, Lists, Many, Number, One};
use super::{Row, Table};
use crate::model::{Choice, FieldKind, MISSING, PUBLISHER_FIELDS, STATUS};

const ROWS: &[Row] = &[
    ("base_url", One("Address"), true, "The public address of the site."),
    ("languages", AtLeastOne("Text"), true, "The site's languages, the source language first: [de, vi, en]."),
    ("theme", One("Text"), false, "The theme: a folder in themes/, or leipzig."),
    ("title", One("Text"), false, "The message with the site's title; site-title unless given."),
    ("timezone", One("Zone"), false, "Where days and local times are meant, such as Europe/Berlin; UTC unless given."),
    ("markdown", One("Markdown"), false, "What Markdown may hold."),
    ("markdown.raw_html", One("RawHtml"), false, "true: harmless HTML is allowed in pages; trusted: any."),
    ("markdown.credits", Boolean, false, "false: a picture in Markdown needs no credit."),
    ("newest", Number, false, "How many pages the home page lists."),
    ("max_file_size", Number, false, "Megabytes that a download may have before the build warns; 0 for no limit."),
    (
        "allowed_files",
        Many("Text"),
        false,
        "Endings of files that browsers run and pages may link to all the same: [html].",
    ),
    ("license", One("Text"), false, "The licence of the content, as a name."),
    ("missing", One("Missing"), false, "What readers get where a page is missing in a language."),
    ("outdated_notice", Boolean, false, "false: outdated translations do not say so."),
    ("index", Boolean, false, "false: search engines are asked to stay away."),
    ("cards", Boolean, false, "false: pages have no pictures for social networks."),
    ("menus", Lists("Entry"), false, "Menus by name; leipzig shows main, footer and legal."),
    ("menus.page", One("Text"), false, "A page, as in links: /press.md"),
    ("menus.tags", Boolean, false, "true: the list of topics."),
    ("menus.url", One("Address"), false, "Another site."),
    ("menus.label", One("Text"), false, "The message with its text; else the page's title."),
    ("feeds", One("FeedSwitch"), false, "Feeds beside those of the languages; false for none at all."),
    ("feeds.items", Number, false, "How many pages a feed holds at most; 20 unless given."),
    ("feeds.sections", Many("Text"), false, "Sections with a feed of their own: [/news/_index.md]."),
    ("feeds.tags", One("FeedTags"), false, "Topics with a feed of their own: true for all, or a list of keys."),
    ("feeds.id", One("Text"), false, "Who names the entries: a domain and a year, such as leipzig.example,2026."),
    ("press_kits", Many("Text"), false, "Sections whose releases have a press kit: [/news/_index.md]."),
    ("features", One("Features"), false, "What the site has beyond pages: editor, in the browser at /admin/."),
    ("editor", One("Editor"), false, "The git host on which the editor finds the site's files."),
    ("editor.host", One("GitService"), true, "What it is."),
    ("editor.repository", One("Text"), true, "Owner and name: city/site"),
    ("editor.branch", One("Text"), false, "The branch; the repository's own unless given."),
    ("editor.url", One("Address"), false, "Its address, where it is one of your own."),
    ("editor.login", One("Address"), false, "GitHub: the service that signs editors in; by a token unless given."),
    ("editor.application", One("Text"), false, "GitLab, Gitea: the id of the application that signs editors in."),
    ("publisher", One("Publisher"), false, "Who publishes the site."),
    ("publisher.privacy", One("Privacy"), false, "Whom to ask about data."),
    ("publisher.accessibility", One("Accessibility"), false, "Whom to tell about barriers."),
    ("publisher.accessibility.enforcement", One("Enforcement"), false, "The body to turn to where that does not help."),
    ("publisher.press", One("Press"), false, "Whom journalists ask."),
];

/// Path, name and what they are.
const GROUPS: &[(&str, &str, &str)] = &[
    ("markdown", "Markdown", "What Markdown may hold."),
    ("menus", "Entry", "An entry of a menu: one of page, tags and url."),
    ("feeds", "Feeds", "Feeds beside those of the languages."),
    ("editor", "Editor", "A git host."),
    ("publisher", "Publisher", "Who publishes the site. Each value is a text, or one text per language."),
    ("publisher.privacy", "Privacy", "Whom to ask about data."),
    ("publisher.accessibility", "Accessibility", "Whom to tell about barriers."),
    ("publisher.accessibility.enforcement", "Enforcement", "The body to turn to where that does not help."),
    ("publisher.press", "Press", "Whom journalists ask."),
];

const FEATURE: Choice = Choice {
    name: "Feature",
    doc: "What a site can have beyond pages.",
    options: &[("editor", "An editor in the browser.")],
};

const SERVICE: Choice = Choice {
    name: "GitService",
    doc: "Software of git hosts.",
    options: &[("github", "GitHub."), ("gitlab", "GitLab."), ("gitea", "Gitea or Forgejo.")],
};

pub(super) fn table() -> Table {
    let text = json!({"type": ["string", "number"], "pattern": r"\S"});
    let by_language = json!({"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}});
    let tags = json!({"type": "array", "items": {"type": ["string", "number"]}});
    let feature = json!({"$ref": "#/definitions/Feature"});
    let features = json!([feature, {"type": "array", "items": feature}]);
    let feeds = json!([{"type": "boolean"}, {"$ref": "#/definitions/Feeds"}]);
    let publisher = PUBLISHER_FIELDS.iter().map(|field| {
        let shape = match field.kind {
            FieldKind::Text | FieldKind::Optional => One("Localized"),
            FieldKind::Day => One("Day"),
            FieldKind::Choice(choice) => One(choice.name),
        };
        (field.path, shape, false, field.doc)
    });
    Table {
        title: "Site",
        doc: "site.yaml: what a site's owner decides once.",
        rows: ROWS.iter().copied().chain(publisher).collect(),
        groups: GROUPS.to_vec(),
        choices: vec![&MISSING, &FEATURE, &SERVICE, &STATUS],
        others: vec![
            ("Localized", json!({"anyOf": [text, by_language]})),
            ("RawHtml", json!({"enum": [true, false, "trusted"]})),
            ("FeedTags", json!({"anyOf": [{"type": "boolean"}, tags]})),
            ("Features", json!({"description": "One feature, or a list.", "anyOf": features})),
            ("FeedSwitch", json!({"description": "Feeds, or false.", "anyOf": feeds})),
        ],
    }
}
