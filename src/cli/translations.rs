//! `bruecke translations`: the commands about translations.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::exchange::{Export, Import};
use super::{Format, Voice};
use crate::report::Talk;

/// Exchange texts with translation offices.
#[derive(Debug, Args)]
pub struct Translations {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write pages as XLIFF or PO, for a translation office.
    Export(Export),
    /// Write what the office translated back into pages.
    Import(Import),
}

impl Translations {
    /// How the program speaks, as given after the command.
    pub fn voice(&self) -> Voice {
        match &self.command {
            Command::Export(_) => Voice::default(),
            Command::Import(import) => import.voice.clone(),
        }
    }

    /// Runs the command.
    pub fn run(self, talk: &Talk, format: Format) -> Result<ExitCode> {
        match self.command {
            Command::Export(export) => export.run(talk, format),
            Command::Import(import) => import.run(talk, format),
        }
    }
}
