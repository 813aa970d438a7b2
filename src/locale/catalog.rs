//! Locale files → [`Catalog`]: every message and term of a language with its place, and what is wrong in the files.
//!
//! In: the files of one language, the theme's before the site's. Out: the messages that count (the site's replace the
//! theme's) and the mistakes. Invariant: one file's mistakes are all found; a mistake in one message spares the others.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use fluent_syntax::ast::{Attribute as Written, Comment, Entry as Node, Pattern};
use fluent_syntax::parser::{ErrorKind, ParserError};
use rustc_hash::FxHashSet;

use super::guard::{DEEPEST, begins, guard, too_deep};
use super::message_shape::{self, MessageShape, place};
use crate::diagnostic::{Code, Diagnostic, unwanted_character, unwanted_characters};
use crate::model::{Location, SourceText, unwanted};

/// The messages and terms of a language by id; a term's id begins with a hyphen.
pub(super) type Catalog = BTreeMap<String, Entry>;

/// Attributes of a message, which are looked up one after the other.
const MOST_ATTRIBUTES: usize = 200;

#[derive(Debug)]
pub struct Entry {
    /// Its id; a term's begins with a hyphen.
    pub id: String,
    /// 0 for the site's own, 1 for the theme's, and so on.
    pub layer: usize,
    pub source: Arc<SourceText>,
    pub span: Range<usize>,
    pub end: usize,
    pub value: Option<MessageShape>,
    pub attributes: Vec<Attribute>,
    /// The lines of the comment directly above.
    pub notes: Vec<String>,
}

#[derive(Debug)]
pub struct Attribute {
    pub name: String,
    pub span: Range<usize>,
    pub shape: MessageShape,
}

impl Entry {
    pub fn is_term(&self) -> bool {
        self.id.starts_with('-')
    }

    pub fn at(&self, span: Range<usize>) -> Location {
        Location { source: self.source.clone(), span }
    }

    /// Its text and its attributes, each with the key it is asked for by: `name`, `name.attribute`.
    pub fn parts(&self) -> impl Iterator<Item = (String, &MessageShape)> {
        let value = self.value.iter().map(|shape| (self.id.clone(), shape));
        let attributes = self.attributes.iter();
        value.chain(attributes.map(|attribute| (format!("{}.{}", self.id, attribute.name), &attribute.shape)))
    }

    /// The text of a key of [`Entry::parts`].
    pub fn part(&self, attribute: Option<&str>) -> Option<&MessageShape> {
        match attribute {
            None => self.value.as_ref(),
            Some(name) => Some(&self.attributes.iter().find(|attribute| attribute.name == name)?.shape),
        }
    }

    /// Whether a comment above says that the message is right as it is, whatever it looks like: `# = …`.
    pub fn on_purpose(&self) -> bool {
        self.notes.iter().any(|note| note.trim_start().starts_with('='))
    }

    /// What the comments above list after `word:`, separated by commas.
    pub fn listed(&self, word: &str) -> impl Iterator<Item = &str> {
        let lines = self.notes.iter().filter_map(move |note| note.trim().strip_prefix(word)?.strip_prefix(':'));
        lines.flat_map(|line| line.split(',')).map(str::trim).filter(|form| !form.is_empty())
    }
}

/// The ids that the broken parts of a file begin with: such a message is there, and not missing as well.
pub(super) fn broken(source: &SourceText) -> impl Iterator<Item = String> {
    let errors = match fluent_syntax::parser::parse(guard(source.text()).as_ref()) {
        Ok(_) => Vec::new(),
        Err((_, errors)) => errors,
    };
    let junk = errors.into_iter().filter_map(|error| source.text().get(error.slice?));
    junk.flat_map(str::lines).filter_map(|line| {
        let end = line.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(line.len());
        (end > 0).then(|| line[..end].to_string())
    })
}

pub(super) fn read(source: &Arc<SourceText>, layer: usize, catalog: &mut Catalog) -> Vec<Diagnostic> {
    let mut found = unwanted_characters(source);
    found.extend(escaped_characters(source));
    let guarded = guard(source.text());
    let text = guarded.as_ref();
    let deep = too_deep(source.text());
    found.extend(deep.iter().map(|at| over_limit(source, *at)));
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            let is_deep =
                |error: &&ParserError| error.slice.as_ref().is_some_and(|junk| deep.iter().any(|at| junk.contains(at)));
            found.extend(errors.iter().filter(|error| !is_deep(error)).flat_map(|error| syntax(source, error)));
            resource
        }
    };
    for (at, node) in resource.body.iter().enumerate() {
        let Some(mut entry) = entry((source, text), layer, node) else { continue };
        let next = resource.body.get(at + 1).map_or(text.len(), |next| start(text, next));
        entry.end = text.get(..next).map_or(entry.end, |before| before.trim_end().len());
        found.extend(check_attributes(&mut entry));
        if let Some(first) = catalog.get(&entry.id).filter(|first| first.layer == layer) {
            let again = Diagnostic::at(Code::DuplicateMessage, entry.at(entry.span.clone()));
            found.push(again.with("message", &entry.id).with("first", shown(first)));
        }
        catalog.insert(entry.id.clone(), entry);
    }
    found
}

