//! HTML as start tags, end tags and texts.
//!
//! html5gum's own tokens are twice as slow as its events, and search reads every page with this.

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// A start tag; its name is in lower case.
#[derive(Default)]
pub(crate) struct Tag {
    pub name: String,
    pub self_closing: bool,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value; empty where it has none.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

pub(crate) enum Token<'t> {
    Start(&'t Tag),
    End(&'t str),
    /// Character references are resolved in it.
    Text(&'t str),
}

/// Gives each token of a piece of HTML to `seen`.
pub(crate) fn tokens(html: &str, mut seen: impl FnMut(Token<'_>)) {
    let mut tag = Tag::default();
    let read = |event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => tag = Tag { name: utf8(name).into(), ..Tag::default() },
            CallbackEvent::AttributeName { name } => tag.attributes.push((utf8(name).into(), String::new())),
            CallbackEvent::AttributeValue { value } => {
                if let Some((_, last)) = tag.attributes.last_mut() {
                    *last = utf8(value).into();
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                tag.self_closing = self_closing;
                seen(Token::Start(&tag));
            }
            CallbackEvent::EndTag { name } => seen(Token::End(&utf8(name))),
            CallbackEvent::String { value } => seen(Token::Text(&utf8(value))),
            _ => {}
        }
        None
    };
    let mut emitter = CallbackEmitter::new(read);
    // Else what a script holds would be read as HTML.
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
}

fn utf8(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
