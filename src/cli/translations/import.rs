//! `bruecke translations import`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use clap::Args;

use super::print;
use crate::cli::console::Console;
use crate::cli::site::RootArg;
use crate::diagnostic::{Checked, Code, Diagnostic, Failed};
use crate::exchange::{self, Files, ImportOptions, Imported, LanguagePair, ReturnedFile, ReturnedPage};
use crate::model::lang::primary;
use crate::model::{Lang, Languages, Location, SourceText, State};
use crate::pipeline::{self, Documents};
use crate::report::Exchanged;
use crate::write;

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    root: RootArg,
    #[arg(long)]
    partial: bool,
}

impl Import {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let mut all = Vec::new();
        let returned = self.returned()?.report_to(&mut all);
        let mut done = Exchanged { key: "imported", files: Vec::new() };
        if let Some(returned) = returned
            && let Some(site) = pipeline::documents(&self.root.path).report_to(&mut all)
        {
            for page in self.pages(&returned, &site, &mut all) {
                write::file(&self.root.path.join(&page.path), page.text.as_bytes())?;
                done.files.push((page.path, page.open));
            }
        }
        Ok(print(console, &all, &done))
    }

    fn returned(&self) -> Result<Checked<Option<ReturnedFile>>> {
        let shown = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).with_context(|| Failed::new("cannot-read", &shown))?;
        Ok(match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.replace("\r\n", "\n");
                exchange::read(&Arc::new(SourceText::new(shown, text)))
            }
            Err(_) => {
                let wrong = Diagnostic::new(Code::NotUtf8).with("file", shown);
                Checked { value: None, diagnostics: vec![wrong] }
            }
        })
    }

    fn pages(&self, returned: &ReturnedFile, site: &Documents, all: &mut Vec<Diagnostic>) -> Vec<Imported> {
        let languages = &site.project.config.languages;
        let from = language(languages, &returned.from, Some(returned), all);
        let to = language(languages, &returned.to, Some(returned), all);
        let (Some(from), Some(to)) = (from, to) else { return Vec::new() };
        let options = ImportOptions { rules: site.project.rules(), to, partial: self.partial };
        let mut imported = Vec::new();
        for page in &returned.pages {
            match files(site, page, LanguagePair { from, to }) {
                Ok(files) => imported.extend(exchange::import(returned, page, files, options).report_to(all)),
                Err(reason) => {
                    let at = Location { source: returned.source.clone(), span: page.span.clone() };
                    let stray = Diagnostic::at(Code::ExchangePage, at).with("page", &page.page).with("reason", reason);
                    all.push(stray.with("lang", to));
                }
            }
        }
        imported
    }
}

/// The files of a returned page, or why there are none: `missing`, or `original` when nothing is translated there.
fn files<'s>(site: &'s Documents, page: &ReturnedPage, pair: LanguagePair) -> Result<Files<'s>, &'static str> {
    let found = site.groups.iter().find_map(|group| {
        let source = group.documents[pair.from].as_deref()?;
        (group.key == page.page || source.source.path == page.page).then_some((group, source))
    });
    let (group, source) = found.ok_or("missing")?;
    if group.states[pair.to] == State::Original || pair.from == pair.to {
        return Err("original");
    }
    Ok(Files { source, own: group.documents[pair.to].as_deref() })
}

/// A language of the site by its tag; offices may write it with other letters, or with a region.
pub(super) fn language(
    languages: &Languages,
    tag: &str,
    returned: Option<&ReturnedFile>,
    all: &mut Vec<Diagnostic>,
) -> Option<Lang> {
    let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    let primary = primary(tag);
    let exact = languages.iter().find(|lang| same(lang.tag(), tag));
    let found = exact.or_else(|| languages.iter().find(|lang| same(lang.tag(), primary)));
    if found.is_none() {
        let mut unknown = Diagnostic::new(Code::UnknownLanguage).with("value", tag).with("languages", languages);
        unknown.at = returned.map(|returned| Location { source: returned.source.clone(), span: 0..0 });
        all.push(unknown);
    }
    found
}
