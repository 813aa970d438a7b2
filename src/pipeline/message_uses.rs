//! Which messages a site asks for: its settings, its tags, its templates. Both the pages and the locale files are needed to
//! tell, so it is told here.

use std::collections::BTreeSet;

use crate::model::Config;
use crate::render::{self, Theme};
use crate::{locale, parse};

/// What pages and settings name among the messages.
pub(super) struct MessageUses {
    /// Names of labels and titles.
    messages: Vec<String>,
    /// Whether there are pages whose tags are not known, since they have mistakes.
    has_invalid_pages: bool,
}

impl MessageUses {
    /// What pages and settings name.
    pub(super) fn of(parsed: &parse::Parsed, config: &Config) -> Self {
        let labels = config.menus.values().flatten().filter_map(|entry| entry.label.as_ref());
        let mut messages: Vec<String> = labels.chain([&config.title]).map(|label| label.value.clone()).collect();
        messages.push("tags.slug".into());
        let tags = parsed.documents.iter().flat_map(|document| document.front.tags.iter().flatten());
        // Many pages have the same.
        for tag in tags.map(|tag| tag.value.as_str()).collect::<BTreeSet<_>>() {
            messages.extend([format!("tag-{tag}"), format!("tag-{tag}.slug")]);
        }
        Self { messages, has_invalid_pages: !parsed.invalid.is_empty() }
    }

    /// Together with what the templates ask for.
    pub(super) fn with_templates(self, theme: &Theme) -> locale::Uses {
        let mut uses = render::uses(theme);
        self.messages.into_iter().for_each(|name| uses.call(name, []));
        if self.has_invalid_pages {
            uses.prefixes.insert("tag-".into());
        }
        uses
    }
}
