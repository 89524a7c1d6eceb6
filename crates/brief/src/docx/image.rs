//! Drawings: as SVG for the programs that can show it, and as PNG for those that cannot.

use std::sync::{Arc, LazyLock};

use entente_doors::text::shown;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use super::DocxError;
use super::xml::Element;

/// The width of the text, in pixels of 1/96 inch: 170 mm.
const ACROSS: f64 = 642.0;
/// English Metric Units in such a pixel.
const EMU: f64 = 9525.0;
/// PNG pixels for each, for print.
const DENSITY: f64 = 2.5;

/// The program's own font, so that a drawing is the same on every machine.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    fonts.set_sans_serif_family("Noto Sans");
    Arc::new(fonts)
});

/// A drawing, and how large it stands on the page.
pub(super) struct Image {
    pub svg: String,
    pub png: Vec<u8>,
    alternative: String,
    width: f64,
    height: f64,
}

impl Image {
    /// A drawing as wide as the text.
    pub(super) fn across(svg: &str, alternative: &str) -> Result<Self, DocxError> {
        Image::of(svg, alternative, ACROSS)
    }

    /// A drawing of a width, in pixels of 1/96 inch.
    pub(super) fn of(svg: &str, alternative: &str, width: f64) -> Result<Self, DocxError> {
        let svg = shown(svg);
        let wrong = |why: &dyn std::fmt::Display| DocxError::Figure(why.to_string());
        let options = Options {
            fontdb: FONTS.clone(),
            font_family: "Noto Sans".to_owned(),
            ..Options::default()
        };
        let tree = Tree::from_str(&svg, &options).map_err(|e| wrong(&e))?;
        let size = tree.size();
        let height = width * f64::from(size.height()) / f64::from(size.width());
        let pixels = |length: f64| (length * DENSITY).ceil().max(1.0) as u32;
        let mut canvas =
            Pixmap::new(pixels(width), pixels(height)).ok_or_else(|| wrong(&"it has no extent"))?;
        canvas.fill(Color::WHITE);
        let scale = (width * DENSITY) as f32 / size.width();
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut canvas.as_mut(),
        );
        Ok(Image {
            svg: svg.into_owned(),
            png: canvas.encode_png().map_err(|e| wrong(&e))?,
            alternative: alternative.to_owned(),
            width,
            height,
        })
    }
}

/// The images of a document.
#[derive(Default)]
pub(super) struct Images(pub Vec<Image>);

impl Images {
    /// Keeps an image, and gives the run that shows it.
    pub(super) fn add(&mut self, image: Image) -> Element {
        let number = self.0.len() + 1;
        let drawn = drawing(number, &image);
        self.0.push(image);
        Element::new("w:r").child(Element::new("w:drawing").child(drawn))
    }
}

/// The relation of an image's PNG.
pub(super) fn png_id(number: usize) -> String {
    format!("rIdPng{number}")
}

/// The relation of its SVG.
pub(super) fn svg_id(number: usize) -> String {
    format!("rIdSvg{number}")
}

fn drawing(number: usize, image: &Image) -> Element {
    let length = |pixels: f64| (pixels * EMU).round() as u64;
    let extent = |name| {
        Element::new(name)
            .with("cx", length(image.width))
            .with("cy", length(image.height))
    };
    let named = |name| {
        Element::new(name)
            .with("id", number)
            .with("name", format!("image{number}"))
            .with("descr", &image.alternative)
    };
    let vector = Element::new("a:extLst").child(
        Element::new("a:ext")
            .with("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")
            .child(
                Element::new("asvg:svgBlip")
                    .with(
                        "xmlns:asvg",
                        "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
                    )
                    .with("r:embed", svg_id(number)),
            ),
    );
    let blip = Element::new("a:blip")
        .with("r:embed", png_id(number))
        .child(vector);
    let shape = Element::new("pic:spPr")
        .child(
            Element::new("a:xfrm")
                .child(Element::new("a:off").with("x", 0).with("y", 0))
                .child(extent("a:ext")),
        )
        .child(
            Element::new("a:prstGeom")
                .with("prst", "rect")
                .child(Element::new("a:avLst")),
        );
    let picture = Element::new("pic:pic")
        .with(
            "xmlns:pic",
            "http://schemas.openxmlformats.org/drawingml/2006/picture",
        )
        .child(
            Element::new("pic:nvPicPr")
                .child(named("pic:cNvPr"))
                .child(Element::new("pic:cNvPicPr")),
        )
        .child(
            Element::new("pic:blipFill")
                .child(blip)
                .child(Element::new("a:stretch").child(Element::new("a:fillRect"))),
        )
        .child(shape);
    Element::new("wp:inline")
        .child(extent("wp:extent"))
        .child(named("wp:docPr"))
        .child(
            Element::new("a:graphic")
                .with(
                    "xmlns:a",
                    "http://schemas.openxmlformats.org/drawingml/2006/main",
                )
                .child(
                    Element::new("a:graphicData")
                        .with(
                            "uri",
                            "http://schemas.openxmlformats.org/drawingml/2006/picture",
                        )
                        .child(picture),
                ),
        )
}
