//! `bruecke translations`: the table, and what translators do with it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Result, bail};
use clap::{Args, Subcommand, ValueEnum};

use super::exchange::{Export, Import};
use super::{Format, Voice, lang, page, page_keys};
use crate::model::lang::Lang;
use crate::model::page_ref::is_section;
use crate::model::source::SourceText;
use crate::model::translation::State;
use crate::pipeline::{self, Documents};
use crate::report::{self, Talk};
use crate::translations::history::HistoryError;
use crate::translations::rows::{self, Cell};
use crate::translations::{edit, explain, scaffold};

/// Show how far each translation is, and help to bring it up to date.
///
/// Without a further command: a row a page, a cell a language. A page is `original` where it was written, `current` when
/// its translation notes the state that its source is in, `outdated` when the source has changed since, `unmarked` when
/// it notes none, and `missing`.
#[derive(Debug, Args)]
pub struct Translations {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    table: Table,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show what has changed in a source since it was translated, word by word. Needs the git history.
    Diff(Diff),
    /// Note that a translation has the state its source is in now: after a review.
    Mark(Mark),
    /// Lay the file of a new translation, with the source's text in it.
    New(New),
    /// Write the table as a web page that stands alone.
    Report(ReportPage),
    /// Write pages as XLIFF or PO, for a translation office.
    Export(Export),
    /// Write what the office translated back into pages.
    Import(Import),
}

/// How the table is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    /// For people.
    Human,
    /// For programs.
    Json,
    /// For a spreadsheet.
    Csv,
    /// For an issue or a wiki.
    Markdown,
}

/// Which cells.
#[derive(Debug, Args)]
struct Filter {
    /// The site's folder.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// These languages only, such as `vi,en`.
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    lang: Vec<String>,
    /// These states only, such as `outdated,missing`.
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = state)]
    state: Vec<State>,
}

#[derive(Debug, Args)]
struct Table {
    #[command(flatten)]
    filter: Filter,
    /// How the table is printed.
    #[arg(long, value_enum, default_value_t = TableFormat::Human)]
    format: TableFormat,
    /// End with exit code 1 if a page is in one of these states: for scheduled checks.
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = state)]
    fail_on: Vec<State>,
}

fn state(name: &str) -> Result<State, String> {
    let known = State::ALL.map(State::name).join(", ");
    State::ALL.into_iter().find(|state| state.name() == name).ok_or(known)
}

/// A page and a language.
#[derive(Debug, Args)]
struct PageArgs {
    /// The site's folder.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The page: its file, or its path as in links, such as `/press.md`.
    page: String,
    /// The language of the translation.
    #[arg(long, value_name = "LANG")]
    lang: String,
}

#[derive(Debug, Args)]
struct Diff {
    #[command(flatten)]
    page: PageArgs,
}

#[derive(Debug, Args)]
struct New {
    #[command(flatten)]
    page: PageArgs,
}

/// Note that a translation has the state its source is in now: after a review.
///
/// With --typo, after a change of the source that needs no new translation: every outdated translation of the page is
/// noted, in all languages unless --lang names some.
#[derive(Debug, Args)]
struct Mark {
    #[command(flatten)]
    filter: Filter,
    /// The pages: their files, or their paths as in links.
    #[arg(required_unless_present = "all")]
    pages: Vec<String>,
    /// Every page that --lang and --state name.
    #[arg(long, conflicts_with = "pages", requires = "state")]
    all: bool,
    /// The source's change needs no new translation.
    #[arg(long)]
    typo: bool,
}

#[derive(Debug, Args)]
struct ReportPage {
    #[command(flatten)]
    filter: Filter,
    /// Where the page goes.
    #[arg(long, short, value_name = "FILE", default_value = "translations.html")]
    output: PathBuf,
}

impl Translations {
    /// How the program speaks, as given after the command.
    pub fn voice(&self) -> Voice {
        match &self.command {
            Some(Command::Import(import)) => import.voice.clone(),
            _ => Voice::default(),
        }
    }

