//! The events of one body → HTML: what pulldown-cmark reads, written with the language's punctuation.
//!
//! In: events with their places in the file. Out: a [`Body`]. Links, sizes of pictures and shortcodes become slots.

mod pictures;
mod tags;

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::calls::Calls;
use super::markdown::{Page, Place};
use super::shortcodes::{self, Piece, RawCall};
use super::typography::Typographer;
use crate::diagnostic::{Arg, Code};
use crate::locale::{has_long_word, soft_hyphenate};
use crate::model::document::{Body, Heading, Slot};
use crate::model::html::escape;
use crate::model::lang::Lang;

use tags::dest_span;

type Events<'e> = [(Event<'e>, Range<usize>)];

pub(super) struct HtmlWriter<'p, 'a> {
    page: &'p mut Page<'a>,
    calls: Calls<'a>,
    set: Typographer,
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
}

impl<'p, 'a> HtmlWriter<'p, 'a> {
    pub(super) fn new(page: &'p mut Page<'a>, calls: Vec<RawCall>, place: Place, length: usize) -> Self {
        let components = page.rules.components;
        Self {
            page,
            calls: Calls::new(calls, components),
            set: Typographer::for_tag(&place.tag),
            // Markup and soft hyphens seldom add more.
            out: Body { html: String::with_capacity(length + length / 2), slots: Vec::new() },
            verbatim: false,
            columns: Vec::new(),
            column: 0,
            in_head: false,
            narrow: false,
            alone: false,
            place,
        }
    }

    /// Writes a block that lies in no other.
    pub(super) fn block(&mut self, events: &Events<'_>) {
        if self.page.speaks(&self.place.tag) {
            self.page.diagnostics.extend(self.page.names.in_events(events));
        }
        self.events(events);
    }

    fn events(&mut self, events: &Events<'_>) {
        let mut at = 0;
        while at < events.len() {
            at += self.event(&events[at..]);
        }
    }

