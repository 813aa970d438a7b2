//! Pages that were rendered before, each with the number of what it was made from, so that a build that follows another
//! renders only what has become another one.
//!
//! A page is made from its view, from its template and those that one uses, and from what the site answers to the
//! templates' questions. Where none of these has changed, neither has the page.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use tera::Tera;

use super::digest::Digest;
use super::jobs::Job;
use super::questions::{self, Questions};
use super::sight::Sight;
use super::{Stage, Theme, closure, feeds, kits};
use crate::model::card::Cards;
use crate::model::output::Output;
use crate::model::url::SitePath;

/// The pages of the last time, and what they were made with.
#[derive(Debug, Default)]
pub struct Memory {
    keeps: bool,
    pages: HashMap<SitePath, Kept>,
    questions: Questions,
    /// What the last build worked with; `None` when it did not end well.
    pub(super) desk: Option<Desk>,
}

/// What a build works with.
#[derive(Debug)]
pub(super) struct Desk {
    pub tera: Tera,
    pub cards: Cards,
    pub kits: kits::Kits,
    pub jobs: Vec<Job>,
    pub entries: feeds::Entries,
    /// The number of each template and those that it uses.
    pub closures: closure::Closures,
}

/// A page as it was rendered.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// The number of its view and its templates.
    print: u64,
    /// The numbers of its questions.
    asked: Arc<[u64]>,
    pub output: Output,
}

impl Kept {
    /// A page with its questions.
    pub(super) fn new(print: u64, asked: &Questions, output: Output) -> Self {
        Self { print, asked: asked.keys().copied().collect(), output }
    }
}

/// What rendering knows of the last time.
pub(super) struct Known<'m> {
    memory: &'m Memory,
    /// The number of each template and those that it uses.
    closures: closure::Closures,
    /// The questions that have another answer now; `None` where no page is to be taken as it was.
    changed: Option<HashSet<u64>>,
}

impl Memory {
    /// One that forgets.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// One that keeps.
    pub fn keeping() -> Self {
        Self { keeps: true, ..Self::default() }
    }

    /// What is known, now that the site is this one.
    pub(super) fn known(&self, stage: &Arc<Stage>, theme: &Theme) -> Known<'_> {
        let changed = self.keeps.then(|| questions::changed(&self.questions, stage, &theme.fonts));
        let closures = if self.keeps { closure::closures(theme) } else { Default::default() };
        Known { memory: self, closures, changed }
    }

    /// For pages that are to be rendered whatever is known.
    pub(super) fn all_new(&self, closures: &closure::Closures) -> Known<'_> {
        Known { memory: self, closures: closures.clone(), changed: None }
    }

    /// Keeps what was made, and nothing else.
    pub(super) fn keep(&mut self, kept: Vec<(Kept, Questions)>, desk: Desk) {
        if !self.keeps {
            return;
        }
        self.pages.clear();
        self.add(kept);
        let used: HashSet<u64> = self.pages.values().flat_map(|kept| kept.asked.iter().copied()).collect();
        self.questions.retain(|number, _| used.contains(number));
        self.desk = Some(desk);
    }

    /// Keeps what was made, in the place of what had the same addresses.
    pub(super) fn add(&mut self, kept: Vec<(Kept, Questions)>) {
        for (kept, asked) in kept {
            self.questions.extend(asked);
            self.pages.insert(kept.output.path.clone(), kept);
        }
    }
}

impl Known<'_> {
    /// The number of each template and those that it uses.
    pub(super) fn closures(&self) -> &closure::Closures {
        &self.closures
    }

    pub(super) fn keeps(&self) -> bool {
        self.memory.keeps
    }

    /// The number of a view and its templates.
    pub(super) fn print(&self, template: &str, sight: &Sight) -> u64 {
        let mut digest = Digest::default();
        digest.text(template);
        digest.number(self.closures.get(template).copied().unwrap_or_default());
        sight.digest(&mut digest);
        digest.finish()
    }

    /// The page at an address, if it is the same still.
    pub(super) fn kept(&self, path: &SitePath, print: u64) -> Option<&Kept> {
        let changed = self.changed.as_ref()?;
        let kept = self.memory.pages.get(path).filter(|kept| kept.print == print)?;
        (!kept.asked.iter().any(|number| changed.contains(number))).then_some(kept)
    }
}
