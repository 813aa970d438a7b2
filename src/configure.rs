//! `site.yaml` → [`Config`]. In: the file's text. Out: a whole configuration, or none with the reasons.

mod editor;
mod feeds;
mod publisher;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::diagnostic::{Checked, Code, Diagnostic, unwanted_characters};
use crate::model::{At, Config, Languages, MenuEntry, MenuTarget, MissingPolicy, RawHtml, SourceText, is_registered};
use crate::yaml::{Fields, Item, Reader};

pub(crate) use publisher::overdue_review;

/// The megabytes of a file that a reader on a telephone can be asked to fetch.
const MAX_FILE_SIZE: u64 = 10;

/// Reads `site.yaml`. `base_url` stands in for the one in the file, for previews.
pub(crate) fn configure(source: Arc<SourceText>, base_url: Option<&str>) -> Checked<Option<Config>> {
    let mut reader = Reader::new(source.clone(), 0);
    unwanted_characters(&source).into_iter().for_each(|found| reader.push(found));
    let config = reader.parse(source.text()).and_then(|mut fields| {
        let config = read(&mut reader, &mut fields, base_url);
        reader.finish(fields);
        config
    });
    Checked { value: config, diagnostics: reader.diagnostics }
}

fn read(reader: &mut Reader, fields: &mut Fields, base_override: Option<&str>) -> Option<Config> {
    let base_url =
        fields.require("base_url", reader).and_then(|item| reader.parsed(item, Code::BadUrl, self::base_url));
    let languages = fields.require("languages", reader).and_then(|item| languages(reader, item));
    let default = |text: &str| At { value: text.into(), span: 0..0 };
    let theme = fields.take("theme").map_or_else(|| Some(default("leipzig")), |item| reader.text(item));
    let timezone = match fields.take("timezone") {
        Some(item) => reader.parsed(item, Code::BadTimezone, |name| TimeZone::get(name).ok()),
        None => Some(TimeZone::UTC),
    };
    let (raw_html, credits) = markdown(reader, fields.take("markdown"));
    let megabytes = fields.take("max_file_size").and_then(|item| reader.int(item));
    let press_kits = fields.take("press_kits").and_then(|item| reader.each(item, |reader, item| reader.text(item)));
    let (publisher, unset) = publisher::publisher(reader, fields.take("publisher"));
    // What must be there comes last: by then all mistakes of the others are found.
    Some(Config {
        title: fields.take("title").and_then(|item| reader.text(item)).unwrap_or_else(|| default("site-title")),
        raw_html,
        allowed_files: endings(reader, fields.take("allowed_files")),
        credits,
        newest: fields.take("newest").and_then(|item| reader.int(item)).map_or(5, |count| count.max(0) as usize),
        max_file_size: megabytes.map_or(MAX_FILE_SIZE, |megabytes| megabytes.max(0) as u64),
        missing: fields.take("missing").and_then(|item| missing(reader, item)).unwrap_or_default(),
        outdated_notice: fields.take("outdated_notice").and_then(|item| reader.bool(item)).unwrap_or(true),
        index: fields.take("index").and_then(|item| reader.bool(item)).unwrap_or(true),
        cards: fields.take("cards").and_then(|item| reader.bool(item)).unwrap_or(true),
        license: fields.take("license").and_then(|item| reader.text(item)).map(|text| text.value),
        feeds: feeds::feeds(reader, fields.take("feeds"), base_url.as_deref()),
        press_kits: press_kits.unwrap_or_default(),
        editor: editor::editor(reader, fields),
        menus: fields.take("menus").map(|item| menus(reader, item)).unwrap_or_default(),
        publisher,
        unset,
        base_url: base_override.and_then(self::base_url).or(base_url)?,
        languages: languages?,
        theme: theme?,
        timezone: timezone?,
    })
}

/// Checks the site's public address (http or https) and gives it with a slash at its end.
pub(crate) fn base_url(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split('/').next()?;
    let bad = |c: char| c.is_whitespace() || matches!(c, '?' | '#' | '"' | '<' | '>' | '\\');
    if host.is_empty() || text.contains(bad) {
        return None;
    }
    Some(format!("{}/", text.trim_end_matches('/')))
}

