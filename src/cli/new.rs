//! `bruecke new`: a page from one of the theme's archetypes, and the files of its translations.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args;
use dialoguer::{Input, Select};
use jiff::civil::Date;

use super::{lang, now};
use crate::archetype::Asked;
use crate::diagnostic::nearest;
use crate::model::date::parse_day;
use crate::model::document::Document;
use crate::model::slug::slugify;
use crate::pipeline::{self, NewPage};
use crate::report::{self, Talk};
use crate::translations::scaffold;
use crate::write;

/// Begin a page: a release, an event.
///
/// The theme's archetypes say what such a page begins with and where its file goes; nothing is overwritten. On a terminal
/// bruecke asks for what is missing. The page is a draft: it goes public when the line `draft: true` is taken out.
#[derive(Debug, Args)]
pub struct New {
    /// What kind of page: an archetype of the theme, such as `release`, `event` or `page`.
    kind: Option<String>,
    /// The page's title.
    title: Option<String>,
    /// The site's folder.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The language it is written in; the site's first unless told.
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// Its date, such as 2026-11-24; today unless told.
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<Date>,
    /// Lay the files of translations too, such as `vi,en`.
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    translations: Vec<String>,
    /// Open the page in the editor that VISUAL or EDITOR names.
    #[arg(long)]
    edit: bool,
}

fn day(text: &str) -> Result<Date, String> {
    parse_day(text).ok_or_else(|| "not a day such as 2026-11-24".into())
}

/// A file to be written: its path in the site's folder, and its text.
type File = (String, String);

impl New {
    /// Runs the command.
    ///
    /// # Errors
    /// When the disk or the terminal refuses, or a language is not the site's.
    pub fn run(self, talk: &Talk) -> Result<ExitCode> {
        let read = pipeline::new_page(&self.root);
        eprint!("{}", report::human(talk, &read.diagnostics));
        let Some(site) = read.value else { return Ok(ExitCode::FAILURE) };
        let languages = &site.project.config.languages;
        let own = self.lang.as_ref().map_or(Ok(languages.first()), |tag| lang(talk, languages, tag))?;
        let others = self.translations.iter().map(|tag| lang(talk, languages, tag)).collect::<Result<Vec<_>>>()?;
        let Some(kind) = self.kind(talk, &site)? else { return Ok(ExitCode::from(2)) };
        let Some(title) = self.title(talk)? else { return Ok(ExitCode::from(2)) };
        if slugify(&title, own.tag()).is_empty() {
            eprintln!("{}", talk.say("new-title-empty", &[]));
            return Ok(ExitCode::from(2));
        }
        let date = self.date.unwrap_or_else(|| site.project.config.timezone.to_datetime(now(None)).date());
        let made = site.page(&kind, Asked { title: &title, lang: own, date });
        eprint!("{}", report::human(talk, &made.diagnostics));
        let Some(page) = made.value.filter(|_| made.diagnostics.is_empty()) else {
            eprintln!("{}", talk.say("new-archetype-wrong", &[("kind", kind)]));
            return Ok(ExitCode::FAILURE);
        };
        let mut files: Vec<File> = vec![(page.source.path.clone(), page.source.text.clone())];
        let others = others.into_iter().filter(|lang| *lang != own);
        files.extend(others.map(|lang| (scaffold::path(&page, lang), scaffold::scaffold(&page))));
        if let Some(there) = taken(&self.root, &site, &page, &files) {
            bail!(talk.say("new-exists", &[("file", there)]));
        }
        for (path, text) in &files {
            write::file(&self.root.join(path), text.as_bytes())?;
        }
        for (at, (path, _)) in files.iter().enumerate() {
            let message = if at == 0 { "new-page-made" } else { "new-made" };
            println!("{}", talk.say(message, &[("file", path.clone())]));
        }
        if self.edit {
            edit(talk, &self.root.join(&files[0].0))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The kind asked for, or chosen on a terminal; `None`, with the reason said, where there is none.
    fn kind(&self, talk: &Talk, site: &NewPage) -> Result<Option<String>> {
        let kinds: Vec<&str> = site.archetypes.kinds().into_iter().collect();
        let known = || ("kinds", kinds.join(", "));
        match &self.kind {
            Some(kind) if kinds.contains(&kind.as_str()) => Ok(Some(kind.clone())),
            Some(kind) => {
                let nearest = nearest(kind, kinds.iter().copied()).unwrap_or("none");
                let args = [("kind", kind.clone()), ("nearest", nearest.to_string()), known()];
                eprintln!("{}", talk.say("new-kind-unknown", &args));
                Ok(None)
            }
            None if is_terminal() && !kinds.is_empty() => {
                let ask = Select::new().with_prompt(talk.say("new-ask-kind", &[]));
                let chosen = ask.items(&kinds).default(0).interact_opt()?;
                Ok(chosen.map(|at| kinds[at].to_string()))
            }
            None => {
                eprintln!("{}", talk.say("new-kind-missing", &[known()]));
                Ok(None)
            }
        }
    }

    /// The title asked for, or typed on a terminal.
    fn title(&self, talk: &Talk) -> Result<Option<String>> {
        match &self.title {
            Some(title) => Ok(Some(title.clone())),
            None if is_terminal() => {
                let ask = Input::new().with_prompt(talk.say("new-ask-title", &[]));
                Ok(Some(ask.interact_text()?))
            }
            None => {
                eprintln!("{}", talk.say("new-title-missing", &[]));
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
fn edit(talk: &Talk, path: &Path) -> Result<()> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok());
    let Some(editor) = named.filter(|editor| !editor.trim().is_empty()) else { bail!(talk.say("new-no-editor", &[])) };
    // Editors are often named with options: `code --wait`.
    let mut words = editor.split_whitespace();
    let mut command = std::process::Command::new(words.next().unwrap_or_default());
    let status = command.args(words).arg(path).status();
    let failed = || talk.say("new-editor-failed", &[("editor", editor.clone())]);
    if !status.with_context(failed)?.success() {
        bail!(failed());
    }
    Ok(())
}
