//! Gettext PO as an office returns it → [`Delivery`].
//!
//! Tolerated: lines broken anywhere, comments, obsolete messages, a byte order mark. Fuzzy messages are not confirmed.

use std::sync::Arc;

use super::Piece;
use super::deliver::{Delivered, DeliveredUnit, Delivery, Wrong, push};
use crate::model::revision::Revision;
use crate::model::source::SourceText;

/// A message as written.
#[derive(Default)]
struct Message {
    context: Option<String>,
    id: Option<String>,
    text: Option<String>,
    fuzzy: bool,
    at: usize,
}

/// Reads a catalogue.
pub fn read(source: &Arc<SourceText>) -> Result<Delivery, Wrong> {
    let messages = messages(&source.text)?;
    let header = messages.iter().find(|message| message.context.is_none() && message.id.as_deref() == Some(""));
    let header = header.and_then(|header| header.text.as_deref()).unwrap_or_default();
    let field = |name: &str| header.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(str::trim));
    let (Some(from), Some(to)) = (field("X-Source-Language"), field("Language").filter(|to| !to.is_empty())) else {
        return Err(Wrong::new(0, "languages", ""));
    };
    let mut pages = pages(header);
    for message in messages.iter().filter(|message| message.context.is_some()) {
        let Some((key, id)) = message.context.as_deref().and_then(|context| context.rsplit_once('#')) else { continue };
        let Some(page) = pages.iter_mut().find(|page| page.page == key) else {
            return Err(Wrong::new(message.at, "pages", key));
        };
        if page.units.is_empty() {
            page.span = message.at..message.at;
        }
        page.units.push(DeliveredUnit {
            id: id.into(),
            source: pieces(message.id.as_deref().unwrap_or_default()),
            target: pieces(message.text.as_deref().unwrap_or_default()),
            confirmed: !message.fuzzy,
            span: message.at..message.at + "msgctxt".len(),
        });
    }
    let (from, to) = (from.replace('_', "-"), to.replace('_', "-"));
    Ok(Delivery { source: source.clone(), from, to, pages })
}

/// The pages that the header names: `X-Page-1: REVISION KEY`.
fn pages(header: &str) -> Vec<Delivered> {
    let page = |line: &str| {
        let (_, value) = line.strip_prefix("X-Page-")?.split_once(':')?;
        let (revision, key) = value.trim().split_once(' ')?;
        let revision = Revision::parse(revision);
        Some(Delivered { page: key.trim().into(), revision, units: Vec::new(), span: 0..0 })
    };
    header.lines().filter_map(page).collect()
}

fn messages(text: &str) -> Result<Vec<Message>, Wrong> {
    let mut all: Vec<Message> = Vec::new();
    let mut message = Message::default();
    // Which text a line that is nothing but a text goes on with.
    let mut part = "";
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim().trim_start_matches('\u{FEFF}');
        let begins = line.is_empty() || line.starts_with('#') || line.starts_with("msgctxt");
        if begins && message.text.is_some() {
            all.push(std::mem::take(&mut message));
        }
        let (word, rest) = match line.split_once(char::is_whitespace) {
            _ if line.starts_with("#,") => {
                message.fuzzy |= line[2..].split(',').any(|flag| flag.trim() == "fuzzy");
                continue;
            }
            _ if line.is_empty() || line.starts_with('#') => continue,
            _ if line.starts_with('"') => (part, line),
            Some((word, rest)) => (word, rest.trim()),
            None => return Err(Wrong::new(start, "po", line)),
        };
        let string = unquoted(rest).ok_or_else(|| Wrong::new(start, "po", line))?;
        if word == "msgid" && message.text.is_some() {
            all.push(std::mem::take(&mut message));
        }
        let target = match word {
            "msgctxt" => {
                message.at = start;
                &mut message.context
            }
            "msgid" => &mut message.id,
            "msgstr" => &mut message.text,
            _ => return Err(Wrong::new(start, "po", line)),
        };
        target.get_or_insert_default().push_str(&string);
        part = match word {
            "msgctxt" => "msgctxt",
            "msgid" => "msgid",
            _ => "msgstr",
        };
    }
    if message.text.is_some() {
        all.push(message);
    }
    Ok(all)
}

fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push(match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            }),
            '"' => return None,
            c => out.push(c),
        }
    }
    Some(out)
}

/// A text with tags; what looks like a tag and is none of ours is text.
fn pieces(text: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        push(&mut out, Piece::Text(rest[..at].into()));
        rest = &rest[at..];
        let (piece, len) = special(rest).unwrap_or_else(|| (Piece::Text(rest[..1].into()), 1));
        push(&mut out, piece);
        rest = &rest[len..];
    }
    push(&mut out, Piece::Text(rest.into()));
    out
}

fn special(rest: &str) -> Option<(Piece, usize)> {
    for (name, text) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")] {
        if rest.starts_with(name) {
            return Some((Piece::Text(text.into()), name.len()));
        }
    }
    let end = rest.find('>').filter(|_| rest.starts_with('<'))?;
    let inner = rest[1..end].trim();
    let id = inner.trim_matches('/').trim();
    let number = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    let piece = match (inner.starts_with('/'), inner.ends_with('/')) {
        _ if !number => return None,
        (true, _) => Piece::Close(id.into()),
        (_, true) => Piece::Alone(id.into()),
        _ => Piece::Open(id.into()),
    };
    Some((piece, end + 1))
}