    /// Runs the command.
    pub fn run(self, talk: &Talk, format: Format) -> Result<ExitCode> {
        match self.command {
            None => self.table.run(talk),
            Some(Command::Diff(diff)) => diff.run(talk),
            Some(Command::Mark(mark)) => mark.run(talk),
            Some(Command::New(new)) => new.run(talk),
            Some(Command::Report(page)) => page.run(talk),
            Some(Command::Export(export)) => export.run(talk, format),
            Some(Command::Import(import)) => import.run(talk, format),
        }
    }
}

/// Reads the site; mistakes are printed, and a site that cannot be read ends the command.
fn survey(talk: &Talk, root: &Path) -> Result<Documents, ExitCode> {
    let read = pipeline::documents(root);
    let failed = read.diagnostics.iter().any(crate::diagnostic::Diagnostic::is_error);
    eprint!("{}", report::human(talk, &read.diagnostics));
    read.value.filter(|_| !failed).ok_or(ExitCode::FAILURE)
}

/// Runs `what` over the site in `root`.
fn with_survey(talk: &Talk, root: &Path, what: impl FnOnce(Documents) -> Result<ExitCode>) -> Result<ExitCode> {
    match survey(talk, root) {
        Ok(survey) => what(survey),
        Err(code) => Ok(code),
    }
}

impl Filter {
    /// The cells meant; those that are outdated with what has changed, as far as the history tells.
    fn cells(&self, talk: &Talk, survey: &Documents) -> Result<Vec<Cell>> {
        let langs = self
            .lang
            .iter()
            .map(|tag| lang(talk, &survey.project.config.languages, tag))
            .collect::<Result<Vec<_>>>()?;
        let mut cells = rows::cells(survey);
        cells.retain(|cell| langs.is_empty() || langs.contains(&cell.lang));
        cells.retain(|cell| self.state.is_empty() || self.state.contains(&cell.state));
        for cell in cells.iter_mut().filter(|cell| cell.state == State::Outdated) {
            cell.since = rows::since(&self.root, survey, cell).ok();
        }
        Ok(cells)
    }
}

