//! What templates can call: `t` for messages, `asset` for assets, `page` for another page, `sections` for all
//! of them, `date`, `picture` for a picture's HTML, `list` and `number` for values in the language's own form, `hyphenate` for headlines,
//! `fit` for titles of social cards.
//!
//! They read the language and the way to the root from the view (`lang`, `root`), so a component that calls one must
//! list `@lang` or `@root` among its arguments.

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::body::Place;
use super::cards::{self, Room};
use super::picture::Showing;
use super::questions::{self, Asker};
use super::raise::raise;
use super::shared::Root;
use super::{Stage, view};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Locale, MessageArg, MessageError, soft_hyphenate};
use crate::model::card::Fonts;
use crate::model::page_ref::PageRef;

/// What answers: by the site, the fonts of cards, the arguments, and who asks.
pub type Function = fn(&Stage, &Fonts, &Kwargs, &Asker<'_, '_>) -> TeraResult<Value>;

/// The functions by name.
pub const ALL: [(&str, Function); 10] = [
    ("t", t),
    ("asset", asset),
    ("page", page),
    ("date", date),
    ("list", list),
    ("number", number),
    ("hyphenate", hyphenate),
    ("sections", sections),
    ("picture", picture),
    ("fit", fit),
];

/// The functions' names, for compiling templates before there is a site.
pub fn register_names(tera: &mut Tera) {
    for (name, _) in ALL {
        tera.register_function(name, |_: Kwargs, _: &State| -> TeraResult<Value> { Ok(Value::none()) });
    }
}

/// Registers the functions over a site.
pub fn register(tera: &mut Tera, stage: &Arc<Stage>, fonts: &Arc<Fonts>) {
    for (name, function) in ALL {
        let (stage, fonts) = (stage.clone(), fonts.clone());
        tera.register_function(name, move |args: Kwargs, state: &State| {
            let answer = function(&stage, &fonts, &args, &Asker::Template(state));
            questions::note(name, function, &args, state, &answer);
            answer
        });
    }
}

fn locale<'s>(stage: &'s Stage, asker: &Asker<'_, '_>) -> TeraResult<&'s Locale> {
    let lang = asker.lang()?.and_then(|tag| stage.site.config.languages.get(tag.as_str()?));
    match lang {
        Some(lang) => Ok(&stage.locales[lang]),
        None => Err(raise(Diagnostic::new(Code::NeedsImplicit).with("name", "@lang"))),
    }
}

/// The way to the site's root, as what pages have in common who go it.
fn root(stage: &Stage, asker: &Asker<'_, '_>) -> TeraResult<Arc<Root>> {
    let way = asker.root()?;
    let way = way.as_ref().and_then(Value::as_str);
    let way = way.ok_or_else(|| raise(Diagnostic::new(Code::NeedsImplicit).with("name", "@root")))?;
    Ok(stage.shared.root(way))
}

/// `t(key="name", count=3)`: a message of the page's language, or of the site's language `lang`; every other argument is
/// the message's.
fn t(stage: &Stage, _: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let lang: Option<Cow<'_, str>> = args.get("lang")?;
    let locale = match lang.and_then(|lang| stage.site.config.languages.get(&lang)) {
        Some(lang) => &stage.locales[lang],
        None => locale(stage, asker)?,
    };
    let key: &str = args.must_get("key")?;
    let mut values = Vec::new();
    let own = |name: &str| !["key", "lang"].contains(&name);
    for (name, value) in args.iter().filter_map(|(name, value)| Some((name.as_str().filter(|name| own(name))?, value)))
    {
        // Tera's names know no hyphen, Fluent's do: `month_number` is `$month-number`.
        let value = match value.as_f64().or_else(|| value.as_i64().map(|number| number as f64)) {
            Some(number) if value.is_number() => MessageArg::Number(number),
            _ => MessageArg::Text(value.to_string()),
        };
        values.push((name.replace('_', "-"), value.clone()));
        values.push((name.to_string(), value));
    }
    let values: Vec<_> = values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    let text = match &values[..] {
        [] => locale.with_text(key, Value::normal_string),
        values => locale.message(key, values).map(Value::from),
    };
    match text {
        Ok(text) => Ok(text),
        Err(MessageError::Missing) => {
            let missing = Diagnostic::new(Code::MissingMessage).with("message", key).with("lang", locale.lang);
            Err(raise(missing.nearest(key, locale.known("").iter().map(String::as_str))))
        }
        Err(MessageError::Broken(reason)) => {
            let broken = Diagnostic::new(Code::BrokenMessage).with("message", key).with("lang", locale.lang);
            Err(raise(broken.with("reason", reason)))
        }
    }
}

/// `asset(path="style.css")`: the address of an asset, with its content's hash in the name.
fn asset(stage: &Stage, _: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let path: Cow<'_, str> = args.must_get("path")?;
    match stage.assets.paths.get(&*path) {
        Some(published) => Ok(root(stage, asker)?.link(published)),
        None => {
            let unknown = Diagnostic::new(Code::UnknownAsset).with("asset", &path);
            Err(raise(unknown.nearest(&path, stage.assets.paths.keys().map(String::as_str))))
        }
    }
}

