//! `site.yaml`'s theme → its files and those of the themes that it extends, from the site's folder or the binary.

use std::path::Path;
use std::sync::Arc;

use super::read::read_text;
use super::{SourceCache, ThemeSource};
use crate::diagnostic::{Code, Diagnostic};
use crate::embedded;
use crate::model::{At, Config, FileOrigin, LocaleFile, Location, MediaFile, SourceText};
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
        locales: &mut Vec<LocaleFile>,
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
            let Some(found) = theme_files(root, &name.value, sources, diagnostics) else {
                let unknown = Diagnostic::at(Code::UnknownTheme, at()).with("theme", &name.value);
                diagnostics.push(unknown.nearest(&name.value, ["leipzig"]));
                break;
            };
            let layer = themes.len() + 1;
            for (tag, source) in found.locales {
                locales.extend(config.languages.get(&tag).map(|lang| LocaleFile { lang, layer, source }));
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

/// The files of a theme in the site's folder, or else of the binary's.
fn theme_files(
    root: &Path,
    name: &str,
    sources: &SourceCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ThemeFiles> {
    let folder = root.join("themes").join(name);
    let plain = !name.contains(['/', '\\']) && !name.starts_with('.');
    let theme = ThemeSource { name: name.into(), ..ThemeSource::default() };
    let mut files = ThemeFiles { yaml: None, theme, locales: Vec::new() };
    let shown = |path: &str| format!("themes/{name}/{path}");
    // Looked for even where the theme is the binary's, since one of that name may come.
    let own = if plain { sources.other_files(root, &folder, diagnostics) } else { Vec::new() };
    if plain && folder.is_dir() {
        for file in own {
            if is_text(&file.name) {
                let source = read_text(&file, shown(&file.name), sources, diagnostics);
                source.into_iter().for_each(|source| files.add_text(&file.name, source));
            } else if let Err(error) = files.add(&file.name.clone(), file.into_media()) {
                diagnostics.push(error);
            }
        }
        return Some(files);
    }
    for (path, bytes) in embedded::theme(name)? {
        if is_text(path) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            files.add_text(path, Arc::new(SourceText::new(shown(path), text)));
        } else {
            let media = MediaFile { origin: FileOrigin::Embedded(bytes), size: bytes.len() as u64 };
            files.add(path, media).ok()?;
        }
    }
    Some(files)
}

/// The files of one theme.
struct ThemeFiles {
    yaml: Option<Arc<SourceText>>,
    theme: ThemeSource,
    locales: Vec<(String, Arc<SourceText>)>,
}

fn is_text(path: &str) -> bool {
    match path.split_once('/') {
        Some(("templates", _)) => true,
        Some(("archetypes", name)) => name.ends_with(".md"),
        Some(("locales", name)) => name.contains('/') && name.ends_with(".ftl"),
        Some(("assets", name)) => name.ends_with(".css"),
        _ => path == "theme.yaml",
    }
}

impl ThemeFiles {
    fn add_text(&mut self, path: &str, source: Arc<SourceText>) {
        let Some((folder, name)) = path.split_once('/') else {
            self.yaml = Some(source);
            return;
        };
        let theme = &mut self.theme;
        let texts = match folder {
            "templates" => &mut theme.templates,
            "archetypes" => &mut theme.archetypes,
            "assets" => &mut theme.styles,
            _ => {
                let lang = name.split('/').next().unwrap_or_default();
                self.locales.push((lang.into(), source));
                return;
            }
        };
        texts.insert(name.into(), source);
    }

    /// Adds an asset or a font; others are nothing to the site.
    fn add(&mut self, path: &str, file: MediaFile) -> Result<(), Diagnostic> {
        match path.split_once('/') {
            Some(("assets", name)) => _ = self.theme.assets.insert(name.into(), file),
            Some(("cards", name)) if name.ends_with(".ttf") || name.ends_with(".otf") => {
                let unreadable = Diagnostic::new(Code::Unreadable);
                let shown = format!("themes/{}/{path}", self.theme.name);
                let bytes = file.read().map_err(|error| unreadable.with("file", shown).with("reason", error))?;
                self.theme.fonts.insert(name.into(), bytes.into());
            }
            _ => {}
        }
        Ok(())
    }
}
