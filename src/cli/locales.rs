//! `bruecke locales`: check the texts of the interface, bring them up to date, begin a language.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::{Format, SiteArgs, Voice, exit_code, print};
use crate::diagnostic::Diagnostic;
use crate::model::edit::Edit;
use crate::report::{self, Summary, Talk};
use crate::{pipeline, write};

/// Check the texts of the interface, add drafts of missing ones, begin a language.
#[derive(Debug, Args)]
pub struct Locales {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Report every mistake in locale files, and names in pages that are not the agreed ones.
    Check {
        #[command(flatten)]
        site: SiteArgs,
    },
    /// Add the messages that translations lack, as comments with the text of the source language.
    ///
    /// What stands in the files stays as it is, byte for byte. A draft goes after the message that stands before it in
    /// the source language. Translate its text and take the "#" away.
    Sync {
        /// The languages to bring up to date; all unless told.
        #[arg(value_name = "LANGUAGE")]
        languages: Vec<String>,
        /// The site's folder.
        #[arg(long, value_name = "DIR", default_value = ".")]
        root: PathBuf,
        #[command(flatten)]
        voice: Voice,
    },
    /// Begin a language: locales/LANGUAGE/site.ftl with every message of the site, and of the theme where it lacks them.
    ///
    /// The file holds the texts of the source language, not comments, so that the site builds at once and can be looked
    /// at. `locales check` then names every text that is still to be translated. A language with files is not touched.
    New {
        /// The language, as a BCP 47 tag such as fr or pt-BR.
        #[arg(value_name = "LANGUAGE", value_parser = tag)]
        language: String,
        /// The site's folder.
        #[arg(long, value_name = "DIR", default_value = ".")]
        root: PathBuf,
        #[command(flatten)]
        voice: Voice,
    },
}

fn tag(text: &str) -> Result<String, String> {
    match crate::configure::is_language(text) {
        true => Ok(text.to_string()),
        false => Err("not a BCP 47 tag such as fr or pt-BR".into()),
    }
}

impl Locales {
    /// How the program speaks, as given after the command.
    pub fn voice(&self) -> Voice {
        match &self.verb {
            Verb::Check { site } => site.voice.clone(),
            Verb::Sync { voice, .. } | Verb::New { voice, .. } => voice.clone(),
        }
    }

    /// Runs the command.
    pub fn run(self, talk: &Talk, format: Format) -> Result<ExitCode> {
        match self.verb {
            Verb::Check { site } => Ok(check(&site, talk, format)),
            Verb::Sync { languages, root, .. } => sync(&languages, &root, talk, format),
            Verb::New { language, root, .. } => begin(&language, &root, talk, format),
        }
    }
}

/// The whole site is looked at, since it tells which messages are used; what is not about texts is left out.
fn check(site: &SiteArgs, talk: &Talk, format: Format) -> ExitCode {
    let started = Instant::now();
    let mut built = site.build();
    built.diagnostics.retain(concerns_locales);
    let summary = Summary { built: built.value.as_ref(), output: None, written: None, took: started.elapsed() };
    print(talk, format, &built.diagnostics, &summary)
}

/// Whether a message is about locale files, or about something without which they cannot be read.
fn concerns_locales(found: &Diagnostic) -> bool {
    let in_locales = |path: &str| path.ends_with(".ftl") || path == "site.yaml";
    let place = found.at.as_ref().map(|at| at.source.path.as_str());
    let file = found.args.iter().find(|(name, _)| *name == "file").map(|(_, file)| file.as_str());
    let unreadable = place.or(file).is_none_or(in_locales);
    found.code.is_about_locales() || (found.is_error() && unreadable)
}

fn sync(asked: &[String], root: &std::path::Path, talk: &Talk, format: Format) -> Result<ExitCode> {
    let planned = pipeline::sync(root, asked);
    let drafts = planned.value.unwrap_or_default();
    if let Some(unknown) = drafts.unknown.first() {
        let known = ("languages", drafts.languages.join(", "));
        eprintln!("{}", talk.say("sync-unknown", &[("lang", unknown.clone()), known]));
        return Ok(ExitCode::from(2));
    }
    edit(root, &drafts.edits, &planned.diagnostics, Printer { talk, format, done: "sync-added" })
}

fn begin(tag: &str, root: &std::path::Path, talk: &Talk, format: Format) -> Result<ExitCode> {
    let folder = root.join("locales").join(tag);
    if std::fs::read_dir(&folder).is_ok_and(|mut files| files.next().is_some()) {
        eprintln!("{}", talk.say("locale-exists", &[("path", format!("locales/{tag}"))]));
        return Ok(ExitCode::FAILURE);
    }
    let planned = pipeline::begin(root, tag);
    let edits: Vec<Edit> = planned.value.into_iter().collect();
    let code = edit(root, &edits, &planned.diagnostics, Printer { talk, format, done: "new-added" })?;
    if planned.diagnostics.is_empty() && format == Format::Human {
        println!("{}", talk.say("new-next", &[("lang", tag.to_string())]));
    }
    Ok(code)
}

/// How the result is told.
struct Printer<'a> {
    talk: &'a Talk,
    format: Format,
    /// The message for a file that was changed.
    done: &'a str,
}

/// Writes the edits, unless there are errors, and tells what was done.
fn edit(root: &std::path::Path, edits: &[Edit], found: &[Diagnostic], to: Printer<'_>) -> Result<ExitCode> {
    for edit in edits {
        write::edit(root, edit)?;
    }
    match to.format {
        Format::Human => {
            eprint!("{}", report::human(to.talk, found));
            print!("{}", report::edits(to.talk, edits, found, to.done));
        }
        Format::Json => println!("{}", report::edits_json(to.talk, edits, found)),
    }
    Ok(exit_code(found))
}
