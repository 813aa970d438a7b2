//! `bruecke serve`.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use clap::Args;

use super::SiteArgs;
use crate::report::Talk;

/// Show the site in the browser and follow changes.
///
/// Builds in memory, answers on this machine only, watches the site's folder and reloads the open page after a change.
/// Errors are shown in the page; the last good version stays behind them.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub(super) site: SiteArgs,
    /// The port; 0 takes a free one.
    #[arg(long, default_value_t = 3000)]
    port: u16,
}

impl Serve {
    /// Runs the command until it is interrupted.
    pub fn run(self, talk: Arc<Talk>) -> Result<ExitCode> {
        let site = self.site;
        let root = site.root.clone();
        crate::serve::run(&root, self.port, talk, move || site.build())?;
        Ok(ExitCode::SUCCESS)
    }
}
