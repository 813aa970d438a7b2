//! `bruecke check`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::Args;

use super::console::Console;
use super::site::SiteArgs;
use crate::diagnostic::{Code, Diagnostic};
use crate::pipeline::Built;
use crate::report::Summary;
use crate::write::{self, Foreign};

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    site: SiteArgs,
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// So many names of files are printed.
const NAMES: usize = 10;

impl Check {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let started = Instant::now();
        let mut built = self.site.build();
        if let Some(site) = &built.value {
            built.diagnostics.extend(self.foreign(site)?);
        }
        let summary = Summary { built: built.value.as_ref(), output: None, written: None, took: started.elapsed() };
        Ok(console.print(&built.diagnostics, &summary))
    }

    /// What is in the output folder and was not made by bruecke.
    fn foreign(&self, built: &Built) -> Result<Vec<Diagnostic>> {
        let folder = self.output.clone().unwrap_or_else(|| self.site.root.path.join("public"));
        let Foreign { in_the_way, others } = write::foreign(&folder, &built.outputs)?;
        let named = |(code, names): (Code, Vec<String>)| {
            let mut shown = names.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
            if names.len() > NAMES {
                shown += ", …";
            }
            let found = Diagnostic::new(code).with("folder", folder.display()).count("count", names.len());
            (!names.is_empty()).then(|| found.with("names", shown))
        };
        Ok([(Code::InTheWay, in_the_way), (Code::Unmanaged, others)].into_iter().filter_map(named).collect())
    }
}
