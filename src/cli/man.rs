//! `bruecke man`: the help of every command as manual pages, for packagers and for people who work offline.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man as Page;

use super::Cli;
use super::console::print_bytes;
use crate::write;

/// Write the manual pages: one for bruecke, and one for each command.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// The folder for the pages, such as `~/.local/share/man/man1`; without it the first page is printed.
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self) -> Result<ExitCode> {
        let mut root = Cli::command().disable_help_subcommand(true);
        // Fills in what commands have from those above: their whole names, and the version.
        root.build();
        let Some(folder) = self.folder else { return print_bytes(&page(&root)?) };
        for command in all(&root) {
            let name = command.get_display_name().unwrap_or_else(|| command.get_name());
            write::file(&folder.join(format!("{name}.1")), &page(command)?)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn all(command: &Command) -> Vec<&Command> {
    let below = command.get_subcommands().flat_map(all);
    std::iter::once(command).chain(below).collect()
}

/// One page in roff. It names no day, so that the same program writes the same page.
fn page(command: &Command) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    let source = concat!("bruecke ", env!("CARGO_PKG_VERSION"));
    Page::new(command.clone()).source(source).render(&mut page).context("cannot write a manual page")?;
    Ok(page)
}
