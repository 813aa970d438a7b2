//! The program's own language.

use std::sync::OnceLock;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::Diagnostic;

const MESSAGES: [(&str, &str); 3] = [
    ("de", include_str!("messages/de.ftl")),
    ("vi", include_str!("messages/vi.ftl")),
    ("en", include_str!("messages/en.ftl")),
];

/// The messages of the program in one language.
pub struct Talk {
    /// Its tag: `de`, `vi` or `en`.
    pub lang: &'static str,
    text: &'static str,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Talk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Talk({})", self.lang)
    }
}

impl Talk {
    /// The language asked for, else the environment's, else English.
    ///
    /// # Errors
    /// When the language asked for is not there: the ones that are.
    pub fn new(asked: Option<&str>) -> Result<Self, String> {
        let find = |tag: &str| {
            let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
            MESSAGES.iter().find(|(lang, _)| *lang == primary)
        };
        if let Some(asked) = asked {
            return find(asked).map(Self::of).ok_or_else(|| "de, vi, en".to_string());
        }
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        let environment = set.into_iter().find(|value| !value.is_empty());
        Ok(Self::of(environment.and_then(|tag| find(&tag)).unwrap_or(&MESSAGES[2])))
    }

    /// The languages there are.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        MESSAGES.iter().map(|(lang, _)| *lang)
    }

    fn of(&(lang, text): &(&'static str, &'static str)) -> Self {
        Self { lang, text, bundle: OnceLock::new() }
    }

    /// Reads the messages, unless that was done; whoever needs one first does it else.
    pub fn load(&self) {
        self.bundle();
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let id: LanguageIdentifier = self.lang.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(false);
            let resource = match FluentResource::try_new(self.text.to_string()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
            bundle
        })
    }

    /// Whether there is a message.
    pub fn has(&self, key: &str) -> bool {
        self.bundle().get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// A message; numbers among the arguments choose plurals.
    pub fn say(&self, key: &str, args: &[(&str, String)]) -> String {
        self.format(key, None, args).unwrap_or_else(|| key.to_string())
    }

    /// What a diagnostic says.
    pub fn text(&self, diagnostic: &Diagnostic) -> String {
        self.say(diagnostic.code.id(), &diagnostic.args)
    }

    /// The way out.
    pub fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        let help = self.format(diagnostic.code.id(), Some("help"), &diagnostic.args)?;
        (!help.trim().is_empty()).then(|| help.trim().to_string())
    }

    fn format(&self, key: &str, attribute: Option<&str>, args: &[(&str, String)]) -> Option<String> {
        let message = self.bundle().get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value.parse::<u32>() {
                Ok(number) if *name != "value" => values.set(*name, FluentValue::from(number)),
                _ => values.set(*name, FluentValue::from(value.as_str())),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle().format_pattern(pattern, Some(&values), &mut errors);
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(text.into_owned())
    }
}