/// Characters that are no text, written as `\\u202E` in quotes.
fn escaped_characters(source: &Arc<SourceText>) -> Vec<Diagnostic> {
    let text = source.text();
    let escapes = [("\\u", 4), ("\\U", 6)];
    let found = escapes.iter().flat_map(|(sign, digits)| {
        text.match_indices(sign).filter_map(move |(at, _)| {
            let end = at + 2 + digits;
            let c = char::from_u32(u32::from_str_radix(text.get(at + 2..end)?, 16).ok()?)?;
            // Of a pair each is looked at alone, and whether it has an end is not known here.
            let is_isolate = matches!(c, '\u{2066}'..='\u{2069}');
            let is_wrong = !is_isolate && !unwanted(c.encode_utf8(&mut [0; 4])).is_empty();
            is_wrong.then(|| unwanted_character(Location { source: source.clone(), span: at..end }, c))
        })
    });
    found.collect()
}

/// A bracket that stands in too many others.
fn over_limit(source: &Arc<SourceText>, at: usize) -> Diagnostic {
    let at = Location { source: source.clone(), span: at..at + 1 };
    Diagnostic::at(Code::OverLimit, at).with("reason", "bracket").with("most", DEEPEST)
}

/// Attributes that stand twice, and more than there may be; those are taken away.
fn check_attributes(entry: &mut Entry) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut names = FxHashSet::default();
    for twice in entry.attributes.iter().filter(|attribute| !names.insert(&attribute.name)) {
        let again = Diagnostic::at(Code::DuplicateMessage, entry.at(twice.span.clone()));
        let again = again.with("message", format!("{}.{}", entry.id, twice.name));
        found.push(again.with("first", shown(entry)));
    }
    if let Some(first) = entry.attributes.get(MOST_ATTRIBUTES) {
        let found_at = entry.at(first.span.clone());
        let too_many = Diagnostic::at(Code::OverLimit, found_at).with("reason", "attribute");
        found.push(too_many.with("most", MOST_ATTRIBUTES).with("message", &entry.id));
        entry.attributes.truncate(MOST_ATTRIBUTES);
    }
    found
}

/// `locales/de/site.ftl:3`.
fn shown(entry: &Entry) -> String {
    format!("{}:{}", entry.source.path, entry.source.line_column(entry.span.start).0)
}

