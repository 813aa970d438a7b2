//! The command line: one file a command, each with its `run`. Exit codes: 0 fine, 1 the site has errors, 2 wrong use.

mod build;
mod check;
mod completions;
mod console;
mod explain;
mod init;
mod locales;
mod man;
mod new;
mod schedule;
mod schema;
mod serve;
mod site;
mod translations;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::report;
use console::{Console, OutputArgs};

/// Builds multilingual static sites from Markdown, Fluent and Tera.
#[derive(Debug, Parser)]
#[command(name = "bruecke", version, about, long_about = LONG, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    output: OutputArgs,
}

const LONG: &str = "Builds multilingual static sites from Markdown, Fluent and Tera.

A site is a folder with site.yaml, content/, locales/ and themes/. Run `bruecke build` in it: the site is then in
public/, ready for any static host. `bruecke serve` shows it while you write.";

/// A new command has a line here, one in `run`, and a file of its own.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
enum Command {
    Build(build::Build),
    Check(check::Check),
    Init(init::Init),
    Locales(locales::Locales),
    New(new::New),
    Schedule(schedule::Schedule),
    Serve(serve::Serve),
    Translations(translations::Translations),
    Explain(explain::Explain),
    Completions(completions::Completions),
    Man(man::Man),
    Schema(schema::Schema),
}

impl Command {
    fn run(self, console: &Console) -> Result<ExitCode> {
        match self {
            Self::Build(build) => build.run(console),
            Self::Check(check) => check.run(console),
            Self::Init(init) => init.run(console),
            Self::Locales(locales) => locales.run(console),
            Self::New(new) => new.run(console),
            Self::Schedule(schedule) => schedule.run(console),
            Self::Serve(serve) => serve.run(console),
            Self::Translations(translations) => translations.run(console),
            Self::Explain(explain) => explain.run(console),
            Self::Completions(completions) => completions.run(),
            Self::Man(man) => man.run(),
            Self::Schema(schema) => schema.run(),
        }
    }
}

/// Runs the program.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let error = console::with_tip(error);
            _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let console = Console::new(cli.output);
    cli.command.run(&console).unwrap_or_else(|error| {
        eprintln!("{}", report::failure(&console.messages, &error));
        ExitCode::FAILURE
    })
}
