//! Documents → [`Site`]: addresses, translations, lists, tags and links, always over the whole site.
//!
//! In: every sound document, the locales, the media that exist, and the instant of the build. Out: the site. Invariant:
//! a page that is not public at that instant is not in it, nor is anything only such a page uses.

mod address_registry;
mod addresses;
mod feeds;
mod kits;
mod links;
mod lists;
mod media;
mod menus;
mod overview;
mod schedule;
mod tags;
mod translations;
mod unused;
mod withdrawn;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use address_registry::AddressRegistry;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::locale::Locales;
use crate::model::calendar;
use crate::model::config::Config;
use crate::model::document::Document;
use crate::model::front_matter::Meta;
use crate::model::lang::{Lang, PerLang};
use crate::model::page_ref::is_section;
use crate::model::site::{Entry, EntryId, Page, Site, Target};
use crate::model::source::{Location, MediaFile, SourceText};
use crate::model::translation::State;
use crate::model::url::SitePath;

pub use addresses::own as own_addresses;
pub use overview::{overview, row_at};
pub use schedule::schedule;
pub use translations::{Group, group, states};

/// Reports files that no page uses, one by one. Only where nothing is wrong with any page is it known which these are.
pub fn report_unused(site: &Site) -> Vec<Diagnostic> {
    site.unused.iter().map(|name| Diagnostic::new(Code::UnusedFile).with("file", format!("content/{name}"))).collect()
}

/// What the builder decides, not the site.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The instant the site is built for: what is under embargo then stays out.
    pub at: Timestamp,
    /// Whether drafts are public.
    pub drafts: bool,
    /// Whether what is under embargo is public.
    pub embargoed: bool,
}

/// A document with its place in the site, before links are resolved.
#[derive(Debug)]
pub(crate) struct Placed {
    /// The language it stands in; the document's own, unless it stands in for a missing translation.
    lang: Lang,
    document: Arc<Document>,
    meta: Meta,
    path: SitePath,
}

/// A page in all languages, before links are resolved.
#[derive(Debug)]
pub(crate) struct PlacedEntry {
    key: String,
    original: Lang,
    section: Option<EntryId>,
    states: PerLang<State>,
    translations: PerLang<Option<Placed>>,
}

impl PlacedEntry {
    fn is_section(&self) -> bool {
        is_section(&self.key)
    }
}

/// What the site is made of.
#[derive(Debug)]
pub struct Pages<'a> {
    /// Every sound page.
    pub documents: Vec<Arc<Document>>,
    /// The keys of pages that exist but have mistakes of their own.
    pub unsound: BTreeSet<String>,
    /// Files of `content/` that are no pages.
    pub media: &'a BTreeMap<String, MediaFile>,
}

