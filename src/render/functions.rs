//! What templates can call: `t` for messages, `asset` for assets, `page` for another page, `sections` for all
//! of them, `date`, `picture` for a picture's HTML, `list` and `number` for values in the language's own form, `hyphenate` for headlines,
//! `fit` for titles of social cards.
//!
//! They read the language and the way to the root from the view (`lang`, `root`), so a component that calls one must
//! list `@lang` or `@root` among its arguments.

use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::body::Place;
use super::cards::{self, Room};
use super::picture::Showing;
use super::raise::raise;
use super::{Stage, view};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Locale, MessageArg, MessageError, soften};
use crate::model::card::Fonts;
use crate::model::site::EntryId;

/// The functions' names, for compiling components before there is a site.
pub fn register_names(tera: &mut Tera) {
    for name in ["t", "asset", "page", "date", "list", "number", "hyphenate", "sections", "picture", "fit"] {
        tera.register_function(name, |_: Kwargs, _: &State| -> TeraResult<Value> { Ok(Value::none()) });
    }
}

/// Registers the functions over a site.
pub fn register(tera: &mut Tera, stage: &Arc<Stage>, fonts: &Arc<Fonts>) {
    let [a, b, c, d, e, f, g, h, i, j] = std::array::from_fn(|_| stage.clone());
    let fonts = fonts.clone();
    tera.register_function("t", move |args: Kwargs, state: &State| t(&a, &args, state));
    tera.register_function("asset", move |args: Kwargs, state: &State| asset(&b, &args, state));
    tera.register_function("page", move |args: Kwargs, state: &State| page(&c, &args, state));
    tera.register_function("date", move |args: Kwargs, state: &State| date(&d, &args, state));
    tera.register_function("list", move |args: Kwargs, state: &State| list(&e, &args, state));
    tera.register_function("number", move |args: Kwargs, state: &State| number(&f, &args, state));
    tera.register_function("hyphenate", move |args: Kwargs, state: &State| hyphenate(&g, &args, state));
    tera.register_function("sections", move |args: Kwargs, state: &State| sections(&h, &args, state));
    tera.register_function("picture", move |args: Kwargs, state: &State| picture(&j, &args, state));
    tera.register_function("fit", move |args: Kwargs, state: &State| fit(&i, &fonts, &args, state));
}

fn locale<'s>(stage: &'s Stage, state: &State) -> TeraResult<&'s Locale> {
    let lang: Option<Value> = state.get("lang")?;
    let tag = lang.as_ref().and_then(|lang| lang.get_from_path("tag")).and_then(Value::as_str);
    let lang = tag.and_then(|tag| stage.site.config.languages.get(tag));
    match lang {
        Some(lang) => Ok(&stage.locales[lang]),
        None => Err(raise(Diagnostic::new(Code::NeedsImplicit).with("name", "@lang"))),
    }
}

fn root(state: &State) -> TeraResult<String> {
    let root: Option<String> = state.get("root")?;
    root.ok_or_else(|| raise(Diagnostic::new(Code::NeedsImplicit).with("name", "@root")))
}

/// `t(key="name", count=3)`: a message of the page's language, or of the site's language `lang`; every other argument is
/// the message's.
fn t(stage: &Stage, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let lang: Option<String> = args.get("lang")?;
    let locale = match lang.and_then(|lang| stage.site.config.languages.get(&lang)) {
        Some(lang) => &stage.locales[lang],
        None => locale(stage, state)?,
    };
    let key: String = args.must_get("key")?;
    let mut values = Vec::new();
    let names: Vec<(String, Value)> = args.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
    for (name, value) in names.iter().filter(|(name, _)| !["key", "lang"].contains(&name.as_str())) {
        // Tera's names know no hyphen, Fluent's do: `month_number` is `$month-number`.
        let value = match value.as_f64().or_else(|| value.as_i64().map(|number| number as f64)) {
            Some(number) if value.is_number() => MessageArg::Number(number),
            _ => MessageArg::Text(value.to_string()),
        };
        values.push((name.replace('_', "-"), value.clone()));
        values.push((name.clone(), value));
    }
    let values: Vec<_> = values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    match locale.message(&key, &values) {
        Ok(text) => Ok(Value::from(text)),
        Err(MessageError::Missing) => {
            let missing = Diagnostic::new(Code::MissingMessage).with("message", &key).with("lang", locale.lang);
            Err(raise(missing.nearest(&key, locale.known("").iter().map(String::as_str))))
        }
        Err(MessageError::Broken(reason)) => {
            let broken = Diagnostic::new(Code::BrokenMessage).with("message", &key).with("lang", locale.lang);
            Err(raise(broken.with("reason", reason)))
        }
    }
}

/// `asset(path="style.css")`: the address of an asset, with its content's hash in the name.
fn asset(stage: &Stage, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let path: String = args.must_get("path")?;
    match stage.assets.paths.get(&path) {
        Some(published) => {
            Ok(Value::from(format!("{}{}", root(state)?, crate::model::url::encode(published.as_str()))))
        }
        None => {
            let unknown = Diagnostic::new(Code::UnknownAsset).with("asset", &path);
            Err(raise(unknown.nearest(&path, stage.assets.paths.keys().map(String::as_str))))
        }
    }
}

