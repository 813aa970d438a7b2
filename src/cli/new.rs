//! `bruecke new`: a page from one of the theme's archetypes, and the files of its translations.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args;
use dialoguer::{Input, Select};
use jiff::civil::Date;

use super::console::Console;
use super::site::{RootArg, language, now};
use crate::archetype::Values;
use crate::diagnostic::nearest;
use crate::model::{Document, parse_day, slugify};
use crate::pipeline::{self, NewPage};
use crate::report::text;
use crate::translations::scaffold;
use crate::write;

#[derive(Debug, Args)]
pub(super) struct New {
    kind: Option<String>,
    title: Option<String>,
    #[command(flatten)]
    root: RootArg,
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<Date>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    translations: Vec<String>,
    #[arg(long)]
    edit: bool,
}

fn day(day: &str) -> Result<Date, &'static str> {
    parse_day(day).ok_or("usage-day")
}

type File = (String, String);

impl New {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let read = pipeline::new_page(&self.root.path);
        console.report(&read.diagnostics);
        let Some(site) = read.value else { return Ok(ExitCode::FAILURE) };
        let languages = &site.project.config.languages;
        let own = self.language.as_ref().map_or(Ok(languages.first()), |tag| language(console, languages, tag))?;
        let others =
            self.translations.iter().map(|tag| language(console, languages, tag)).collect::<Result<Vec<_>>>()?;
        let Some(kind) = self.kind(console, &site)? else { return Ok(ExitCode::from(2)) };
        let Some(title) = self.title(console)? else { return Ok(ExitCode::from(2)) };
        if slugify(&title, own.tag()).is_empty() {
            errln!("{}", console.get("new-title-empty"));
            return Ok(ExitCode::from(2));
        }
        let date = self.date.unwrap_or_else(|| site.project.config.timezone.to_datetime(now(None)).date());
        let made = site.page(&kind, Values { title: &title, lang: own, date });
        console.report(&made.diagnostics);
        let Some(page) = made.value.filter(|_| made.diagnostics.is_empty()) else {
            errln!("{}", console.format("new-archetype-wrong", &[text("kind", kind)]));
            return Ok(ExitCode::FAILURE);
        };
        let mut files: Vec<File> = vec![(page.source.path.clone(), page.source.text().to_string())];
        let others = others.into_iter().filter(|lang| *lang != own);
        files.extend(others.map(|lang| (page.path_in(lang), scaffold::scaffold(&page))));
        if let Some(there) = taken(&self.root.path, &site, &page, &files) {
            bail!(console.format("new-exists", &[text("file", there)]));
        }
        for (path, page) in &files {
            write::file(&self.root.path.join(path), page.as_bytes())?;
        }
        for (at, (path, _)) in files.iter().enumerate() {
            let message = if at == 0 { "new-page-made" } else { "new-made" };
            outln!("{}", console.format(message, &[text("file", path)]));
        }
        if self.edit {
            edit(console, &self.root.path.join(&files[0].0))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The kind asked for, or chosen on a terminal; `None`, with the reason said, where there is none.
    fn kind(&self, console: &Console, site: &NewPage) -> Result<Option<String>> {
        let kinds: Vec<&str> = site.archetypes.kinds().into_iter().collect();
        let known = || text("kinds", kinds.join(", "));
        match &self.kind {
            Some(kind) if kinds.contains(&kind.as_str()) => Ok(Some(kind.clone())),
            Some(kind) => {
                let nearest = nearest(kind, kinds.iter().copied()).unwrap_or("none");
                let args = [text("kind", kind), text("nearest", nearest), known()];
                errln!("{}", console.format("new-kind-unknown", &args));
                Ok(None)
            }
            None if is_terminal() && !kinds.is_empty() => {
                let ask = Select::new().with_prompt(console.get("new-ask-kind"));
                let chosen = ask.items(&kinds).default(0).interact_opt()?;
                Ok(chosen.map(|at| kinds[at].to_string()))
            }
            None => {
                errln!("{}", console.format("new-kind-missing", &[known()]));
                Ok(None)
            }
        }
    }

    /// The title asked for, or typed on a terminal.
    fn title(&self, console: &Console) -> Result<Option<String>> {
        match &self.title {
            Some(title) => Ok(Some(title.clone())),
            None if is_terminal() => {
                let ask = Input::new().with_prompt(console.get("new-ask-title"));
                Ok(Some(ask.interact_text()?))
            }
            None => {
                errln!("{}", console.get("new-title-missing"));
                Ok(None)
            }
        }
    }
}

fn is_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// What stands where the page or one of its translations should go.
fn taken(root: &Path, site: &NewPage, page: &Document, files: &[File]) -> Option<String> {
    let there = files.iter().map(|(path, _)| path).find(|path| root.join(path).exists());
    there.map(String::as_str).or_else(|| site.file(&page.key)).map(str::to_string)
}

/// Opens a file in the user's editor and waits for it.
fn edit(console: &Console, path: &Path) -> Result<()> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok());
    let Some(editor) = named.filter(|editor| !editor.trim().is_empty()) else { bail!(console.get("new-no-editor")) };
    // Editors are often named with options: `code --wait`.
    let mut words = editor.split_whitespace();
    let mut command = std::process::Command::new(words.next().unwrap_or_default());
    let status = command.args(words).arg(path).status();
    let failed = || console.format("new-editor-failed", &[text("editor", &editor)]);
    if !status.with_context(failed)?.success() {
        bail!(failed());
    }
    Ok(())
}
