//! Every address that the site takes, with who takes it. Two claims to one address are a mistake, whoever makes them.
//!
//! Many hosts know no case, so case does not tell addresses apart. Nor does a slash at the end: no folder has a file and a
//! folder of one name.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{EDITOR_FOLDER, Location, SitePath};

pub(super) struct AddressRegistry<'a> {
    /// Whether the site has an editor, to which its folder belongs.
    editor: bool,
    taken: FxHashMap<Cow<'a, str>, (&'a SitePath, Cow<'a, str>)>,
    aliases: FxHashMap<&'a SitePath, &'a str>,
    /// What was claimed twice.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> AddressRegistry<'a> {
    /// Nothing is claimed yet but what the program makes for itself.
    pub(super) fn new(editor: bool) -> Self {
        Self { editor, taken: FxHashMap::default(), aliases: FxHashMap::default(), diagnostics: Vec::new() }
    }

    /// Claims an address for somebody whom messages call `claimant`, and who is written down at a place.
    pub(super) fn claim(
        &mut self,
        path: &'a SitePath,
        claimant: impl Into<Cow<'a, str>>,
        at: impl FnOnce() -> Option<Location>,
    ) {
        let key = key(path);
        if let Some(other) = self.reserved(&key) {
            return self.report(path, other, at());
        }
        if let Some((_, other)) = self.taken.insert(key, (path, claimant.into())) {
            self.report(path, &other, at());
        }
    }

    /// Claims an earlier address of a page, after all others have claimed theirs, and says whether it is free. Where case
    /// alone tells it from another it is: on hosts that know case it is needed.
    pub(super) fn claim_alias(&mut self, path: &'a SitePath, claimant: &'a str, at: Location) -> bool {
        let key = key(path);
        let in_the_way = |(taken, _): &&(&SitePath, _)| *taken == path || !taken.as_str().ends_with('/');
        let other = self.reserved(&key).or_else(|| self.aliases.get(path).copied());
        let other = other.map(Cow::Borrowed).or_else(|| Some(self.taken.get(&key).filter(in_the_way)?.1.clone()));
        if let Some(other) = other {
            self.report(path, &other, Some(at));
            return false;
        }
        self.aliases.insert(path, claimant);
        true
    }

    /// Who has the address in every site: the editor, where there is one, and files for search engines.
    fn reserved(&self, key: &str) -> Option<&'static str> {
        let folder = EDITOR_FOLDER.trim_end_matches('/');
        let below = key.strip_prefix(folder).filter(|_| self.editor);
        if below.is_some_and(|below| below.is_empty() || below.starts_with('/')) {
            return Some("site.yaml (features: editor)");
        }
        let sitemap = !key.contains('/') && key.starts_with("sitemap") && key.ends_with(".xml");
        (sitemap || key == "robots.txt").then_some("bruecke")
    }

    fn report(&mut self, path: &SitePath, other: &str, at: Option<Location>) {
        let same = Diagnostic::new(Code::SameAddress).with("path", path).with("other", other);
        self.diagnostics.push(Diagnostic { at, ..same });
    }
}

fn key(path: &SitePath) -> Cow<'_, str> {
    let path = path.as_str().trim_end_matches('/');
    match path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        true => path.into(),
        false => path.to_lowercase().into(),
    }
}
