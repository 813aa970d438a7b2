//! What is shown now, and who wants to know when that changes.
//!
//! Two threads share it: one builds, one answers. Invariant: a build with errors never takes the last good version away.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock, RwLockReadGuard};
use std::time::Instant;

use super::voices::Voices;
use crate::diagnostic::{Checked, Diagnostic};
use crate::model::output::{Content, Output};
use crate::model::overview::Row;
use crate::model::text::PageText;
use crate::model::url::SitePath;
use crate::pipeline::{self, Built, Changed, Partial, Priority, Rebuild};
use crate::report::{self, Summary};

/// Files by path without a leading slash.
type Files = BTreeMap<String, Content>;

/// What is shown.
pub(super) struct Current {
    state: RwLock<State>,
    /// The pages that somebody looks at, and how many do.
    open: Mutex<BTreeMap<SitePath, usize>>,
    pub(super) changed: tokio::sync::watch::Sender<()>,
    pub(super) voices: Voices,
    /// Differs between two runs of the program, so that pages left open by an earlier one notice.
    run: u64,
}

/// The last good version, and what the last build found.
#[derive(Default)]
pub(super) struct State {
    /// How often what is shown became another; 0 means that there is nothing to show.
    version: u64,
    /// Everything but the files.
    pub(super) built: Option<Arc<Built>>,
    files: Files,
    /// What the pages say.
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

impl State {
    /// Whether there is anything to show.
    pub(super) fn is_empty(&self) -> bool {
        self.version == 0
    }

    /// Whether the last build found errors.
    pub(super) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// The errors that the last build found.
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

    fn show(&mut self, Showing { files, texts, built }: Showing) {
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
    pub(super) fn row(&self, path: &str) -> Option<Row> {
        self.built.as_ref()?.row_at(path)
    }
}

/// What is shown next.
struct Showing {
    files: Files,
    texts: Vec<Arc<PageText>>,
    /// What there is to say of it, where that may be something else; all other files are gone then.
    built: Option<Arc<Built>>,
}

impl Showing {
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
        (Content::Packed(one), Content::Packed(other)) => Arc::ptr_eq(one, other),
        _ => false,
    }
}

impl Current {
    pub(super) fn new(voices: Voices) -> Self {
        let run = RandomState::new().build_hasher().finish();
        let (changed, _) = tokio::sync::watch::channel(());
        Self { state: RwLock::default(), open: Mutex::default(), changed, voices, run }
    }

    pub(super) fn state(&self) -> RwLockReadGuard<'_, State> {
        // A writer only moves finished values in, so even a poisoned state is whole.
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn edit(&self, edit: impl FnOnce(&mut State)) {
        edit(&mut self.state.write().unwrap_or_else(PoisonError::into_inner));
        self.changed.send_replace(());
    }

    /// The name of the version that `state` shows, known to its pages.
    pub(super) fn version(&self, state: &State) -> String {
        format!("{:x}-{}", self.run, state.version)
    }

    /// Somebody looks at a page.
    pub(super) fn look(&self, path: &SitePath) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        *open.entry(path.clone()).or_default() += 1;
    }

    /// Somebody looks at it no longer.
    pub(super) fn leave(&self, path: &SitePath) {
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
        let built = build(changed, Some(ahead).filter(|_| !wanted.is_empty() && !self.state().is_empty()));
        let took = started.elapsed();
        let report = report::human(&self.voices.own, &built.diagnostics);
        self.show(built);
        let state = self.state();
        let built = state.built.as_deref().filter(|_| !state.has_errors());
        let summary = Summary { built, output: None, written: None, took };
        let summary = report::summary(&self.voices.own, &summary, &state.diagnostics);
        drop(state);
        eprint!("{report}");
        print!("{summary}");
    }

    fn show_ahead(&self, outputs: Vec<Output>) {
        let files = by_path(outputs);
        let state = self.state();
        let others = files.into_iter().filter(|(name, file)| !state.files.get(name).is_some_and(|old| same(old, file)));
        let others: Vec<_> = others.collect();
        drop(state);
        if others.is_empty() {
            return;
        }
        self.edit(|state| {
            state.version += 1;
            for (name, file) in others {
                let old = state.files.insert(name.clone(), file);
                state.before.push((name, old));
            }
        });
    }

    fn show(&self, built: Checked<Option<Rebuild>>) {
        let Checked { value, diagnostics } = built;
        // Taken together before anybody has to wait for it.
        let value = value.map(Showing::of);
        self.edit(|state| {
            state.version += u64::from(value.is_some() || !state.before.is_empty());
            for (name, old) in std::mem::take(&mut state.before).into_iter().rev() {
                match old {
                    Some(old) => _ = state.files.insert(name, old),
                    None => _ = state.files.remove(&name),
                }
            }
            state.diagnostics = diagnostics;
            if let Some(showing) = value {
                state.show(showing);
            }
        });
    }
}
