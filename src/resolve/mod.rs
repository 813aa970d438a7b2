//! Documents → [`Site`]: addresses, translations, lists, tags and links, always over the whole site.
//!
//! In: every valid document, the locales, the media that exist, and the instant of the build. Out: the site. Invariant:
//! a page that is not public at that instant is not in it, nor is anything only such a page uses.

mod claims;
mod feeds;
mod links;
mod lists;
mod media;
mod menus;
mod place;
mod publication;
mod status;
mod tags;
mod translations;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use claims::Claims;
use feeds::FeedPlanner;
use links::LinkTargets;
use place::{LaterPage, PlacedEntry, Placing};
use publication::Split;

use crate::addresses::{AddressRegistry, Window};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::locale::Locales;
use crate::model::calendar;
use crate::model::{
    Change, Children, Config, Document, Entry, EntryId, FeedPlan, Lang, MediaFile, MenuItem, Page, PerLang, Published,
    Site, SitePath, SourceText, Tag, Target, slugify,
};

pub(crate) use publication::{Options, schedule};
pub(crate) use status::{overview, own_addresses, report_unused, row_at};
pub(crate) use translations::{TranslationSet, for_one_language, group, states};

/// What the site is made of.
pub(crate) struct Input<'a> {
    /// Every valid page.
    pub documents: Vec<Arc<Document>>,
    /// The keys of pages that exist but have mistakes of their own.
    pub invalid: BTreeSet<String>,
    /// Files of `content/` that are no pages.
    pub media: &'a BTreeMap<String, MediaFile>,
    pub config: Arc<Config>,
    /// The file itself, for messages about it.
    pub file: &'a Arc<SourceText>,
    pub locales: &'a Locales,
}

/// The site, and the addresses that it takes so far.
pub(crate) struct Resolved {
    pub site: Site,
    pub addresses: AddressRegistry,
}

pub(crate) fn resolve(mut input: Input<'_>, options: Options) -> Checked<Resolved> {
    let mut diagnostics = Vec::new();
    let Public { mut split, unused, schedule } = publish(&mut input, options, &mut diagnostics);
    let (hidden, windows) = (std::mem::take(&mut split.hidden), std::mem::take(&mut split.windows));
    let Input { invalid, media, config, file, locales, .. } = &input;
    let Placing { entries, keys: by_key, later } = place::place(split, &config.languages, invalid, &mut diagnostics);
    let targets = LinkTargets { entries: &entries, by_key: &by_key, hidden: &hidden, invalid, media, config, file };
    let mut linked = link(&targets, locales, &mut diagnostics);
    let entries = finish(entries, std::mem::take(&mut linked.children), std::mem::take(&mut linked.links), config);
    let pages = Pages { entries: &entries, windows: &windows, later: &later };
    let (files, addresses) = files(pages, &linked, &input, &mut diagnostics);
    let site = Site {
        search: search_page(&entries),
        entries,
        by_key,
        tags: linked.tags,
        tags_index: linked.tags_index,
        pager_words: linked.pager_words,
        calendars: files.calendars,
        newest: linked.newest,
        media: files.media,
        pictures: files.pictures,
        unused,
        menus: linked.menus,
        aliases: files.aliases,
        feeds: files.feeds,
        kits: files.kits,
        missing: linked.missing,
        next: schedule.iter().map(|change| change.at).find(|at| *at > options.at),
        schedule,
        config: input.config,
    };
    Checked { value: Resolved { site, addresses }, diagnostics }
}

/// The pages that are public, and what is known of the others.
struct Public {
    split: Split,
    unused: BTreeSet<String>,
    schedule: Vec<Change>,
}

fn publish(input: &mut Input<'_>, options: Options, diagnostics: &mut Vec<Diagnostic>) -> Public {
    let languages = &input.config.languages;
    let sets = translations::group(std::mem::take(&mut input.documents), languages, &input.invalid, diagnostics);
    let unused = media::unused(&sets, input.media, options);
    let schedule = schedule(&sets, languages);
    let mut split = publication::split_public(sets, languages, options);
    publication::withdraw(&mut split.public);
    split.later.retain(|(_, windows)| languages.iter().any(|lang| !windows[lang].is_over(options.at)));
    let policies = translations::policies(split.public.iter().chain(split.later.iter().map(|(set, _)| set)));
    translations::fall_back(split.public.iter_mut(), &policies, &input.config, diagnostics);
    // Whoever lacks a translation by then is told when the page is public.
    translations::fall_back(split.later.iter_mut().map(|(set, _)| set), &policies, &input.config, &mut Vec::new());
    Public { split, unused, schedule }
}

