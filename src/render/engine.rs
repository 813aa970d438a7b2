//! A theme's templates compiled: by Tera, with the functions that they call.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ComponentArgType, Tera, Value};

use super::functions;
use super::templates::Theme;
use crate::diagnostic::{Checked, Diagnostic};
use crate::model::{Component, Components, Parameter, ParameterKind, SourceText};

/// An engine, or the first template that does not compile.
pub(crate) type Compiled = Result<Tera, Box<Diagnostic>>;

/// The engine with all templates compiled, before it knows a site.
pub(crate) fn compile(theme: &Theme) -> Compiled {
    compile_some(theme, |_| true)
}

fn compile_some(theme: &Theme, wanted: impl Fn(&str) -> bool) -> Compiled {
    let mut tera = Tera::new();
    functions::register_names(&mut tera);
    tera.autoescape_on(vec![".html", ".htm", ".xml", ".svg"]);
    let sources = theme.templates.iter().filter(|(name, source)| wanted(name) && !is_shadowed(theme, name, source));
    let templates: Vec<_> = sources.map(|(name, source)| (name.as_str(), source.text())).collect();
    match tera.add_raw_templates(templates) {
        Ok(()) => Ok(tera),
        Err(error) => Err(Box::new(theme.diagnostic(&error, "", ""))),
    }
}

/// Of a template with two names, only the plain one defines its components, which may be defined once; and the one with
/// the theme's name is compiled only where it is another template, or something names it.
fn is_shadowed(theme: &Theme, name: &str, source: &Arc<SourceText>) -> bool {
    let Some((_, plain)) = name.split_once('/').and_then(|(_, plain)| theme.templates.get_key_value(plain)) else {
        return false;
    };
    let is_named = || theme.templates.values().any(|source| source.text().contains(name));
    source.text().contains("{% component ") || (Arc::ptr_eq(plain, source) && !is_named())
}

/// The shortcodes that a theme offers: the components marked so in `shortcodes.html`.
pub(crate) fn components(theme: &Theme) -> Checked<Components> {
    let tera = match compile_some(theme, |name| name == "shortcodes.html") {
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
            Some(ComponentArgType::Integer | ComponentArgType::Number | ComponentArgType::Float) => {
                ParameterKind::Number
            }
            Some(ComponentArgType::Bool) => ParameterKind::Boolean,
            _ => ParameterKind::Text,
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
