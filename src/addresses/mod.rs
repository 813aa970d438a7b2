//! The registry of addresses: everything that the output holds claims its address here before anything is rendered, and two
//! claims that stand in each other's way are reported, whoever makes them.
//!
//! An address is a file of the output, since that is what gets in another's way: a page's is its `index.html`. Many disks
//! and hosts know no case and one Unicode form, so neither tells addresses apart. A claim has a time: two whose times
//! never meet do not collide. While claims come in, only hashes are compared; whoever collides is looked for at the end,
//! since most sites have nobody who does.

mod claim;
mod names;

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

pub(crate) use claim::{Claim, Owner, Window};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{EDITOR_FOLDER, SitePath, folded};

/// What messages call the program.
const PROGRAM: &str = "bruecke";

/// So many letters of a long name are enough to know it by.
const SHOWN: usize = 40;

/// Every claim of a site.
#[derive(Debug)]
pub(crate) struct AddressRegistry {
    /// Whether the site has an editor, to which its folder belongs.
    editor: bool,
    claims: Vec<Claim>,
    /// Hashes of files, folded.
    files: FxHashSet<u64>,
    /// Hashes of the folders that files need, folded, each with that of its spelling and the claim that came first.
    folders: FxHashMap<u64, (u64, usize)>,
    /// Whether any two claims may be in each other's way.
    is_suspicious: bool,
    /// Claims that spell a folder unlike an earlier one.
    spelled: Vec<(usize, usize)>,
    diagnostics: Vec<Diagnostic>,
    /// Names that were reported, so that it is done once and not once a language.
    reported: BTreeSet<String>,
}

/// How two claims are in each other's way.
#[derive(Clone, Copy)]
enum Clash {
    /// One file.
    Same,
    /// One file where case and Unicode form do not count.
    Spelling,
    /// The first is a file where the second needs a folder.
    Folder,
}

impl AddressRegistry {
    /// Nothing is claimed yet but what the program makes for itself.
    pub(crate) fn new(editor: bool) -> Self {
        Self {
            editor,
            claims: Vec::new(),
            files: FxHashSet::default(),
            folders: FxHashMap::default(),
            is_suspicious: false,
            spelled: Vec::new(),
            diagnostics: Vec::new(),
            reported: BTreeSet::new(),
        }
    }

    /// Claims an address.
    pub(crate) fn claim(&mut self, claim: Claim) {
        let file = claim.path.output_file();
        let key = folded(&file);
        self.check_names(&claim, &file);
        if let Some(owner) = self.reserved(&key) {
            let other = Claim { owner: Owner::named(owner), ..claim.clone() };
            return self.report(&claim, &other, Clash::Same);
        }
        let index = self.claims.len();
        let hashed = hash(&key);
        self.is_suspicious |= !self.files.insert(hashed) || self.folders.contains_key(&hashed);
        let mut rest = (&*file, &*key);
        while let (Some((folder, _)), Some((folded, _))) = (rest.0.rsplit_once('/'), rest.1.rsplit_once('/')) {
            let (hashed, spelled) = (hash(folded), hash(folder));
            self.is_suspicious |= self.files.contains(&hashed);
            match self.folders.get(&hashed) {
                Some((other, _)) if *other == spelled => break,
                Some((_, first)) => self.spelled.push((*first, index)),
                None => _ = self.folders.insert(hashed, (spelled, index)),
            }
            rest = (folder, folded);
        }
        self.claims.push(claim);
    }

