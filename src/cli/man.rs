//! `bruecke man`: the help of every command as manual pages, for packagers and for people who work offline.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Command};
use clap_mangen::Man as Page;

use super::console::{Console, print_bytes};
use super::help;
use crate::diagnostic::Failed;
use crate::write;

#[derive(Debug, Args)]
pub(super) struct Man {
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let lang = console.messages.lang;
        let mut root = help::command(lang);
        // Fills in what commands have from those above: their whole names, and the version.
        root.build();
        let Some(folder) = self.folder else { return print_bytes(page(&root, lang)?.as_bytes()) };
        for command in all(&root) {
            let name = command.get_display_name().unwrap_or_else(|| command.get_name());
            write::file(&folder.join(format!("{name}.1")), page(command, lang)?.as_bytes())?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn all(command: &Command) -> Vec<&Command> {
    let below = command.get_subcommands().flat_map(all);
    std::iter::once(command).chain(below).collect()
}

/// One page in roff. It names no day, so that the same program writes the same page.
fn page(command: &Command, lang: &str) -> Result<String> {
    let mut page = Vec::new();
    let source = concat!("bruecke ", env!("CARGO_PKG_VERSION"));
    Page::new(command.clone())
        .source(source)
        .render(&mut page)
        .context(Failed::new("cannot-write", command.get_name()))?;
    Ok(help::page(lang, &String::from_utf8(page)?))
}
