//! The theme's templates: the nearest theme wins; a template of theme NAME is also reachable as `NAME/page.html`.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ComponentArgType, Tera, Value};

use super::tera_error::TeraErrors;
use super::{Asked, functions};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::card::Fonts;
use crate::model::shortcode::{Component, Components, Kind, Parameter};
use crate::model::source::{Location, SourceText};

/// A theme's name, its templates and its fonts for cards.
pub type Layer<'t> = (&'t str, &'t BTreeMap<String, Arc<SourceText>>, &'t Fonts);

/// An engine, or the first template that does not compile.
pub type Compiled = Result<Tera, Box<Diagnostic>>;

/// A theme's templates by name, those it inherits included.
#[derive(Debug)]
pub struct Theme {
    /// Templates by name.
    pub templates: BTreeMap<String, Arc<SourceText>>,
    /// Fonts of social cards by file name.
    pub fonts: Arc<Fonts>,
    /// The fields of pages that the templates use.
    pub asked: Arc<Asked>,
    /// What template functions fail with.
    pub(super) errors: Arc<TeraErrors>,
}

impl Theme {
    /// Layers the templates of `themes`, nearest first: (theme's name, its templates, its fonts for cards).
    pub fn new<'t>(themes: impl DoubleEndedIterator<Item = Layer<'t>>) -> Self {
        let (mut templates, mut fonts) = (BTreeMap::new(), Fonts::new());
        for (name, own, own_fonts) in themes.rev() {
            fonts.extend(own_fonts.iter().map(|(name, bytes)| (name.clone(), bytes.clone())));
            for (template, source) in own {
                templates.insert(template.clone(), source.clone());
                templates.insert(format!("{name}/{template}"), source.clone());
            }
        }
        let asked = Asked::by(templates.values().map(|source| source.text.as_str()));
        Self { templates, fonts: Arc::new(fonts), asked: Arc::new(asked), errors: Arc::default() }
    }

    /// Whether the theme has a template.
    pub fn has(&self, template: &str) -> bool {
        self.templates.contains_key(template)
    }

    /// The engine with all templates compiled, before it knows a site.
    pub fn compile(&self) -> Compiled {
        let mut tera = Tera::new();
        functions::register_names(&mut tera);
        self.fill(tera, |_| true)
    }

    fn fill(&self, mut tera: Tera, wanted: impl Fn(&str) -> bool) -> Compiled {
        tera.autoescape_on(vec![".html", ".htm", ".xml", ".svg"]);
        let sources = self.templates.iter().filter(|(name, source)| wanted(name) && !self.shadowed(name, source));
        let templates: Vec<_> = sources.map(|(name, source)| (name.as_str(), source.text.as_str())).collect();
        match tera.add_raw_templates(templates) {
            Ok(()) => Ok(tera),
            Err(error) => Err(Box::new(self.diagnostic(&error, "", ""))),
        }
    }

    /// Of a template with two names, only the plain one defines its components, which may be defined once; and the one with
    /// the theme's name is compiled only where it is another template, or something names it.
    fn shadowed(&self, name: &str, source: &Arc<SourceText>) -> bool {
        let Some((_, plain)) = name.split_once('/').and_then(|(_, plain)| self.templates.get_key_value(plain)) else {
            return false;
        };
        let is_named = || self.templates.values().any(|source| source.text.contains(name));
        source.text.contains("{% component ") || (Arc::ptr_eq(plain, source) && !is_named())
    }

    /// The name that the engine knows a template by in any case.
    pub fn plain<'n>(&self, name: &'n str) -> &'n str {
        let Some((_, plain)) = name.split_once('/') else { return name };
        match (self.templates.get(plain), self.templates.get(name)) {
            (Some(one), Some(other)) if Arc::ptr_eq(one, other) => plain,
            _ => name,
        }
    }

    /// The beginning of a template.
    pub fn place(&self, template: &str) -> Option<Location> {
        Some(Location { source: self.templates.get(template)?.clone(), span: 0..0 })
    }

    /// What a template makes of a page is no such file as it should be.
    pub fn broken(&self, template: &str, reason: &str, page: &str) -> Diagnostic {
        let found = Diagnostic::new(Code::Template).with("reason", reason).with("page", page);
        Diagnostic { at: self.place(template), ..found }
    }

    /// Tera's error as a message at the template's line; `page` is what was being rendered.
    pub fn diagnostic(&self, error: &tera::Error, template: &str, page: &str) -> Diagnostic {
        use tera::ErrorKind::{RenderingError, SyntaxError};
        let (reason, at) = match error.kind() {
            SyntaxError(report) | RenderingError(report) => {
                let source = self.templates.get(report.filename());
                let at = source.map(|source| {
                    let span = report.span();
                    let start = source.offset(span.start_line, span.start_col + 1);
                    let end = source.offset(span.end_line, span.end_col + 1).max(start);
                    Location { source: source.clone(), span: start..end }
                });
                (report.message().to_string(), at)
            }
            kind => (kind.to_string(), None),
        };
        let own = self.errors.take(&reason);
        let at = at.or_else(|| {
            let source = self.templates.get(template)?.clone();
            Some(Location { source, span: 0..0 })
        });
        let page = if page.is_empty() { "none" } else { page };
        let mut found =
            own.unwrap_or_else(|| Diagnostic::new(Code::Template).with("reason", reason).with("page", page));
        found.at = at;
        found
    }
}

/// The shortcodes that a theme offers: the components marked so in `shortcodes.html`.
pub fn components(theme: &Theme) -> Checked<Components> {
    let mut tera = Tera::new();
    functions::register_names(&mut tera);
    let tera = match theme.fill(tera, |name| name == "shortcodes.html") {
        Ok(tera) => tera,
        Err(error) => return Checked { value: Components::new(), diagnostics: vec![*error] },
    };
    let names: Vec<String> = tera.get_component_names().map(str::to_string).collect();
    let defined = names.iter().filter_map(|name| {
        let info = tera.get_component_definition(name)?;
        flag(info.metadata(), "shortcode").then(|| (name.clone(), component(&info)))
    });
    Checked::clean(defined.collect())
}

fn component(info: &tera::ComponentInfo) -> Component {
    let names = |key: &str| -> Vec<String> {
        let list = info.metadata().get(key).and_then(Value::as_array).unwrap_or_default();
        list.iter().filter_map(|name| name.as_str().map(str::to_string)).collect()
    };
    let (files, prose, translate) = (names("files"), names("text"), names("translate"));
    let language = info.metadata().get("language").and_then(Value::as_str);
    let parameters = info.args().iter().filter(|arg| !arg.is_implicit() && arg.name() != "body");
    let parameters = parameters.map(|arg| {
        let kind = match arg.arg_type() {
            Some(ComponentArgType::Integer | ComponentArgType::Number | ComponentArgType::Float) => Kind::Number,
            Some(ComponentArgType::Bool) => Kind::Boolean,
            _ => Kind::Text,
        };
        let name = arg.name().to_string();
        let parameter = Parameter {
            required: arg.is_required(),
            kind,
            file: files.contains(&name),
            prose: prose.contains(&name),
            translate: prose.contains(&name) || translate.contains(&name) || name == "alt",
            language: language == Some(arg.name()),
        };
        (name, parameter)
    });
    Component {
        parameters: parameters.collect(),
        body: flag(info.metadata(), "body"),
        inline: flag(info.metadata(), "inline"),
    }
}

fn flag(metadata: &BTreeMap<String, Value>, key: &str) -> bool {
    metadata.get(key).and_then(Value::as_bool).unwrap_or(false)
}
