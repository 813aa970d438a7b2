//! The shortcodes that a theme offers: what `render` reads off its components and `parse` checks calls against.

use std::collections::BTreeMap;

/// A shortcode that the theme offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// Its parameters by name.
    pub parameters: BTreeMap<String, Parameter>,
    /// Whether it is called as a block, `{% … %}`.
    pub body: bool,
    /// Whether it may stand inside a paragraph.
    pub inline: bool,
}

/// What a shortcode's parameter takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Whether it must be given.
    pub required: bool,
    /// `text`, `number` or `boolean`.
    pub kind: Kind,
    /// Names a file beside the page.
    pub file: bool,
    /// Is running text, shown with typographic punctuation.
    pub prose: bool,
    /// Is text that must be translated: running text, a text alternative, or what the theme names so.
    pub translate: bool,
    /// Is the language (BCP 47) of the body and of running text.
    pub language: bool,
}

/// Kinds of arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `"…"` or `'…'`.
    Text,
    /// `12`.
    Number,
    /// `true` or `false`.
    Boolean,
}

impl Kind {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Boolean => "boolean",
        }
    }
}

/// The theme's shortcodes by name.
pub(crate) type Components = BTreeMap<String, Component>;
