//! `PageSource` → [`Document`]: front matter and Markdown, each read once, pages in parallel.
//!
//! Invariant: a file with a mistake yields no document, and every mistake in it is reported.

mod cache;
mod calls;
mod dates;
mod events;
mod footnotes;
mod front_matter;
mod glossary;
mod headings;
mod markdown;
mod outline;
mod shortcodes;
mod typography;
mod writer;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Checked, Code, Diagnostic, unwanted_characters};
use crate::locale::Locales;
use crate::model::{
    Components, Config, Document, FrontMatter, Location, PageSource, SourceText, TranslatableText, is_section,
};
use crate::panics;

pub(crate) use cache::{ParseCache, ParsedPage};
pub(crate) use front_matter::fields;
pub(crate) use outline::{Outline, Piece, RawCall, Value, begins_with_date, outline, pieces};

#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub documents: Vec<Arc<Document>>,
    /// The keys of those with mistakes: they exist, so nobody needs to hear that they do not.
    pub invalid: BTreeSet<String>,
    /// How many were read, and not known from before.
    pub read: usize,
}

/// What pages are read by.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    pub config: &'a Config,
    pub components: &'a Components,
    pub locales: &'a Locales,
}

/// What one page is read by.
#[derive(Clone, Copy)]
struct Reading<'a> {
    rules: Rules<'a>,
    glossary: &'a glossary::GlossaryCheck<'a>,
}

pub(crate) fn parse(pages: Vec<PageSource>, rules: Rules<'_>) -> Checked<Parsed> {
    parse_incremental(pages, rules, &mut ParseCache::default())
}

/// Parses the pages whose text is not the one that `cache` knows. The rules must be those of the last time.
pub(crate) fn parse_incremental(pages: Vec<PageSource>, rules: Rules<'_>, cache: &mut ParseCache) -> Checked<Parsed> {
    let read = |page: PageSource| {
        let (key, source) = (page.key.clone(), page.source.clone());
        match cache.get(&source) {
            Some(page) => (key, source, page.clone(), true),
            None => (key, source, one(page, rules), false),
        }
    };
    let read: Vec<_> = pages.into_par_iter().map(read).collect();
    let mut parsed = Parsed::default();
    let mut diagnostics = Vec::new();
    cache.clear();
    for (key, source, page, was_known) in read {
        parsed.read += usize::from(!was_known);
        cache.insert(&source, &page);
        match page.report_to(&mut diagnostics) {
            Some(document) => parsed.documents.push(document),
            None => _ = parsed.invalid.insert(key),
        }
    }
    Checked { value: parsed, diagnostics }
}

/// Parses one page; none when it has mistakes.
pub(crate) fn one(page: PageSource, rules: Rules<'_>) -> ParsedPage {
    let file = page.source.path.clone();
    panics::catch(&file, || read_page(page, rules))
        .unwrap_or_else(|panicked| Checked { value: None, diagnostics: vec![panicked.into()] })
}

fn read_page(page: PageSource, rules: Rules<'_>) -> ParsedPage {
    let source = page.source.clone();
    let (yaml, body) = match split(source.text()) {
        Ok(parts) => parts,
        Err((code, at)) => {
            let at = Location { source, span: at..at };
            return Checked { value: None, diagnostics: vec![Diagnostic::at(code, at)] };
        }
    };
    let is_section = is_section(&page.key);
    let front = front_matter::read(source.clone(), yaml.clone(), is_section, rules.config);
    let glossary = glossary::GlossaryCheck::new(rules.locales[page.lang].glossary(), &source);
    let content = markdown::read(&source, body.clone(), page.lang, Reading { rules, glossary: &glossary });
    let mut diagnostics = unwanted_characters(&source);
    diagnostics.extend(front.diagnostics);
    diagnostics.extend(glossary.in_front());
    diagnostics.extend(content.diagnostics);
    let sound = !diagnostics.iter().any(Diagnostic::is_error);
    let document = front.value.filter(|_| sound).map(|front| {
        Arc::new(Document {
            key: page.key,
            folder: page.folder,
            lang: page.lang,
            source: Arc::clone(&source),
            translatable: TranslatableText::of(&front),
            text: body.clone(),
            front: front_matter::set_punctuation(front, page.lang.tag()),
            body: content.value.body,
            links: content.value.links,
            headings: content.value.headings,
            anchors: content.value.anchors,
        })
    });
    Checked { value: document, diagnostics }
}

/// The front matter of a page's text as written, and the bytes of its Markdown; `None` when it has mistakes.
///
/// For earlier states of a page, which nobody can mend: their mistakes are not reported.
pub(crate) fn as_written(source: &Arc<SourceText>, is_section: bool, config: &Config) -> Option<(FrontMatter, Range)> {
    let (yaml, body) = split(source.text()).ok()?;
    let front = front_matter::read(source.clone(), yaml, is_section, config);
    let sound = !front.diagnostics.iter().any(Diagnostic::is_error);
    Some((front.value.filter(|_| sound)?, body))
}

type Range = std::ops::Range<usize>;

/// The bytes of the front matter and of the body; the code and place of the mistake when they cannot be told apart.
pub(crate) fn split(text: &str) -> Result<(Range, Range), (Code, usize)> {
    let start = match text.strip_prefix("---") {
        Some(rest) if rest.trim_start_matches([' ', '\t']).starts_with('\n') => text.find('\n').map_or(3, |at| at + 1),
        _ => return Err((Code::NoFrontMatter, 0)),
    };
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Ok((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    Err((Code::OpenFrontMatter, 0))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Rules, parse};
    use crate::configure;
    use crate::model::{Languages, PageSource, SourceText};

    #[test]
    fn a_page_that_makes_the_program_panic_is_named_and_the_others_are_read() {
        let file = Arc::new(SourceText::new("site.yaml", "base_url: https://example.org/\nlanguages: [de]\n"));
        let config = configure::configure(file, None).value.unwrap();
        let locales = crate::locale::load(&[], &config.languages).value;
        let rules = Rules { config: &config, components: &Default::default(), locales: &locales };
        let page = |key: &str, lang| PageSource {
            key: key.into(),
            folder: String::new(),
            lang,
            source: Arc::new(SourceText::new(format!("content/{key}.md"), "---\ntitle: A\n---\n")),
        };
        // A language that the site does not have: nothing can be looked up for it.
        let stray = Languages::new(&["de", "vi"]).unwrap().get("vi").unwrap();
        let parsed = parse(vec![page("a", stray), page("b", config.languages.first())], rules);
        let found: Vec<_> =
            parsed.diagnostics.iter().map(|found| (found.code.id(), found.args[0].1.to_string())).collect();
        assert_eq!(found, [("internal-error", "content/a.md".to_string())]);
        assert_eq!(parsed.value.documents.len(), 1);
    }
}
