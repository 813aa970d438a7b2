//! The whole diagram: folders in, outputs and messages out. The only place that knows the order of the stages.

mod beginnings;
mod built;
mod documents;
mod memory;
mod named;
mod retouch;
mod shed;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use rayon::prelude::*;

pub use beginnings::{Beginnings, beginnings};
pub use built::{Built, Counts, Edited, Rebuilt, Remains, Work};
pub use documents::{Documents, documents};
pub use memory::Memory;
pub use texts::{Drafts, begin, sync};

pub use crate::model::output::Output;
pub use crate::model::text::PageText;
pub use crate::model::url::SitePath;

use named::Named;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::discover::{Content, Interface, Known, PageFile, Sources};
use crate::locale::Locales;
use crate::model::assets::Assets;
use crate::model::cache::Cache;
use crate::model::config::Config;
use crate::model::feed::Feed;
use crate::model::lang::{Lang, Languages};
use crate::model::output::Sink;
use crate::model::shortcode::Components;
use crate::model::source::{MediaFile, SourceText};
use crate::model::translation::State;
use crate::render::{Stage, Theme};
use crate::{configure, discover, emit, locale, parse, pictures, render, resolve};

/// Where the cache lies in the site's folder.
const CACHE: &str = ".bruecke/cache";

/// The cache of the site in a folder.
pub fn cache(root: &Path) -> Cache {
    Cache::new(root.join(CACHE))
}

/// What the user asked for.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The site's folder.
    pub root: &'a Path,
    /// Stands in for `base_url` of `site.yaml`.
    pub base_url: Option<&'a str>,
    /// Whether drafts are public.
    pub drafts: bool,
    /// Whether pages under embargo are public: for those who write them, never for a host.
    pub embargoed: bool,
    /// The instant the site is built for.
    pub at: Timestamp,
}

/// The files of the search index, made of what all pages say.
pub fn index(texts: Vec<Arc<PageText>>) -> Vec<Output> {
    emit::search::search(texts)
}

/// Builds the site in memory. The value is empty when there are errors.
pub fn build(request: &Request<'_>) -> Checked<Built> {
    first(request, &mut Memory::nothing(), None)
}

/// Builds the site with a memory that forgets; a sink takes pages as soon as they are made.
pub fn first(request: &Request<'_>, memory: &mut Memory, sink: Option<&dyn Sink>) -> Checked<Built> {
    let mut all = Vec::new();
    let read = read(request, memory, &mut all);
    let built = read.and_then(|(beside, files)| {
        let mut of_pages = Vec::new();
        let parsed = shed::parse(&files, &memory.known, beside.rules(), &mut of_pages);
        drop(files);
        let waiting = Waiting { ahead: None, sink };
        whole(request, memory, &beside, (parsed, of_pages), waiting, &mut all)
    });
    let Checked { value, mut diagnostics } = checked(built, all);
    shed::restore(request.root, &mut diagnostics);
    Checked { value: value.unwrap_or_default(), diagnostics }
}

/// All messages in order; no value where any of them is an error.
fn checked<T>(value: Option<T>, mut diagnostics: Vec<Diagnostic>) -> Checked<Option<T>> {
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup();
    let failed = diagnostics.iter().any(Diagnostic::is_error);
    Checked { value: value.filter(|_| !failed), diagnostics }
}

/// What may have changed since the last build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Anything: every file is looked at.
    Anything,
    /// These files, by their paths in the site's folder, and nothing else below it that a build reads.
    Files(BTreeSet<PathBuf>),
}

/// Who cannot wait for the whole site: pages that somebody looks at are made first.
pub struct Ahead<'a> {
    /// Their paths.
    pub wanted: &'a BTreeSet<SitePath>,
    /// Gets them, and the files beside them, before the other pages are made. What is wrong with those is not known yet.
    pub show: &'a mut dyn FnMut(Vec<Output>),
}

impl std::fmt::Debug for Ahead<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ahead({:?})", self.wanted)
    }
}

