//! `bruecke explain`.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use super::console::Console;
use super::site::documents;
use super::translations::PageArgs;
use crate::report::{text, translations as tables};
use crate::translations::explain;

#[derive(Debug, Args)]
pub(super) struct Explain {
    #[command(flatten)]
    page: PageArgs,
}

impl Explain {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let Some(site) = documents(console, &self.page.root.path) else { return Ok(ExitCode::FAILURE) };
        let (group, lang) = self.page.find(console, &site)?;
        let Some(rows) = explain::rows(group, lang) else {
            bail!(console.format("explain-missing", &[text("page", &self.page.page), text("lang", lang)]))
        };
        out!("{}", tables::explanation(&console.messages, &rows));
        Ok(ExitCode::SUCCESS)
    }
}