fn languages(reader: &mut Reader, item: Item) -> Option<Languages> {
    let span = item.span();
    let texts = reader.each(item, |reader, item| reader.text(item))?;
    if texts.is_empty() {
        reader.push(Diagnostic::at(Code::MissingKey, reader.location(span)).with("key", "languages"));
    }
    let mut tags: Vec<String> = Vec::new();
    for tag in texts {
        if !is_language(&tag.value) || tags.contains(&tag.value) {
            reader.bad_language(&tag.value, tag.span);
            return None;
        }
        tags.push(tag.value);
    }
    Languages::new(&tags)
}

/// Whether a text is a language tag (BCP 47) as it should be written.
pub(crate) fn is_language(tag: &str) -> bool {
    is_registered(tag) && tag.parse::<unic_langid::LanguageIdentifier>().is_ok_and(|id| id == tag)
}

fn missing(reader: &mut Reader, item: Item) -> Option<MissingPolicy> {
    let text = reader.text(item)?;
    let policy = MissingPolicy::parse(&text.value);
    if policy.is_none() {
        reader.push(Diagnostic::at(Code::WrongType, reader.location(text.span)).with("expected", "missing"));
    }
    policy
}

fn markdown(reader: &mut Reader, item: Option<Item>) -> (RawHtml, bool) {
    let Some(mut fields) = item.and_then(|item| reader.fields(item)) else { return (RawHtml::Refused, true) };
    let raw_html = fields.take("raw_html").and_then(|item| raw_html(reader, item));
    let credits = fields.take("credits").and_then(|item| reader.bool(item));
    reader.finish(fields);
    (raw_html.unwrap_or_default(), credits.unwrap_or(true))
}

fn raw_html(reader: &mut Reader, item: Item) -> Option<RawHtml> {
    if item.is_bool() {
        return reader.bool(item).map(|on| if on { RawHtml::Harmless } else { RawHtml::Refused });
    }
    let text = reader.text(item)?;
    let trusted = (text.value == "trusted").then_some(RawHtml::Trusted);
    if trusted.is_none() {
        reader.push(Diagnostic::at(Code::WrongType, reader.location(text.span)).with("expected", "raw-html"));
    }
    trusted
}

/// Endings as they are compared: `.HTML` is `html`.
fn endings(reader: &mut Reader, item: Option<Item>) -> Vec<String> {
    let written = item.and_then(|item| reader.each(item, |reader, item| reader.text(item)));
    let plain = |ending: At<String>| ending.value.trim_start_matches('.').to_ascii_lowercase();
    written.unwrap_or_default().into_iter().map(plain).collect()
}

fn menus(reader: &mut Reader, item: Item) -> BTreeMap<String, Vec<MenuEntry>> {
    let Some(mut fields) = reader.fields(item) else { return BTreeMap::new() };
    let menus = fields.rest().into_iter();
    menus.map(|(name, item)| (name.value, reader.each(item, menu_entry).unwrap_or_default())).collect()
}

fn menu_entry(reader: &mut Reader, item: Item) -> Option<MenuEntry> {
    let mut fields = reader.fields(item)?;
    let span = fields.span();
    let label = fields.take("label").and_then(|item| reader.text(item));
    let page = fields.take("page").and_then(|item| reader.text(item)).map(MenuTarget::Page);
    let tags = fields.take("tags").and_then(|item| reader.bool(item)).filter(|on| *on).map(|_| MenuTarget::Tags);
    let url = fields
        .take("url")
        .and_then(|item| reader.parsed(item, Code::BadUrl, |url| base_url(url).map(|_| MenuTarget::Url(url.into()))));
    let target = page.or(tags).or(url);
    if target.is_none() {
        reader.push(Diagnostic::at(Code::MissingKey, reader.location(span.clone())).with("key", "page"));
    }
    reader.finish(fields);
    Some(MenuEntry { target: target?, label, span })
}
