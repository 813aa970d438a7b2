//! `bruecke locales new`.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::print;
use crate::cli::console::Console;
use crate::cli::site::RootArg;
use crate::report::text;
use crate::{pipeline, write};

#[derive(Debug, Args)]
pub(super) struct NewLocale {
    #[arg(value_name = "LANGUAGE", value_parser = tag)]
    language: String,
    #[command(flatten)]
    root: RootArg,
}

fn tag(tag: &str) -> Result<String, &'static str> {
    match crate::configure::is_language(tag) {
        true => Ok(tag.to_string()),
        false => Err("usage-tag"),
    }
}

impl NewLocale {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let (root, tag) = (&self.root.path, self.language);
        let folder = root.join("locales").join(&tag);
        if std::fs::read_dir(&folder).is_ok_and(|mut files| files.next().is_some()) {
            errln!("{}", console.format("locale-exists", &[text("path", format!("locales/{tag}"))]));
            return Ok(ExitCode::FAILURE);
        }
        let planned = pipeline::begin(root, &tag);
        let edits = Vec::from_iter(planned.value);
        edits.iter().try_for_each(|edit| write::edit(root, edit))?;
        let code = print(console, &edits, &planned.diagnostics, "new-added");
        if planned.diagnostics.is_empty() && !console.is_json() {
            outln!("{}", console.format("new-next", &[text("lang", tag)]));
        }
        Ok(code)
    }
}
