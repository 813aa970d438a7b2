//! `bruecke serve`.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::console::Console;
use super::site::SiteArgs;
use crate::pipeline::{self, Memory, Request};
use crate::serve::Options;

/// Show the site in the browser and follow changes.
///
/// Builds in memory, answers on this machine only unless told otherwise, watches the site's folder and reloads the open page after a change.
/// Errors are shown in the page; the last good version stays behind them. Drafts and pages under embargo are shown with a
/// badge. /__bruecke/ says how the site is: its pages by language, what is wrong, what is coming.
#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    site: SiteArgs,
    /// The port; 0 takes a free one.
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// Let other machines of the network look too, such as a telephone: whoever is in it sees the site, drafts included
    /// if they are shown.
    #[arg(long)]
    lan: bool,
    /// Open the browser.
    #[arg(long)]
    open: bool,
    /// Show the site as `build` makes it: without drafts, unless --drafts is given, and without pages under embargo.
    #[arg(long)]
    public: bool,
}

impl Serve {
    pub(super) fn run(self, console: &Console) -> Result<ExitCode> {
        let site = self.site;
        let root = site.root.path.clone();
        let options = Options { port: self.port, lan: self.lan, open: self.open, lang_given: console.lang_given };
        let mut memory = Memory::default();
        let hidden = !self.public;
        crate::serve::run(&root, options, console.messages.clone(), move |changed, ahead| {
            let request = site.request();
            let request = Request { drafts: hidden || request.drafts, embargoed: hidden, ..request };
            pipeline::rebuild(&request, &mut memory, changed, ahead)
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
