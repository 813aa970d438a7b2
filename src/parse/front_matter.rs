//! YAML front matter → [`FrontMatter`]: strict, every mistake at once, each at its place.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use super::typography;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::{
    At, Attachment, Citation, Config, Contact, Correction, Event, FrontMatter, Image, MissingPolicy, Moment,
    PartialDate, Revision, SortBy, SourceText, Translation, Withdrawn, dialled, is_email, is_registered, parse_day,
};
use crate::yaml::{Fields, Item, Reader};

/// Reads the front matter in the bytes `range` of `source`, as written.
pub(super) fn read(
    source: Arc<SourceText>,
    range: Range<usize>,
    is_section: bool,
    config: &Config,
) -> Checked<Option<FrontMatter>> {
    let mut reader = Reader::new(source.clone(), range.start);
    let front = reader.parse(&source.text()[range]).and_then(|fields| front(&mut reader, fields, is_section, config));
    Checked { value: front, diagnostics: reader.diagnostics }
}

fn front(r: &mut Reader, mut f: Fields, is_section: bool, config: &Config) -> Option<FrontMatter> {
    let zone = &config.timezone;
    let title = f.require("title", r).and_then(|item| r.text(item));
    let title = title.unwrap_or_else(|| At { value: String::new(), span: f.span() });
    let front = FrontMatter {
        title: title.value,
        title_span: title.span,
        description: f.take("description").and_then(|item| text(r, item)),
        date: f.take("date").and_then(|item| day(r, item)),
        updated: f.take("updated").and_then(|item| day(r, item)),
        slug: f.take("slug").and_then(|item| r.text(item)).and_then(|slug| checked_slug(r, slug)),
        aliases: f.take("aliases").and_then(|item| r.each(item, |r, item| r.text(item))).unwrap_or_default(),
        tags: f.take("tags").and_then(|item| r.each(item, |r, item| r.text(item))),
        template: f.take("template").and_then(|item| r.text(item)),
        weight: f.take("weight").and_then(|item| r.int(item)),
        draft: f.take("draft").and_then(|item| r.bool(item)),
        publish: f.take("publish").and_then(|item| instant(r, item, zone)),
        expires: f.take("expires").and_then(|item| instant(r, item, zone)),
        authors: f.take("authors").and_then(|item| r.each(item, text)),
        image: f.take("image").and_then(|item| image(r, item)).map(Box::new),
        event: f.take("event").and_then(|item| event(r, item, zone)).map(Box::new),
        attachments: f.take("attachments").and_then(|item| r.each(item, attachment)),
        sources: f.take("sources").and_then(|item| r.each(item, citation)),
        contacts: f.take("contacts").and_then(|item| r.each(item, contact)),
        corrections: f.take("corrections").and_then(|item| r.each(item, correction)).unwrap_or_default(),
        withdrawn: f.take("withdrawn").and_then(|item| withdrawn(r, item)),
        translation: f.take("translation").and_then(|item| translation(r, item, config)),
        extra: f.take("extra").map(|item| r.extra(item)),
        sort_by: section_key(r, &mut f, "sort_by", is_section).and_then(|item| sort_by(r, item)),
        paginate_by: section_key(r, &mut f, "paginate_by", is_section).and_then(|item| paginate_by(r, item)),
        missing: section_key(r, &mut f, "missing", is_section).and_then(|item| missing(r, item)),
    };
    r.finish(f);
    Some(front)
}

/// The keys and values of a page's front matter with their places, for those who show or change what stands there; a page
/// with mistakes may have none.
pub(crate) fn fields(source: &Arc<SourceText>) -> Option<Fields> {
    let (range, _) = super::split(source.text()).ok()?;
    Reader::new(source.clone(), range.start).parse(&source.text()[range])
}

/// What readers see of the front matter gets the same punctuation as the body.
pub(super) fn set_punctuation(mut front: FrontMatter, tag: &str) -> FrontMatter {
    let set = |text: &mut String| *text = typography::set(text, tag);
    set(&mut front.title);
    front.description.iter_mut().for_each(set);
    if let Some(image) = &mut front.image {
        image.alt.iter_mut().chain(&mut image.caption).for_each(set);
    }
    front.attachments.iter_mut().flatten().for_each(|attachment| set(&mut attachment.title));
    front.corrections.iter_mut().for_each(|correction| set(&mut correction.note));
    front.withdrawn.iter_mut().filter_map(|withdrawn| withdrawn.reason.as_mut()).for_each(set);
    front
}

