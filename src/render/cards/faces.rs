//! What fonts tell without drawing: their families, the characters they have, the widths of these.

use skrifa::instance::{LocationRef, Size};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Fonts;

pub(crate) struct Face<'f> {
    pub family: String,
    font: FontRef<'f>,
}

/// The fonts of a theme's folder `cards/`, by file name; a file that is no font is none.
pub(crate) fn faces(fonts: &Fonts) -> Vec<Face<'_>> {
    let read = fonts.values().filter_map(|bytes| {
        let font = FontRef::from_index(bytes, 0).ok()?;
        let name = font.localized_strings(StringId::TYPOGRAPHIC_FAMILY_NAME).english_or_first();
        let name = name.or_else(|| font.localized_strings(StringId::FAMILY_NAME).english_or_first())?;
        Some(Face { family: name.chars().collect(), font })
    });
    read.collect()
}

impl Face<'_> {
    /// Whether the font has a glyph for a character.
    pub(crate) fn has(&self, c: char) -> bool {
        self.font.charmap().map(c).is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// Widths of characters, in parts of the font's size; one without a glyph counts as half.
    pub(crate) fn widths(&self) -> impl Fn(char) -> f32 {
        let charmap = self.font.charmap();
        let metrics = self.font.glyph_metrics(Size::new(1.0), LocationRef::default());
        move |c| charmap.map(c).and_then(|glyph| metrics.advance_width(glyph)).unwrap_or(0.5)
    }
}

/// Letters and their marks as one character where there is one: fonts have glyphs for these.
pub(crate) fn composed(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// A font that the folder does not have, by the families that it has.
pub(crate) fn unknown_font(name: &str, faces: &[Face<'_>]) -> Diagnostic {
    let known: Vec<&str> = faces.iter().map(|face| face.family.as_str()).collect();
    Diagnostic::new(Code::UnknownFont).with("name", name).nearest(name, known)
}
