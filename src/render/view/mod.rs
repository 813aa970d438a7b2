//! What templates see: one struct for each kind of thing, already localised, addresses already relative.
//!
//! `docs/themes.md` lists every field for themers.

mod details;
mod feeds;
mod frame;
mod license;
mod locale;
mod page;
mod structured;

use serde::Serialize;
use tera::Value;

use super::Stage;
use super::shared::{Mention, Root};
use crate::model::card::{Card, SIZE};
use crate::model::lang::Lang;
use crate::model::site::{EntryId, Page, Target};
use crate::model::slug::slugify;
use crate::model::url::SitePath;

pub use details::kit;
pub use feeds::feed_title;
pub use frame::{Crumb, LangView, Subject, choices, frame, in_language, lang_view};
pub use locale::locale;
pub use page::{PageView, page_view};
pub use structured::{breadcrumbs, graph};

/// A link with its text.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView {
    /// The text.
    pub title: Value,
    /// The address, relative; a text.
    pub url: Value,
}

/// A text in lines, for social cards.
#[derive(Debug, Serialize)]
pub struct FitView {
    /// The size that fits.
    pub size: f32,
    /// The lines.
    pub lines: Vec<String>,
}

/// A page's social card.
#[derive(Clone, Debug, Serialize)]
pub struct CardView {
    /// Its address, absolute.
    pub absolute: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The title on it.
    pub alt: String,
}

/// A card for templates.
pub fn card(stage: &Stage, card: &Card) -> CardView {
    let (width, height) = SIZE;
    CardView { absolute: card.path.absolute(&stage.site.config.base_url), width, height, alt: card.title.clone() }
}

/// A day, for `<time>`.
#[derive(Clone, Debug, Serialize)]
pub struct DateView {
    /// For `datetime`.
    pub iso: String,
    /// `22. September 2024`.
    pub long: String,
    /// The short form.
    pub short: String,
}

/// A tag of a page, or of the list of tags.
#[derive(Clone, Debug, Serialize)]
pub struct TagView {
    /// The language-neutral key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// How many pages have it.
    pub count: usize,
}

/// An entry of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// The page's title, a text.
    pub title: Value,
    /// Its description, a text or null.
    pub description: Value,
    /// Its address, a text.
    pub url: Value,
    /// Its date: a [`DateView`] or null.
    pub date: Value,
    /// The date's year, or an empty text.
    pub year: Value,
    /// Its tags: a list of [`TagView`].
    pub tags: Value,
    /// The language it is in, where that is not the list's: a text or null.
    pub lang: Value,
    /// That language's own name, likewise.
    pub lang_name: Value,
}

/// A list: of a section, a tag, or the newest pages.
#[derive(Debug, Default, Serialize)]
pub struct List {
    /// Pages.
    pub items: Vec<Item>,
    /// Sections.
    pub sections: Vec<Item>,
    /// How to get to the rest; `None` when all is here.
    pub pager: Option<Pager>,
}

/// A section with the pages right in it.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// Its title, a text.
    pub title: Value,
    /// Its page, a text.
    pub url: Value,
    /// Its pages, or the first of them.
    pub items: Vec<Item>,
    /// How many pages it has.
    pub count: usize,
}

/// A list's pages.
#[derive(Debug, Serialize)]
pub struct Pager {
    /// This page, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The page before.
    pub prev: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// All pages.
    pub links: Vec<PagerLink>,
}

/// One page of a list.
#[derive(Debug, Serialize)]
pub struct PagerLink {
    /// Its number.
    pub page: usize,
    /// Its address.
    pub url: String,
    /// Whether it is this one.
    pub current: bool,
}

/// A day in the language's words.
pub fn date(stage: &Stage, lang: Lang, day: jiff::civil::Date) -> DateView {
    let [long, short] = stage.locales[lang].day_texts(day);
    DateView { iso: day.to_string(), long, short }
}

/// The same, as all pages see it.
pub fn date_value(stage: &Stage, lang: Lang, day: jiff::civil::Date) -> Value {
    stage.shared.date(lang, day, || date(stage, lang, day))
}

/// What other pages say of a page in `lang`; where it has no version in it, of the original.
pub fn mention(stage: &Stage, id: EntryId, lang: Lang) -> Option<&Mention> {
    stage.shared.mention(id, lang, || {
        let page = version(stage, id, lang)?;
        let front = &page.document.front;
        let date = page.meta.date.map(|day| (date_value(stage, lang, day), day.year()));
        let mut mention = Mention::new(&page.path, &front.title, front.description.as_deref(), date);
        let shown = page.document.lang;
        if shown != lang {
            mention.lang = Value::from(shown.tag());
            mention.lang_name = Value::from(stage.locales[shown].text("language-name"));
        }
        Some(mention)
    })
}

