//! `bruecke schema`: JSON Schemas for editors.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::schema::schemas;
use crate::write;

#[derive(Debug, Args)]
pub(super) struct Schema {
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
