//! `bruecke schedule`.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use serde_json::json;

use super::console::{Console, exit_code};
use super::site::{RootArg, instant, now};
use crate::model::Change;
use crate::pipeline;
use crate::resolve;

#[derive(Debug, Args)]
pub(super) struct Schedule {
    #[command(flatten)]
    root: RootArg,
    #[arg(long, value_name = "TIME", value_parser = instant)]
    at: Option<Timestamp>,
}

impl Schedule {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let read = pipeline::documents(&self.root.path);
        console.report(&read.diagnostics);
        let Some(site) = &read.value else { return Ok(ExitCode::FAILURE) };
        let now = now(self.at);
        let mut changes = resolve::schedule(&site.groups, &site.project.config.languages);
        changes.retain(|change| change.at > now);
        let zoned = |change: &Change| change.at.to_zoned_datetime(site.project.config.timezone.clone());
        let langs = |change: &Change| change.langs.iter().map(|lang| lang.to_string()).collect::<Vec<_>>();
        if console.is_json() {
            let one = |change: &Change| {
                json!({
                    "at": change.at.to_string(),
                    "change": if change.publishes { "publish" } else { "expire" },
                    "page": change.key,
                    "languages": langs(change),
                })
            };
            outln!("{}", json!({ "changes": changes.iter().map(one).collect::<Vec<_>>() }));
            return Ok(exit_code(&read.diagnostics));
        }
        if changes.is_empty() {
            outln!("{}", console.get("schedule-none"));
        }
        for change in &changes {
            let kind = console.get(if change.publishes { "schedule-publish" } else { "schedule-expire" });
            let time = zoned(change).strftime("%Y-%m-%d %H:%M %Z").to_string();
            outln!("{time}  {kind}  {} ({})", change.key, langs(change).join(", "));
        }
        Ok(exit_code(&read.diagnostics))
    }
}
