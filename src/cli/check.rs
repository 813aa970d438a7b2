//! `bruecke check`.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::Args;

use super::{Format, SiteArgs, print};
use crate::report::{Messages, Summary};

/// Do all but write: report every mistake.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub(super) site: SiteArgs,
}

impl Check {
    /// Runs the command.
    pub fn run(self, messages: &Messages, format: Format) -> Result<ExitCode> {
        let started = Instant::now();
        let built = self.site.build();
        let summary = Summary { built: &built.value, output: None, written: None, took: started.elapsed() };
        Ok(print(messages, format, &built.diagnostics, &summary))
    }
}
