//! The table of translations: a row a page, a cell a language.

use std::path::Path;
use std::sync::Arc;

use super::changes::{Amount, Changed, compare};
use super::history::{self, HistoryError};
use crate::model::front_matter::parts;
use crate::model::{Document, FrontMatter, Lang, PageRef, Revision, SourceText, State, TranslatableText};
use crate::parse;
use crate::pipeline::Documents;
use crate::resolve::{TranslationSet, for_one_language};

/// A page in one language.
pub(crate) struct Cell {
    /// The page without its language.
    pub page: String,
    pub lang: Lang,
    /// Its file, or the one it would have.
    pub file: String,
    pub state: State,
    /// The language it is, or would be, translated from.
    pub from: Option<Lang>,
    /// The revision of the source that it notes.
    pub noted: Option<Revision>,
    /// The revision of the source now.
    pub now: Option<Revision>,
    /// For an outdated one: what happened to the source since.
    pub since: Option<Since>,
}

/// What happened to a source since it was translated.
pub(crate) struct Since {
    /// The day of the first change, `2026-11-24`; `None` when it is not committed yet.
    pub day: Option<String>,
    pub amount: Amount,
    pub changed: Vec<Changed>,
}

/// Every page in every language, pages by key and languages in the site's order, without what has changed. What is meant for
/// one language alone is missing in no other.
pub(crate) fn cells(survey: &Documents) -> Vec<Cell> {
    let languages = &survey.project.config.languages;
    let alone = for_one_language(&survey.groups);
    let all = survey.groups.iter().flat_map(|group| languages.iter().map(move |lang| cell(group, lang)));
    all.filter(|cell| cell.state != State::Missing || !alone.contains(cell.page.as_str())).collect()
}

fn cell(group: &TranslationSet, lang: Lang) -> Cell {
    let document = group.documents[lang].as_ref();
    let translation = document.and_then(|document| document.front.translation.as_ref());
    let from = match (document, translation) {
        (_, Some(translation)) => Some(translation.from.value),
        (None, None) => Some(group.original),
        (Some(_), None) => None,
    };
    let source = from.and_then(|from| group.documents[from].as_ref());
    Cell {
        page: group.key.clone(),
        lang,
        file: document.or(group.documents[group.original].as_ref()).map(|file| file.path_in(lang)).unwrap_or_default(),
        state: group.states[lang],
        from,
        noted: translation.and_then(|translation| translation.revision),
        now: source.map(|source| source.revision()),
        since: None,
    }
}

/// What happened to the source of an outdated translation since, from the git history of the site in `root`.
///
/// # Errors
/// When the site has no history, or the noted state is not in it.
pub(crate) fn since(root: &Path, survey: &Documents, cell: &Cell) -> Result<Since, HistoryError> {
    let group = survey.groups.iter().find(|group| group.key == cell.page);
    let source = group.zip(cell.from).and_then(|(group, from)| group.documents[from].as_ref());
    let (Some(source), Some(noted)) = (source, cell.noted) else { return Err(HistoryError::NotFound) };
    let read = |text: &str| as_written(source, text, survey);
    let revision = |text: &str| {
        let (front, body) = read(text)?;
        Some(TranslatableText::of(&front).revision(|| body.as_str()))
    };
    let earlier = history::find(root, &source.source.path, |text| revision(text) == Some(noted))?;
    let (Some(old), Some(new)) = (read(&earlier.text), read(source.source.text())) else {
        return Err(HistoryError::NotFound);
    };
    let (changed, amount) = compare(&parts(&old.0, &old.1), &parts(&new.0, &new.1));
    Ok(Since { day: earlier.changed, amount, changed })
}

/// Front matter, and the Markdown.
type Written = (FrontMatter, String);

/// A state of a page's file, read without the typography that readers see.
fn as_written(source: &Document, text: &str, survey: &Documents) -> Option<Written> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    let text = Arc::new(SourceText::new(source.source.path.clone(), text));
    let (front, body) = parse::as_written(&text, source.is_section(), &survey.project.config)?;
    Some((front, text.text()[body].to_string()))
}

/// The page that someone means by `name`: its key, its file, or its path as links write it.
pub(crate) fn find<'s>(survey: &'s Documents, name: &str) -> Option<&'s TranslationSet> {
    let name = name.trim_start_matches("./");
    let page = PageRef::parse(name.strip_prefix("content/").unwrap_or(name), &survey.project.config.languages)?;
    page.find(|key| survey.groups.iter().find(|group| group.key == key))
}