fn text(r: &mut Reader, item: Item) -> Option<String> {
    r.text(item).map(|text| text.value)
}

fn optional(r: &mut Reader, f: &mut Fields, key: &'static str) -> Option<String> {
    f.take(key).and_then(|item| text(r, item))
}

fn required(r: &mut Reader, f: &mut Fields, key: &'static str) -> Option<String> {
    f.require(key, r).and_then(|item| text(r, item))
}

fn day(r: &mut Reader, item: Item) -> Option<Date> {
    r.parsed(item, Code::BadDate, parse_day)
}

fn section_key(r: &mut Reader, f: &mut Fields, key: &'static str, is_section: bool) -> Option<Item> {
    let item = f.take(key)?;
    if !is_section {
        let at = r.location(item.span());
        r.push(Diagnostic::at(Code::NotASection, at).with("key", key));
        return None;
    }
    Some(item)
}

/// A slug is one segment: letters and digits of any script, joined by hyphens.
fn checked_slug(r: &mut Reader, slug: At<String>) -> Option<At<String>> {
    let plain = |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || matches!(c, '-' | '_' | '.');
    let sound = slug.value.chars().all(plain) && slug.value.starts_with(char::is_alphanumeric);
    if !sound {
        r.push(Diagnostic::at(Code::BadSlug, r.location(slug.span.clone())).with("value", &slug.value));
    }
    sound.then_some(slug)
}

fn sort_by(r: &mut Reader, item: Item) -> Option<SortBy> {
    let text = r.text(item)?;
    match text.value.as_str() {
        "date" => Some(SortBy::Date),
        "weight" => Some(SortBy::Weight),
        "title" => Some(SortBy::Title),
        _ => r.wrong(text.span, "sort_by"),
    }
}

fn missing(r: &mut Reader, item: Item) -> Option<MissingPolicy> {
    let text = r.text(item)?;
    MissingPolicy::parse(&text.value).or_else(|| r.wrong(text.span, "missing"))
}

fn paginate_by(r: &mut Reader, item: Item) -> Option<usize> {
    let span = item.span();
    let count = r.int(item)?;
    usize::try_from(count).ok().filter(|count| *count > 0).or_else(|| r.wrong(span, "number"))
}

/// A date-time with an offset or a zone; a plain day begins in the site's zone, where local times are meant too.
fn zoned(text: &str, zone: &TimeZone) -> Option<ZonedDateTime> {
    if let Some(date) = parse_day(text) {
        return date.to_zoned_datetime(zone.clone()).ok();
    }
    fixed(text, zone).or_else(|| local(text, zone))
}

/// A date-time that names its own offset or zone. It begins with a day as days are written: `20261124` is a number.
fn fixed(text: &str, zone: &TimeZone) -> Option<ZonedDateTime> {
    text.get(..10).and_then(parse_day)?;
    if let Ok(zoned) = text.parse::<ZonedDateTime>() {
        return Some(zoned);
    }
    text.parse::<Timestamp>().ok().map(|instant| instant.to_zoned_datetime(zone.clone()))
}

/// A date-time without either, meant in `zone`.
fn local(text: &str, zone: &TimeZone) -> Option<ZonedDateTime> {
    text.get(..10).and_then(parse_day)?;
    text.parse::<jiff::civil::DateTime>().ok()?.to_zoned_datetime(zone.clone()).ok()
}

fn instant(r: &mut Reader, item: Item, zone: &TimeZone) -> Option<Timestamp> {
    r.parsed(item, Code::BadDate, |text| zoned(text, zone).map(|zoned| zoned.timestamp()))
}

fn moment(r: &mut Reader, item: Item, zone: &TimeZone) -> Option<Moment> {
    r.parsed(item, Code::BadDate, |text| match parse_day(text) {
        Some(date) => Some(Moment::Day(date)),
        None => fixed(text, zone).map(Moment::Time).or_else(|| local(text, zone).map(Moment::Local)),
    })
}

fn image(r: &mut Reader, item: Item) -> Option<Image> {
    let span = item.span();
    let mut f = r.fields(item)?;
    let decorative = f.take("decorative").and_then(|item| r.bool(item)).unwrap_or_default();
    let image = Image {
        span,
        src: f.take("src").and_then(|item| r.text(item)),
        alt: optional(r, &mut f, "alt"),
        decorative,
        credit: optional(r, &mut f, "credit"),
        caption: optional(r, &mut f, "caption"),
    };
    r.finish(f);
    Some(image)
}