/// `text` is what the parser read, the file's text as a rule.
fn entry((source, text): (&Arc<SourceText>, &str), layer: usize, node: &Node<&str>) -> Option<Entry> {
    type Parts<'n, 's> = (&'s str, Option<&'n Pattern<&'s str>>, &'n [Written<&'s str>], Option<&'n Comment<&'s str>>);
    let (name, value, attributes, comment): Parts<'_, '_> = match node {
        Node::Message(message) => {
            (message.id.name, message.value.as_ref(), &message.attributes, message.comment.as_ref())
        }
        Node::Term(term) => (term.id.name, Some(&term.value), &term.attributes, term.comment.as_ref()),
        _ => return None,
    };
    let sign = usize::from(matches!(node, Node::Term(_)));
    let span = place(text, name);
    let span = span.start.saturating_sub(sign)..span.end;
    let attributes = attributes.iter().map(|attribute| Attribute {
        name: attribute.id.name.to_string(),
        span: place(text, attribute.id.name),
        shape: message_shape::read(text, &attribute.value),
    });
    Some(Entry {
        id: text[span.clone()].to_string(),
        layer,
        source: source.clone(),
        value: value.map(|value| message_shape::read(text, value)),
        attributes: attributes.collect(),
        end: span.end,
        notes: comment.map(|comment| notes(text, comment, span.start)).unwrap_or_default(),
        span,
    })
}

/// Where the line begins that a node begins on, its comment included.
fn start(text: &str, node: &Node<&str>) -> usize {
    let first = match node {
        Node::Message(message) => {
            message.comment.as_ref().and_then(|note| note.content.first()).unwrap_or(&message.id.name)
        }
        Node::Term(term) => term.comment.as_ref().and_then(|note| note.content.first()).unwrap_or(&term.id.name),
        Node::Comment(note) | Node::GroupComment(note) | Node::ResourceComment(note) => {
            note.content.first().unwrap_or(&"")
        }
        Node::Junk { content } => content,
    };
    let at = place(text, first).start;
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The lines of a comment, if no empty line stands between it and the message.
fn notes(text: &str, comment: &Comment<&str>, message: usize) -> Vec<String> {
    let last = comment.content.last().map_or(0, |line| place(text, line).end);
    let near = text.get(last..message).is_some_and(|gap| gap.trim().is_empty() && gap.matches('\n').count() == 1);
    if near { comment.content.iter().map(|line| line.to_string()).collect() } else { Vec::new() }
}

/// A mistake of syntax at the line where it was made, and names with letters that names cannot have further on in the
/// part that could not be read.
fn syntax(source: &Arc<SourceText>, error: &ParserError) -> Vec<Diagnostic> {
    let text = source.text();
    let junk = error.slice.clone().unwrap_or(error.pos.clone());
    let first = first(source, error, &junk);
    let from = first.at.as_ref().map_or(junk.end, |at| at.span.start);
    let mut at = text[from..].find('\n').map_or(text.len(), |end| from + end + 1);
    let mut found = vec![first];
    for line in text.get(at..junk.end).unwrap_or_default().split_inclusive('\n') {
        let name = line.split_once('=').map_or("", |(name, _)| name.trim_end());
        let odd = name.starts_with(char::is_alphanumeric) && !name.contains(char::is_whitespace) && !begins(line);
        if odd {
            let place = Location { source: source.clone(), span: at..at + name.len() };
            found.push(Diagnostic::at(Code::FluentSyntax, place).with("reason", "name"));
        }
        at += line.len();
    }
    found
}

fn first(source: &Arc<SourceText>, error: &ParserError, junk: &Range<usize>) -> Diagnostic {
    let text = source.text();
    let line = text[junk.start.min(text.len())..].trim_start_matches([' ', '\n']);
    let mut start = error.pos.start.clamp(junk.start, text.len());
    let before = &text[junk.start..start];
    // The parser skips empty space before it misses something: the place is where that something should stand.
    if before.trim_end().len() < before.len() && before[before.trim_end().len()..].contains('\n') {
        start = junk.start + before.trim_end().len();
    } else if before.trim().is_empty() {
        start = text.len() - line.len();
    }
    // A line that begins another message cannot be where the one before went wrong.
    let begun = text[..start].rfind('\n').map_or(0, |end| end + 1);
    if begun > junk.start && begins(&text[begun..]) && !text[junk.start..begun].trim().is_empty() {
        start = junk.start + text[junk.start..begun].trim_end().len();
    }
    let end = text[start..].chars().next().map_or(start, |c| start + if c == '\n' { 0 } else { c.len_utf8() });
    let at = Location { source: source.clone(), span: start..end };
    let reason = match line.chars().next() {
        Some('.') if error.pos.start <= text.len() - line.len() => "attribute",
        Some('#') => "comment",
        _ => reason(&error.kind),
    };
    Diagnostic::at(Code::FluentSyntax, at).with("reason", reason)
}

/// A word for the kind of mistake, that messages choose their text by.
fn reason(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::ExpectedToken('=') => "equals",
        ErrorKind::ExpectedToken('}') => "brace",
        ErrorKind::ExpectedToken(']') => "bracket",
        ErrorKind::ExpectedToken('"') | ErrorKind::UnterminatedStringLiteral => "quote",
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') => "newline",
        ErrorKind::ExpectedCharRange { .. } => "name",
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } | ErrorKind::MissingValue => {
            "value"
        }
        ErrorKind::MissingDefaultVariant => "default",
        ErrorKind::MultipleDefaultVariants => "defaults",
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => "selector",
        ErrorKind::TermAttributeAsPlaceable => "term",
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => "escape",
        ErrorKind::UnbalancedClosingBrace => "closing",
        ErrorKind::ExpectedInlineExpression => "expression",
        ErrorKind::ForbiddenCallee => "function",
        ErrorKind::PositionalArgumentFollowsNamed
        | ErrorKind::DuplicatedNamedArgument(_)
        | ErrorKind::ExpectedLiteral => "arguments",
        _ => "other",
    }
}