    /// Who has an address in every site, by its folded file: the editor, where there is one, files for robots, search and
    /// cards, and what the program keeps for itself.
    fn reserved(&self, key: &str) -> Option<&'static str> {
        let (first, rest) = key.split_once('/').unwrap_or((key, ""));
        if self.editor && first == EDITOR_FOLDER.trim_end_matches('/') {
            return Some("site.yaml (features: editor)");
        }
        let is_sitemap = first.starts_with("sitemap") && first.ends_with(".xml");
        let is_search = first == "search" && rest.split('/').any(|name| name.ends_with(".js"));
        let own = is_sitemap
            || is_search
            || key.split('/').any(names::is_card)
            || first == "robots.txt"
            || first.starts_with(".bruecke");
        own.then_some(PROGRAM)
    }

    /// Reports names that no disk holds, or not every one.
    fn check_names(&mut self, claim: &Claim, file: &str) {
        for name in file.split('/') {
            let code = match name {
                name if name.len() > names::LONGEST => Code::LongName,
                name if names::is_refused_by_windows(name) => Code::WindowsName,
                _ => continue,
            };
            if self.reported.insert(format!("{name}\0{}", claim.owner.label())) {
                let shown: String = name.chars().take(SHOWN).collect();
                let shown = if shown.len() < name.len() { shown + "…" } else { shown };
                let found = Diagnostic::new(code).with("name", shown).count("bytes", name.len());
                let found = found.with("owner", claim.owner.label());
                self.diagnostics.push(Diagnostic { at: claim.owner.at.clone(), ..found });
            }
        }
    }

    /// What is wrong with the claims so far, and was not said before.
    pub(crate) fn check(&mut self) -> Vec<Diagnostic> {
        let claims = std::mem::take(&mut self.claims);
        if std::mem::take(&mut self.is_suspicious) {
            self.find_clashes(&claims);
        }
        for (first, second) in std::mem::take(&mut self.spelled) {
            self.compare(&claims[first], &claims[second], Clash::Spelling);
        }
        self.claims = claims;
        std::mem::take(&mut self.diagnostics)
    }

    /// Goes through all files in their order, in which one that must be a folder stands just before what needs it.
    fn find_clashes(&mut self, claims: &[Claim]) {
        let files = claims.iter().map(|claim| (claim.path.output_file(), claim));
        let mut files: Vec<_> = files.map(|(file, claim)| (folded(&file).into_owned(), file, claim)).collect();
        files.sort_by(|(a, ..), (b, ..)| a.split('/').cmp(b.split('/')));
        // The files at or above the one that is looked at.
        let mut above: Vec<usize> = Vec::new();
        for (index, (key, file, claim)) in files.iter().enumerate() {
            let is_above =
                |other: &str| key.strip_prefix(other).is_some_and(|rest| matches!(rest.as_bytes(), [] | [b'/', ..]));
            while above.last().is_some_and(|last| !is_above(&files[*last].0)) {
                above.pop();
            }
            for other in &above {
                let (other_key, other_file, other) = &files[*other];
                let clash = match (other_key == key, other_file == file) {
                    (true, true) => Clash::Same,
                    (true, false) => Clash::Spelling,
                    (false, _) => Clash::Folder,
                };
                if self.compare(other, claim, clash) {
                    break;
                }
            }
            above.push(index);
        }
    }

    /// Whether two claims are in each other's way at any time; if so it is reported.
    fn compare(&mut self, first: &Claim, second: &Claim, clash: Clash) -> bool {
        let clashes = first.time.meets(&second.time) && !first.owner.is_page_of(&second.owner);
        if clashes {
            self.report(second, first, clash);
        }
        clashes
    }

    /// Reports a claim at the line that can be mended: its own, or else that of the other.
    fn report(&mut self, claim: &Claim, other: &Claim, clash: Clash) {
        let in_draft = claim.time.draft || other.time.draft;
        let at_other = claim.owner.at.is_none() || (other.time.draft && !claim.time.draft && other.owner.at.is_some());
        let (own, other, how) = match (at_other, clash) {
            (false, Clash::Folder) => (claim, other, "folder"),
            (true, Clash::Folder) => (other, claim, "file"),
            (false, Clash::Spelling) => (claim, other, "spelling"),
            (true, Clash::Spelling) => (other, claim, "spelling"),
            (false, Clash::Same) => (claim, other, "same"),
            (true, Clash::Same) => (other, claim, "same"),
        };
        let label = own.owner.label();
        let place = own.owner.at.as_ref().map_or(own.path.to_string(), |at| format!("{label} {}", at.span.start));
        if self.reported.insert(place) {
            let code = if in_draft { Code::DraftAddress } else { Code::SameAddress };
            let found = Diagnostic::new(code).with("path", &own.path).with("how", how);
            let found = found.with("other-path", &other.path).with("other", other.owner.label());
            self.diagnostics.push(Diagnostic { at: own.owner.at.clone(), ..found });
        }
    }
}

impl Claim {
    /// A claim for as long as the site stands.
    pub(crate) fn for_ever(path: SitePath, owner: Owner) -> Self {
        Self { path, owner, time: Window::default() }
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}
