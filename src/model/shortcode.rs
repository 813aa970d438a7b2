//! The shortcodes that a theme offers: what `render` reads off its components and `parse` checks calls against.

use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    pub parameters: BTreeMap<String, Parameter>,
    /// Whether it is called as a block, `{% … %}`.
    pub body: bool,
    /// Whether it may stand inside a paragraph.
    pub inline: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    pub required: bool,
    pub kind: ParameterKind,
    /// Names a file beside the page.
    pub file: bool,
    /// Is running text, shown with typographic punctuation.
    pub prose: bool,
    /// Is text that must be translated: running text, a text alternative, or what the theme names so.
    pub translate: bool,
    /// Is the language (BCP 47) of the body and of running text.
    pub language: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    Text,
    Number,
    Boolean,
}

impl ParameterKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Boolean => "boolean",
        }
    }
}

pub(crate) type Components = BTreeMap<String, Component>;
