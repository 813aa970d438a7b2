//! A page's Markdown → its [`Content`]: shortcodes are found and checked here, everything else is `writer`'s.
//!
//! Invariant: the text is read once; only a page that calls shortcodes is looked through for code first.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::Event;

use super::events::events;
use super::footnotes::Footnotes;
use super::glossary::GlossaryCheck;
use super::headings::HeadingIds;
use super::shortcodes::{self, RawCall, Value};
use super::writer::HtmlWriter;
use super::{Reading, Rules, dates, typography};
use crate::diagnostic::{Checked, Code, Diagnostic, bad_language};
use crate::model::{
    Arg, At, Body, Call, Component, Heading, Lang, Link, Location, Parameter, Role, SourceText, escaped, is_registered,
};

#[derive(Debug, Default)]
pub(super) struct Content {
    pub body: Body,
    pub links: Vec<Link>,
    pub headings: Vec<Heading>,
    pub anchors: BTreeSet<String>,
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
        glossary: reading.glossary,
        ids: HeadingIds::default(),
        footnotes: Footnotes::default(),
        content: Content::default(),
        diagnostics: Vec::new(),
    };
    let mut body = page.body(range, lang.tag());
    page.footnotes.append_to(&mut body);
    // It stays until the site is rendered.
    body.html.shrink_to_fit();
    page.content.body = body;
    Checked { value: page.content, diagnostics: page.diagnostics }
}

/// Which part of a page is being read.
pub(super) struct Place {
    /// The language of its text, BCP 47.
    pub tag: String,
    /// Its bytes in the file.
    pub range: Range<usize>,
}

/// What is shared by a page's body and the bodies of its shortcodes.
pub(super) struct Page<'a> {
    pub source: &'a Arc<SourceText>,
    pub lang: Lang,
    pub rules: Rules<'a>,
    pub glossary: &'a GlossaryCheck<'a>,
    pub ids: HeadingIds,
    pub footnotes: Footnotes,
    pub content: Content,
    pub diagnostics: Vec<Diagnostic>,
}

