//! `bruecke build`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Format, SiteArgs, print};
use crate::diagnostic::Diagnostic;
use crate::moved::moved;
use crate::report::{Summary, Talk};
use crate::write;

/// Build the site into a folder.
///
/// The folder then holds the whole site with relative links: it works at a domain's root, in a sub path, or from an
/// object store. Files that did not change keep their modification time; when the site has errors, nothing is touched.
#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub(super) site: SiteArgs,
    /// Where the site goes; `public` in the site's folder unless told.
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Build {
    /// Runs the command.
    pub fn run(self, talk: &Talk, format: Format) -> Result<ExitCode> {
        let started = Instant::now();
        let progress = progress(talk, format);
        let mut built = self.site.build();
        let output = self.output.unwrap_or_else(|| self.site.root.join("public"));
        let failed = built.diagnostics.iter().any(Diagnostic::is_error);
        let mut written = None;
        if !failed {
            let moved = moved(&built.value.addresses, &built.value.outputs, &write::addresses(&output)?);
            let addresses = moved.report_to(&mut built.diagnostics);
            built.diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
            written = Some(write::write(&built.value.outputs, &addresses, &output)?);
        }
        progress.finish_and_clear();
        let summary = Summary { built: &built.value, output: Some(&output), written, took: started.elapsed() };
        let code = print(talk, format, &built.diagnostics, &summary);
        // The program ends here, and the system takes memory back at once.
        std::mem::forget(built);
        Ok(code)
    }
}

/// A spinner that shows itself on a terminal when a build takes long; hidden otherwise.
fn progress(talk: &Talk, format: Format) -> ProgressBar {
    if format == Format::Json {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(talk.say("building", &[]));
    bar.enable_steady_tick(Duration::from_millis(400));
    bar
}