/// Builds the site again, and makes only what has changed since the last build with this memory, which must have been
/// asked for the same but for the instant. The files are those of a fresh build, but for the search index's, which are
/// left to [`index`]. No value when there are errors.
pub fn rebuild(
    request: &Request<'_>,
    memory: &mut Memory,
    changed: &Changed,
    ahead: Option<Ahead<'_>>,
) -> Checked<Option<Rebuilt>> {
    let mut all = Vec::new();
    let built = match edited(request, memory, changed) {
        Some((edited, found)) => {
            all = found;
            Some(Rebuilt::Edited(edited))
        }
        None => stages(request, memory, ahead, &mut all),
    };
    let checked = checked(built, all);
    if checked.value.is_none() {
        memory.noticed = None;
    }
    checked
}

/// What pages are read by, and everything beside them.
struct Inputs {
    config: Config,
    sources: Sources,
    components: Components,
    locales: Locales,
}

fn inputs(root: &Path, base_url: Option<&str>, all: &mut Vec<Diagnostic>) -> Option<Inputs> {
    let known = Known::nothing();
    let file = discover::site_file(root, &known).report_to(all)?;
    let config = configure::configure(file.clone(), base_url).report_to(all)?;
    let sources = discover::discover(root, &config, &file, &known).report_to(all);
    let components = render::components(&theme(&sources.interface)).report_to(all);
    let locales = locale::load(&locale_files(&sources.interface), &config.languages).report_to(all);
    Some(Inputs { config, sources, components, locales })
}

fn theme(interface: &Interface) -> Theme {
    Theme::new(interface.themes.iter().map(|theme| (theme.name.as_str(), &theme.templates, &theme.fonts)))
}

fn locale_files(interface: &Interface) -> Vec<LocaleFile> {
    interface.locales.iter().map(|file| (file.lang, file.layer, file.source.clone())).collect()
}

/// A locale file: its language, its layer, its text.
type LocaleFile = (Lang, usize, Arc<SourceText>);

/// All that a site has beside its pages.
#[derive(Debug)]
struct Beside {
    /// `site.yaml`, for messages about it.
    file: Arc<SourceText>,
    config: Arc<Config>,
    /// What was noticed in it.
    of_file: Vec<Diagnostic>,
    media: BTreeMap<String, MediaFile>,
    theme: Theme,
    components: Components,
    locales: Arc<Locales>,
    assets: Arc<Assets>,
    /// What was noticed in everything else.
    of_others: Vec<Diagnostic>,
}

impl Beside {
    fn rules(&self) -> parse::Rules<'_> {
        parse::Rules { config: &self.config, components: &self.components, locales: &self.locales }
    }

    /// Whether pages are read by the same rules with both. Of locales they take the agreed names; names of months are their
    /// languages' own.
    fn reads_like(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.file, &other.file)
            && self.components == other.components
            && self.config.languages.iter().all(|lang| self.locales[lang].glossary() == other.locales[lang].glossary())
    }
}

/// Finds the pages and reads everything else, that only where any of it has changed.
fn read(request: &Request<'_>, memory: &mut Memory, all: &mut Vec<Diagnostic>) -> Option<(Arc<Beside>, Vec<PageFile>)> {
    let Request { root, .. } = *request;
    let files = &memory.known;
    let mut of_settings = Vec::new();
    let settled = OnceLock::new();
    let beside_content = || {
        let settings = settings(request, memory, &mut of_settings)?;
        _ = settled.set(settings.config.clone());
        let interface = discover::interface(root, &settings.config, &settings.file, files);
        // Where nothing is known, it is needed in any case, and there is time while pages are looked for.
        let prepared = settings.known.is_none().then(|| prepare(&interface, &settings.config.languages));
        Some((settings, interface, prepared))
    };
    let content = |config: &Arc<Config>| discover::content(root, &config.languages, files);
    let ahead = || {
        discover::look_ahead(root, files);
        // The settings are read by now, unless there is next to nothing to find. A thread that has to wait for them falls
        // asleep, and comes late to the pages.
        settled.get().map(content)
    };
    let (read, ahead) = rayon::join(beside_content, ahead);
    all.append(&mut of_settings);
    let (Settings { file, config, of_file, known }, interface, prepared) = read?;
    let Content { pages, media } = ahead.unwrap_or_else(|| content(&config)).report_to(all);
    if let Some(beside) = known.filter(|_| files.same_beside_pages()) {
        all.extend(interface.diagnostics);
        all.extend(beside.of_others.iter().cloned());
        return Some((beside, pages));
    }
    let prepared = prepared.unwrap_or_else(|| prepare(&interface, &config.languages));
    all.extend(interface.diagnostics);
    let Checked { value: Prepared { theme, components, locales, assets }, diagnostics: of_others } = prepared;
    all.extend(of_others.iter().cloned());
    let beside = Beside { file, config, of_file, media, theme, components, locales, assets, of_others };
    Some((Arc::new(beside), pages))
}

