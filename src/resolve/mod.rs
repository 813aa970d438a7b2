//! Documents → [`Site`]: addresses, translations, lists, tags and links, always over the whole site.
//!
//! In: every valid document, the locales, the media that exist, and the instant of the build. Out: the site. Invariant:
//! a page that is not public at that instant is not in it, nor is anything only such a page uses.

mod address_registry;
mod addresses;
mod feeds;
mod links;
mod lists;
mod media;
mod menus;
mod publication;
mod status;
mod tags;
mod translations;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use address_registry::AddressRegistry;
use addresses::{Claims, PlacedEntry};
use feeds::FeedPlanner;
use links::LinkTargets;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::locale::Locales;
use crate::model::calendar;
use crate::model::{
    Change, Children, Config, Document, Entry, EntryId, FeedPlan, Lang, MediaFile, MenuItem, Page, PerLang, Published,
    Site, SitePath, SourceText, Tag, Target,
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

pub(crate) fn resolve(mut input: Input<'_>, options: Options) -> Checked<Site> {
    let mut diagnostics = Vec::new();
    let Public { sets, hidden, unused, schedule } = publish(&mut input, options, &mut diagnostics);
    let Input { invalid, media, config, file, locales, .. } = &input;
    let (entries, by_key) = addresses::place(sets, &config.languages, invalid, &mut diagnostics);
    let targets = LinkTargets { entries: &entries, by_key: &by_key, hidden: &hidden, invalid, media, config, file };
    let mut linked = link(&targets, locales, &mut diagnostics);
    let entries = finish(entries, std::mem::take(&mut linked.children), std::mem::take(&mut linked.links), config);
    let files = files(&entries, &linked, &input, &mut diagnostics);
    let site = Site {
        search: search_page(&entries),
        entries,
        by_key,
        tags: linked.tags,
        tags_index: linked.tags_index,
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
    Checked { value: site, diagnostics }
}

/// The pages that are public, and what is known of the others.
struct Public {
    sets: Vec<TranslationSet>,
    /// The keys of pages that are not.
    hidden: BTreeSet<String>,
    unused: BTreeSet<String>,
    schedule: Vec<Change>,
}

fn publish(input: &mut Input<'_>, options: Options, diagnostics: &mut Vec<Diagnostic>) -> Public {
    let languages = &input.config.languages;
    let sets = translations::group(std::mem::take(&mut input.documents), languages, &input.invalid, diagnostics);
    let unused = media::unused(&sets, input.media, options);
    let schedule = schedule(&sets, languages);
    let (mut sets, hidden) = publication::split_public(sets, languages, options);
    publication::withdraw(&mut sets);
    translations::fall_back(&mut sets, &input.config, diagnostics);
    Public { sets, hidden, unused, schedule }
}

/// What pages lead to, and in which lists they are.
struct Linked {
    links: links::Resolved,
    children: Vec<Option<PerLang<Children>>>,
    newest: PerLang<Vec<EntryId>>,
    missing: PerLang<usize>,
    tags: BTreeMap<String, Tag>,
    tags_index: PerLang<Option<SitePath>>,
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
    Linked { links, children, newest, missing, tags, tags_index, menus, feed_sections, kit_sections }
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

fn files(entries: &[Arc<Entry>], linked: &Linked, input: &Input<'_>, diagnostics: &mut Vec<Diagnostic>) -> Files {
    let Input { config, .. } = input;
    let Linked { tags, tags_index, .. } = linked;
    let media = media::publish(entries.iter().flat_map(|entry| &entry.media), input.media, diagnostics);
    let pictures = media::publish(entries.iter().flat_map(|entry| &entry.pictures), input.media, diagnostics);
    media::check_size(entries, &media, config.max_file_size, diagnostics);
    let calendars = config.languages.map(|lang| calendar::of_language(lang, entries));
    let feeds = FeedPlanner { config, entries, tags, sections: &linked.feed_sections }.plan();
    let kits = feeds::press_kits(entries, &linked.kit_sections);
    let named = addresses::aliases(entries, diagnostics);
    let all_calendars = calendar::files(entries, config.languages.iter());
    let mut registry = AddressRegistry::new(config.editor.is_some());
    let claims =
        Claims { entries, tags, tags_index, calendars: &all_calendars, media: &media, feeds: &feeds, kits: &kits };
    claims.claim(&mut registry);
    let aliases = addresses::free_aliases(&named, &mut registry);
    diagnostics.append(&mut registry.diagnostics);
    Files { media, pictures, calendars, feeds, kits, aliases }
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
