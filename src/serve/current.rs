//! What is shown now, and who wants to know when that changes.
//!
//! Two threads share it: one builds, one answers. Invariant: a build with errors never takes the last good version away.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock, RwLockReadGuard};
use std::time::Instant;

use super::ui_languages::UiLanguages;
use crate::diagnostic::{Checked, Diagnostic};
use crate::model::{Content, Output, PageStatus, PageText, SitePath};
use crate::pipeline::{self, Built, Changed, Partial, Priority, Rebuild};
use crate::report::{self, Summary};

/// Files by path without a leading slash.
type Files = BTreeMap<String, Content>;

pub(super) struct Current {
    shown: RwLock<Shown>,
    /// The pages that somebody looks at, and how many do.
    open: Mutex<BTreeMap<SitePath, usize>>,
    pub(super) changed: tokio::sync::watch::Sender<()>,
    pub(super) languages: UiLanguages,
    /// Differs between two runs of the program, so that pages left open by an earlier one notice.
    run: u64,
}

/// The last good version, and what the last build found.
#[derive(Default)]
pub(super) struct Shown {
    /// How often what is shown became another; 0 means that there is nothing to show.
    version: u64,
    pub(super) built: Option<Arc<Built>>,
    files: Files,
    texts: BTreeMap<SitePath, Arc<PageText>>,
    /// The search index, once somebody has searched.
    index: Arc<OnceLock<Files>>,
    /// What the last build noticed.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The files that are others since the last build.
    pub(super) last: Vec<String>,
    /// What stood in place of what is shown ahead of a build.
    before: Vec<(String, Option<Content>)>,
}

impl Shown {
    pub(super) fn is_empty(&self) -> bool {
        self.version == 0
    }

    pub(super) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    pub(super) fn errors(&self) -> Vec<Diagnostic> {
        self.diagnostics.iter().filter(|found| found.is_error()).cloned().collect()
    }

    /// The path at which the site is shown: that of its public address, so that links from there work here.
    pub(super) fn base_path(&self) -> String {
        self.built.as_ref().map_or_else(|| "/".to_string(), |built| built.base_path())
    }

    /// A file of the site. The search index is made when the first file of it is wanted.
    pub(super) fn file(&self, name: &str) -> Option<Content> {
        let of_index = || {
            let make = || by_path(pipeline::index(&self.texts.values().cloned().collect::<Vec<_>>()));
            name.starts_with("search/").then(|| self.index.get_or_init(make).get(name).cloned()).flatten()
        };
        self.files.get(name).cloned().or_else(of_index)
    }

    fn show(&mut self, Update { files, texts, built }: Update) {
        let is_other = |(name, file): &(&String, &Content)| {
            name.ends_with("index.html") && !self.files.get(*name).is_some_and(|old| same(old, file))
        };
        let others = files.iter().filter(is_other).map(|(name, _)| name.clone()).collect();
        self.last = if self.files.is_empty() { Vec::new() } else { others };
        let texts = texts.into_iter().map(|text| (text.path.clone(), text));
        match built {
            Some(built) => (self.built, self.files, self.texts) = (Some(built), files, texts.collect()),
            None => {
                self.files.extend(files);
                self.texts.extend(texts);
            }
        }
        self.index = Arc::default();
    }

    /// What there is to say of a page, by its path without a leading slash.
    pub(super) fn row(&self, path: &str) -> Option<PageStatus> {
        self.built.as_ref()?.row_at(path)
    }
}

struct Update {
    files: Files,
    texts: Vec<Arc<PageText>>,
    /// What there is to say of it, where that may be something else; all other files are gone then.
    built: Option<Arc<Built>>,
}

impl Update {
    fn of(rebuilt: Rebuild) -> Self {
        match rebuilt {
            Rebuild::Full(mut built) => {
                let files = by_path(std::mem::take(&mut built.outputs));
                let texts = std::mem::take(&mut built.texts);
                Self { files, texts, built: Some(Arc::from(built)) }
            }
            Rebuild::Partial(Partial { outputs, texts, .. }) => Self { files: by_path(outputs), texts, built: None },
        }
    }
}