/// `site.yaml`, and what was read by the same one before.
struct Settings {
    file: Arc<SourceText>,
    config: Arc<Config>,
    of_file: Vec<Diagnostic>,
    known: Option<Arc<Beside>>,
}

fn settings(request: &Request<'_>, memory: &Memory, all: &mut Vec<Diagnostic>) -> Option<Settings> {
    let file = discover::site_file(request.root, &memory.known).report_to(all)?;
    let known = memory.beside.clone().filter(|beside| Arc::ptr_eq(&beside.file, &file));
    let (config, of_file) = match &known {
        Some(beside) => (beside.config.clone(), beside.of_file.clone()),
        None => {
            let configured = configure::configure(file.clone(), request.base_url);
            all.extend(configured.diagnostics.iter().filter(|_| configured.value.is_none()).cloned());
            (Arc::new(configured.value?), configured.diagnostics)
        }
    };
    all.extend(of_file.iter().cloned());
    Some(Settings { file, config, of_file, known })
}

/// What becomes of an [`Interface`].
struct Prepared {
    theme: Theme,
    components: Components,
    locales: Arc<Locales>,
    assets: Arc<Assets>,
}

fn prepare(interface: &Checked<Interface>, languages: &Languages) -> Checked<Prepared> {
    let Checked { value: interface, diagnostics: found } = interface;
    let mut diagnostics = Vec::new();
    let theme = theme(interface);
    let components = render::components(&theme).report_to(&mut diagnostics);
    let assets = || emit::assets::assets(interface.themes.iter().map(|theme| (&theme.styles, &theme.assets)));
    let (assets, locales) = rayon::join(assets, || locale::load(&locale_files(interface), languages));
    let locales = locales.report_to(&mut diagnostics);
    // A theme that is not there brings no messages either; saying so once is enough.
    if !found.iter().any(|found| matches!(found.code, Code::UnknownTheme | Code::ThemeCycle)) {
        diagnostics.extend(locale::required(&locales));
    }
    let mut assets = assets.report_to(&mut diagnostics);
    assets.outputs.extend(emit::editor::package(&interface.editor).report_to(&mut diagnostics));
    let value = Prepared { theme, components, locales: Arc::new(locales), assets: Arc::new(assets) };
    Checked { value, diagnostics }
}

/// The site with a few texts edited, and all there is to say about it: no other file is looked at. `None` where that will
/// not do.
fn edited(request: &Request<'_>, memory: &mut Memory, changed: &Changed) -> Option<(Edited, Vec<Diagnostic>)> {
    let Changed::Files(files) = changed else { return None };
    let mut noticed = memory.noticed.take()?;
    let beside = memory.beside.clone()?;
    let pages = discover::since(request.root, &beside.config.languages, files, &memory.known)?;
    let edited = retouch::retouch(request, memory, &beside, &pages, &mut noticed)?;
    memory.noticed = Some(noticed.clone());
    noticed.extend(memory.last_noticed());
    Some((edited, noticed))
}

