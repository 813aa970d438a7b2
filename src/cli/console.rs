//! What every command says, in which language and in which form.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use clap::error::{ContextKind, ContextValue};
use clap::{Args, ValueEnum};

use crate::diagnostic::{Arg, Diagnostic};
use crate::report::{self, Messages, Summary};

/// Given before the command or after it.
#[derive(Debug, Args)]
pub(super) struct OutputArgs {
    /// Language of the messages: de, vi or en; else the one of the environment.
    #[arg(long, value_name = "LANG", global = true, value_parser = messages)]
    lang: Option<Arc<Messages>>,
    /// How messages are printed.
    #[arg(long, value_enum, global = true, default_value_t = Format::Human)]
    format: Format,
}

fn messages(lang: &str) -> Result<Arc<Messages>, String> {
    let known = || format!("messages are in {}", Messages::languages().collect::<Vec<_>>().join(", "));
    Messages::find(lang).map(Arc::new).ok_or_else(known)
}

/// How messages are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: an excerpt under each message.
    Human,
    /// One JSON object.
    Json,
}

/// An error of usage; where --lang or --format has a value that is not theirs, with the option that was meant.
pub(super) fn with_tip(mut error: clap::Error) -> clap::Error {
    let tip = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(arg)) if arg.starts_with("--lang ") => {
            "--lang is the language of messages; --language names one of the site"
        }
        Some(ContextValue::String(arg)) if arg.starts_with("--format ") => {
            "--format is that of messages; --table gives a table as CSV or Markdown, --file-format a file as XLIFF or PO"
        }
        _ => return error,
    };
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    error
}

pub(super) struct Console {
    pub messages: Arc<Messages>,
    /// Whether somebody asked for their language.
    pub lang_given: bool,
    pub format: Format,
}

impl Console {
    pub(super) fn new(args: OutputArgs) -> Self {
        let lang_given = args.lang.is_some();
        Self { messages: args.lang.unwrap_or_default(), lang_given, format: args.format }
    }

    pub(super) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    pub(super) fn get(&self, key: &str) -> String {
        self.messages.get(key)
    }

    pub(super) fn format(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.messages.format(key, args)
    }

    /// Prints messages for people, whatever the format is of what follows.
    pub(super) fn report(&self, diagnostics: &[Diagnostic]) {
        eprint!("{}", report::human(&self.messages, diagnostics));
    }

    /// Prints messages to stderr and the summary to stdout, or both as one JSON object to stdout; gives the exit code.
    pub(super) fn print(&self, diagnostics: &[Diagnostic], summary: &Summary<'_>) -> ExitCode {
        let rendered = (!self.is_json()).then(|| report::human(&self.messages, diagnostics));
        self.print_rendered(rendered.as_deref(), diagnostics, summary)
    }

    /// The same with messages that are rendered for people already; without, they are one JSON object with the summary.
    pub(super) fn print_rendered(
        &self,
        rendered: Option<&str>,
        diagnostics: &[Diagnostic],
        summary: &Summary<'_>,
    ) -> ExitCode {
        match rendered {
            Some(rendered) => {
                eprint!("{rendered}");
                print!("{}", report::summary(&self.messages, summary, diagnostics));
            }
            None => println!("{}", report::json(&self.messages, diagnostics, summary)),
        }
        exit_code(diagnostics)
    }
}

/// Prints to stdout what other programs read; one that stops reading early is no mistake.
pub(super) fn print_bytes(bytes: &[u8]) -> Result<ExitCode> {
    match std::io::stdout().write_all(bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

pub(super) fn exit_code(diagnostics: &[Diagnostic]) -> ExitCode {
    if diagnostics.iter().any(Diagnostic::is_error) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
