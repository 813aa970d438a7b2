//! The command line: one file a command, each with its `run`. Exit codes: 0 fine, 1 the site has errors, 2 wrong use.

mod build;
mod check;
mod completions;
mod exchange;
mod init;
mod locales;
mod man;
mod new;
mod schedule;
mod schema;
mod serve;
mod translations;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;

use crate::diagnostic::{Checked, Diagnostic, nearest};
use crate::model::lang::{Lang, Languages};
use crate::pipeline::{self, Built, Documents, Request};
use crate::report::{self, Summary, Talk};
use crate::resolve::TranslationSet;
use crate::translations::rows;

/// Builds multilingual static sites from Markdown, Fluent and Tera.
#[derive(Debug, Parser)]
#[command(name = "bruecke", version, about, long_about = LONG, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    voice: Voice,
}

/// How the program speaks. Given before the command or after it, but before commands about translations: there `--lang`
/// means the site's languages.
#[derive(Clone, Debug, Default, Args)]
pub struct Voice {
    /// Language of the messages: de, vi or en; else the one of the environment.
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// How messages are printed; for people unless told.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

impl Voice {
    /// What is given after the command wins.
    fn over(self, before: Self) -> Self {
        Self { lang: self.lang.or(before.lang), format: self.format.or(before.format) }
    }
}

const LONG: &str = "Builds multilingual static sites from Markdown, Fluent and Tera.

A site is a folder with site.yaml, content/, locales/ and themes/. Run `bruecke build` in it: the site is then in
public/, ready for any static host. `bruecke serve` shows it while you write.";

#[derive(Debug, Subcommand)]
#[command(defer = true)]
enum Command {
    /// Build the site into a folder.
    Build(build::Build),
    /// Do all but write: report every mistake.
    Check(check::Check),
    /// Lay a small, complete site to begin with.
    Init(init::Init),
    /// Check the texts of the interface, add drafts of missing ones, begin a language.
    Locales(locales::Locales),
    /// Begin a page: a release, an event.
    New(new::New),
    /// List what is coming and what expires.
    Schedule(schedule::Schedule),
    /// Show the site in the browser and follow changes.
    Serve(serve::Serve),
    /// Show how far each translation is, bring it up to date, and exchange texts with translation offices.
    Translations(translations::Translations),
    /// Show where each value of a page's front matter comes from.
    Explain(translations::Explain),
    /// Print a script with which a shell completes commands and options.
    Completions(completions::Completions),
    /// Write the manual pages.
    Man(man::Man),
    /// Write JSON Schemas of site.yaml and of front matter, for editors.
    Schema(schema::Schema),
}

impl Command {
    /// What is said of messages after the command.
    fn voice(&self) -> Voice {
        match self {
            Self::Build(build) => build.site.voice.clone(),
            Self::Check(check) => check.site.voice.clone(),
            Self::Schedule(schedule) => schedule.voice.clone(),
            Self::Serve(serve) => serve.site.voice.clone(),
            Self::Init(init) => init.voice.clone(),
            Self::Locales(locales) => locales.voice(),
            Self::Translations(translations) => translations.voice(),
            Self::Explain(_) | Self::Completions(_) | Self::Man(_) | Self::New(_) | Self::Schema(_) => Voice::default(),
        }
    }
}

/// How messages are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: an excerpt under each message.
    Human,
    /// One JSON object.
    Json,
}

/// What every command asks about the site.
#[derive(Clone, Debug, Args)]
pub struct SiteArgs {
    /// The site's folder.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Use this public address instead of the one in site.yaml.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Include drafts.
    #[arg(long)]
    drafts: bool,
    /// Build for this instant (such as 2026-11-24T12:00+01:00): pages under embargo then stay out.
    /// Without it SOURCE_DATE_EPOCH counts, else now.
    #[arg(long, value_name = "TIME", value_parser = instant)]
    at: Option<Timestamp>,
    #[command(flatten)]
    voice: Voice,
}

fn base_url(text: &str) -> Result<String, String> {
    crate::configure::base_url(text).ok_or_else(|| "not an address such as https://example.org/path/".into())
}

fn instant(text: &str) -> Result<Timestamp, String> {
    if let Ok(zoned) = text.parse::<jiff::ZonedDateTime>() {
        return Ok(zoned.timestamp());
    }
    text.parse::<Timestamp>().map_err(|_| "not a time with an offset, such as 2026-11-24T12:00:00+01:00".into())
}

