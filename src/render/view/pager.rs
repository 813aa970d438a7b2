//! Long lists on several pages: their addresses, and how to get from one to another.

use serde::Serialize;

use crate::model::url::encode;
use crate::model::{Children, Lang, SitePath, TagPage};
use crate::render::input::RenderInput;

/// Entries on a page of a tag's list.
pub(crate) const TAG_PAGE: usize = 50;

#[derive(Debug, Serialize)]
pub(crate) struct Pager {
    /// This page, from 1.
    page: usize,
    pages: usize,
    prev: Option<String>,
    next: Option<String>,
    links: Vec<PagerLink>,
}

/// One page of a list.
#[derive(Debug, Serialize)]
struct PagerLink {
    page: usize,
    url: String,
    current: bool,
}

pub(crate) fn pages_of_section(children: &Children) -> usize {
    children.paginate_by.map_or(1, |by| children.pages.len().div_ceil(by).max(1))
}

pub(crate) fn pages_of_tag(tag: &TagPage) -> usize {
    tag.pages.len().div_ceil(TAG_PAGE)
}

/// The path of page N of a list at `path`.
pub(crate) fn pager_path(input: &RenderInput, lang: Lang, path: &SitePath, page: usize) -> Option<SitePath> {
    match page {
        1 => Some(path.clone()),
        _ => path.join(&[input.views.pager_word(lang), &page.to_string()]),
    }
}

/// How to get from one page of a list to its others; `None` when all is on one. The first is at `first`, and the addresses
/// of the others go on with `word`.
pub(crate) fn pager(first: &str, word: &str, page: usize, pages: usize) -> Option<Pager> {
    if pages < 2 {
        return None;
    }
    let word = encode(word);
    let url = |number: usize| match number {
        1 => first.to_string(),
        _ => format!("{first}{word}/{number}/"),
    };
    let link = |number: usize| PagerLink { page: number, url: url(number), current: number == page };
    Some(Pager {
        page,
        pages,
        prev: (page > 1).then(|| url(page - 1)),
        next: (page < pages).then(|| url(page + 1)),
        links: (1..=pages).map(link).collect(),
    })
}
