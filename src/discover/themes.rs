//! `site.yaml`'s theme → its files and those of the themes that it extends, from the site's folder or the binary.

use std::path::Path;
use std::sync::Arc;

use super::{LocaleSource, SourceCache, ThemeSource, read_text};
use crate::diagnostic::{Code, Diagnostic};
use crate::embedded;
use crate::model::config::Config;
use crate::model::source::{At, FileOrigin, Location, MediaFile, SourceText};
use crate::yaml::Reader;

pub(super) struct Themes<'a> {
    pub root: &'a Path,
    pub config: &'a Config,
    pub sources: &'a SourceCache,
}

impl Themes<'_> {
    /// Follows `extends` from the site's theme upwards.
    pub(super) fn all(
        &self,
        site: &Arc<SourceText>,
        locales: &mut Vec<LocaleSource>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<ThemeSource> {
        let Self { root, config, sources } = *self;
        let mut themes: Vec<ThemeSource> = Vec::new();
        let mut next = Some((config.theme.clone(), site.clone()));
        while let Some((name, named_in)) = next.take() {
            let at = || Location { source: named_in.clone(), span: name.span.clone() };
            if themes.iter().any(|theme| theme.name == name.value) {
                diagnostics.push(Diagnostic::at(Code::ThemeCycle, at()).with("theme", &name.value));
                break;
            }
            let Some(found) = theme_files((root, sources), &name.value, diagnostics) else {
                let unknown = Diagnostic::at(Code::UnknownTheme, at()).with("theme", &name.value);
                diagnostics.push(unknown.nearest(&name.value, ["leipzig"]));
                break;
            };
            let layer = themes.len() + 1;
            for (tag, source) in found.locales {
                locales.extend(config.languages.get(&tag).map(|lang| LocaleSource { lang, layer, source }));
            }
            next = found.yaml.and_then(|yaml| Some((extends(&yaml, diagnostics)?, yaml)));
            themes.push(found.theme);
        }
        themes
    }
}

fn extends(yaml: &Arc<SourceText>, diagnostics: &mut Vec<Diagnostic>) -> Option<At<String>> {
    let mut reader = Reader::new(yaml.clone(), 0);
    let mut fields = reader.parse(yaml.text());
    let extends = fields.as_mut().and_then(|fields| fields.take("extends")).and_then(|item| reader.text(item));
    if let Some(mut fields) = fields {
        for key in ["name", "description", "license"] {
            fields.take(key);
        }
        reader.finish(fields);
    }
    diagnostics.append(&mut reader.diagnostics);
    extends
}

fn theme_files(
    (root, sources): (&Path, &SourceCache),
    name: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ThemeFiles> {
    let folder = root.join("themes").join(name);
    let plain = !name.contains(['/', '\\']) && !name.starts_with('.');
    let theme = ThemeSource { name: name.into(), ..ThemeSource::default() };
    let mut found = ThemeFiles { yaml: None, theme, locales: Vec::new() };
    // Looked for even where the theme is the binary's, since one of that name may come.
    let own = if plain { sources.files(&folder, diagnostics) } else { Vec::new() };
    if plain && folder.is_dir() {
        for file in own {
            sources.beside(&file.path, file.stamp);
            let shown = format!("themes/{name}/{}", file.name);
            if ThemeFiles::is_text(&file.name) {
                let source = read_text(&file, shown, sources, diagnostics);
                let path = file.name;
                source.into_iter().for_each(|source| found.text(&path, source));
            } else if file.name.starts_with("assets/") {
                let (origin, size) = (FileOrigin::Disk(file.path), file.stamp.size);
                found.asset(&file.name, MediaFile { origin, size });
            } else if ThemeFiles::is_font(&file.name) {
                match std::fs::read(&file.path) {
                    Ok(bytes) => found.font(&file.name, bytes.into()),
                    Err(error) => {
                        diagnostics.push(Diagnostic::new(Code::Unreadable).with("file", shown).with("reason", error))
                    }
                }
            }
        }
        return Some(found);
    }
    let files = embedded::theme(name)?;
    for (path, bytes) in files {
        if ThemeFiles::is_text(path) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            found.text(path, Arc::new(SourceText::new(format!("themes/{name}/{path}"), text)));
        } else if path.starts_with("assets/") {
            found.asset(path, MediaFile { origin: FileOrigin::Embedded(bytes), size: bytes.len() as u64 });
        } else if ThemeFiles::is_font(path) {
            found.font(path, (*bytes).into());
        }
    }
    Some(found)
}

/// The files of one theme, from the site's `themes/NAME` or from the binary.
struct ThemeFiles {
    yaml: Option<Arc<SourceText>>,
    theme: ThemeSource,
    locales: Vec<(String, Arc<SourceText>)>,
}

impl ThemeFiles {
    fn is_text(path: &str) -> bool {
        path == "theme.yaml"
            || path.starts_with("templates/")
            || (path.starts_with("archetypes/") && path.ends_with(".md"))
            || (path.starts_with("locales/") && path.ends_with(".ftl"))
            || (path.starts_with("assets/") && path.ends_with(".css"))
    }

    /// Fonts of social cards, which are drawn with and never published.
    fn is_font(path: &str) -> bool {
        path.starts_with("cards/") && (path.ends_with(".ttf") || path.ends_with(".otf"))
    }

    fn font(&mut self, path: &str, bytes: Arc<[u8]>) {
        self.theme.fonts.insert(path.strip_prefix("cards/").unwrap_or(path).into(), bytes);
    }

    fn asset(&mut self, path: &str, file: MediaFile) {
        let name = path.strip_prefix("assets/").unwrap_or(path);
        self.theme.assets.insert(name.into(), file);
    }

    fn text(&mut self, path: &str, source: Arc<SourceText>) {
        if let Some(template) = path.strip_prefix("templates/") {
            self.theme.templates.insert(template.into(), source);
        } else if let Some(archetype) = path.strip_prefix("archetypes/") {
            self.theme.archetypes.insert(archetype.into(), source);
        } else if let Some(sheet) = path.strip_prefix("assets/") {
            self.theme.styles.insert(sheet.into(), source);
        } else if let Some((tag, _)) = path.strip_prefix("locales/").and_then(|path| path.split_once('/')) {
            self.locales.push((tag.into(), source));
        } else {
            self.yaml = Some(source);
        }
    }
}
