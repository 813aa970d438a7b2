//! Help of the commands, and what is said of wrong use, in the language of the messages. clap has English texts only, so the
//! program parses without any; where it must say something, it parses again with the texts of `help/*.ftl`.

use std::error::Error;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::Cli;
use crate::report::{Messages, text};

const TEXTS: [(&str, &str); 3] =
    [("de", include_str!("help/de.ftl")), ("vi", include_str!("help/vi.ftl")), ("en", include_str!("help/en.ftl"))];

const TEMPLATE: &str = "{about-with-newline}\n{heading} {usage}\n\n{all-args}";

/// The program's commands with their help in a language: `de`, `vi` or `en`.
pub(super) fn command(lang: &str) -> Command {
    Help::of(lang).translated(Cli::command(), "")
}

/// Prints the help or the version that was asked for, or what is wrong with the arguments; gives the exit code.
pub(super) fn explain(args: &[OsString], error: clap::Error) -> ExitCode {
    let help = Help::of(asked(args).unwrap_or_else(|| Messages::default().lang));
    let command = help.translated(Cli::command(), "");
    let error = command.clone().try_get_matches_from(args).err().unwrap_or(error);
    let code = ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
    match error.kind() {
        ErrorKind::DisplayHelp => out!("{}", help.rendered(&error, std::io::stdout().is_terminal())),
        ErrorKind::DisplayVersion => out!("{}", error.render()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            err!("{}", help.rendered(&error, std::io::stderr().is_terminal()));
        }
        _ => errln!("{}", help.wrong_use(&error, &command, args)),
    }
    code
}

/// A manual page with its headings in a language, and its letters as every roff reads them.
pub(super) fn page(lang: &str, page: &str) -> String {
    let help = Help::of(lang);
    let translated = |line: &str| match line.strip_prefix(".SH ").and_then(|name| help.found(&format!("man-{name}"))) {
        Some(name) => format!(".SH {name}\n"),
        None => format!("{line}\n"),
    };
    let letter = |letter: char| match letter.is_ascii() {
        true => letter.to_string(),
        false => format!("\\[u{:04X}]", u32::from(letter)),
    };
    page.lines().map(translated).collect::<String>().chars().map(letter).collect()
}

/// The language that `--lang` names, wherever it stands.
fn asked(args: &[OsString]) -> Option<&'static str> {
    let args: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).take_while(|arg| *arg != "--").collect();
    let after = || args.iter().position(|arg| *arg == "--lang").and_then(|at| args.get(at + 1)).copied();
    let lang = args.iter().find_map(|arg| arg.strip_prefix("--lang=")).or_else(after)?;
    Messages::find(lang).map(|messages| messages.lang)
}

struct Help(Messages);

impl Help {
    fn of(lang: &str) -> Self {
        Self(Messages::of(TEXTS.iter().find(|(known, _)| *known == lang).unwrap_or(&TEXTS[2])))
    }

    fn get(&self, key: &str) -> String {
        self.0.get(key)
    }

    fn found(&self, key: &str) -> Option<String> {
        self.0.find_text(key, None)
    }

