//! Gettext PO as an office returns it → [`ReturnedFile`].
//!
//! Tolerated: lines broken anywhere, comments, obsolete messages, a byte order mark. Fuzzy messages are not confirmed.

use std::sync::Arc;

use crate::exchange::returned::{ParseError, ReturnedFile, ReturnedPage, ReturnedUnit};
use crate::exchange::unit::{Piece, push};
use crate::model::{Revision, SourceText};

#[derive(Default)]
struct Message {
    context: Option<String>,
    id: Option<String>,
    text: Option<String>,
    fuzzy: bool,
    at: usize,
}

pub(crate) fn read(source: &Arc<SourceText>) -> Result<ReturnedFile, ParseError> {
    let messages = messages(source.text())?;
    let header = messages.iter().find(|message| message.context.is_none() && message.id.as_deref() == Some(""));
    let header = header.and_then(|header| header.text.as_deref()).unwrap_or_default();
    let field = |name: &str| header.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(str::trim));
    let (Some(from), Some(to)) = (field("X-Source-Language"), field("Language").filter(|to| !to.is_empty())) else {
        return Err(ParseError::new(0, "languages", ""));
    };
    let mut pages = pages(header);
    for message in messages.iter().filter(|message| message.context.is_some()) {
        let Some((key, id)) = message.context.as_deref().and_then(|context| context.rsplit_once('#')) else { continue };
        let Some(page) = pages.iter_mut().find(|page| page.page == key) else {
            return Err(ParseError::new(message.at, "pages", key));
        };
        if page.units.is_empty() {
            page.span = message.at..message.at;
        }
        page.units.push(ReturnedUnit {
            id: id.into(),
            source: pieces(message.id.as_deref().unwrap_or_default()),
            target: pieces(message.text.as_deref().unwrap_or_default()),
            confirmed: !message.fuzzy,
            span: message.at..message.at + "msgctxt".len(),
        });
    }
    let (from, to) = (from.replace('_', "-"), to.replace('_', "-"));
    Ok(ReturnedFile { source: source.clone(), from, to, pages })
}

/// The pages that the header names: `X-Page-1: REVISION KEY`.
fn pages(header: &str) -> Vec<ReturnedPage> {
    let page = |line: &str| {
        let (_, value) = line.strip_prefix("X-Page-")?.split_once(':')?;
        let (revision, key) = value.trim().split_once(' ')?;
        let revision = Revision::parse(revision);
        Some(ReturnedPage { page: key.trim().into(), revision, units: Vec::new(), span: 0..0 })
    };
    header.lines().filter_map(page).collect()
}

fn messages(text: &str) -> Result<Vec<Message>, ParseError> {
    let mut all: Vec<Message> = Vec::new();
    let mut message = Message::default();
    // Which text a line that is nothing but a text goes on with.
    let mut part = "";
    let mut at = 0;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim_start_matches('\u{FEFF}').trim();
        let begins =
            line.is_empty() || line.starts_with('#') || ["msgctxt", "msgid"].iter().any(|word| starts(line, word));
        if begins && message.text.is_some() {
            all.push(std::mem::take(&mut message));
        }
        if let Some(flags) = line.strip_prefix("#,") {
            message.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if !line.is_empty() && !line.starts_with('#') {
            part = message.line(line, part, at).ok_or_else(|| ParseError::new(at, "po", line))?;
        }
        at += raw.len();
    }
    all.extend(message.text.is_some().then_some(message));
    Ok(all)
}

fn starts(line: &str, word: &str) -> bool {
    line.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', '\t', '"']))
}

impl Message {
    /// Reads a line; gives the text it belongs to. `part` is that of the line before.
    fn line(&mut self, line: &str, part: &'static str, at: usize) -> Option<&'static str> {
        let part = match line.starts_with('"') {
            true => part,
            false => ["msgctxt", "msgid", "msgstr"].into_iter().find(|word| starts(line, word))?,
        };
        let text = unquoted(line.strip_prefix(part).unwrap_or(line).trim())?;
        let target = match part {
            "msgctxt" => &mut self.context,
            "msgid" => &mut self.id,
            "msgstr" => &mut self.text,
            _ => return None,
        };
        target.get_or_insert_default().push_str(&text);
        if part == "msgctxt" && line.starts_with(part) {
            self.at = at;
        }
        Some(part)
    }
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
