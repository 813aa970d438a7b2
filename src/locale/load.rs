//! Locale files → [`Locale`].

use std::collections::BTreeSet;
use std::sync::atomic::AtomicUsize;

use fluent::concurrent::FluentBundle;
use fluent::{FluentResource, FluentValue};
use icu_collator::CollatorBorrowed;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use super::calendar_names::CalendarNames;
use super::catalog::{self, Catalog, Entry};
use super::glossary::Glossary;
use super::lint::chains::{self, Chains, LONGEST};
use super::uses::split;
use super::{Locale, Locales, guard};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::{Lang, Languages, LocaleFile};

/// Loads the locale files, the theme's before the site's.
pub(crate) fn load(files: &[LocaleFile], languages: &Languages) -> Checked<Locales> {
    let all: Vec<Lang> = languages.iter().collect();
    let loaded: Vec<_> = all
        .par_iter()
        .map(|lang| {
            let own = files.iter().filter(|file| file.lang == *lang);
            load_one(*lang, own)
        })
        .collect();
    let mut diagnostics = Vec::new();
    let mut locales = loaded.into_iter().map(|locale| locale.report_to(&mut diagnostics));
    let value = languages.map(|_| locales.next().expect("one for each language"));
    Checked { value, diagnostics }
}

fn load_one<'s>(lang: Lang, files: impl Iterator<Item = &'s LocaleFile>) -> Checked<Locale> {
    let mut bundle = bundle(lang);
    let mut diagnostics = Vec::new();
    let (mut catalog, mut broken) = (Catalog::new(), BTreeSet::new());
    for LocaleFile { layer, source, .. } in files {
        let found = catalog::read(source, *layer, &mut catalog);
        if !found.is_empty() {
            broken.extend(catalog::broken(source));
        }
        diagnostics.extend(found);
        let resource = match FluentResource::try_new(guard::guard(source.text()).into_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    let too_long = too_long(&catalog, &mut diagnostics);
    bundle.add_resource_overriding(without_references(&too_long));
    broken.extend(too_long);
    // Plain `en` is English as written in Europe: "A, B and C", not the American "A, B, and C" of ICU's default.
    let tag = if lang.tag() == "en" { "en-GB" } else { lang.tag() };
    let icu: icu_locale_core::Locale = tag.parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
    let mut locale = Locale {
        lang,
        bundle,
        names: CalendarNames::new(&icu),
        decimal: DecimalFormatter::try_new((&icu).into(), Default::default()).ok(),
        list: ListFormatter::try_new_and((&icu).into(), ListFormatterOptions::default()).ok(),
        collator: CollatorBorrowed::try_new((&icu).into(), Default::default()).ok(),
        glossary: Glossary::new(&catalog),
        catalog,
        texts: FxHashMap::default(),
        formatted: AtomicUsize::new(0),
        broken,
    };
    locale.texts = texts(&locale);
    locale.take_formatted();
    Checked { value: locale, diagnostics }
}

/// The messages from which chains lead on that are too long to be followed. The first of each chain is reported; a long
/// circle is, as a circle, when the messages are checked.
fn too_long(catalog: &Catalog, diagnostics: &mut Vec<Diagnostic>) -> BTreeSet<String> {
    let graph = chains::graph(catalog);
    let Chains { circular, long } = chains::chains(&graph);
    let within: BTreeSet<&str> = long.iter().flat_map(|key| graph[*key].iter().copied()).collect();
    for key in long.iter().filter(|key| !within.contains(*key)) {
        let Some(entry) = catalog.get(split(key).0) else { continue };
        let found = Diagnostic::at(Code::OverLimit, entry.at(entry.span.clone())).with("reason", "reference");
        diagnostics.push(found.with("most", LONGEST).with("message", key));
    }
    let circular = Some(circular).filter(|circular| circular.len() > LONGEST);
    long.into_iter().chain(circular.into_iter().flatten()).map(|key| split(key).0.to_string()).collect()
}

/// These messages without their references, in place of those that were read.
fn without_references(ids: &BTreeSet<String>) -> FluentResource {
    let text: String = ids.iter().map(|id| format!("{id} = {id}\n")).collect();
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text);
    resource
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
    // Marks of isolation are for mixed directions in running text; titles, feeds and calendars must not hold them.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(localized_number));
    // `NUMBER` can only be there already, which is as good.
    _ = bundle.add_builtins();
    bundle
}

/// The messages and attributes that show no variable, formatted.
fn texts(locale: &Locale) -> FxHashMap<String, String> {
    let parts = locale.catalog.values().flat_map(Entry::parts).filter(|(_, shape)| shape.variables.is_empty());
    parts.filter_map(|(key, _)| locale.format(&key, &[]).ok().map(|text| (key, text))).collect()
}

/// Numbers in messages, written as the language writes them.
fn localized_number(value: &FluentValue<'_>, intls: &intl_memoizer::concurrent::IntlLangMemoizer) -> Option<String> {
    struct Formatter(DecimalFormatter);
    impl intl_memoizer::Memoizable for Formatter {
        type Args = ();
        type Error = ();
        fn construct(lang: LanguageIdentifier, _: ()) -> Result<Self, ()> {
            let icu: icu_locale_core::Locale = lang.to_string().parse().map_err(|_| ())?;
            DecimalFormatter::try_new((&icu).into(), Default::default()).map(Formatter).map_err(|_| ())
        }
    }
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.as_string().parse().ok()?;
    intls.with_try_get::<Formatter, _, _>((), |formatter| formatter.0.format_to_string(&decimal)).ok()
}
