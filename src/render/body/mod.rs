//! A body's HTML with its slots filled: addresses, sizes of pictures, shortcodes.

pub(super) mod picture;

use picture::{Showing, picture};
use tera::{Context, Value};

use super::context::RenderContext;
use super::view::place::{Place, href};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::html::escape;
use crate::model::{Arg, Body, Call, Location, Page, Slot, Target};

/// What is needed to fill slots of one page.
struct Filler<'a> {
    context: RenderContext<'a>,
    page: &'a Page,
    place: Place<'a>,
    /// What shortcodes may ask for with `@name`.
    implicits: &'a Context,
    /// Whether a picture stands before: the first is loaded at once, the others when the reader comes near.
    shown: bool,
    diagnostics: Vec<Diagnostic>,
}

/// The whole body of a page, as it is read at a place.
pub(super) fn fill(
    context: RenderContext<'_>,
    page: &Page,
    place: Place<'_>,
    implicits: &Context,
) -> Result<String, Vec<Diagnostic>> {
    // The page's main picture stands above its text.
    let shown = page.image.is_some();
    let mut filler = Filler { context, page, place, implicits, shown, diagnostics: Vec::new() };
    let html = filler.fill(&page.document.body);
    if filler.diagnostics.is_empty() { Ok(html) } else { Err(filler.diagnostics) }
}

impl Filler<'_> {
    fn fill(&mut self, body: &Body) -> String {
        // An address is a way and some forty bytes, or the page's own.
        let room = 40 + self.place.root.len().max(self.place.here.len());
        let mut html = String::with_capacity(body.html.len() + body.slots.len() * room);
        self.fill_into(body, &mut html);
        html
    }

    fn fill_into(&mut self, body: &Body, html: &mut String) {
        let mut done = 0;
        for (at, slot) in &body.slots {
            html.push_str(&body.html[done..*at]);
            done = *at;
            match slot {
                // Nothing in such an address would have to be escaped but for the root's.
                Slot::Link(link) => match self.page.targets.get(*link) {
                    Some(Target::Page(path, None)) => {
                        escape(self.place.root, html);
                        path.write_below("", html);
                    }
                    _ => escape(&self.address(*link), html),
                },
                Slot::Here => escape(self.place.here, html),
                Slot::Picture(link, alt) => self.picture(*link, alt, html),
                Slot::Call(call) => html.push_str(&self.call(call)),
            }
        }
        html.push_str(&body.html[done..]);
    }

    fn address(&self, link: usize) -> String {
        self.page.targets.get(link).map(|target| href(self.context.input, self.place, target)).unwrap_or_default()
    }

    fn picture(&mut self, link: usize, alt: &str, html: &mut String) {
        let Some(Target::Picture(name)) = self.page.targets.get(link) else { return };
        let Some(found) = self.context.input.pictures.get(name) else { return };
        let showing = Showing { alt, sizes: "100vw", lazy: std::mem::replace(&mut self.shown, true) };
        html.push_str(&picture(found, self.place, &showing));
    }

    /// Tells a component that shows a picture, and wants to know, whether it may wait.
    fn add_lazy(&mut self, call: &Call, args: &mut Context) {
        let shows = |arg: &Arg| matches!(arg, Arg::Link(link) if matches!(self.page.targets.get(*link), Some(Target::Picture(_))));
        if !call.args.values().any(shows) {
            return;
        }
        let lazy = std::mem::replace(&mut self.shown, true);
        let takes = self.context.tera.get_component_definition(&call.name);
        if takes.is_some_and(|component| component.args().iter().any(|arg| arg.name() == "lazy")) {
            args.insert_value("lazy", Value::from(lazy));
        }
    }

    fn call(&mut self, call: &Call) -> String {
        let mut args = Context::new();
        for (name, arg) in &call.args {
            let value = match arg {
                Arg::Text(text) => Value::from(text.as_str()),
                Arg::Html(html) => Value::safe_string(html),
                Arg::Int(number) => Value::from(*number),
                Arg::Bool(on) => Value::from(*on),
                Arg::Link(link) => Value::from(self.address(*link)),
            };
            args.insert_value(name.clone(), value);
        }
        self.add_lazy(call, &mut args);
        let body = call.body.as_ref().map(|body| self.fill(body));
        let made =
            self.context.tera.render_component_with_implicits(&call.name, &args, self.implicits, body.as_deref(), true);
        made.map(|html| html.trim().to_string()).unwrap_or_else(|error| {
            let mut found = self.context.theme.diagnostic(&error, "shortcodes.html", &self.page.document.source.path);
            if found.at.is_none() {
                found.at = Some(Location { source: self.page.document.source.clone(), span: call.span.clone() });
            }
            debug_assert_eq!(found.code, Code::Template);
            self.diagnostics.push(found);
            String::new()
        })
    }
}
