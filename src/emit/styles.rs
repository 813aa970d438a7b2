//! Style sheets: joined along their `@import`s, checked, minified, and led to the published names of what they load.
//!
//! In: the themes' sheets and the addresses of all other assets. Out: the sheets that readers load; one that another
//! imports is a part of that one and not published by itself. Invariant: no sheet loads anything from another host.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::rules::import::ImportRule;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use lightningcss::traits::ToCss;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::url::encode;
use crate::model::{Location, SitePath, SourceText};

/// Sheets by their path below `assets/`.
pub(crate) type Sheets = BTreeMap<String, Arc<SourceText>>;

/// The first browsers with cascade layers; what is newer than they are gets a fallback where there is one, such as sRGB
/// for OKLCH colours.
const BROWSERS: Browsers = Browsers {
    android: None,
    chrome: Some(99 << 16),
    edge: Some(99 << 16),
    firefox: Some(97 << 16),
    ie: None,
    ios_saf: Some(15 << 16 | 4 << 8),
    opera: None,
    safari: Some(15 << 16 | 4 << 8),
    samsung: None,
};

/// A sheet by itself: what it imports, and the rest, minified, with placeholders for addresses.
struct Part {
    /// `@layer a, b;` before the imports.
    layers: String,
    imports: Vec<Import>,
    rules: String,
}

/// `@import "css/base.css" layer(base);`: the sheet, and what its rules are wrapped in.
struct Import {
    name: String,
    wrappers: Vec<String>,
    at: Location,
}

/// What sheets are looked up in, and what is found on the way.
struct Join<'a> {
    sheets: &'a Sheets,
    published: &'a BTreeMap<String, SitePath>,
    /// Placeholder → the address that stands there in the end: an asset's name, or something to keep as it is.
    addresses: BTreeMap<String, Address>,
    diagnostics: Vec<Diagnostic>,
}

enum Address {
    Asset(SitePath),
    Kept(String),
}

/// The sheets to publish, by name, minified.
pub(crate) fn styles(sheets: &Sheets, published: &BTreeMap<String, SitePath>) -> Checked<Vec<(String, String)>> {
    let mut join = Join { sheets, published, addresses: BTreeMap::new(), diagnostics: Vec::new() };
    let parts: BTreeMap<&str, Part> =
        sheets.iter().filter_map(|(name, source)| Some((name.as_str(), join.part(name, source)?))).collect();
    let imported: BTreeSet<&str> =
        parts.values().flat_map(|part| part.imports.iter().map(|import| import.name.as_str())).collect();
    let mut joined = Vec::new();
    for name in parts.keys() {
        let mut out = String::new();
        join.write(&parts, name, &mut vec![name], &mut out);
        if !imported.contains(name) {
            joined.push((name.to_string(), join.addressed(name, &out)));
        }
    }
    join.diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    join.diagnostics.dedup();
    Checked { value: joined, diagnostics: join.diagnostics }
}