impl Table {
    fn run(&self, talk: &Talk) -> Result<ExitCode> {
        with_survey(talk, &self.filter.root, |survey| {
            let cells = self.filter.cells(talk, &survey)?;
            let languages: Vec<Lang> = survey.project.config.languages.iter().collect();
            print!(
                "{}",
                match self.format {
                    TableFormat::Human => report::translations::human(talk, &cells, &languages),
                    TableFormat::Json => report::translations::json(&cells, &languages),
                    TableFormat::Csv => report::translations::csv(&cells),
                    TableFormat::Markdown => report::translations::markdown(talk, &cells, &languages),
                }
            );
            let failing = cells.iter().any(|cell| self.fail_on.contains(&cell.state));
            Ok(if failing { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        })
    }
}

impl Diff {
    fn run(&self, talk: &Talk) -> Result<ExitCode> {
        let PageArgs { root, page: name, lang: tag } = &self.page;
        with_survey(talk, root, |survey| {
            let (group, lang) = (page(talk, &survey, name)?, lang(talk, &survey.project.config.languages, tag)?);
            let cell = rows::cells(&survey).into_iter().find(|cell| cell.page == group.key && cell.lang == lang);
            let Some(cell) = cell else { return Ok(ExitCode::FAILURE) };
            if cell.state != State::Outdated {
                let args = [("file", cell.file), ("state", cell.state.name().to_string())];
                println!("{}", talk.say("diff-nothing", &args));
                return Ok(ExitCode::SUCCESS);
            }
            match rows::since(root, &survey, &cell) {
                Ok(since) => print!("{}", report::translations::diff(talk, &cell, &since)),
                Err(HistoryError::NoHistory) => bail!(talk.say("no-history", &[])),
                Err(HistoryError::NotFound) => bail!(talk.say("not-in-history", &[("file", cell.file)])),
            }
            Ok(ExitCode::SUCCESS)
        })
    }
}

impl Mark {
    fn run(&self, talk: &Talk) -> Result<ExitCode> {
        with_survey(talk, &self.filter.root, |survey| {
            let keys = page_keys(talk, &survey, &self.pages)?;
            let mut cells = self.filter.cells(talk, &survey)?;
            cells.retain(|cell| self.all || keys.contains(&cell.page));
            cells.retain(|cell| cell.noted != cell.now && cell.from.is_some() && cell.state != State::Missing);
            cells.retain(|cell| !self.typo || cell.noted.is_some());
            if cells.is_empty() {
                println!("{}", talk.say("mark-nothing", &[]));
            }
            for cell in &cells {
                mark(talk, &self.filter.root, &survey, cell)?;
                println!("{}", talk.say("marked", &[("file", cell.file.clone())]));
            }
            Ok(ExitCode::SUCCESS)
        })
    }
}

fn mark(talk: &Talk, root: &Path, survey: &Documents, cell: &Cell) -> Result<()> {
    let group = survey.groups.iter().find(|group| group.key == cell.page);
    let document = group.and_then(|group| group.documents[cell.lang].as_ref());
    let text = document.zip(cell.now).and_then(|(document, now)| edit::note(document, now));
    // An edit that would not be read as it is meant is not made.
    let source = text.map(|text| SourceText { path: cell.file.clone(), text }).map(Arc::new);
    let source = source.filter(|source| {
        let read = crate::parse::as_written(source, is_section(&cell.page), &survey.project.config);
        read.and_then(|(front, _)| front.translation?.revision) == cell.now
    });
    match source {
        Some(source) => crate::write::file(&root.join(&cell.file), source.text.as_bytes()),
        None => {
            let now = cell.now.map(|now| now.to_string()).unwrap_or_default();
            bail!(talk.say("mark-failed", &[("file", cell.file.clone()), ("revision", now)]))
        }
    }
}

impl New {
    fn run(&self, talk: &Talk) -> Result<ExitCode> {
        let PageArgs { root, page: name, lang: tag } = &self.page;
        with_survey(talk, root, |survey| {
            let (group, lang) = (page(talk, &survey, name)?, lang(talk, &survey.project.config.languages, tag)?);
            let Some(source) = &group.documents[group.original] else { return Ok(ExitCode::FAILURE) };
            let path = source.path_in(lang);
            if group.documents[lang].is_some() || root.join(&path).exists() {
                bail!(talk.say("new-exists", &[("file", path)]));
            }
            let text = scaffold::scaffold(source);
            crate::write::file(&root.join(&path), text.as_bytes())?;
            println!("{}", talk.say("new-made", &[("file", path)]));
            Ok(ExitCode::SUCCESS)
        })
    }
}

impl ReportPage {
    fn run(&self, talk: &Talk) -> Result<ExitCode> {
        with_survey(talk, &self.filter.root, |survey| {
            let cells = self.filter.cells(talk, &survey)?;
            let languages: Vec<Lang> = survey.project.config.languages.iter().collect();
            let html = report::translations::page(talk, &cells, &languages);
            crate::write::file(&self.output, html.as_bytes())?;
            println!("{}", talk.say("report-made", &[("file", self.output.display().to_string())]));
            Ok(ExitCode::SUCCESS)
        })
    }
}

/// Show where each value of a page's front matter comes from.
#[derive(Debug, Args)]
pub struct Explain {
    #[command(flatten)]
    page: PageArgs,
}

impl Explain {
    /// Runs the command.
    pub fn run(self, talk: &Talk) -> Result<ExitCode> {
        let PageArgs { root, page: name, lang: tag } = &self.page;
        with_survey(talk, root, |survey| {
            let (group, lang) = (page(talk, &survey, name)?, lang(talk, &survey.project.config.languages, tag)?);
            let Some(rows) = explain::rows(group, lang) else {
                bail!(talk.say("explain-missing", &[("page", name.clone()), ("lang", tag.clone())]))
            };
            print!("{}", report::translations::explanation(talk, &rows));
            Ok(ExitCode::SUCCESS)
        })
    }
}
