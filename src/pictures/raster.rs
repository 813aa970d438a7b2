//! Pictures made of pixels, read: turned as the camera was held, in the web's colours, with nothing else.

use std::io::{self, Cursor};
use std::sync::{Mutex, PoisonError};

use image::codecs::{png::PngDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use crate::model::{Artifact, Cache, Format, MediaFile};

/// Changes whenever the code here, or that of a decoder, would read a picture otherwise.
pub(super) const READING: &str = "4";

/// More pixels than this are no picture for a page: the most that cameras of telephones take. Decoded they are 200 MB.
const MOST_PIXELS: u64 = 50_000_000;

/// Pictures of more pixels than this are decoded one after the other, so that memory does not grow with the cores.
const LARGE: u64 = 12_000_000;

static LARGE_ONES: Mutex<()> = Mutex::new(());

#[derive(Debug)]
pub(super) struct Source {
    pub label: String,
    file: MediaFile,
    /// The hash of its bytes.
    pub hash: String,
}

/// What is known of a picture before it is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub size: (u32, u32),
    /// What suits it: JPEG for what came as one, PNG for all that is exact or transparent.
    pub format: Format,
    /// What it came as: it is offered for download under its name.
    pub came_as: Format,
}

/// Why a picture cannot be used, as messages name it.
pub(super) type Reason = &'static str;

impl Source {
    pub(super) fn new(label: &str, file: MediaFile, bytes: &[u8]) -> Self {
        Self { label: label.to_string(), file, hash: blake3::hash(bytes).to_hex().to_string() }
    }

    /// Its facts, from the cache if it was read before. The whole picture is read, so that a torn file is found out
    /// before anything is written.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub(super) fn facts(&self, cache: &Cache) -> Result<Facts, Reason> {
        let text = cache.get(&Look(self)).map_err(|error| reason(&error))?;
        Facts::parse(&text).ok_or("damaged")
    }

    /// The picture: RGB, or RGBA where something shows through.
    ///
    /// # Errors
    /// When it cannot be read; the text is a [`Reason`].
    pub(super) fn pixels(&self) -> io::Result<DynamicImage> {
        pixels(&self.file.read()?).map(|(image, _)| image).map_err(io::Error::other)
    }
}

/// The reason that travelled through the cache.
fn reason(error: &io::Error) -> Reason {
    let known: [Reason; 4] = ["format", "animated", "large", "damaged"];
    let text = error.to_string();
    known.into_iter().find(|reason| *reason == text).unwrap_or("damaged")
}

/// Finds out a picture's facts.
#[derive(Debug)]
struct Look<'s>(&'s Source);

impl Artifact for Look<'_> {
    fn key(&self) -> String {
        blake3::hash(format!("facts {READING} {}", self.0.hash).as_bytes()).to_hex().to_string()
    }

    fn make(&self) -> io::Result<Vec<u8>> {
        let (image, read_as) = pixels(&self.0.file.read()?).map_err(io::Error::other)?;
        let lossy = matches!(read_as, ImageFormat::Jpeg | ImageFormat::WebP) && !image.color().has_alpha();
        let format = if lossy { Format::Jpeg } else { Format::Png };
        let came_as = match read_as {
            ImageFormat::Jpeg => Format::Jpeg,
            ImageFormat::WebP => Format::WebP,
            ImageFormat::Gif => Format::Gif,
            _ => Format::Png,
        };
        Ok(Facts { size: (image.width(), image.height()), format, came_as }.print().into_bytes())
    }
}

impl Facts {
    fn print(self) -> String {
        let Self { size: (width, height), format, came_as } = self;
        format!("{width} {height} {} {}", format.extension(), came_as.extension())
    }

    fn parse(text: &[u8]) -> Option<Self> {
        let mut words = std::str::from_utf8(text).ok()?.split(' ');
        let size = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let known = [Format::Jpeg, Format::Png, Format::WebP, Format::Gif];
        let mut format = || words.next().and_then(|word| known.into_iter().find(|format| format.extension() == word));
        Some(Self { size, format: format()?, came_as: format()? })
    }
}