/// `page(path="/delegation.md")`: the page in the language of this one, or in the language it was written in.
fn page(stage: &Stage, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let path: String = args.must_get("path")?;
    let lang = locale(stage, state)?.lang;
    let site = &stage.site;
    let key = path.trim_start_matches('/').trim_end_matches(".md");
    let bundle = key.strip_suffix("/_index").unwrap_or(key);
    let id: Option<EntryId> = site.by_key.get(key).or_else(|| site.by_key.get(bundle)).copied();
    match id.and_then(|id| view::item(stage, id, lang, &root(state).ok()?)) {
        Some(item) => Ok(Value::from_serializable(&item)),
        None => {
            let names: Vec<String> = site.by_key.keys().map(|key| format!("/{key}.md")).collect();
            let broken = Diagnostic::new(Code::BrokenLink).with("dest", &path);
            Err(raise(broken.nearest(&path, names.iter().map(String::as_str))))
        }
    }
}

/// `sections(first=20)`: every page of the language, by section, the home page's own first; or as many of each section.
fn sections(stage: &Stage, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let first: Option<usize> = args.get("first")?;
    let lang = locale(stage, state)?.lang;
    Ok(Value::from_serializable(&view::sections(stage, lang, &root(state)?, first.unwrap_or(usize::MAX))))
}

/// `picture(src=page.image.src, alt=page.image.alt)`: a picture of the site as HTML, in all its widths and formats.
/// `sizes` says how wide it stands in the page; `lazy=false` lets it load at once.
fn picture(stage: &Stage, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let src: String = args.must_get("src")?;
    let (alt, sizes): (Option<String>, Option<String>) = (args.get("alt")?, args.get("sizes")?);
    let lazy: Option<bool> = args.get("lazy")?;
    let root = root(state)?;
    let Some(found) = src.strip_prefix(root.as_str()).and_then(|path| stage.pictures.at(path)) else {
        let unknown = Diagnostic::new(Code::UnknownPicture).with("src", &src);
        return Err(raise(unknown));
    };
    let showing = Showing {
        alt: alt.as_deref().unwrap_or_default(),
        sizes: sizes.as_deref().unwrap_or("100vw"),
        lazy: lazy.unwrap_or(true),
    };
    let html = super::picture::picture(found, Place { root: &root, here: "" }, &showing);
    Ok(Value::safe_string(&html))
}

/// `date(value="2024-09-22", pattern="date-short")`: a day by one of the locale's patterns; with `until`, the days from
/// the one to the other in words.
fn date(stage: &Stage, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let value: String = args.must_get("value")?;
    let (pattern, until): (Option<String>, Option<String>) = (args.get("pattern")?, args.get("until")?);
    let day = |value: &str| {
        let day = crate::model::date::parse_day(value);
        day.ok_or_else(|| raise(Diagnostic::new(Code::BadDate).with("value", value)))
    };
    let locale = locale(stage, state)?;
    Ok(Value::from(match until.filter(|until| !until.is_empty()) {
        Some(until) => locale.date_range(day(&value)?, day(&until)?),
        None => locale.date(pattern.as_deref().unwrap_or("date-long"), day(&value)?),
    }))
}

/// `list(items=page.authors)`: "A, B und C".
fn list(stage: &Stage, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let items: Vec<String> = args.must_get("items")?;
    Ok(Value::from(locale(stage, state)?.list(&items)))
}

/// `number(value=1000)`: "1.000" or "1,000".
fn number(stage: &Stage, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let value: u64 = args.must_get("value")?;
    Ok(Value::from(locale(stage, state)?.number(value)))
}

/// `hyphenate(text=page.title)`: the text with soft hyphens in its long words; `lang` where it is not the page's.
fn hyphenate(stage: &Stage, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let text: String = args.must_get("text")?;
    let lang: Option<String> = args.get("lang")?;
    let own = locale(stage, state)?.lang;
    Ok(Value::from(soften(&text, lang.as_deref().unwrap_or(own.tag())).as_ref()))
}

/// `fit(text=page.title, font="Leipzig Serif Card", width=1048, height=380, sizes=[84, 72])`: the text in lines, at
/// the first size at which it fits, with `size` and `lines`.
fn fit(stage: &Stage, fonts: &Fonts, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let (text, font): (String, String) = (args.must_get("text")?, args.must_get("font")?);
    let (width, sizes): (f64, Vec<f64>) = (args.must_get("width")?, args.must_get("sizes")?);
    let (height, leading): (f64, Option<f64>) = (args.must_get("height")?, args.get("leading")?);
    let lang: Option<String> = args.get("lang")?;
    let own = locale(stage, state)?.lang;
    let faces = cards::faces(fonts);
    let Some(face) = faces.iter().find(|face| face.family == font) else {
        return Err(raise(cards::unknown_font(&font, &faces)));
    };
    let composed = cards::composed(&text);
    let soft = soften(&composed, lang.as_deref().unwrap_or(own.tag()));
    let sizes: Vec<f32> = sizes.into_iter().map(|size| size as f32).collect();
    let room =
        Room { width: width as f32, sizes: &sizes, height: height as f32, leading: leading.unwrap_or(1.25) as f32 };
    let set = cards::fit(&soft, &face.widths(), &room);
    Ok(Value::from_serializable(&view::FitView { size: set.size, lines: set.lines }))
}