    /// Writes the first event (with what belongs to it) and tells how many were used.
    fn event(&mut self, events: &Events<'_>) -> usize {
        let (event, span) = &events[0];
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                return self.heading(*level as u8, id.as_deref(), span.clone(), events);
            }
            Event::Start(Tag::Paragraph) => return self.paragraph(events),
            Event::Start(Tag::Image { dest_url, title, link_type, .. }) => {
                let at = dest_span(&self.page.source.text, span, dest_url, *link_type);
                return self.image((dest_url, at), title, events);
            }
            Event::Start(Tag::FootnoteDefinition(label)) => return self.footnote(label, events),
            Event::Start(tag) => self.start(tag, span.clone()),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.text(text, span.start),
            Event::Code(code) => self.code(code),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html, span.clone()),
            Event::SoftBreak => {
                self.out.html.push('\n');
                self.set.start_block();
            }
            Event::HardBreak => {
                self.out.html.push_str("<br>\n");
                self.set.start_block();
            }
            Event::Rule => self.out.html.push_str("<hr>\n"),
            Event::TaskListMarker(true) => self.out.html.push_str("<span class=\"task\">☑</span> "),
            Event::TaskListMarker(false) => self.out.html.push_str("<span class=\"task\">☐</span> "),
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        1
    }

    fn code(&mut self, code: &str) {
        self.out.html.push_str("<code>");
        escape(code, &mut self.out.html);
        self.out.html.push_str("</code>");
        self.set.skip();
    }

    fn footnote_reference(&mut self, label: &str) {
        let (number, first) = self.page.notes.number(label, self.place.base);
        let id = if first { format!(" id=\"fnref-{number}\"") } else { String::new() };
        self.out.html.push_str(&format!("<sup class=\"footnote-reference\"><a{id} href=\""));
        self.out.slots.push((self.out.html.len(), Slot::Here));
        self.out.html.push_str(&format!("#fn-{number}\">{number}</a></sup>"));
    }

    fn text(&mut self, text: &str, start: usize) {
        if self.verbatim {
            escape(text, &mut self.out.html);
            return;
        }
        for (offset, piece) in shortcodes::pieces(text) {
            match piece {
                // Setting changes no word's length.
                Piece::Text(text) if self.narrow && has_long_word(text) => {
                    let mut set = String::with_capacity(text.len() + 8);
                    self.set.set(text, &mut set);
                    escape(&soft_hyphenate(&set, &self.place.tag), &mut self.out.html);
                }
                Piece::Text(text) => self.set.set_html(text, &mut self.out.html),
                Piece::Call(number, _) => {
                    let inline = self.call(number);
                    if inline == Some(false) {
                        let noted = self.page.note(Code::ShortcodeSyntax, start + offset..start + offset);
                        noted.args.push(("reason", "alone".into()));
                    }
                }
            }
        }
    }

    /// Reads call number N and puts it here; tells whether it may stand in a paragraph.
    ///
    /// Calls are read where they stand, so that headings, notes and links come in the order of the text.
    fn call(&mut self, number: usize) -> Option<bool> {
        let inline = !self.calls.is_block(number);
        let call = self.page.call(self.calls.take(number)?, &self.place)?;
        self.out.slots.push((self.out.html.len(), Slot::Call(Box::new(call))));
        self.set.skip();
        Some(inline)
    }

    fn html(&mut self, html: &str, span: Range<usize>) {
        if self.page.rules.config.raw_html {
            self.out.html.push_str(html);
        } else if !self
            .page
            .diagnostics
            .iter()
            .any(|noted| noted.code == Code::RawHtml && noted.at.as_ref().is_some_and(|at| at.span.end == span.start))
        {
            self.page.note(Code::RawHtml, span);
        }
    }

    /// A paragraph; one that holds only block shortcodes is no `<p>`.
    fn paragraph(&mut self, events: &Events<'_>) -> usize {
        let end = events.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph)));
        let end = end.unwrap_or(events.len() - 1);
        let inner = &events[1..end];
        self.set.start_block();
        let is_call = |event: &Event<'_>| only_call(event).is_some() || *event == Event::SoftBreak;
        if !self.calls.is_empty() && inner.iter().all(|(event, _)| is_call(event)) {
            let calls: Vec<usize> = inner.iter().filter_map(|(event, _)| only_call(event)).collect();
            if calls.iter().any(|number| self.calls.is_block(*number)) {
                for number in calls {
                    self.call(number);
                    self.out.html.push('\n');
                }
                return end + 1;
            }
        }
        if self.is_figure(inner) {
            self.alone = true;
            self.events(inner);
            self.alone = false;
            self.out.html.push('\n');
            return end + 1;
        }
        self.out.html.push_str("<p>");
        self.events(inner);
        self.out.html.push_str("</p>\n");
        end + 1
    }

    fn heading(&mut self, level: u8, id: Option<&str>, span: Range<usize>, events: &Events<'_>) -> usize {
        let end = events.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Heading(_))));
        let end = end.unwrap_or(events.len() - 1);
        let inner = &events[1..end];
        let before = self.page.content.headings.last().map_or(1, |heading| heading.level);
        if level == 1 || level > before + 1 {
            let noted = self.page.note(Code::HeadingLevel, span.clone());
            noted.args.push(("level", Arg::Count(level.into())));
            noted.args.push(("expected", Arg::Count((before + 1).min(level).max(2).into())));
        }
        let title = self.calls.plain(inner);
        let id = match id {
            Some(id) => {
                if !self.page.ids.take(id) {
                    self.page.note(Code::DuplicateId, span).args.push(("id", id.into()));
                }
                id.to_string()
            }
            None => self.page.ids.make(&title, self.page.lang),
        };
        self.set.start_block();
        let digit = char::from(b'0' + level);
        self.out.html.push_str("<h");
        self.out.html.push(digit);
        self.out.html.push_str(" id=\"");
        escape(&id, &mut self.out.html);
        self.out.html.push_str("\">");
        self.narrow = true;
        self.events(inner);
        self.narrow = false;
        self.out.html.push_str("</h");
        self.out.html.push(digit);
        self.out.html.push_str(">\n");
        let mut set = String::with_capacity(title.len() + 8);
        Typographer::new(self.page.lang).set(&title, &mut set);
        self.page.content.anchors.push(id.clone());
        self.page.content.headings.push(Heading { id, level, title: set });
        end + 1
    }

    fn footnote(&mut self, label: &str, events: &Events<'_>) -> usize {
        let end = events.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::FootnoteDefinition)));
        let end = end.unwrap_or(events.len() - 1);
        let outer = std::mem::take(&mut self.out);
        self.events(&events[1..end]);
        let body = std::mem::replace(&mut self.out, outer);
        self.page.notes.define(label, self.place.base, body);
        end + 1
    }

    /// The body. A call that no text held (in an address, say) is checked all the same.
    pub(super) fn finish(mut self) -> Body {
        for raw in self.calls.rest() {
            self.page.call(raw, &self.place);
        }
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

fn prose_text(text: &str, lang: Lang) -> String {
    let mut set = String::with_capacity(text.len());
    Typographer::new(lang).set(text, &mut set);
    set
}
