//! Social cards as PNG: drawn when they are asked for, with the theme's fonts and no others.
//!
//! Invariant: the same drawing and fonts give the same bytes on every machine.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, OnceLock};

use resvg::usvg::fontdb::{Database, Source};
use resvg::{tiny_skia, usvg};

use crate::model::card::SIZE;
use crate::model::{Artifact, Cache, Card, Cards, Content, Fonts, Output};
use crate::panics;

pub(crate) fn cards(cards: &Cards, fonts: &Fonts, cache: &Arc<Cache>) -> Vec<Output> {
    let shared = Arc::new(Shelf { files: fonts.values().cloned().collect(), database: OnceLock::new() });
    let output = |card: &Card| {
        let drawing = Arc::new(Drawing { card: card.clone(), shelf: shared.clone() });
        Output { path: card.path.clone(), content: Content::Lazy(drawing, cache.clone()) }
    };
    cards.values().map(output).collect()
}

/// The fonts, read once when the first card is drawn.
struct Shelf {
    files: Vec<Arc<[u8]>>,
    database: OnceLock<Arc<Database>>,
}

impl Shelf {
    fn database(&self) -> Arc<Database> {
        let load = || {
            let mut database = Database::new();
            for bytes in &self.files {
                database.load_font_source(Source::Binary(Arc::new(bytes.clone())));
            }
            Arc::new(database)
        };
        self.database.get_or_init(load).clone()
    }
}

struct Drawing {
    card: Card,
    shelf: Arc<Shelf>,
}

impl std::fmt::Debug for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Drawing({})", self.card.path)
    }
}

impl Artifact for Drawing {
    fn key(&self) -> String {
        self.card.key.clone()
    }

    fn make(&self) -> io::Result<Vec<u8>> {
        let file = self.card.path.to_string();
        panics::catch(&file, || self.draw()).unwrap_or_else(|panicked| Err(io::Error::other(panicked)))
    }
}

impl Drawing {
    fn draw(&self) -> io::Result<Vec<u8>> {
        let fontdb = self.shelf.database();
        let family = fontdb.faces().next().and_then(|face| Some(face.families.first()?.0.clone()));
        // Nothing is read but the drawing itself: a card that loads files would depend on more than its key says.
        let image_href_resolver = usvg::ImageHrefResolver {
            resolve_data: usvg::ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        };
        let options = usvg::Options {
            fontdb,
            font_family: family.unwrap_or_default(),
            image_href_resolver,
            ..Default::default()
        };
        let tree = usvg::Tree::from_str(&self.card.svg, &options).map_err(io::Error::other)?;
        let (width, height) = SIZE;
        let mut sheet = tiny_skia::Pixmap::new(width, height).ok_or_else(|| io::Error::other("no room to draw"))?;
        sheet.fill(tiny_skia::Color::WHITE);
        let scale = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale.0, scale.1), &mut sheet.as_mut());
        png(sheet.pixels())
    }
}

type Rgb = [u8; 3];

/// How far a channel may be from what was drawn, when colours are put together.
const TOLERANCE: u8 = 6;

/// A card has few colours and their blends along edges: a palette is a third of the bytes. Where one of 256 colours
/// would show, the picture keeps all of its own.
fn png(pixels: &[tiny_skia::PremultipliedColorU8]) -> io::Result<Vec<u8>> {
    let pixels: Vec<Rgb> = pixels.iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    match palette(&pixels) {
        Some((palette, index)) => {
            let mut bytes = Vec::with_capacity(pixels.len());
            for run in pixels.chunk_by(|a, b| a == b) {
                bytes.resize(bytes.len() + run.len(), index[&run[0]]);
            }
            encode(png::ColorType::Indexed, Some(palette.concat()), &bytes)
        }
        None => encode(png::ColorType::Rgb, None, &pixels.concat()),
    }
}

/// The most frequent colours, and for each colour the nearest of them; `None` where one is too far from all.
fn palette(pixels: &[Rgb]) -> Option<(Vec<Rgb>, BTreeMap<Rgb, u8>)> {
    let mut counts: BTreeMap<Rgb, usize> = BTreeMap::new();
    for run in pixels.chunk_by(|a, b| a == b) {
        *counts.entry(run[0]).or_default() += run.len();
    }
    let mut colours: Vec<(usize, Rgb)> = counts.iter().map(|(colour, count)| (*count, *colour)).collect();
    colours.sort_by_key(|(count, colour)| (std::cmp::Reverse(*count), *colour));
    let mut kept: Vec<Rgb> = Vec::new();
    let mut index = BTreeMap::new();
    for (_, colour) in colours {
        let near = kept.iter().enumerate().map(|(at, other)| (distance(colour, *other), at)).min();
        let at = match near {
            Some((far, at)) if far == 0 || kept.len() > 128 && far <= TOLERANCE => at,
            Some((far, at)) if kept.len() == 256 => (far <= 2 * TOLERANCE).then_some(at)?,
            _ => {
                kept.push(colour);
                kept.len() - 1
            }
        };
        index.insert(colour, u8::try_from(at).ok()?);
    }
    Some((kept, index))
}

fn distance(a: Rgb, b: Rgb) -> u8 {
    a.iter().zip(b).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
}

fn encode(colour: png::ColorType, palette: Option<Vec<u8>>, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, SIZE.0, SIZE.1);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    match palette {
        Some(palette) => {
            // Neighbouring numbers of a palette are no neighbouring colours, so differences say nothing.
            encoder.set_filter(png::Filter::NoFilter);
            encoder.set_palette(palette);
        }
        None => encoder.set_filter(png::Filter::Adaptive),
    }
    let mut writer = encoder.write_header().map_err(io::Error::other)?;
    writer.write_image_data(bytes).map_err(io::Error::other)?;
    writer.finish().map_err(io::Error::other)?;
    Ok(out)
}