/// Resolves the site. `source` is `site.yaml`, for messages about it.
pub fn resolve(
    pages: Pages<'_>,
    config: Arc<Config>,
    source: &std::sync::Arc<SourceText>,
    locales: &Locales,
    options: Options,
) -> Checked<Site> {
    let mut diagnostics = Vec::new();
    let unsound = &pages.unsound;
    let groups = translations::group(pages.documents, &config.languages, unsound, &mut diagnostics);
    let unused = unused::unused(&groups, pages.media, options);
    let changes = schedule(&groups, &config.languages);
    let next = changes.iter().map(|change| change.at).find(|at| *at > options.at);
    let (mut public, hidden) = translations::split_public(groups, &config.languages, options);
    withdrawn::withdraw(&mut public);
    translations::fall_back(&mut public, &config, &mut diagnostics);
    let (entries, by_key) = addresses::place(public, &config.languages, unsound, &mut diagnostics);
    let book = links::Book {
        entries: &entries,
        by_key: &by_key,
        hidden: &hidden,
        unsound,
        media: pages.media,
        config: &config,
    };
    let mut of_lists = Vec::new();
    let lists = || {
        let missing = translations::report_missing(&entries, &config.languages, unsound, &mut of_lists);
        let children = lists::children(&entries, locales, &config.languages);
        let newest = lists::newest(&entries, config.newest, &config.languages);
        let tags = tags::collect(&entries, locales, &config, &mut of_lists);
        (missing, children, newest, tags)
    };
    menus::check_labels(&config, source, locales, &mut diagnostics);
    let menus = menus::menus(&book, source, &mut diagnostics);
    let links = || links::resolve_all(&book, &mut diagnostics);
    let (resolved, (missing, children, newest, (tags, tags_index))) = rayon::join(links, lists);
    diagnostics.append(&mut of_lists);
    feeds::check_tags((&config, source), &tags, locales, &mut diagnostics);
    let of_feeds = config.feeds.as_ref().map_or(&[][..], |feeds| &feeds.sections);
    let sections = feeds::sections(&book, source, (of_feeds, Code::FeedOfPage), &mut diagnostics);
    let with_kits = kits::asked(&book, source, &mut diagnostics);
    let entries: Vec<Arc<Entry>> = finish(entries, children, resolved, &config);
    let searches = |page: &Page| page.meta.template.as_deref() == Some("search.html");
    let search =
        entries.iter().position(|entry| entry.translations.iter().any(|(_, page)| page.as_ref().is_some_and(searches)));
    let search = search.map(EntryId);
    let media = media::publish(entries.iter().flat_map(|entry| &entry.media), pages.media, &mut diagnostics);
    let shown = entries.iter().flat_map(|entry| &entry.pictures);
    let pictures = media::publish(shown, pages.media, &mut diagnostics);
    media::weigh(&entries, (&media, config.max_file_size), &mut diagnostics);
    let calendars = config.languages.map(|lang| calendar::of_language(lang, &entries));
    let feeds = feeds::Asked { config: &config, entries: &entries, tags: &tags, sections }.plan();
    let kits = kits::plan(&entries, &with_kits);
    let aliases = {
        let aliases = addresses::aliases(&entries, &mut diagnostics);
        let calendars = calendar::files(&entries, config.languages.iter());
        let mut registry = AddressRegistry::new(config.editor.is_some());
        let claims = addresses::Claims {
            entries: &entries,
            tags: &tags,
            tags_index: &tags_index,
            calendars: &calendars,
            media: &media,
            feeds: &feeds,
            kits: &kits,
        };
        claims.claim(&mut registry);
        let aliases = addresses::free_aliases(&aliases, &mut registry);
        diagnostics.append(&mut registry.diagnostics);
        aliases
    };
    let site = Site {
        config,
        entries,
        by_key,
        tags,
        tags_index,
        calendars,
        newest,
        media,
        pictures,
        unused,
        search,
        menus,
        aliases,
        feeds,
        kits,
        missing,
        next,
        schedule: changes,
    };
    Checked { value: site, diagnostics }
}

type Children = Vec<Option<PerLang<crate::model::site::Children>>>;

/// Puts together what the steps found out; every value is complete from here on.
fn finish(
    entries: Vec<PlacedEntry>,
    children: Children,
    resolved: links::Resolved,
    config: &Config,
) -> Vec<Arc<Entry>> {
    let joined = entries.into_par_iter().zip(children).zip(resolved);
    joined
        .map(|((mut entry, children), mut links)| {
            let (mut media, mut pictures) = (BTreeSet::new(), BTreeSet::new());
            let translations = config.languages.map(|lang| {
                let placed = entry.translations[lang].take()?;
                let links = links[lang].take()?;
                for target in links.targets.iter().chain(&links.image).chain(&links.attachments) {
                    match target {
                        Target::Media(name, _) => _ = media.insert(name.clone()),
                        Target::Picture(name) => _ = pictures.insert(name.clone()),
                        Target::Page(..) | Target::Raw(_) => {}
                    }
                }
                Some(Page {
                    document: placed.document,
                    meta: placed.meta,
                    path: placed.path,
                    targets: links.targets,
                    image: links.image,
                    attachments: links.attachments,
                })
            });
            let (key, section, original, states) = (entry.key, entry.section, entry.original, entry.states);
            let finished = Entry { key, section, original, states, translations, children, media, pictures };
            Arc::new(finished)
        })
        .collect()
}

/// The place of a document's title, for messages about the page as a whole.
fn title_location(document: &Document) -> Location {
    Location { source: document.source.clone(), span: document.front.title_span.clone() }
}
