//! `bruecke build`.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Format, SiteArgs, print_told};
use crate::diagnostic::Diagnostic;
use crate::model::address::Addresses;
use crate::model::output::Sink;
use crate::pipeline::{self, Memory, Request};
use crate::report::{self, Messages, Summary};
use crate::write::{self, LastBuild, Staging, Written, moved};

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
    pub fn run(self, messages: &Messages, format: Format) -> Result<ExitCode> {
        let started = Instant::now();
        let output = self.output.as_ref().map_or_else(|| self.site.root.join("public"), PathBuf::clone);
        let request = self.site.request();
        let cache = pipeline::cache(request.root);
        let mut memory = Memory::nothing();
        let asked = self.asked(messages).filter(|_| format == Format::Human);
        let last = asked.as_ref().and_then(|asked| LastBuild::read(&cache, &output, asked, request.at));
        if let Some(last) = last
            && memory.same(request.root, &last.inputs)
            && let Some(unchanged) = write::intact_files(&output)
        {
            let written = Written { unchanged, ..Written::default() };
            eprint!("{}", last.report);
            print!("{}{}", last.languages, report::written(messages, written, &output, started.elapsed()));
            return Ok(ExitCode::SUCCESS);
        }
        let progress = progress(messages, format);
        let staging = Staging::begin(&output);
        let sink = staging.as_ref().ok().map(|staging| staging as &dyn Sink);
        let mut built = pipeline::first(&request, &mut memory, sink);
        let failed = built.diagnostics.iter().any(Diagnostic::is_error);
        let (mut written, mut addresses) = (None, Addresses::default());
        let tell = |found: &[Diagnostic]| (format == Format::Human).then(|| report::human(messages, found));
        let told;
        // A site with errors says so first.
        if !failed {
            let staging = staging?;
            let now = std::mem::take(&mut built.value.addresses);
            let moved = moved(now, || staging.names(&built.value.outputs), staging.addresses());
            addresses = moved.report_to(&mut built.diagnostics);
            built.diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
            let finish = || staging.finish(&built.value.outputs, &addresses);
            let (finished, report) = rayon::join(finish, || tell(&built.diagnostics));
            (written, told) = (Some(finished?), report);
        } else {
            told = tell(&built.diagnostics);
        }
        progress.finish_and_clear();
        let summary = Summary { built: &built.value, output: Some(&output), written, took: started.elapsed() };
        let code = print_told(messages, told.as_deref(), &built.diagnostics, &summary);
        if let (Some(asked), Some(looked)) = (asked.filter(|_| !failed), memory.looked(request.root))
            && let Some(report) = told
            && let (Some(left), Some(until)) = (write::manifest_hash(&output), built.value.until)
        {
            let languages = report::languages(messages, &built.value);
            let last = LastBuild {
                request: asked,
                inputs: looked,
                from: request.at,
                until,
                manifest: left,
                report,
                languages,
            };
            last.save(&cache, &output);
        }
        // The program ends here, and the system takes memory back at once.
        std::mem::forget((built, addresses, memory));
        Ok(code)
    }

    /// All that a build depends on beside files and time, and how its messages are printed.
    fn asked(&self, messages: &Messages) -> Option<String> {
        let Request { root: _, base_url, drafts, embargoed, at: _ } = self.site.request();
        let (program, colour) = (write::program()?, report::has_colour());
        Some(format!("{program} {base_url:?} {drafts} {embargoed} {} {colour}", messages.lang))
    }
}

/// A spinner that shows itself on a terminal when a build takes long; hidden otherwise.
fn progress(messages: &Messages, format: Format) -> ProgressBar {
    if format == Format::Json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        bar.set_style(style);
    }
    if !bar.is_hidden() {
        bar.set_message(messages.get("building"));
        bar.enable_steady_tick(Duration::from_millis(400));
    }
    bar
}
