//! A body's HTML with its slots filled: addresses, sizes of pictures, shortcodes.

use tera::{Context, Tera, Value};

use super::picture::Showing;
use super::{Stage, Theme};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::document::{Arg, Body, Call, Slot};
use crate::model::html::escape;
use crate::model::site::{Page, Target};
use crate::model::source::Location;
use crate::model::url::SitePath;

/// What is needed to fill slots of one page.
pub struct Filler<'a> {
    pub stage: &'a Stage,
    pub theme: &'a Theme,
    pub tera: &'a Tera,
    pub page: &'a Page,
    pub place: Place<'a>,
    /// What shortcodes may ask for with `@name`.
    pub implicits: &'a Context,
    /// Whether a picture stands before: the first is loaded at once, the others when the reader comes near.
    pub shown: bool,
    pub diagnostics: Vec<Diagnostic>,
}

/// Where a text is read: on its page, or elsewhere.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The way to the site's root: relative on a page, `base_url` where there is no page to start from.
    pub root: &'a str,
    /// What stands before a fragment of the page itself: nothing on the page, its address elsewhere.
    pub here: &'a str,
}

impl Place<'_> {
    /// The address of a page or file of the site.
    pub fn link(self, path: &SitePath) -> String {
        path.below(self.root)
    }
}

/// The address of a target, seen from `place`.
pub fn href(stage: &Stage, place: Place<'_>, target: &Target) -> String {
    match target {
        Target::Raw(dest) if dest.starts_with('#') => format!("{}{dest}", place.here),
        Target::Raw(dest) => dest.clone(),
        Target::Page(path, None) => place.link(path),
        Target::Page(path, Some(fragment)) => {
            let mut url = place.link(path);
            url.push('#');
            url.push_str(fragment);
            url
        }
        Target::Media(name, fragment) => {
            let url = stage.site.media.get(name).map(|file| place.link(&file.path)).unwrap_or_default();
            fragment.as_ref().map_or(url.clone(), |fragment| format!("{url}#{fragment}"))
        }
        Target::Picture(name) => {
            stage.pictures.get(name).map(|picture| place.link(picture.plain().path())).unwrap_or_default()
        }
    }
}

impl<'a> Filler<'a> {
    /// A filler for a page that is read at a place.
    pub fn new(
        stage: &'a Stage,
        theme: &'a Theme,
        tera: &'a Tera,
        (page, place): (&'a Page, Place<'a>),
        implicits: &'a Context,
    ) -> Self {
        // The page's main picture stands above its text.
        let shown = page.image.is_some();
        Self { stage, theme, tera, page, place, implicits, shown, diagnostics: Vec::new() }
    }

    /// The whole body.
    pub fn fill(&mut self, body: &Body) -> String {
        // An address is a way and some forty bytes, or the page's own.
        let room = 40 + self.place.root.len().max(self.place.here.len());
        let mut html = String::with_capacity(body.html.len() + body.slots.len() * room);
        self.fill_into(body, &mut html);
        html
    }

    /// The whole body of a page, as a template sees it.
    pub fn value(&mut self, body: &Body) -> Value {
        Value::safe_string(&self.fill(body))
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
        self.page.targets.get(link).map(|target| href(self.stage, self.place, target)).unwrap_or_default()
    }

    fn picture(&mut self, link: usize, alt: &str, html: &mut String) {
        let Some(Target::Picture(name)) = self.page.targets.get(link) else { return };
        let Some(picture) = self.stage.pictures.get(name) else { return };
        let showing = Showing { alt, sizes: "100vw", lazy: std::mem::replace(&mut self.shown, true) };
        html.push_str(&super::picture::picture(picture, self.place, &showing));
    }

    /// Tells a component that shows a picture, and wants to know, whether it may wait.
    fn add_lazy(&mut self, call: &Call, args: &mut Context) {
        let shows = |arg: &Arg| matches!(arg, Arg::Link(link) if matches!(self.page.targets.get(*link), Some(Target::Picture(_))));
        if !call.args.values().any(shows) {
            return;
        }
        let lazy = std::mem::replace(&mut self.shown, true);
        let takes = self.tera.get_component_definition(&call.name);
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
        let made = self.tera.render_component_with_implicits(&call.name, &args, self.implicits, body.as_deref(), true);
        made.map(|html| html.trim().to_string()).unwrap_or_else(|error| {
            let mut found = self.theme.diagnostic(&error, "shortcodes.html", &self.page.document.source.path);
            if found.at.is_none() {
                found.at = Some(Location { source: self.page.document.source.clone(), span: call.span.clone() });
            }
            debug_assert_eq!(found.code, Code::Template);
            self.diagnostics.push(found);
            String::new()
        })
    }
}
