//! A function of templates that panics is a bug in each page and card that calls it, and nothing more.

use tera::{Kwargs, State, TeraResult, Value};

use super::context::RenderContext;
use super::page::{OutputPage, PageRenderer};
use super::{cards, compile, functions, press_kits};
use crate::diagnostic::Diagnostic;
use crate::model::Cards;
use crate::pipeline::{Load, Project, Request, SourceCache, build};
use crate::starter::starter;

fn boom(_: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    panic!("boom")
}

/// The files that messages about bugs name.
fn buggy(found: &[Diagnostic]) -> Vec<String> {
    assert!(found.iter().all(|found| found.code.id() == "internal-error"), "{found:?}");
    found.iter().map(|found| found.args[0].1.to_string()).collect()
}

#[test]
fn pages_and_cards_that_make_the_program_panic_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for (path, text) in starter(&["en"], jiff::civil::date(2026, 11, 24)) {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let at = "2026-11-24T12:00:00Z".parse().unwrap();
    let input = build(&Request { root, base_url: None, drafts: false, embargoed: false, at }).value.unwrap().input;
    let project = Project::load(&Load::from(root), &SourceCache::disabled()).value.unwrap().project;
    let theme = &project.theme;
    let mut tera = compile(theme).unwrap();
    functions::register(&mut tera, &input, theme);
    tera.register_function("t", boom);
    tera.register_function("fit", boom);
    let context = RenderContext { input: &input, theme, tera: &tera };
    let mut found = Vec::new();
    assert!(cards::cards(context, &mut found).is_empty());
    assert!(buggy(&found).contains(&"content/_index.en.md".to_string()), "{found:?}");
    let (cards, kits) = (Cards::new(), press_kits::PressKits::new());
    let renderer = PageRenderer { context, cards: &cards, kits: &kits, sink: None };
    let page = OutputPage::all(&input, theme).into_iter().find(|page| page.path.as_str() == "en/").unwrap();
    assert_eq!(buggy(&renderer.render(&page).err().unwrap()), ["content/_index.en.md"]);
}
