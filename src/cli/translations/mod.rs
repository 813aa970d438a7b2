//! `bruecke translations`: the table, and what translators do with it.

mod diff;
mod export;
mod import;
mod mark;
mod new;
mod report;

use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Subcommand, ValueEnum};

use super::console::{Console, Format, exit_code};
use super::site::{RootArg, documents, language};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Lang, State};
use crate::pipeline::Documents;
use crate::report::{self as printed, Exchanged, text, translations as tables};
use crate::resolve::TranslationSet;
use crate::translations::rows::{self, Cell};

#[derive(Debug, Args)]
pub(super) struct Translations {
    #[command(subcommand)]
    command: Option<TranslationsCommand>,
    #[command(flatten)]
    table: Table,
}

#[derive(Debug, Subcommand)]
enum TranslationsCommand {
    Diff(diff::Diff),
    Mark(mark::Mark),
    New(new::NewTranslation),
    Report(report::Report),
    Export(export::Export),
    Import(import::Import),
}

impl Translations {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        match self.command {
            None => self.table.run(console),
            Some(TranslationsCommand::Diff(diff)) => diff.run(console),
            Some(TranslationsCommand::Mark(mark)) => mark.run(console),
            Some(TranslationsCommand::New(new)) => new.run(console),
            Some(TranslationsCommand::Report(report)) => report.run(console),
            Some(TranslationsCommand::Export(export)) => export.run(console),
            Some(TranslationsCommand::Import(import)) => import.run(console),
        }
    }
}

#[derive(Debug, Args)]
struct Filter {
    #[command(flatten)]
    root: RootArg,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<String>,
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = state)]
    state: Vec<State>,
}

fn state(name: &str) -> Result<State, &'static str> {
    State::ALL.into_iter().find(|state| state.name() == name).ok_or("usage-state")
}

impl Filter {
    /// The cells meant; those that are outdated with what has changed, as far as the history tells.
    fn cells(&self, console: &Console, site: &Documents) -> Result<Vec<Cell>> {
        let languages = self.language.iter().map(|tag| language(console, &site.project.config.languages, tag));
        let languages = languages.collect::<Result<Vec<_>>>()?;
        let mut cells = rows::cells(site);
        cells.retain(|cell| languages.is_empty() || languages.contains(&cell.lang));
        cells.retain(|cell| self.state.is_empty() || self.state.contains(&cell.state));
        for cell in cells.iter_mut().filter(|cell| cell.state == State::Outdated) {
            cell.since = rows::since(&self.root.path, site, cell).ok();
        }
        Ok(cells)
    }
}

#[derive(Debug, Args)]
struct Table {
    #[command(flatten)]
    filter: Filter,
    #[arg(long, value_name = "FORMAT", value_enum)]
    table: Option<TableFormat>,
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = state)]
    fail_on: Vec<State>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    Csv,
    Markdown,
}

impl Table {
    fn run(&self, console: &Console) -> Result<ExitCode> {
        let Some(site) = documents(console, &self.filter.root.path) else { return Ok(ExitCode::FAILURE) };
        let (messages, cells) = (&console.messages, self.filter.cells(console, &site)?);
        let languages: Vec<Lang> = site.project.config.languages.iter().collect();
        let table = match (self.table, console.format) {
            (Some(TableFormat::Csv), _) => tables::csv(&cells),
            (Some(TableFormat::Markdown), _) => tables::markdown(messages, &cells, &languages),
            (None, Format::Json) => tables::json(&cells, &languages),
            (None, Format::Human) => tables::human(messages, &cells, &languages),
        };
        out!("{table}");
        let failing = cells.iter().any(|cell| self.fail_on.contains(&cell.state));
        Ok(if failing { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

#[derive(Debug, Args)]
pub(super) struct PageArgs {
    #[command(flatten)]
    pub root: RootArg,
    pub page: String,
    #[arg(long, value_name = "LANG")]
    pub language: String,
}

impl PageArgs {
    pub(super) fn find<'s>(&self, console: &Console, site: &'s Documents) -> Result<(&'s TranslationSet, Lang)> {
        Ok((page(console, site, &self.page)?, language(console, &site.project.config.languages, &self.language)?))
    }
}

fn page<'s>(console: &Console, site: &'s Documents, name: &str) -> Result<&'s TranslationSet> {
    rows::find(site, name).with_context(|| {
        let keys = site.groups.iter().map(|group| group.key.as_str());
        let nearest = nearest(name.trim_start_matches('/').trim_end_matches(".md"), keys);
        console.format("no-such-page", &[text("page", name), text("nearest", nearest.unwrap_or("none"))])
    })
}

/// The keys of pages of the site.
fn page_keys(console: &Console, site: &Documents, names: &[String]) -> Result<Vec<String>> {
    names.iter().map(|name| Ok(page(console, site, name)?.key.clone())).collect()
}

/// Prints what an exchange with a translation office did.
fn print(console: &Console, diagnostics: &[Diagnostic], done: &Exchanged) -> ExitCode {
    if console.is_json() {
        outln!("{}", printed::exchange_json(&console.messages, done, diagnostics));
        return exit_code(diagnostics);
    }
    console.report(diagnostics);
    // After an error, that nothing was written needs no words.
    if !(done.files.is_empty() && diagnostics.iter().any(Diagnostic::is_error)) {
        out!("{}", printed::exchange(&console.messages, done));
    }
    exit_code(diagnostics)
}
