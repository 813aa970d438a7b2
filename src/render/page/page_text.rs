//! What a page says, for search: its title, what sums it up, its text.
//!
//! In: a page and its HTML, filled in once for the page itself. Out: [`PageText`]. Invariant: only pages in their own
//! language that were not withdrawn; nothing where the site has no page to search from.

use crate::model::{Block, EntryId, Kind, Lang, Page, PageText};
use crate::render::input::{RenderInput, SitePage};
use crate::text::{Purpose, blocks, line};

pub(super) fn page_text(input: &RenderInput, SitePage { id, lang, .. }: SitePage<'_>, html: &str) -> Option<PageText> {
    let search = input.site.search?;
    if id == search {
        return None;
    }
    let page = input.site.own_page(id, lang)?;
    let date = page.meta.listed_day().map(|day| (day, input.locales[lang].date("date-long", day)));
    let title = page.document.front.title.clone();
    let tags = page.meta.tags.iter().filter_map(|key| input.site.tags.get(key)?.translations[lang].as_ref());
    let tags: Vec<&str> = tags.map(|tag| tag.name.as_str()).collect();
    let lead = [page.document.front.description.as_deref().unwrap_or_default(), &tags.join(", ")];
    let mut all: Vec<Block> = line(Kind::Title, &title).into_iter().collect();
    all.extend(lead.into_iter().filter_map(|text| line(Kind::Lead, text)));
    all.extend(blocks(html, lang.tag(), Purpose::Search));
    all.extend(around(page).filter_map(|text| line(Kind::Paragraph, text)));
    let section = section(input, id, lang);
    Some(PageText { lang, path: page.path.clone(), title, section, date, blocks: all })
}

/// What the front matter adds to the text.
fn around(page: &Page) -> impl Iterator<Item = &str> {
    let meta = &page.meta;
    let image = meta.image.iter().flat_map(|image| [image.caption.as_deref(), image.credit.as_deref()]);
    let place = meta.event.iter().map(|event| event.place.as_deref());
    let files = meta.attachments.iter().map(|file| Some(file.title.as_str()));
    let people = meta.contacts.iter().flat_map(|contact| [Some(contact.name.as_str()), contact.role.as_deref()]);
    let authors = meta.authors.iter().map(|author| Some(author.as_str()));
    let corrections = page.document.front.corrections.iter().map(|correction| Some(correction.note.as_str()));
    image.chain(place).chain(files).chain(people).chain(authors).chain(corrections).flatten()
}

/// The title of the section that a page is in; a section is in itself.
fn section(input: &RenderInput, id: EntryId, lang: Lang) -> String {
    let entry = input.site.entry(id);
    let own = entry.children.is_some().then_some(id);
    let section = own.or(entry.section).or(input.site.home());
    let page = section.and_then(|section| input.site.page(section, lang));
    page.map(|page| page.document.front.title.clone()).unwrap_or_default()
}
