//! `bruecke completions`: what a shell needs to complete commands and options.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Cli;
use super::console::print_bytes;

/// Print a script with which a shell completes the commands and options of bruecke.
///
/// For bash: `bruecke completions bash > ~/.local/share/bash-completion/completions/bruecke`. `bruecke completions --help`
/// names the shells; each has a folder of its own for such scripts.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell.
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> Result<ExitCode> {
        // In memory first: a reader that stops early, such as `head`, is no mistake of ours.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "bruecke", &mut script);
        print_bytes(&script)
    }
}
