//! `bruecke translations export`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::import::language;
use super::{page_keys, print, state};
use crate::cli::console::Console;
use crate::cli::site::RootArg;
use crate::diagnostic::Diagnostic;
use crate::exchange::{self, LanguagePair, Sheet};
use crate::model::{Lang, State};
use crate::pipeline::{self, Documents};
use crate::report::Exchanged;
use crate::write;

#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    root: RootArg,
    #[arg(long, value_name = "LANG")]
    language: String,
    #[arg(long, value_name = "STATES", value_delimiter = ',', value_parser = state,
          default_value = "missing,outdated,unmarked")]
    state: Vec<State>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = FileFormat::Xliff)]
    file_format: FileFormat,
    #[arg(long, short, value_name = "DIR", default_value = ".")]
    output: PathBuf,
    #[arg(value_name = "PAGE")]
    pages: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FileFormat {
    Xliff,
    Po,
}

impl Export {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let mut all = Vec::new();
        let site = pipeline::documents(&self.root.path).report_to(&mut all);
        let target =
            site.as_ref().and_then(|site| language(&site.project.config.languages, &self.language, None, &mut all));
        let mut done = Exchanged { key: "exported", files: Vec::new() };
        if let (Some(site), Some(to)) = (&site, target)
            && !all.iter().any(Diagnostic::is_error)
        {
            let keys = page_keys(console, site, &self.pages)?;
            for (from, sheets) in self.sheets(site, to, &keys) {
                let pair = LanguagePair { from, to };
                let (text, ending) = match self.file_format {
                    FileFormat::Xliff => (exchange::xliff(pair, &sheets), "xlf"),
                    FileFormat::Po => (exchange::po(pair, &sheets), "po"),
                };
                let path = self.output.join(format!("{from}-{to}.{ending}"));
                write::file(&path, text.as_bytes())?;
                done.files.push((path.display().to_string(), sheets.len()));
            }
        }
        Ok(print(console, &all, &done))
    }

    /// The pages wanted, by the language they are translated from.
    fn sheets<'s>(&self, site: &'s Documents, to: Lang, keys: &[String]) -> BTreeMap<Lang, Vec<Sheet<'s>>> {
        let mut sheets: BTreeMap<Lang, Vec<Sheet<'s>>> = BTreeMap::new();
        for group in &site.groups {
            let (state, own) = (group.states[to], group.documents[to].as_deref());
            let named = self.pages.is_empty() || keys.contains(&group.key);
            if !named || !self.state.contains(&state) {
                continue;
            }
            let from = own.and_then(|own| own.front.translation.as_ref()).map_or(group.original, |t| t.from.value);
            let Some(source) = group.documents[from].as_deref().filter(|_| from != to) else { continue };
            sheets.entry(from).or_default().push(exchange::sheet(source, own, state, site.project.rules()));
        }
        sheets
    }
}
