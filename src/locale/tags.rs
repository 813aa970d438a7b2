//! HTML in a message's text.

use crate::text::{Token, tokens};

/// Elements of HTML that a text may hold; `<name>` in a text about something else is none.
const ELEMENTS: &str = "a abbr b bdi bdo blockquote br button cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img \
    ins kbd label li mark ol p pre q ruby s samp small span strong sub sup svg table time u ul var wbr";

fn is_element(name: &str) -> bool {
    ELEMENTS.split(' ').any(|element| element == name)
}

/// The text with a space for each tag.
pub(super) fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    tokens(text, |token| match token {
        Token::Text(text) => plain.push_str(text),
        Token::Start(tag) if !is_element(&tag.name) => plain.push_str(&tag.name),
        Token::Start(_) | Token::End(_) => plain.push(' '),
    });
    plain
}

/// Each tag without the values of its attributes, `<a class href>`, in order.
pub(super) fn tags(text: &str) -> Vec<String> {
    let mut tags = Vec::new();
    tokens(text, |token| match token {
        Token::Start(tag) if is_element(&tag.name) => {
            let mut names: Vec<&str> = tag.attributes.iter().map(|(name, _)| name.as_str()).collect();
            names.sort_unstable();
            tags.push(format!("<{}>", [&[tag.name.as_str()], &*names].concat().join(" ")));
        }
        Token::End(name) if is_element(name) => tags.push(format!("</{name}>")),
        _ => {}
    });
    tags.sort();
    tags
}
