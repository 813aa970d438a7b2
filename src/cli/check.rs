//! `bruecke check`.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::Args;

use super::{Format, SiteArgs, print};
use crate::report::{Summary, Talk};

/// Do all but write: report every mistake.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub(super) site: SiteArgs,
}

impl Check {
    /// Runs the command.
    pub fn run(self, talk: &Talk, format: Format) -> Result<ExitCode> {
        let started = Instant::now();
        let built = self.site.build();
        let summary = Summary { built: built.value.as_ref(), output: None, written: None, took: started.elapsed() };
        Ok(print(talk, format, &built.diagnostics, &summary))
    }
}