/// What pages lead to, and in which lists they are.
struct Linked {
    links: links::Resolved,
    children: Vec<Option<PerLang<Children>>>,
    newest: PerLang<Vec<EntryId>>,
    missing: PerLang<usize>,
    tags: BTreeMap<String, Tag>,
    tags_index: PerLang<Option<SitePath>>,
    pager_words: PerLang<String>,
    menus: BTreeMap<String, Vec<MenuItem>>,
    feed_sections: Vec<EntryId>,
    kit_sections: Vec<EntryId>,
}

fn link(targets: &LinkTargets<'_>, locales: &Locales, diagnostics: &mut Vec<Diagnostic>) -> Linked {
    let (entries, config) = (targets.entries, targets.config);
    let mut of_lists = Vec::new();
    let lists = || {
        let missing = lists::report_missing(entries, &config.languages, targets.invalid, &mut of_lists);
        let children = lists::children(entries, locales, &config.languages);
        let newest = lists::newest(entries, config.newest, &config.languages);
        (missing, children, newest, tags::collect(entries, locales, config, &mut of_lists))
    };
    let links = || links::resolve_all(targets, diagnostics);
    let (links, (missing, children, newest, (tags, tags_index))) = rayon::join(links, lists);
    diagnostics.append(&mut of_lists);
    menus::check_labels(targets, locales, diagnostics);
    let menus = menus::menus(targets, diagnostics);
    feeds::check_tags(targets, &tags, locales, diagnostics);
    let of_feeds = config.feeds.as_ref().map_or(&[][..], |feeds| &feeds.sections);
    let feed_sections = feeds::sections(targets, of_feeds, Code::FeedOfPage, diagnostics);
    let kit_sections = feeds::sections(targets, &config.press_kits, Code::KitOfPage, diagnostics);
    let pager_words = config.languages.map(|lang| slugify(&locales[lang].text("pager-slug"), lang.tag()));
    Linked { links, children, newest, missing, tags, tags_index, pager_words, menus, feed_sections, kit_sections }
}

/// The files beside the pages, and the addresses that lead on.
struct Files {
    media: BTreeMap<String, Published>,
    pictures: BTreeMap<String, Published>,
    calendars: PerLang<Option<SitePath>>,
    feeds: Vec<FeedPlan>,
    kits: BTreeMap<(EntryId, Lang), SitePath>,
    aliases: BTreeMap<SitePath, (EntryId, Lang)>,
}

/// All pages: public ones with their times, and others.
#[derive(Clone, Copy)]
struct Pages<'a> {
    entries: &'a [Arc<Entry>],
    windows: &'a [PerLang<Window>],
    later: &'a [LaterPage],
}

fn files(
    pages: Pages<'_>,
    linked: &Linked,
    input: &Input<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Files, AddressRegistry) {
    let Input { config, locales, .. } = input;
    let Linked { tags, tags_index, pager_words, .. } = linked;
    let Pages { entries, windows, later } = pages;
    let media = media::publish(entries.iter().flat_map(|entry| &entry.media), input.media, diagnostics);
    let pictures = media::publish(entries.iter().flat_map(|entry| &entry.pictures), input.media, diagnostics);
    media::check_downloads(entries, &media, config, diagnostics);
    let calendars = config.languages.map(|lang| calendar::of_language(lang, entries));
    let feeds = FeedPlanner { config, entries, tags, sections: &linked.feed_sections }.plan();
    let kits = feeds::press_kits(entries, &linked.kit_sections);
    let mut registry = AddressRegistry::new(config.editor.is_some());
    let claims = Claims {
        entries,
        windows,
        later,
        tags,
        tags_index,
        pager_words,
        media: &media,
        feeds: &feeds,
        kits: &kits,
        locales,
        config,
    };
    claims.claim(&mut registry);
    let aliases = claims.aliases(&mut registry, diagnostics);
    (Files { media, pictures, calendars, feeds, kits, aliases }, registry)
}

/// The first page with the template for searching.
fn search_page(entries: &[Arc<Entry>]) -> Option<EntryId> {
    let searches = |page: &Page| page.meta.template.as_deref() == Some("search.html");
    let in_any = |entry: &Arc<Entry>| entry.translations.present().any(|(_, page)| searches(page));
    entries.iter().position(in_any).map(EntryId)
}

/// Each page with what it leads to; every value is complete from here on.
fn finish(
    entries: Vec<PlacedEntry>,
    children: Vec<Option<PerLang<Children>>>,
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