    /// `path` has the names of the commands above, with hyphens between them.
    fn translated(&self, command: Command, path: &str) -> Command {
        let name = if path.is_empty() { command.get_name() } else { path };
        let about = self.get(name);
        let long = self.0.find_text(name, Some("long")).map_or(about.clone(), |long| format!("{about}.\n\n{long}"));
        let flag = |id: &'static str, short, action| {
            Arg::new(id).long(id).short(short).action(action).help(self.get(&format!("arg--{id}")))
        };
        let below = |name: &str| if path.is_empty() { name.to_string() } else { format!("{path}-{name}") };
        command
            .about(about)
            .long_about(long)
            .disable_help_flag(true)
            .disable_version_flag(true)
            .disable_help_subcommand(true)
            .arg(flag("help", 'h', ArgAction::Help))
            .arg(flag("version", 'V', ArgAction::Version))
            .help_template(TEMPLATE.replace("{heading}", &self.get("heading-usage")))
            .subcommand_help_heading(self.get("heading-commands"))
            .subcommand_value_name(self.get("usage-command"))
            .mut_args(|arg| self.argument(arg, path))
            .mut_subcommands(|command| {
                let path = below(command.get_name());
                self.translated(command, &path)
            })
    }

    fn argument(&self, arg: Arg, path: &str) -> Arg {
        let key = self.key(&arg, path);
        let heading = if arg.is_positional() { "heading-arguments" } else { "heading-options" };
        let name = |name: &clap::builder::Str| self.found(&format!("value-{name}")).unwrap_or_else(|| name.to_string());
        let names: Vec<String> = arg.get_value_names().unwrap_or_default().iter().map(name).collect();
        let note = |key: &str, values: Vec<String>| {
            (!values.is_empty()).then(|| self.0.format(key, &[text("values", values.join(", "))]))
        };
        if !arg.get_action().takes_values() {
            return arg.help(self.get(&key)).help_heading(self.get(heading));
        }
        let default = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        let possible = arg.get_possible_values().iter().map(|value| value.get_name().to_string()).collect();
        let notes: Vec<String> = [note("possible", possible), note("default", default)].into_iter().flatten().collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" [{}]", notes.join("; ")) };
        let arg = arg.help(self.get(&key) + &notes).help_heading(self.get(heading));
        arg.hide_default_value(true).hide_possible_values(true).value_names(names)
    }

    /// The message of an argument: of its command, else the one of all that have it.
    fn key(&self, arg: &Arg, path: &str) -> String {
        let own = format!("{path}--{}", arg.get_id());
        if self.found(&own).is_some() { own } else { format!("arg--{}", arg.get_id()) }
    }

    fn rendered(&self, error: &clap::Error, coloured: bool) -> String {
        let text = error.render();
        let text = if coloured { text.ansi().to_string() } else { text.to_string() };
        text.replace("[OPTIONS]", &self.get("usage-options"))
    }

    /// What is wrong, what may have been meant, how the command is used, where there is more.
    fn wrong_use(&self, error: &clap::Error, command: &Command, args: &[OsString]) -> String {
        let mut said = format!("{} {}\n", self.get("usage-error"), self.mistake(error));
        if let Some(tip) = self.tip(error) {
            said += &format!("\n  {} {tip}\n", self.get("usage-tip"));
        }
        if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
            let usage = usage.to_string().replace("Usage:", &self.get("heading-usage"));
            said += &format!("\n{}\n", usage.replace("[OPTIONS]", &self.get("usage-options")));
        }
        let mut path = vec!["bruecke"];
        let mut reached = command;
        for word in args.iter().skip(1).filter_map(|arg| arg.to_str()) {
            let Some(next) = reached.find_subcommand(word) else { continue };
            path.push(word);
            reached = next;
        }
        let more = format!("{} --help", path.join(" "));
        said + "\n" + &self.0.format("usage-more", &[text("command", more)])
    }

    fn mistake(&self, error: &clap::Error) -> String {
        let [arg, value, other] =
            [ContextKind::InvalidArg, ContextKind::InvalidValue, ContextKind::PriorArg].map(|kind| words(error, kind));
        let about_arg = |key: &str| self.0.format(key, &[text("arg", &arg)]);
        match error.kind() {
            ErrorKind::UnknownArgument => about_arg("usage-unknown-argument"),
            ErrorKind::InvalidSubcommand => {
                let name = words(error, ContextKind::InvalidSubcommand);
                self.0.format("usage-unknown-command", &[text("arg", name)])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation if !value.is_empty() => {
                let said = self.0.format("usage-invalid-value", &[text("value", value), text("arg", &arg)]);
                let valid = words(error, ContextKind::ValidValue);
                let possible = (!valid.is_empty()).then(|| self.0.format("possible", &[text("values", valid)]));
                // The parsers of values give the names of messages.
                let reason = error.source().map(|reason| self.get(&reason.to_string())).or(possible);
                reason.map_or(said.clone(), |reason| format!("{said}: {reason}"))
            }
            ErrorKind::InvalidValue | ErrorKind::MissingRequiredArgument => {
                self.0.format("usage-missing", &[text("args", arg)])
            }
            ErrorKind::ArgumentConflict if other.is_empty() || other == arg => about_arg("usage-once"),
            ErrorKind::ArgumentConflict => self.0.format("usage-conflict", &[text("arg", arg), text("other", other)]),
            ErrorKind::MissingSubcommand => self.get("usage-no-command"),
            _ => self.get("usage-wrong"),
        }
    }

    /// The option or value that was meant. Those of messages are easily taken for those of the site.
    fn tip(&self, error: &clap::Error) -> Option<String> {
        let arg = words(error, ContextKind::InvalidArg);
        for (option, key) in [("--lang ", "usage-lang"), ("--format ", "usage-format")] {
            if arg.starts_with(option) && error.get(ContextKind::InvalidValue).is_some() {
                return Some(self.get(key));
            }
        }
        let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
        let near = kinds.into_iter().map(|kind| words(error, kind)).find(|near| !near.is_empty())?;
        Some(self.0.format("usage-did-you-mean", &[text("name", near)]))
    }
}

/// What clap knows of an error.
fn words(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The messages that a command and those below it ask for.
    fn asked_for(help: &Help, command: &Command, path: &str, keys: &mut BTreeSet<String>) {
        keys.insert(if path.is_empty() { command.get_name() } else { path }.to_string());
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            keys.insert(help.key(arg, path));
            let names = arg.get_value_names().filter(|_| arg.get_action().takes_values()).unwrap_or_default();
            keys.extend(names.iter().map(|name| format!("value-{name}")));
        }
        for below in command.get_subcommands() {
            let name = below.get_name();
            let path = if path.is_empty() { name.to_string() } else { format!("{path}-{name}") };
            asked_for(help, below, &path, keys);
        }
    }

    #[test]
    fn every_command_and_argument_has_a_text_in_every_language_and_no_text_is_left_over() {
        for (lang, file) in TEXTS {
            let help = Help::of(lang);
            let mut keys = BTreeSet::from(["arg--help".to_string(), "arg--version".to_string()]);
            asked_for(&help, &Cli::command(), "", &mut keys);
            for key in &keys {
                assert!(help.found(key).is_some(), "{lang} lacks {key}");
            }
            let defined = file.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
            let source = include_str!("help.rs");
            for key in defined.filter_map(|line| line.split(" =").next()) {
                let used = keys.contains(key) || source.contains(&format!("\"{key}\"")) || key.starts_with("man-");
                let parsers = ["usage-messages", "usage-day", "usage-time", "usage-url", "usage-tag", "usage-state"];
                assert!(used || parsers.contains(&key), "{lang}: nobody asks for {key}");
            }
        }
    }

    #[test]
    fn the_language_of_help_is_that_of_messages() {
        let asked = |args: &[&str]| asked(&args.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked(&["bruecke", "--lang", "de_AT", "build", "--help"]), Some("de"));
        assert_eq!(asked(&["bruecke", "build", "--help", "--lang=vi"]), Some("vi"));
        assert_eq!(asked(&["bruecke", "new", "page", "--", "--lang", "vi"]), None);
        assert_eq!(asked(&["bruecke", "--lang", "fr", "--help"]), None);
        assert_eq!(asked(&["bruecke", "--help", "--lang"]), None);
    }
}