/// The instant asked for, else SOURCE_DATE_EPOCH, else now; the only place where the clock is read.
fn now(asked: Option<Timestamp>) -> Timestamp {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let epoch = epoch.and_then(|seconds| Timestamp::from_second(seconds).ok());
    asked.or(epoch).unwrap_or_else(Timestamp::now)
}

impl SiteArgs {
    /// The instant of the build.
    fn instant(&self) -> Timestamp {
        now(self.at)
    }

    /// Builds the site in memory.
    pub fn build(&self) -> Checked<Option<Built>> {
        pipeline::build(&self.request())
    }

    /// What is asked for, now.
    fn request(&self) -> Request<'_> {
        let base_url = self.base_url.as_deref();
        Request { root: &self.root, base_url, drafts: self.drafts, embargoed: false, at: self.instant() }
    }
}

/// Runs the program.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let code = error.exit_code();
            _ = error.print();
            return ExitCode::from(u8::try_from(code).unwrap_or(2));
        }
    };
    let voice = cli.command.voice().over(cli.voice);
    let format = voice.format.unwrap_or(Format::Human);
    let talk = match Talk::new(voice.lang.as_deref()) {
        Ok(talk) => std::sync::Arc::new(talk),
        Err(known) => {
            eprintln!("--lang: {known}");
            return ExitCode::from(2);
        }
    };
    let done = match cli.command {
        Command::Build(build) => build.run(&talk, format),
        Command::Check(check) => check.run(&talk, format),
        Command::Init(init) => init.run(&talk),
        Command::Locales(locales) => locales.run(&talk, format),
        Command::New(new) => new.run(&talk),
        Command::Schedule(schedule) => schedule.run(&talk, format),
        Command::Serve(serve) => serve.run(talk.clone()),
        Command::Translations(translations) => translations.run(&talk, format),
        Command::Explain(explain) => explain.run(&talk),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
        Command::Schema(schema) => schema.run(),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{}", report::failure(&talk, &error));
            ExitCode::FAILURE
        }
    }
}

/// Prints messages to stderr and the summary to stdout, or both as one JSON object to stdout; gives the exit code.
fn print(talk: &Talk, format: Format, diagnostics: &[Diagnostic], summary: &Summary<'_>) -> ExitCode {
    let told = (format == Format::Human).then(|| report::human(talk, diagnostics));
    print_told(talk, told.as_deref(), diagnostics, summary)
}

/// The same with messages as people are told them; without, they are one JSON object with the summary.
fn print_told(talk: &Talk, told: Option<&str>, diagnostics: &[Diagnostic], summary: &Summary<'_>) -> ExitCode {
    match told {
        Some(told) => {
            eprint!("{told}");
            print!("{}", report::summary(talk, summary, diagnostics));
        }
        None => println!("{}", report::json(talk, diagnostics, summary)),
    }
    exit_code(diagnostics)
}

/// Prints to stdout what other programs read; one that stops reading early is no mistake.
fn print_bytes(bytes: &[u8]) -> anyhow::Result<ExitCode> {
    use std::io::Write;
    match std::io::stdout().write_all(bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// A language of the site.
fn lang(talk: &Talk, languages: &Languages, tag: &str) -> anyhow::Result<Lang> {
    languages.get(tag).ok_or_else(|| {
        anyhow::anyhow!(
            talk.say("no-such-language", &[("lang", tag.to_string()), ("languages", languages.to_string())])
        )
    })
}

/// A page of the site.
fn page<'s>(talk: &Talk, survey: &'s Documents, name: &str) -> anyhow::Result<&'s TranslationSet> {
    rows::find(survey, name).ok_or_else(|| {
        let keys = survey.groups.iter().map(|group| group.key.as_str());
        let nearest = nearest(name.trim_start_matches('/').trim_end_matches(".md"), keys);
        let nearest = nearest.unwrap_or("none").to_string();
        anyhow::anyhow!(talk.say("no-such-page", &[("page", name.to_string()), ("nearest", nearest)]))
    })
}

/// The keys of pages of the site.
fn page_keys(talk: &Talk, survey: &Documents, names: &[String]) -> anyhow::Result<Vec<String>> {
    names.iter().map(|name| Ok(page(talk, survey, name)?.key.clone())).collect()
}

fn exit_code(diagnostics: &[Diagnostic]) -> ExitCode {
    if diagnostics.iter().any(Diagnostic::is_error) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