fn event(r: &mut Reader, item: Item, zone: &TimeZone) -> Option<Event> {
    let span = item.span();
    let mut f = r.fields(item)?;
    let start = f.take("start").and_then(|item| moment(r, item, zone));
    let end = f.take("end").and_then(|item| moment(r, item, zone));
    let place = optional(r, &mut f, "place");
    let timezone = f.take("timezone");
    let timezone = timezone.and_then(|item| r.parsed(item, Code::BadTimezone, |name| TimeZone::get(name).ok()));
    let event = Event { start, end, place, timezone };
    if event.is_backwards() {
        r.push(Diagnostic::at(Code::EventOrder, r.location(span)));
    }
    r.finish(f);
    Some(event)
}

fn attachment(r: &mut Reader, item: Item) -> Option<Attachment> {
    let mut f = r.fields(item)?;
    let src = f.require("src", r).and_then(|item| r.text(item));
    let title = required(r, &mut f, "title");
    r.finish(f);
    Some(Attachment { src: src?, title: title? })
}

fn citation(r: &mut Reader, item: Item) -> Option<Citation> {
    let mut f = r.fields(item)?;
    let publisher = required(r, &mut f, "publisher");
    let title = optional(r, &mut f, "title");
    let date = f.take("date").and_then(|item| r.parsed(item, Code::BadDate, PartialDate::parse));
    let url = f.take("url").and_then(|item| {
        r.parsed(item, Code::BadUrl, |url| crate::model::url::is_web_address(url).then(|| url.to_string()))
    });
    let lang = f.take("lang").and_then(|item| r.text(item)).filter(|tag| {
        let known = is_registered(&tag.value);
        if !known {
            r.bad_language(&tag.value, tag.span.clone());
        }
        known
    });
    let lang = lang.map(|tag| tag.value);
    r.finish(f);
    Some(Citation { publisher: publisher?, title, date, url, lang })
}

fn contact(r: &mut Reader, item: Item) -> Option<Contact> {
    let mut f = r.fields(item)?;
    let name = required(r, &mut f, "name");
    let role = optional(r, &mut f, "role");
    let mut take = |key, code, is_one: fn(&str) -> bool| {
        f.take(key).and_then(|item| r.parsed(item, code, |text| is_one(text).then(|| text.to_string())))
    };
    let phone = take("phone", Code::BadPhone, |text| dialled(text).is_some());
    let email = take("email", Code::BadEmail, is_email);
    r.finish(f);
    Some(Contact { name: name?, role, phone, email })
}

fn withdrawn(r: &mut Reader, item: Item) -> Option<Withdrawn> {
    let mut f = r.fields(item)?;
    let date = f.take("date").and_then(|item| day(r, item));
    let withdrawn = Withdrawn { date, reason: optional(r, &mut f, "reason") };
    r.finish(f);
    Some(withdrawn)
}

fn correction(r: &mut Reader, item: Item) -> Option<Correction> {
    let mut f = r.fields(item)?;
    let date = f.require("date", r).and_then(|item| day(r, item));
    let note = required(r, &mut f, "note");
    r.finish(f);
    Some(Correction { date: date?, note: note? })
}

