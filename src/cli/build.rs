//! `bruecke build`.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::console::Console;
use super::interrupt;
use super::site::SiteArgs;
use crate::diagnostic::Diagnostic;
use crate::model::{Addresses, Cache, Sink};
use crate::pipeline::{self, Built, Request, SourceCache};
use crate::report::{self, Summary, text};
use crate::resolve;
use crate::write::{self, LastBuild, OutputFolder, Staging, Unfinished, Written, moved};

#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    site: SiteArgs,
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    #[arg(long)]
    verify: bool,
    #[arg(long)]
    no_wait: bool,
    #[arg(long, hide = true)]
    timings: bool,
}

/// Where the site goes, and what is known of the build before.
struct Target<'a> {
    console: &'a Console,
    request: Request<'a>,
    /// The folder as it was named.
    shown: PathBuf,
    folder: OutputFolder,
    cache: Cache,
    /// How the build was asked for; `None` where no build is compared with another.
    key: Option<String>,
    verify: bool,
    timings: bool,
}

impl Build {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let started = Instant::now();
        let root = &self.site.root.path;
        let shown = self.output.clone().unwrap_or_else(|| root.join("public"));
        let about = |message: &str| console.format(message, &[text("path", shown.display())]);
        let unfinished = Unfinished::default();
        let Some(folder) = OutputFolder::new(root, &shown, unfinished.clone()) else {
            errln!("{}", about("output-in-site"));
            return Ok(ExitCode::from(2));
        };
        interrupt::clean_up(unfinished);
        let wait = || {
            errln!("{}", about(if self.no_wait { "busy-build" } else { "waiting-build" }));
            !self.no_wait
        };
        let Some(_locks) = folder.lock(root, wait)? else { return Ok(ExitCode::FAILURE) };
        let (request, cache) = (self.site.request(), pipeline::cache(root));
        let key = self.key(console).filter(|_| !console.is_json() && !self.timings);
        let Self { verify, timings, .. } = self;
        let target = Target { console, request, shown, folder, cache, key, verify, timings };
        match !verify && target.up_to_date(started) {
            true => Ok(ExitCode::SUCCESS),
            false => target.build(started),
        }
    }

    /// All that a build depends on beside files and time, and how its messages are printed.
    fn key(&self, console: &Console) -> Option<String> {
        let Request { root: _, base_url, drafts, embargoed, at: _ } = self.site.request();
        let (program, colour) = (write::program()?, report::has_colour());
        Some(format!("{program} {base_url:?} {drafts} {embargoed} {} {colour}", console.messages.lang))
    }
}

impl Target<'_> {
    /// Whether the last build would be made again as it was; then what it said is printed.
    fn up_to_date(&self, started: Instant) -> bool {
        let (request, folder) = (&self.request, &self.folder.path);
        let last = self.key.as_ref().and_then(|key| LastBuild::read(&self.cache, folder, key, request.at));
        let Some(last) = last.filter(|last| SourceCache::matches(request.root, &last.inputs)) else { return false };
        let Some(unchanged) = write::intact_files(folder) else { return false };
        let written = Written { unchanged, ..Written::default() };
        err!("{}", last.report);
        out!("{}{}", last.languages, report::written(&self.console.messages, written, &self.shown, started.elapsed()));
        true
    }

    fn build(self, started: Instant) -> Result<ExitCode> {
        let progress = progress(self.console);
        let staging = Staging::begin(&self.folder, self.verify);
        let sink = staging.as_ref().ok().map(|staging| staging as &dyn Sink);
        let sources = SourceCache::disabled();
        let mut built = pipeline::build_streaming(&self.request, &sources, sink);
        let render =
            |found: &[Diagnostic]| (!self.console.is_json()).then(|| report::human(&self.console.messages, found));
        let (mut written, mut addresses) = (None, Addresses::default());
        let mut timings = built.value.as_mut().map(|site| std::mem::take(&mut site.timings)).unwrap_or_default();
        let rendered = if let Some(site) = &built.value {
            let staging = staging?;
            let now = resolve::own_addresses(&site.input.site);
            let moved = moved(now, || staging.names(&site.outputs), staging.addresses());
            addresses = moved.report_to(&mut built.diagnostics);
            built.diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
            let finish = || staging.finish(&site.outputs, &addresses);
            let (finished, rendered) = timings.time("write", || rayon::join(finish, || render(&built.diagnostics)));
            written = Some(finished?);
            rendered
        } else {
            // A site with errors says so first.
            render(&built.diagnostics)
        };
        progress.finish_and_clear();
        let took = started.elapsed();
        let summary = Summary { built: built.value.as_ref(), output: Some(&self.shown), written, took };
        let code = self.console.print_rendered(rendered.as_deref(), &built.diagnostics, &summary);
        if self.timings {
            timings.0.iter().for_each(|(stage, took)| errln!("{stage:>10} {:8.1} ms", took.as_secs_f64() * 1000.0));
        }
        if let (Some(site), Some(report)) = (&built.value, rendered) {
            self.remember(&sources, site, report);
        }
        // The program ends here, and the system takes memory back at once.
        std::mem::forget((built, addresses, sources));
        Ok(code)
    }

    /// Keeps what the next build compares itself with.
    fn remember(self, sources: &SourceCache, built: &Built, report: String) {
        let Self { console, request, folder, cache, key, .. } = self;
        let folder = folder.path;
        if let (Some(request_key), Some(inputs)) = (key, sources.input_fingerprint(request.root))
            && let (Some(manifest), Some(until)) = (write::manifest_hash(&folder), built.until())
        {
            let languages = report::languages(&console.messages, built);
            let from = request.at;
            LastBuild { request: request_key, inputs, from, until, manifest, report, languages }.save(&cache, &folder);
        }
    }
}

/// A spinner that shows itself on a terminal when a build takes long; hidden otherwise.
fn progress(console: &Console) -> ProgressBar {
    if console.is_json() || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        bar.set_style(style);
    }
    if !bar.is_hidden() {
        bar.set_message(console.get("building"));
        bar.enable_steady_tick(Duration::from_millis(400));
    }
    bar
}
