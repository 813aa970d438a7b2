//! `bruecke locales check`.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::Args;

use crate::cli::console::Console;
use crate::cli::site::SiteArgs;
use crate::diagnostic::Diagnostic;
use crate::report::Summary;

#[derive(Debug, Args)]
pub(super) struct CheckLocales {
    #[command(flatten)]
    site: SiteArgs,
}

impl CheckLocales {
    /// The whole site is looked at, since it tells which messages are used; what is not about texts is
    /// left out.
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let started = Instant::now();
        let mut built = self.site.build();
        built.diagnostics.retain(concerns_locales);
        let summary = Summary { built: built.value.as_ref(), output: None, written: None, took: started.elapsed() };
        Ok(console.print(&built.diagnostics, &summary))
    }
}

/// Whether a message is about locale files, or about something without which they cannot be read.
fn concerns_locales(found: &Diagnostic) -> bool {
    let in_locales = |path: &str| path.ends_with(".ftl") || path == "site.yaml";
    let place = found.at.as_ref().map(|at| at.source.path.as_str());
    let file = found.args.iter().find(|(name, _)| *name == "file").map(|(_, file)| file.to_string());
    let unreadable = place.or(file.as_deref()).is_none_or(in_locales);
    found.code.is_about_locales() || (found.is_error() && unreadable)
}