/// A page in a language, or the original that is listed in its place.
fn version(stage: &Stage, id: EntryId, lang: Lang) -> Option<&Page> {
    stage.site.page(id, lang).or_else(|| stage.site.page(id, stage.site.entry(id).original))
}

/// A page as an entry of a list in `lang`; where it has no version in it, the original.
pub fn item(stage: &Stage, id: EntryId, lang: Lang, root: &Root) -> Option<Item> {
    let mention = mention(stage, id, lang)?;
    Some(Item {
        title: mention.title.clone(),
        description: mention.description.clone(),
        url: mention.url(root),
        date: mention.date.clone(),
        year: mention.year.clone(),
        tags: tags_of(stage, id, lang, root)?,
        lang: mention.lang.clone(),
        lang_name: mention.lang_name.clone(),
    })
}

/// The sections of a language with their pages, from the home page down; without those in another language. `most` is
/// how many pages of each are listed; the home page's own, which no other list has, are listed all.
pub fn sections(stage: &Stage, lang: Lang, root: &Root, most: usize) -> Vec<SectionView> {
    let mut sections = Vec::new();
    let mut next: Vec<EntryId> = stage.site.home().into_iter().collect();
    while let Some(id) = next.pop() {
        let Some(children) = &stage.site.entry(id).children else { continue };
        next.extend(children[lang].sections.iter().rev());
        let Some(Item { title, url, .. }) = item(stage, id, lang, root) else { continue };
        let own: Vec<_> = children[lang].pages.iter().filter(|id| stage.site.own_page(**id, lang).is_some()).collect();
        let most = if sections.is_empty() { usize::MAX } else { most };
        let items = own.iter().take(most).filter_map(|id| item(stage, **id, lang, root)).collect();
        sections.push(SectionView { title, url, items, count: own.len() });
    }
    sections
}

/// Tags by key, as far as the language has them.
pub fn tags(stage: &Stage, keys: &[String], lang: Lang, root: &str) -> Vec<TagView> {
    keys.iter().filter_map(|key| tag(stage, key, lang, root)).collect()
}

/// A page's tags, as all pages see them whose way to the root is the same: a list of [`TagView`].
pub fn tags_of(stage: &Stage, id: EntryId, lang: Lang, root: &Root) -> Option<Value> {
    let mention = mention(stage, id, lang)?;
    let value = |key: &String| root.tag(lang, key, || tag(stage, key, lang, root.way()));
    let keys = || version(stage, id, lang).into_iter().flat_map(|page| &page.meta.tags);
    Some(mention.tags(root, || Value::from(keys().filter_map(value).collect::<Vec<_>>())))
}

/// One tag.
pub fn tag(stage: &Stage, key: &str, lang: Lang, root: &str) -> Option<TagView> {
    let page = stage.site.tags.get(key)?.translations[lang].as_ref()?;
    Some(TagView { key: key.to_string(), name: page.name.clone(), url: page.path.below(root), count: page.pages.len() })
}

/// A picture or attachment: its address and, for pictures, its size.
pub fn media<'s>(stage: &'s Stage, target: &Target) -> Option<&'s crate::model::site::Published> {
    match target {
        Target::Media(name, _) => stage.site.media.get(name),
        _ => None,
    }
}

/// The path of page N of a list at `path`.
pub fn pager_path(stage: &Stage, lang: Lang, path: &SitePath, page: usize) -> SitePath {
    if page == 1 {
        return path.clone();
    }
    path.join(&[pager_word(stage, lang), &page.to_string()]).unwrap_or_else(|| path.clone())
}

fn pager_word(stage: &Stage, lang: Lang) -> &str {
    stage.shared.pager_word(lang, || slugify(&stage.locales[lang].text("pager-slug"), lang.tag()))
}

/// How to get from page N of the list at `path` to its other pages; `None` when all is on one.
pub fn pager(stage: &Stage, lang: Lang, path: &SitePath, page: usize, pages: usize) -> Option<Pager> {
    if pages < 2 {
        return None;
    }
    let root = pager_path(stage, lang, path, page).to_root();
    let first = path.below(&root);
    // All addresses are those of `pager_path`, and begin alike.
    let second = pager_path(stage, lang, path, 2);
    let further = second.below(&root);
    let further = further.strip_suffix("2/").filter(|_| second != *path);
    let url = |number: usize| match further.filter(|_| number > 1) {
        Some(further) => format!("{further}{number}/"),
        None => first.clone(),
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
