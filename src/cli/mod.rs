//! The command line: one file a command, each with its `run`. Exit codes: 0 fine, 1 the site has errors, 2 wrong use.

mod build;
mod check;
mod completions;
mod console;
mod explain;
mod help;
mod init;
mod interrupt;
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

#[derive(Debug, Parser)]
#[command(name = "bruecke", version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    output: OutputArgs,
}

/// A new command has a line here, one in `run`, a file of its own, and its texts in `help/*.ftl`.
#[derive(Debug, Subcommand)]
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
            Self::Completions(completions) => completions.run(console),
            Self::Man(man) => man.run(console),
            Self::Schema(schema) => schema.run(),
        }
    }
}

/// Runs the program.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) => return help::explain(&args, error),
    };
    let console = Console::new(cli.output);
    cli.command.run(&console).unwrap_or_else(|error| {
        errln!("{}", report::failure(&console.messages, &error));
        ExitCode::FAILURE
    })
}
