//! A Fluent pattern → [`MessageShape`]: its variables, references, choices between plurals, and its text without choices.
//!
//! In: the pattern and the text it is part of. Out: values with their bytes in the file. Invariant: every variant is
//! looked at, but the text is that of the default variants, so that two languages can be compared.

use std::collections::BTreeMap;
use std::ops::Range;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use super::tags::{tags, without_tags};

/// Around what a placeable shows, in [`MessageShape::text`].
const OPEN: char = '\u{FFF9}';
const CLOSE: char = '\u{FFFB}';

#[derive(Debug, Default)]
pub struct MessageShape {
    pub variables: BTreeMap<String, Variable>,
    /// Messages, terms and functions it needs.
    pub references: Vec<Reference>,
    pub plurals: Vec<Plural>,
    /// The text along the default variants.
    pub text: String,
}

#[derive(Debug)]
pub struct Variable {
    pub span: Range<usize>,
    /// Whether it is shown, not only chosen by.
    pub shown: bool,
}

#[derive(Debug)]
pub struct Reference {
    /// `name`, `name.attribute`, `-term`, `-term.attribute`, or `FUNCTION()`.
    pub to: String,
    pub span: Range<usize>,
}

/// A choice whose keys are plural categories and numbers.
#[derive(Debug)]
pub struct Plural {
    /// Whether it counts places: 1st, 2nd.
    pub ordinal: bool,
    /// The keys with their places; `true` marks the default.
    pub keys: Vec<(String, Range<usize>, bool)>,
}

pub(super) fn place(text: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    match start.checked_add(part.len()) {
        Some(end) if end <= text.len() => start..end,
        _ => 0..0,
    }
}

pub(super) fn read(text: &str, pattern: &Pattern<&str>) -> MessageShape {
    let mut walk = Walk { file: text, shape: MessageShape::default() };
    walk.pattern(pattern, true);
    walk.shape
}

impl MessageShape {
    /// Whether there is at least one word to translate: three letters, or two of which one is not ASCII.
    pub fn has_words(&self) -> bool {
        without_tags(&self.plain()).split(|c: char| !c.is_alphabetic()).any(|word| {
            let letters = word.chars().count();
            letters >= 3 || (letters == 2 && !word.is_ascii())
        })
    }

    /// The HTML tags of the text, each with the names of its attributes, in alphabetical order.
    pub fn tags(&self) -> Vec<String> {
        tags(&self.text)
    }

    /// The text for a glossary: what a reader sees.
    pub fn plain(&self) -> String {
        let mut depth = 0_usize;
        let mut plain = String::new();
        for c in self.text.chars() {
            match c {
                OPEN => depth += 1,
                CLOSE => depth = depth.saturating_sub(1),
                _ if depth == 0 => plain.push(c),
                _ => {}
            }
        }
        plain
    }
}

struct Walk<'t> {
    file: &'t str,
    shape: MessageShape,
}

impl Walk<'_> {
    /// `main`: whether this is part of the text along the default variants.
    fn pattern(&mut self, pattern: &Pattern<&str>, main: bool) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } if main => self.shape.text.push_str(value),
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression } => self.expression(expression, main),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, main: bool) {
        match expression {
            Expression::Inline(inline) => self.shown(inline, main),
            Expression::Select { selector, variants } => {
                self.needed(selector, false);
                self.shape.plurals.extend(self.plural(selector, variants));
                for variant in variants {
                    self.pattern(&variant.value, main && variant.default);
                }
            }
        }
    }

    fn shown(&mut self, inline: &InlineExpression<&str>, main: bool) {
        match inline {
            InlineExpression::Placeable { expression } => return self.expression(expression, main),
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } if main => {
                self.shape.text.push_str(value);
            }
            _ if main => {
                let name = self.name(inline);
                self.shape.text.push_str(&format!("{OPEN}{name}{CLOSE}"));
            }
            _ => {}
        }
        self.needed(inline, true);
    }

    fn name(&self, inline: &InlineExpression<&str>) -> String {
        match inline {
            InlineExpression::VariableReference { id } => format!("${}", id.name),
            InlineExpression::FunctionReference { id, .. } => format!("{}()", id.name),
            InlineExpression::MessageReference { id, attribute } => match attribute {
                Some(attribute) => format!("{}.{}", id.name, attribute.name),
                None => id.name.to_string(),
            },
            InlineExpression::TermReference { id, attribute, .. } => match attribute {
                Some(attribute) => format!("-{}.{}", id.name, attribute.name),
                None => format!("-{}", id.name),
            },
            _ => String::new(),
        }
    }

    fn needed(&mut self, inline: &InlineExpression<&str>, shown: bool) {
        match inline {
            InlineExpression::VariableReference { id } => {
                let span = place(self.file, id.name);
                let first = Variable { span: span.start.saturating_sub(1)..span.end, shown };
                let variable = self.shape.variables.entry(id.name.to_string()).or_insert(first);
                variable.shown |= shown;
            }
            InlineExpression::MessageReference { id, .. } => self.refer(self.name(inline), id.name, 0),
            InlineExpression::TermReference { id, arguments, .. } => {
                self.refer(self.name(inline), id.name, 1);
                arguments.iter().for_each(|arguments| self.arguments(arguments, shown));
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.refer(self.name(inline), id.name, 0);
                self.arguments(arguments, shown);
            }
            InlineExpression::Placeable { expression } => self.expression(expression, false),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    /// Notes a reference; `sign`: how many characters stand before the name.
    fn refer(&mut self, to: String, name: &str, sign: usize) {
        let start = place(self.file, name).start.saturating_sub(sign);
        let len = to.trim_end_matches("()").len();
        self.shape.references.push(Reference { span: start..start + len, to });
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>, shown: bool) {
        arguments.positional.iter().for_each(|argument| self.needed(argument, shown));
        arguments.named.iter().for_each(|argument| self.needed(&argument.value, shown));
    }

    /// A choice by a number; `None` when it chooses by something else.
    fn plural(&self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) -> Option<Plural> {
        let ordinal = match selector {
            InlineExpression::VariableReference { .. } => false,
            InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                arguments.named.iter().any(|argument| {
                    let ordinal = matches!(&argument.value, InlineExpression::StringLiteral { value: "ordinal" });
                    argument.name.name == "type" && ordinal
                })
            }
            _ => return None,
        };
        let keys = variants.iter().map(|variant| {
            let (key, number) = match &variant.key {
                VariantKey::Identifier { name } => (*name, false),
                VariantKey::NumberLiteral { value } => (*value, true),
            };
            let known = number || super::lint::CATEGORIES.contains(&key);
            known.then(|| (key.to_string(), place(self.file, key), variant.default))
        });
        Some(Plural { ordinal, keys: keys.collect::<Option<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::MessageShape;

    fn shape(text: &str) -> MessageShape {
        MessageShape { text: text.into(), ..MessageShape::default() }
    }

    #[test]
    fn tags_are_compared_without_their_values() {
        let tags = shape("a < b <name> <a href=\"x > y\" class='z'>A</a><br/> 5 <6").tags();
        assert_eq!(tags, ["</a>", "<a class href>", "<br>"]);
    }

    #[test]
    fn words_are_what_can_be_translated() {
        for (text, words) in [("Menu", true), ("12 kB", false), ("\u{FFF9}$name\u{FFFB}: ", false), ("Có", true)] {
            assert_eq!(shape(text).has_words(), words, "{text}");
        }
        assert!(!shape("<strong>1</strong>").has_words());
    }
}
