//! Long lists on several pages: their addresses, and how to get from one to another.

use serde::Serialize;

use crate::model::url::encode;

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