fn pixels(bytes: &[u8]) -> Result<(DynamicImage, ImageFormat), Reason> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| "format")?;
    let format = reader.format().ok_or("format")?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif) {
        return Err("format");
    }
    let mut decoder = reader.into_decoder().map_err(|_| "damaged")?;
    let (width, height) = decoder.dimensions();
    let count = u64::from(width) * u64::from(height);
    if count > MOST_PIXELS {
        return Err("large");
    }
    if format == ImageFormat::Jpeg && !ends(bytes) {
        return Err("damaged");
    }
    if moves(bytes, format)? {
        return Err("animated");
    }
    // What another picture's decoder left behind by a panic is nothing.
    let _one_at_a_time = (count > LARGE).then(|| LARGE_ONES.lock().unwrap_or_else(PoisonError::into_inner));
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| "damaged")?;
    image.apply_orientation(orientation);
    if image.color().has_alpha() {
        image = DynamicImage::ImageRgba8(image.into_rgba8());
    }
    let see_through = image.as_rgba8().is_some_and(|image| image.pixels().any(|pixel| pixel[3] < u8::MAX));
    if !see_through {
        image = DynamicImage::ImageRgb8(image.into_rgb8());
    }
    Ok((to_web_colours(image, profile), format))
}

/// Whether a JPEG has its end (ITU-T T.81, annex B): decoders draw grey where it was cut off. What cameras append is no
/// part of it.
fn ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        // The next marker: not a stuffed zero, not a restart, not filling.
        let next = bytes.get(at..).and_then(|rest| memchr::memchr(0xFF, rest));
        let Some(marker) = next.map(|found| at + found) else { return false };
        match bytes.get(marker + 1) {
            Some(0xD9) => return true,
            Some(0 | 0x01 | 0xD0..=0xD8) => at = marker + 2,
            Some(0xFF) => at = marker + 1,
            Some(_) => {
                let Some([high, low]) = bytes.get(marker + 2..marker + 4) else { return false };
                at = marker + 2 + usize::from(u16::from_be_bytes([*high, *low])).max(2);
            }
            None => return false,
        }
    }
}

/// Readers must be able to stop what moves (WCAG 2.2, 2.2.2), and nobody can stop a moving picture.
fn moves(bytes: &[u8], format: ImageFormat) -> Result<bool, Reason> {
    let cursor = Cursor::new(bytes);
    Ok(match format {
        ImageFormat::Gif => gif_frames(bytes)? > 1,
        ImageFormat::WebP => WebPDecoder::new(cursor).is_ok_and(|webp| webp.has_animation()),
        ImageFormat::Png => PngDecoder::new(cursor).is_ok_and(|png| png.is_apng().unwrap_or(false)),
        _ => false,
    })
}

/// How many frames a GIF has, two at most. None is decoded: a frame may claim more pixels than the picture.
fn gif_frames(bytes: &[u8]) -> Result<usize, Reason> {
    let mut options = gif::DecodeOptions::new();
    options.skip_frame_decoding(true);
    let mut gif = options.read_info(Cursor::new(bytes)).map_err(|_| "damaged")?;
    let mut frames = 0;
    while frames < 2
        && let Some(frame) = gif.next_frame_info().map_err(|_| "damaged")?
    {
        if u64::from(frame.width) * u64::from(frame.height) > MOST_PIXELS {
            return Err("large");
        }
        frames += 1;
    }
    Ok(frames)
}

/// From the camera's colour space to sRGB, since the profile is not kept. What has no profile, or one for another kind of
/// colours (a profile for print), is taken as it is.
fn to_web_colours(image: DynamicImage, profile: Option<Vec<u8>>) -> DynamicImage {
    let profile = profile.and_then(|icc| ColorProfile::new_from_slice(&icc).ok());
    let Some(profile) = profile.filter(|profile| profile.color_space == DataColorSpace::Rgb) else { return image };
    let layout = if image.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let web = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(layout, &web, layout, TransformOptions::default()) else {
        return image;
    };
    let mut turned = vec![0; image.as_bytes().len()];
    match transform.transform(image.as_bytes(), &mut turned) {
        Ok(()) => rebuilt(image, turned),
        Err(_) => image,
    }
}

fn rebuilt(image: DynamicImage, bytes: Vec<u8>) -> DynamicImage {
    let (width, height) = (image.width(), image.height());
    let new = match image.color().has_alpha() {
        true => image::RgbaImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgba8),
        false => image::RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8),
    };
    new.unwrap_or(image)
}
