//! Shortcodes in Markdown: `{{ name(key="value") }}` and `{% name(key="value") %} … {% end %}`.
//!
//! In: a part of a file. Out: the calls outside of its code, with their places in the file, and the text with each call
//! replaced by a placeholder of the same number of bytes, so that Markdown's places are still those of the file.

mod placeholders;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag as MarkdownTag};

use super::events::events;
use crate::diagnostic::Code;
use crate::model::{At, Component, ParameterKind};

use placeholders::placeholder;
pub(crate) use placeholders::{Piece, pieces};

/// Blocks may stand in blocks so often: a page has two or three, and each is read by a call of its own.
pub(super) const DEEPEST: usize = 20;

pub(crate) struct RawCall {
    pub name: At<String>,
    pub args: RawArgs,
    /// The bytes between the two tags of a block.
    pub body: Option<Range<usize>>,
    pub span: Range<usize>,
}

impl RawCall {
    /// The language that the call gives its body, from the parameter the theme declares for that.
    pub(crate) fn language(&self, component: &Component) -> Option<&str> {
        let is_language = |name: &str| component.parameters.get(name).is_some_and(|parameter| parameter.language);
        self.args.iter().find_map(|(name, value)| match &value.value {
            Value::Text(tag) if is_language(&name.value) && !tag.is_empty() => Some(tag.as_str()),
            _ => None,
        })
    }
}

pub(super) type RawArgs = Vec<(At<String>, At<Value>)>;

pub(crate) enum Value {
    Text(String),
    Number(i64),
    Boolean(bool),
}

impl Value {
    /// Its kind, to compare with what the component takes.
    pub(crate) fn kind(&self) -> ParameterKind {
        match self {
            Self::Text(_) => ParameterKind::Text,
            Self::Number(_) => ParameterKind::Number,
            Self::Boolean(_) => ParameterKind::Boolean,
        }
    }
}

pub(super) struct Masked<'t> {
    pub text: Cow<'t, str>,
    pub calls: Vec<RawCall>,
    pub mistakes: Vec<(Code, Range<usize>, &'static str)>,
}

/// Where code stands, so that nothing in it is taken for a call.
fn code_ranges(text: &str, base: usize) -> Vec<Range<usize>> {
    let code = |event: &Event<'_>| matches!(event, Event::Code(_) | Event::Start(MarkdownTag::CodeBlock(_)));
    events(text, base).filter(|(event, _)| code(event)).map(|(_, span)| span).collect()
}

/// Finds the calls in the bytes `range` of `file`.
pub(super) fn mask(file: &str, range: Range<usize>) -> Masked<'_> {
    let text = &file[range.clone()];
    let mut scan = Scan { text: &file[..range.end], at: range.start, mistakes: Vec::new() };
    // Most pages hold no call, and need not be read once more for their code.
    let mut braces = memchr::memchr_iter(b'{', text.as_bytes());
    let may_call = braces.any(|at| matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%')));
    let calls = if may_call { scan.calls(&code_ranges(text, range.start)) } else { Vec::new() };
    if calls.is_empty() {
        return Masked { text: Cow::Borrowed(text), calls, mistakes: scan.mistakes };
    }
    let mut masked = String::with_capacity(text.len());
    let mut done = range.start;
    for (number, call) in calls.iter().enumerate() {
        masked.push_str(&file[done..call.span.start]);
        let begins_line = call.span.start == range.start || file[..call.span.start].ends_with('\n');
        placeholder(number, call, begins_line, &mut masked);
        done = call.span.end;
    }
    masked.push_str(&file[done..range.end]);
    Masked { text: Cow::Owned(masked), calls, mistakes: scan.mistakes }
}

enum Tag {
    Inline(RawCall),
    Open(RawCall),
    End(Range<usize>),
}

/// Where a block ends.
enum End {
    At(Range<usize>),
    Missing,
    /// The block in it that is one too many.
    TooDeep(Range<usize>),
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    mistakes: Vec<(Code, Range<usize>, &'static str)>,
}

impl Scan<'_> {
    fn calls(&mut self, code: &[Range<usize>]) -> Vec<RawCall> {
        let mut calls: Vec<RawCall> = Vec::new();
        let mut from = self.at;
        while let Some(start) = self.next_tag(from, code) {
            match self.tag(start) {
                Some(Tag::Inline(call)) => {
                    from = call.span.end;
                    calls.push(call);
                }
                Some(Tag::Open(mut call)) => match self.find_end(call.span.end, code) {
                    End::TooDeep(span) => {
                        self.mistakes.push((Code::OverLimit, span, "shortcode"));
                        return calls;
                    }
                    End::At(end) => {
                        call.body = Some(call.span.end..end.start);
                        call.span.end = end.end;
                        from = call.span.end;
                        calls.push(call);
                    }
                    End::Missing => {
                        from = call.span.end;
                        self.mistakes.push((Code::OpenShortcode, call.span, ""));
                    }
                },
                Some(Tag::End(span)) => {
                    from = span.end;
                    self.mistakes.push((Code::StrayEnd, span, ""));
                }
                None => from = self.at.max(start + 2),
            }
        }
        calls
    }

