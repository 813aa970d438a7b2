//! A page → its units: every text that readers see and a translator must write, with its place in the file.
//!
//! Invariant: units come in the order of the file; one inside another's placeholder comes right after it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::unit::{Kind, Piece, Setting, Unit};
use super::{front, markup};
use crate::locale::CalendarNames;
use crate::model::lang::primary;
use crate::model::{Components, Document};
use crate::parse::{Outline, RawCall, Rules, Value, outline};

/// Every unit of a page, the front matter's first.
pub(super) fn units(document: &Document, rules: Rules<'_>) -> Vec<Unit> {
    let mut extractor = Extractor {
        file: document.source.text(),
        components: rules.components,
        names: rules.locales[document.lang].names(),
        primary: document.lang.primary().to_string(),
        units: Vec::new(),
        heading: String::new(),
        keep: false,
    };
    extractor.body(document.text.clone());
    for (number, unit) in extractor.units.iter_mut().enumerate() {
        unit.id = format!("b{}.{}", number + 1, unit.kind.code());
    }
    let mut units = front::units(document);
    units.append(&mut extractor.units);
    units
}

/// Where in the blocks a text stands.
#[derive(Clone, Default)]
struct Blocks {
    open: Vec<Kind>,
    setting: Setting,
}

impl Blocks {
    fn kind(&self) -> Kind {
        self.open.iter().rev().find(|kind| **kind != Kind::Paragraph).copied().unwrap_or(Kind::Paragraph)
    }
}

struct Extractor<'a> {
    file: &'a str,
    components: &'a Components,
    names: &'a CalendarNames,
    primary: String,
    units: Vec<Unit>,
    heading: String,
    keep: bool,
}

impl Extractor<'_> {
    fn body(&mut self, range: Range<usize>) {
        let outline = outline(self.file, range, self.names);
        let mut blocks = Blocks::default();
        let mut run = 0..0;
        for (at, (event, span)) in outline.events.iter().enumerate() {
            if is_inline(event) {
                run = if run.is_empty() { at..at + 1 } else { run.start..at + 1 };
                continue;
            }
            self.run(&outline, std::mem::take(&mut run), &blocks);
            self.block(event, span, &mut blocks);
        }
        self.run(&outline, run, &blocks);
    }

    fn block(&self, event: &Event<'_>, span: &Range<usize>, blocks: &mut Blocks) {
        let kind = match event {
            Event::Start(tag) => match tag {
                Tag::Heading { .. } => Kind::Heading,
                Tag::Item => Kind::Item,
                Tag::TableCell => Kind::Cell,
                Tag::DefinitionListTitle => Kind::Term,
                Tag::DefinitionListDefinition => Kind::Definition,
                Tag::BlockQuote(_) => Kind::Quotation,
                Tag::FootnoteDefinition(_) => Kind::Footnote,
                _ => Kind::Paragraph,
            },
            Event::End(_) => {
                blocks.open.pop();
                return;
            }
            _ => return,
        };
        let atx = kind == Kind::Heading && self.file[span.clone()].trim_start().starts_with('#');
        blocks.setting = Setting { line: !atx && kind != Kind::Cell, cell: kind == Kind::Cell, heading: atx };
        blocks.open.push(kind);
    }

    /// A run of inline events: a text, or shortcodes that are blocks of their own.
    fn run(&mut self, outline: &Outline, run: Range<usize>, blocks: &Blocks) {
        let events = &outline.events[run.clone()];
        // Code blocks hold text too, and a list's item may begin with its box.
        let verbatim = run.start > 0 && is_verbatim(&outline.events[run.start - 1].0);
        if events.is_empty() || verbatim {
            return;
        }
        self.text(outline, run, blocks.kind(), blocks.setting);
    }

    fn text(&mut self, outline: &Outline, run: Range<usize>, kind: Kind, setting: Setting) {
        let events = &outline.events[run.clone()];
        let marked = markup::read(events, &outline.calls, self.file);
        let (Some((_, first)), Some((_, last))) = (events.first(), events.last()) else { return };
        // An escaped character's event begins after the escape.
        let escaped = self.file[..first.start].ends_with('\\');
        let span = first.start - usize::from(escaped)..last.end;
        let before = self.units.len();
        if marked.pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if !text.trim().is_empty())) {
            let (pieces, marks) = (marked.pieces.clone(), marked.marks.clone());
            if kind == Kind::Heading {
                self.heading = markup::plain(&pieces);
            }
            self.units.push(Unit { pieces, marks, setting, ..self.unit(kind, span) });
        }
        let inside = self.units.len();
        self.inside(outline, &marked, run.start, setting);
        // Without words around it, what stands inside is the text itself.
        if inside > before {
            self.units[inside..].iter_mut().for_each(|unit| unit.nested = true);
        }
    }

    /// The texts inside a unit's placeholders.
    fn inside(&mut self, outline: &Outline, marked: &markup::Marked, start: usize, setting: Setting) {
        for alt in &marked.alts {
            let setting = Setting { line: false, ..setting };
            self.text(outline, start + alt.start..start + alt.end, Kind::Alt, setting);
        }
        for call in &marked.calls {
            self.call(&outline.calls[*call]);
        }
    }

    fn call(&mut self, call: &RawCall) {
        let Some(component) = self.components.get(&call.name.value) else { return };
        let foreign = call.language(component).is_some_and(|tag| primary(tag) != self.primary);
        let outer = self.keep;
        for (name, value) in &call.args {
            let Some(parameter) = component.parameters.get(&name.value).filter(|parameter| parameter.translate) else {
                continue;
            };
            let Value::Text(text) = &value.value else { continue };
            if !text.trim().is_empty() {
                self.keep = outer || (foreign && parameter.prose);
                let pieces = vec![Piece::Text(text.clone())];
                self.units.push(Unit { pieces, ..self.unit(Kind::Argument, value.span.clone()) });
            }
        }
        if let Some(body) = &call.body {
            self.keep = outer || foreign;
            self.body(body.clone());
        }
        self.keep = outer;
    }

    fn unit(&self, kind: Kind, span: Range<usize>) -> Unit {
        Unit {
            id: String::new(),
            kind,
            span,
            pieces: Vec::new(),
            marks: Vec::new(),
            setting: Setting::default(),
            heading: if kind == Kind::Heading { String::new() } else { self.heading.clone() },
            keep: self.keep,
            nested: false,
        }
    }
}

/// Whether an event belongs to running text.
fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::End(tag) => {
            matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
        }
        Event::Html(_) | Event::Rule | Event::TaskListMarker(_) => false,
        _ => true,
    }
}

fn is_verbatim(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) | Event::Html(_))
}
