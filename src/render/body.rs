//! A body's HTML with its slots filled: addresses, sizes of pictures, shortcodes.

use tera::{Context, Tera, Value};

use super::{Stage, Theme};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::document::{Arg, Body, Call, Slot};
use crate::model::html::escape;
use crate::model::site::{Page, Target};
use crate::model::source::Location;
use crate::model::url::{SitePath, encode};

/// What is needed to fill slots of one page.
pub struct Filler<'a> {
    pub stage: &'a Stage,
    pub theme: &'a Theme,
    pub tera: &'a Tera,
    pub page: &'a Page,
    pub place: Place<'a>,
    /// What shortcodes may ask for with `@name`.
    pub implicits: &'a Context,
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
        format!("{}{}", self.root, encode(path.as_str()))
    }
}

/// The address of a target, seen from `place`.
pub fn href(stage: &Stage, place: Place<'_>, target: &Target) -> String {
    match target {
        Target::Raw(dest) if dest.starts_with('#') => format!("{}{dest}", place.here),
        Target::Raw(dest) => dest.clone(),
        Target::Page(path, None) => place.link(path),
        Target::Page(path, Some(fragment)) => format!("{}#{fragment}", place.link(path)),
        Target::Media(name, fragment) => {
            let url = stage.site.media.get(name).map(|file| place.link(&file.path)).unwrap_or_default();
            fragment.as_ref().map_or(url.clone(), |fragment| format!("{url}#{fragment}"))
        }
    }
}

impl Filler<'_> {
    /// The whole body.
    pub fn fill(&mut self, body: &Body) -> String {
        let mut html = String::with_capacity(body.html.len() + body.slots.len() * 40);
        let mut done = 0;
        for (at, slot) in &body.slots {
            html.push_str(&body.html[done..*at]);
            done = *at;
            match slot {
                Slot::Link(link) => escape(&self.address(*link), &mut html),
                Slot::Here => escape(self.place.here, &mut html),
                Slot::Size(link) => self.size(*link, &mut html),
                Slot::Call(call) => html.push_str(&self.call(call)),
            }
        }
        html.push_str(&body.html[done..]);
        html
    }

    fn address(&self, link: usize) -> String {
        self.page.targets.get(link).map(|target| href(self.stage, self.place, target)).unwrap_or_default()
    }

    fn size(&self, link: usize, html: &mut String) {
        let Some(Target::Media(name, _)) = self.page.targets.get(link) else { return };
        if let Some((width, height)) = self.stage.site.media.get(name).and_then(|file| file.size) {
            html.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
    }

    /// Gives a component that takes `width` and `height` those of the picture it is called with.
    fn add_size(&self, call: &Call, args: &mut Context) {
        let picture = call.args.values().find_map(|arg| match arg {
            Arg::Link(link) => self.page.targets.get(*link),
            _ => None,
        });
        let Some(Target::Media(name, _)) = picture else { return };
        let Some((width, height)) = self.stage.site.media.get(name).and_then(|file| file.size) else { return };
        let Some(component) = self.tera.get_component_definition(&call.name) else { return };
        let takes = |name: &str| component.args().iter().any(|arg| arg.name() == name);
        let own = |name: &str| call.args.contains_key(name);
        if takes("width") && takes("height") && !own("width") && !own("height") {
            args.insert_value("width", Value::from(width));
            args.insert_value("height", Value::from(height));
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
        self.add_size(call, &mut args);
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
