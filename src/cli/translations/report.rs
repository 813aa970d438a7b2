//! `bruecke translations report`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::Filter;
use crate::cli::console::Console;
use crate::cli::site::documents;
use crate::model::Lang;
use crate::report::{text, translations as tables};
use crate::write;

#[derive(Debug, Args)]
pub(super) struct Report {
    #[command(flatten)]
    filter: Filter,
    #[arg(long, short, value_name = "FILE", default_value = "translations.html")]
    output: PathBuf,
}

impl Report {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let Some(site) = documents(console, &self.filter.root.path) else { return Ok(ExitCode::FAILURE) };
        let cells = self.filter.cells(console, &site)?;
        let languages: Vec<Lang> = site.project.config.languages.iter().collect();
        let html = tables::page(&console.messages, &cells, &languages);
        write::file(&self.output, html.as_bytes())?;
        outln!("{}", console.format("report-made", &[text("file", self.output.display())]));
        Ok(ExitCode::SUCCESS)
    }
}
