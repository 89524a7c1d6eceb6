//! A back end of plotters that writes SVG for print and for pages.
//!
//! Plotters reckons in whole pixels. Here a pixel of its is a tenth of one on the page, so that lines and
//! outlines keep their shape in print. Words are placed by their baseline, since programs for text do not
//! all read the offsets in ems that plotters' own back end writes; their width is that of the embedded
//! font. Colours are written as [`palette`](super::palette) knows them.

use std::convert::Infallible;
use std::fmt::Write;

use entente_doors::text::shown_on_a_line;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::metrics::{CAPITAL, LEADING, width};
use super::palette::written;

/// How many of plotters' pixels are one on the page.
pub(super) const FINE: f64 = 10.0;
/// Noto Sans is what the metrics are of; the others are near it and found on most machines.
const FONTS: &str = "Noto Sans, Arial, Liberation Sans, Helvetica, sans-serif";

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

/// SVG in the making.
pub(super) struct Sheet<'s> {
    svg: &'s mut String,
    size: (u32, u32),
    /// The paint of the path written last, as long as nothing else was: one more in the same paint joins it.
    open: Option<String>,
    closed: bool,
}

impl<'s> Sheet<'s> {
    /// A sheet of a size in page pixels; title and description stand before the drawing, for readers who
    /// do not see it.
    pub(super) fn new(
        svg: &'s mut String,
        (across, down): (u32, u32),
        title: &str,
        description: &str,
    ) -> Self {
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{across}\" height=\"{down}\" viewBox=\"0 0 {across} {down}\" font-family=\"{FONTS}\" stroke-linejoin=\"round\">\n<title>{}</title>\n<desc>{}</desc>\n",
            Escaped(title),
            Escaped(description)
        );
        let fine = |pixels: u32| (f64::from(pixels) * FINE) as u32;
        Sheet {
            svg,
            size: (fine(across), fine(down)),
            open: None,
            closed: false,
        }
    }

    /// One element, of one colour only, so that a rule by its colour finds all of it.
    fn element(&mut self, name: &str, geometry: &str, paint: Paint) {
        self.open = None;
        if !paint.hidden() {
            let _ = writeln!(self.svg, "<{name} {paint} {geometry}/>");
        }
    }

    /// A path; dashes, hatching and borders are many in one paint, and become one element.
    fn path(&mut self, data: &str, paint: Paint) {
        const END: &str = "\"/>\n";
        if paint.hidden() {
            return;
        }
        let written = paint.to_string();
        if self.open.as_ref() == Some(&written) && self.svg.ends_with(END) {
            self.svg.truncate(self.svg.len() - END.len());
            let _ = write!(self.svg, "{data}{END}");
        } else {
            let _ = write!(self.svg, "<path {written} d=\"{data}{END}");
        }
        // What shows through must not become one shape.
        self.open = paint.opaque().then_some(written);
    }
}

#[derive(Clone, Copy)]
enum Paint {
    Fill(BackendColor),
    /// With its width in plotters' pixels.
    Stroke(BackendColor, i32),
}

impl std::fmt::Display for Paint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Paint::Fill(colour) => write!(f, "fill=\"{}\"", written(colour.rgb))?,
            Paint::Stroke(colour, width) => write!(
                f,
                "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
                written(colour.rgb),
                Fine(*width)
            )?,
        }
        match self.alpha() {
            alpha if alpha < 1.0 => write!(f, " opacity=\"{alpha:.2}\""),
            _ => Ok(()),
        }
    }
}

impl Paint {
    fn alpha(self) -> f64 {
        match self {
            Paint::Fill(colour) | Paint::Stroke(colour, _) => colour.alpha,
        }
    }

    fn hidden(self) -> bool {
        self.alpha() == 0.0
    }

    fn opaque(self) -> bool {
        self.alpha() >= 1.0
    }

    fn of<S: BackendStyle>(style: &S, fill: bool) -> Self {
        match fill {
            true => Paint::Fill(style.color()),
            false => Paint::Stroke(style.color(), as_signed(style.stroke_width())),
        }
    }
}

fn as_signed(pixels: u32) -> i32 {
    i32::try_from(pixels).unwrap_or(i32::MAX)
}

