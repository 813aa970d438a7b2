//! What templates can call: `t` for messages, `asset` for assets, `page` for another page, `sections` for all
//! of them, `date`, `picture` for a picture's HTML, `list` and `number` for values in the language's own form, `hyphenate` for headlines,
//! `fit` for titles of social cards, `dialled` for links to telephones.
//!
//! They read the language and the way to the root from the view (`lang`, `root`), so a component that calls one must
//! list `@lang` or `@root` among its arguments.

use std::borrow::Cow;
use std::sync::Arc;

use tera::value::Key;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::body;
use super::body::picture::Showing;
use super::cards::{self, Room};
use super::input::RenderInput;
use super::templates::{CallError, Theme};
use super::view::lists;
use super::view::place::Place;
use super::view_cache::BasePath;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Locale, MessageArg, MessageError, soft_hyphenate};
use crate::model::{Fonts, PageRef, dialled, parse_day};

type Called = Result<Value, CallError>;

type Function = fn(&Caller<'_>) -> Called;

const ALL: [(&str, Function); 11] = [
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
    ("dialled", number_to_dial),
];

/// The functions' names, for compiling templates before there is a site.
pub(super) fn register_names(tera: &mut Tera) {
    for (name, _) in ALL {
        tera.register_function(name, |_: Kwargs, _: &State| -> TeraResult<Value> { Ok(Value::none()) });
    }
}

/// Registers the functions over a site.
pub(super) fn register(tera: &mut Tera, input: &Arc<RenderInput>, theme: &Theme) {
    for (name, function) in ALL {
        let (input, fonts, errors) = (input.clone(), theme.fonts.clone(), theme.errors.clone());
        tera.register_function(name, move |args: Kwargs, state: &State| {
            let caller = Caller { input: &input, fonts: &fonts, args: &args, state };
            function(&caller).map_err(|error| errors.raise(error))
        });
    }
}

/// A call in a template, and what it is answered by.
struct Caller<'a> {
    input: &'a RenderInput,
    fonts: &'a Fonts,
    args: &'a Kwargs,
    state: &'a State<'a>,
}

impl Caller<'_> {
    /// The language of the page.
    fn locale(&self) -> Result<&Locale, CallError> {
        let lang: Option<Value> = self.state.get("lang")?;
        let tag = lang.as_ref().and_then(|lang| lang.as_map()?.get(&Key::Str("tag"))?.as_str());
        match tag.and_then(|tag| self.input.site.config.languages.get(tag)) {
            Some(lang) => Ok(self.input.locale(lang)),
            None => Err(Diagnostic::new(Code::NeedsImplicit).with("name", "@lang").into()),
        }
    }

    /// The way to the site's root.
    fn base(&self) -> Result<Arc<BasePath>, CallError> {
        let root: Option<Value> = self.state.get("root")?;
        match root.as_ref().and_then(Value::as_str) {
            Some(prefix) => Ok(self.input.base_path(prefix)),
            None => Err(Diagnostic::new(Code::NeedsImplicit).with("name", "@root").into()),
        }
    }

    /// The tag of the language asked for, else of the page's.
    fn lang_or_own(&self) -> Result<String, CallError> {
        let lang: Option<String> = self.args.get("lang")?;
        let own = self.locale()?.lang;
        Ok(lang.unwrap_or_else(|| own.to_string()))
    }
}

/// `t(key="name", count=3)`: a message of the page's language, or of the site's language `lang`; every other argument is
/// the message's.
fn t(caller: &Caller<'_>) -> Called {
    let lang: Option<Cow<'_, str>> = caller.args.get("lang")?;
    let locale = match lang.and_then(|lang| caller.input.site.config.languages.get(&lang)) {
        Some(lang) => caller.input.locale(lang),
        None => caller.locale()?,
    };
    let key: &str = caller.args.must_get("key")?;
    let args = caller.args.iter().filter_map(|(name, value)| Some((name.as_str()?, value)));
    let args = args.filter(|(name, _)| !["key", "lang"].contains(name));
    // Tera's names know no hyphen, Fluent's do: `month_number` is `$month-number`.
    let both = args
        .flat_map(|(name, value)| [name.to_string(), name.replace('_', "-")].map(|name| (name, message_arg(value))));
    let args: Vec<(String, MessageArg)> = both.collect();
    let args: Vec<_> = args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    locale.message(key, &args).map(Value::from).map_err(|error| match error {
        MessageError::Missing => {
            let missing = Diagnostic::new(Code::MissingMessage).with("message", key).with("lang", locale.lang);
            missing.nearest(key, locale.known("").iter().map(String::as_str)).into()
        }
        MessageError::Broken(reason) => {
            let broken = Diagnostic::new(Code::BrokenMessage).with("message", key).with("lang", locale.lang);
            broken.with("reason", reason).into()
        }
    })
}

fn message_arg(value: &Value) -> MessageArg {
    match value.as_f64().or_else(|| value.as_i64().map(|number| number as f64)) {
        Some(number) if value.is_number() => MessageArg::Number(number),
        _ => MessageArg::Text(value.to_string()),
    }
}

/// `asset(path="style.css")`: the address of an asset, with its content's hash in the name.
fn asset(caller: &Caller<'_>) -> Called {
    let path: Cow<'_, str> = caller.args.must_get("path")?;
    match caller.input.assets.paths.get(&*path) {
        Some(published) => Ok(caller.base()?.link(published)),
        None => {
            let unknown = Diagnostic::new(Code::UnknownAsset).with("asset", &path);
            Err(unknown.nearest(&path, caller.input.assets.paths.keys().map(String::as_str)).into())
        }
    }
}

