//! What a build leaves for the next one. Without it every build is a fresh one; with it the files are the same, sooner.

use std::sync::Arc;

use super::{Beside, Built};
use crate::diagnostic::Diagnostic;
use crate::discover::Known;
use crate::parse;
use crate::render::{self, Stage};

/// The last build, as far as the next one can use it.
#[derive(Debug)]
pub struct Memory {
    pub(super) keeps: bool,
    /// The files as they were read.
    pub(super) known: Known,
    /// What there is beside the pages.
    pub(super) beside: Option<Arc<Beside>>,
    /// The pages as they were parsed.
    pub(super) parsed: parse::Memory,
    /// The pages as they were rendered.
    pub(super) rendered: render::Memory,
    /// The last build without errors.
    pub(super) last: Option<Last>,
}

/// A build without errors.
#[derive(Debug)]
pub(super) struct Last {
    pub stage: Arc<Stage>,
    pub beside: Arc<Beside>,
    pub parsed: parse::Memory,
    pub built: Built,
    /// What was noticed after parsing.
    pub diagnostics: Vec<Diagnostic>,
}

impl Memory {
    /// One that forgets: for a single build.
    pub fn nothing() -> Self {
        Self {
            keeps: false,
            known: Known::nothing(),
            beside: None,
            parsed: parse::Memory::nothing(),
            rendered: render::Memory::nothing(),
            last: None,
        }
    }

    /// One that keeps: for builds that follow one another.
    pub fn keeping() -> Self {
        Self {
            keeps: true,
            known: Known::keeping(),
            parsed: parse::Memory::keeping(),
            rendered: render::Memory::keeping(),
            ..Self::nothing()
        }
    }

    /// Keeps a build without errors.
    pub(super) fn keep(&mut self, stage: &Arc<Stage>, built: &Built, diagnostics: &[Diagnostic]) {
        if let Some(beside) = self.beside.clone().filter(|_| self.keeps) {
            let (stage, parsed) = (stage.clone(), self.parsed.clone());
            let diagnostics = diagnostics.to_vec();
            self.last = Some(Last { stage, beside, parsed, built: built.clone(), diagnostics });
        }
    }
}
