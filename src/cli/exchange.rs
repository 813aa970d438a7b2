//! `bruecke translations export` and `bruecke translations import`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use super::{Format, Voice, exit_code, page_keys};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::exchange::{self, Files, ImportOptions, Imported, LanguagePair, ReturnedFile, ReturnedPage, Sheet};
use crate::model::lang::{Lang, Languages, primary};
use crate::model::source::{Location, SourceText};
use crate::model::translation::State;
use crate::pipeline::{self, Documents};
use crate::report::{self, Exchanged, Talk};
use crate::write;

/// Write pages as XLIFF or PO, for a translation office.
///
/// One file a source language, such as de-vi.xlf, with a unit a text and everything that is no text protected. The
/// language and format of the messages are given before the command here: bruecke --lang de translations export …
#[derive(Debug, Args)]
pub struct Export {
    /// The site's folder.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The language to translate into.
    #[arg(long = "lang", value_name = "LANG")]
    target: String,
    /// Only pages in these states: missing, outdated, unmarked, current.
    #[arg(long, value_name = "STATES", value_delimiter = ',', value_enum,
          default_values_t = [Wanted::Missing, Wanted::Outdated, Wanted::Unmarked])]
    state: Vec<Wanted>,
    /// The format.
    #[arg(long = "format", value_name = "FORMAT", value_enum, default_value_t = Exchange::Xliff)]
    exchange: Exchange,
    /// Where the files go.
    #[arg(long, short, value_name = "DIR", default_value = ".")]
    output: PathBuf,
    /// Only these pages, such as news/2026-12-02-first-trainees; all unless told.
    #[arg(value_name = "PAGE")]
    pages: Vec<String>,
}

/// Formats of translation offices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Exchange {
    /// XLIFF 2.0.
    Xliff,
    /// Gettext PO.
    Po,
}

/// States of pages that can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Wanted {
    /// Not translated.
    Missing,
    /// The source has changed since.
    Outdated,
    /// Translated from a state that nobody noted.
    Unmarked,
    /// Up to date.
    Current,
}

impl Wanted {
    fn state(self) -> State {
        match self {
            Self::Missing => State::Missing,
            Self::Outdated => State::Outdated,
            Self::Unmarked => State::Unmarked,
            Self::Current => State::Current,
        }
    }
}

impl Export {
    /// Runs the command.
    pub fn run(self, talk: &Talk, format: Format) -> Result<ExitCode> {
        let mut all = Vec::new();
        let site = pipeline::documents(&self.root).report_to(&mut all);
        let target =
            site.as_ref().and_then(|site| language(&site.project.config.languages, &self.target, None, &mut all));
        let mut done = Exchanged { key: "exported", files: Vec::new() };
        if let (Some(site), Some(to)) = (&site, target)
            && !all.iter().any(Diagnostic::is_error)
        {
            let keys = page_keys(talk, site, &self.pages)?;
            for (from, sheets) in self.sheets(site, to, &keys) {
                let pair = LanguagePair { from, to };
                let (text, ending) = match self.exchange {
                    Exchange::Xliff => (exchange::xliff(pair, &sheets), "xlf"),
                    Exchange::Po => (exchange::po(pair, &sheets), "po"),
                };
                let path = self.output.join(format!("{from}-{to}.{ending}"));
                write::file(&path, text.as_bytes())?;
                done.files.push((path.display().to_string(), sheets.len()));
            }
        }
        Ok(print(talk, format, &all, &done))
    }

    /// The pages wanted, by the language they are translated from.
    fn sheets<'s>(&self, site: &'s Documents, to: Lang, keys: &[String]) -> BTreeMap<Lang, Vec<Sheet<'s>>> {
        let mut sheets: BTreeMap<Lang, Vec<Sheet<'s>>> = BTreeMap::new();
        for group in &site.groups {
            let (state, own) = (group.states[to], group.documents[to].as_deref());
            let named = self.pages.is_empty() || keys.contains(&group.key);
            if !named || !self.state.iter().any(|wanted| wanted.state() == state) {
                continue;
            }
            let from = own.and_then(|own| own.front.translation.as_ref()).map_or(group.original, |t| t.from.value);
            let Some(source) = group.documents[from].as_deref().filter(|_| from != to) else { continue };
            sheets.entry(from).or_default().push(exchange::sheet(source, own, state, site.project.rules()));
        }
        sheets
    }
}

/// Write what the office translated back into pages.
///
/// The pages take the structure of their source and the words of the office, and note the state of the source that was
/// translated. A page with a mistake is not written; the others are.
#[derive(Debug, Args)]
pub struct Import {
    /// The file: XLIFF 2 or PO, made by export.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The site's folder.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Write pages with untranslated texts too; these stay in the language of the source.
    #[arg(long)]
    partial: bool,
    #[command(flatten)]
    pub(super) voice: Voice,
}

impl Import {
    /// Runs the command.
    pub fn run(self, talk: &Talk, format: Format) -> Result<ExitCode> {
        let mut all = Vec::new();
        let returned = self.returned()?.report_to(&mut all);
        let mut done = Exchanged { key: "imported", files: Vec::new() };
        if let Some(returned) = returned
            && let Some(site) = pipeline::documents(&self.root).report_to(&mut all)
        {
            for page in self.pages(&returned, &site, &mut all) {
                write::file(&self.root.join(&page.path), page.text.as_bytes())?;
                done.files.push((page.path, page.open));
            }
        }
        Ok(print(talk, format, &all, &done))
    }

    fn returned(&self) -> Result<Checked<Option<ReturnedFile>>> {
        let shown = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).with_context(|| format!("cannot read {shown}"))?;
        Ok(match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.replace("\r\n", "\n");
                exchange::read(&Arc::new(SourceText { path: shown, text }))
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
fn language(
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
        let known: Vec<String> = languages.iter().map(|lang| lang.to_string()).collect();
        let mut unknown = Diagnostic::new(Code::UnknownLanguage).with("value", tag).with("languages", known.join(", "));
        unknown.at = returned.map(|returned| Location { source: returned.source.clone(), span: 0..0 });
        all.push(unknown);
    }
    found
}

fn print(talk: &Talk, format: Format, diagnostics: &[Diagnostic], done: &Exchanged) -> ExitCode {
    match format {
        Format::Human => {
            eprint!("{}", report::human(talk, diagnostics));
            // After an error, that nothing was written needs no words.
            if !(done.files.is_empty() && diagnostics.iter().any(Diagnostic::is_error)) {
                print!("{}", report::exchange(talk, done));
            }
        }
        Format::Json => print!("{}", report::exchange_json(talk, done, diagnostics)),
    }
    exit_code(diagnostics)
}
