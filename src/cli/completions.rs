//! `bruecke completions`: what a shell needs to complete commands and options.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Cli;

/// Print a script with which a shell completes the commands and options of bruecke.
///
/// For bash: `bruecke completions bash > ~/.local/share/bash-completion/completions/bruecke`. `bruecke completions --help`
/// names the shells; each has a folder of its own for such scripts.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    shell: Shell,
}

impl Completions {
    /// Runs the command.
    pub fn run(self) -> Result<ExitCode> {
        // In memory first: a reader that stops early, such as `head`, is no mistake of ours.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "bruecke", &mut script);
        super::print_bytes(&script)
    }
}
