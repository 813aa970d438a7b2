//! The command line: one file a command, each with its `run`. Exit codes: 0 fine, 1 the site has errors, 2 wrong use.

mod build;
mod check;
mod locales;
mod serve;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;

use crate::diagnostic::{Checked, Diagnostic};
use crate::pipeline::{self, Built, Request};
use crate::report::{self, Summary, Talk};

/// Builds multilingual static sites from Markdown, Fluent and Tera.
#[derive(Debug, Parser)]
#[command(name = "bruecke", version, about, long_about = LONG, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Language of the messages: de, vi or en; else the one of the environment.
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<String>,
    /// How messages are printed.
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    format: Format,
}

const LONG: &str = "Builds multilingual static sites from Markdown, Fluent and Tera.

A site is a folder with site.yaml, content/, locales/ and themes/. Run `bruecke build` in it: the site is then in
public/, ready for any static host. `bruecke serve` shows it while you write.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site into a folder.
    Build(build::Build),
    /// Do all but write: report every mistake.
    Check(check::Check),
    /// Check the texts of the interface, add drafts of missing ones, begin a language.
    Locales(locales::Locales),
    /// Show the site in the browser and follow changes.
    Serve(serve::Serve),
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

impl SiteArgs {
    /// The instant of the build; the only place where the clock is read.
    fn instant(&self) -> Timestamp {
        let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
        let epoch = epoch.and_then(|seconds| Timestamp::from_second(seconds).ok());
        self.at.or(epoch).unwrap_or_else(Timestamp::now)
    }

    /// Builds the site in memory.
    pub fn build(&self) -> Checked<Built> {
        pipeline::build(&Request {
            root: &self.root,
            base_url: self.base_url.as_deref(),
            drafts: self.drafts,
            at: self.instant(),
        })
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
    let talk = match Talk::new(cli.lang.as_deref()) {
        Ok(talk) => std::sync::Arc::new(talk),
        Err(known) => {
            eprintln!("--lang: {known}");
            return ExitCode::from(2);
        }
    };
    let done = match cli.command {
        Command::Build(build) => build.run(&talk, cli.format),
        Command::Check(check) => check.run(&talk, cli.format),
        Command::Locales(locales) => locales.run(&talk, cli.format),
        Command::Serve(serve) => serve.run(talk.clone()),
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
    match format {
        Format::Human => {
            eprint!("{}", report::human(talk, diagnostics));
            print!("{}", report::summary(talk, summary, diagnostics));
        }
        Format::Json => println!("{}", report::json(talk, diagnostics, summary)),
    }
    exit_code(diagnostics)
}

fn exit_code(diagnostics: &[Diagnostic]) -> ExitCode {
    if diagnostics.iter().any(Diagnostic::is_error) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
