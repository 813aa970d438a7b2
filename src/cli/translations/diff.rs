//! `bruecke translations diff`.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use super::PageArgs;
use crate::cli::console::Console;
use crate::cli::site::documents;
use crate::model::State;
use crate::report::{text, translations as tables};
use crate::translations::history::HistoryError;
use crate::translations::rows;

#[derive(Debug, Args)]
pub(super) struct Diff {
    #[command(flatten)]
    page: PageArgs,
}

impl Diff {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let root = &self.page.root.path;
        let Some(site) = documents(console, root) else { return Ok(ExitCode::FAILURE) };
        let (group, lang) = self.page.find(console, &site)?;
        let cell = rows::cells(&site).into_iter().find(|cell| cell.page == group.key && cell.lang == lang);
        let Some(cell) = cell else { return Ok(ExitCode::FAILURE) };
        if cell.state != State::Outdated {
            let args = [text("file", cell.file), text("state", cell.state.name())];
            outln!("{}", console.format("diff-nothing", &args));
            return Ok(ExitCode::SUCCESS);
        }
        match rows::since(root, &site, &cell) {
            Ok(since) => out!("{}", tables::diff(&console.messages, &cell, &since)),
            Err(HistoryError::NoHistory) => bail!(console.get("no-history")),
            Err(HistoryError::NotFound) => bail!(console.format("not-in-history", &[text("file", cell.file)])),
        }
        Ok(ExitCode::SUCCESS)
    }
}
