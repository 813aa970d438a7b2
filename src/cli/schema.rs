//! `bruecke schema`: JSON Schemas for editors.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::schema::schemas;
use crate::write;

/// Write JSON Schemas of site.yaml and of front matter, with which editors complete and check them.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// The folder for site.schema.json and front-matter.schema.json.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Schema {
    pub(super) fn run(self) -> Result<ExitCode> {
        for (name, text) in schemas() {
            write::file(&self.folder.join(name), text.as_bytes())?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
