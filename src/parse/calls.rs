//! The shortcode calls of one body that are still to be read. A placeholder in the text has the number of its call, so
//! they are kept by number.

use std::ops::Range;

use pulldown_cmark::Event;

use super::shortcodes::{self, Piece, RawCall, Value};
use crate::model::Components;

/// Calls that no part of the text has taken yet.
pub(super) struct Calls<'a> {
    raw: Vec<Option<RawCall>>,
    components: &'a Components,
}

impl<'a> Calls<'a> {
    pub(super) fn new(raw: Vec<RawCall>, components: &'a Components) -> Self {
        Self { raw: raw.into_iter().map(Some).collect(), components }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    fn get(&self, number: usize) -> Option<&RawCall> {
        self.raw.get(number)?.as_ref()
    }

    pub(super) fn take(&mut self, number: usize) -> Option<RawCall> {
        self.raw.get_mut(number)?.take()
    }

    /// Takes those that no text held.
    pub(super) fn rest(&mut self) -> Vec<RawCall> {
        std::mem::take(&mut self.raw).into_iter().flatten().collect()
    }

    /// Whether a call makes a block; one that the theme does not know is taken for one.
    pub(super) fn is_block(&self, number: usize) -> bool {
        let component = |raw: &RawCall| self.components.get(&raw.name.value);
        self.get(number).is_some_and(|raw| !component(raw).is_some_and(|component| component.inline))
    }

    /// The text of events without markup; of a call, its running text.
    pub(super) fn plain(&self, events: &[(Event<'_>, Range<usize>)]) -> String {
        let mut text = String::new();
        for (event, _) in events {
            match event {
                Event::Text(part) if self.is_empty() => text.push_str(part),
                Event::Text(part) => {
                    for (_, piece) in shortcodes::pieces(part) {
                        match piece {
                            Piece::Text(part) => text.push_str(part),
                            Piece::Call(number, _) => text.push_str(self.prose(number)),
                        }
                    }
                }
                Event::Code(part) => text.push_str(part),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text
    }

    /// The first argument of a call that is running text.
    fn prose(&self, number: usize) -> &str {
        let Some(raw) = self.get(number) else { return "" };
        let Some(component) = self.components.get(&raw.name.value) else { return "" };
        let is_prose = |name: &str| component.parameters.get(name).is_some_and(|parameter| parameter.prose);
        let texts = raw.args.iter().filter_map(|(name, value)| match &value.value {
            Value::Text(text) if is_prose(&name.value) => Some(text.as_str()),
            _ => None,
        });
        texts.into_iter().next().unwrap_or_default()
    }
}
