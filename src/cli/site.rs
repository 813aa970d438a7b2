//! What several commands ask about the site, and the clock.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use clap::Args;
use jiff::Timestamp;

use super::console::Console;
use crate::diagnostic::{Checked, Diagnostic};
use crate::model::{Lang, Languages};
use crate::pipeline::{self, Built, Documents, Request};
use crate::report::text;

#[derive(Clone, Debug, Args)]
pub(super) struct SiteArgs {
    #[command(flatten)]
    pub root: RootArg,
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    #[arg(long)]
    drafts: bool,
    #[arg(long, value_name = "TIME", value_parser = instant)]
    at: Option<Timestamp>,
}

#[derive(Clone, Debug, Args)]
pub(super) struct RootArg {
    #[arg(long = "root", value_name = "DIR", default_value = ".")]
    pub path: PathBuf,
}

fn base_url(url: &str) -> Result<String, &'static str> {
    crate::configure::base_url(url).ok_or("usage-url")
}

pub(super) fn instant(time: &str) -> Result<Timestamp, &'static str> {
    if let Ok(zoned) = time.parse::<jiff::ZonedDateTime>() {
        return Ok(zoned.timestamp());
    }
    time.parse::<Timestamp>().map_err(|_| "usage-time")
}

/// The instant asked for, else SOURCE_DATE_EPOCH, else now; the only place where the clock is read.
pub(super) fn now(asked: Option<Timestamp>) -> Timestamp {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let epoch = epoch.and_then(|seconds| Timestamp::from_second(seconds).ok());
    asked.or(epoch).unwrap_or_else(Timestamp::now)
}

impl SiteArgs {
    pub(super) fn build(&self) -> Checked<Option<Built>> {
        pipeline::build(&self.request())
    }

    pub(super) fn request(&self) -> Request<'_> {
        let base_url = self.base_url.as_deref();
        Request { root: &self.root.path, base_url, drafts: self.drafts, embargoed: false, at: now(self.at) }
    }
}

/// Reads the pages as written. Mistakes are printed; `None` where there are errors.
pub(super) fn documents(console: &Console, root: &Path) -> Option<Documents> {
    let read = pipeline::documents(root);
    console.report(&read.diagnostics);
    let failed = read.diagnostics.iter().any(Diagnostic::is_error);
    read.value.filter(|_| !failed)
}

pub(super) fn language(console: &Console, languages: &Languages, tag: &str) -> Result<Lang> {
    languages
        .get(tag)
        .ok_or_else(|| anyhow!(console.format("no-such-language", &[text("lang", tag), text("languages", languages)])))
}