fn by_path(outputs: Vec<Output>) -> Files {
    outputs.into_iter().map(|output| (output.path.output_file(), output.content)).collect()
}

/// Whether two files hold the same. Bytes are compared, everything else is taken for another.
fn same(one: &Content, other: &Content) -> bool {
    match (one, other) {
        (Content::Bytes(one), Content::Bytes(other)) => one.as_ptr() == other.as_ptr() || one == other,
        (Content::Static(one), Content::Static(other)) => one == other,
        (Content::CopyOf(one), Content::CopyOf(other)) => one == other,
        (Content::Zip(one), Content::Zip(other)) => Arc::ptr_eq(one, other),
        _ => false,
    }
}

impl Current {
    pub(super) fn new(languages: UiLanguages) -> Self {
        let run = RandomState::new().build_hasher().finish();
        let (changed, _) = tokio::sync::watch::channel(());
        Self { shown: RwLock::default(), open: Mutex::default(), changed, languages, run }
    }

    pub(super) fn shown(&self) -> RwLockReadGuard<'_, Shown> {
        // A writer only moves finished values in, so even after a panic it is whole.
        self.shown.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn edit(&self, edit: impl FnOnce(&mut Shown)) {
        edit(&mut self.shown.write().unwrap_or_else(PoisonError::into_inner));
        self.changed.send_replace(());
    }

    /// The name of the version that `shown` shows, known to its pages.
    pub(super) fn version(&self, shown: &Shown) -> String {
        format!("{:x}-{}", self.run, shown.version)
    }

    pub(super) fn open(&self, path: &SitePath) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        *open.entry(path.clone()).or_default() += 1;
    }

    pub(super) fn close(&self, path: &SitePath) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(path) {
            *count -= 1;
            if *count == 0 {
                open.remove(path);
            }
        }
    }

    /// Builds, reports on the console as `build` does, shows the result and tells the open pages. Pages that somebody looks
    /// at are shown as soon as they are made.
    pub(super) fn rebuild(
        &self,
        build: &mut impl FnMut(&Changed, Option<Priority<'_>>) -> Checked<Option<Rebuild>>,
        changed: &Changed,
    ) {
        let started = Instant::now();
        let wanted: BTreeSet<SitePath> =
            self.open.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect();
        let mut show = |outputs| self.show_ahead(outputs);
        let ahead = Priority { wanted: &wanted, show: &mut show };
        let built = build(changed, Some(ahead).filter(|_| !wanted.is_empty() && !self.shown().is_empty()));
        let took = started.elapsed();
        let report = report::human(&self.languages.own, &built.diagnostics);
        self.show(built);
        let shown = self.shown();
        let built = shown.built.as_deref().filter(|_| !shown.has_errors());
        let summary = Summary { built, output: None, written: None, took };
        let summary = report::summary(&self.languages.own, &summary, &shown.diagnostics);
        drop(shown);
        err!("{report}");
        out!("{summary}");
    }

    fn show_ahead(&self, outputs: Vec<Output>) {
        let files = by_path(outputs);
        let shown = self.shown();
        let others = files.into_iter().filter(|(name, file)| !shown.files.get(name).is_some_and(|old| same(old, file)));
        let others: Vec<_> = others.collect();
        drop(shown);
        if others.is_empty() {
            return;
        }
        self.edit(|shown| {
            shown.version += 1;
            for (name, file) in others {
                let old = shown.files.insert(name.clone(), file);
                shown.before.push((name, old));
            }
        });
    }

    fn show(&self, built: Checked<Option<Rebuild>>) {
        let Checked { value, diagnostics } = built;
        // Taken together before anybody has to wait for it.
        let value = value.map(Update::of);
        self.edit(|shown| {
            shown.version += u64::from(value.is_some() || !shown.before.is_empty());
            for (name, old) in std::mem::take(&mut shown.before).into_iter().rev() {
                match old {
                    Some(old) => _ = shown.files.insert(name, old),
                    None => _ = shown.files.remove(&name),
                }
            }
            shown.diagnostics = diagnostics;
            if let Some(update) = value {
                shown.show(update);
            }
        });
    }
}
