//! What is asked of a finished site: where its pages stand, how far they are, who may see them, which files nobody uses.

use jiff::Timestamp;

use super::claims::address_of;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Address, Entry, EntryId, Lang, Page, PageStatus, Site, State, Visibility};

/// Every page of the site in every language, for the instant of its build.
pub(crate) fn overview(site: &Site, at: Timestamp) -> Vec<PageStatus> {
    pages(site).map(|(entry, lang, page)| row(entry, lang, page, at)).collect()
}

pub(crate) fn row_at(site: &Site, path: &str, at: Timestamp) -> Option<PageStatus> {
    let (entry, lang, page) = pages(site).find(|(_, _, page)| page.path.as_str() == path)?;
    Some(row(entry, lang, page, at))
}

fn pages(site: &Site) -> impl Iterator<Item = (&Entry, Lang, &Page)> {
    let entries = site.entries.iter();
    entries.flat_map(|entry| entry.translations.present().map(|(lang, page)| (&**entry, lang, page)))
}

fn row(entry: &Entry, lang: Lang, page: &Page, at: Timestamp) -> PageStatus {
    let own = page.document.lang == lang;
    PageStatus {
        key: entry.key.clone(),
        lang,
        title: page.document.front.title.clone(),
        path: page.path.clone(),
        state: if own { entry.states[lang] } else { State::Missing },
        visibility: visibility(page, at),
        changed: page.changed(),
    }
}

fn visibility(page: &Page, at: Timestamp) -> Visibility {
    match page.meta.publish.filter(|publish| *publish > at) {
        _ if page.meta.draft => Visibility::Draft,
        Some(publish) => Visibility::Embargoed(publish),
        None => Visibility::Public,
    }
}

/// Where each page stands in its own languages, in the order of pages and languages' tags. A withdrawn page keeps its
/// address for its notice only; one that stands in for a translation has its own elsewhere.
pub(crate) fn own_addresses(site: &Site) -> Vec<Address> {
    let ids = (0..site.entries.len()).map(EntryId);
    let mut languages: Vec<Lang> = site.config.languages.iter().collect();
    languages.sort_by(|a, b| a.tag().cmp(b.tag()));
    let pages = ids.flat_map(|id| languages.iter().map(move |lang| (id, *lang)));
    let address = |(id, lang): (EntryId, Lang)| {
        let page = site.own_page(id, lang)?;
        let (document, front) = (&page.document, &page.document.front);
        Some(Address {
            page: (site.entry(id).key.clone(), lang.tag().to_string()),
            path: page.path.clone(),
            at: address_of(document),
            aliases: front.aliases.iter().map(|alias| alias.value.clone()).collect(),
        })
    };
    pages.filter_map(address).collect()
}

/// Reports files that no page uses, one by one. Only where nothing is wrong with any page is it known which these are.
pub(crate) fn report_unused(site: &Site) -> Vec<Diagnostic> {
    site.unused.iter().map(|name| Diagnostic::new(Code::UnusedFile).with("file", format!("content/{name}"))).collect()
}
