//! How long each stage takes for 3,000 pages of the corpus: `TMPDIR=/dev/shm cargo bench --bench stages`, so that the disk
//! has no say.
//!
//! Each stage is given what the ones before it made. `pipeline.rs` is the only place that knows their order; this is its
//! shadow, without messages.

#[path = "corpus/mod.rs"]
mod corpus;

use std::sync::{Arc, LazyLock};

use bruecke::discover::{Known, Sources};
use bruecke::locale::Locales;
use bruecke::model::assets::Assets;
use bruecke::model::cache::Cache;
use bruecke::model::config::Config;
use bruecke::model::document::Document;
use bruecke::model::output::Output;
use bruecke::model::shortcode::Components;
use bruecke::model::site::Site;
use bruecke::model::source::{PageSource, SourceText};
use bruecke::render::{Rendered, Stage, Theme, ViewCache};
use bruecke::{configure, discover, emit, locale, parse, pictures, render, resolve, write};
use corpus::Layout;
use divan::{Bencher, black_box};
use rayon::prelude::*;

/// Articles; each in three languages.
const ARTICLES: usize = 1000;

fn main() {
    divan::Divan::from_args().sample_count(20).main();
}

/// A site in a folder, and what there is to know of it before its pages are read.
struct Begun {
    folder: tempfile::TempDir,
    file: Arc<SourceText>,
    config: Arc<Config>,
    sources: Sources,
    theme: Theme,
    components: Components,
    locales: Arc<Locales>,
    assets: Arc<Assets>,
}

impl Begun {
    fn pages(&self) -> Vec<PageSource> {
        discover::read_pages(&self.sources.content.pages, &Known::nothing(), &mut Vec::new())
    }

    fn parse(&self, pages: Vec<PageSource>) -> Vec<Arc<Document>> {
        let rules = parse::Rules { config: &self.config, components: &self.components, locales: &self.locales };
        parse::parse(pages, rules).value.documents
    }

    fn resolve(&self, documents: Vec<Arc<Document>>) -> Site {
        let media = &self.sources.content.media;
        let pages = resolve::Pages { documents, unsound: Default::default(), media };
        let options = resolve::Options { at: jiff::Timestamp::UNIX_EPOCH, drafts: false, embargoed: true };
        resolve::resolve(pages, self.config.clone(), &self.file, &self.locales, options).value
    }
}

static BEGUN: LazyLock<Begun> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("site");
    corpus::write(&root, ARTICLES, Layout::Bruecke).expect("a corpus");
    let known = Known::nothing();
    let file = discover::site_file(&root, &known).value.expect("site.yaml");
    let config = configure::configure(file.clone(), None).value.expect("a configuration");
    let sources = discover::discover(&root, &config, &file, &known).value;
    let theme =
        Theme::new(sources.interface.themes.iter().map(|theme| (theme.name.as_str(), &theme.templates, &theme.fonts)));
    let components = render::components(&theme).value;
    let files: Vec<_> =
        sources.interface.locales.iter().map(|file| (file.lang, file.layer, file.source.clone())).collect();
    let locales = Arc::new(locale::load(&files, &config.languages).value);
    let assets = emit::assets::assets(sources.interface.themes.iter().map(|theme| (&theme.styles, &theme.assets)));
    let (config, assets) = (Arc::new(config), Arc::new(assets.value));
    Begun { folder, file, config, sources, theme, components, locales, assets }
});

static DOCUMENTS: LazyLock<Vec<Arc<Document>>> = LazyLock::new(|| BEGUN.parse(BEGUN.pages()));

static STAGE: LazyLock<Arc<Stage>> = LazyLock::new(|| {
    let site = BEGUN.resolve(DOCUMENTS.clone());
    let cache = Arc::new(Cache::new(BEGUN.folder.path().join("cache")));
    let pictures = Arc::new(pictures::pictures(&site, &BEGUN.assets, &cache).value);
    let (locales, assets) = (BEGUN.locales.clone(), BEGUN.assets.clone());
    let (today, used_fields) = (jiff::civil::date(2026, 11, 24), BEGUN.theme.used_fields);
    let views = Arc::new(ViewCache::new(&site, &locales));
    Arc::new(Stage { site, locales, assets, pictures, today, used_fields, views })
});

static RENDERED: LazyLock<Rendered> = LazyLock::new(|| rendered(&STAGE));

fn rendered(stage: &Arc<Stage>) -> Rendered {
    render::render(stage, &BEGUN.theme, render::compile(&BEGUN.theme), render::Options::default()).value
}

#[divan::bench]
fn a_discover(bencher: Bencher) {
    let root = BEGUN.folder.path().join("site");
    bencher.bench(|| discover::discover(&root, &BEGUN.config, &BEGUN.file, &Known::nothing()));
}

#[divan::bench]
fn b_read(bencher: Bencher) {
    bencher.bench(|| BEGUN.pages());
}

#[divan::bench]
fn c_parse(bencher: Bencher) {
    bencher.with_inputs(|| BEGUN.pages()).bench_values(|pages| BEGUN.parse(pages));
}

#[divan::bench]
fn d_resolve(bencher: Bencher) {
    bencher.with_inputs(|| DOCUMENTS.clone()).bench_values(|documents| BEGUN.resolve(documents));
}

#[divan::bench]
fn e_render(bencher: Bencher) {
    // What pages share is made anew at each build.
    let stage = || (**STAGE).clone();
    bencher.with_inputs(stage).bench_values(|stage| {
        let views = Arc::new(ViewCache::new(&stage.site, &stage.locales));
        rendered(&Arc::new(Stage { views, ..stage }))
    });
}

fn emitted() -> Vec<Output> {
    let base_url = &STAGE.site.config.base_url;
    let feeds = &RENDERED.feeds;
    let mut outputs: Vec<Output> = feeds.par_iter().map(emit::atom::atom).collect();
    outputs.par_extend(feeds.par_iter().map(emit::json_feed::json_feed));
    outputs.extend(emit::sitemap::sitemap(&RENDERED.listed, base_url, emit::sitemap::LIMITS));
    outputs.extend(emit::robots::robots(base_url, true));
    outputs
}

#[divan::bench]
fn f_emit(bencher: Bencher) {
    bencher.bench(|| black_box(emitted()));
}

#[divan::bench]
fn g_write(bencher: Bencher) {
    let outputs: Vec<Output> = RENDERED.outputs.iter().cloned().chain(emitted()).collect();
    let out = BEGUN.folder.path().join("out");
    let clear = || _ = std::fs::remove_dir_all(&out);
    bencher.with_inputs(clear).bench_values(|()| write::write(&outputs, &Default::default(), &out).expect("files"));
}

#[divan::bench]
fn h_write_nothing_new(bencher: Bencher) {
    let out = BEGUN.folder.path().join("same");
    let write = || write::write(&RENDERED.outputs, &Default::default(), &out).expect("files");
    write();
    bencher.bench(write);
}
