//! The program's own language.
//!
//! Invariant: no message of the program refers to another, so each is read when it is said: a build says some ten of two
//! hundred.

use std::sync::{PoisonError, RwLock};

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentMessage, FluentResource, FluentValue};
use memchr::memmem;
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
    /// The messages that were said.
    bundle: RwLock<FluentBundle<FluentResource>>,
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
        let id: LanguageIdentifier = lang.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        Self { lang, text, bundle: RwLock::new(bundle) }
    }

    /// What `make` makes of a message, if there is one.
    fn with<T>(
        &self,
        key: &str,
        make: impl Fn(&FluentBundle<FluentResource>, FluentMessage<'_>) -> Option<T>,
    ) -> Option<T> {
        let known = || {
            let bundle = self.bundle.read().unwrap_or_else(PoisonError::into_inner);
            bundle.get_message(key).map(|message| make(&bundle, message))
        };
        let made = known().or_else(|| {
            let resource = match FluentResource::try_new(entry(self.text, key)?.to_string()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            // Another thread may have been first, with the same.
            self.bundle.write().unwrap_or_else(PoisonError::into_inner).add_resource_overriding(resource);
            known()
        });
        made.flatten()
    }

    /// Whether there is a message.
    pub fn has(&self, key: &str) -> bool {
        self.with(key, |_, message| message.value().map(|_| ())).is_some()
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
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value.parse::<u32>() {
                Ok(number) if *name != "value" => values.set(*name, FluentValue::from(number)),
                _ => values.set(*name, FluentValue::from(value.as_str())),
            }
        }
        self.with(key, |bundle, message| {
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&values), &mut errors);
            debug_assert!(errors.is_empty(), "{key}: {errors:?}");
            Some(text.into_owned())
        })
    }
}

/// The lines of a message with its attributes: all further ones are indented, or close what is.
fn entry<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let bytes = text.as_bytes();
    let head = format!("{key} =");
    let mut starts = memmem::find_iter(bytes, &head);
    let start = starts.find(|start| *start == 0 || bytes[start - 1] == b'\n')?;
    let goes_on = |end: &usize| bytes.get(end + 1).is_some_and(|byte| matches!(byte, b' ' | b'}' | b'\n'));
    let end = memchr::memchr_iter(b'\n', &bytes[start..]).map(|end| start + end).find(|end| !goes_on(end));
    Some(&text[start..end.unwrap_or(text.len())])
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::{Entry, Message};
    use fluent_syntax::parser::parse;

    use super::{MESSAGES, Talk, entry};

    #[test]
    fn every_message_is_found_by_itself() {
        for (lang, text) in MESSAGES {
            let all = parse(text).unwrap().body;
            let messages =
                all.iter().filter_map(|entry| if let Entry::Message(one) = entry { Some(one) } else { None });
            let messages: Vec<&Message<_>> = messages.collect();
            assert!(messages.len() > 150, "{lang}");
            for message in messages {
                let own = parse(entry(text, message.id.name).unwrap()).unwrap().body;
                // Comments are for translators.
                let wanted = Entry::Message(Message { comment: None, ..message.clone() });
                assert_eq!(own, [wanted], "{lang}");
                let written = format!("{own:?}");
                let refers = ["MessageReference", "TermReference"].iter().any(|kind| written.contains(kind));
                assert!(!refers, "{lang}: {}", message.id.name);
            }
        }
        assert_eq!(entry("a = 1\nba = 2\n", "b"), None);
        assert_eq!(entry("ba = 2\na = 1\n", "a"), Some("a = 1"));
        assert_eq!(entry("a = 1\n\n    2\n    .b = 3\n\n# c\nc = 4", "a"), Some("a = 1\n\n    2\n    .b = 3\n"));
        assert_eq!(entry("a = 1\nc = 4", "c"), Some("c = 4"));
    }

    #[test]
    fn messages_are_said_as_often_as_one_likes() {
        let talk = Talk::new(Some("en")).unwrap();
        assert!(
            talk.has("level-error") && talk.has("level-error") && !talk.has("level") && !talk.has("schedule-none\n")
        );
        assert_eq!([talk.say("level-error", &[]), talk.say("no-such", &[])], ["error", "no-such"]);
    }
}
