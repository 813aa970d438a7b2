//! `bruecke check`.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::Args;

use super::{Format, SiteArgs, exit_code};
use crate::report::{self, Summary, Talk};

/// Do all but write: report every mistake.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    site: SiteArgs,
}

impl Check {
    /// Runs the command.
    pub fn run(self, talk: &Talk, format: Format) -> Result<ExitCode> {
        let started = Instant::now();
        let built = self.site.build();
        let summary = Summary { built: &built.value, output: None, written: None, took: started.elapsed() };
        match format {
            Format::Human => {
                eprint!("{}", report::human(talk, &built.diagnostics));
                print!("{}", report::summary(talk, &summary, &built.diagnostics));
            }
            Format::Json => println!("{}", report::json(talk, &built.diagnostics, &summary)),
        }
        Ok(exit_code(&built.diagnostics))
    }
}
