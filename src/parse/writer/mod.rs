//! The events of one body → HTML: what pulldown-cmark reads, written with the language's punctuation.
//!
//! In: events with their places in the file. Out: a [`Body`]. Links, sizes of pictures and shortcodes become slots.

mod pictures;
mod raw_html;
mod tags;

use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag};

use super::calls::Calls;
use super::events::unwanted_references;
use super::markdown::{Page, Place};
use super::shortcodes::{self, Piece, RawCall};
use super::typography::Typographer;
use crate::diagnostic::Code;
use crate::locale::soft_hyphenate;
use crate::model::html::escape;
use crate::model::{Body, Heading, Location, RawHtml as Allowed, Role, Slot, escaped};

use raw_html::RawHtml;
use tags::dest_span;

type Events<'e> = [(Event<'e>, Range<usize>)];

pub(super) struct HtmlWriter<'p, 'a> {
    page: &'p mut Page<'a>,
    calls: Calls<'a>,
    typographer: Typographer,
    out: Body,
    /// In code, and in an address that is its own text, nothing is set and nothing is a call.
    verbatim: bool,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// In a headline, a term or a cell of a table, where a long word may not fit the line.
    narrow: bool,
    /// In a paragraph that is one picture.
    alone: bool,
    place: Place,
    raw: RawHtml,
}

impl<'p, 'a> HtmlWriter<'p, 'a> {
    pub(super) fn new(page: &'p mut Page<'a>, calls: Vec<RawCall>, place: Place) -> Self {
        let components = page.rules.components;
        Self {
            page,
            calls: Calls::new(calls, components),
            typographer: Typographer::new(&place.tag),
            out: Body { html: String::with_capacity(place.range.len() * 3 / 2), ..Body::default() },
            verbatim: false,
            columns: Vec::new(),
            column: 0,
            in_head: false,
            narrow: false,
            alone: false,
            place,
            raw: RawHtml::default(),
        }
    }

    /// Writes a block that lies in no other.
    pub(super) fn block(&mut self, events: &Events<'_>) {
        self.page.diagnostics.extend(unwanted_references(self.page.source, events));
        if self.page.checks_glossary(&self.place.tag) {
            self.page.diagnostics.extend(self.page.glossary.in_events(events));
        }
        self.events(events);
    }

    fn events(&mut self, events: &Events<'_>) {
        let mut at = 0;
        while at < events.len() {
            at += self.event(&events[at..]);
        }
    }

    /// Writes what a block holds; HTML that was opened in it ends with it.
    fn enclosed(&mut self, events: &Events<'_>) {
        self.raw.begin_block();
        self.events(events);
        self.raw.end_block(&mut self.out.html);
    }

    /// Writes the first event (with what belongs to it) and tells how many were used.
    fn event(&mut self, events: &Events<'_>) -> usize {
        let (event, span) = &events[0];
        match event {
            Event::Start(Tag::HtmlBlock) if self.page.rules.config.raw_html == Allowed::Harmless => {
                return self.html_block(&events[1..], span) + 1;
            }
            Event::Start(
                tag @ (Tag::Heading { .. } | Tag::Paragraph | Tag::Image { .. } | Tag::FootnoteDefinition(_)),
            ) => {
                let end = events.iter().position(|(event, _)| *event == Event::End(tag.to_end()));
                let end = end.unwrap_or(events.len() - 1);
                self.element(tag, span.clone(), &events[1..end]);
                return end + 1;
            }
            Event::Start(tag) => self.start(tag, span.clone()),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.text(text, span.start),
            Event::Code(code) => self.code(code),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html, span.clone()),
            Event::SoftBreak => {
                self.out.html.push('\n');
                self.typographer.start_block();
            }
            Event::HardBreak => {
                self.out.html.push_str("<br>\n");
                self.typographer.start_block();
            }
            Event::Rule => self.out.html.push_str("<hr>\n"),
            Event::TaskListMarker(true) => self.out.html.push_str("<span class=\"task\">☑</span> "),
            Event::TaskListMarker(false) => self.out.html.push_str("<span class=\"task\">☐</span> "),
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        1
    }

    /// Writes what cannot be written without a look at what is inside.
    fn element(&mut self, tag: &Tag<'_>, span: Range<usize>, inner: &Events<'_>) {
        match tag {
            Tag::Heading { level, id, .. } => self.heading(*level as u8, id.as_deref(), span, inner),
            Tag::Image { dest_url, title, link_type, .. } => {
                let at = dest_span(self.page.source.text(), &span, dest_url, *link_type);
                let link = self.page.link(dest_url, at, Role::Picture);
                self.image(link, title.trim(), span, inner);
            }
            Tag::FootnoteDefinition(label) => self.footnote(label, inner),
            _ => self.paragraph(inner),
        }
    }

    fn code(&mut self, code: &str) {
        self.out.html.push_str("<code>");
        escape(code, &mut self.out.html);
        self.out.html.push_str("</code>");
        self.typographer.skip();
    }

    fn footnote_reference(&mut self, label: &str) {
        let (number, first) = self.page.footnotes.number(label, self.place.range.start);
        let id = if first { format!(" id=\"fnref-{number}\"") } else { String::new() };
        self.out.html.push_str(&format!("<sup class=\"footnote-reference\"><a{id} href=\""));
        self.out.slots.push((self.out.html.len(), Slot::Here));
        self.out.html.push_str(&format!("#fn-{number}\">{number}</a></sup>"));
    }

