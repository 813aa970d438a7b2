//! `bruecke check`.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::Args;

use super::console::Console;
use super::site::SiteArgs;
use crate::report::Summary;

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    site: SiteArgs,
}

impl Check {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let started = Instant::now();
        let built = self.site.build();
        let summary = Summary { built: built.value.as_ref(), output: None, written: None, took: started.elapsed() };
        Ok(console.print(&built.diagnostics, &summary))
    }
}