fn stages(
    request: &Request<'_>,
    memory: &mut Memory,
    ahead: Option<Ahead<'_>>,
    all: &mut Vec<Diagnostic>,
) -> Option<Rebuilt> {
    memory.noticed = None;
    memory.known.turn();
    let (beside, files) = read(request, memory, all)?;
    let pages = discover::read_pages(&files, &memory.known, all);
    memory.noticed = Some(all.clone());
    let known = memory.beside.replace(beside.clone());
    if known.as_ref().is_none_or(|known| !known.reads_like(&beside)) {
        memory.parsed.turn();
    }
    if known.is_some_and(|known| Arc::ptr_eq(&known, &beside))
        && let Some(others) = retouch::others(memory, &pages)
        && let Some(edited) = retouch::retouch(request, memory, &beside, &others, all)
    {
        all.extend(memory.last_noticed());
        return Some(Rebuilt::Edited(edited));
    }
    let mut of_pages = Vec::new();
    let parsed = parse::again(pages, beside.rules(), &mut memory.parsed).report_to(&mut of_pages);
    let waiting = Waiting { ahead, sink: None };
    whole(request, memory, &beside, (parsed, of_pages), waiting, all).map(|built| Rebuilt::Whole(Box::new(built)))
}

/// Who wants pages before the site is whole.
struct Waiting<'a> {
    ahead: Option<Ahead<'a>>,
    sink: Option<&'a dyn Sink>,
}

fn whole(
    request: &Request<'_>,
    memory: &mut Memory,
    beside: &Arc<Beside>,
    (parsed, of_pages): (parse::Parsed, Vec<Diagnostic>),
    waiting: Waiting<'_>,
    all: &mut Vec<Diagnostic>,
) -> Option<Built> {
    let failed = of_pages.iter().any(Diagnostic::is_error);
    let built = Making { request, beside, failed }.make(parsed, memory, waiting, all);
    all.extend(of_pages);
    built
}

/// All that comes after parsing.
struct Making<'a> {
    request: &'a Request<'a>,
    beside: &'a Arc<Beside>,
    /// Whether there were errors before.
    failed: bool,
}