/// `page(path="/delegation.md")`: the page in the language of this one, or in the language it was written in; with
/// `/delegation.de.md` in that language.
fn page(stage: &Stage, _: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let path: String = args.must_get("path")?;
    let lang = locale(stage, asker)?.lang;
    let site = &stage.site;
    let named = PageRef::parse(&path, &site.config.languages);
    let shown = named.as_ref().and_then(|page| page.lang).unwrap_or(lang);
    let id = named.and_then(|page| page.find(|key| site.by_key.get(key).copied()));
    let root = root(stage, asker)?;
    match id.and_then(|id| view::item(stage, id, shown, &root)) {
        Some(mut item) => {
            if shown != lang && item.lang.is_none() {
                item.lang = Value::from(shown.tag());
                item.lang_name = Value::from(stage.locales[shown].text("language-name"));
            }
            Ok(Value::from_serializable(&item))
        }
        None => {
            let names: Vec<String> = site.entries.iter().map(|entry| format!("/{}.md", entry.key)).collect();
            let broken = Diagnostic::new(Code::BrokenLink).with("dest", &path);
            Err(raise(broken.nearest(&path, names.iter().map(String::as_str))))
        }
    }
}

/// `sections(first=20)`: every page of the language, by section, the home page's own first; or as many of each section.
fn sections(stage: &Stage, _: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let first: Option<usize> = args.get("first")?;
    let lang = locale(stage, asker)?.lang;
    let root: Arc<Root> = root(stage, asker)?;
    Ok(Value::from_serializable(&view::sections(stage, lang, &root, first.unwrap_or(usize::MAX))))
}

/// `picture(src=page.image.src, alt=page.image.alt)`: a picture of the site as HTML, in all its widths and formats.
/// `sizes` says how wide it stands in the page; `lazy=false` lets it load at once.
fn picture(stage: &Stage, _: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let src: String = args.must_get("src")?;
    let (alt, sizes): (Option<String>, Option<String>) = (args.get("alt")?, args.get("sizes")?);
    let lazy: Option<bool> = args.get("lazy")?;
    let root = root(stage, asker)?;
    let Some(found) = src.strip_prefix(root.way()).and_then(|path| stage.pictures.at(path)) else {
        let unknown = Diagnostic::new(Code::UnknownPicture).with("src", &src);
        return Err(raise(unknown));
    };
    let showing = Showing {
        alt: alt.as_deref().unwrap_or_default(),
        sizes: sizes.as_deref().unwrap_or("100vw"),
        lazy: lazy.unwrap_or(true),
    };
    let html = super::picture::picture(found, Place { root: root.way(), here: "" }, &showing);
    Ok(Value::safe_string(&html))
}

/// `date(value="2024-09-22", pattern="date-short")`: a day by one of the locale's patterns; with `until`, the days from
/// the one to the other in words.
fn date(stage: &Stage, _: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let value: String = args.must_get("value")?;
    let (pattern, until): (Option<String>, Option<String>) = (args.get("pattern")?, args.get("until")?);
    let day = |value: &str| {
        let day = crate::model::date::parse_day(value);
        day.ok_or_else(|| raise(Diagnostic::new(Code::BadDate).with("value", value)))
    };
    let locale = locale(stage, asker)?;
    Ok(Value::from(match until.filter(|until| !until.is_empty()) {
        Some(until) => locale.date_range(day(&value)?, day(&until)?),
        None => locale.date(pattern.as_deref().unwrap_or("date-long"), day(&value)?),
    }))
}

/// `list(items=page.authors)`: "A, B und C".
fn list(stage: &Stage, _: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let items: Vec<String> = args.must_get("items")?;
    Ok(Value::from(locale(stage, asker)?.list(&items)))
}

/// `number(value=1000)`: "1.000" or "1,000".
fn number(stage: &Stage, _: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let value: u64 = args.must_get("value")?;
    Ok(Value::from(locale(stage, asker)?.number(value)))
}

/// `hyphenate(text=page.title)`: the text with soft hyphens in its long words; `lang` where it is not the page's.
fn hyphenate(stage: &Stage, _: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let text: String = args.must_get("text")?;
    let lang: Option<String> = args.get("lang")?;
    let own = locale(stage, asker)?.lang;
    Ok(Value::from(soft_hyphenate(&text, lang.as_deref().unwrap_or(own.tag())).as_ref()))
}

/// `fit(text=page.title, font="Leipzig Serif Card", width=1048, height=380, sizes=[84, 72])`: the text in lines, at
/// the first size at which it fits, with `size` and `lines`.
fn fit(stage: &Stage, fonts: &Fonts, args: &Kwargs, asker: &Asker<'_, '_>) -> TeraResult<Value> {
    let (text, font): (String, String) = (args.must_get("text")?, args.must_get("font")?);
    let (width, sizes): (f64, Vec<f64>) = (args.must_get("width")?, args.must_get("sizes")?);
    let (height, leading): (f64, Option<f64>) = (args.must_get("height")?, args.get("leading")?);
    let lang: Option<String> = args.get("lang")?;
    let own = locale(stage, asker)?.lang;
    let faces = cards::faces(fonts);
    let Some(face) = faces.iter().find(|face| face.family == font) else {
        return Err(raise(cards::unknown_font(&font, &faces)));
    };
    let composed = cards::composed(&text);
    let soft = soft_hyphenate(&composed, lang.as_deref().unwrap_or(own.tag()));
    let sizes: Vec<f32> = sizes.into_iter().map(|size| size as f32).collect();
    let room =
        Room { width: width as f32, sizes: &sizes, height: height as f32, leading: leading.unwrap_or(1.25) as f32 };
    let set = cards::fit(&soft, &face.widths(), &room);
    Ok(Value::from_serializable(&view::FitView { size: set.size, lines: set.lines }))
}
