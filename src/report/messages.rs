//! The program's own messages, in each language it speaks.

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Arg, Diagnostic};

const TEXTS: [(&str, &str); 3] = [
    ("de", include_str!("messages/de.ftl")),
    ("vi", include_str!("messages/vi.ftl")),
    ("en", include_str!("messages/en.ftl")),
];

/// The messages of the program in one language.
pub(crate) struct Messages {
    /// Its tag: `de`, `vi` or `en`.
    pub lang: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Messages({})", self.lang)
    }
}

impl Default for Messages {
    fn default() -> Self {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        let environment = set.into_iter().find(|value| !value.is_empty());
        environment.and_then(|tag| Self::find(&tag)).unwrap_or_else(|| Self::of(&TEXTS[2]))
    }
}

pub(crate) fn text(name: &'static str, value: impl ToString) -> (&'static str, Arg) {
    (name, Arg::Text(value.to_string()))
}

pub(crate) fn count(name: &'static str, number: usize) -> (&'static str, Arg) {
    (name, Arg::Count(number))
}

impl Messages {
    /// Those of a language, which may be named with a region: `de_AT.UTF-8`.
    pub(crate) fn find(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        TEXTS.iter().find(|(lang, _)| *lang == primary).map(Self::of)
    }

    pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
        TEXTS.iter().map(|(lang, _)| *lang)
    }

    /// Those of a language: its tag, and its Fluent text.
    pub(crate) fn of(&(lang, text): &(&'static str, &'static str)) -> Self {
        let id: LanguageIdentifier = lang.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_string());
        bundle.add_resource_overriding(resource);
        Self { lang, bundle }
    }

    pub(crate) fn get(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// A message with its arguments; its key where there is none.
    pub(crate) fn format(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.pattern(key, None, args).unwrap_or_else(|| key.to_string())
    }

    pub(crate) fn text(&self, diagnostic: &Diagnostic) -> String {
        self.format(diagnostic.code.id(), &diagnostic.args)
    }

    pub(crate) fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        let help = self.pattern(diagnostic.code.id(), Some("help"), &diagnostic.args)?;
        (!help.trim().is_empty()).then(|| help.trim().to_string())
    }

    /// A text without arguments, or an attribute of it; `None` where there is none.
    pub(crate) fn find_text(&self, key: &str, attribute: Option<&str>) -> Option<String> {
        self.pattern(key, attribute, &[])
    }

    fn pattern(&self, key: &str, attribute: Option<&str>, args: &[(&'static str, Arg)]) -> Option<String> {
        let value = |arg: &Arg| match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Count(number) => FluentValue::from(*number),
        };
        let values: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, value(arg))).collect();
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(text.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn texts_that_look_like_numbers_are_shown_as_written() {
        for lang in Messages::languages() {
            let messages = Messages::find(lang).unwrap();
            for written in ["007", "1e5", "1.0", "-0", "42"] {
                for code in [Code::UnknownKey, Code::BadDate, Code::ExchangeMarkup, Code::UnknownFont] {
                    let names = ["key", "value", "unit", "page", "name"];
                    let found = Diagnostic::new(code).with("nearest", written);
                    let found = names.into_iter().fold(found, |found, name| found.with(name, written));
                    let shown = messages.text(&found) + &messages.help(&found).unwrap();
                    assert!(shown.contains(written), "{lang}: {shown}");
                    assert!(written == "42" || !shown.contains('7') || shown.contains("007"), "{lang}: {shown}");
                }
            }
        }
    }

    #[test]
    fn counts_choose_plurals() {
        let messages = Messages::find("en").unwrap();
        let said = |number| messages.format("exported", &[text("path", "1"), count("count", number)]);
        assert_eq!([said(1), said(7)], ["1: 1 page to translate", "1: 7 pages to translate"]);
        assert_eq!([messages.get("level-error"), messages.get("no-such")], ["error", "no-such"]);
    }
}
