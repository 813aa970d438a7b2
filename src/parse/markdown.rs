//! A page's Markdown → its [`Content`]: shortcodes are found and checked here, everything else is `writer`'s.
//!
//! Invariant: the text is read once; a page that calls shortcodes is looked through for code first, so that nothing in
//! code is taken for a call.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::footnotes::Footnotes;
use super::glossary::GlossaryCheck;
use super::headings::HeadingIds;
use super::shortcodes::{self, RawCall, Value};
use super::typography::Typographer;
use super::writer::HtmlWriter;
use super::{Reading, Rules, dates};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::document::{Arg, Body, Call, Heading, Link, Role};
use crate::model::html::escape;
use crate::model::lang::Lang;
use crate::model::shortcode::{Component, Parameter};
use crate::model::source::{At, Location, SourceText};

#[derive(Debug, Default)]
pub(super) struct Content {
    pub body: Body,
    pub links: Vec<Link>,
    pub headings: Vec<Heading>,
    pub anchors: Vec<String>,
}

pub(super) fn read(
    source: &Arc<SourceText>,
    range: Range<usize>,
    lang: Lang,
    reading: Reading<'_>,
) -> Checked<Content> {
    let mut page = Page {
        source,
        lang,
        rules: reading.rules,
        names: reading.names,
        ids: HeadingIds::default(),
        notes: Footnotes::default(),
        content: Content::default(),
        diagnostics: Vec::new(),
    };
    let mut body = page.body(range, lang.tag());
    page.notes.append_to(&mut body);
    // It stays until the site is rendered.
    body.html.shrink_to_fit();
    page.content.body = body;
    Checked { value: page.content, diagnostics: page.diagnostics }
}

/// The Markdown that pages are written in.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

/// Which part of a page is being read.
pub(super) struct Place {
    /// The language of its text, BCP 47.
    pub tag: String,
    /// Where it begins in the file.
    pub base: usize,
}

/// What is shared by a page's body and the bodies of its shortcodes.
pub(super) struct Page<'a> {
    pub source: &'a Arc<SourceText>,
    pub lang: Lang,
    pub rules: Rules<'a>,
    pub names: &'a GlossaryCheck<'a>,
    pub ids: HeadingIds,
    pub notes: Footnotes,
    pub content: Content,
    pub diagnostics: Vec<Diagnostic>,
}

