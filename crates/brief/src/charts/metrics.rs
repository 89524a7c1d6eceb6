//! How much room words take, by the advances of the embedded Noto Sans.

use std::sync::LazyLock;

use entente_doors::text::shown_on_a_line;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// Where another font stands in, words may be a little wider.
const SLACK: f64 = 1.04;
/// Height of a capital over the size: Noto Sans, OS/2 table, 1462 of 2048 units.
pub(super) const CAPITAL: f64 = 0.714;
/// From one baseline to the next, over the size.
pub(super) const LEADING: f64 = 1.22;

struct Face {
    characters: Charmap<'static>,
    advances: GlyphMetrics<'static>,
    unit: f64,
}

impl Face {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let at = LocationRef::default();
        Some(Face {
            characters: font.charmap(),
            advances: font.glyph_metrics(Size::unscaled(), at),
            unit: f64::from(font.metrics(Size::unscaled(), at).units_per_em).max(1.0),
        })
    }

    /// In ems; a character that the font lacks takes one.
    fn advance(&self, character: char) -> f64 {
        self.characters
            .map(character)
            .and_then(|glyph| self.advances.advance_width(glyph))
            .map_or(1.0, |units| f64::from(units) / self.unit)
    }
}

static REGULAR: LazyLock<Option<Face>> = LazyLock::new(|| Face::of(notosans::REGULAR_TTF));
static BOLD: LazyLock<Option<Face>> = LazyLock::new(|| Face::of(notosans::BOLD_TTF));

/// The width of words on one line in pixels, as they are shown, at a size in pixels.
pub(super) fn width(words: &str, size: f64, bold: bool) -> f64 {
    let face = if bold { &BOLD } else { &REGULAR };
    let words = shown_on_a_line(words);
    let ems: f64 = match face.as_ref() {
        Some(face) => words.chars().map(|c| face.advance(c)).sum(),
        None => words.chars().count() as f64,
    };
    ems * size * SLACK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advances_are_the_font_s() {
        // Noto Sans, hmtx: M 1858, i 528, space 532 of 2048 units; bold M 1931.
        assert!((width("M", 2048.0, false) - 1858.0 * SLACK).abs() < 1e-6);
        assert!((width("i i", 2048.0, false) - (2.0 * 528.0 + 532.0) * SLACK).abs() < 1e-6);
        assert!((width("M", 2048.0, true) - 1931.0 * SLACK).abs() < 1e-6);
        assert!(width("México", 12.0, true) > width("México", 12.0, false));
    }
}
