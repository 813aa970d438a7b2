//! One version of a picture, encoded: smaller, in a format for browsers. The same bytes on every machine.

use std::io::{self, Cursor};
use std::sync::Arc;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat};
use jpeg_encoder::{ColorType, SamplingFactor};
use ravif::Img;
use resize::{Pixel, Type};
use rgb::{FromSlice, RGB8, RGBA8};

use super::raster::{READING, Source};
use crate::model::{Artifact, Format};
use crate::panics;

/// Changes whenever an encoder, or how it is asked, does.
const ENCODING: &str = "1";

#[derive(Debug)]
pub(super) struct Encoded {
    pub source: Arc<Source>,
    pub format: Format,
    pub size: (u32, u32),
    /// For print: larger, with nothing that the eye could miss.
    pub fine: bool,
}

impl Artifact for Encoded {
    fn key(&self) -> String {
        let Self { source, format, size: (width, height), fine } = self;
        let all = format!("picture {READING} {ENCODING} {format:?} {width}x{height} {fine} {}", source.hash);
        blake3::hash(all.as_bytes()).to_hex().to_string()
    }

    fn make(&self) -> io::Result<Vec<u8>> {
        panics::catch(&self.source.label, || self.encode()).unwrap_or_else(|panicked| Err(io::Error::other(panicked)))
    }
}

impl Encoded {
    fn encode(&self) -> io::Result<Vec<u8>> {
        let image = scaled(self.source.pixels()?, self.size)?;
        match self.format {
            Format::Avif => avif(&image),
            Format::Jpeg => jpeg(&image, if self.fine { 93 } else { 80 }),
            Format::Png | Format::Svg => png(&image),
            Format::WebP => written(ImageFormat::WebP, &image),
            Format::Gif => written(ImageFormat::Gif, &image),
        }
    }
}

fn scaled(image: DynamicImage, (width, height): (u32, u32)) -> io::Result<DynamicImage> {
    if (image.width(), image.height()) == (width, height) {
        return Ok(image);
    }
    let from = (image.width() as usize, image.height() as usize);
    let to = (width as usize, height as usize);
    let scaled = match image {
        DynamicImage::ImageRgba8(image) => {
            let mut out = vec![RGBA8::default(); to.0 * to.1];
            let resizer = resize::new(from.0, from.1, to.0, to.1, Pixel::RGBA8P, Type::Lanczos3);
            resizer.and_then(|mut resizer| resizer.resize(image.as_rgba(), &mut out)).map_err(io::Error::other)?;
            let bytes = out.into_iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b, pixel.a]).collect();
            image::RgbaImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgba8)
        }
        image => {
            let mut out = vec![RGB8::default(); to.0 * to.1];
            let resizer = resize::new(from.0, from.1, to.0, to.1, Pixel::RGB8, Type::Lanczos3);
            let image = image.into_rgb8();
            resizer.and_then(|mut resizer| resizer.resize(image.as_rgb(), &mut out)).map_err(io::Error::other)?;
            let bytes = out.into_iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
            image::RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8)
        }
    };
    scaled.ok_or_else(|| io::Error::other("damaged"))
}

/// One thread a picture: pictures are encoded side by side, and the bytes do not depend on how many cores there are.
///
/// Opaque pictures as RGBA, too: they are written without an alpha channel. `encode_rgb` would compile the whole encoder
/// once more as a part of this crate, and unoptimised for tests.
fn avif(image: &DynamicImage) -> io::Result<Vec<u8>> {
    let encoder = ravif::Encoder::new().with_quality(62.0).with_alpha_quality(75.0).with_speed(8);
    let image = image.to_rgba8();
    let pixels = Img::new(image.as_rgba(), image.width() as usize, image.height() as usize);
    let encoded = encoder.with_num_threads(Some(1)).encode_rgba(pixels);
    encoded.map(|encoded| encoded.avif_file).map_err(io::Error::other)
}

fn jpeg(image: &DynamicImage, quality: u8) -> io::Result<Vec<u8>> {
    let side = |pixels: u32| u16::try_from(pixels).map_err(io::Error::other);
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(if quality > 90 { SamplingFactor::R_4_4_4 } else { SamplingFactor::R_4_2_0 });
    let image = image.to_rgb8();
    let encoded = encoder.encode(&image, side(image.width())?, side(image.height())?, ColorType::Rgb);
    encoded.map_err(io::Error::other)?;
    Ok(bytes)
}

fn png(image: &DynamicImage) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    let colour = if image.color().has_alpha() { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
    let written = encoder.write_image(image.as_bytes(), image.width(), image.height(), colour);
    written.map_err(io::Error::other)?;
    Ok(bytes)
}

/// As it came, where nobody but a reader who wants that very file gets it.
fn written(format: ImageFormat, image: &DynamicImage) -> io::Result<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    let image = if format == ImageFormat::Gif { DynamicImage::ImageRgba8(image.to_rgba8()) } else { image.clone() };
    image.write_to(&mut bytes, format).map_err(io::Error::other)?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Encoded;
    use crate::model::{Artifact, FileOrigin, Format, MediaFile};
    use crate::panics::Panicked;
    use crate::pictures::raster::Source;

    #[test]
    fn a_picture_that_makes_the_program_panic_is_named() {
        let bytes: &'static [u8] = include_bytes!("../../tests/it/support/picture.gif");
        let file = MediaFile { origin: FileOrigin::Embedded(bytes), size: bytes.len() as u64 };
        let source = Arc::new(Source::new("content/a.gif", file, bytes));
        // More memory than an address can name.
        let artifact = Encoded { source, format: Format::Png, size: (u32::MAX, u32::MAX), fine: false };
        let error = artifact.make().unwrap_err();
        let panicked = error.get_ref().and_then(|error| error.downcast_ref::<Panicked>()).unwrap();
        assert!(panicked.to_string().starts_with("internal error with content/a.gif: capacity overflow"), "{panicked}");
    }
}
