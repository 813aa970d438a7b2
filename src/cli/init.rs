//! `bruecke init`: a small site to begin with.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use super::console::Console;
use super::site::now;
use crate::report::text;
use crate::starter;
use crate::write;

#[derive(Debug, Args)]
pub(super) struct Init {
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    #[arg(long, value_name = "LANG", value_delimiter = ',', default_value = "de,vi,en", value_parser = starter::languages())]
    languages: Vec<String>,
}

impl Init {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let mut tags: Vec<&str> = Vec::new();
        for tag in &self.languages {
            if !tags.contains(&tag.as_str()) {
                tags.push(tag);
            }
        }
        let there = ["site.yaml", "content", "locales"].into_iter().find(|name| self.folder.join(name).exists());
        if let Some(name) = there {
            bail!(console.format("init-exists", &[text("file", self.folder.join(name).display())]));
        }
        let today = jiff::tz::TimeZone::UTC.to_datetime(now(None)).date();
        for (path, page) in starter::starter(&tags, today) {
            let path = self.folder.join(path);
            // A folder that is a repository already has its own list.
            if !path.exists() {
                write::file(&path, page.as_bytes())?;
            }
        }
        outln!("{}", console.format("init-made", &[text("folder", self.folder.display())]));
        Ok(ExitCode::SUCCESS)
    }
}