    /// The next `{{` or `{%` that is not in code and not escaped.
    fn next_tag(&self, from: usize, code: &[Range<usize>]) -> Option<usize> {
        let mut from = from;
        loop {
            let found = self.text[from..].match_indices('{').map(|(at, _)| at + from);
            let start = found.into_iter().find(|at| matches!(self.text.as_bytes().get(at + 1), Some(b'{' | b'%')))?;
            let next = code.partition_point(|range| range.end <= start);
            let in_code = code.get(next).filter(|range| range.contains(&start));
            match in_code {
                Some(range) => from = range.end.max(start + 1),
                None if self.text[..start].ends_with('\\') => from = start + 2,
                None => return Some(start),
            }
        }
    }

    fn skip_space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn eat(&mut self, token: &str) -> bool {
        self.skip_space();
        let found = self.text[self.at..].starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn name(&mut self) -> Option<At<String>> {
        self.skip_space();
        let rest = &self.text[self.at..];
        let len = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
        let span = self.at..self.at + len;
        self.at += len;
        (len > 0).then(|| At { value: rest[..len].to_string(), span })
    }

    /// Reads the tag at `start`; `None` when it is no call, or a broken one (which is noted).
    fn tag(&mut self, start: usize) -> Option<Tag> {
        let block = self.text[start..].starts_with("{%");
        let close = if block { "%}" } else { "}}" };
        self.at = start + 2;
        let name = self.name()?;
        if block && name.value == "end" && self.eat(close) {
            return Some(Tag::End(start..self.at));
        }
        if !self.eat("(") {
            self.at = start + 2;
            return None;
        }
        match self.args(close) {
            Ok(args) => {
                let call = RawCall { name, args, body: None, span: start..self.at };
                Some(if block { Tag::Open(call) } else { Tag::Inline(call) })
            }
            Err(reason) => {
                let at = self.at.min(self.text.len());
                self.mistakes.push((Code::ShortcodeSyntax, at..at, reason));
                None
            }
        }
    }

    fn args(&mut self, close: &str) -> Result<RawArgs, &'static str> {
        let mut args = Vec::new();
        loop {
            if self.eat(")") {
                return if self.eat(close) { Ok(args) } else { Err("close") };
            }
            let name = self.name().ok_or("name")?;
            if !self.eat("=") {
                return Err("equals");
            }
            self.skip_space();
            let start = self.at;
            let value = self.value()?;
            args.push((name, At { value, span: start..self.at }));
            if !self.eat(",") && !self.text[self.at..].trim_start().starts_with(')') {
                return Err("comma");
            }
        }
    }

    fn value(&mut self) -> Result<Value, &'static str> {
        let rest = &self.text[self.at..];
        if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
            let mut text = String::new();
            let mut chars = rest.char_indices().skip(1);
            while let Some((at, c)) = chars.next() {
                match c {
                    '\\' => text.extend(chars.next().map(|(_, c)| c)),
                    c if c == quote => {
                        self.at += at + 1;
                        return Ok(Value::Text(text));
                    }
                    c => text.push(c),
                }
            }
            return Err("quote");
        }
        let word = self.name().ok_or("value")?;
        match word.value.as_str() {
            "true" => Ok(Value::Boolean(true)),
            "false" => Ok(Value::Boolean(false)),
            number => number.parse().map(Value::Number).map_err(|_| "value"),
        }
    }

    /// The `{% end %}` that belongs to a block opened before `from`.
    fn find_end(&mut self, from: usize, code: &[Range<usize>]) -> End {
        let (mut from, mut depth) = (from, 1);
        let noted = self.mistakes.len();
        let mut found = End::Missing;
        while let Some(start) = self.next_tag(from, code) {
            match self.tag(start) {
                Some(Tag::End(span)) => {
                    depth -= 1;
                    from = span.end;
                    if depth == 0 {
                        found = End::At(span);
                        break;
                    }
                }
                Some(Tag::Open(call)) if depth == DEEPEST => {
                    found = End::TooDeep(call.span);
                    break;
                }
                Some(Tag::Open(call)) => {
                    depth += 1;
                    from = call.span.end;
                }
                Some(Tag::Inline(call)) => from = call.span.end,
                None => from = self.at.max(start + 2),
            }
        }
        // What is wrong inside the body is noted when the body is read.
        self.mistakes.truncate(noted);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_has_the_length_of_its_call() {
        let text = "Über {{ a(x=\"1\") }} und\n\n{% b() %}\nText {{ c() }}\n{% end %}\nEnde `{{ d() }}`";
        let masked = mask(text, 0..text.len());
        assert_eq!(masked.text.len(), text.len());
        assert_eq!(masked.calls.len(), 2);
        assert_eq!(&text[masked.calls[1].body.clone().unwrap()], "\nText {{ c() }}\n");
        assert!(masked.mistakes.is_empty());
    }
}