/// `page(path="/delegation.md")`: the page in the language of this one, or in the language it was written in; with
/// `/delegation.de.md` in that language.
fn page(caller: &Caller<'_>) -> Called {
    let path: String = caller.args.must_get("path")?;
    let (lang, site) = (caller.locale()?.lang, &caller.input.site);
    let named = PageRef::parse(&path, &site.config.languages);
    let shown = named.as_ref().and_then(|page| page.lang).unwrap_or(lang);
    let id = named.and_then(|page| page.find(|key| site.by_key.get(key).copied()));
    let base = caller.base()?;
    match id.and_then(|id| lists::item(caller.input, id, shown, &base)) {
        Some(item) => Ok(Value::from_serializable(&item.named_in(lang, shown, &caller.input.views.language(shown).0))),
        None => {
            let names: Vec<String> = site.entries.iter().map(|entry| format!("/{}.md", entry.key)).collect();
            let broken = Diagnostic::new(Code::BrokenLink).with("dest", &path);
            Err(broken.nearest(&path, names.iter().map(String::as_str)).into())
        }
    }
}

/// `sections(first=20)`: every page of the language, by section, the home page's own first; or as many of each section.
fn sections(caller: &Caller<'_>) -> Called {
    let first: Option<usize> = caller.args.get("first")?;
    let lang = caller.locale()?.lang;
    let base = caller.base()?;
    Ok(Value::from_serializable(&lists::sections(caller.input, lang, &base, first.unwrap_or(usize::MAX))))
}

/// `picture(src=page.image.src, alt=page.image.alt)`: a picture of the site as HTML, in all its widths and formats.
/// `sizes` says how wide it stands in the page; `lazy=false` lets it load at once.
fn picture(caller: &Caller<'_>) -> Called {
    let src: String = caller.args.must_get("src")?;
    let (alt, sizes): (Option<String>, Option<String>) = (caller.args.get("alt")?, caller.args.get("sizes")?);
    let lazy: Option<bool> = caller.args.get("lazy")?;
    let base = caller.base()?;
    let Some(found) = src.strip_prefix(base.prefix()).and_then(|path| caller.input.pictures.at(path)) else {
        let unknown = Diagnostic::new(Code::UnknownPicture).with("src", &src);
        return Err(unknown.into());
    };
    let showing = Showing {
        alt: alt.as_deref().unwrap_or_default(),
        sizes: sizes.as_deref().unwrap_or("100vw"),
        lazy: lazy.unwrap_or(true),
    };
    let html = body::picture::picture(found, Place { root: base.prefix(), here: "" }, &showing);
    Ok(Value::safe_string(&html))
}

/// `date(value="2024-09-22", pattern="date-short")`: a day by one of the locale's patterns; with `until`, the days from
/// the one to the other in words.
fn date(caller: &Caller<'_>) -> Called {
    let value: String = caller.args.must_get("value")?;
    let (pattern, until): (Option<String>, Option<String>) = (caller.args.get("pattern")?, caller.args.get("until")?);
    let day = |value: &str| {
        let day = parse_day(value);
        day.ok_or_else(|| Diagnostic::new(Code::BadDate).with("value", value))
    };
    let locale = caller.locale()?;
    Ok(Value::from(match until.filter(|until| !until.is_empty()) {
        Some(until) => locale.date_range(day(&value)?, day(&until)?),
        None => locale.date(pattern.as_deref().unwrap_or("date-long"), day(&value)?),
    }))
}

/// `list(items=page.authors)`: "A, B und C".
fn list(caller: &Caller<'_>) -> Called {
    let items: Vec<String> = caller.args.must_get("items")?;
    Ok(Value::from(caller.locale()?.list(&items)))
}

/// `number(value=1000)`: "1.000" or "1,000".
fn number(caller: &Caller<'_>) -> Called {
    let value: u64 = caller.args.must_get("value")?;
    Ok(Value::from(caller.locale()?.number(value)))
}

/// `dialled(phone=contact.phone)`: the number without what only divides it, for `tel:`.
fn number_to_dial(caller: &Caller<'_>) -> Called {
    let phone: String = caller.args.must_get("phone")?;
    Ok(Value::from(dialled(&phone).unwrap_or_default()))
}

/// `hyphenate(text=page.title)`: the text with soft hyphens in its long words; `lang` where it is not the page's.
fn hyphenate(caller: &Caller<'_>) -> Called {
    let text: String = caller.args.must_get("text")?;
    Ok(Value::from(soft_hyphenate(&text, &caller.lang_or_own()?).as_ref()))
}

/// `fit(text=page.title, font="Leipzig Serif Card", width=1048, height=380, sizes=[84, 72])`: the text in lines, at
/// the first size at which it fits, with `size` and `lines`.
fn fit(caller: &Caller<'_>) -> Called {
    let (text, font): (String, String) = (caller.args.must_get("text")?, caller.args.must_get("font")?);
    let (width, sizes): (f64, Vec<f64>) = (caller.args.must_get("width")?, caller.args.must_get("sizes")?);
    let (height, leading): (f64, Option<f64>) = (caller.args.must_get("height")?, caller.args.get("leading")?);
    let lang = caller.lang_or_own()?;
    let faces = cards::faces(caller.fonts);
    let Some(face) = faces.iter().find(|face| face.family == font) else {
        return Err(cards::unknown_font(&font, &faces).into());
    };
    let composed = cards::composed(&text);
    let soft = soft_hyphenate(&composed, &lang);
    let sizes: Vec<f32> = sizes.into_iter().map(|size| size as f32).collect();
    let room =
        Room { width: width as f32, sizes: &sizes, height: height as f32, leading: leading.unwrap_or(1.25) as f32 };
    Ok(Value::from_serializable(&cards::fit(&soft, &face.widths(), &room)))
}