fn translation(r: &mut Reader, item: Item, config: &Config) -> Option<Translation> {
    let mut f = r.fields(item)?;
    let from = f.require("from", r).and_then(|item| r.text(item));
    let from = from.and_then(|tag| match config.languages.get(&tag.value) {
        Some(lang) => Some(At { value: lang, span: tag.span }),
        None => {
            let unknown = Diagnostic::at(Code::UnknownLanguage, r.location(tag.span)).with("value", tag.value);
            r.push(unknown.with("languages", &config.languages));
            None
        }
    });
    let revision = f.take("revision").and_then(|item| r.parsed(item, Code::BadRevision, Revision::parse));
    let by = optional(r, &mut f, "by");
    r.finish(f);
    Some(Translation { from: from?, revision, by })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::front_matter::parts;
    use crate::model::{KEYS, Key, Meta, Translations, ValueKind};

    fn config() -> Config {
        let text = "base_url: https://example.org/\nlanguages: [de]\n".to_string();
        let source = Arc::new(SourceText::new("site.yaml", text));
        crate::configure::configure(source, None).value.unwrap()
    }

    fn front(yaml: &str) -> FrontMatter {
        let text = format!("title: A\n{yaml}");
        let source = Arc::new(SourceText::new("a.de.md", text.clone()));
        let read = read(source, 0..text.len(), true, &config());
        assert_eq!(read.diagnostics, [], "{yaml}");
        read.value.unwrap()
    }

    /// A value of the kind, as it is written between braces.
    fn value(key: &Key) -> String {
        match key.kind {
            _ if key.path == "sources.lang" => "de".into(),
            ValueKind::Email => "a@b.de".into(),
            ValueKind::Phone => "115".into(),
            ValueKind::Text | ValueKind::LongText | ValueKind::Template | ValueKind::Any => "x".into(),
            ValueKind::Picture | ValueKind::File | ValueKind::Slug => "x.pdf".into(),
            ValueKind::Language => "de".into(),
            ValueKind::Day | ValueKind::PartialDay | ValueKind::Moment | ValueKind::Instant => "2026-12-02".into(),
            ValueKind::Zone => "Europe/Berlin".into(),
            ValueKind::Address => "https://example.org/".into(),
            ValueKind::Revision => "0123456789ab".into(),
            ValueKind::Boolean => "true".into(),
            ValueKind::Number | ValueKind::Count => "3".into(),
            ValueKind::Texts | ValueKind::Tags => "[x]".into(),
            ValueKind::Choice(choice) => choice.options[1].0.into(),
            ValueKind::Mapping(_) => format!("{{{}}}", inside(key)),
            ValueKind::List(_) => format!("[{{{}}}]", inside(key)),
        }
    }

    fn inside(group: &Key) -> String {
        let entry = |key: &Key| format!("{}: {}", key.name(), value(key));
        crate::model::keys::inside(group.path).map(entry).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn every_key_of_the_table_is_read() {
        for key in KEYS.iter().filter(|key| key.group().is_empty() && key.path != "title") {
            let before = format!("{:?}", front(""));
            assert_ne!(format!("{:?}", front(&format!("{}: {}", key.path, value(key)))), before, "{}", key.path);
        }
    }

    #[test]
    fn a_revision_is_made_of_the_texts_of_the_table() {
        let all = KEYS.iter().filter(|key| key.group().is_empty() && key.path != "title");
        let yaml: String = all.map(|key| format!("{}: {}\n", key.path, value(key))).collect();
        let front = front(&yaml);
        let parts = parts(&front, "").into_iter().map(|(name, _)| name);
        let texts = KEYS.iter().filter(|key| key.text.is_some());
        let name = |key: &Key| if key.translations == Translations::WithList { key.group() } else { key.path };
        assert_eq!(parts.collect::<Vec<_>>(), texts.map(name).chain(["text"]).collect::<Vec<_>>());
    }

    /// What `resolve` takes from the original itself.
    const OF_ORIGINAL: [&str; 5] = ["expires", "sort_by", "paginate_by", "missing", "withdrawn.date"];

    #[test]
    fn translations_inherit_what_the_table_says() {
        let split = |key: &&Key| matches!(key.translations, Translations::EachPart | Translations::WithList);
        for key in KEYS.iter().filter(|key| !split(key) && key.path != "title" && !OF_ORIGINAL.contains(&key.path)) {
            let (with, without) = match key.path.split_once('.') {
                // A picture without a file is none.
                Some(("image", "src")) => (format!("image: {{src: {}}}", value(key)), String::new()),
                Some(("image", name)) => {
                    (format!("image: {{src: a, {name}: {}}}", value(key)), "image: {src: a}".into())
                }
                Some(("translation", name)) if name != "from" => {
                    (format!("translation: {{from: de, {name}: {}}}", value(key)), String::new())
                }
                Some((group, name)) => (format!("{group}: {{{name}: {}}}", value(key)), String::new()),
                None => (format!("{}: {}", key.path, value(key)), String::new()),
            };
            let (own, with, without) = (front(""), front(&with), front(&without));
            let of = |source: &FrontMatter| {
                let mut meta = Meta::of(&own, source);
                meta.image.iter_mut().for_each(|image| image.span = 0..0);
                format!("{meta:?}")
            };
            assert_eq!(of(&with) != of(&without), key.is_inherited(), "{}", key.path);
        }
    }
}