/// A length in page pixels with a decimal where it needs one.
struct Fine(i32);

impl std::fmt::Display for Fine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        match part {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{part}"),
        }
    }
}

/// Text that XML can hold: characters that no text may hold are replaced, breaks are spaces.
struct Escaped<'t>(&'t str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for character in shown_on_a_line(self.0).chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                c if c.is_whitespace() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A line of points as path data, each relative to the one before and as short as it can be written; points
/// on one another are one.
fn path(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut data = String::new();
    let mut last: Option<BackendCoord> = None;
    for (x, y) in points {
        let (step, command) = match last {
            None => ((x, y), "M"),
            Some(before) if before == (x, y) => continue,
            Some((u, v)) => ((x - u, y - v), "l"),
        };
        // A command stands for all that follow of its kind, and a sign parts two numbers.
        if command == "M" || !data.contains('l') {
            data.push_str(command);
        } else if step.0 >= 0 {
            data.push(' ');
        }
        data.push_str(&short(step.0));
        if step.1 >= 0 {
            data.push(' ');
        }
        data.push_str(&short(step.1));
        last = Some((x, y));
    }
    data
}

/// A length without the zero before its point.
fn short(length: i32) -> String {
    let whole = Fine(length).to_string();
    match whole
        .strip_prefix('-')
        .map_or(("", whole.as_str()), |rest| ("-", rest))
    {
        (sign, rest) if rest.starts_with("0.") => format!("{sign}{}", &rest[1..]),
        _ => whole,
    }
}

impl DrawingBackend for Sheet<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        if !self.closed {
            self.svg.push_str("</svg>\n");
            self.closed = true;
        }
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Outcome {
        let geometry = format!(
            "x=\"{}\" y=\"{}\" width=\"0.1\" height=\"0.1\"",
            Fine(at.0),
            Fine(at.1)
        );
        self.element("rect", &geometry, Paint::Fill(colour));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Outcome {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        let geometry = format!(
            "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            Fine(from.0.min(to.0)),
            Fine(from.1.min(to.1)),
            Fine((to.0 - from.0).abs()),
            Fine((to.1 - from.1).abs())
        );
        self.element("rect", &geometry, Paint::of(style, fill));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Outcome {
        self.path(&path(points), Paint::of(style, false));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Outcome {
        let geometry = format!(
            "cx=\"{}\" cy=\"{}\" r=\"{}\"",
            Fine(centre.0),
            Fine(centre.1),
            Fine(as_signed(radius))
        );
        self.element("circle", &geometry, Paint::of(style, fill));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Outcome {
        self.path(&format!("{}z", path(points)), Paint::of(style, true));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        words: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Outcome {
        self.open = None;
        let size = style.size();
        // To the baseline: from the top of the capitals, their middle or their foot.
        let down = match style.anchor().v_pos {
            VPos::Top => CAPITAL * size,
            VPos::Center => CAPITAL * size / 2.0,
            VPos::Bottom => 0.0,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = match style.style() {
            FontStyle::Bold => " font-weight=\"bold\"",
            _ => "",
        };
        let _ = writeln!(
            self.svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>",
            Fine(x),
            Fine(y + down.round() as i32),
            Fine(size.round() as i32),
            written(style.color().rgb),
            Escaped(words)
        );
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        words: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let across = width(words, style.size(), bold).ceil();
        Ok((across as u32, (LEADING * style.size()).ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_a_decimal_where_they_need_one() {
        let written: Vec<String> = [0, 5, 10, 123, -7, -120]
            .into_iter()
            .map(|n| Fine(n).to_string())
            .collect();
        assert_eq!(written, ["0", "0.5", "1", "12.3", "-0.7", "-12"]);
    }

    #[test]
    fn paths_are_relative() {
        let points = [(10, 20), (15, 20), (15, 20), (0, 0), (3, 7)];
        assert_eq!(path(points), "M1 2l.5 0-1.5-2 .3 .7");
    }

    #[test]
    fn what_xml_rules_out_is_replaced() {
        assert_eq!(Escaped("a<b\u{0}&\nc").to_string(), "a&lt;b\u{FFFD}&amp; c");
    }
}
