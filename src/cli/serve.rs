//! `bruecke serve`.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::console::Console;
use super::site::SiteArgs;
use crate::pipeline::{self, Memory, Request};
use crate::serve::Options;

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    site: SiteArgs,
    #[arg(long, default_value_t = 3000)]
    port: u16,
    #[arg(long)]
    lan: bool,
    #[arg(long)]
    open: bool,
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