impl Making<'_> {
    fn make(
        &self,
        parsed: parse::Parsed,
        memory: &mut Memory,
        Waiting { mut ahead, sink }: Waiting<'_>,
        all: &mut Vec<Diagnostic>,
    ) -> Option<Built> {
        let Self { request, beside, failed } = *self;
        let Beside { file, config, media, theme, locales, assets, .. } = &**beside;
        let begin = all.len();
        let named = Named::by(&parsed, config);
        let parse::Parsed { documents, unsound, read } = parsed;
        let Request { at, drafts, embargoed, .. } = *request;
        let options = resolve::Options { at, drafts, embargoed };
        let pages = resolve::Pages { documents, unsound, media };
        let resolve = || resolve::resolve(pages, config.clone(), file, locales, options);
        let beside_pages = || (locale::check(locales, &named.uses(theme)), theme.compile());
        let (site, (of_locales, compiled)) = rayon::join(resolve, beside_pages);
        let site = site.report_to(all);
        all.extend(of_locales);
        let fails = |all: &[Diagnostic]| failed || all.iter().any(Diagnostic::is_error);
        if fails(all) {
            // Templates are checked all the same, so that their mistakes are not found one build later.
            all.extend(render::check(theme, locales));
            return None;
        }
        all.extend(resolve::report_unused(&site));
        let cache = Arc::new(cache(request.root));
        let pictures = Arc::new(pictures::pictures(&site, assets, &cache).report_to(all));
        if fails(all) {
            return None;
        }
        let today = site.config.timezone.to_datetime(request.at).date();
        let (locales, assets, asked) = (locales.clone(), assets.clone(), theme.asked.clone());
        let shared = Arc::new(render::Shared::new(&site));
        let stage = Arc::new(Stage { site, locales, assets, pictures, today, asked, shared });
        let files = || {
            let mut files = emit::media::media(&stage.site.media, &stage.pictures);
            files.extend(emit::media::pictures(&stage.site.pictures, &stage.pictures));
            files.extend(emit::media::assets(&stage.assets.pictures, &stage.pictures));
            files.extend(stage.assets.outputs.iter().cloned());
            files
        };
        let mut show = ahead.as_mut().map(|ahead| {
            let show = |pages: Vec<Output>| (ahead.show)(pages.into_iter().chain(files()).collect());
            (ahead.wanted, show)
        });
        let first = show.as_mut().map(|(wanted, show)| render::First { wanted, show });
        let rendered = render::again(&stage, (theme, compiled), &mut memory.rendered, first, sink).report_to(all);
        if fails(all) {
            return None;
        }
        let languages = rendered.counts.iter().map(|(lang, pages)| counts(&stage, *lang, *pages)).collect();
        let base_url = &stage.site.config.base_url;
        let beside_search = || {
            let sitemap = || emit::sitemap::sitemap(&rendered.listed, base_url, emit::sitemap::LIMITS);
            let (mut outputs, sitemap) = rayon::join(|| of_feeds(&rendered.feeds, sink), sitemap);
            outputs.extend(sitemap.into_iter().map(|file| file.handed(sink)));
            outputs.extend(files());
            outputs.extend(emit::cards::cards(&rendered.cards, &theme.fonts, &cache));
            outputs.extend(emit::calendar::calendars(&stage.site, &stage.locales));
            outputs.extend(emit::editor::editor(&stage.site, &stage.locales, &stage.assets.outputs));
            outputs.extend(emit::robots::robots(base_url, stage.site.config.index));
            outputs
        };
        let (now, unindexed) = if memory.keeps { (Vec::new(), rendered.texts) } else { (rendered.texts, Vec::new()) };
        let addresses = || if memory.keeps { Vec::new() } else { resolve::own_addresses(&stage.site) };
        let search = || rayon::join(addresses, || emit::search::search(now));
        let ((addresses, search), others) = rayon::join(search, beside_search);
        let mut outputs = rendered.outputs;
        outputs.extend(search);
        outputs.extend(others);
        outputs.par_sort_by(|a, b| a.path.cmp(&b.path));
        let next = stage.site.next.map(|next| next.to_zoned_datetime(stage.site.config.timezone.clone()));
        let now = request.at.to_zoned_datetime(stage.site.config.timezone.clone());
        let midnight = now.tomorrow().and_then(|day| day.start_of_day()).ok();
        let until = midnight.map(|midnight| stage.site.next.into_iter().fold(midnight.timestamp(), Timestamp::min));
        let base_path = SitePath::root_anywhere(base_url);
        let (parsed, rendered, listed) = (read, rendered.rendered, rendered.listed);
        let (read, formatted) = (memory.known.take_reads(), formatted(&stage.locales));
        let work = Work { read, formatted, parsed, rendered, resolved: true };
        let site = &stage.site;
        let coming = site.schedule.iter().filter(|change| change.at > request.at).cloned().collect();
        let timezone = memory.keeps.then(|| site.config.timezone.clone());
        let (overview, schedule) = match memory.keeps {
            true => (resolve::overview(site, request.at), coming),
            false => (Vec::new(), Vec::new()),
        };
        let cache = Some(cache);
        let built = Built {
            outputs,
            base_path,
            addresses,
            languages,
            next,
            until,
            cache,
            unindexed,
            overview,
            schedule,
            timezone,
            work,
            remains: if memory.keeps { Remains::default() } else { Remains::of(&stage, listed) },
        };
        memory.keep(beside, &stage, &all[begin..]);
        Some(built)
    }
}

/// How many messages were formatted since the last build.
fn formatted(locales: &Locales) -> usize {
    locales.iter().map(|(_, locale)| locale.take_formatted()).sum()
}

/// The files of feeds. Where they are handed over at once, each is written into the memory of the one before.
fn of_feeds(feeds: &[Feed], sink: Option<&dyn Sink>) -> Vec<Output> {
    let both = |feed| [emit::atom::atom, emit::json_feed::json_feed].map(|file| file(feed).handed(sink));
    feeds.par_iter().flat_map_iter(both).collect()
}

fn counts(stage: &Stage, lang: Lang, pages: usize) -> Counts {
    let entries = stage.site.entries.iter();
    let translated = entries.filter(|entry| !matches!(entry.states[lang], State::Original | State::Missing)).count();
    Counts { lang, pages, translated, missing: stage.site.missing[lang] }
}