    fn text(&mut self, text: &str, start: usize) {
        if self.raw.skips() {
            return;
        }
        if self.verbatim {
            return escape(text, &mut self.out.html);
        }
        if self.calls.is_empty() {
            return self.prose(text);
        }
        for (offset, piece) in shortcodes::pieces(text) {
            match piece {
                Piece::Text(text) => self.prose(text),
                Piece::Call(number, _) => {
                    if self.call(number) == Some(false) {
                        let alone = self.page.at(Code::ShortcodeSyntax, start + offset..start + offset);
                        self.page.diagnostics.push(alone.with("reason", "alone"));
                    }
                }
            }
        }
    }

    fn prose(&mut self, text: &str) {
        if self.narrow {
            let set = self.typographer.set(text);
            escape(&soft_hyphenate(&set, &self.place.tag), &mut self.out.html);
        } else {
            self.typographer.set_html(text, &mut self.out.html);
        }
    }

    /// Reads call number N and puts it here; tells whether it may stand in a paragraph.
    ///
    /// Calls are read where they stand, so that headings, notes and links come in the order of the text.
    fn call(&mut self, number: usize) -> Option<bool> {
        let inline = !self.calls.is_block(number);
        let call = self.page.call(self.calls.take(number)?, &self.place.tag)?;
        self.out.slots.push((self.out.html.len(), Slot::Call(Box::new(call))));
        self.typographer.skip();
        Some(inline)
    }

    fn html(&mut self, html: &str, span: Range<usize>) {
        match self.page.rules.config.raw_html {
            Allowed::Trusted => return self.out.html.push_str(html),
            Allowed::Harmless => return self.harmless_html(html, span),
            Allowed::Refused => {}
        }
        // Of tags that follow each other, the first is enough.
        let ends_here = |at: &Location| at.span.end == span.start;
        let mut found = self.page.diagnostics.iter().filter(|found| found.code == Code::RawHtml);
        if !found.any(|found| found.at.as_ref().is_some_and(ends_here)) {
            self.page.diagnostics.push(self.page.at(Code::RawHtml, span));
        }
    }

    /// A paragraph; one that holds only block shortcodes is no `<p>`.
    fn paragraph(&mut self, inner: &Events<'_>) {
        self.typographer.start_block();
        let is_call = |event: &Event<'_>| only_call(event).is_some() || *event == Event::SoftBreak;
        if !self.calls.is_empty() && inner.iter().all(|(event, _)| is_call(event)) {
            let calls: Vec<usize> = inner.iter().filter_map(|(event, _)| only_call(event)).collect();
            if calls.iter().any(|number| self.calls.is_block(*number)) {
                for number in calls {
                    self.call(number);
                    self.out.html.push('\n');
                }
                return;
            }
        }
        if self.is_figure(inner) {
            self.alone = true;
            self.events(inner);
            self.alone = false;
            self.out.html.push('\n');
            return;
        }
        self.out.html.push_str("<p>");
        self.enclosed(inner);
        self.out.html.push_str("</p>\n");
    }

    fn heading(&mut self, level: u8, id: Option<&str>, span: Range<usize>, inner: &Events<'_>) {
        let before = self.page.content.headings.last().map_or(1, |heading| heading.level);
        if level == 1 || level > before + 1 {
            let expected = (before + 1).min(level).max(2);
            let found = self.page.at(Code::HeadingLevel, span.clone()).count("level", level.into());
            self.page.diagnostics.push(found.count("expected", expected.into()));
        }
        let title = self.calls.plain(inner);
        let id = match id {
            Some(id) => {
                if !self.page.ids.take(id) {
                    self.page.diagnostics.push(self.page.at(Code::DuplicateId, span).with("id", id));
                }
                id.to_string()
            }
            None => self.page.ids.make(&title, self.page.lang),
        };
        self.typographer.start_block();
        _ = write!(self.out.html, "<h{level} id=\"{}\">", escaped(&id));
        self.narrow = true;
        self.enclosed(inner);
        self.narrow = false;
        _ = writeln!(self.out.html, "</h{level}>");
        let title = self.page.set(&title);
        self.page.content.anchors.insert(id.clone());
        self.page.content.headings.push(Heading { id, level, title });
    }

    fn footnote(&mut self, label: &str, inner: &Events<'_>) {
        let outer = std::mem::take(&mut self.out);
        self.enclosed(inner);
        let body = std::mem::replace(&mut self.out, outer);
        self.page.footnotes.define(label, self.place.range.start, body);
    }

    /// The body. A call that no text held (in an address, say) is checked all the same.
    pub(super) fn finish(mut self) -> Body {
        for raw in self.calls.rest() {
            self.page.call(raw, &self.place.tag);
        }
        self.raw.end_block(&mut self.out.html);
        self.out
    }
}

/// The number of the call when an event is nothing but a placeholder.
fn only_call(event: &Event<'_>) -> Option<usize> {
    let Event::Text(text) = event else { return None };
    let mut pieces = shortcodes::pieces(text.trim_end());
    match (pieces.next(), pieces.next()) {
        (Some((0, Piece::Call(number, _))), None) => Some(number),
        _ => None,
    }
}
