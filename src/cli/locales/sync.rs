//! `bruecke locales sync`.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::print;
use crate::cli::console::Console;
use crate::cli::site::RootArg;
use crate::report::text;
use crate::{pipeline, write};

#[derive(Debug, Args)]
pub(super) struct SyncLocales {
    #[arg(value_name = "LANGUAGE")]
    languages: Vec<String>,
    #[command(flatten)]
    root: RootArg,
}

impl SyncLocales {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let root = &self.root.path;
        let planned = pipeline::sync(root, &self.languages);
        let drafts = planned.value.unwrap_or_default();
        if let Some(unknown) = drafts.unknown.first() {
            let args = [text("lang", unknown), text("languages", drafts.languages.join(", "))];
            errln!("{}", console.format("sync-unknown", &args));
            return Ok(ExitCode::from(2));
        }
        drafts.edits.iter().try_for_each(|edit| write::edit(root, edit))?;
        Ok(print(console, &drafts.edits, &planned.diagnostics, "sync-added"))
    }
}
