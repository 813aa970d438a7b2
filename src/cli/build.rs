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
use crate::moved::moved;
use crate::pipeline::{self, Request, SourceCache};
use crate::report::{self, Summary, Talk};
use crate::resolve;
use crate::standing::{self, Standing};
use crate::write::{self, Written};

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
        let output = self.output.as_ref().map_or_else(|| self.site.root.join("public"), PathBuf::clone);
        let request = self.site.request();
        let cache = pipeline::cache(request.root);
        let sources = SourceCache::disabled();
        let asked = self.asked(talk).filter(|_| format == Format::Human);
        let last = asked.as_ref().and_then(|asked| Standing::read(&cache, &output, asked, request.at));
        if let Some(last) = last
            && write::left(&output).is_some_and(|left| left == last.left)
            && SourceCache::same(request.root, &last.looked)
            && let Some(unchanged) = write::whole(&output)
        {
            let written = Written { unchanged, ..Written::default() };
            eprint!("{}", last.report);
            print!("{}{}", last.languages, report::written(talk, written, &output, started.elapsed()));
            return Ok(ExitCode::SUCCESS);
        }
        let progress = progress(talk, format);
        let staging = write::begin(&output);
        let sink = staging.as_ref().ok().map(|staging| staging as &dyn Sink);
        let mut built = pipeline::build_streaming(&request, &sources, sink);
        let (mut written, mut addresses) = (None, Addresses::default());
        let tell = |found: &[Diagnostic]| (format == Format::Human).then(|| report::human(talk, found));
        let told;
        // A site with errors says so first.
        if let Some(site) = &built.value {
            let staging = staging?;
            let now = resolve::own_addresses(&site.input.site);
            let moved = moved(now, &site.outputs, staging.addresses());
            addresses = moved.report_to(&mut built.diagnostics);
            built.diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
            let finish = || staging.finish(&site.outputs, &addresses);
            let (finished, report) = rayon::join(finish, || tell(&built.diagnostics));
            (written, told) = (Some(finished?), report);
        } else {
            told = tell(&built.diagnostics);
        }
        progress.finish_and_clear();
        let summary = Summary { built: built.value.as_ref(), output: Some(&output), written, took: started.elapsed() };
        let code = print_told(talk, told.as_deref(), &built.diagnostics, &summary);
        if let (Some(asked), Some(looked), Some(site)) = (asked, sources.looked(request.root), &built.value)
            && let Some(report) = told
            && let (Some(left), Some(until)) = (write::left(&output), site.until())
        {
            let languages = report::languages(talk, site);
            let standing = Standing { asked, looked, from: request.at, until, left, report, languages };
            standing.keep(&cache, &output);
        }
        // The program ends here, and the system takes memory back at once.
        std::mem::forget((built, addresses, sources));
        Ok(code)
    }

    /// All that a build depends on beside files and time, and how its messages are printed.
    fn asked(&self, talk: &Talk) -> Option<String> {
        let Request { root: _, base_url, drafts, embargoed, at: _ } = self.site.request();
        let (program, colour) = (standing::program()?, report::has_colour());
        Some(format!("{program} {base_url:?} {drafts} {embargoed} {} {colour}", talk.lang))
    }
}

/// A spinner that shows itself on a terminal when a build takes long; hidden otherwise.
fn progress(talk: &Talk, format: Format) -> ProgressBar {
    if format == Format::Json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        bar.set_style(style);
    }
    if !bar.is_hidden() {
        bar.set_message(talk.say("building", &[]));
        bar.enable_steady_tick(Duration::from_millis(400));
    }
    bar
}
