//! `bruecke translations mark`.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Result, bail};
use clap::Args;

use super::{Filter, page_keys};
use crate::cli::console::Console;
use crate::cli::site::documents;
use crate::model::{SourceText, State, is_section};
use crate::pipeline::Documents;
use crate::report::text;
use crate::translations::edit;
use crate::translations::rows::Cell;
use crate::{parse, write};

#[derive(Debug, Args)]
pub(super) struct Mark {
    #[command(flatten)]
    filter: Filter,
    #[arg(required_unless_present = "all")]
    pages: Vec<String>,
    #[arg(long, conflicts_with = "pages", requires_all = ["state", "language"])]
    all: bool,
    #[arg(long)]
    typo: bool,
}

impl Mark {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let root = &self.filter.root.path;
        let Some(site) = documents(console, root) else { return Ok(ExitCode::FAILURE) };
        let keys = page_keys(console, &site, &self.pages)?;
        let mut cells = self.filter.cells(console, &site)?;
        cells.retain(|cell| self.all || keys.contains(&cell.page));
        cells.retain(|cell| cell.noted != cell.now && cell.from.is_some() && cell.state != State::Missing);
        cells.retain(|cell| !self.typo || cell.noted.is_some());
        if cells.is_empty() {
            outln!("{}", console.get("mark-nothing"));
        }
        for cell in &cells {
            mark(console, root, &site, cell)?;
            outln!("{}", console.format("marked", &[text("file", &cell.file)]));
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn mark(console: &Console, root: &Path, site: &Documents, cell: &Cell) -> Result<()> {
    let group = site.groups.iter().find(|group| group.key == cell.page);
    let document = group.and_then(|group| group.documents[cell.lang].as_ref());
    let noted = document.zip(cell.now).and_then(|(document, now)| edit::note(document, now));
    // An edit that would not be read as it is meant is not made.
    let source = noted.map(|text| SourceText::new(cell.file.clone(), text)).map(Arc::new);
    let source = source.filter(|source| {
        let read = parse::as_written(source, is_section(&cell.page), &site.project.config);
        read.and_then(|(front, _)| front.translation?.revision) == cell.now
    });
    match source {
        Some(source) => write::file(&root.join(&cell.file), source.text().as_bytes()),
        None => {
            let now = cell.now.map(|now| now.to_string()).unwrap_or_default();
            bail!(console.format("mark-failed", &[text("file", &cell.file), text("revision", now)]))
        }
    }
}
