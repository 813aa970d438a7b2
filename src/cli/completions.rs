//! `bruecke completions`: what a shell needs to complete commands and options.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use clap_complete::Shell;

use super::console::{Console, print_bytes};
use super::help;

#[derive(Debug, Args)]
pub(super) struct Completions {
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        // In memory first: a reader that stops early, such as `head`, is no mistake of ours.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut help::command(console.messages.lang), "bruecke", &mut script);
        print_bytes(&script)
    }
}