impl Page<'_> {
    /// A mistake in these bytes of the file, still to be reported.
    pub(super) fn at(&self, code: Code, span: Range<usize>) -> Diagnostic {
        Diagnostic::at(code, self.location(span))
    }

    fn location(&self, span: Range<usize>) -> Location {
        Location { source: self.source.clone(), span }
    }

    /// Renders a part of the file: the page's body, or what stands inside a block shortcode.
    fn body(&mut self, range: Range<usize>, tag: &str) -> Body {
        let masked = shortcodes::mask(self.source.text(), range.clone());
        for (code, span, reason) in masked.mistakes {
            let found = self.at(code, span).with("reason", reason).with("most", shortcodes::DEEPEST);
            self.diagnostics.push(found);
        }
        let start = range.start;
        let place = Place { tag: tag.to_string(), range };
        let text = dates::guard(masked.text, self.rules.locales[self.lang].names());
        let is_guarded = dates::is_guarded(&text);
        let mut writer = HtmlWriter::new(self, masked.calls, place);
        // Block by block: what no block asks for any more need not be in memory.
        let (mut block, mut depth) = (Vec::new(), 0_usize);
        for (event, span) in events(&text, start) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            block.push((event, span));
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
    pub(super) fn checks_glossary(&self, tag: &str) -> bool {
        tag == self.lang.tag() && !self.glossary.is_empty()
    }

    /// Checks a call against the theme's component; `None` when it cannot be made. `outer` is the language around it.
    pub(super) fn call(&mut self, raw: RawCall, outer: &str) -> Option<Call> {
        let name = &raw.name.value;
        let components = self.rules.components;
        let Some(component) = components.get(name) else {
            let known: Vec<&str> = components.keys().map(String::as_str).collect();
            let unknown = self.at(Code::UnknownShortcode, raw.name.span).with("name", name);
            self.diagnostics.push(unknown.with("known", known.join(", ")).nearest(name, known));
            return None;
        };
        if component.body != raw.body.is_some() {
            let found = self.at(Code::ShortcodeBody, raw.span.clone()).with("name", name);
            self.diagnostics.push(found.with("body", component.body));
        }
        let tag = raw.language(component).unwrap_or(outer).to_string();
        let args = self.args(component, &raw, &tag);
        let body = raw.body.map(|body| self.body(body, &tag));
        Some(Call { name: raw.name.value, args, body, span: raw.span })
    }

    fn args(&mut self, component: &Component, raw: &RawCall, tag: &str) -> BTreeMap<String, Arg> {
        let mut args = BTreeMap::new();
        for (At { value: name, span }, value) in &raw.args {
            let Some(parameter) = component.parameters.get(name) else {
                let unknown = self.at(Code::UnknownParameter, span.clone()).with("name", name);
                let unknown = unknown.with("shortcode", &raw.name.value);
                self.diagnostics.push(unknown.nearest(name, component.parameters.keys().map(String::as_str)));
                continue;
            };
            if value.value.kind() != parameter.kind {
                let wrong = self.at(Code::WrongParameter, value.span.clone()).with("name", name);
                self.diagnostics.push(wrong.with("expected", parameter.kind.name()));
                continue;
            }
            if let Value::Text(tag) = &value.value
                && parameter.language
                && !is_registered(tag)
            {
                self.diagnostics.push(bad_language(self.location(value.span.clone()), tag));
                continue;
            }
            args.insert(name.clone(), self.arg(parameter, value, tag));
        }
        let decorates = args.get("decorative").is_some_and(|arg| matches!(arg, Arg::Bool(true)));
        if decorates {
            args.insert("alt".into(), Arg::Text(String::new()));
        }
        self.missing(component, raw, decorates);
        args
    }

    fn arg(&mut self, parameter: &Parameter, value: &At<Value>, tag: &str) -> Arg {
        let text = match &value.value {
            Value::Number(number) => return Arg::Int(*number),
            Value::Boolean(on) => return Arg::Bool(*on),
            Value::Text(text) => text,
        };
        if self.checks_glossary(tag) && !parameter.file && !parameter.language {
            self.diagnostics.extend(self.glossary.in_text(text, value.span.clone()));
        }
        match parameter {
            Parameter { file: true, .. } => Arg::Link(self.link(text, value.span.clone(), Role::File)),
            Parameter { prose: true, .. } => Arg::Html(escaped(&typography::set(text, tag))),
            _ => Arg::Text(text.clone()),
        }
    }

    /// Reports parameters that a call must have and has not; a picture that only decorates needs no text.
    fn missing(&mut self, component: &Component, raw: &RawCall, decorates: bool) {
        // An empty text says nothing: a picture's alternative or credit must not be missing that way either.
        let blank = |value: &Value| matches!(value, Value::Text(text) if text.trim().is_empty());
        let given = |name: &String| raw.args.iter().any(|(given, value)| given.value == *name && !blank(&value.value));
        let required = component.parameters.iter().filter(|(_, parameter)| parameter.required);
        for (name, _) in required.filter(|(name, _)| !(given(name) || decorates && *name == "alt")) {
            let missing = self.at(Code::MissingParameter, raw.name.span.clone()).with("name", name);
            self.diagnostics.push(missing.with("shortcode", &raw.name.value));
        }
    }

    /// A text with the punctuation of the page's language.
    pub(super) fn set(&self, text: &str) -> String {
        typography::set(text, self.lang.tag())
    }

    /// Adds a reference and gives its number.
    pub(super) fn link(&mut self, dest: &str, span: Range<usize>, role: Role) -> usize {
        self.content.links.push(Link { dest: At { value: dest.to_string(), span }, role });
        self.content.links.len() - 1
    }
}