impl Join<'_> {
    fn part(&mut self, name: &str, source: &Arc<SourceText>) -> Option<Part> {
        match self.read(name, source) {
            Ok(part) => Some(part),
            Err((reason, at)) => {
                self.diagnostics.push(Diagnostic::at(Code::Style, at).with("reason", reason));
                None
            }
        }
    }

    fn read(&mut self, name: &str, source: &Arc<SourceText>) -> Result<Part, (String, Location)> {
        let options = ParserOptions { filename: name.into(), ..ParserOptions::default() };
        let mut sheet = StyleSheet::parse(source.text(), options).map_err(|error| {
            let at = error.loc.as_ref().map_or(place(source, 0, 1), |loc| place(source, loc.line, loc.column));
            (error.kind.to_string(), at)
        })?;
        let unplaced = |reason: String| (reason, place(source, 0, 1));
        let mut imports = Vec::new();
        let (mut rest, mut head) = (Vec::new(), Vec::new());
        for rule in std::mem::take(&mut sheet.rules.0) {
            let CssRule::Import(import) = rule else {
                rest.push(rule);
                continue;
            };
            let at = place(source, import.loc.line, import.loc.column);
            head.append(&mut rest);
            let Some(target) = self.import_target(name, &import.url, &at) else { continue };
            imports.push(Import { name: target, wrappers: wrappers(&import).map_err(unplaced)?, at });
        }
        sheet.rules = CssRuleList(head);
        let layers = self.print(&mut sheet, name, source).map_err(unplaced)?;
        sheet.rules = CssRuleList(rest);
        let rules = self.print(&mut sheet, name, source).map_err(unplaced)?;
        Ok(Part { layers, imports, rules })
    }

    /// The rules, minified for the browsers that are cared for; the addresses in them are noted.
    fn print(&mut self, sheet: &mut StyleSheet<'_>, name: &str, source: &Arc<SourceText>) -> Result<String, String> {
        let targets = Targets::from(BROWSERS);
        let minified = sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() });
        minified.map_err(|error| error.to_string())?;
        let options = PrinterOptions {
            minify: true,
            targets,
            analyze_dependencies: Some(DependencyOptions::default()),
            ..PrinterOptions::default()
        };
        let printed = sheet.to_css(options).map_err(|error| error.to_string())?;
        for dependency in printed.dependencies.into_iter().flatten() {
            if let Dependency::Url(url) = dependency {
                let at = place(source, url.loc.start.line.saturating_sub(1), url.loc.start.column);
                self.address(name, url.placeholder, url.url, at);
            }
        }
        Ok(printed.code)
    }

    fn import_target(&mut self, name: &str, url: &str, at: &Location) -> Option<String> {
        if is_foreign(url) {
            self.diagnostics.push(Diagnostic::at(Code::ForeignRequest, at.clone()).with("url", url));
            return None;
        }
        let target = beside(name, url);
        if !self.sheets.contains_key(&target) {
            let unknown = Diagnostic::at(Code::UnknownAsset, at.clone()).with("asset", &target);
            self.diagnostics.push(unknown.nearest(&target, self.sheets.keys().map(String::as_str)));
            return None;
        }
        Some(target)
    }

    fn address(&mut self, name: &str, placeholder: String, url: String, at: Location) {
        let target = beside(name, &url);
        let address = match self.published.get(&target) {
            Some(path) => Address::Asset(path.clone()),
            None if is_foreign(&url) => {
                self.diagnostics.push(Diagnostic::at(Code::ForeignRequest, at).with("url", &url));
                Address::Kept(url)
            }
            None if url.starts_with("data:") || url.starts_with('#') => Address::Kept(url),
            None => {
                let unknown = Diagnostic::at(Code::UnknownAsset, at).with("asset", &target);
                self.diagnostics.push(unknown.nearest(&target, self.published.keys().map(String::as_str)));
                Address::Kept(url)
            }
        };
        self.addresses.insert(placeholder, address);
    }

    /// Appends the sheet `name` with all it imports; `above` are the sheets that are being written, it included.
    fn write<'p>(&mut self, parts: &'p BTreeMap<&str, Part>, name: &str, above: &mut Vec<&'p str>, out: &mut String) {
        let Some(part) = parts.get(name) else { return };
        out.push_str(&part.layers);
        for import in &part.imports {
            if above.contains(&import.name.as_str()) {
                let cycle = Diagnostic::at(Code::ImportCycle, import.at.clone()).with("sheet", &import.name);
                self.diagnostics.push(cycle);
                continue;
            }
            import.wrappers.iter().for_each(|wrapper| out.push_str(&format!("{wrapper}{{")));
            above.push(&import.name);
            self.write(parts, &import.name, above, out);
            above.pop();
            import.wrappers.iter().for_each(|_| out.push('}'));
        }
        out.push_str(&part.rules);
    }

    /// The text with the addresses in it, relative to the sheet `name`.
    fn addressed(&self, name: &str, text: &str) -> String {
        let up = "../".repeat(name.matches('/').count());
        let mut text = text.to_string();
        for (placeholder, address) in &self.addresses {
            let url = match address {
                Address::Kept(url) => url.replace('\\', "\\\\").replace('"', "\\\""),
                Address::Asset(path) => {
                    let below = path.as_str().strip_prefix("assets/").unwrap_or(path.as_str());
                    format!("{up}{}", encode(below))
                }
            };
            text = text.replace(placeholder.as_str(), &url);
        }
        text
    }
}

fn printed(value: &impl ToCss) -> Result<String, lightningcss::error::PrinterError> {
    value.to_css_string(PrinterOptions { minify: true, ..PrinterOptions::default() })
}

fn is_foreign(url: &str) -> bool {
    url.starts_with("//") || url.split_once(':').is_some_and(|(scheme, _)| scheme.starts_with("http"))
}

/// The asset that `url` means in the sheet `name`: `css/base.css` and `../mark.svg` give `mark.svg`.
fn beside(name: &str, url: &str) -> String {
    let mut path: Vec<&str> = name.split('/').collect();
    path.pop();
    for segment in url.split(['?', '#']).next().unwrap_or_default().split('/') {
        match segment {
            "" | "." => {}
            ".." => _ = path.pop(),
            segment => path.push(segment),
        }
    }
    path.join("/")
}

/// Lines count from 0, columns from 1.
fn place(source: &Arc<SourceText>, line: u32, column: u32) -> Location {
    let start = source.offset(line as usize + 1, column as usize);
    Location { source: source.clone(), span: start..start }
}

/// What an import stands in: its media, conditions and layer.
fn wrappers(import: &ImportRule<'_>) -> Result<Vec<String>, String> {
    let mut wrappers = Vec::new();
    if !import.media.media_queries.is_empty() {
        wrappers.push(format!("@media {}", printed(&import.media).map_err(|error| error.to_string())?));
    }
    if let Some(supports) = &import.supports {
        wrappers.push(format!("@supports {}", printed(supports).map_err(|error| error.to_string())?));
    }
    if let Some(layer) = &import.layer {
        let layer = layer.as_ref().map(printed).transpose().map_err(|error| error.to_string())?;
        wrappers.push(format!("@layer {}", layer.unwrap_or_default()));
    }
    Ok(wrappers)
}
