//! What every command says, in which language and in which form.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::diagnostic::{Arg, Diagnostic};
use crate::report::{self, Messages, Summary};

#[derive(Debug, Args)]
pub(super) struct OutputArgs {
    #[arg(long, value_name = "LANG", global = true, value_parser = messages)]
    lang: Option<Arc<Messages>>,
    #[arg(long, value_enum, global = true, default_value_t = Format::Human)]
    format: Format,
}

fn messages(lang: &str) -> Result<Arc<Messages>, &'static str> {
    Messages::find(lang).map(Arc::new).ok_or("usage-messages")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
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
        err!("{}", report::human(&self.messages, diagnostics));
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
                err!("{rendered}");
                out!("{}", report::summary(&self.messages, summary, diagnostics));
            }
            None => outln!("{}", report::json(&self.messages, diagnostics, summary)),
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
