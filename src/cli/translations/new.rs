//! `bruecke translations new`.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use super::PageArgs;
use crate::cli::console::Console;
use crate::cli::site::documents;
use crate::report::text;
use crate::translations::scaffold;
use crate::write;

#[derive(Debug, Args)]
pub(super) struct NewTranslation {
    #[command(flatten)]
    page: PageArgs,
}

impl NewTranslation {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let root = &self.page.root.path;
        let Some(site) = documents(console, root) else { return Ok(ExitCode::FAILURE) };
        let (group, lang) = self.page.find(console, &site)?;
        let Some(source) = &group.documents[group.original] else { return Ok(ExitCode::FAILURE) };
        let path = source.path_in(lang);
        if group.documents[lang].is_some() || root.join(&path).exists() {
            bail!(console.format("new-exists", &[text("file", path)]));
        }
        let page = scaffold::scaffold(source);
        write::file(&root.join(&path), page.as_bytes())?;
        outln!("{}", console.format("new-made", &[text("file", path)]));
        Ok(ExitCode::SUCCESS)
    }
}