impl Page<'_> {
    /// Footnotes a mistake, whose arguments may be added.
    pub(super) fn note(&mut self, code: Code, span: Range<usize>) -> &mut Diagnostic {
        let at = Location { source: self.source.clone(), span };
        self.diagnostics.push(Diagnostic::at(code, at));
        self.diagnostics.last_mut().expect("pushed just now")
    }

    /// Renders a part of the file: the page's body, or what stands inside a block shortcode.
    fn body(&mut self, range: Range<usize>, tag: &str) -> Body {
        let text = &self.source.clone().text[range.clone()];
        let masked = match shortcodes::may_call(text) {
            true => shortcodes::mask(text, &code_ranges(text)),
            false => shortcodes::Masked { text: Cow::Borrowed(text), calls: Vec::new(), mistakes: Vec::new() },
        };
        for (code, span, reason) in masked.mistakes {
            let noted = self.note(code, shift(span, range.start));
            noted.args.push(("reason", reason.into()));
        }
        let place = Place { tag: tag.to_string(), base: range.start };
        let text = dates::guard(masked.text, self.rules.locales[self.lang].names());
        let is_guarded = dates::is_guarded(&text);
        let mut writer = HtmlWriter::new(self, masked.calls, place, text.len());
        // Block by block: what no block asks for any more need not be in memory. Few have more events.
        let (mut block, mut depth) = (Vec::with_capacity(64), 0_usize);
        for (event, span) in Parser::new_ext(&text, options()).into_offset_iter() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            block.push((event, shift(span, range.start)));
            if depth == 0 {
                if is_guarded {
                    dates::unguard(&mut block);
                }
                writer.block(&block);
                block.clear();
            }
        }
        writer.finish()
    }

    /// Whether a text is in the page's own language, and there are names to look for.
    pub(super) fn speaks(&self, tag: &str) -> bool {
        tag == self.lang.tag() && !self.names.is_empty()
    }

    /// Checks a call against the theme's component; `None` when it cannot be made.
    pub(super) fn call(&mut self, raw: RawCall, place: &Place) -> Option<Call> {
        let base = place.base;
        let span = shift(raw.span.clone(), base);
        let components = self.rules.components;
        let Some(component) = components.get(&raw.name.value) else {
            let known: Vec<&str> = components.keys().map(String::as_str).collect();
            let name_span = shift(raw.name.span, base);
            let at = Location { source: self.source.clone(), span: name_span };
            let unknown = Diagnostic::at(Code::UnknownShortcode, at).with("name", &raw.name.value);
            self.diagnostics.push(unknown.with("known", known.join(", ")).nearest(&raw.name.value, known));
            return None;
        };
        if component.body != raw.body.is_some() {
            let noted = self.note(Code::ShortcodeBody, span.clone());
            noted.args.push(("name", raw.name.value.as_str().into()));
            noted.args.push(("body", component.body.to_string().as_str().into()));
        }
        let tag = raw.language(component).unwrap_or(&place.tag).to_string();
        let name = raw.name.value.clone();
        let args = self.args(component, &raw, base, &tag);
        let body = raw.body.map(|body| self.body(shift(body, base), &tag));
        Some(Call { name, args, body, span })
    }

    fn args(&mut self, component: &Component, raw: &RawCall, base: usize, tag: &str) -> BTreeMap<String, Arg> {
        let mut args = BTreeMap::new();
        for (name, value) in &raw.args {
            let span = shift(name.span.clone(), base);
            let Some(parameter) = component.parameters.get(&name.value) else {
                let at = Location { source: self.source.clone(), span };
                let unknown = Diagnostic::at(Code::UnknownParameter, at).with("name", &name.value);
                let unknown = unknown.with("shortcode", &raw.name.value);
                self.diagnostics.push(unknown.nearest(&name.value, component.parameters.keys().map(String::as_str)));
                continue;
            };
            let span = shift(value.span.clone(), base);
            if value.value.kind() != parameter.kind {
                let noted = self.note(Code::WrongParameter, span);
                noted.args.push(("name", name.value.as_str().into()));
                noted.args.push(("expected", parameter.kind.name().into()));
                continue;
            }
            let arg = self.arg(parameter, (&value.value, span), tag);
            args.insert(name.value.clone(), arg);
        }
        let decorates = args.get("decorative").is_some_and(|arg| matches!(arg, Arg::Bool(true)));
        if decorates {
            args.insert("alt".into(), Arg::Text(String::new()));
        }
        self.missing(component, raw, base, decorates);
        args
    }

    fn arg(&mut self, parameter: &Parameter, (value, span): (&Value, Range<usize>), tag: &str) -> Arg {
        let text = match value {
            Value::Number(number) => return Arg::Int(*number),
            Value::Boolean(on) => return Arg::Bool(*on),
            Value::Text(text) => text,
        };
        if self.speaks(tag) && !parameter.file && !parameter.language {
            self.diagnostics.extend(self.names.in_text(text, span.clone()));
        }
        match parameter {
            Parameter { file: true, .. } => Arg::Link(self.link(text, span, Role::File)),
            Parameter { prose: true, .. } => Arg::Html(prose(text, tag)),
            _ => Arg::Text(text.clone()),
        }
    }

    /// Footnotes parameters that a call must have and has not; a picture that only decorates needs no text.
    fn missing(&mut self, component: &Component, raw: &RawCall, base: usize, decorates: bool) {
        // An empty text says nothing: a picture's alternative or credit must not be missing that way either.
        let blank = |value: &Value| matches!(value, Value::Text(text) if text.trim().is_empty());
        let given = |name: &String| raw.args.iter().any(|(given, value)| given.value == *name && !blank(&value.value));
        let required = component.parameters.iter().filter(|(_, parameter)| parameter.required);
        for (name, _) in required.filter(|(name, _)| !(given(name) || decorates && *name == "alt")) {
            let noted = self.note(Code::MissingParameter, shift(raw.name.span.clone(), base));
            noted.args.push(("name", name.as_str().into()));
            noted.args.push(("shortcode", raw.name.value.as_str().into()));
        }
    }

    /// Footnotes a reference and gives its number.
    pub(super) fn link(&mut self, dest: &str, span: Range<usize>, role: Role) -> usize {
        self.content.links.push(Link { dest: At { value: dest.to_string(), span }, role });
        self.content.links.len() - 1
    }
}

fn prose(text: &str, tag: &str) -> String {
    let mut set = String::new();
    Typographer::for_tag(tag).set(text, &mut set);
    let mut html = String::with_capacity(set.len());
    escape(&set, &mut html);
    html
}

/// A range further on in the file.
pub(super) fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Where code stands, so that nothing in it is taken for a call.
pub(super) fn code_ranges(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, options()).into_offset_iter();
    let code = events.filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))));
    code.map(|(_, span)| span).collect()
}
