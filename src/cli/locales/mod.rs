//! `bruecke locales`: check the texts of the interface, bring them up to date, begin a language.

mod check;
mod new;
mod sync;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::console::{Console, exit_code};
use crate::diagnostic::Diagnostic;
use crate::model::Edit;
use crate::report;

#[derive(Debug, Args)]
pub(super) struct Locales {
    #[command(subcommand)]
    command: LocalesCommand,
}

#[derive(Debug, Subcommand)]
enum LocalesCommand {
    Check(check::CheckLocales),
    Sync(sync::SyncLocales),
    New(new::NewLocale),
}

impl Locales {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        match self.command {
            LocalesCommand::Check(check) => check.run(console),
            LocalesCommand::Sync(sync) => sync.run(console),
            LocalesCommand::New(new) => new.run(console),
        }
    }
}

/// Prints what was put into locale files; `done` is the message for a file that was changed.
fn print(console: &Console, edits: &[Edit], found: &[Diagnostic], done: &str) -> ExitCode {
    if console.is_json() {
        outln!("{}", report::edits_json(&console.messages, edits, found));
    } else {
        console.report(found);
        out!("{}", report::edits(&console.messages, edits, found, done));
    }
    exit_code(found)
}
